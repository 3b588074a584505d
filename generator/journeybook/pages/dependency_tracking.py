"""A site that notes what the page being made asks of it, so that a page is made again only when an
answer changed.

Nobody declares what a page depends on. Its builder gets a catalog, a plan and a build info that
look like the real ones and write down every look-up; the digest of the answers tells a later build
whether the page would come out the same. What every page may see without asking (`site.yaml`, the
theme, addresses of indexes) is not noted: the caller compares it as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from dataclasses import fields
from functools import cached_property
from typing import Any, Generic, TypeVar

from journeybook.cache import key_of
from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change, Changes, Pair
from journeybook.diff.compared import Compared
from journeybook.insight.build_info import BuildInfo
from journeybook.pages.changes.comparison import Comparison
from journeybook.pages.context import SiteContext
from journeybook.pages.plan import PlannedPage, SitePlan
from journeybook.schema.documents import DOCUMENT_TYPES, Entity, Journey, Opportunity
from journeybook.schema.values import Ref

Dependency = tuple[str, str, str]
"""What was looked up: in what, and up to two words of which."""
D = TypeVar("D", bound=Entity)
K = TypeVar("K")


class DependencyRecorder:
    """The questions of the page being made."""

    def __init__(self) -> None:
        self.asked: set[Dependency] = set()

    def taken(self) -> tuple[Dependency, ...]:
        """The questions since the last time, in order."""
        asked, self.asked = self.asked, set()
        return tuple(sorted(asked))


class Fingerprints:
    """The digest of the answer to each question, as the site is now. `content` is the digest of a
    document's files."""

    def __init__(self, site: SiteContext, content: Callable[[Entity], bytes]) -> None:
        self._site = site
        self._content = content
        self._known: dict[Dependency, bytes] = {}

    def digest(self, questions: Iterable[Dependency]) -> bytes:
        """One digest of all answers."""
        known = self._known
        return key_of(
            b"".join([known.get(question) or self._answer(question) for question in questions])
        )

    def _answer(self, question: Dependency) -> bytes:
        name, first, second = question
        made = self._known[question] = key_of(*getattr(self, f"_{name}")(first, second))
        return made

    def _document(self, document: Entity | None) -> bytes:
        return self._content(document) if document is not None else b""

    def _about(self, kind: str, id: str) -> Iterator[str | bytes]:
        """What a reference stands for: who names something mostly asks all of this."""
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
        found, compared = self._compared.sides(id), self._compared.compared
        if found:
            yield repr(found[0])
            for old, new in sorted(
                compared.changes.names.items(), key=lambda pair: (pair[0].kind, pair[0].id)
            ):
                yield from (old.kind, old.id, new.kind, new.id)
            for journey, catalog in ((found[1], compared.before), (found[2], compared.after)):
                yield catalog.sources[journey.path].text if journey else ""

    def _old_title(self, kind: str, id: str) -> Iterator[str | bytes]:
        yield self._compared.old_title(Ref(kind, id))

    def _unread(self, path: str, _: str) -> Iterator[str | bytes]:
        yield str(self._compared.is_unread(path))

    def _comparison(self, _: str, __: str) -> Iterator[str | bytes]:
        yield repr(self._compared.changes)

    @property
    def _compared(self) -> Comparison:
        assert self._site.comparison is not None, "only pages of a compared site ask this"
        return self._site.comparison

    def _bytes(self, _: str, __: str) -> Iterator[str | bytes]:
        catalog = self._site.catalog
        yield from (source.text for source in catalog.sources.values())
        yield from catalog.images.values()


def recording_site(site: SiteContext, watch: DependencyRecorder) -> SiteContext:
    """The same site, for the builders of pages; every look-up goes to `watch`."""
    urls = _Texts(site.image_urls, "images", watch)
    info, plan = _Info(site.info, watch), _Plan(site.plan, watch)
    asked = {
        "catalog": _Catalog(site.catalog, watch),
        "plan": plan,
        "info": info,
        "image_urls": urls,
    }
    if site.comparison:
        asked["comparison"] = _Comparison(site.comparison.compared, watch)
    made = _Site(**{field.name: getattr(site, field.name) for field in fields(site)} | asked)
    object.__setattr__(made, "_real", (site, watch))
    return made


_ABOUT = frozenset(("documents", "redirects", "stubs"))
"""Tables of which one question takes the answers together."""


class _Noting(Generic[K]):
    """What the three collections below share: every question is noted, and answered by the real
    one."""

    def __init__(self, real: Collection[K], name: str, watch: DependencyRecorder) -> None:
        self._real: Any = real
        self._name, self._watch = name, watch

    def _note(self, key: object = None) -> None:
        """Note that a key was looked up; without one, that everything was seen."""
        if isinstance(key, Ref):
            self._watch.asked.add(
                ("about" if self._name in _ABOUT else self._name, key.kind, key.id)
            )
        else:
            self._watch.asked.add((self._name, key if isinstance(key, str) else "", ""))

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return key in self._real

    def __iter__(self) -> Iterator[K]:
        self._note()
        return iter(self._real)

    def __len__(self) -> int:
        self._note()
        return len(self._real)


