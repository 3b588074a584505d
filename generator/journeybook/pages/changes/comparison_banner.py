"""The banner of a page whose thing changed since the revision that the site is compared with."""

from __future__ import annotations

from journeybook.diff.align import aligned
from journeybook.diff.change import Change, Impact
from journeybook.pages.changes.aligned_map import moves
from journeybook.pages.changes.comparison import COMPARED
from journeybook.pages.context import PageContext
from journeybook.pages.views import Since
from journeybook.schema.values import Ref


def comparison_banner(ctx: PageContext) -> Since | None:
    """How the thing that a page is about changed; None if it did not, or without a comparison."""
    comparison, about, document = ctx.site.comparison, ctx.page.about, ctx.document
    if comparison is None or about is None or document is None or ctx.page.kind == "redirect":
        return None
    t, base = ctx.t, comparison.base
    if comparison.is_unread(document.path):
        label = t("Not fully compared with {base}", base=base)
        return Since(
            label=label,
            tone="unread",
            href=_overview(ctx),
        )
    changes = comparison.of(about)
    if not changes:
        return None
    new, changed = t("New since {base}", base=base), t("Changed since {base}", base=base)
    mark = comparison.mark(about)
    return Since(
        label=new if mark == "new" else changed,
        tone=mark or "changed",
        href=_details(ctx, about, changes),
        weights=_impacts(ctx, changes),
        gone=_removed_steps(ctx, about),
    )


def _impacts(ctx: PageContext, changes: tuple[Change, ...]) -> tuple[str, ...]:
    """How many changes there are of each impact."""
    t = ctx.t
    words = {
        Impact.HIGH: t("high impact"),
        Impact.MEDIUM: t("medium impact"),
        Impact.LOW: t("low impact"),
        Impact.INFO: t("for information"),
    }
    impacts = []
    for impact in Impact:
        number = sum(change.impact is impact for change in changes)
        if number:
            impacts.append(f"{ctx.messages.number(number)} {words[impact]}")
    return tuple(impacts)


def _details(ctx: PageContext, about: Ref, changes: tuple[Change, ...]) -> str:
    """The page that compares a journey; for other things their first line in the list."""
    if about.kind == "journey":
        page = ctx.site.plan.page_of(Ref(COMPARED, about.id))
        if page:
            return ctx.href(page.url)
    return f"{_overview(ctx)}#c-{changes[0].fingerprint}"


def _removed_steps(ctx: PageContext, about: Ref) -> tuple[tuple[str, str], ...]:
    """For each step that is no longer in the journey: removed, or where it moved to, and its
    title."""
    comparison = ctx.site.comparison
    if comparison is None or about.kind != "journey":
        return ()
    sides = comparison.sides(about.id)
    if sides is None or sides[1] is None:
        return ()
    moved = moves(comparison.of(about), ctx.messages)
    steps = []
    for column in aligned(sides[1], sides[2]):
        if column.before and column.after is None:
            label = moved.get(column.before.span, ctx.t("removed step"))
            steps.append((label, column.before.title))
    return tuple(steps)


def _overview(ctx: PageContext) -> str:
    page = ctx.site.plan.index("comparison")
    return ctx.href(page.url) if page else ""
