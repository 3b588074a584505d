"""Record what the page being built asks the site, so that it is built again only if an answer has
changed.

No page declares what it depends on. Its builder gets a `RecordingSite`: it answers as a `PlainSite`
does, and records every look-up. A later build compares the digest of the answers (`Fingerprints`)
to see whether the page would come out the same.

What any page may use without asking (`site.yaml`, the theme, the addresses of indexes) is not
recorded: the caller compares it as a whole.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from functools import cached_property
from typing import Generic, TypeVar

from journeybook.cache import key_of
from journeybook.catalog.catalog import Catalog, CatalogLookups
from journeybook.catalog.references import RiskyText
from journeybook.diff.change import Change, Changes, Pair
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.build_info import Change as FileChange
from journeybook.pages.changes.comparison import Comparison, RevisionComparison
from journeybook.pages.context import PlainSite, SiteContext
from journeybook.pages.page_kind import PlannedPage
from journeybook.pages.plan import SitePlan
from journeybook.pages.stages import StageEntry
from journeybook.schema.documents import DOCUMENT_TYPES, Entity, Journey, Opportunity
from journeybook.schema.values import Ref
from journeybook.text import Source

Dependency = tuple[str, str, str]
"""A question: the name of a method of `Fingerprints` without its `_`, and up to two words of what
was looked up."""
D = TypeVar("D", bound=Entity)
K = TypeVar("K")
V = TypeVar("V")


class DependencyRecorder:
    """Collects the questions of the page being built."""

    def __init__(self) -> None:
        self.asked: set[Dependency] = set()

    def record(
        self,
        name: str,
        first: str = "",
        second: str = "",
    ) -> None:
        """Record one question."""
        self.asked.add((name, first, second))

    def taken(self) -> tuple[Dependency, ...]:
        """The questions since the last call, sorted."""
        asked, self.asked = self.asked, set()
        return tuple(sorted(asked))


class Fingerprints:
    """Digests of the answers that the site gives now.

    Each question has a method of its name that yields the answer; `content` gives the digest of a
    document's files.
    """

    def __init__(self, site: PlainSite, content: Callable[[Entity], bytes]) -> None:
        self._site = site
        self._content = content
        self._digests: dict[Dependency, bytes] = {}

    def digest(self, questions: Iterable[Dependency]) -> bytes:
        """One digest of all answers."""
        digests = self._digests
        answers = [digests.get(question) or self._answer(question) for question in questions]
        return key_of(b"".join(answers))

    def _answer(self, question: Dependency) -> bytes:
        name, first, second = question
        digest = self._digests[question] = key_of(*getattr(self, f"_{name}")(first, second))
        return digest

    def _document(self, document: Entity | None) -> bytes:
        return self._content(document) if document is not None else b""

    def _about(self, kind: str, id: str) -> Iterator[str | bytes]:
        """Everything about the target of a reference: who asks one of it mostly asks all."""
        ref, catalog = Ref(kind, id), self._site.catalog
        target, page = catalog.redirects.get(ref), self._site.plan.page_of(ref)
        yield from (
            self._document(catalog.documents.get(ref)),
            "stub" if ref in catalog.stubs else "",
        )
        yield from (target.kind, target.id) if target else ("", "")
        yield page.url if page else ""

    def _documents(self, _: str, __: str) -> Iterator[str | bytes]:
        for ref, document in self._site.catalog.documents.items():
            yield from (ref.kind, ref.id, self._content(document))

    def _kind(self, name: str, _: str) -> Iterator[str | bytes]:
        for document in self._site.catalog.of_kind(DOCUMENT_TYPES[name]):
            yield from (document.id, self._content(document))

    def _uses(self, kind: str, id: str) -> Iterator[str | bytes]:
        uses = self._site.catalog.uses
        for ref in (Ref(kind, id),) if kind else uses:
            yield from (ref.kind, ref.id)
            for use in uses.get(ref, ()):
                yield from (use.user.kind, use.user.id, use.how, use.stage, use.step)

    def _links(self, kind: str, id: str) -> Iterator[str | bytes]:
        links = self._site.catalog.links
        for ref in (Ref(kind, id),) if kind else links:
            yield from (ref.kind, ref.id)
            for target, use in links.get(ref, ()):
                yield from (target.kind, target.id, use.how, use.stage, use.step)

    def _redirects(self, _: str, __: str) -> Iterator[str | bytes]:
        for ref, target in self._site.catalog.redirects.items():
            yield from (ref.kind, ref.id, target.kind, target.id)

    def _pains(self, id: str, _: str) -> Iterator[str | bytes]:
        pains = self._site.catalog.pains
        for name in (id,) if id else pains:
            place = pains.get(name)
            yield from (place.id, self._content(place.journey)) if place else ()

    def _stubs(self, _: str, __: str) -> Iterator[str | bytes]:
        for ref in sorted(self._site.catalog.stubs, key=lambda ref: (ref.kind, ref.id)):
            yield from (ref.kind, ref.id)

    def _plan(self, _: str, __: str) -> Iterator[str | bytes]:
        for page in self._site.plan.pages:
            about = (page.about.kind, page.about.id) if page.about else ("", "")
            yield from (page.kind, page.url, *about, page.source, page.target, *page.beside)

    def _solutions(self, id: str, _: str) -> Iterator[str | bytes]:
        answers = self._site.answers
        for name in (id,) if id else answers:
            for opportunity in answers.get(name, ()):
                yield from (name, opportunity.id, self._content(opportunity))

    def _counts(self, _: str, __: str) -> Iterator[str | bytes]:
        for name, count in sorted(self._site.counts.items()):
            yield from (name, str(count))

    def _images(self, path: str, _: str) -> Iterator[str | bytes]:
        urls = self._site.image_urls
        for name in (path,) if path else urls:
            yield from (name, urls.get(name, ""))

    def _today(self, _: str, __: str) -> Iterator[str | bytes]:
        yield self._site.info.today.isoformat()

    def _commits(self, _: str, __: str) -> Iterator[str | bytes]:
        yield repr(self._site.info.commits)

    def _changes(self, path: str, _: str) -> Iterator[str | bytes]:
        changes = self._site.info.last_change
        for name in (path,) if path else changes:
            yield from (name, repr(changes.get(name)))

    def _mark(self, kind: str, id: str) -> Iterator[str | bytes]:
        yield self._compared.mark(Ref(kind, id))

    def _marks(self, _: str, __: str) -> Iterator[str | bytes]:
        yield repr(sorted(self._compared.counts.items()))

    def _changed(self, kind: str, id: str) -> Iterator[str | bytes]:
        yield repr(self._compared.of(Ref(kind, id)))

    def _sides(self, id: str, _: str) -> Iterator[str | bytes]:
        sides, compared = self._compared.sides(id), self._compared.compared
        if not sides:
            return
        pair, old, new = sides
        yield repr(pair)
        names = compared.changes.names
        for ref in sorted(names, key=lambda ref: (ref.kind, ref.id)):
            yield from (ref.kind, ref.id, names[ref].kind, names[ref].id)
        yield compared.before.sources[old.path].text if old else ""
        yield compared.after.sources[new.path].text if new else ""

    def _old_title(self, kind: str, id: str) -> Iterator[str | bytes]:
        yield self._compared.old_title(Ref(kind, id))

    def _unread(self, path: str, _: str) -> Iterator[str | bytes]:
        yield str(self._compared.is_unread(path))

    def _comparison(self, _: str, __: str) -> Iterator[str | bytes]:
        yield repr(self._compared.changes)

    @property
    def _compared(self) -> RevisionComparison:
        assert self._site.comparison is not None, "only pages of a compared site ask this"
        return self._site.comparison

    def _bytes(self, _: str, __: str) -> Iterator[str | bytes]:
        catalog = self._site.catalog
        yield from (source.text for source in catalog.sources.values())
        yield from catalog.images.values()
        yield from catalog.attachments.values()


def recording_site(site: PlainSite, recorder: DependencyRecorder) -> SiteContext:
    """The same site for builders of pages; `recorder` gets every question."""
    return RecordingSite(site, recorder)


_ABOUT = frozenset(("documents", "redirects", "stubs"))
"""Tables whose answers about one document are one question, `about`."""


class _RecordingCollection(Generic[K]):
    """What the collections below share: answers come from `plain`, questions go to `recorder`."""

    def __init__(
        self,
        plain: Collection[K],
        name: str,
        recorder: DependencyRecorder,
    ) -> None:
        self._keys = plain
        self._recorder = recorder
        self._all: Dependency = (name, "", "")
        self._one = "about" if name in _ABOUT else name

    def _record(self, key: object) -> None:
        """Record that a key was looked up."""
        if isinstance(key, Ref):
            self._recorder.asked.add((self._one, key.kind, key.id))
        elif isinstance(key, str):
            self._recorder.asked.add((self._one, key, ""))
        else:
            self._recorder.asked.add(self._all)

    def __contains__(self, key: object) -> bool:
        self._record(key)
        return key in self._keys

    def __iter__(self) -> Iterator[K]:
        self._recorder.asked.add(self._all)
        return iter(self._keys)

    def __len__(self) -> int:
        self._recorder.asked.add(self._all)
        return len(self._keys)


class _RecordingSet(_RecordingCollection[K], Set[K]):
    pass


class _RecordingMapping(_RecordingCollection[K], Mapping[K, V]):
    def __init__(
        self,
        plain: Mapping[K, V],
        name: str,
        recorder: DependencyRecorder,
    ) -> None:
        super().__init__(plain, name, recorder)
        self._plain = plain

    def __getitem__(self, key: K) -> V:
        self._record(key)
        return self._plain[key]


class RecordingCatalog(CatalogLookups):
    """A catalog that records what is asked of it."""

    def __init__(self, plain: Catalog, recorder: DependencyRecorder) -> None:
        self._plain, self._recorder = plain, recorder
        self.config = plain.config
        self.documents = _RecordingMapping(plain.documents, "documents", recorder)
        self.uses = _RecordingMapping(plain.uses, "uses", recorder)
        self.links = _RecordingMapping(plain.links, "links", recorder)
        self.redirects = _RecordingMapping(plain.redirects, "redirects", recorder)
        self.pains = _RecordingMapping(plain.pains, "pains", recorder)
        self.stubs = _RecordingSet(plain.stubs, "stubs", recorder)

    @property
    def images(self) -> Mapping[str, bytes]:
        self._recorder.record("bytes")
        return self._plain.images

    @property
    def attachments(self) -> Mapping[str, bytes]:
        self._recorder.record("bytes")
        return self._plain.attachments

    @property
    def sources(self) -> Mapping[str, Source]:
        self._recorder.record("bytes")
        return self._plain.sources

    @property
    def doubtful(self) -> tuple[RiskyText, ...]:
        self._recorder.record("bytes")
        return self._plain.doubtful

    def of_kind(self, cls: type[D]) -> tuple[D, ...]:
        self._recorder.record("kind", cls.kind_name)
        return self._plain.of_kind(cls)


class RecordingPlan:
    """A plan that records what is asked of it, but for the addresses of indexes and stages."""

    def __init__(self, plain: SitePlan, recorder: DependencyRecorder) -> None:
        self._plain, self._recorder = plain, recorder
        self.stages: tuple[StageEntry, ...] = plain.stages
        self.indexes = plain.indexes

    @property
    def pages(self) -> tuple[PlannedPage, ...]:
        self._recorder.record("plan")
        return self._plain.pages

    def page_of(self, ref: Ref) -> PlannedPage | None:
        self._recorder.record("about", ref.kind, ref.id)
        return self._plain.page_of(ref)

    def index(self, kind: str) -> PlannedPage | None:
        return self._plain.index(kind)


class RecordingBuildInfo:
    """Build info that records what is asked of it, but for what every page may show."""

    def __init__(self, plain: BuildInfo, recorder: DependencyRecorder) -> None:
        self._plain, self._recorder = plain, recorder
        self.version = plain.version
        self.revision = plain.revision
        self.history_note = plain.history_note
        self.last_change = _RecordingMapping(plain.last_change, "changes", recorder)

    @property
    def today(self) -> datetime.date:
        self._recorder.record("today")
        return self._plain.today

    @property
    def commits(self) -> tuple[FileChange, ...]:
        self._recorder.record("commits")
        return self._plain.commits


class RecordingComparison:
    """A comparison that records what is asked of it, but for its base, which every page may
    show."""

    def __init__(self, plain: Comparison, recorder: DependencyRecorder) -> None:
        self._plain, self._recorder = plain, recorder
        self.base = plain.base

    @property
    def changes(self) -> Changes:
        self._recorder.record("comparison")
        return self._plain.changes

    @property
    def journeys(self) -> tuple[str, ...]:
        self._recorder.record("comparison")
        return self._plain.journeys

    @property
    def counts(self) -> Mapping[str, int]:
        self._recorder.record("marks")
        return self._plain.counts

    def mark(self, ref: Ref) -> str:
        self._recorder.record("mark", ref.kind, ref.id)
        return self._plain.mark(ref)

    def of(self, ref: Ref) -> tuple[Change, ...]:
        self._recorder.record("changed", ref.kind, ref.id)
        return self._plain.of(ref)

    def is_unread(self, path: str) -> bool:
        self._recorder.record("unread", path)
        return self._plain.is_unread(path)

    def sides(self, journey: str) -> tuple[Pair, Journey | None, Journey | None] | None:
        self._recorder.record("sides", journey)
        return self._plain.sides(journey)

    def old_title(self, ref: Ref) -> str:
        self._recorder.record("old_title", ref.kind, ref.id)
        return self._plain.old_title(ref)


class RecordingSite:
    """A site that records what is asked of it; `recording_site` proves that it answers every
    question of `SiteContext`."""

    def __init__(self, plain: PlainSite, recorder: DependencyRecorder) -> None:
        self._plain, self._recorder = plain, recorder
        self.catalog: Catalog = RecordingCatalog(plain.catalog, recorder)
        self.plan: SitePlan = RecordingPlan(plain.plan, recorder)
        self.info: BuildInfo = RecordingBuildInfo(plain.info, recorder)
        self.comparison: Comparison | None = (
            RecordingComparison(plain.comparison, recorder) if plain.comparison else None
        )
        self.image_urls = _RecordingMapping(plain.image_urls, "images", recorder)
        self.prose = plain.prose
        self.draw = plain.draw
        self.pictures = plain.pictures
        self.fragments = plain.fragments

    @cached_property
    def answers(self) -> Mapping[str, tuple[Opportunity, ...]]:
        return _RecordingMapping(self._plain.answers, "solutions", self._recorder)

    @property
    def counts(self) -> Mapping[str, int]:
        self._recorder.record("counts")
        return self._plain.counts
