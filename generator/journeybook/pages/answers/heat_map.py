"""The heat map: journeys by stages, and touchpoints by worth against feeling."""

from __future__ import annotations

import math
from functools import cache

from journeybook.insight.heat_map import TouchpointHeat, heat, touchpoint_heat
from journeybook.pages import views
from journeybook.pages.answers import views as shown
from journeybook.pages.answers.cells import answer, felt, figure, stage_head
from journeybook.pages.context import PageContext
from journeybook.pages.labels import word
from journeybook.pages.links import link, stage_link
from journeybook.pages.lists.tables import average, count, feeling, links, text
from journeybook.schema.values import Ref

BOX, EDGE, SPOT = 100.0, 4.0, 5.4
"""The drawing, the space along its edges, and from the middle of one spot to the next, in its
units."""
RINGS = 12
MOST_SPOTS = 120
"""Touchpoints in the drawing, those to fix first; with more of them spots lie over one another and
nobody finds any."""


def heat_map_view(ctx: PageContext) -> shown.AnswerView:
    """Where it burns."""
    found = touchpoint_heat(ctx.catalog)
    urgent = [one for one in found if one.urgent]
    placed = [one for one in found if one.sums.worth is not None and one.sums.average is not None]
    charted = placed[:MOST_SPOTS]
    note = ctx.t(
        "Worth much to the customer and felt badly: these stand at the top of the drawing's bad side, "
        "and first in the table."
    )
    if len(placed) > len(charted):
        note += " " + ctx.t(
            "The chart shows the first {count}; the table shows all of them.", count=len(charted)
        )
    codes = {one.touchpoint.id: ctx.messages.number(at) for at, one in enumerate(charted, 1)}
    sections = [_matrix(ctx)]
    if found:
        sections.append(
            shown.Section(
                id="first_",
                title=ctx.t("Touchpoints: customer value vs emotion"),
                note=note,
                spots=_spots(ctx, charted, codes),
                table=_table(ctx, found, codes),
            )
        )
    pains = sum(len(journey.pains) for journey in ctx.catalog.journeys)
    target = ctx.site.plan.index("pain-index")
    return answer(
        ctx,
        figures=(
            figure(ctx, ctx.t("Pain points"), pains, href=ctx.href(target.url) if target else ""),
            figure(ctx, ctx.t("Touchpoints to fix first"), len(urgent), "bad", "#first_"),
        ),
        sections=tuple(sections),
    )


def _matrix(ctx: PageContext) -> shown.Section:
    by_journey = [(journey, heat(journey)) for journey in ctx.catalog.journeys]
    used = {name for _, stages in by_journey for name in stages}
    stages = [entry for entry in ctx.site.plan.stages if entry.id in used]
    rows = []
    for journey, found in by_journey:
        if not found:
            continue
        cells = []
        for entry in stages:
            one = found.get(entry.id)
            cell = shown.GridCell()
            if one:
                note = ctx.tn("{count} step", "{count} steps", one.steps) if one.steps else ""
                to = views.Link(
                    label=note or one.stage.title, href=stage_link(ctx, journey, one.stage).href
                )
                cell = shown.GridCell(
                    emotion=felt(ctx, one.feeling).emotion, pains=one.pains, links=(to,)
                )
            cells.append(cell)
        under = [ctx.catalog.title(Ref("persona", journey.persona))]
        if journey.state != "current":
            under.append(word(ctx.t, str(journey.state)))
        rows.append(
            shown.GridRow(head=link(ctx, journey.ref), cells=tuple(cells), under=tuple(under))
        )
    return shown.Section(
        id="matrix_",
        title=ctx.t("Journeys by stage"),
        note=ctx.t(
            "Average emotion of everyone in the stage, from −2 to +2, and the number of pain "
            "points."
        ),
        grid=shown.Grid(
            corner=ctx.t("Journey"),
            columns=tuple(stage_head(ctx, entry.id, entry.title) for entry in stages),
            rows=tuple(rows),
            layout="narrow",
        ),
    )


