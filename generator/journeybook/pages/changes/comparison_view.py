"""The pages of a comparison within a site: what changed since a revision, and each changed journey
as one map."""

from __future__ import annotations

from dataclasses import replace

from journeybook.diff.change import Pair
from journeybook.diff.compared import CHANGES_FILE
from journeybook.pages import views
from journeybook.pages.changes.comparison import COMPARED, Comparison
from journeybook.pages.changes.markers import titles
from journeybook.pages.changes.standalone_page import (
    change_line,
    changed_journey,
    counts,
    notes,
    unreadable,
)
from journeybook.pages.changes.views import ComparisonView, JourneyChanges
from journeybook.pages.context import PageContext
from journeybook.pages.frame import comparison_title, frame
from journeybook.schema.values import Ref

MOST_LINES = 5
"""Changes of one journey in the list; the rest stands on the journey's own page."""


def comparison_view(ctx: PageContext) -> ComparisonView:
    """Everything that changed, worst first; each journey leads to a page of its own."""
    comparison, changes = _comparison(ctx), _comparison(ctx).changes
    history = ctx.site.plan.index("changes")
    links = [
        views.Link(
            label=ctx.t("All changes as data (JSON)"), href=ctx.href(CHANGES_FILE), kind="download"
        )
    ]
    if history:
        links.append(
            views.Link(label=ctx.t("Changes by commit"), href=ctx.href(history.url), kind="edit")
        )
    return ComparisonView(
        **frame(ctx),
        title=comparison_title(ctx, comparison.base),
        eyebrow=ctx.t("What changed for the customer"),
        kind="edit",
        base=comparison.base,
        counts=counts(changes, ctx.messages),
        unreadable=unreadable(changes, ctx.messages),
        journeys=tuple(_listed(ctx, comparison, pair) for pair in changes.journeys),
        elsewhere=tuple(change_line(change, ctx.messages) for change in changes.elsewhere),
        elsewhere_title=ctx.t("Outside the journeys"),
        notes=notes(changes, ctx.messages),
        links=tuple(links),
    )


def compared_view(ctx: PageContext) -> ComparisonView:
    """One journey, both versions in one map."""
    comparison, about = _comparison(ctx), ctx.page.about
    assert about is not None, "a comparison of a journey names it"
    sides = comparison.sides(about.id)
    assert sides is not None, f"{about.id} has changes"
    pair, old, new = sides
    own = comparison.of(Ref("journey", about.id))
    made = changed_journey(0, pair, (old, new), own, ctx.catalog.config, ctx.messages, titles(ctx))
    page = ctx.site.plan.page_of(Ref("journey", pair.after)) if pair.after else None
    overview = ctx.site.plan.index("comparison")
    title = comparison_title(ctx, comparison.base)
    framed = frame(ctx)
    if overview:
        framed["breadcrumbs"] = (
            *framed["breadcrumbs"],
            views.Link(label=title, href=ctx.href(overview.url)),
        )
    return ComparisonView(
        **framed,
        title=pair.title,
        eyebrow=title,
        summary=made.note,
        kind="edit",
        base=comparison.base,
        links=(
            views.Link(
                label=ctx.t("The journey as it is now"), href=ctx.href(page.url), kind="journey"
            ),
        )
        if page
        else (),
        journey=made,
    )


def _comparison(ctx: PageContext) -> Comparison:
    assert ctx.site.comparison is not None, "the page is planned where there is a comparison"
    return ctx.site.comparison


def _listed(ctx: PageContext, comparison: Comparison, pair: Pair) -> JourneyChanges:
    target = ctx.site.plan.page_of(Ref(COMPARED, pair.id))
    href = ctx.href(target.url) if target else ""
    found = comparison.of(Ref("journey", pair.id))
    lines = [change_line(change, ctx.messages, own=pair.id) for change in found[:MOST_LINES]]
    note = (
        ""
        if pair.before and pair.after
        else ctx.t("new journey")
        if pair.after
        else ctx.t("this journey was removed")
    )
    return JourneyChanges(
        link=views.Link(label=pair.title, href=href),
        note=note,
        lines=tuple(
            replace(line, id="", href=f"{href}#{line.id}" if line.id else href) for line in lines
        ),
        more=len(found) - len(lines),
    )
