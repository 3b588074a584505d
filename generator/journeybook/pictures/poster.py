"""The whole map as one picture to hang up, or its emotion curve alone; every text is wrapped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from journeybook.diagrams.svg_tree import Element
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.maps.canvas import canvas as canvas_of
from journeybook.pages.theme import Theme, static_files
from journeybook.pages.theme_overrides import without_record
from journeybook.pictures.curve_picture import curve_height, draw_axis, draw_curve, draw_legend
from journeybook.pictures.drawing_surface import DrawingSurface, Drawn, document
from journeybook.pictures.map_grid import COLUMN, LANE_NAMES, MARGIN, MapGrid
from journeybook.pictures.palette import LINE, LINE_STRONG, PAPER, SURFACE
from journeybook.pictures.poster_head import draw_foot, draw_head, draw_stages, draw_steps
from journeybook.pictures.poster_lanes import draw_lanes
from journeybook.schema.documents import Journey

NARROWEST, LEAST, MOST = 1240.0, 1.16, 1.9
"""Width of the narrowest poster; the least and the most that columns are scaled to fill it."""
_NARROWEST_CURVE = 1400.0
_SIDES = ("customer", "frontstage", "backstage", "support", "business")


def poster(
    ctx: PageContext,
    journey: Journey,
    icon_texts: Mapping[str, str],
    canvas: views.Canvas | None = None,
) -> str:
    """The map of a journey as the text of an SVG file.

    `icon_texts` are the theme's icons (see `icons`). `canvas` is the journey's canvas, if the
    caller has it already.
    """
    canvas = canvas or canvas_of(ctx, journey)
    columns = max(1, len(canvas.steps))
    scale = min(MOST, max(LEAST, (NARROWEST - 2 * MARGIN - LANE_NAMES) / (columns * COLUMN)))
    width = max(NARROWEST, 2 * MARGIN + LANE_NAMES + columns * COLUMN * scale)
    surface = DrawingSurface(width, ctx.rtl, icon_texts)
    grid = MapGrid(surface, scale, columns, ctx.messages.number)
    parts, heads_start = draw_head(ctx, journey, surface, MARGIN)
    heads, lanes_start = _draw_heads(grid, canvas, heads_start)
    lanes, end = _draw_all_lanes(ctx, grid, canvas, lanes_start)
    sentence = canvas.curve.sentence if canvas.curve else ""
    foot, bottom = draw_foot(ctx, journey, surface, sentence, end)
    description = f"{len(canvas.stages)} × {len(canvas.steps)}. {sentence}".strip()
    every = [*_column_lines(grid, canvas, lanes_start, end), *parts, *heads, *lanes, *foot]
    return document(width, bottom, str(journey.title), description, every, PAPER)


def curve_picture(
    ctx: PageContext,
    journey: Journey,
    icon_texts: Mapping[str, str],
    canvas: views.Canvas | None = None,
) -> str | None:
    """The curve alone, below its stages and steps; None if no step has an emotion.

    The parameters are those of `poster`.
    """
    canvas = canvas or canvas_of(ctx, journey)
    if canvas.curve is None:
        return None
    columns = len(canvas.steps)
    scale = (_NARROWEST_CURVE - 2 * MARGIN - LANE_NAMES) / (columns * COLUMN)
    scale = max(0.7, min(MOST, scale))
    width = 2 * MARGIN + LANE_NAMES + columns * COLUMN * scale
    surface = DrawingSurface(max(width, 760), ctx.rtl, icon_texts)
    grid = MapGrid(surface, scale, columns, ctx.messages.number)
    titles_only = tuple(replace(stage, goal="", owner="") for stage in canvas.stages)
    parts, y = draw_head(ctx, journey, surface, MARGIN, brief=True)
    heads, y = _draw_heads(grid, replace(canvas, stages=titles_only), y)
    row, y = _draw_curve_row(ctx, grid, canvas.curve, y)
    foot, y = draw_foot(ctx, journey, surface, canvas.curve.sentence, y)
    every = [*parts, *heads, *row, *foot]
    return document(surface.width, y, str(journey.title), canvas.curve.sentence, every, PAPER)


def icons(theme: Theme) -> Mapping[str, str]:
    """The theme's icons: name -> text of the SVG file."""
    texts: dict[str, str] = {}
    for path, data in static_files(theme).items():
        if path.startswith("icons/") and path.endswith(".svg"):
            name = path.removeprefix("icons/").removesuffix(".svg")
            texts[name] = without_record(data).decode("utf-8", "replace")
    return texts


def _draw_heads(grid: MapGrid, canvas: views.Canvas, y: float) -> Drawn:
    stages, y = draw_stages(grid, canvas, y)
    steps, y = draw_steps(grid, canvas, y)
    return [*stages, *steps], y


def _draw_all_lanes(ctx: PageContext, grid: MapGrid, canvas: views.Canvas, y: float) -> Drawn:
    """The lanes of each side of the blueprint's lines, and the curve above its lane."""

    def draw_curve_row(top: float) -> Drawn:
        if canvas.curve is None:
            return [], top
        return _draw_curve_row(ctx, grid, canvas.curve, top)

    parts: list[Element] = []
    for side in _SIDES:
        lanes = [lane for lane in canvas.lanes if lane.line == side and _has_items(lane)]
        line_name = _line_name(ctx, side) if lanes else ""
        drawn, y = draw_lanes(grid, canvas, lanes, line_name, y, draw_curve_row)
        parts += drawn
    return parts, y


def _has_items(lane: views.Lane) -> bool:
    """A lane may be empty if a comparison shows it only for what was removed."""
    return any(cell.items for cell in (*lane.cells, *lane.stage_cells))


def _draw_curve_row(ctx: PageContext, grid: MapGrid, curve: views.Curve, y: float) -> Drawn:
    surface = grid.surface
    height = curve_height(curve, grid.scale)
    legend, legend_height = draw_legend(
        surface,
        curve,
        ctx.t("Moment of truth"),
        grid.start + 10,
        y + height + 4,
        grid.width - 20,
    )
    below = legend_height + 8 if legend_height else 0
    end = y + height + below
    parts = [
        surface.box(MARGIN, y, LANE_NAMES, height + below, SURFACE),
        *draw_curve(surface, curve, grid.start, y, grid.scale),
        surface.box(grid.start, y + height, grid.width, below, PAPER),
        *draw_axis(surface, curve, MARGIN + 12, y, grid.scale, LANE_NAMES - 20),
        *legend,
        surface.rule(MARGIN, end, grid.end, end, LINE),
    ]
    return parts, end


def _column_lines(grid: MapGrid, canvas: views.Canvas, top: float, end: float) -> list[Element]:
    """The lines between columns, stronger between stages, and the line below the last lane."""
    surface = grid.surface
    parts = [surface.rule(grid.start, top, grid.start, end, LINE_STRONG)]
    for number, step in enumerate(canvas.steps):
        if number:
            x = grid.start + number * grid.column
            colour = LINE_STRONG if step.first_in_stage else LINE
            parts.append(surface.rule(x, top, x, end, colour))
    parts.append(surface.rule(MARGIN, end, grid.end, end, LINE_STRONG))
    return parts


def _line_name(ctx: PageContext, side: str) -> str:
    """The name of the line above a side of the blueprint; the customer's side has none."""
    names = {
        "frontstage": ctx.t("Line of interaction"),
        "backstage": ctx.t("Line of visibility"),
        "support": ctx.t("Line of internal interaction"),
        "business": ctx.t("What it means to us"),
    }
    return names.get(side, "")
