"""The content of a cell of the map as plain text, for tables."""

from __future__ import annotations

from journeybook.pages import views
from journeybook.pages.fact_text import of_item


def cell_words(cell: views.Cell) -> str:
    """Everything in a cell, one fact a line."""
    items = cell.items
    if all(item.emotion for item in items):
        items = tuple(sorted(items, key=own_first))
    lines: list[str] = []
    for item in items:
        lines += [text.plain() for text in of_item(item)]
    return "\n".join(lines)


def own_first(item: views.CellItem) -> str:
    """A sort key for emotions: that of the map's own persona names no person, and comes first."""
    return item.emotion.person if item.emotion else ""