def _spots(
    ctx: PageContext, found: list[TouchpointHeat], codes: dict[str, str]
) -> tuple[shown.Spot, ...]:
    """Feeling from left (bad) to right (good), worth from bottom to top."""
    made: list[shown.Spot] = []
    placed: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for one in found:
        x = ((one.sums.average or 0) + 2) / 4 * (BOX - 2 * EDGE) + EDGE
        y = BOX - EDGE - ((one.sums.worth or 1) - 1) / 4 * (BOX - 2 * EDGE)
        x, y = _free(x, y, placed)
        placed.setdefault(_square(x, y), []).append((x, y))
        made.append(
            shown.Spot(
                code=codes[one.touchpoint.id],
                x=round(BOX - x if ctx.rtl else x, 1),
                y=round(y, 1),
                link=link(ctx, one.touchpoint.ref),
                urgent=one.urgent,
            )
        )
    return tuple(made)


def _square(x: float, y: float) -> tuple[int, int]:
    """The square of a spot's size that a point lies in: what touches a spot lies in its square or
    one beside it."""
    return math.floor(x / SPOT), math.floor(y / SPOT)


def _free(
    x: float, y: float, placed: dict[tuple[int, int], list[tuple[float, float]]]
) -> tuple[float, float]:
    """The nearest place to a point that no spot covers, going round it in rings; the point where
    all is full."""
    for dx, dy in _rings():
        near = (x + dx, y + dy)
        if not (EDGE <= near[0] <= BOX - EDGE and EDGE <= near[1] <= BOX - EDGE):
            continue
        if not _is_covered(near, placed):
            return near
    return x, y


def _is_covered(
    near: tuple[float, float], placed: dict[tuple[int, int], list[tuple[float, float]]]
) -> bool:
    column, row = _square(*near)
    for right in (column, column - 1, column + 1):
        for down in (row, row - 1, row + 1):
            for other in placed.get((right, down), ()):
                if math.dist(near, other) < SPOT:
                    return True
    return False


@cache
def _rings() -> tuple[tuple[float, float], ...]:
    """The ways from a point to the places around it, ring by ring."""
    turns = (
        (ring, 2 * math.pi * turn / max(1, ring * 6))
        for ring in range(RINGS)
        for turn in range(max(1, ring * 6))
    )
    return tuple(
        (ring * SPOT / 2 * math.cos(angle), ring * SPOT / 2 * math.sin(angle))
        for ring, angle in turns
    )


def _table(
    ctx: PageContext, found: tuple[TouchpointHeat, ...], codes: dict[str, str]
) -> views.Table:
    rows = []
    for one in found:
        badge = views.Badge(label=ctx.t("Fix first"), tone="bad", icon="warning")
        low = one.sums.lowest
        where = () if low is None else (link(ctx, low[1].journey.ref, anchor=low[1].step.id),)
        rows.append(
            views.TableRow(
                cells=(
                    links(link(ctx, one.touchpoint.ref)),
                    text(codes.get(one.touchpoint.id, "")),
                    views.TableCell(badges=(badge,), sort="1") if one.urgent else views.TableCell(),
                    average(ctx, one.sums.worth),
                    feeling(ctx, one.sums.average),
                    feeling(ctx, low[0] if low else None),
                    count(ctx, one.sums.pains),
                    links(*where),
                    text(one.touchpoint.owner),
                )
            )
        )
    columns = (
        ctx.t("Touchpoint"),
        ctx.t("Code"),
        ctx.t("Priority"),
        ctx.t("Customer value"),
        ctx.t("Average emotion"),
        ctx.t("Lowest emotion"),
        ctx.t("Pain points"),
        ctx.t("Where it hurts most"),
        ctx.t("Owner"),
    )
    return views.Table(id="", title="", columns=columns, rows=tuple(rows))
