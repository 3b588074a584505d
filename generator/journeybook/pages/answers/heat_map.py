"""The heat map: emotion of journeys by stage, and touchpoints by customer value and emotion."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache

from journeybook.insight.heat_map import (
    JourneyHeat,
    StageHeat,
    TouchpointHeat,
    by_stage_set,
    heat_by_stage,
    stages_of_group,
    touchpoint_heat,
)
from journeybook.insight.map_groups import group_of, is_today, maps_of_today, today_first
from journeybook.pages.answers.cells import answer, figure, stage_heading
from journeybook.pages.answers.views import AnswerView, Grid, GridCell, GridRow, Section, Spot
from journeybook.pages.context import PageContext
from journeybook.pages.labels import group_label
from journeybook.pages.links import link, stage_link
from journeybook.pages.lists.tables import average, count, feeling, links, text
from journeybook.pages.scales import emotion
from journeybook.pages.stages import StageEntry
from journeybook.pages.views import Badge, Figure, Link, Table, TableCell, TableRow
from journeybook.schema.documents import Journey
from journeybook.schema.values import Ref

BOX, EDGE, SPOT = 100.0, 4.0, 5.4
"""In units of the chart: its size, the space along its edges, and the distance between the middles
of two spots."""
RINGS = 12
"""How many rings around its place a spot may move to, so that it covers no other."""
MOST_SPOTS = 120
"""Touchpoints in the chart, those to fix first; more of them would cover one another."""
Point = tuple[float, float]
Square = tuple[int, int]


def heat_map_view(ctx: PageContext) -> AnswerView:
    """Where journeys hurt, and which touchpoints to fix first."""
    candidates = touchpoint_heat(ctx.catalog)
    sections = [*_matrices(ctx)]
    if candidates:
        sections.append(_touchpoints(ctx, candidates))
    return answer(
        ctx,
        figures=_figures(ctx, candidates),
        sections=tuple(sections),
    )


def _figures(ctx: PageContext, candidates: Sequence[TouchpointHeat]) -> tuple[Figure, ...]:
    pains = sum(len(journey.pains) for journey in maps_of_today(ctx.catalog))
    urgent = sum(candidate.urgent for candidate in candidates)
    pain_list = ctx.site.plan.index("pain-index")
    href = ctx.href(pain_list.url) if pain_list else ""
    return (
        figure(ctx, ctx.t("Pain points"), pains, href=href),
        figure(ctx, ctx.t("Touchpoints to fix first"), urgent, "bad", "#first_"),
    )


def _matrices(ctx: PageContext) -> tuple[Section, ...]:
    """Journeys by stages, a part for each set of stages."""
    journeys = today_first(ctx.catalog.journeys, lambda journey: journey)
    heats = [(journey, heat_by_stage(journey)) for journey in journeys]
    groups = by_stage_set((heat for heat in heats if heat[1]), ctx.catalog.config.stages)
    is_split = len(groups) > 1
    return tuple(
        _matrix(ctx, group, number if is_split else 0) for number, group in enumerate(groups, 1)
    )


def _matrix(ctx: PageContext, group: Sequence[JourneyHeat], number: int) -> Section:
    """The journeys of one set of stages, which its first and last stage name.

    `number` counts the sets from 1; it is 0 for the only one.
    """
    titles = {entry.id: entry for entry in ctx.site.plan.stages}
    stages = [titles[name] for name in stages_of_group(group, ctx.catalog.config.stages)]
    columns = tuple(stage_heading(ctx, entry.id, entry.title) for entry in stages)
    title = ctx.t("Journeys by stage")
    if number:
        ends = f"{columns[0].label} – {columns[-1].label}"
        title = f"{title}: {ends if len(columns) > 1 else columns[0].label}"
    note = ctx.t(
        "Average emotion of everyone in the stage, from −2 to +2, and the number of pain points."
    )
    return Section(
        id=f"matrix_{number}" if number > 1 else "matrix_",
        title=title,
        note=note if number < 2 else "",
        grid=Grid(
            corner=ctx.t("Journey"),
            columns=columns,
            rows=tuple(_journey_row(ctx, *heat, stages) for heat in group),
            layout="narrow",
        ),
    )


def _journey_row(
    ctx: PageContext,
    journey: Journey,
    by_stage: Mapping[str, StageHeat],
    stages: Sequence[StageEntry],
) -> GridRow:
    under = [ctx.catalog.title(Ref("persona", journey.persona))]
    if not is_today(journey):
        under.append(group_label(ctx.t, group_of(journey)))
    return GridRow(
        head=link(ctx, journey.ref),
        cells=tuple(_stage_cell(ctx, journey, by_stage.get(entry.id)) for entry in stages),
        under=tuple(under),
    )


def _stage_cell(ctx: PageContext, journey: Journey, stage: StageHeat | None) -> GridCell:
    """Emotion and pain points of a stage, with a link to it that shows the number of steps."""
    if stage is None:
        return GridCell()
    steps = ctx.tn("{count} step", "{count} steps", stage.steps) if stage.steps else ""
    href = stage_link(ctx, journey, stage.stage).href
    return GridCell(
        emotion=None if stage.feeling is None else emotion(ctx, stage.feeling),
        pains=stage.pains,
        links=(Link(label=steps or stage.stage.title, href=href),),
    )


def _touchpoints(ctx: PageContext, candidates: Sequence[TouchpointHeat]) -> Section:
    """The chart and the table, which share the numbers of the spots."""
    rated = [candidate for candidate in candidates if _is_rated(candidate)]
    charted = rated[:MOST_SPOTS]
    numbers = {
        candidate.touchpoint.id: ctx.messages.number(number)
        for number, candidate in enumerate(charted, 1)
    }
    note = ctx.t("Valued by customers, but a bad experience: top left, and first in the table.")
    if len(rated) > len(charted):
        note += " " + ctx.t(
            "The chart shows the first {count}; the table shows all of them.",
            count=len(charted),
        )
    return Section(
        id="first_",
        title=ctx.t("Touchpoints: customer value vs emotion"),
        note=note,
        spots=_spots(ctx, charted, numbers),
        table=_table(ctx, candidates, numbers),
    )


def _is_rated(candidate: TouchpointHeat) -> bool:
    return candidate.sums.worth is not None and candidate.sums.average is not None


def _spots(
    ctx: PageContext,
    candidates: Sequence[TouchpointHeat],
    numbers: Mapping[str, str],
) -> tuple[Spot, ...]:
    """Emotion from left (bad) to right (good), customer value from bottom to top."""
    spots = []
    placed: dict[Square, list[Point]] = {}
    for candidate in candidates:
        x, y = _free_place(_place(candidate), placed)
        placed.setdefault(_square(x, y), []).append((x, y))
        spot = Spot(
            code=numbers[candidate.touchpoint.id],
            x=round(BOX - x if ctx.rtl else x, 1),
            y=round(y, 1),
            link=link(ctx, candidate.touchpoint.ref),
            urgent=candidate.urgent,
        )
        spots.append(spot)
    return tuple(spots)


def _place(candidate: TouchpointHeat) -> Point:
    """Emotion (-2 to +2) and customer value (1 to 5) as a point of the chart."""
    room = BOX - 2 * EDGE
    x = ((candidate.sums.average or 0) + 2) / 4 * room + EDGE
    y = BOX - EDGE - ((candidate.sums.worth or 1) - 1) / 4 * room
    return x, y


def _square(x: float, y: float) -> Square:
    """The square, as large as a spot, that a point is in: whatever touches a spot is in the same
    square or in one beside it."""
    return math.floor(x / SPOT), math.floor(y / SPOT)


def _free_place(wanted: Point, placed: Mapping[Square, Sequence[Point]]) -> Point:
    """The place nearest to a point that no spot covers; the point itself if there is none."""
    for right, down in _rings():
        place = (wanted[0] + right, wanted[1] + down)
        is_inside = all(EDGE <= coordinate <= BOX - EDGE for coordinate in place)
        if is_inside and not _is_covered(place, placed):
            return place
    return wanted


def _is_covered(place: Point, placed: Mapping[Square, Sequence[Point]]) -> bool:
    column, row = _square(*place)
    for right in (column, column - 1, column + 1):
        for down in (row, row - 1, row + 1):
            for other in placed.get((right, down), ()):
                if math.dist(place, other) < SPOT:
                    return True
    return False


@cache
def _rings() -> tuple[Point, ...]:
    """The distances from a point to the places around it, ring by ring."""
    places = []
    for ring in range(RINGS):
        on_ring = max(1, ring * 6)
        for turn in range(on_ring):
            angle = 2 * math.pi * turn / on_ring
            radius = ring * SPOT / 2
            places.append((radius * math.cos(angle), radius * math.sin(angle)))
    return tuple(places)


def _table(
    ctx: PageContext,
    candidates: Sequence[TouchpointHeat],
    numbers: Mapping[str, str],
) -> Table:
    t = ctx.t
    columns = (
        t("Touchpoint"),
        t("Code"),
        t("Priority"),
        t("Customer value"),
        t("Average emotion"),
        t("Lowest emotion"),
        t("Pain points"),
        t("Low point"),
        t("Owner"),
    )
    rows = tuple(
        _row(ctx, candidate, numbers.get(candidate.touchpoint.id, "")) for candidate in candidates
    )
    return Table(
        id="",
        title="",
        columns=columns,
        rows=rows,
    )


def _row(ctx: PageContext, candidate: TouchpointHeat, number: str) -> TableRow:
    sums, touchpoint = candidate.sums, candidate.touchpoint
    priority, low_point = TableCell(), links()
    if candidate.urgent:
        badge = Badge(
            label=ctx.t("Fix first"),
            tone="bad",
            icon="warning",
        )
        priority = TableCell(badges=(badge,), sort="1")
    if sums.lowest:
        use = sums.lowest.use
        low_point = links(link(ctx, use.journey.ref, anchor=use.step.id))
    return TableRow(
        cells=(
            links(link(ctx, touchpoint.ref)),
            text(number),
            priority,
            average(ctx, sums.worth),
            feeling(ctx, sums.average),
            feeling(ctx, sums.lowest.value if sums.lowest else None),
            count(ctx, sums.pains),
            low_point,
            text(touchpoint.owner),
        )
    )
