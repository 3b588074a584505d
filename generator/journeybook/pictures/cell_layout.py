"""What stands in a cell of the map, measured: blocks of lines with an icon, a card, a pill or a bar
of five."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeybook.pages import views
from journeybook.pictures.cell_text import own_first, plain_text
from journeybook.pictures.drawing_surface import Ink
from journeybook.pictures.palette import (
    DELIGHT,
    DELIGHT_SOFT,
    FEELINGS,
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


@dataclass(frozen=True)
class Block:
    """One thing in a cell. `lines` are written after `indent`; `fill` and `stroke` make a card of
    it."""

    lines: tuple[tuple[str, Ink], ...] = ()
    icon: str = ""
    icon_colour: str = ""
    fill: str = ""
    stroke: str = ""
    pill: tuple[str, str, str] | None = None
    """Words, ink and ground of a pill at the start."""
    bar: int = 0
    """Of five."""

    @property
    def pad(self) -> float:
        """Between the card's edge and its words."""
        return PAD if self.fill else 0.0

    @property
    def indent(self) -> float:
        """From the block's start to its words."""
        return self.pad + (BESIDE_ICON if self.icon else PILL if self.pill else 0)

    @property
    def height(self) -> float:
        words = sum(ink.leading for _, ink in self.lines)
        return max(words, 20.0 if self.pill else 12.0) + 2 * min(self.pad, 5.0)


def blocks(kind: str, cell: views.Cell, room: float, *, upright: bool) -> tuple[Block, ...]:
    """The blocks of a cell of a kind of lane; `upright` for scripts that have no italics."""
    maker = _MAKERS.get(kind, _text)
    items = sorted(cell.items, key=own_first) if kind == "emotion" else cell.items
    return tuple(made for item in items for made in maker(item, room, upright))


def height(made: tuple[Block, ...]) -> float:
    """How high blocks stand one below the other."""
    return sum(block.height for block in made) + GAP * max(0, len(made) - 1)


def _written(*parts: tuple[str, Ink], room: float) -> tuple[tuple[str, Ink], ...]:
    return tuple((line, ink) for text, ink in parts if text for line in ink.lines(text, room))


def name(label: str) -> str:
    """A person's name without the job behind the comma."""
    for comma in (",", "،"):
        label = label.partition(comma)[0]
    return label.strip()


def _said(item: views.CellItem) -> str:
    return plain_text(item.text) if item.text else ""


def _text(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    return [Block(_written((_said(item) or item.note, BODY), room=room))]


def _note(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    return [Block(_written((_said(item), QUIET), room=room))]


def _quote(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    return [Block(_written((_said(item), Ink(13, INK, italic=not upright)), room=room))]


def _card(
    item: views.CellItem, room: float, icon: str, ink: str, ground: str, label: str
) -> list[Block]:
    inside = room - 2 * PAD - BESIDE_ICON
    lines = _written((label, Ink(11.5, ink, 600)), (_said(item), BODY), room=inside)
    return [Block(lines, icon=icon, icon_colour=ink, fill=ground)]


def _pain(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    return _card(item, room, "pain", PAIN, PAIN_SOFT, item.text.severity_label if item.text else "")


def _delight(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    return _card(
        item, room, "delight", DELIGHT, DELIGHT_SOFT, item.text.severity_label if item.text else ""
    )


def _truth(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    return _card(item, room, "truth", TRUTH, TRUTH_SOFT, item.note)


def _chip(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    if item.link is None:
        return []
    colour = KINDS.get(item.link.kind, MUTED)
    lines = _written((item.link.label, Ink(12.5, INK)), room=room - 2 * PAD - BESIDE_ICON)
    return [
        Block(
            lines, icon=item.icon or item.link.kind, icon_colour=colour, fill=RAISED, stroke=colour
        )
    ]


def _person(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    if item.link is None:
        return []
    lines = _written((name(item.link.label), BODY), room=room - BESIDE_ICON)
    return [Block(lines, icon="person", icon_colour=KINDS["persona"])]


def _metric(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    label = item.link.label if item.link else ""
    lines = _written((label, BODY), (item.note, STRONG), room=room - BESIDE_ICON)
    return [Block(lines, icon="metric", icon_colour=KINDS["metric"])]


def _journey(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    lines = _written((item.link.label if item.link else "", BODY), room=room - BESIDE_ICON)
    return [Block(lines, icon="journey", icon_colour=KINDS["journey"])]


def _time(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    return [Block(_written((item.note, STRONG), room=room))]


def _score(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    return [Block(bar=item.score.value)] if item.score else []


def _emotion(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    felt = item.emotion
    if felt is None:
        return []
    lines = _written((felt.word or felt.label, BODY), (name(felt.person), SMALL), room=room - PILL)
    return [Block(lines, pill=(felt.shown, *FEELINGS.get(felt.step, FEELINGS["mid"])))]


def _path(item: views.CellItem, room: float, upright: bool) -> list[Block]:
    colours = {"exit": PAIN, "loop": TRUTH}
    return [
        Block(
            _written(
                (way.label, BODY),
                (way.reason, Ink(12, MUTED, italic=not upright)),
                room=room - BESIDE_ICON,
            ),
            icon=way.kind,
            icon_colour=colours.get(way.kind, MUTED),
        )
        for way in item.ways
    ]


_MAKERS: dict[str, Callable[[views.CellItem, float, bool], list[Block]]] = {
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
    "path": _path,
}
