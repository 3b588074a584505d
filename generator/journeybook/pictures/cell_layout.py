"""The content of a cell of the map, measured: blocks of lines with an icon, a pill or a score."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeybook.pages import views
from journeybook.pictures.cell_text import own_first, plain_text
from journeybook.pictures.drawing_surface import Ink
from journeybook.pictures.palette import (
    DELIGHT,
    DELIGHT_SOFT,
    EMOTIONS,
    INK,
    KINDS,
    MUTED,
    PAIN,
    PAIN_SOFT,
    RAISED,
    TRUTH,
    TRUTH_SOFT,
)

BODY = Ink(13, INK)
QUIET = Ink(13, MUTED)
SMALL = Ink(11.5, MUTED)
STRONG = Ink(13, INK, 600)
PAD, GAP = 7.0, 6.0
ICON, BESIDE_ICON, PILL = 15.0, 21.0, 42.0

Lines = tuple[tuple[str, Ink], ...]


@dataclass(frozen=True)
class Block:
    """One item in a cell. Its `lines` start at `indent`; `fill` and `stroke` make it a card."""

    lines: Lines = ()
    icon: str = ""
    icon_colour: str = ""
    fill: str = ""
    stroke: str = ""
    pill: tuple[str, str, str] | None = None
    """Words, ink and background of a pill at the start."""
    bar: int = 0
    """Filled parts of a bar of five."""

    @property
    def pad(self) -> float:
        """Space between the card's edge and its words."""
        return PAD if self.fill else 0.0

    @property
    def indent(self) -> float:
        """Space from the block's start to its words."""
        if self.icon:
            return self.pad + BESIDE_ICON
        return self.pad + PILL if self.pill else self.pad

    @property
    def height(self) -> float:
        words = sum(ink.leading for _, ink in self.lines)
        return max(words, 20.0 if self.pill else 12.0) + 2 * min(self.pad, 5.0)


def blocks(kind: str, cell: views.Cell, room: float, *, upright: bool) -> tuple[Block, ...]:
    """The blocks of a cell, for the kind of cell of its lane.

    `room` is the width for each block; `upright` is for scripts that have no italics.
    """
    layout = _LAYOUTS.get(kind, _text)
    items = sorted(cell.items, key=own_first) if kind == "emotion" else cell.items
    column: list[Block] = []
    for item in items:
        column += layout(item, room, upright)
    return tuple(column)


def height(column: tuple[Block, ...]) -> float:
    """The height of blocks one below the other."""
    return sum(block.height for block in column) + GAP * max(0, len(column) - 1)


def _wrapped(*texts: tuple[str, Ink], room: float) -> Lines:
    lines: list[tuple[str, Ink]] = []
    for text, ink in texts:
        if text:
            lines += [(line, ink) for line in ink.lines(text, room)]
    return tuple(lines)


def name(label: str) -> str:
    """A person's name without the job after the comma."""
    for comma in (",", "،"):
        label = label.partition(comma)[0]
    return label.strip()


def _words(item: views.CellItem) -> str:
    return plain_text(item.text) if item.text else ""


def _label(item: views.CellItem) -> str:
    return item.link.label if item.link else ""


def _text(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    return [Block(_wrapped((_words(item) or item.note, BODY), room=room))]


def _note(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    return [Block(_wrapped((_words(item), QUIET), room=room))]


def _quote(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    ink = Ink(13, INK, italic=not upright)
    return [Block(_wrapped((_words(item), ink), room=room))]


def _pain(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    return [_card(item, room, "pain", PAIN, PAIN_SOFT, _severity(item))]


def _delight(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    return [_card(item, room, "delight", DELIGHT, DELIGHT_SOFT, _severity(item))]


def _truth(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    return [_card(item, room, "truth", TRUTH, TRUTH_SOFT, item.note)]


def _severity(item: views.CellItem) -> str:
    return item.text.severity_label if item.text else ""


def _card(
    item: views.CellItem, room: float, icon: str, ink: str, background: str, label: str
) -> Block:
    head = (label, Ink(11.5, ink, 600))
    lines = _wrapped(head, (_words(item), BODY), room=room - 2 * PAD - BESIDE_ICON)
    return Block(lines, icon=icon, icon_colour=ink, fill=background)


def _chip(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    if item.link is None:
        return []
    colour = KINDS.get(item.link.kind, MUTED)
    lines = _wrapped((item.link.label, Ink(12.5, INK)), room=room - 2 * PAD - BESIDE_ICON)
    icon = item.icon or item.link.kind
    return [Block(lines, icon=icon, icon_colour=colour, fill=RAISED, stroke=colour)]


def _person(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    if item.link is None:
        return []
    lines = _wrapped((name(item.link.label), BODY), room=room - BESIDE_ICON)
    return [Block(lines, icon="person", icon_colour=KINDS["persona"])]


def _metric(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    lines = _wrapped((_label(item), BODY), (item.note, STRONG), room=room - BESIDE_ICON)
    return [Block(lines, icon="metric", icon_colour=KINDS["metric"])]


def _journey(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    lines = _wrapped((_label(item), BODY), room=room - BESIDE_ICON)
    return [Block(lines, icon="journey", icon_colour=KINDS["journey"])]


def _time(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    return [Block(_wrapped((item.note, STRONG), room=room))]


def _score(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    return [Block(bar=item.score.value)] if item.score else []


def _emotion(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    emotion = item.emotion
    if emotion is None:
        return []
    words = (emotion.word or emotion.label, BODY)
    person = (name(emotion.person), SMALL)
    ink, background = EMOTIONS.get(emotion.step, EMOTIONS["mid"])
    lines = _wrapped(words, person, room=room - PILL)
    return [Block(lines, pill=(emotion.shown, ink, background))]


def _paths(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    colours = {"exit": PAIN, "loop": TRUTH}
    reason_ink = Ink(12, MUTED, italic=not upright)
    column = []
    for branch in item.ways:
        label, reason = (branch.label, BODY), (branch.reason, reason_ink)
        lines = _wrapped(label, reason, room=room - BESIDE_ICON)
        colour = colours.get(branch.kind, MUTED)
        column.append(Block(lines, icon=branch.kind, icon_colour=colour))
    return column


_LAYOUTS: dict[str, Callable[[views.CellItem, float, bool], list[Block]]] = {
    "text": _text,
    "note": _note,
    "quote": _quote,
    "pain": _pain,
    "delight": _delight,
    "truth": _truth,
    "chips": _chip,
    "people": _person,
    "metric": _metric,
    "zoom": _journey,
    "time": _time,
    "score": _score,
    "emotion": _emotion,
    "path": _paths,
}
