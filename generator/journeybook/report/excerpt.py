"""A source line prepared for a terminal: tabs expanded, hidden characters spelled out, cut to a
width."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.text import display_width, visible

TAB = 4
WIDTH = 96
_BEFORE = 40
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The part of a line to show, and the position and width of the underline in terminal cells."""

    text: str
    start: int
    width: int


def excerpt(line: str, column: int, end_column: int) -> Excerpt:
    """The line, or the part of a long line around the columns (in characters, from 1)."""
    start = min(max(column - 1, 0), len(line))
    end = min(max(end_column - 1, start), len(line))
    first = start - _BEFORE if len(line) > WIDTH and start > WIDTH - _BEFORE else 0
    lead = _CUT if first else ""
    shown, cells = lead, len(lead)
    mark_start, mark_end, last = cells, cells, False
    for at in range(first, len(line)):
        if at == start:
            mark_start = cells
        piece = " " * (TAB - cells % TAB) if line[at] == "\t" else visible(line[at])
        if cells + display_width(piece) > WIDTH:
            last = True
            break
        shown += piece
        cells += display_width(piece)
        if at < end:
            mark_end = cells
    if start >= len(line):
        mark_start = cells
    return Excerpt(shown + (_CUT if last else ""), mark_start, max(mark_end - mark_start, 1))
