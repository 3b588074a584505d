"""C12, C13 and C14: what a reviewer reads first, and a chart that shows only what was written."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from journeybook.diagrams.xychart import AFTER, BEFORE
from journeybook.diff.align import aligned
from journeybook.publish.untrusted import read_comment
from journeybook.report.changes_json import document
from journeybook.report.changes_markdown import as_comment
from journeybook.report.changes_text import as_text
from sites import BUY, site

sys.path.append(str(Path(__file__).parents[1] / "diff"))
from revisions import changes, journey, lines

APPROVED = {"status": "approved", "reviewed": "2026-01-01"}
MAP = "## Awareness\n### I look {#look}\n- does: reads\n- pain: No prices\n"


def approved(body: str, **head: str) -> dict[str, str]:
    return {BUY: journey(body, **{**APPROVED, **head})}


def codes(before: dict[str, str], after: dict[str, str], **options: object) -> list[str]:
    return [line[:5] for line in lines(before, after, **options)]


def test_c12_the_note_on_an_approved_map_is_last_in_its_level() -> None:
    before = approved(MAP + "- moment of truth: they answer\n- emotion: +2 glad\n")
    after = approved(MAP.replace("- pain: No prices\n", "") + "- emotion: -2 sad\n")
    assert [line for line in lines(before, after) if " high " in line][-1].startswith("JD407")


def test_c12_another_file_name_is_no_edit_of_an_approved_map() -> None:
    old = approved(MAP)
    new = {"content/journeys/ana/purchase.md": old[BUY]}
    renamed = {"content/journeys/ana/purchase.md": BUY}
    assert codes(old, new, renamed=renamed) == ["JD104"]


def test_c12_another_place_of_a_line_is_no_edit_of_an_approved_map() -> None:
    swapped = MAP.replace(
        "- does: reads\n- pain: No prices\n", "- pain: No prices\n- does: reads\n"
    )
    assert swapped != MAP
    assert codes(approved(MAP), approved(swapped)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"owner": "sales"}, {"owner": "service"}),
        ({}, {"tags": "bikes"}),
        ({}, {"evidence": "i1"}),
        ({"title": "I buy"}, {"title": "I purchase"}),
    ],
)
def test_c12_bookkeeping_in_an_approved_map_is_low(
    before: dict[str, str], after: dict[str, str]
) -> None:
    (note,) = [
        line for line in lines(approved(MAP, **before), approved(MAP, **after)) if "JD407" in line
    ]
    assert note == (
        f"JD407 low “{after.get('title', 'I buy')}” was edited but is still marked approved "
        "(no change for the customer)"
    )


def step(title: str, *facts: str) -> str:
    return f"### {title}\n" + "".join(f"- {fact}\n" for fact in facts)


def order(before: str, after: str) -> list[str]:
    """The steps of the changes, in the order that a reviewer reads them."""
    found = changes("## Awareness\n" + before, "## Awareness\n" + after)
    return [change.element.title for change in found.changes if change.code != "JD304"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        # A severe pain point before a mild one, whatever the order in the file.
        ({"A": (["pain: x !low"], []), "B": (["pain: y !high"], []), "C": (["pain: z"], [])}, ["B", "C", "A"]),
        # The larger fall.
        ({"A": (["emotion: 0 x"], ["emotion: -1 x"]), "B": (["emotion: 0 x"], ["emotion: -2 x"])}, ["B", "A"]),
        # The moment of truth.
        ({"A": (["pain: x"], []), "B": (["pain: x", "moment of truth: m"], ["moment of truth: m"])}, ["B", "A"]),
        # More people.
        ({"A": (["pain: x"], []), "B": (["pain: x", "who: ana, bo, cy"], ["who: ana, bo, cy"])}, ["B", "A"]),
        # What got better is read after what got worse.
        ({"A": (["emotion: -1 x"], ["emotion: 0 x"]), "B": (["emotion: 0 x"], ["emotion: -1 x"])}, ["B", "A"]),
    ],
)  # fmt: skip
def test_c13_the_worst_for_the_customer_comes_first(
    facts: dict[str, tuple[list[str], list[str]]], expected: list[str]
) -> None:
    before = "".join(step(title, *old) for title, (old, _) in facts.items())
    after = "".join(step(title, *new) for title, (_, new) in facts.items())
    assert order(before, after) == expected


def test_c13_process_comes_after_customers_within_a_level() -> None:
    before = MAP.replace("does: reads", "owner: sales\n- does: reads")
    after = "## Awareness\n### I look {#look}\n- does: reads\n"
    assert codes({BUY: journey(before)}, {BUY: journey(after)})[:2] == ["JD321", "JD404"]


def test_c13_a_journey_with_several_changes_has_a_summary() -> None:
    before = "## Awareness\n" + step("A", "emotion: +1 x", "pain: p") + step("B", "emotion: 0 x")
    after = "## Awareness\n" + step("A", "emotion: -1 x") + step("B", "emotion: +1 x")
    found = changes(before, after)
    summary = "emotion worse in 1 step, emotion better in 1 step, 1 pain point removed"
    assert f"\n  “I buy”: {summary}\n" in as_text(found)
    assert f"\n- “I buy”: {summary}\n" in as_comment(found)
    assert document(found)["journeys"][0]["summary"] == summary


def test_c13_a_single_change_needs_no_summary() -> None:
    found = changes(MAP, MAP.replace("- pain: No prices\n", ""))
    assert "“I buy”:" not in as_text(found)


def comment(before: str, after: str) -> str:
    maps = [site({BUY: journey("## Awareness\n" + body)}).journey() for body in (before, after)]
    found = changes(
        "## Awareness\n" + before, "## Awareness\n" + after, base="main", head="feature"
    )
    return as_comment(found, curves=[("I buy", aligned(*maps))])


def test_c14_the_chart_has_two_strong_colours_and_a_legend() -> None:
    text = comment(
        step("A", "emotion: 0 x") + step("B", "emotion: +1 x"),
        step("A", "emotion: 0 x") + step("B", "emotion: -1 x"),
    )
    assert f'plotColorPalette: "{BEFORE}, {AFTER}"' in text
    assert "**I buy**: blue is before, orange is after." in text
    assert read_comment(text.encode(), "https://host.example") == text


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", [BEFORE, AFTER])
@pytest.mark.parametrize(("page", "least"), [("#ffffff", 4.5), ("#0d1117", 3)])
def test_c14_both_colours_can_be_seen_on_light_and_dark_pages(
    colour: str, page: str, least: float
) -> None:
    dark, light = sorted((_luminance(colour), _luminance(page)))
    assert (light + 0.05) / (dark + 0.05) >= least


def test_c14_c7_the_chart_has_no_emotion_that_no_one_wrote() -> None:
    before = step("A", "emotion: 0 x") + step("B", "emotion: -2 x") + step("Gone", "emotion: -1 x")
    after = step("A", "emotion: +1 x") + step("B", "does: x") + step("New", "emotion: +2 x")
    after += step("Last", "emotion: -1 x")
    before += step("Last", "emotion: -2 x")
    text = comment(before, after)
    assert re.search(r'x-axis \["1", "\d"\]', text)
    assert "  line [0, -2]\n  line [1, -1]\n" in text
    assert "2 B (before: −2, now no emotion)" in text
    assert "Gone (removed: −1)" in text
    assert r"New (new: \+2)" in text


def test_c14_equal_lines_are_not_drawn() -> None:
    before = step("A", "emotion: 0 x") + step("B", "emotion: -2 x")
    text = comment(before, before + step("New", "emotion: +2 x"))
    assert "mermaid" not in text
    assert r"Steps with an emotion in one version only: 3 New (new: \+2)" in text
