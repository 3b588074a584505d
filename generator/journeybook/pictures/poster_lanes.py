"""The lanes of a poster: a row for each, as high as its fullest cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from journeybook.diagrams.measure import is_right_to_left
from journeybook.diagrams.svg_tree import Element
from journeybook.pages import views
from journeybook.pictures.cell_layout import GAP, ICON, Block, blocks, height
from journeybook.pictures.drawing_surface import DrawingSurface, Drawn, Ink
from journeybook.pictures.map_grid import LANE_NAMES, MARGIN, MapGrid
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

_NAME, _RULE = Ink(13, MUTED, 600), Ink(13, INK, 600)
_INSIDE, _ABOVE = 10.0, 9.0
_COLOURS = {
    "pain": PAIN,
    "delight": DELIGHT,
    "moment of truth": TRUTH,
    "content": KINDS["collateral"],
}


def draw_lanes(
    grid: MapGrid,
    canvas: views.Canvas,
    lanes: Sequence[views.Lane],
    line_name: str,
    y: float,
    draw_curve_row: Callable[[float], Drawn],
) -> Drawn:
    """The lanes on one side of the blueprint's lines, below the line named `line_name`, if any."""
    parts: list[Element] = []
    if line_name:
        parts += grid.surface.words(MARGIN, y + 22, [line_name], _RULE)
        y += 22 + _RULE.leading + 6
        parts.append(grid.surface.rule(MARGIN, y, grid.end, y, LINE_STRONG, 1.5, "7 5"))
    for lane in lanes:
        if lane.key == "emotion":
            row, y = draw_curve_row(y)
            parts += row
        row, y = _draw_lane(grid, canvas, lane, y)
        parts += row
    return parts, y


def _draw_lane(grid: MapGrid, canvas: views.Canvas, lane: views.Lane, y: float) -> Drawn:
    surface, top = grid.surface, y
    parts: list[Element] = []
    if lane.stage_cells:
        widths = [stage.columns * grid.column for stage in canvas.stages]
        row, y = _draw_row(grid, lane, lane.stage_cells, widths, y)
        parts += row
    if any(cell.items for cell in lane.cells):
        if parts:
            parts.append(surface.rule(grid.start, y, grid.end, y, LINE))
        row, y = _draw_row(grid, lane, lane.cells, [grid.column] * len(lane.cells), y)
        parts += row
    lines = _NAME.lines(lane.title, LANE_NAMES - 12 - 24 - 8)
    y = max(y, top + len(lines) * _NAME.leading + 2 * _ABOVE)
    colour = _COLOURS.get(lane.key, KINDS.get(lane.key, MUTED))
    name = [
        surface.box(MARGIN, top, LANE_NAMES, y - top, SURFACE),
        *surface.icon(lane.icon, MARGIN + 12, top + _ABOVE + 1, 16, colour),
        *surface.words(MARGIN + 36, top + _ABOVE, lines, _NAME),
        surface.rule(MARGIN, y, grid.end, y, LINE),
    ]
    return [*name, *parts], y


@dataclass(frozen=True)
class _CellBlocks:
    """The blocks of one cell, the room for them, and the width of the cell."""

    blocks: tuple[Block, ...]
    room: float
    width: float


def _draw_row(
    grid: MapGrid, lane: views.Lane, cells: Sequence[views.Cell], widths: Sequence[float], y: float
) -> Drawn:
    columns = list(_measured(grid, lane, cells, widths))
    tallest = max((height(column.blocks) for column in columns), default=0.0)
    parts: list[Element] = []
    x = grid.start
    for column in columns:
        top = y + _ABOVE
        for block in column.blocks:
            parts += _draw_block(grid.surface, block, x + _INSIDE, top, column.room)
            top += block.height + GAP
        x += column.width
    return parts, y + tallest + 2 * _ABOVE


def _measured(
    grid: MapGrid, lane: views.Lane, cells: Sequence[views.Cell], widths: Sequence[float]
) -> Iterator[_CellBlocks]:
    for cell, width in zip(cells, widths, strict=True):
        room = min(width - 2 * _INSIDE, 560.0)
        words = " ".join(item.text.text for item in cell.items if item.text)
        upright = grid.surface.rtl or is_right_to_left(words)
        yield _CellBlocks(blocks(lane.cell, cell, room, upright=upright), room, width)


def _draw_block(
    surface: DrawingSurface, block: Block, x: float, y: float, room: float
) -> list[Element]:
    parts: list[Element] = []
    if block.fill:
        parts.append(surface.box(x, y, room, block.height, block.fill, block.stroke, 5))
    top = y + min(block.pad, 5.0)
    if block.icon:
        first_line = block.lines[0][1].leading if block.lines else 18.0
        icon_top = top + (first_line - ICON) / 2
        parts += surface.icon(block.icon, x + block.pad, icon_top, ICON, block.icon_colour)
    if block.pill:
        parts += _draw_pill(surface, block.pill, x, y)
        top += 1
    if block.bar:
        parts += _draw_bar(surface, block.bar, x, y)
    for text, ink in block.lines:
        parts += surface.words(x + block.indent, top, [text], ink)
        top += ink.leading
    return parts


def _draw_pill(
    surface: DrawingSurface, pill: tuple[str, str, str], x: float, y: float
) -> Iterator[Element]:
    words, colour, background = pill
    ink = Ink(12.5, colour, 600)
    top = y + (20 - ink.leading) / 2
    yield surface.box(x, y, 34, 20, background, rx=10)
    yield from surface.words(x + 17, top, [f"\u2066{words}\u2069"], ink, middle=True)


def _draw_bar(surface: DrawingSurface, score: int, x: float, y: float) -> Iterator[Element]:
    for part in range(5):
        colour = INK if part < score else LINE
        yield surface.box(x + part * 16, y + 2, 13, 8, colour, rx=1.5)
