"""What changed, commit by commit, with the pages each commit changed."""

from __future__ import annotations

from collections.abc import Mapping

from journeybook.insight.build_info import Change
from journeybook.insight.history import change_ids, changes
from journeybook.pages.addresses import FEED
from journeybook.pages.answers.cells import answer
from journeybook.pages.answers.views import AnswerView, ChangeEntry, Section
from journeybook.pages.context import PageContext
from journeybook.pages.links import link
from journeybook.pages.page_kind import PlannedPage
from journeybook.pages.views import Figure, Link

MOST_PAGES = 12
"""Pages of one commit that are listed; the rest is counted."""


def changes_view(ctx: PageContext) -> AnswerView:
    """The newest changes first, or the reason why there are none."""
    history = changes(ctx.site.info)
    pages = {
        page.source: page for page in ctx.site.plan.pages if page.source and page.kind != "redirect"
    }
    entries = tuple(
        _entry(ctx, anchor, change, pages)
        for anchor, change in zip(change_ids(history), history, strict=True)
    )
    section = Section(
        id="latest_",
        title=ctx.t("Latest changes"),
        changes=entries,
        empty="" if entries else ctx.site.info.history_note or ctx.t("No changes yet."),
    )
    has_feed = bool(ctx.catalog.config.url and entries)
    return answer(
        ctx,
        figures=_figures(ctx, history) if entries else (),
        sections=(section,),
        feed_href=ctx.href(FEED) if has_feed else "",
    )


def _figures(ctx: PageContext, history: tuple[Change, ...]) -> tuple[Figure, ...]:
    authors = {change.author for change in history}
    count = ctx.messages.number
    return (
        Figure(label=ctx.t("Changes"), value=count(len(history))),
        Figure(label=ctx.t("People"), value=count(len(authors))),
    )


def _entry(
    ctx: PageContext,
    anchor: str,
    change: Change,
    pages: Mapping[str, PlannedPage],
) -> ChangeEntry:
    links = _links(ctx, change, pages)
    return ChangeEntry(
        id=anchor,
        when=ctx.messages.date(change.date),
        iso=change.date.isoformat(),
        author=change.author,
        subject=change.subject,
        pages=links[:MOST_PAGES],
        more=max(0, len(links) - MOST_PAGES),
    )


def _links(
    ctx: PageContext,
    change: Change,
    pages: Mapping[str, PlannedPage],
) -> tuple[Link, ...]:
    """The pages made from the files of a commit; `pages` are by source."""
    links = []
    for path in change.paths:
        page = pages.get(path)
        if page and page.about is not None:
            links.append(link(ctx, page.about))
    return tuple(links)
