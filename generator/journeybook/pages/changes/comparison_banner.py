"""What a page says at its top of the revision that its site is compared with."""

from __future__ import annotations

from journeybook.diff.align import aligned
from journeybook.diff.change import Impact
from journeybook.pages import views
from journeybook.pages.changes.aligned_map import moves
from journeybook.pages.changes.comparison import COMPARED
from journeybook.pages.context import PageContext
from journeybook.schema.values import Ref


def comparison_banner(ctx: PageContext) -> views.Since | None:
    """How the thing that a page is about differs; None where it does not, or where nothing is
    compared."""
    comparison, about, document = ctx.site.comparison, ctx.page.about, ctx.document
    if comparison is None or about is None or document is None or ctx.page.kind == "redirect":
        return None
    t, base = ctx.t, comparison.base
    if comparison.is_unread(document.path):
        label = t("Not fully compared with {base}", base=base)
        return views.Since(label=label, tone="unread", href=_overview(ctx))
    changes, mark = comparison.of(about), comparison.mark(about)
    if not changes:
        return None
    label = (
        t("New since {base}", base=base) if mark == "new" else t("Changed since {base}", base=base)
    )
    counts = [(impact, sum(change.impact is impact for change in changes)) for impact in Impact]
    words = {
        Impact.HIGH: t("high impact"),
        Impact.MEDIUM: t("medium impact"),
        Impact.LOW: t("low impact"),
        Impact.INFO: t("for information"),
    }
    weights = tuple(
        f"{ctx.messages.number(number)} {words[impact]}" for impact, number in counts if number
    )
    target = ctx.site.plan.page_of(Ref(COMPARED, about.id)) if about.kind == "journey" else None
    href = ctx.href(target.url) if target else f"{_overview(ctx)}#c-{changes[0].fingerprint}"
    return views.Since(
        label=label, tone=mark or "changed", href=href, weights=weights, gone=_gone(ctx, about)
    )


def _gone(ctx: PageContext, about: Ref) -> tuple[tuple[str, str], ...]:
    sides = (
        ctx.site.comparison.sides(about.id)
        if ctx.site.comparison and about.kind == "journey"
        else None
    )
    if sides is None or sides[1] is None:
        return ()
    gone = [
        column.before
        for column in aligned(sides[1], sides[2])
        if column.after is None and column.before
    ]
    elsewhere = moves(ctx.site.comparison.of(about), ctx.messages) if ctx.site.comparison else {}
    return tuple((elsewhere.get(step.span, ctx.t("removed step")), step.title) for step in gone)


def _overview(ctx: PageContext) -> str:
    target = ctx.site.plan.index("comparison")
    return ctx.href(target.url) if target else ""
