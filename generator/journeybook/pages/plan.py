"""Decide every page of the site, and its address, before anything is rendered.

Addresses are made here and nowhere else. They are relative, end in `.html`, and are made of ids,
which are safe on every file system; `collisions` is the last guard.
"""

from __future__ import annotations

import hashlib
import posixpath
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from journeybook.catalog.catalog import Catalog
from journeybook.diagnostics import Diagnostic
from journeybook.faults import fault
from journeybook.insight.answers import has_answer
from journeybook.insight.compare import compared
from journeybook.pages.changes.comparison import COMPARED
from journeybook.schema.site_config import StageDefinition
from journeybook.schema.values import Ref, file_id_fault
from journeybook.text import Span
from journeybook.vocabulary import KINDS


@dataclass(frozen=True)
class PlannedPage:
    """One page: its kind (the builder of its view), its address, and what it is about."""

    kind: str
    url: str
    about: Ref | None = None
    source: str = ""
    target: str = ""
    """For a redirect: the address it leads to."""
    beside: tuple[str, ...] = ()
    """For a comparison: the ids of the journeys set side by side."""

    @property
    def markdown_url(self) -> str:
        """Address of the page's Markdown twin."""
        return self.url.removesuffix(".html") + ".md"

    def picture_url(self, part: str, form: str) -> str:
        """Address of a picture of the page, such as its `map` as `svg`."""
        return f"{self.url.removesuffix('.html')}-{part}.{form}"


@dataclass(frozen=True)
class StageEntry:
    """A stage that has a page: of the registry, or one that maps use without it."""

    id: str
    title: str
    definition: StageDefinition | None


@dataclass(frozen=True)
class SitePlan:
    """Every page and every address."""

    pages: tuple[PlannedPage, ...]
    stages: tuple[StageEntry, ...]

    @cached_property
    def _by_ref(self) -> Mapping[Ref, PlannedPage]:
        return {
            page.about: page
            for page in self.pages
            if page.about is not None and page.kind != "redirect"
        }

    @cached_property
    def _by_kind(self) -> Mapping[str, PlannedPage]:
        return {page.kind: page for page in self.pages if page.about is None}

    def page_of(self, ref: Ref) -> PlannedPage | None:
        """The page about an entity, or None."""
        return self._by_ref.get(ref)

    @property
    def indexes(self) -> tuple[tuple[str, str], ...]:
        """The pages that `index` finds: kind and address."""
        return tuple((kind, page.url) for kind, page in self._by_kind.items())

    def index(self, kind: str) -> PlannedPage | None:
        """The page of a kind that there is one of, such as `home` or `touchpoint-index`."""
        return self._by_kind.get(kind)


# Index pages: page kind -> address. An index without entries is left out, except those of `ALWAYS`.
INDEXES: dict[str, str] = {
    "journey-index": "journeys/index.html",
    "persona-index": "personas/index.html",
    "touchpoint-index": "touchpoints/index.html",
    "channel-index": "channels/index.html",
    "stage-index": "stages/index.html",
    "moment-index": "moments-of-truth.html",
    "pain-index": "pains.html",
    "opportunity-index": "opportunities/index.html",
    "collateral-index": "collateral/index.html",
    "metric-index": "metrics/index.html",
    "evidence-index": "evidence/index.html",
    "question-index": "questions.html",
}
ALWAYS = frozenset({"journey-index"})

# Pages that answer a question over all maps: page kind -> address, in reading order. One without an
# answer is left out.
ANSWERS: dict[str, str] = {
    "compare-index": "compare/index.html",
    "heat-map": "heat-map.html",
    "committees": "committees.html",
    "channel-flow": "channel-flow.html",
    "markets": "b2b-b2c.html",
    "trust": "trust.html",
    "changes": "changes.html",
}
FEED = "changes.xml"
LONGEST_NAME = 180
ANSWER_KINDS = frozenset({"answers", "compare", *ANSWERS})
COMPARISON = "since/index.html"
COMPARISON_KINDS = frozenset({"comparison", "compared"})


def plan(catalog: Catalog) -> tuple[SitePlan, tuple[Diagnostic, ...]]:
    """All pages of a site, home first, then by kind and id."""
    stages = tuple(_stages(catalog))
    pages = [PlannedPage("home", "index.html")]
    pages += (
        PlannedPage(kind, url)
        for kind, url in INDEXES.items()
        if kind in ALWAYS or _has_entries(kind, catalog)
    )
    pages += _answers(catalog)
    pages += (
        PlannedPage(ref.kind, address(ref), ref, document.path)
        for ref, document in catalog.documents.items()
    )
    pages += (
        PlannedPage("stage", f"stages/{safe_name(stage.id)}.html", Ref("stage", stage.id))
        for stage in stages
    )
    pages.append(PlannedPage("missing", "404.html"))
    pages += (
        PlannedPage("redirect", address(old), old, catalog.documents[new].path, address(new))
        for old, new in catalog.redirects.items()
        if new in catalog.documents and not _fault_of(old)
    )
    made = SitePlan(tuple(pages), stages)
    return made, tuple(collisions(made))


