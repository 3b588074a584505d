"""The rules JB3xx: moments of truth, pain points, steps and emotion curves."""

from __future__ import annotations

import pytest

from sites import BUY, at, buy, site

REVIEW = "---\ntitle: I buy\nstatus: review\n---\n"
APPROVED = "---\ntitle: I buy\nstatus: approved\n---\n"


@pytest.mark.parametrize(
    ("stage", "step", "head"),
    [
        ("- owner: sales\n", "", ""),
        ("", "- owner: sales\n", ""),
        ("", "- opportunity: faster-till\n", ""),
        ("", "", "owner: sales\n"),
    ],
)
def test_a_moment_of_truth_needs_an_owner_or_an_opportunity(
    stage: str, step: str, head: str
) -> None:
    text = "---\ntitle: I buy\nstatus: review\n{}---\n## Decision\n{}### I pay\n{}- moment of truth: the queue\n"
    assert not buy(text.format(head, stage, step)).found("JB301")
    assert at(buy(text.format("", "", "")).one("JB301")) == (7, 3, 7, 29)


PAIN = APPROVED + "## Decision\n### I pay\n- pain: Queue !high {#queue}\n"


def test_a_severe_pain_point_is_addressed_by_an_opportunity_that_solves_it() -> None:
    solves = "---\ntitle: More tills\nsolves: [{}]\nstatus: {}\n---\n"
    assert at(buy(PAIN).one("JB302")) == (7, 9, 7, 14)
    for name in ("queue", "ana/buy#queue"):
        assert not buy(PAIN, opportunities__tills=solves.format(name, "idea")).found("JB302")
    assert buy(PAIN, opportunities__tills=solves.format("queue", "dropped")).found("JB302")


def test_a_severe_pain_point_is_addressed_by_an_opportunity_of_its_step() -> None:
    text = PAIN + "- opportunity: tills\n"
    assert not buy(text, opportunities__tills="---\ntitle: More tills\n---\n").found("JB302")
    assert buy(text, opportunities__tills="---\ntitle: More tills\nstatus: dropped\n---\n").found(
        "JB302"
    )


def test_the_hint_for_a_severe_pain_point_without_an_id_starts_with_the_id() -> None:
    finding = buy(PAIN.replace(" {#queue}", "")).one("JB302")
    assert (
        finding.hint
        == "give it an ID, `{#an-id}`, then add it to an opportunity: `solves: [an-id]`"
    )


def test_other_pain_points_and_other_maps_are_not_checked() -> None:
    assert not buy(PAIN.replace("!high", "!medium")).found("JB302")
    assert not buy(PAIN.replace("approved", "review")).found("JB302")


def test_an_empty_map_is_reported_once_it_is_in_review() -> None:
    assert at(buy(REVIEW + "## Decision\n## Retention\n").one("JB303")) == (2, 8, 2, 13)
    assert not buy(REVIEW + "## Decision\n").found("JB304")
    assert not buy("---\ntitle: I buy\n---\n").found("JB303")


def test_an_empty_stage_is_reported_and_notes_are_not() -> None:
    text = REVIEW + "## Decision\n### I pay\n## Retention\n## Method {.notes}\n"
    assert at(buy(text).one("JB304")) == (7, 1, 7, 13)


FLAT = "### a\n- emotion: {}\n### b\n- emotion: {}\n### c\n### d\n- emotion: {}\n"


@pytest.mark.parametrize(
    ("values", "is_flat"),
    [(("+1", "+1", "+1"), True), (("0", "0", "0"), True), (("0", "0", "-1"), False)],
)
def test_a_flat_curve_is_reported(values: tuple[str, str, str], is_flat: bool) -> None:
    found = buy(REVIEW + "## Decision\n" + FLAT.format(*values)).found("JB311")
    assert bool(found) == is_flat
    if is_flat:
        assert found[0].message == f"the emotion is {values[0]} in all 3 steps that have one"


def test_two_emotions_are_no_curve_yet() -> None:
    assert not buy(REVIEW + "## Decision\n### a\n- emotion: 0\n### b\n- emotion: 0\n").found(
        "JB311"
    )


def test_the_curve_is_that_of_the_persona() -> None:
    text = REVIEW + "## Decision\n" + FLAT.format("+1", "+1", "+1\n- emotion ben: -2 angry")
    assert buy(text).found("JB311")


def test_a_map_with_more_than_forty_steps() -> None:
    """The example of JB312, which is too long to print."""
    steps = "---\ntitle: I buy\n---\n## Decision\n" + "### I pay\n" * 40
    assert not buy(steps).found("JB312")
    assert (
        buy(steps + "### I pay\n").one("JB312").message == "this map has 41 steps; the limit is 40"
    )


def test_unused_files_are_reported_as_info() -> None:
    kinds = (
        "personas",
        "touchpoints",
        "channels",
        "metrics",
        "opportunities",
        "collateral",
        "evidence",
    )
    result = site({f"content/{kind}/x.md": "---\ntitle: X\n---\n" for kind in kinds})
    assert len(result.found("JB313")) == len(kinds) + 1  # and ana, who has no journey here
    assert {finding.severity for finding in result.found("JB313")} == {"info"}


def test_a_link_in_a_text_or_a_solved_pain_point_counts_as_a_mention() -> None:
    text = "---\ntitle: I buy\n---\nSee [[touchpoint:till]] and [the fair](../../touchpoints/fair.md).\n\n## Decision\n### I pay\n- pain: dear {#dear}\n"
    more = {
        "touchpoints__till": "---\ntitle: Till\n---\n",
        "touchpoints__fair": "---\ntitle: Fair\n---\n",
    }
    assert not buy(text, **more, opportunities__sale="---\ntitle: Sale\nsolves: dear\n---\n").found(
        "JB313"
    )


def test_a_file_that_mentions_only_itself_is_unused() -> None:
    assert buy(
        "---\ntitle: I buy\n---\n", touchpoints__till="---\ntitle: Till\n---\n[[touchpoint:till]]\n"
    ).found("JB313")


def test_a_future_map_may_keep_a_pain_point_that_is_solved() -> None:
    done = {
        "content/opportunities/tills.md": "---\ntitle: Tills\nstatus: done\nsolves: [queue]\n---\n"
    }
    text = "---\ntitle: I buy\n{}---\n## Decision\n### I pay\n- pain: Queue {{#queue}}\n"
    assert at(site({BUY: text.format(""), **done}).one("JB314")) == (4, 10, 4, 15)
    assert not site({BUY: text.format("state: future\nof: ana/run\n"), **done}).found("JB314")
    assert not site({BUY: text.format("status: retired\n"), **done}).found("JB314")
