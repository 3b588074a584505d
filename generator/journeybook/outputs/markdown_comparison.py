"""The Markdown twins of the pages of a comparison."""

from __future__ import annotations

from collections.abc import Iterable

from journeybook.outputs import markdown_parts as md
from journeybook.pages.changes.views import ChangeLine, ComparisonView


def comparison_lines(view: ComparisonView) -> list[str]:
    """The page below its title."""
    lines = [f"- {name}: {count}" for _, name, count in view.counts] + [""]
    lines += [f"- {md.line(text)}" for text in view.unreadable] + [""]
    for found in view.journeys:
        lines += [f"## {md.link(found.link)}", "", md.line(found.note), "", *_changes(found.lines)]
    if view.journey:
        lines += _changes(view.journey.lines)
        lines += [md.line(view.journey.curves.summary), ""] if view.journey.curves else []
    if view.elsewhere:
        lines += [f"## {md.line(view.elsewhere_title)}", "", *_changes(view.elsewhere)]
    lines += [part for note in view.notes for part in (md.line(note), "")]
    return [*lines, *(f"- {md.link(link)}" for link in view.links), ""]


def _changes(lines: Iterable[ChangeLine]) -> list[str]:
    return [
        f"- {line.impact_label}: {md.line(line.sentence)}"
        + (f" ({md.line('; '.join(line.more))})" if line.more else "")
        for line in lines
    ] + [""]
