"""The emotion curve over the columns of a map: people's lines, what stands out in them, and how far
they are apart."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.insight.emotion import course, disagreement, lines
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


def curve(
    ctx: PageContext,
    journey: Journey,
    columns: Sequence[tuple[Step | None, bool]],
    changed: Marks = NOTHING,
) -> views.Curve | None:
    """The curve, or None with fewer than two points. `columns` are the map's: a step (None in the
    empty column of a stage without steps) and whether a stage begins with it."""
    found = lines(journey)
    made = _lines(ctx, journey, [step for step, _ in columns])
    if sum(len(line.points) for line in made) < LEAST_STEPS_FOR_A_CURVE:
        return None
    total = len(columns)
    width = total * COLUMN
    edges = [at for at, (_, first) in enumerate(columns) if first and at > 0]
    return views.Curve(
        width=width,
        height=HEIGHT,
        column=COLUMN,
        lines=made,
        grid=tuple((y_of(value, HEIGHT), emotion(ctx, value).label) for value in (2, 1, 0, -1, -2)),
        stage_edges=tuple((width - at * COLUMN) if ctx.rtl else at * COLUMN for at in edges),
        sentence=sentence(ctx, journey),
        spark=spark(found[0].values, ctx.rtl),
        apart=_apart(ctx, journey, columns),
        apart_text=_furthest(ctx, journey),
        before=old_curve(
            ctx,
            changed,
            [step for step, _ in columns],
            [x_of(at, total, width, ctx.rtl) for at in range(total)],
            HEIGHT,
        ),
    )


def _lines(
    ctx: PageContext, journey: Journey, columns: Sequence[Step | None]
) -> tuple[views.CurveLine, ...]:
    position = {id(step): at for at, step in enumerate(columns) if step is not None}
    total = len(columns)
    found = lines(journey)
    beside = [
        shifts([feeling.value if feeling else None for feeling in column])
        for column in zip(*(line.feelings for line in found), strict=True)
    ]
    marked: set[str] = set()  # a moment of truth is marked once, on the first line that passes it
    made = []
    for tone, line in enumerate(found):
        person = link(ctx, Ref("persona", line.persona))
        row: list[tuple[float, float] | None] = [None] * total
        points = []
        turns = course(line.values) if tone == 0 else None
        level = turns is None or line.values[turns.peak] == line.values[turns.low]
        for at, (step, feeling, aside) in enumerate(
            zip(journey.steps, line.feelings, beside, strict=True)
        ):
            if feeling is None:
                continue
            column = position[id(step)]
            x = x_of(column, total, total * COLUMN, ctx.rtl) + (
                -aside[tone] if ctx.rtl else aside[tone]
            )
            y = y_of(feeling.value, HEIGHT)
            row[column] = (x, y)
            truth = bool(step.all("moment of truth")) and step.id not in marked
            if truth:
                marked.add(step.id)
            extreme = (
                ""
                if turns is None or level
                else "high"
                if at == turns.peak
                else "low"
                if at == turns.low
                else ""
            )
            shown = emotion(
                ctx,
                feeling.value,
                feeling.word,
                "" if line.persona == journey.persona else person.label,
            )
            points.append(
                views.CurvePoint(
                    x=x,
                    y=y,
                    emotion=shown,
                    step=step.title,
                    href=f"#{step.id}",
                    truth=truth,
                    extreme=extreme,
                    label_x=_label_x(x, total * COLUMN),
                )
            )
        made.append(
            views.CurveLine(person=person, tone=tone, path=line_path(row), points=tuple(points))
        )
    return tuple(made)


def _label_x(x: float, width: float) -> float:
    """Where the middle of a label stands: over its point, or as near as it can without leaving the
    drawing."""
    return (
        width / 2 if width < 2 * HALF_A_LABEL else min(max(x, HALF_A_LABEL), width - HALF_A_LABEL)
    )


def _apart(ctx: PageContext, journey: Journey, columns: Sequence[tuple[Step | None, bool]]) -> str:
    """The area between the best and the worst feeling of each step, as SVG path data."""
    total = len(columns)
    spans: list[tuple[float, float, float] | None] = []
    for at, (step, _) in enumerate(columns):
        spread = disagreement(step, journey) if step else None
        x = x_of(at, total, total * COLUMN, ctx.rtl)
        spans.append((x, y_of(spread.high, HEIGHT), y_of(spread.low, HEIGHT)) if spread else None)
    if not any(span and span[1] != span[2] for span in spans):
        return ""
    return band(spans)


def _furthest(ctx: PageContext, journey: Journey) -> str:
    """Where people are furthest apart, in words; empty where they never are."""
    found = [
        (step, spread)
        for step in journey.steps
        if (spread := disagreement(step, journey)) and spread.apart
    ]
    if not found:
        return ""
    step, spread = max(found, key=lambda pair: pair[1].apart)
    low, high = emotion(ctx, spread.low).shown, emotion(ctx, spread.high).shown
    return ctx.t("Widest gap: {step} ({low} to {high})", step=step.title, low=low, high=high)
