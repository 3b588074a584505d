"""The Markdown twins of the pages of a comparison."""

from __future__ import annotations

from collections.abc import Iterable

from journeybook.outputs import markdown_parts as md
from journeybook.pages.changes.views import ChangeLine, ComparisonView


def comparison_lines(view: ComparisonView) -> list[str]:
    """The page below its title."""
    lines = [f"- {name}: {count}" for _, name, count in view.counts] + [""]
    lines += [f"- {md.line(text)}" for text in view.unreadable] + [""]
    for journey in view.journeys:
        lines += [f"## {md.link(journey.link)}", "", md.line(journey.note), ""]
        lines += _changes(journey.lines)
    if view.journey:
        lines += _changes(view.journey.lines)
        lines += [md.line(view.journey.curves.summary), ""] if view.journey.curves else []
    if view.elsewhere:
        lines += [f"## {md.line(view.elsewhere_title)}", "", *_changes(view.elsewhere)]
    for note in view.notes:
        lines += [md.line(note), ""]
    lines += [f"- {md.link(link)}" for link in view.links]
    return [*lines, ""]


def _changes(changes: Iterable[ChangeLine]) -> list[str]:
    lines = []
    for change in changes:
        more = "; ".join(change.more)
        sentence = f"- {change.impact_label}: {md.line(change.sentence)}"
        lines.append(f"{sentence} ({md.line(more)})" if more else sentence)
    return [*lines, ""]
