"""C1: two steps become one, or one becomes two. What went along is neither lost nor new."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from journeybook.diff.contents import contains_words

sys.path.append(str(Path(__file__).parents[1] / "diff"))
from revisions import lines

LOOK = (
    "- does: reads three catalogues",
    "- touchpoint: catalogue, web",
    "- pain: No prices !high {#no-prices}",
    "- emotion: 0 curious",
)
ASK = (
    "- does: asks a friend who bought one",
    "- touchpoint: phone",
    "- pain: He does not answer",
    "- delight: He knows a good shop",
    "- emotion: -1 impatient",
)
PAY = "### I pay {#pay}\n- emotion: +1 glad\n"


def map_of(*steps: tuple[str, tuple[str, ...]]) -> str:
    written = "".join(f"### {title}\n" + "\n".join(facts) + "\n" for title, facts in steps)
    return f"## Awareness\n{written}{PAY}"


def one(facts: tuple[str, ...], edits: dict[str, str] | None = None) -> tuple[str, ...]:
    text = "\n".join(facts)
    for old, new in (edits or {}).items():
        assert old in text
        text = text.replace(old, new)
    return tuple(text.split("\n"))


TWO = map_of(("I look {#look}", LOOK), ("I ask {#ask}", ASK))
BOTH = (
    "- does: reads three catalogues",
    "- does: asks a friend who bought one",
    "- touchpoint: catalogue, web, phone",
    "- pain: No prices !high {#no-prices}",
    "- pain: He does not answer",
    "- delight: He knows a good shop",
    "- emotion: -1 impatient",
)
MERGED = "JD206 medium step “I ask” was merged into “I look”"
BECAME_ONE = "JD206 medium steps “I look” and “I ask” became one: “I look around”"
SPLIT = "JD205 medium part of step “I look” was split off as “I ask”"


def test_c1_a_merge_is_one_line_and_nothing_that_went_along_is_lost_or_new() -> None:
    assert lines(TWO, map_of(("I look {#look}", BOTH))) == [MERGED]


def test_c1_a_merge_under_a_new_title_names_both_steps() -> None:
    assert lines(TWO, map_of(("I look around {#look}", BOTH))) == [BECAME_ONE]


def test_c1_two_steps_without_ids_that_become_a_third_one() -> None:
    before = map_of(("I look", LOOK), ("I ask", ASK))
    (merged, *more) = lines(before, map_of(("Finding out", BOTH)))
    assert merged.startswith("JD206 medium steps ")
    assert merged.endswith(" became one: “Finding out”")
    assert not any("removed" in line or "new step" in line for line in more), more


def test_c1_facts_joined_in_one_line_are_compared_by_their_words() -> None:
    joined = one(
        BOTH,
        {
            "- does: reads three catalogues\n- does: asks a friend who bought one":
                "- does: reads three catalogues, then asks a friend who bought one",
        },
    )  # fmt: skip
    found = lines(TWO, map_of(("I look {#look}", joined)))
    assert found[0] == MERGED
    assert [line for line in found[1:] if not line.startswith("JD801 info")] == []


@pytest.mark.parametrize(
    ("lost", "sentence"),
    [
        ("- delight: He knows a good shop\n", "JD326 medium “I look”: delight “He knows a good shop” removed"),
        ("- pain: He does not answer\n",
         "JD321 high “I look”: pain point “He does not answer” removed, and no opportunity or new evidence explains why"),
        (", phone", "JD603 medium “I look”: “phone” removed from “touchpoint”"),
    ],
)  # fmt: skip
def test_c1_what_a_merge_leaves_out_is_lost(lost: str, sentence: str) -> None:
    after = map_of(("I look {#look}", BOTH)).replace(lost, "")
    assert sentence in lines(TWO, after)


def test_c1_a_merge_does_not_hide_the_lower_emotion() -> None:
    after = map_of(("I look {#look}", BOTH)).replace("-1 impatient", "0 curious")
    assert lines(TWO, after) == [
        MERGED,
        "JD301 medium “I look”: emotion changed from “−1 impatient” to “0 curious”",
    ]


def test_c1_a_split_is_one_line_and_nothing_that_went_along_is_lost_or_new() -> None:
    before = map_of(("I look {#look}", BOTH))
    assert lines(before, TWO) == [SPLIT]


def test_c1_a_split_that_adds_and_loses_says_just_that() -> None:
    before = map_of(("I look {#look}", BOTH))
    after = TWO.replace("- delight: He knows a good shop\n", "- needs: a number to call\n")
    assert sorted(lines(before, after)) == [
        SPLIT,
        "JD326 medium “I look”: delight “He knows a good shop” removed",
        "JD602 low “I look”: “a number to call” added to “needs”",
    ]


def test_c1_a_step_that_has_little_in_common_is_removed() -> None:
    before = map_of(("I look {#look}", LOOK), ("I ask {#ask}", ASK))
    after = map_of(("I look {#look}", (*LOOK, "- touchpoint: phone")))
    assert any(
        line.startswith("JD202 high step “I ask” was removed") for line in lines(before, after)
    )


def test_c1_a_step_with_another_title_and_the_same_facts_was_renamed() -> None:
    before, after = map_of(("I look", LOOK)), map_of(("Hunting for something suitable", LOOK))
    assert lines(before, after) == [
        "JD204 low step “I look” was renamed “Hunting for something suitable”"
    ]


@pytest.mark.parametrize(
    ("text", "part", "is_in"),
    [
        ("reads three catalogues, then asks a friend", "asks a friend", True),
        ("Asks a friend: which one?", "asks a friend", True),
        ("reads three catalogues", "asks a friend", False),
        ("asks nobody", "asks", False),  # one word is a coincidence
        ("a a", "a a a a a", False),
    ],
)
def test_c1_words_of_one_statement_in_another(text: str, part: str, is_in: bool) -> None:
    assert contains_words(text, part) is is_in
