"""What changed, commit by commit, with the pages each one changed."""

from __future__ import annotations

from journeybook.insight.history import change_ids, changes
from journeybook.pages import views
from journeybook.pages.addresses import FEED
from journeybook.pages.answers import views as shown
from journeybook.pages.answers.cells import answer
from journeybook.pages.context import PageContext
from journeybook.pages.links import link

MOST_PAGES = 12


def changes_view(ctx: PageContext) -> shown.AnswerView:
    """The newest changes first, or why there are none to tell of."""
    found = changes(ctx.site.info)
    by_source = {
        page.source: page for page in ctx.site.plan.pages if page.source and page.kind != "redirect"
    }
    entries = []
    for name, change in zip(change_ids(found), found, strict=True):
        pages = tuple(
            link(ctx, page.about)
            for path in change.paths
            if (page := by_source.get(path)) and page.about is not None
        )
        entries.append(
            shown.ChangeEntry(
                id=name,
                when=ctx.messages.date(change.date),
                iso=change.date.isoformat(),
                author=change.author,
                subject=change.subject,
                pages=pages[:MOST_PAGES],
                more=max(0, len(pages) - MOST_PAGES),
            )
        )
    why = ctx.site.info.history_note or ctx.t("No changes yet.")
    section = shown.Section(
        id="latest_",
        title=ctx.t("The latest changes"),
        changes=tuple(entries),
        empty="" if entries else why,
    )
    authors = {change.author for change in found}
    count = ctx.messages.number
    figures = (
        views.Figure(label=ctx.t("Changes"), value=count(len(found))),
        views.Figure(label=ctx.t("People"), value=count(len(authors))),
    )
    return answer(
        ctx,
        figures=figures if entries else (),
        sections=(section,),
        feed_href=ctx.href(FEED) if ctx.catalog.config.url and entries else "",
    )
