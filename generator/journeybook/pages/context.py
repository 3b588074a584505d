"""What builders of views work with: the site, the page being built, and its language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

from journeybook.catalog.catalog import Catalog
from journeybook.diagrams.draw import Drawing
from journeybook.diagrams.draw import draw as draw_mermaid
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.pains import opportunities_by_pain
from journeybook.pages.addresses import relative
from journeybook.pages.changes.comparison import Comparison, RevisionComparison
from journeybook.pages.collation import SortKey, by_title, sort_key
from journeybook.pages.messages import Messages, messages_for
from journeybook.pages.page_kind import PageKind, PlannedPage
from journeybook.pages.page_kinds import PAGE_KINDS
from journeybook.pages.plan import SitePlan
from journeybook.prose.render import Renderer
from journeybook.schema.documents import AnyDocument, Entity, Opportunity
from journeybook.schema.values import Ref
from journeybook.vocabulary import is_right_to_left

P = TypeVar("P")
E = TypeVar("E", bound=Entity)


class Draw(Protocol):
    """Draws a Mermaid text as SVG (`diagrams/draw.py`), or returns why it cannot."""

    def __call__(self, source: str, *, figure_id: str) -> Drawing: ...


class FragmentCache(Protocol):
    """Builds a fragment of a page, or returns the one of an earlier build (`outputs/fragments.py`).

    Its names together identify everything that it depends on besides the site."""

    def __call__(self, names: tuple[str, ...], make: Callable[[], P]) -> P: ...


def make_fragment(names: tuple[str, ...], make: Callable[[], P]) -> P:
    """Build every fragment, without a cache."""
    return make()


class SiteContext(Protocol):
    """Every question that builders of views ask the site; the same for every page of a build.

    `PlainSite` answers from what was read. `dependency_tracking.RecordingSite` also records each
    question, so that a page is built again only if an answer has changed.
    """

    @property
    def catalog(self) -> Catalog: ...

    @property
    def plan(self) -> SitePlan: ...

    @property
    def info(self) -> BuildInfo: ...

    @property
    def comparison(self) -> Comparison | None:
        """What the site is compared with, or None."""

    @property
    def image_urls(self) -> Mapping[str, str]:
        """Path of an image below content/ -> its address from the site's root."""

    @property
    def answers(self) -> Mapping[str, tuple[Opportunity, ...]]:
        """Full id of a pain point -> opportunities that address it."""

    @property
    def counts(self) -> Mapping[str, int]:
        """How many things each page of `PAGE_KINDS` lists, by its kind."""

    @property
    def prose(self) -> Renderer: ...

    @property
    def draw(self) -> Draw:
        """What draws a Mermaid text."""

    @property
    def pictures(self) -> tuple[str, ...]:
        """File extensions of the pictures that maps are offered as."""

    @property
    def fragments(self) -> FragmentCache: ...


@dataclass(frozen=True)
class PlainSite:
    """The site as it was read; fields as in `SiteContext`."""

    catalog: Catalog
    plan: SitePlan
    info: BuildInfo
    prose: Renderer
    image_urls: Mapping[str, str]
    draw: Draw = draw_mermaid
    pictures: tuple[str, ...] = ()
    comparison: RevisionComparison | None = None
    fragments: FragmentCache = make_fragment

    @cached_property
    def answers(self) -> Mapping[str, tuple[Opportunity, ...]]:
        return opportunities_by_pain(self.catalog)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        return {kind.name: kind.count(self.catalog) for kind in PAGE_KINDS.values() if kind.count}


@dataclass(frozen=True)
class PageContext:
    """One page being built, in its language."""

    site: SiteContext
    page: PlannedPage
    lang: str

    @property
    def catalog(self) -> Catalog:
        return self.site.catalog

    @cached_property
    def messages(self) -> Messages:
        return messages_for(self.lang, self.catalog.config.language)

    @property
    def rtl(self) -> bool:
        return is_right_to_left(self.lang)

    @property
    def page_kind(self) -> PageKind:
        return PAGE_KINDS[self.page.kind]

    @property
    def document(self) -> AnyDocument | None:
        """The document the page is about, or None."""
        return self.catalog.documents.get(self.page.about) if self.page.about else None

    def href(self, url: str) -> str:
        """The relative address of a page of the site."""
        return f"{self.root}{url}" if self.base_path else relative(self.page.url, url)

    @property
    def root(self) -> str:
        """The site's root as seen from the page: `../` for each level, or a path of the host."""
        return self.base_path or "../" * self.page.url.count("/")

    @cached_property
    def base_path(self) -> str:
        """Where the site is on its host, such as `/maps/`; only for the page that a server shows
        for unknown addresses, at any depth. Empty for other pages."""
        address = self.catalog.config.url
        if self.page.kind != "missing" or not address:
            return ""
        return f"{urlsplit(str(address)).path.rstrip('/')}/"

    def sort_key(self, text: str) -> SortKey:
        """What to sort a name by on this page."""
        return sort_key(text, self.lang)

    def by_title(self, documents: Iterable[E]) -> list[E]:
        """Documents in the order of their titles on this page."""
        return by_title(documents, self.lang)

    def t(self, message: str, **values: object) -> str:
        """A message in the page's language."""
        return self.messages.text(message, **values)

    def tn(self, one: str, many: str, count: int, **values: object) -> str:
        """A message for a number of things."""
        return self.messages.plural(one, many, count, **values)

    def cached_fragment(
        self,
        name: str,
        about: Ref,
        make: Callable[[], P],
    ) -> P:
        """The part of this page about one document, such as its rows in a table.

        It is built again only if what it shows has changed. `make` must depend on nothing but the
        page, the document and the site."""

        def make_recorded() -> P:
            self.catalog.documents.get(about)  # Records the document, whatever part of it is shown
            return make()

        return self.site.fragments(
            (self.page.url, self.lang, name, about.kind, about.id), make_recorded
        )

    def at(self, page: PlannedPage) -> PageContext:
        """The same for another page."""
        return replace(self, page=page)


def page_context(site: SiteContext, page: PlannedPage) -> PageContext:
    """The context of a page, in the language of the document it is about, else of the site."""
    document = site.catalog.documents.get(page.about) if page.about else None
    config = site.catalog.config
    lang = (
        site.catalog.lang(document)
        if isinstance(document, Entity) and document.path
        else str(config.language)
    )
    return PageContext(site, page, lang)
