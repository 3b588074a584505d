"""What a kind of page is: one row of the table in `page_kinds.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from journeybook.catalog.catalog import Catalog
from journeybook.schema.values import Ref

if TYPE_CHECKING:
    from journeybook.pages.context import PageContext


@dataclass(frozen=True)
class PlannedPage:
    """One page: its kind (a name in `PAGE_KINDS`), its address, and what it is about."""

    kind: str
    url: str
    about: Ref | None = None
    source: str = ""
    target: str = ""
    """For a redirect: the address it leads to."""
    beside: tuple[str, ...] = ()
    """For a comparison: the ids of the journeys side by side."""

    @property
    def markdown_url(self) -> str:
        """Address of the page's Markdown twin."""
        return self.url.removesuffix(".html") + ".md"

    def picture_url(self, part: str, form: str) -> str:
        """Address of a picture of the page, such as its `map` as `svg`."""
        return f"{self.url.removesuffix('.html')}-{part}.{form}"


def always(catalog: Catalog) -> bool:
    """Every site has the page."""
    return True


def never(catalog: Catalog) -> bool:
    """The plan has no such page until `plan.with_comparison` adds it."""
    return False


@dataclass(frozen=True)
class PageKind:
    """One kind of page, and everything that follows from it: its pages, its view, its place in the
    menu and in breadcrumbs, and its count.

    The list of all pages of kind `x` is of kind `x-index`.
    """

    name: str
    view: str
    """The function that builds the view, as `module.function` below `journeybook.pages`. A name,
    since planning a site must not load what builds its pages."""
    template: str
    """The theme's template: `index` is `templates/pages/index.html`."""
    url: str = ""
    """The address, for a kind with one page."""
    pages: Callable[[Catalog], Iterable[PlannedPage]] | None = None
    """The pages, for a kind with several."""
    subject: Callable[[PageContext], object] | None = None
    """What the view function gets besides the context, such as the document."""
    count: Callable[[Catalog], int] | None = None
    """How many things the page lists; a page that would list nothing is left out."""
    has_entries: Callable[[Catalog], bool] | None = None
    """Whether a site has the page. Default: if it lists anything."""
    label: Callable[[PageContext], str] | None = None
    """The title in the menu and in lists."""
    icon: str = ""
    question: Callable[[PageContext], str] | None = None
    """The question that the page answers about all maps."""
    menu: Literal["", "main", "answers"] = ""
    """The part of the menu with the page's entry, if it has one."""
    menu_order: int = 0
    is_content: bool = True
    """Whether the page has a Markdown twin and is listed in `llms.txt` and the sitemap."""
    section: Literal["", "answers", "comparison"] = ""
    """The page that breadcrumbs lead back to."""

    def planned(self, catalog: Catalog) -> Iterable[PlannedPage]:
        """The pages of this kind that a site has."""
        if self.pages:
            return self.pages(catalog)
        return (PlannedPage(self.name, self.url),) if self.is_needed(catalog) else ()

    def title(self, ctx: PageContext) -> str:
        """The title in the menu and in lists, in the page's language."""
        return self.label(ctx) if self.label else self.name

    def intro(self, ctx: PageContext) -> str:
        """The question that the page answers, in the page's language; else empty."""
        return self.question(ctx) if self.question else ""

    def is_needed(self, catalog: Catalog) -> bool:
        """Whether a site has the page of this kind."""
        if self.has_entries:
            return self.has_entries(catalog)
        return self.count is None or self.count(catalog) > 0
