"""The content of a cell of the map as plain text, for tables."""

from __future__ import annotations

from journeybook.pages import views

_ARROWS = {"next": "→", "loop": "↩", "exit": "✕"}


def cell_words(cell: views.Cell) -> str:
    """Everything in a cell, one item a line."""
    items = cell.items
    if all(item.emotion for item in items):
        items = tuple(sorted(items, key=own_first))
    lines: list[str] = []
    for item in items:
        lines += filter(None, item_words(item))
    return "\n".join(lines)


def own_first(item: views.CellItem) -> str:
    """A sort key for emotions: that of the map's own persona names no person, and comes first."""
    return item.emotion.person if item.emotion else ""


def item_words(item: views.CellItem) -> list[str]:
    """The lines of one item in a cell; each path to a next step has its own line."""
    if item.text is not None:
        return [_marked(item.text, item.note)]
    if item.emotion is not None:
        return [emotion_words(item.emotion)]
    if item.score is not None:
        return [item.score.label]
    if item.link is not None:
        return [f"{item.link.label}: {item.note}" if item.note else item.link.label]
    if item.ways:
        return [_path(branch) for branch in item.ways]
    return [item.note]


def _path(branch: views.BranchView) -> str:
    words = f"{_ARROWS[branch.kind]} {branch.label}"
    return f"{words} ({branch.reason})" if branch.reason else words


def emotion_words(emotion: views.EmotionView) -> str:
    """`Tom: hopeful (+1)`; the word first, since a table takes a leading sign for a formula."""
    words = f"{emotion.word or emotion.label} ({emotion.shown})"
    return f"{emotion.person}: {words}" if emotion.person else words


def plain_text(marked: views.MarkedText) -> str:
    """The words of a statement as readers see them, without Markdown and tags."""
    return " ".join(marked.html.striptags().split())


def _marked(marked: views.MarkedText, note: str) -> str:
    text = f"{note}: {plain_text(marked)}" if note else plain_text(marked)
    labels = [marked.severity_label, *marked.tags]
    labels += [link.label for link in marked.evidence]
    markers = "; ".join(filter(None, labels))
    return f"{text} [{markers}]" if markers else text
