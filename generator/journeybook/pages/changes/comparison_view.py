"""The pages of a site that compare it with a revision: the list of all changes, and a page for each
changed journey."""

from __future__ import annotations

from dataclasses import replace

from journeybook.diff.change import Pair
from journeybook.diff.compared import CHANGES_FILE
from journeybook.pages.changes.comparison import COMPARED, Comparison
from journeybook.pages.changes.markers import titles
from journeybook.pages.changes.standalone_page import (
    change_line,
    changed_journey,
    counts,
    journey_note,
    notes,
    unreadable,
)
from journeybook.pages.changes.views import ComparisonView, JourneyChanges
from journeybook.pages.context import PageContext
from journeybook.pages.frame import comparison_title, frame
from journeybook.pages.views import Link
from journeybook.schema.values import Ref

MOST_LINES = 5
"""Changes of one journey in the list; its own page has all."""


def comparison_view(ctx: PageContext) -> ComparisonView:
    """Everything that changed, highest impact first; each journey links to its own page."""
    comparison, changes = _comparison(ctx), _comparison(ctx).changes
    history = ctx.site.plan.index("changes")
    links = [
        Link(
            label=ctx.t("All changes as data (JSON)"), href=ctx.href(CHANGES_FILE), kind="download"
        )
    ]
    if history:
        links.append(
            Link(
                label=ctx.t("Changes by commit"),
                href=ctx.href(history.url),
                kind="edit",
            )
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
    """One journey, with both versions in one map."""
    comparison, about = _comparison(ctx), ctx.page.about
    assert about is not None, "a comparison of a journey names it"
    sides = comparison.sides(about.id)
    assert sides is not None, f"{about.id} has changes"
    pair, old, new = sides
    own = comparison.of(Ref("journey", about.id))
    journey = changed_journey(
        0, pair, (old, new), own, ctx.catalog.config, ctx.messages, titles(ctx)
    )
    overview = ctx.site.plan.index("comparison")
    title = comparison_title(ctx, comparison.base)
    framed = frame(ctx)
    if overview:
        framed["breadcrumbs"] = (
            *framed["breadcrumbs"],
            Link(label=title, href=ctx.href(overview.url)),
        )
    return ComparisonView(
        **framed,
        title=pair.title,
        eyebrow=title,
        summary=journey.note,
        kind="edit",
        base=comparison.base,
        links=_current_journey(ctx, pair),
        journey=journey,
    )


def _current_journey(ctx: PageContext, pair: Pair) -> tuple[Link, ...]:
    """A link to the page of the journey, unless it was removed."""
    page = ctx.site.plan.page_of(Ref("journey", pair.after)) if pair.after else None
    if page is None:
        return ()
    label = ctx.t("Current version of the journey")
    return (
        Link(
            label=label,
            href=ctx.href(page.url),
            kind="journey",
        ),
    )


def _comparison(ctx: PageContext) -> Comparison:
    assert ctx.site.comparison is not None, "the page is planned where there is a comparison"
    return ctx.site.comparison


def _listed(ctx: PageContext, comparison: Comparison, pair: Pair) -> JourneyChanges:
    page = ctx.site.plan.page_of(Ref(COMPARED, pair.id))
    href = ctx.href(page.url) if page else ""
    changes = comparison.of(Ref("journey", pair.id))
    lines = []
    for change in changes[:MOST_LINES]:
        line = change_line(change, ctx.messages, own=pair.id)
        target = f"{href}#{line.id}" if line.id else href
        lines.append(
            replace(
                line,
                id="",
                href=target,
            )
        )
    return JourneyChanges(
        link=Link(label=pair.title, href=href),
        note=journey_note(pair.before, pair.after, ctx.messages),
        lines=tuple(lines),
        more=len(changes) - len(lines),
    )
