"""The pages of a site on disk, for measuring."""

from __future__ import annotations

from pathlib import Path

from journeybook.cache import NULL_CACHE
from journeybook.effects.disk import packaged_theme, read_site, read_theme
from journeybook.exporting.context import export_context
from journeybook.outputs.check_site import check
from journeybook.pages.theme import Theme
from journeybook.publish.wiki.model import WikiPage
from journeybook.publish.wiki.page_choice import PageChoice
from journeybook.publish.wiki.pages import wiki_pages
from journeybook.workflow.load_site import budget_of
from sample import INFO


def pages_of(site: Path) -> tuple[WikiPage, ...]:
    """All pages that a wiki would get."""
    files = read_site(site, budget_of)[0].files
    checked = check(files, INFO, cache=NULL_CACHE)
    context = export_context(checked, Theme((read_theme(packaged_theme()),)), INFO)
    return wiki_pages(context.site, context.signs, PageChoice())
