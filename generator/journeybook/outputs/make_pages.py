"""Make every page of a site, or take it over from the build before where nothing that it shows has
changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace

from journeybook.cache import NULL_CACHE, Cache, key_of
from journeybook.diagrams.draw import Drawing, draw, engine
from journeybook.outputs.assets import Assets
from journeybook.outputs.fragments import CachedFragments, Fresh
from journeybook.outputs.make_page import (
    Listed,
    PageFiles,
    PageTools,
    PreviousOutput,
    Problems,
    make_page,
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

NOTHING = PreviousOutput()
MANY = 100
"""Pages from which on everything is got ready before the first."""
Outcome = tuple[PageFiles | Problems, tuple[Dependency, ...], list[Fresh]]
"""A page, what it asked, and the drawings and pieces that were new: everything that comes back from
a worker."""
Spread = Callable[[Callable[[int], Outcome], Sequence[int]], Iterator[tuple[int, Outcome]]]
Output = MutableMapping[str, bytes]


def sequentially(
    work: Callable[[int], Outcome], tasks: Sequence[int]
) -> Iterator[tuple[int, Outcome]]:
    """Do every task here; `effects/workers.py` spreads them over processes, and hands them out as
    they are done."""
    return ((task, work(task)) for task in tasks)


@dataclass(frozen=True)
class BuildResources:
    """What a build may use to save time. `standing` are the files of the output as they are now,
    path -> SHA-256: pages that would come out the same are not made again."""

    cache: Cache = NULL_CACHE
    standing: Mapping[str, str] = field(default_factory=dict)
    spread: Spread = sequentially
    drawings: bool = True
    png: DrawPicture | None = None
    """Makes PNG of SVG, where a renderer is there."""
    output: Callable[[], Output] = dict
    """What holds the files of a large site until all are made (`effects/spooled_output.py`)."""


DEFAULTS = BuildResources()
"""Everything is made anew, here."""


@dataclass(frozen=True, slots=True)
class _Record:
    """What is remembered of a page: what it asked, the digest of the answers, and what came out."""

    asked: tuple[Dependency, ...]
    answers: bytes
    digests: Mapping[str, str]
    view_digests: Mapping[str, bytes]
    entries: tuple[Entry, ...]
    listed: Listed | None


def make_pages(maker: PageMaker, output: Output) -> list[PageFiles | Problems]:
    """All pages in the order of the plan, their files put into `output`; a template that fails
    gives a finding instead of its page."""
    made: dict[int, PageFiles | Problems] = {}
    for at in range(maker.count):
        kept = maker.kept(at)
        if kept:
            made[at] = kept
    wanted = [at for at in range(maker.count) if at not in made]
    if len(wanted) >= MANY:
        maker.warm_up()
    for at, outcome in maker.spread(maker.make, wanted):
        page = maker.keep(at, outcome)
        if isinstance(page, PageFiles):
            output.update(page.files)
            page = replace(page, files={})
        made[at] = page
    return [made[at] for at in range(maker.count)]


class PageMaker:
    """Makes pages of one site, each by its place in the plan: takes it over, or else makes it and
    keeps it.

    `common` is the digest of what every page may depend on, `files` are the sources.
    """

    def __init__(
        self,
        site: PlainSite,
        theme: Theme,
        loaded: Assets,
        common: bytes,
        files: Mapping[str, bytes],
        means: BuildResources,
    ) -> None:
        self._pages = site.plan.pages
        self.count = len(self._pages)
        self.spread = means.spread
        self._cache, self._standing = means.cache, means.standing
        self._now = Fingerprints(site, _content_of(files))
        self._keys = [key_of(common, page.url, page.kind) for page in self._pages]
        self._before: dict[int, PreviousOutput] = {}
        keeps = means.cache is not NULL_CACHE
        self._bench = PageTools(
            PageRenderer(theme, means.cache),
            loaded,
            icons(theme) if site.pictures else {},
            means.png,
            keeps,
        )
        self._watch = DependencyRecorder()
        self._fresh: list[Fresh] = []
        site = replace(
            site, draw=Drawer(means.cache, self._fresh) if means.drawings else no_drawing
        )
        if keeps:
            site = replace(
                site,
                fragments=CachedFragments(means.cache, common, self._now, self._watch, self._fresh),
            )
        self._site = recording_site(site, self._watch)

    def warm_up(self) -> None:
        """Do what is done once before many pages are made, perhaps in copies of this process."""
        self._bench.renderer.warm_up()

    def kept(self, at: int) -> PageFiles | None:
        """The page of the build before, where it would come out the same and stands in the
        output."""
        record: _Record | None = self._cache.get("page", self._keys[at])
        if record is None:
            return None
        before = _standing(record, self._standing)
        if before.is_whole and self._now.digest(record.asked) == record.answers:
            return PageFiles({}, record.entries, record.listed, record.digests, record.digests)
        self._before[at] = before
        return None

    def make(self, at: int) -> Outcome:
        """The page, made; nothing is kept yet, so that a copy of this process can do it."""
        made = make_page(self._site, self._pages[at], self._bench, self._before.get(at, NOTHING))
        fresh = [*self._fresh]
        self._fresh.clear()
        return made, self._watch.taken(), fresh

    def keep(self, at: int, outcome: Outcome) -> PageFiles | Problems:
        """Remember what was made."""
        made, asked, fresh = outcome
        if not isinstance(made, PageFiles):
            return made
        for level, key, value in fresh:
            self._cache.put(level, key, value)
        if self._bench.keeps:
            record = _Record(
                asked,
                self._now.digest(asked),
                made.digests,
                made.view_digests,
                made.entries,
                made.listed,
            )
            self._cache.put("page", self._keys[at], record)
        return made


class Drawer:
    """Draws each Mermaid text once, for good. `fresh` gets drawings that the memory does not have
    yet."""

    def __init__(self, cache: Cache, fresh: list[Fresh]) -> None:
        self._cache, self._fresh = cache, fresh

    def __call__(self, source: str, *, figure_id: str) -> Drawing:
        key = key_of(source, figure_id, repr(engine()))
        found: Drawing | None = self._cache.get("drawing", key)
        if found is None:
            found = draw(source, figure_id=figure_id)
            self._fresh.append(("drawing", key, found))
        return found


def no_drawing(source: str, *, figure_id: str) -> Drawing:
    """Leave diagrams as the text that they are made of."""
    return Drawing(source, None)


def _standing(record: _Record, standing: Mapping[str, str]) -> PreviousOutput:
    """The part of a page that stands in the output as it was made."""
    digests = {
        path: digest for path, digest in record.digests.items() if standing.get(path) == digest
    }
    view_digests = {url: digest for url, digest in record.view_digests.items() if url in digests}
    return PreviousOutput(digests, view_digests, len(digests) == len(record.digests))


def _content_of(files: Mapping[str, bytes]) -> Callable[[Entity], bytes]:
    """The digest of the files that a document was read from; a stub has none."""
    known: dict[str, bytes] = {}

    def content(document: Entity) -> bytes:
        path = document.path
        found = known.get(path)
        if found is None:
            series = (
                files.get(f"{path.removesuffix('.md')}.csv", b"")
                if isinstance(document, Metric)
                else b""
            )
            found = known[path] = key_of(files.get(path, b""), series)
        return found

    return content
