"""C3 and C20: a map in another language, and maps that come with many things at once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from journeybook.diff.change import Changes
from journeybook.diff.compare import compare
from journeybook.diff.read_revisions import read_revisions
from journeybook.diff.translation import has_same_figures
from sites import BUY, DEFAULTS

sys.path.append(str(Path(__file__).parents[1] / "diff"))
from revisions import journey, line, lines

ENGLISH = """\
## Awareness
### I look {#look}
- does: reads 3 catalogues
- pain: No prices before 14 days !high {#no-prices}
- delight: A kind answer
- emotion: -1 lost
- time: 2w
- next: buy "it fits" | exit "too dear"

A story of two lines.
### I buy {#buy}
- touchpoint: shop
- emotion: +1 glad
"""
GERMAN = """\
## Awareness
### Ich suche {#look}
- does: liest 3 Kataloge
- pain: Kein Preis vor 14 Tagen !high {#no-prices}
- delight: Eine freundliche Antwort
- emotion: -1 verloren
- time: 2w
- next: buy "es passt" | exit "zu teuer"

Eine Geschichte in zwei Zeilen.
### Ich kaufe {#buy}
- touchpoint: shop
- emotion: +1 froh
"""
HEAD = {"goal": "a bicycle in 2 weeks", "question": "What is missing?"}
KOPF = {"title": "Ich kaufe", "goal": "ein Rad in 2 Wochen", "question": "Was fehlt?", "lang": "de"}
TRANSLATED = "JD110 low journey “I buy” was translated from “en” to “de”: “Ich kaufe”"
SAME = f"{TRANSLATED} (figures and references are the same)"


def english(body: str = ENGLISH, **head: str) -> dict[str, str]:
    return {BUY: journey(body, **HEAD, **head)}


def german(body: str = GERMAN, **head: str) -> dict[str, str]:
    return {BUY: journey(body, **{**KOPF, **head})}


def test_c3_a_map_translated_in_place_is_one_line() -> None:
    assert lines(english(), german()) == [SAME]


def test_c3_steps_without_ids_are_the_same_by_their_order() -> None:
    plain = [body.replace(" {#look}", "").replace(" {#buy}", "") for body in (ENGLISH, GERMAN)]
    plain = [body.replace("- next: buy", "- next: exit") for body in plain]
    assert lines(english(plain[0]), german(plain[1])) == [SAME]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("emotion: -1 verloren", "emotion: +1 froh",
         "JD301 high “Ich suche”: emotion changed from “−1 lost” to “+1 froh” (crosses zero)"),
        ("14 Tagen", "41 Tagen", "JD801 info “Ich suche”: “pain” was reworded"),
        ("!high", "!low",
         "JD324 medium “Ich suche”: severity of pain point “Kein Preis vor 14 Tagen” changed from high to low"),
        ("touchpoint: shop", "touchpoint: web", "JD423 medium “Ich kaufe”: touchpoint changed from “shop” to “web”"),
        ("- delight: Eine freundliche Antwort\n", "", "JD326 medium “Ich suche”: delight “A kind answer” removed"),
        ("time: 2w", "time: 3w", "JD601 low “Ich suche”: “time” changed from “2w” to “3w”"),
    ],
)  # fmt: skip
def test_c3_what_is_not_words_is_listed(old: str, new: str, sentence: str) -> None:
    assert GERMAN.count(old) == 1
    found = lines(english(), german(GERMAN.replace(old, new)))
    assert f"{TRANSLATED} (other changes are listed separately)" in found
    assert sentence in found
    assert len(found) <= 3, found  # with the low point that may have moved


def test_c3_an_approved_map_in_another_language_is_bookkeeping() -> None:
    approved = {"status": "approved", "reviewed": "2026-01-01"}
    (_, note) = lines(english(**approved), german(**approved))
    assert (
        note
        == "JD407 low “Ich kaufe” was edited but is still marked approved (no change for the customer)"
    )


def test_c3_a_language_that_was_only_written_down_is_no_translation() -> None:
    found = lines(english(), english(lang="de"))
    assert found == ["JD107 low “I buy”: “lang” changed from nothing to “de”"]


COPY = "content/journeys/ana/kaufen.md"


def copy(body: str = GERMAN, **head: str) -> dict[str, str]:
    named = {**KOPF, "translation_of": "ana/buy", **head}
    return {**english(), COPY: journey(body, **named)}


def test_c3_a_translated_copy_is_one_line() -> None:
    assert lines(english(), copy()) == [
        "JD109 low new translation of journey “I buy”: “Ich kaufe” "
        "(figures and references are the same; 2 steps, draft)"
    ]


def test_c3_a_translated_copy_says_what_differs_from_its_source() -> None:
    other = GERMAN.replace("- delight: Eine freundliche Antwort\n", "").replace(
        "-1 verl", "-2 verl"
    )
    assert lines(english(), copy(other)) == [
        "JD109 low new translation of journey “I buy”: “Ich kaufe” "
        "(compared with it: emotion worse in 1 step, 1 delight removed; 2 steps, draft)"
    ]


def quick(before: dict[str, str], after: dict[str, str]) -> Changes:
    """A comparison that reads only what differs, as between two commits."""
    sides = [
        {path: text.encode() for path, text in {**DEFAULTS, **files}.items()}
        for files in (before, after)
    ]
    both = read_revisions(*sides)
    return compare(both.before, both.after, touched=both.touched)


def test_c3_the_source_of_a_copy_is_read_though_it_did_not_change() -> None:
    assert [line(change) for change in quick(english(), copy()).changes] == lines(english(), copy())


@pytest.mark.parametrize(
    ("old", "new", "is_same"),
    [
        ("14,200 EUR", "14.200 EUR", True),
        ("14 days", "vierzehn Tage", True),  # spelled out: no one can say
        ("14 days", "41 Tage", False),
        ("2 of 14", "von 14 sind es 2", True),
        ("14 days", "۱۴ روز", True),
        ("14 days", "۴۱ روز", False),
    ],
)
def test_c3_figures_in_sentences_are_compared(old: str, new: str, is_same: bool) -> None:
    assert has_same_figures(old, new) is is_same


FUTURE = ENGLISH.replace("- pain: No prices before 14 days !high {#no-prices}\n", "").replace(
    "emotion: -1 lost", "emotion: +1 guided"
)


def future(body: str = FUTURE) -> dict[str, str]:
    head = {**HEAD, "title": "I buy in a day", "state": "future", "of": "ana/buy"}
    return {**english(), "content/journeys/ana/buy-2027.md": journey(body, **head)}


def test_c20_a_future_map_says_whose_future_it_is_and_what_it_changes() -> None:
    expected = (
        "JD108 low new future state of journey “I buy”: “I buy in a day” "
        "(compared with it: emotion better in 1 step, 1 pain point removed; 2 steps, draft)"
    )
    assert lines(english(), future()) == [expected]
    assert [line(change) for change in quick(english(), future()).changes] == [expected]


def test_c20_a_future_map_that_is_only_a_copy_says_so() -> None:
    (copied,) = lines(english(), future(ENGLISH))
    assert copied.endswith("(the same steps and facts; 2 steps, draft)")


PLAIN = ENGLISH.replace('- next: buy "it fits" | exit "too dear"\n', "")


def new_steps(count: int, body: str = PLAIN) -> str:
    return body.replace(
        "### I buy",
        "".join(f"### Day {n}\n- does: trains\n- pain: Too long {n} !low\n" for n in range(count))
        + "### I buy",
    )


def test_c20_a_new_step_says_what_comes_with_it() -> None:
    assert lines(english(PLAIN), english(new_steps(1))) == [
        "JD201 medium new step: “Day 0” (including 1 pain point)"
    ]


def test_c20_five_new_steps_or_more_are_one_line_with_all_that_comes_with_them() -> None:
    assert lines(english(PLAIN), english(new_steps(30))) == [
        "JD210 medium new steps in “Awareness”: “Day 0”, “Day 1”, “Day 2” and 27 more "
        "(including 30 pain points)"
    ]
    assert len(lines(english(PLAIN), english(new_steps(4)))) == 4


def test_c20_many_steps_that_no_path_leads_to_are_one_line() -> None:
    found = lines(english(), english(new_steps(6, ENGLISH)))
    assert found[0] == (
        "JD504 high steps “Day 0”, “Day 1”, “Day 2” and 3 more can no longer be reached "
        "(including 6 pain points)"
    )
    assert len(found) == 2


def test_c20_a_new_stage_says_what_comes_with_it() -> None:
    after = ENGLISH + "## Service\n### I call\n- pain: Nobody answers\n"
    assert lines(english(), english(after)) == [
        "JD111 medium new stage: “Service” (including step “I call”; including 1 pain point)"
    ]
