"""The journey as it is against its future: what is left to do, step by step."""

from __future__ import annotations

from dataclasses import replace

from journeybook.insight.compare import StepChange, left_to_do
from journeybook.pages import views
from journeybook.pages.answers import views as shown
from journeybook.pages.answers.cells import felt, figure, head, linked, mark, signed
from journeybook.pages.context import PageContext
from journeybook.pages.labels import word
from journeybook.pages.links import link, step_link
from journeybook.schema.documents import Fact, Journey


def left_section(ctx: PageContext, now: Journey, then: Journey) -> shown.Section:
    """Steps that go, that are new, or that feel different, with the pains that go and what is still
    open."""
    changes = left_to_do(now, then, ctx.catalog)
    words = {
        "removed": views.Badge(label=ctx.t("Step removed"), tone="quiet"),
        "new": views.Badge(label=ctx.t("New step"), tone="good"),
        "kept": views.Badge(label=ctx.t("Unchanged")),
    }

    def bare(ctx: PageContext, journey: Journey, pain: Fact) -> views.MarkedText:
        return replace(
            mark(ctx, journey, pain), opportunities=()
        )  # they have a column of their own

    def row(change: StepChange) -> shown.GridRow:
        step = change.then or change.now
        assert step is not None
        badge = words[change.state]
        if change.moves:
            move = (change.feeling_then or 0) - (change.feeling_now or 0)
            label = ctx.t("Emotion {change}", change=signed(ctx, move))
            badge = views.Badge(label=label, tone="good" if move > 0 else "bad")
        open_ones = [o for o in change.opportunities if o.status not in ("done", "dropped")]
        return shown.GridRow(
            head=step_link(ctx, then if change.then else now, step),
            cells=(
                shown.GridCell(badges=(badge,)),
                felt(ctx, change.feeling_now),
                felt(ctx, change.feeling_then),
                shown.GridCell(marks=tuple(bare(ctx, now, pain) for pain in change.pains_gone)),
                linked(link(ctx, o.ref, note=word(ctx.t, str(o.status))) for o in open_ones),
            ),
        )

    moving = [
        change for change in changes if change.state != "kept" or change.moves or change.pains_gone
    ]
    still = len(changes) - len(moving)
    todo = {
        o.id
        for change in changes
        for o in change.opportunities
        if o.status not in ("done", "dropped")
    }
    return shown.Section(
        id="left_",
        title=ctx.t("Gap to the future state"),
        note=ctx.tn("{count} step is unchanged.", "{count} steps are unchanged.", still)
        if still
        else "",
        figures=(
            figure(
                ctx, ctx.t("Steps removed"), sum(change.state == "removed" for change in changes)
            ),
            figure(ctx, ctx.t("New steps"), sum(change.state == "new" for change in changes)),
            figure(
                ctx,
                ctx.t("Steps with a different emotion"),
                sum(change.moves for change in changes),
            ),
            figure(
                ctx, ctx.t("Pain points removed"), sum(len(change.pains_gone) for change in changes)
            ),
            figure(ctx, ctx.t("Open opportunities"), len(todo), "warn"),
        ),
        grid=shown.Grid(
            corner=ctx.t("Step"),
            columns=(
                head(ctx.t("Change")),
                head(ctx.t("Current emotion")),
                head(ctx.t("Future emotion")),
                head(ctx.t("Pain points removed")),
                head(ctx.t("Open opportunities")),
            ),
            rows=tuple(map(row, moving)),
        )
        if moving
        else None,
        empty="" if moving else ctx.t("Nothing left to do."),
    )
