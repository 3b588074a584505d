"""The whole map as one picture to hang up: head, stages, steps, lanes and the curve, every text
wrapped to fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from journeybook.diagrams.svg_tree import Element
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.maps.canvas import canvas
from journeybook.pages.theme import Theme, static_files
from journeybook.pages.theme_overrides import without_record
from journeybook.pictures.curve_picture import axis, curve, legend, tall
from journeybook.pictures.drawing_surface import DrawingSurface, document
from journeybook.pictures.palette import LINE, LINE_STRONG, PAPER, SURFACE
from journeybook.pictures.poster_head import foot, head, stage_bands, step_heads
from journeybook.pictures.poster_lanes import lane_rows
from journeybook.schema.documents import Journey

MARGIN, LANE, COLUMN = 56.0, 168.0, 192.0
NARROWEST, LEAST, MOST = 1240.0, 1.16, 1.9
"""Width of the narrowest poster; how far columns are scaled for it."""
_ALONE = 1400.0  # how wide a curve alone becomes at least


@dataclass(frozen=True)
class Frame:
    """Where things stand: the grid of columns behind the column of lane names."""

    sheet: DrawingSurface
    scale: float
    columns: int
    count: Callable[[float], str]
    """A number in the digits of the map's language."""

    @property
    def start(self) -> float:
        """Where the columns start."""
        return MARGIN + LANE

    @property
    def column(self) -> float:
        return COLUMN * self.scale

    @property
    def grid(self) -> float:
        """How wide all columns are."""
        return self.column * self.columns


def poster(
    ctx: PageContext, journey: Journey, signs: Mapping[str, str], drawn: views.Canvas | None = None
) -> str:
    """The map of a journey as the text of an SVG file; `signs` are those of `icons`, `drawn` is its
    canvas where that is there already."""
    made = drawn or canvas(ctx, journey)
    columns = max(1, len(made.steps))
    scale = min(MOST, max(LEAST, (NARROWEST - 2 * MARGIN - LANE) / (columns * COLUMN)))
    width = max(NARROWEST, 2 * MARGIN + LANE + columns * COLUMN * scale)
    frame = Frame(DrawingSurface(width, ctx.rtl, signs), scale, columns, ctx.messages.number)
    parts, y = head(ctx, journey, frame.sheet, MARGIN)
    top = y
    for draw in (stage_bands, step_heads):
        more, y = draw(frame, made, y)
        parts += more
    body = y
    behind: list[Element] = []
    for side in ("customer", "frontstage", "backstage", "support", "business"):
        lanes = [lane for lane in made.lanes if lane.line == side and _says_something(lane)]
        more, y = lane_rows(
            frame,
            made,
            lanes,
            _rule(ctx, side) if lanes else "",
            y,
            lambda at: _curve_row(ctx, frame, made, at),
        )
        parts += more
    behind += _columns(frame, made, top, body, y)
    more, y = foot(ctx, journey, frame.sheet, made.curve.sentence if made.curve else "", y)
    description = (
        f"{len(made.stages)} × {len(made.steps)}. {made.curve.sentence if made.curve else ''}"
    ).strip()
    return document(width, y, str(journey.title), description, [*behind, *parts, *more], PAPER)


def _says_something(lane: views.Lane) -> bool:
    """Where a site is compared, a lane may stand on the map for what is gone from it."""
    return any(cell.items for cell in (*lane.cells, *lane.stage_cells))


def curve_picture(
    ctx: PageContext, journey: Journey, signs: Mapping[str, str], drawn: views.Canvas | None = None
) -> str | None:
    """The curve alone, below its stages and steps; None where no step notes a feeling. The rest as
    for `poster`."""
    made = drawn or canvas(ctx, journey)
    if made.curve is None:
        return None
    columns = len(made.steps)
    scale = max(0.7, min(MOST, (_ALONE - 2 * MARGIN - LANE) / (columns * COLUMN)))
    width = 2 * MARGIN + LANE + columns * COLUMN * scale
    frame = Frame(
        DrawingSurface(max(width, 760), ctx.rtl, signs), scale, columns, ctx.messages.number
    )
    bare = replace(made, stages=tuple(replace(stage, goal="", owner="") for stage in made.stages))
    parts, y = head(ctx, journey, frame.sheet, MARGIN, brief=True)
    for draw in (stage_bands, step_heads):
        more, y = draw(frame, bare, y)
        parts += more
    more, y = _curve_row(ctx, frame, made, y)
    parts += more
    more, y = foot(ctx, journey, frame.sheet, made.curve.sentence, y)
    return document(
        frame.sheet.width, y, str(journey.title), made.curve.sentence, [*parts, *more], PAPER
    )


def icons(theme: Theme) -> Mapping[str, str]:
    """The theme's icons by name."""
    return {
        path.removeprefix("icons/").removesuffix(".svg"): without_record(data).decode(
            "utf-8", "replace"
        )
        for path, data in static_files(theme).items()
        if path.startswith("icons/") and path.endswith(".svg")
    }


def _curve_row(
    ctx: PageContext, frame: Frame, made: views.Canvas, y: float
) -> tuple[list[Element], float]:
    if made.curve is None:
        return [], y
    high = tall(made.curve, frame.scale)
    shown, more = legend(
        frame.sheet,
        made.curve,
        ctx.t("Moment of truth"),
        frame.start + 10,
        y + high + 4,
        frame.grid - 20,
    )
    below = more + 8 if more else 0
    parts = [
        frame.sheet.box(MARGIN, y, LANE, high + below, SURFACE),
        *curve(frame.sheet, made.curve, frame.start, y, frame.scale),
        frame.sheet.box(frame.start, y + high, frame.grid, below, PAPER),
        *axis(frame.sheet, made.curve, MARGIN + 12, y, frame.scale, LANE - 20),
        *shown,
        frame.sheet.rule(
            MARGIN, y + high + below, frame.start + frame.grid, y + high + below, LINE
        ),
    ]
    return parts, y + high + below


def _columns(
    frame: Frame, made: views.Canvas, top: float, body: float, end: float
) -> list[Element]:
    """The lines between columns, and the stronger ones between stages, from the heads to the last
    lane."""
    parts = [frame.sheet.rule(frame.start, body, frame.start, end, LINE_STRONG)]
    for at, step in enumerate(made.steps):
        if at:
            x = frame.start + at * frame.column
            parts.append(
                frame.sheet.rule(x, body, x, end, LINE_STRONG if step.first_in_stage else LINE)
            )
    parts.append(frame.sheet.rule(MARGIN, end, frame.start + frame.grid, end, LINE_STRONG))
    return parts


def _rule(ctx: PageContext, side: str) -> str:
    return {
        "frontstage": ctx.t("Line of interaction"),
        "backstage": ctx.t("Line of visibility"),
        "support": ctx.t("Line of internal interaction"),
        "business": ctx.t("What it means to us"),
    }.get(side, "")
