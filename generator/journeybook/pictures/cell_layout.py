"""The content of a cell of the map, measured: blocks of lines with an icon, a pill or a score."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeybook.pages.fact_text import of_item, plain_text
from journeybook.pages.views import Cell, CellItem
from journeybook.pictures.cell_text import own_first
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


def blocks(kind: str, cell: Cell, room: float, *, upright: bool) -> tuple[Block, ...]:
    """The blocks of a cell, for the kind of cell of its lane.

    `room` is the width for each block; `upright` is for scripts that have no italics.
    """
    layout = _Layout(room, upright)
    blocks_of = _KINDS.get(kind, _Layout.text)
    items = sorted(cell.items, key=own_first) if kind == "emotion" else cell.items
    column: list[Block] = []
    for item in items:
        column += blocks_of(layout, item)
    return tuple(column)


def height(column: tuple[Block, ...]) -> float:
    """The height of blocks one below the other."""
    gaps = GAP * max(0, len(column) - 1)
    return sum(block.height for block in column) + gaps


def name(label: str) -> str:
    """A person's name without the job after the comma."""
    for comma in (",", "،"):
        label = label.partition(comma)[0]
    return label.strip()


@dataclass(frozen=True)
class _Layout:
    """Makes blocks of items; one method for each kind of cell."""

    room: float
    upright: bool

    def text(self, item: CellItem) -> list[Block]:
        return [Block(self._wrapped((_words(item) or item.note, BODY)))]

    def note(self, item: CellItem) -> list[Block]:
        return [Block(self._wrapped((_words(item), QUIET)))]

    def quote(self, item: CellItem) -> list[Block]:
        ink = Ink(13, INK, italic=not self.upright)
        return [Block(self._wrapped((_words(item), ink)))]

    def pain(self, item: CellItem) -> list[Block]:
        return [self._card(item, "pain", PAIN, PAIN_SOFT, _severity(item))]

    def delight(self, item: CellItem) -> list[Block]:
        return [self._card(item, "delight", DELIGHT, DELIGHT_SOFT, _severity(item))]

    def truth(self, item: CellItem) -> list[Block]:
        return [self._card(item, "truth", TRUTH, TRUTH_SOFT, item.note)]

    def _card(self, item: CellItem, icon: str, ink: str, background: str, label: str) -> Block:
        head = (label, Ink(11.5, ink, 600))
        lines = self._wrapped(head, (_words(item), BODY), beside=_CARD_ICON)
        return Block(lines, icon=icon, icon_colour=ink, fill=background)

    def chip(self, item: CellItem) -> list[Block]:
        link = item.link
        if link is None:
            return []
        colour = KINDS.get(link.kind, MUTED)
        lines = self._wrapped((link.label, Ink(12.5, INK)), beside=_CARD_ICON)
        icon = item.icon or link.kind
        return [Block(lines, icon=icon, icon_colour=colour, fill=RAISED, stroke=colour)]

    def person(self, item: CellItem) -> list[Block]:
        if item.link is None:
            return []
        lines = self._wrapped((name(item.link.label), BODY), beside=BESIDE_ICON)
        return [Block(lines, icon="person", icon_colour=KINDS["persona"])]

    def metric(self, item: CellItem) -> list[Block]:
        (text,) = of_item(item)
        lines = self._wrapped((text.words, BODY), (text.detail, STRONG), beside=BESIDE_ICON)
        return [Block(lines, icon="metric", icon_colour=KINDS["metric"])]

    def journey(self, item: CellItem) -> list[Block]:
        lines = self._wrapped((_label(item), BODY), beside=BESIDE_ICON)
        return [Block(lines, icon="journey", icon_colour=KINDS["journey"])]

    def time(self, item: CellItem) -> list[Block]:
        return [Block(self._wrapped((item.note, STRONG)))]

    def score(self, item: CellItem) -> list[Block]:
        return [Block(bar=item.score.value)] if item.score else []

    def emotion(self, item: CellItem) -> list[Block]:
        emotion = item.emotion
        if emotion is None:
            return []
        (text,) = of_item(item)
        words, person = (text.words, BODY), (name(text.person), SMALL)
        ink, background = EMOTIONS.get(emotion.step, EMOTIONS["mid"])
        lines = self._wrapped(words, person, beside=PILL)
        return [Block(lines, pill=(emotion.shown, ink, background))]

    def paths(self, item: CellItem) -> list[Block]:
        reason_ink = Ink(12, MUTED, italic=not self.upright)
        column = []
        for branch, text in zip(item.ways, of_item(item), strict=True):
            label, reason = (text.words, BODY), (", ".join(text.markers), reason_ink)
            lines = self._wrapped(label, reason, beside=BESIDE_ICON)
            colour = _BRANCH_COLOURS.get(branch.kind, MUTED)
            column.append(Block(lines, icon=branch.kind, icon_colour=colour))
        return column

    def _wrapped(self, *texts: tuple[str, Ink], beside: float = 0.0) -> Lines:
        """The texts in lines that fit into the room, without the space `beside` them."""
        lines: list[tuple[str, Ink]] = []
        for text, ink in texts:
            if text:
                lines += [(line, ink) for line in ink.lines(text, self.room - beside)]
        return tuple(lines)


def _words(item: CellItem) -> str:
    return plain_text(item.text) if item.text else ""


def _label(item: CellItem) -> str:
    return item.link.label if item.link else ""


def _severity(item: CellItem) -> str:
    return item.text.severity_label if item.text else ""


_CARD_ICON = 2 * PAD + BESIDE_ICON
_BRANCH_COLOURS = {"exit": PAIN, "loop": TRUTH}
_KINDS: dict[str, Callable[[_Layout, CellItem], list[Block]]] = {
    "text": _Layout.text,
    "note": _Layout.note,
    "quote": _Layout.quote,
    "pain": _Layout.pain,
    "delight": _Layout.delight,
    "truth": _Layout.truth,
    "chips": _Layout.chip,
    "people": _Layout.person,
    "metric": _Layout.metric,
    "zoom": _Layout.journey,
    "time": _Layout.time,
    "score": _Layout.score,
    "emotion": _Layout.emotion,
    "path": _Layout.paths,
}
