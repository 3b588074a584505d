"""A step that moved from one journey to another is reported neither as removed nor as new."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from revisions import changes, journey, lines

from journeybook.diff.change import Changes
from journeybook.diff.compare import compare
from journeybook.diff.kinds import sentence_of
from journeybook.schema.values import Ref
from profiles import examples
from sites import BUY, site

OTHER = "content/journeys/ana/return.md"
STAY = "## Awareness\n### I look {#look}\n- does: looks\n"
RETURN = "## Awareness\n### I send it back {#back}\n- does: packs\n"
ASK = "### I ask {#ask}\n- does: calls\n- emotion: -1 lost\n"


def two(buy: str, back: str) -> dict[str, str]:
    return {BUY: journey(buy), OTHER: journey(back, title="I return it")}


def test_a_moved_step_is_one_change_of_both_journeys() -> None:
    result = changes(two(STAY + ASK, RETURN), two(STAY, RETURN + ASK))
    (change,) = result.changes
    assert sentence_of(change) == "step “I ask” moved from journey “I buy” to “I return it”"
    assert (change.code, change.match.how, change.origin) == (
        "JD209",
        "id",
        Ref("journey", "ana/buy"),
    )
    assert [pair.id for pair in result.journeys] == ["ana/return", "ana/buy"]
    assert result.of("ana/buy") == result.of("ana/return") == (change,)
    assert result.counts[change.impact] == 1


def test_changes_in_a_moved_step_are_listed_too() -> None:
    after = (
        ASK.replace("-1 lost", "+1 helped").replace("I ask", "I ask a friend")
        + "- pain: Nobody answers\n"
    )
    assert lines(two(STAY + ASK, RETURN), two(STAY, RETURN + after)) == [
        "JD301 high “I ask a friend”: emotion changed from “−1 lost” to “+1 helped” (crosses zero)",
        "JD323 medium “I ask a friend”: new pain point “Nobody answers”",
        "JD209 medium step “I ask a friend” moved from journey “I buy” to “I return it”",
        "JD204 low step “I ask” was renamed “I ask a friend”",
    ]


def test_without_an_id_a_match_by_title_is_a_guess() -> None:
    ask = ASK.replace(" {#ask}", "")
    (change,) = changes(two(STAY + ask, RETURN), two(STAY, RETURN + ask)).changes
    assert (change.code, change.match.is_guess, change.match.score) == ("JD209", True, 1.0)


def test_steps_with_the_same_title_and_nothing_else_in_common_are_two() -> None:
    ask, other = ASK.replace(" {#ask}", ""), "### I ask\n- does: writes a letter\n"
    result = {
        change.code for change in changes(two(STAY + ask, RETURN), two(STAY, RETURN + other)).each()
    }
    assert result == {"JD202", "JD201"}


def test_an_id_that_two_journeys_share_by_chance_is_not_a_move() -> None:
    other = "### We count the boxes {#ask}\n- does: counts\n"
    result = {
        change.code for change in changes(two(STAY + ASK, RETURN), two(STAY, RETURN + other)).each()
    }
    assert result == {"JD202", "JD201"}


def test_a_title_of_several_steps_is_not_a_match() -> None:
    ask = ASK.replace(" {#ask}", "")
    third = {"content/journeys/ana/third.md": journey(STAY, title="Third")}
    fourth = {"content/journeys/ana/third.md": journey(STAY + ask, title="Third")}
    result = changes({**two(STAY + ask, RETURN), **third}, {**two(STAY, RETURN + ask), **fourth})
    assert "JD209" not in {change.code for change in result.each()}


def test_a_journey_that_was_split_off_covers_its_steps() -> None:
    more = "### I wait {#wait}\n- does: waits\n"
    result = changes({BUY: journey(STAY + ASK + more)}, two(STAY, "## Awareness\n" + ASK + more))
    (change,) = result.changes
    assert change.code == "JD105"
    assert change.reason == "including steps “I ask”, “I wait”"
    assert [inner.code for inner in change.folded] == ["JD209", "JD209"]


def test_a_merged_journey_covers_its_steps() -> None:
    more = "### I wait {#wait}\n- does: waits\n"
    result = changes(two(STAY, "## Awareness\n" + ASK + more), {BUY: journey(STAY + ASK + more)})
    (change,) = result.changes
    assert change.code == "JD106"
    assert [inner.code for inner in change.folded] == ["JD209", "JD209"]


def test_a_single_step_of_a_removed_journey_moves_to_another() -> None:
    result = lines(two(STAY, RETURN + ASK), {BUY: journey(STAY + ASK)})
    assert "JD209 medium step “I ask” moved from journey “I return it” to “I buy”" in result
    assert not [line for line in result if line.startswith(("JD201", "JD202"))]


@pytest.mark.parametrize("code", ["JD209", "step-to-other-journey"])
def test_a_site_sets_the_impact_of_a_moved_step(code: str) -> None:
    weighed = {"site.yaml": f"title: T\ndiff:\n  impact:\n    {code}: high\n"}
    result = changes({**weighed, **two(STAY + ASK, RETURN)}, {**weighed, **two(STAY, RETURN + ASK)})
    assert [change.impact for change in result.changes] == ["high"]


STEPS = ["### I {0} {{#{0}}}\n- does: {0}s\n", "### I {0}\n- does: {0}s\n", "### I {0}\n"]


@st.composite
def atlases(draw: st.DrawFn) -> dict[str, str]:
    """Some of six steps spread over three journeys, of which some may be missing."""
    where: dict[int, str] = dict.fromkeys(range(3), "")
    for name in ("ask", "look", "wait", "pay", "pack", "thank"):
        home = draw(st.sampled_from([0, 1, 2, None]))
        if home is not None:
            where[home] += draw(st.sampled_from(STEPS)).format(name)
    there = draw(st.sets(st.sampled_from([0, 1, 2]), min_size=1))
    return {
        f"content/journeys/ana/j{at}.md": journey(f"## Awareness\n{text}", title=f"Journey {at}")
        for at, text in where.items()
        if at in there
    }


@settings(max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(atlases(), atlases())
def test_in_reverse_a_step_moves_back_and_no_step_is_listed_twice(
    one: dict[str, str], other: dict[str, str]
) -> None:
    before, after = site(one).catalog, site(other).catalog
    forward, backward = compare(before, after), compare(after, before)
    assert moves(forward) == {(title, new, old) for title, old, new in moves(backward)}
    told = [
        (change.code, change.element.title)
        for change in forward.each()
        if change.code in ("JD201", "JD202", "JD209")
    ]
    moved = {title for code, title in told if code == "JD209"}
    assert not [title for code, title in told if code != "JD209" and title in moved]
    assert gone(forward) == come(backward)
    prints = [change.fingerprint for change in forward.changes]
    assert len(prints) == len(set(prints))


def moves(result: Changes) -> set[tuple[str, str, str]]:
    return {
        (change.element.title, change.old, change.new)
        for change in result.each()
        if change.code == "JD209"
    }


def gone(result: Changes) -> set[tuple[str, str]]:
    return {
        (change.element.document.id, change.element.title)
        for change in result.each()
        if change.code == "JD202"
    }


def come(result: Changes) -> set[tuple[str, str]]:
    return {
        (change.element.document.id, change.element.title)
        for change in result.each()
        if change.code == "JD201"
    }
