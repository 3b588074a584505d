"""The emotion curve over the columns of a map: a line for each person, high and low points, and the
gap between people."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.insight.emotion import Line, TurningPoints, disagreement, lines, turning_points
from journeybook.insight.path import breaks
from journeybook.pages import views
from journeybook.pages.changes.markers import NOTHING, Marks, old_curve
from journeybook.pages.context import PageContext
from journeybook.pages.links import link
from journeybook.pages.lists.cards import sentence
from journeybook.pages.maps.curve import band, line_path, shifts, spark, x_of, y_of
from journeybook.pages.scales import emotion
from journeybook.schema.documents import Journey, Step
from journeybook.schema.values import Ref

COLUMN = 192.0
HEIGHT = 180.0
HALF_A_LABEL = 104.0
LEAST_STEPS_FOR_A_CURVE = 2

Position = tuple[float, float] | None
"""Place of a point; None in a column without one."""


def curve(
    ctx: PageContext,
    journey: Journey,
    columns: Sequence[tuple[Step | None, bool]],
    changed: Marks = NOTHING,
) -> views.Curve | None:
    """The curve, or None with fewer than two points.

    `columns` are those of the map: a step (None in the empty column of a stage without steps), and
    whether a stage begins with it.
    """
    steps = [step for step, _ in columns]
    emotion_lines = lines(journey)
    drawn = _lines(ctx, journey, emotion_lines, steps)
    if sum(len(line.points) for line in drawn) < LEAST_STEPS_FOR_A_CURVE:
        return None
    total = len(columns)
    width = total * COLUMN
    middles = [x_of(at, total, width, ctx.rtl) for at in range(total)]
    edges = [at * COLUMN for at, (_, first) in enumerate(columns) if first and at > 0]
    grid = [(y_of(value, HEIGHT), emotion(ctx, value).label) for value in (2, 1, 0, -1, -2)]
    return views.Curve(
        width=width,
        height=HEIGHT,
        column=COLUMN,
        lines=drawn,
        grid=tuple(grid),
        stage_edges=tuple(width - x if ctx.rtl else x for x in edges),
        sentence=sentence(ctx, journey),
        spark=spark(emotion_lines[0].values, ctx.rtl),
        apart=_apart(journey, steps, middles),
        apart_text=_widest_gap(ctx, journey),
        before=old_curve(ctx, changed, steps, middles, HEIGHT),
    )


def _lines(
    ctx: PageContext,
    journey: Journey,
    emotion_lines: Sequence[Line],
    columns: Sequence[Step | None],
) -> tuple[views.CurveLine, ...]:
    positions = _positions(ctx, journey, emotion_lines, columns)
    gaps = _gaps(journey)
    extremes = _extremes(turning_points(emotion_lines, breaks(journey)))
    marked: set[str] = set()  # A moment of truth is marked once, on the first line through it
    drawn = []
    for tone, (line, row) in enumerate(zip(emotion_lines, positions, strict=True)):
        person = link(ctx, Ref("persona", line.persona))
        name = "" if line.persona == journey.persona else person.label
        points = []
        for at, (step, felt, position) in enumerate(
            zip(journey.steps, line.feelings, row, strict=True)
        ):
            if felt is None or position is None:
                continue
            is_truth = bool(step.all("moment of truth")) and step.id not in marked
            if is_truth:
                marked.add(step.id)
            x, y = position
            points.append(
                views.CurvePoint(
                    x=x,
                    y=y,
                    emotion=emotion(ctx, felt.value, felt.word, name),
                    step=step.title,
                    href=f"#{step.id}",
                    truth=is_truth,
                    extreme=extremes.get((line.persona, at), ""),
                    label_x=_label_x(x, len(columns) * COLUMN),
                )
            )
        path = line_path(_in_columns(journey, row, columns, gaps))
        drawn.append(
            views.CurveLine(
                person=person,
                tone=tone,
                path=path,
                points=tuple(points),
            )
        )
    return tuple(drawn)


def _positions(
    ctx: PageContext,
    journey: Journey,
    emotion_lines: Sequence[Line],
    columns: Sequence[Step | None],
) -> list[list[Position]]:
    """For each line, where its point of each step is drawn."""
    total = len(columns)
    column_of = {id(step): at for at, step in enumerate(columns) if step is not None}
    rows: list[list[Position]] = [[] for _ in emotion_lines]
    by_step = zip(*(line.values for line in emotion_lines), strict=True)
    for step, values in zip(journey.steps, by_step, strict=False):
        middle = x_of(column_of[id(step)], total, total * COLUMN, ctx.rtl)
        for row, value, shift in zip(rows, values, shifts(values), strict=True):
            x = middle - shift if ctx.rtl else middle + shift
            row.append(None if value is None else (x, y_of(value, HEIGHT)))
    return rows


def _in_columns(
    journey: Journey,
    row: Sequence[Position],
    columns: Sequence[Step | None],
    gaps: frozenset[int],
) -> list[Position]:
    """The points of a line by column; None in the empty columns of stages without steps, and
    before a step that does not follow the one above it."""
    by_step = {id(step): position for step, position in zip(journey.steps, row, strict=True)}
    points: list[Position] = []
    for step in columns:
        if id(step) in gaps:
            points.append(None)
        points.append(by_step.get(id(step)))
    return points


def _gaps(journey: Journey) -> frozenset[int]:
    """The steps, by `id()`, before which the curve is broken."""
    return frozenset(id(journey.steps[at]) for at in breaks(journey))


def _extremes(turns: TurningPoints | None) -> dict[tuple[str, int], str]:
    """Which points, by person and step, are the `high` and the `low` one; none on level lines."""
    if turns is None or turns.peak.value == turns.low.value:
        return {}
    peak, low = turns.peak, turns.low
    return {(peak.persona, peak.at): "high", (low.persona, low.at): "low"}


def _label_x(x: float, width: float) -> float:
    """The middle of a label: over its point, or as near as it gets inside the drawing."""
    if width < 2 * HALF_A_LABEL:
        return width / 2
    return min(max(x, HALF_A_LABEL), width - HALF_A_LABEL)


def _apart(journey: Journey, steps: Sequence[Step | None], middles: Sequence[float]) -> str:
    """The area between the best and the worst emotion of each step, as SVG path data; empty if
    people always agree."""
    spans: list[tuple[float, float, float] | None] = []
    is_apart = False
    gaps = _gaps(journey)
    for step, x in zip(steps, middles, strict=True):
        if id(step) in gaps:
            spans.append(None)
        spread = disagreement(step, journey) if step else None
        if spread is None:
            spans.append(None)
            continue
        top, bottom = y_of(spread.high, HEIGHT), y_of(spread.low, HEIGHT)
        spans.append((x, top, bottom))
        is_apart = is_apart or top != bottom
    return band(spans) if is_apart else ""


def _widest_gap(ctx: PageContext, journey: Journey) -> str:
    """The step where people are furthest apart, in words; empty if they always agree."""
    gaps = [
        (step, spread)
        for step in journey.steps
        if (spread := disagreement(step, journey)) and spread.apart
    ]
    if not gaps:
        return ""
    step, spread = max(gaps, key=lambda gap: gap[1].apart)
    low, high = emotion(ctx, spread.low).shown, emotion(ctx, spread.high).shown
    return ctx.t(
        "Widest gap: {step} ({low} to {high})",
        step=step.title,
        low=low,
        high=high,
    )
