"""The pages of a checked site for wikis. Imports everything that builds pages, so it is only
imported if the cache does not have them."""

from __future__ import annotations

from journeybook.cache import Cache
from journeybook.diagnostics import errors
from journeybook.exporting.context import ExportContext, export_context
from journeybook.outputs.check_site import check
from journeybook.pages.theme import Theme
from journeybook.publish.wiki.model import WikiPage
from journeybook.publish.wiki.page_choice import PageChoice
from journeybook.publish.wiki.pages import wiki_pages
from journeybook.workflow.load_site import SiteOnDisk
from journeybook.workflow.markdown_sandbox import MarkdownSandbox


def make_wiki_pages(
    site: SiteOnDisk, profile: str, choice: PageChoice, cache: Cache, sandbox: MarkdownSandbox
) -> tuple[WikiPage, ...] | int:
    """All pages, or how many errors the site has; `profile` says what is left out."""
    checked = check(site.files, site.info, profile, cache, sandbox)
    count = sum(1 for _ in errors((*site.problems, *checked.diagnostics)))
    if count:
        return count
    theme = Theme(tuple(site.layers), tuple(site.folders))
    context: ExportContext = export_context(checked, theme, site.info, sandbox)
    return wiki_pages(context.site, context.signs, choice)
