"""The lanes of a poster: a row each, as high as its fullest cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journeybook.diagrams.measure import is_right_to_left
from journeybook.diagrams.svg_tree import Element
from journeybook.pages import views
from journeybook.pictures.cell_layout import GAP, ICON, Block, blocks, height
from journeybook.pictures.drawing_surface import DrawingSurface, Ink
from journeybook.pictures.palette import (
    DELIGHT,
    INK,
    KINDS,
    LINE,
    LINE_STRONG,
    MUTED,
    PAIN,
    SURFACE,
    TRUTH,
)
from journeybook.pictures.poster_head import Framed

MARGIN, LANE = 56.0, 168.0
_NAME, _RULE = Ink(13, MUTED, 600), Ink(13, INK, 600)
_INSIDE, _ABOVE = 10.0, 9.0
_COLOURS = {
    "pain": PAIN,
    "delight": DELIGHT,
    "moment of truth": TRUTH,
    "content": KINDS["collateral"],
}

Drawn = tuple[list[Element], float]


def lane_rows(
    frame: Framed,
    made: views.Canvas,
    lanes: Sequence[views.Lane],
    rule: str,
    y: float,
    curve_row: Callable[[float], Drawn],
) -> Drawn:
    """The lanes on one side of the blueprint's lines, below the rule that parts them from the side
    before."""
    parts: list[Element] = []
    if rule:
        parts += frame.sheet.words(MARGIN, y + 22, [rule], _RULE)
        y += 22 + _RULE.leading + 6
        parts.append(
            frame.sheet.rule(MARGIN, y, frame.start + frame.grid, y, LINE_STRONG, 1.5, "7 5")
        )
    for lane in lanes:
        if lane.key == "emotion":
            more, y = curve_row(y)
            parts += more
        more, y = _lane(frame, made, lane, y)
        parts += more
    return parts, y


def _lane(frame: Framed, made: views.Canvas, lane: views.Lane, y: float) -> Drawn:
    top = y
    parts: list[Element] = []
    if lane.stage_cells:
        widths = [stage.columns * frame.column for stage in made.stages]
        more, y = _row(frame, lane, lane.stage_cells, widths, y)
        parts += more
    if any(cell.items for cell in lane.cells):
        if parts:
            parts.append(frame.sheet.rule(frame.start, y, frame.start + frame.grid, y, LINE))
        more, y = _row(frame, lane, lane.cells, [frame.column] * len(lane.cells), y)
        parts += more
    lines = _NAME.lines(lane.title, LANE - 12 - 24 - 8)
    y = max(y, top + len(lines) * _NAME.leading + 2 * _ABOVE)
    colour = _COLOURS.get(lane.key, KINDS.get(lane.key, MUTED))
    name = [
        frame.sheet.box(MARGIN, top, LANE, y - top, SURFACE),
        *frame.sheet.icon(lane.icon, MARGIN + 12, top + _ABOVE + 1, 16, colour),
        *frame.sheet.words(MARGIN + 36, top + _ABOVE, lines, _NAME),
        frame.sheet.rule(MARGIN, y, frame.start + frame.grid, y, LINE),
    ]
    return [*name, *parts], y


def _row(
    frame: Framed, lane: views.Lane, cells: Sequence[views.Cell], widths: Sequence[float], y: float
) -> Drawn:
    made = []
    for cell, wide in zip(cells, widths, strict=True):
        room = min(wide - 2 * _INSIDE, 560.0)
        words = " ".join(item.text.text for item in cell.items if item.text)
        upright = frame.sheet.rtl or is_right_to_left(words)
        made.append((blocks(lane.cell, cell, room, upright=upright), room, wide))
    high = max((height(found) for found, *_ in made), default=0.0)
    parts: list[Element] = []
    x = frame.start
    for found, room, wide in made:
        top = y + _ABOVE
        for block in found:
            parts += _block(frame.sheet, block, x + _INSIDE, top, room)
            top += block.height + GAP
        x += wide
    return parts, y + high + 2 * _ABOVE


def _block(sheet: DrawingSurface, block: Block, x: float, y: float, room: float) -> list[Element]:
    parts: list[Element] = []
    if block.fill:
        parts.append(sheet.box(x, y, room, block.height, block.fill, block.stroke, 5))
    top = y + min(block.pad, 5.0)
    first = block.lines[0][1].leading if block.lines else 18.0
    if block.icon:
        parts += sheet.icon(
            block.icon, x + block.pad, top + (first - ICON) / 2, ICON, block.icon_colour
        )
    if block.pill:
        shown, colour, ground = block.pill
        parts.append(sheet.box(x, y, 34, 20, ground, rx=10))
        look = Ink(12.5, colour, 600)
        parts += sheet.words(
            x + 17, y + (20 - look.leading) / 2, [f"\u2066{shown}\u2069"], look, middle=True
        )
        top += 1
    if block.bar:
        for at in range(5):
            parts.append(
                sheet.box(x + at * 16, y + 2, 13, 8, INK if at < block.bar else LINE, rx=1.5)
            )
    for text, ink in block.lines:
        parts += sheet.words(x + block.indent, top, [text], ink)
        top += ink.leading
    return parts
