"""What the builders of views share: the catalog, the plan, the page being made, and its
language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol, TypeVar

from journeybook.catalog.catalog import Catalog
from journeybook.diagrams.draw import Drawing
from journeybook.diagrams.draw import draw as draw_mermaid
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.pains import answers
from journeybook.pages.changes.comparison import Comparison
from journeybook.pages.messages import Messages, messages_for
from journeybook.pages.plan import PlannedPage, SitePlan, relative
from journeybook.prose.render import Renderer
from journeybook.schema.documents import AnyDocument, Entity, Opportunity
from journeybook.schema.values import Ref
from journeybook.vocabulary import FactKey, is_right_to_left

P = TypeVar("P")


class Draw(Protocol):
    """Draws a Mermaid text as SVG (`diagrams/draw.py`), or says why it cannot."""

    def __call__(self, source: str, *, figure_id: str) -> Drawing: ...


class FragmentCache(Protocol):
    """Makes a piece of a page, or takes it over from the build before (`outputs/fragments.py`); its
    names, taken together, say everything that it depends on besides the site."""

    def __call__(self, names: tuple[str, ...], make: Callable[[], P]) -> P: ...


def make_fragment(names: tuple[str, ...], make: Callable[[], P]) -> P:
    """Make every piece anew."""
    return make()


@dataclass(frozen=True)
class SiteContext:
    """What is the same for every page of a build."""

    catalog: Catalog
    plan: SitePlan
    info: BuildInfo
    prose: Renderer
    image_urls: Mapping[str, str]
    """Path of an image below content/ -> its address from the site's root."""
    draw: Draw = draw_mermaid
    """What draws a Mermaid text."""
    pictures: tuple[str, ...] = ()
    """Endings of the pictures that maps are offered as."""
    comparison: Comparison | None = None
    """What the site is compared with, or None."""
    pieces: FragmentCache = make_fragment

    @cached_property
    def answers(self) -> Mapping[str, tuple[Opportunity, ...]]:
        """Full id of a pain -> opportunities that solve it."""
        return answers(self.catalog)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many things each index lists, by the kind of its page; the same on every page, so
        counted once."""
        found = Counter(f"{ref.kind}-index" for ref in self.catalog.documents)
        found["stage-index"] = len(self.plan.stages)
        found["pain-index"] = sum(len(journey.pains) for journey in self.catalog.journeys)
        found["moment-index"] = sum(
            len(step.all("moment of truth"))
            for journey in self.catalog.journeys
            if "moment of truth" in journey.step_keys
            for step in journey.steps
        )
        return found

    @property
    def facts(self) -> Mapping[str, FactKey]:
        return self.catalog.config.facts


@dataclass(frozen=True)
class PageContext:
    """One page being made, in its language."""

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
    def document(self) -> AnyDocument | None:
        """The document the page is about, or None."""
        return self.catalog.documents.get(self.page.about) if self.page.about else None

    def href(self, url: str) -> str:
        """The relative address of a page of the site."""
        return relative(self.page.url, url)

    def t(self, message: str, **values: object) -> str:
        """A message in the page's language."""
        return self.messages.text(message, **values)

    def tn(self, one: str, many: str, count: int, **values: object) -> str:
        """A message for a number of things."""
        return self.messages.plural(one, many, count, **values)

    def cached_fragment(self, name: str, about: Ref, make: Callable[[], P]) -> P:
        """The part of this page that tells of one document, such as its rows in a table. In a page
        that lists the whole site it is made again only where what it tells has changed. `make` must
        depend on nothing else than the page, the document and the site."""

        def asked() -> P:
            self.catalog.documents.get(about)  # whatever it shows of the document, it was asked for
            return make()

        return self.site.pieces((self.page.url, self.lang, name, about.kind, about.id), asked)

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
