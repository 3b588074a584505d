"""C6: the review says which setting changed, from what to what, and what follows for readers."""

from __future__ import annotations

import pytest
from revisions import journey, lines

from sites import BUY


def settings(before: str, after: str) -> list[str]:
    """The lines of a comparison in which only `site.yaml` differs, and why each matters."""
    maps = {BUY: journey("## Decision\n### I pay\n")}
    sides = [{**maps, "site.yaml": f"title: x\n{text}\n"} for text in (before, after)]
    return lines(*sides)


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (
            "profiles: {public: {leave-out: [owner, note]}}",
            "profiles: {public: {leave-out: [note]}}",
            "JD705 high “profiles.public.leave-out.keys” in site.yaml changed from “owner, note” to "
            "“note” (pages of this profile will show more)",
        ),
        (
            "profiles: {public: {leave-out: [owner]}}",
            "",
            "JD705 high “profiles.public.leave-out.keys” in site.yaml changed from “owner” to nothing"
            " (pages of this profile will show more)",
        ),
        (
            "",
            "checks: {single-use: off}",
            "JD705 high “checks.single-use” in site.yaml changed from nothing to “off” (problems of "
            "this kind will count less)",
        ),
        (
            "checks: {single-use: error}",
            "",
            "JD705 high “checks.single-use” in site.yaml changed from “error” to nothing (problems "
            "of this kind will count less)",
        ),
        (
            "diff: {impact: {JD301: high}}",
            "diff: {impact: {JD301: low}}",
            "JD705 high “diff.impact.JD301” in site.yaml changed from “high” to “low” (changes of "
            "this kind will count less)",
        ),
        (
            "review: 180d",
            "review: 2000d",
            "JD705 high “review” in site.yaml changed from “180d” to “2000d” (maps will count as up "
            "to date for longer)",
        ),
        (
            "review: 180d",
            "review: 90d",
            "JD705 low “review” in site.yaml changed from “180d” to “90d”",
        ),
        (
            "theme: {accent: '#112233'}",
            "theme: {accent: '#445566'}",
            "JD705 low “theme.accent” in site.yaml changed from “#112233” to “#445566”",
        ),
    ],
)
def test_c6_a_setting_is_named_with_both_values(before: str, after: str, wanted: str) -> None:
    assert settings(before, after) == [wanted]


STAGES = "stages:\n  - {id: decision, name: Decision}\n  - {id: use, name: Use}"


def test_c6_a_stage_that_is_deleted_says_how_many_maps_have_it() -> None:
    without = STAGES.replace("  - {id: decision, name: Decision}\n", "")
    assert (
        "JD361 medium stage “Decision” was removed from site.yaml (1 journey has it)"
        in settings(STAGES, without)
    )


def test_c6_labels_that_are_swapped_are_two_renamed_stages() -> None:
    swapped = STAGES.replace("name: Decision", "name: Use").replace(
        "{id: use, name: Use}", "{id: use, name: Decision}"
    )
    both = settings(STAGES, swapped)
    assert "JD363 low stage “Decision” was renamed “Use” in site.yaml (1 journey has it)" in both
    assert "JD363 low stage “Use” was renamed “Decision” in site.yaml" in both


def test_c6_the_order_of_stages_is_both_with_their_names() -> None:
    turned = "stages:\n  - {id: use, name: Use}\n  - {id: decision, name: Decision}"
    assert (
        "JD705 low “stages” in site.yaml changed from “Decision, Use” to “Use, Decision”"
        in settings(STAGES, turned)
    )