def with_comparison(
    made: SitePlan, journeys: Iterable[str]
) -> tuple[SitePlan, tuple[Diagnostic, ...]]:
    """The plan with the page of a comparison, and one for each of these journeys, which may be gone
    from the site."""
    pages = [PlannedPage("comparison", COMPARISON)]
    pages += (
        PlannedPage("compared", _since(journey), Ref(COMPARED, journey)) for journey in journeys
    )
    larger = SitePlan((*made.pages, *pages), made.stages)
    return larger, tuple(collisions(larger))


def _since(journey: str) -> str:
    """The address of the comparison of a journey, whose id may be of another revision and is not
    sure to be safe."""
    return f"since/{'/'.join(map(safe_name, journey.split('/')))}.html"


def _answers(catalog: Catalog) -> Iterator[PlannedPage]:
    """The list of answers, the answers that the maps give, and the comparisons that `site.yaml`
    asks for."""
    found = [PlannedPage(kind, url) for kind, url in ANSWERS.items() if has_answer(kind, catalog)]
    if found:
        yield PlannedPage("answers", "answers.html")
        yield from found
    for journeys in compared(catalog):
        names = tuple(journey.id for journey in journeys)
        yield PlannedPage("compare", f"compare/{beside_name(names)}.html", beside=names)


def beside_name(ids: tuple[str, ...]) -> str:
    """A file name for a comparison of journeys, short enough for every file system."""
    name = "--".join(identifier.replace("/", "_") for identifier in ids)
    return (
        name if len(name) <= LONGEST_NAME else "x-" + hashlib.sha256(name.encode()).hexdigest()[:12]
    )


def address(ref: Ref) -> str:
    """The address of an entity's page from the site's root."""
    return f"{KINDS[ref.kind].folder}/{ref.id}.html"


def part_url(url: str, number: int) -> str:
    """The address of a leaf, counted from 0."""
    return url if not number else f"{url.removesuffix('.html')}_{number + 1}.html"


def safe_name(identifier: str) -> str:
    """An id of any script as a file name: itself where it is safe, else a name made from its
    digest."""
    if not file_id_fault(identifier) and identifier != "index":
        return identifier
    return "x-" + hashlib.sha256(identifier.encode()).hexdigest()[:12]


def relative(here: str, there: str) -> str:
    """The way from one address to another, both from the site's root."""
    return _way(posixpath.dirname(here), there)


@lru_cache(1 << 15)
def _way(folder: str, there: str) -> str:
    if not folder:
        return there
    start, end = folder.split("/"), there.split("/")
    shared = 0
    while shared < len(start) and shared < len(end) and start[shared] == end[shared]:
        shared += 1
    return "../" * (len(start) - shared) + "/".join(end[shared:]) or "."


def collisions(made: SitePlan) -> Iterator[Diagnostic]:
    """Pages whose addresses are one and the same on some file system."""
    seen: dict[str, PlannedPage] = {}
    for page in made.pages:
        for url in (page.url, page.markdown_url):
            key = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", url).casefold())
            first = seen.setdefault(key, page)
            if first is not page:
                names = f"{first.source or first.kind} and {page.source or page.kind}"
                place = Span.start_of(page.source or first.source or "site.yaml")
                yield fault(
                    "JB150",
                    place,
                    f"two pages would have the same address `{url}`: {names}",
                    "rename one of them",
                )
                break


def _fault_of(ref: Ref) -> bool:
    return any(file_id_fault(part) for part in ref.id.split("/"))


def _stages(catalog: Catalog) -> Iterator[StageEntry]:
    """Stages that maps use, in the order of the registry, then those it does not know."""
    used: dict[str, str] = {}
    for journey in catalog.journeys:
        for stage in journey.stages:
            used.setdefault(stage.id, str(stage.title))
    registry = {str(definition.id): definition for definition in catalog.config.stages.all}
    for identifier, definition in registry.items():
        if identifier in used:
            yield StageEntry(identifier, definition.named(catalog.config.language), definition)
    for identifier in sorted(set(used) - set(registry)):
        yield StageEntry(identifier, used[identifier], None)


def _has_entries(kind: str, catalog: Catalog) -> bool:
    if kind == "stage-index":
        return any(journey.stages for journey in catalog.journeys)
    if kind == "moment-index":
        return any("moment of truth" in journey.step_keys for journey in catalog.journeys)
    if kind == "pain-index":
        return any(journey.pains for journey in catalog.journeys)
    if kind == "question-index":
        return bool(catalog.journeys)
    return any(ref.kind == kind.removesuffix("-index") for ref in catalog.documents)
