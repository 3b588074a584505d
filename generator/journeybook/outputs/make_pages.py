"""Build every page of a site, or reuse the page of an earlier build if nothing that it shows has
changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace

from journeybook.budget import Budget
from journeybook.cache import NULL_CACHE, Cache, key_of
from journeybook.diagrams.draw import Drawing, draw, engine
from journeybook.outputs.assets import Assets
from journeybook.outputs.fragments import CachedFragments, NewEntry
from journeybook.outputs.make_page import (
    Listed,
    PageFiles,
    PageTools,
    PreviousOutput,
    Problems,
    make_page,
    too_slow,
)
from journeybook.outputs.pictures import Draw as DrawPicture
from journeybook.outputs.search import Entry
from journeybook.pages.context import PlainSite
from journeybook.pages.dependency_tracking import (
    Dependency,
    DependencyRecorder,
    Fingerprints,
    recording_site,
)
from journeybook.pages.render import PageRenderer
from journeybook.pages.theme import Theme
from journeybook.pictures.poster import icons
from journeybook.schema.documents import Entity, Metric

NO_OUTPUT = PreviousOutput()
WARM_UP_FROM = 100
"""Number of pages from which on templates are compiled before the first page."""
Outcome = tuple[PageFiles | Problems, tuple[Dependency, ...], list[NewEntry]]
"""A page, what it depends on, and new drawings and fragments: everything that a worker returns."""
Spread = Callable[[Callable[[int], Outcome], Sequence[int]], Iterator[tuple[int, Outcome]]]
Limited = Callable[[Budget, Callable[[], PageFiles | Problems]], PageFiles | Problems | str]
"""Runs the making of one page within a budget: its result, or why it was stopped."""
Output = MutableMapping[str, bytes]


def sequentially(
    work: Callable[[int], Outcome], tasks: Sequence[int]
) -> Iterator[tuple[int, Outcome]]:
    """Do every task in this process; `effects/workers.py` spreads them over several, and returns
    them as they finish."""
    return ((task, work(task)) for task in tasks)


def unlimited(_: Budget, make: Callable[[], PageFiles | Problems]) -> PageFiles | Problems:
    """Make a page, however long that takes."""
    return make()


@dataclass(frozen=True)
class BuildResources:
    """What a build may use to save time; except for `drawings`, it changes no byte of the
    output."""

    cache: Cache = NULL_CACHE
    previous: Mapping[str, str] = field(default_factory=dict)
    """The files of the output before the build, path -> SHA-256; pages that would be the same are
    not built again."""
    spread: Spread = sequentially
    """Runs tasks, perhaps in several processes."""
    drawings: bool = True
    """Whether diagrams are drawn, or shown as source."""
    png: DrawPicture | None = None
    """Makes PNG from SVG, if a renderer is installed."""
    output: Callable[[], Output] = dict
    """Holds the files of a large site until all are built (`effects/spooled_output.py`)."""
    limited: Limited = unlimited
    """Stops a page that takes too much time or memory (`effects/work_limits.py`)."""


DEFAULTS = BuildResources()
"""Without a cache, in this process."""


@dataclass(frozen=True, slots=True)
class _Record:
    """What the cache has of a page: its dependencies, the digest of the answers, and its
    results."""

    asked: tuple[Dependency, ...]
    answers: bytes
    digests: Mapping[str, str]
    view_digests: Mapping[str, bytes]
    entries: tuple[Entry, ...]
    listed: Listed | None


def make_pages(maker: PageMaker, output: Output) -> list[PageFiles | Problems]:
    """All pages in the order of the plan, with their files added to `output`; for a page whose
    template fails, the finding."""
    pages: dict[int, PageFiles | Problems] = {}
    tasks = []
    for at in range(maker.count):
        page = maker.reuse(at)
        if page:
            pages[at] = page
        else:
            tasks.append(at)
    if len(tasks) >= WARM_UP_FROM:
        maker.warm_up()
    for at, outcome in maker.spread(maker.make, tasks):
        new = maker.remember(at, outcome)
        if isinstance(new, PageFiles):
            output.update(new.files)
            new = replace(new, files={})
        pages[at] = new
    return [pages[at] for at in range(maker.count)]


class PageMaker:
    """Builds the pages of one site, each by its place in the plan: reuses it, or builds and
    remembers it.

    `common` is the digest of what every page may depend on, `files` are the sources.
    """

    def __init__(
        self,
        site: PlainSite,
        theme: Theme,
        loaded: Assets,
        common: bytes,
        files: Mapping[str, bytes],
        resources: BuildResources,
    ) -> None:
        cache = resources.cache
        has_cache = cache is not NULL_CACHE
        self._pages = site.plan.pages
        self.count = len(self._pages)
        self.spread = resources.spread
        self._limited = resources.limited
        self._cache, self._previous = cache, resources.previous
        self._fingerprints = Fingerprints(site, _content_of(files))
        self._keys = [key_of(common, page.url, page.kind) for page in self._pages]
        self._before: dict[int, PreviousOutput] = {}
        self._tools = PageTools(
            PageRenderer(theme, cache),
            loaded,
            icons(theme) if site.pictures else {},
            resources.png,
            has_cache,
        )
        self._recorder = DependencyRecorder()
        self._new_entries: list[NewEntry] = []
        drawer = Drawer(cache, self._new_entries) if resources.drawings else no_drawing
        site = replace(site, draw=drawer)
        if has_cache:
            site = replace(
                site,
                fragments=CachedFragments(
                    cache, common, self._fingerprints, self._recorder, self._new_entries
                ),
            )
        self._site = recording_site(site, self._recorder)

    def warm_up(self) -> None:
        """Compile all templates once, before copies of this process need them."""
        self._tools.renderer.warm_up()

    def reuse(self, at: int) -> PageFiles | None:
        """The page of an earlier build, if it would be the same and the output has all its
        files."""
        record: _Record | None = self._cache.get("page", self._keys[at])
        if record is None:
            return None
        before = _previous_output(record, self._previous)
        if before.is_whole and self._fingerprints.digest(record.asked) == record.answers:
            return PageFiles({}, record.entries, record.listed, record.digests, record.digests)
        self._before[at] = before
        return None

    def make(self, at: int) -> Outcome:
        """Build the page; nothing is remembered yet, so that a copy of this process can do it."""
        before = self._before.get(at, NO_OUTPUT)
        budget = self._site.catalog.config.limits
        page = self._limited(
            budget, lambda: make_page(self._site, self._pages[at], self._tools, before)
        )
        if isinstance(page, str):
            page = (too_slow(self._pages[at], page),)
        new_entries = [*self._new_entries]
        self._new_entries.clear()
        return page, self._recorder.taken(), new_entries

    def remember(self, at: int, outcome: Outcome) -> PageFiles | Problems:
        """Store a page, its drawings and its fragments in the cache."""
        page, asked, new_entries = outcome
        if not isinstance(page, PageFiles):
            return page
        for level, key, value in new_entries:
            self._cache.put(level, key, value)
        if self._tools.has_cache:
            record = _Record(
                asked,
                self._fingerprints.digest(asked),
                page.digests,
                page.view_digests,
                page.entries,
                page.listed,
            )
            self._cache.put("page", self._keys[at], record)
        return page


class Drawer:
    """Draws each Mermaid source once; drawings that the cache does not have are added to
    `new_entries`."""

    def __init__(self, cache: Cache, new_entries: list[NewEntry]) -> None:
        self._cache, self._new_entries = cache, new_entries

    def __call__(self, source: str, *, figure_id: str) -> Drawing:
        key = key_of(source, figure_id, repr(engine()))
        drawing: Drawing | None = self._cache.get("drawing", key)
        if drawing is None:
            drawing = draw(source, figure_id=figure_id)
            self._new_entries.append(("drawing", key, drawing))
        return drawing


def no_drawing(source: str, *, figure_id: str) -> Drawing:
    """Leave a diagram as its source."""
    return Drawing(source, None)


def _previous_output(record: _Record, previous: Mapping[str, str]) -> PreviousOutput:
    """The files of a page that the output still has unchanged."""
    digests = {
        path: digest for path, digest in record.digests.items() if previous.get(path) == digest
    }
    view_digests = {url: digest for url, digest in record.view_digests.items() if url in digests}
    return PreviousOutput(digests, view_digests, len(digests) == len(record.digests))


def _content_of(files: Mapping[str, bytes]) -> Callable[[Entity], bytes]:
    """Gives the digest of the files that a document was read from; a stub has none."""
    digests: dict[str, bytes] = {}

    def content(document: Entity) -> bytes:
        path = document.path
        digest = digests.get(path)
        if digest is None:
            series = b""
            if isinstance(document, Metric):
                series = files.get(f"{path.removesuffix('.md')}.csv", b"")
            digest = digests[path] = key_of(files.get(path, b""), series)
        return digest

    return content
