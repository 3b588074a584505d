"""What stands in a cell of the map, as plain text for tables."""

from __future__ import annotations

from journeybook.pages import views

_ARROWS = {"next": "→", "loop": "↩", "exit": "✕"}


def cell_words(cell: views.Cell) -> str:
    """Everything in a cell, one thing a line."""
    items = (
        sorted(cell.items, key=own_first)
        if all(item.emotion for item in cell.items)
        else cell.items
    )
    return "\n".join(words for item in items for words in item_words(item) if words)


def own_first(item: views.CellItem) -> str:
    """Sorts feelings: that of the map's own persona names nobody, and stands first."""
    return item.emotion.person if item.emotion else ""


def item_words(item: views.CellItem) -> list[str]:
    """One thing in a cell; each way on is a line of its own."""
    if item.text is not None:
        return [_marked(item.text, item.note)]
    if item.emotion is not None:
        return [emotion_words(item.emotion)]
    if item.score is not None:
        return [item.score.label]
    if item.link is not None:
        return [f"{item.link.label}: {item.note}" if item.note else item.link.label]
    if item.ways:
        return [
            f"{_ARROWS[way.kind]} {way.label}" + (f" ({way.reason})" if way.reason else "")
            for way in item.ways
        ]
    return [item.note]


def emotion_words(felt: views.EmotionView) -> str:
    """`Tom: hopeful (+1)`; the word first, since a table takes a leading sign for a sum."""
    words = f"{felt.word or felt.label} ({felt.shown})"
    return f"{felt.person}: {words}" if felt.person else words


def plain_text(marked: views.MarkedText) -> str:
    """The words of a statement as readers see them, without Markdown and tags."""
    return " ".join(marked.html.striptags().split())


def _marked(marked: views.MarkedText, note: str) -> str:
    text = f"{note}: {plain_text(marked)}" if note else plain_text(marked)
    marks = [marked.severity_label, *marked.tags, *(link.label for link in marked.evidence)]
    said = "; ".join(mark for mark in marks if mark)
    return f"{text} [{said}]" if said else text
