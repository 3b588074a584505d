"""What a page says of the revision that its site is compared with: a line at its top, and tags on the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from journeybook.diff.align import Column, aligned
from journeybook.diff.change import Impact
from journeybook.pages import views
from journeybook.pages.changes_map import changed_items, column_anchor, is_changed, moves, said_in
from journeybook.pages.comparison import COMPARED
from journeybook.pages.context import PageContext
from journeybook.schema.documents import Journey
from journeybook.schema.values import Ref
from journeybook.text import Span


def since(ctx: PageContext) -> views.Since | None:
    """How the thing that a page is about differs; None where it does not, or where nothing is compared."""
    comparison, about, document = ctx.site.comparison, ctx.page.about, ctx.document
    if comparison is None or about is None or document is None or ctx.page.kind == "redirect":
        return None
    t, base = ctx.t, comparison.base
    if comparison.is_unread(document.path):
        label = t("This could not be compared with {base}, or not in full", base=base)
        return views.Since(label=label, tone="unread", href=_overview(ctx))
    changes, mark = comparison.of(about), comparison.mark(about)
    if not changes:
        return None
    label = t("New since {base}", base=base) if mark == "new" else t("Changed since {base}", base=base)
    counts = [(impact, sum(change.impact is impact for change in changes)) for impact in Impact]
    words = {
        Impact.HIGH: t("high impact"),
        Impact.MEDIUM: t("medium impact"),
        Impact.LOW: t("low impact"),
        Impact.INFO: t("for information"),
    }
    weights = tuple(f"{ctx.messages.number(number)} {words[impact]}" for impact, number in counts if number)
    target = ctx.site.plan.page_of(Ref(COMPARED, about.id)) if about.kind == "journey" else None
    href = ctx.way(target.url) if target else f"{_overview(ctx)}#c-{changes[0].fingerprint}"
    return views.Since(label=label, tone=mark or "changed", href=href, weights=weights, gone=_gone(ctx, about))


def with_marks(ctx: PageContext, journey: Journey, canvas: views.Canvas) -> views.Canvas:
    """The map with a tag on every step and cell that says something else than before."""
    sides = ctx.site.comparison.sides(journey.id) if ctx.site.comparison else None
    target = ctx.site.plan.page_of(Ref(COMPARED, journey.id))
    if sides is None or target is None or sides[1] is None:
        return canvas
    _, before, after = sides
    columns = aligned(before, after)
    moved = moves(ctx.site.comparison.of(journey.ref), ctx.messages) if ctx.site.comparison else {}
    there = {
        column.after.id: (column, f"{ctx.way(target.url)}#{column_anchor(0, at)}")
        for at, column in enumerate(columns)
        if column.after and is_changed(column)
    }
    here = [there.get(step.id) for step in canvas.steps]
    return replace(
        canvas,
        steps=tuple(
            replace(step, change=_head(ctx, *found, moved)) if found else step
            for step, found in zip(canvas.steps, here, strict=True)
        ),
        lanes=tuple(
            replace(
                lane,
                cells=tuple(
                    replace(cell, change=_cell(ctx, *found, lane.key)) if found else cell
                    for cell, found in zip(lane.cells, here, strict=True)
                ),
            )
            for lane in canvas.lanes
        ),
    )


def _head(ctx: PageContext, column: Column, href: str, elsewhere: Mapping[Span, str]) -> views.ChangeMark:
    if column.before is None and column.after is not None:
        label = elsewhere.get(column.after.span)
        return views.ChangeMark(tone="changed" if label else "new", label=label or ctx.t("new step"), href=href)
    assert column.before is not None, "a column stands on one side at least"
    moved = column.old_stage != column.new_stage
    old = [column.before.title] if column.after and column.after.title != column.before.title else []
    old += [column.old_stage] if moved else []
    return views.ChangeMark(
        tone="changed", label=ctx.t("moved") if moved else ctx.t("changed"), old=" · ".join(old), href=href
    )


def _cell(ctx: PageContext, column: Column, href: str, key: str) -> views.ChangeMark | None:
    """The tag of one cell; a new step carries it in its head only."""
    if column.before is None:
        return None
    tones = {item.tone for item in changed_items(column, key, ctx.messages)}
    if tones <= {"same"}:
        return None
    tone = tones.pop() if len(tones) == 1 else "changed"
    label = {"new": ctx.t("new"), "gone": ctx.t("gone")}.get(tone, ctx.t("changed"))
    return views.ChangeMark(tone=tone, label=label, old=" · ".join(said_in(column.before, key)), href=href)


def _gone(ctx: PageContext, about: Ref) -> tuple[tuple[str, str], ...]:
    sides = ctx.site.comparison.sides(about.id) if ctx.site.comparison and about.kind == "journey" else None
    if sides is None or sides[1] is None:
        return ()
    gone = [column.before for column in aligned(sides[1], sides[2]) if column.after is None and column.before]
    elsewhere = moves(ctx.site.comparison.of(about), ctx.messages) if ctx.site.comparison else {}
    return tuple((elsewhere.get(step.span, ctx.t("removed step")), step.title) for step in gone)


def _overview(ctx: PageContext) -> str:
    target = ctx.site.plan.index("comparison")
    return ctx.way(target.url) if target else ""
