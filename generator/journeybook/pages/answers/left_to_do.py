"""The gap between a journey and its future state, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journeybook.insight.compare import StepChange, gap_to_future
from journeybook.pages.answers.cells import (
    emotion_cell,
    figure,
    heading,
    link_cell,
    signed,
    statement,
)
from journeybook.pages.answers.views import Grid, GridCell, GridRow, Section
from journeybook.pages.context import PageContext
from journeybook.pages.labels import word
from journeybook.pages.links import link, step_link
from journeybook.pages.views import Badge, Figure, MarkedText
from journeybook.schema.documents import Fact, Journey, Opportunity

_CLOSED = ("done", "dropped")


def left_section(ctx: PageContext, now: Journey, then: Journey) -> Section:
    """Steps that are removed, new, or change their emotion, with the pain points that disappear and
    the opportunities that are still open."""
    changes = gap_to_future(now, then, ctx.catalog)
    gaps = [change for change in changes if _is_gap(change)]
    unchanged = len(changes) - len(gaps)
    note = ""
    if unchanged:
        note = ctx.tn("{count} step is unchanged.", "{count} steps are unchanged.", unchanged)
    return Section(
        id="left_",
        title=ctx.t("Gap to the future state"),
        note=note,
        figures=_figures(ctx, changes),
        grid=_grid(ctx, now, then, gaps) if gaps else None,
        empty="" if gaps else ctx.t("Nothing left to do."),
    )


def _is_gap(change: StepChange) -> bool:
    return bool(change.state != "kept" or change.moves or change.pains_gone)


def _open(change: StepChange) -> list[Opportunity]:
    return [
        opportunity for opportunity in change.opportunities if opportunity.status not in _CLOSED
    ]


def _figures(ctx: PageContext, changes: Sequence[StepChange]) -> tuple[Figure, ...]:
    t = ctx.t
    removed = sum(change.state == "removed" for change in changes)
    new = sum(change.state == "new" for change in changes)
    moved = sum(change.moves for change in changes)
    pains = sum(len(change.pains_gone) for change in changes)
    opportunities = {opportunity.id for change in changes for opportunity in _open(change)}
    return (
        figure(ctx, t("Steps removed"), removed),
        figure(ctx, t("New steps"), new),
        figure(ctx, t("Steps with a different emotion"), moved),
        figure(ctx, t("Pain points removed"), pains),
        figure(ctx, t("Open opportunities"), len(opportunities), "warn"),
    )


def _grid(
    ctx: PageContext,
    now: Journey,
    then: Journey,
    changes: Sequence[StepChange],
) -> Grid:
    t = ctx.t
    columns = (
        heading(t("Change")),
        heading(t("Current emotion")),
        heading(t("Future emotion")),
        heading(t("Pain points removed")),
        heading(t("Open opportunities")),
    )
    rows = tuple(_row(ctx, now, then, change) for change in changes)
    return Grid(
        corner=t("Step"),
        columns=columns,
        rows=rows,
    )


def _row(ctx: PageContext, now: Journey, then: Journey, change: StepChange) -> GridRow:
    step = change.then or change.now
    assert step is not None, "a step is in one of the journeys at least"
    pains = tuple(_pain(ctx, now, pain) for pain in change.pains_gone)
    opportunities = [
        link(ctx, opportunity.ref, note=word(ctx.t, str(opportunity.status)))
        for opportunity in _open(change)
    ]
    return GridRow(
        head=step_link(ctx, then if change.then else now, step),
        cells=(
            GridCell(badges=(_badge(ctx, change),)),
            emotion_cell(ctx, change.feeling_now),
            emotion_cell(ctx, change.feeling_then),
            GridCell(marks=pains),
            link_cell(opportunities),
        ),
    )


def _badge(ctx: PageContext, change: StepChange) -> Badge:
    if change.moves:
        move = (change.feeling_then or 0) - (change.feeling_now or 0)
        label = ctx.t("Emotion {change}", change=signed(ctx, move))
        return Badge(label=label, tone="good" if move > 0 else "bad")
    if change.state == "removed":
        return Badge(label=ctx.t("Step removed"), tone="quiet")
    if change.state == "new":
        return Badge(label=ctx.t("New step"), tone="good")
    return Badge(label=ctx.t("Unchanged"))


def _pain(ctx: PageContext, journey: Journey, pain: Fact) -> MarkedText:
    """Without its opportunities, which have a column of their own."""
    return replace(statement(ctx, journey, pain), opportunities=())