class _Refs(_Noting[Ref], Mapping[Ref, Any]):
    def __getitem__(self, ref: Ref) -> Any:
        self._note(ref)
        return self._real[ref]


class _Texts(_Noting[str], Mapping[str, Any]):
    def __getitem__(self, name: str) -> Any:
        self._note(name)
        return self._real[name]


class _RefSet(_Noting[Ref], Set[Ref]):
    pass


class _Catalog(Catalog):
    def __init__(self, real: Catalog, watch: DependencyRecorder) -> None:
        put = object.__setattr__
        put(self, "_real", real)
        put(self, "_watch", watch)
        put(self, "config", real.config)
        for name in ("documents", "uses", "links", "redirects"):
            put(self, name, _Refs(getattr(real, name), name, watch))
        put(self, "pains", _Texts(real.pains, "pains", watch))
        put(self, "stubs", _RefSet(real.stubs, "stubs", watch))

    @property
    def images(self) -> Mapping[str, bytes]:
        self._watch.asked.add(("bytes", "", ""))  # type: ignore[attr-defined]
        return self._real.images  # type: ignore[attr-defined,no-any-return]

    @property
    def sources(self) -> Mapping[str, Any]:
        self._watch.asked.add(("bytes", "", ""))  # type: ignore[attr-defined]
        return self._real.sources  # type: ignore[attr-defined,no-any-return]

    def of_kind(self, cls: type[D]) -> tuple[D, ...]:
        self._watch.asked.add(("kind", cls.kind_name, ""))  # type: ignore[attr-defined]
        return self._real.of_kind(cls)  # type: ignore[attr-defined,no-any-return]


class _Plan(SitePlan):
    def __init__(self, real: SitePlan, watch: DependencyRecorder) -> None:
        put = object.__setattr__
        put(self, "_real", real)
        put(self, "_watch", watch)
        put(self, "stages", real.stages)

    @property
    def pages(self) -> tuple[PlannedPage, ...]:
        self._watch.asked.add(("plan", "", ""))  # type: ignore[attr-defined]
        return self._real.pages  # type: ignore[attr-defined,no-any-return]

    def page_of(self, ref: Ref) -> PlannedPage | None:
        self._watch.asked.add(("about", ref.kind, ref.id))  # type: ignore[attr-defined]
        return self._real.page_of(ref)  # type: ignore[attr-defined,no-any-return]

    def index(self, kind: str) -> PlannedPage | None:
        return self._real.index(kind)  # type: ignore[attr-defined,no-any-return]


class _Info(BuildInfo):
    def __init__(self, real: BuildInfo, watch: DependencyRecorder) -> None:
        put = object.__setattr__
        put(self, "_real", real)
        put(self, "_watch", watch)
        for name in ("version", "revision", "history_note"):
            put(self, name, getattr(real, name))
        put(self, "last_change", _Texts(real.last_change, "changes", watch))

    @property
    def today(self) -> Any:
        self._watch.asked.add(("today", "", ""))  # type: ignore[attr-defined]
        return self._real.today  # type: ignore[attr-defined]

    @property
    def commits(self) -> Any:
        self._watch.asked.add(("commits", "", ""))  # type: ignore[attr-defined]
        return self._real.commits  # type: ignore[attr-defined]


class _Comparison(Comparison):
    """Its base, which every page may show, is compared by the caller."""

    def __init__(self, real: Compared, watch: DependencyRecorder) -> None:
        object.__setattr__(self, "compared", real)
        object.__setattr__(self, "_watch", watch)

    def _note(self, name: str, first: str = "", second: str = "") -> None:
        self._watch.asked.add((name, first, second))  # type: ignore[attr-defined]

    @property
    def changes(self) -> Changes:
        self._note("comparison")
        return super().changes

    @property
    def journeys(self) -> tuple[str, ...]:
        self._note("comparison")
        return super().journeys

    @property
    def counts(self) -> Mapping[str, int]:
        self._note("marks")
        return super().counts

    def mark(self, ref: Ref) -> str:
        self._note("mark", ref.kind, ref.id)
        return super().mark(ref)

    def of(self, ref: Ref) -> tuple[Change, ...]:
        self._note("changed", ref.kind, ref.id)
        return super().of(ref)

    def is_unread(self, path: str) -> bool:
        self._note("unread", path)
        return super().is_unread(path)

    def old_title(self, ref: Ref) -> str:
        self._note("old_title", ref.kind, ref.id)
        return super().old_title(ref)

    def sides(self, journey: str) -> tuple[Pair, Journey | None, Journey | None] | None:
        self._note("sides", journey)
        return super().sides(journey)


class _Site(SiteContext):
    @cached_property
    def answers(self) -> Mapping[str, tuple[Opportunity, ...]]:
        site, watch = self._real  # type: ignore[attr-defined]
        return _Texts(site.answers, "solutions", watch)

    @property
    def counts(self) -> Mapping[str, int]:
        site, watch = self._real  # type: ignore[attr-defined]
        watch.asked.add(("counts", "", ""))
        return site.counts  # type: ignore[no-any-return]
