"""The catalog: every document of a site, its indexes and look-ups, and nothing else.

A question that a feature asks of it lives with the feature (see `insight/`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from journeybook.schema.documents import (
    AnyDocument,
    Channel,
    Collateral,
    Entity,
    Evidence,
    Fact,
    Journey,
    Metric,
    Opportunity,
    Page,
    Persona,
    Stage,
    Step,
    Touchpoint,
)
from journeybook.schema.site_config import SiteConfig
from journeybook.schema.values import NOWHERE, Ref
from journeybook.text import Source, Span

if TYPE_CHECKING:
    from journeybook.catalog.references import RiskyText

D = TypeVar("D", bound=Entity)


@dataclass(frozen=True)
class Use:
    """One place that refers to something: the document, the key or fact, the stage and the step."""

    user: Ref
    how: str
    """Key of the fact or front matter; `prose` for a link in a text, `folder` for a journey's own
    persona."""
    stage: str = ""
    step: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class PainPlace:
    """A pain point and its place."""

    journey: Journey
    stage: Stage
    step: Step | None
    pain: Fact

    @property
    def id(self) -> str:
        """The full ID `persona/journey#pain`; empty if the pain point has no ID."""
        return f"{self.journey.id}#{self.pain.marks.id}" if self.pain.marks.id else ""


def pains_of(journey: Journey) -> Iterator[PainPlace]:
    """Every pain point of a journey in file order."""
    for stage in journey.stages:
        for pain in stage.all("pain"):
            yield PainPlace(journey, stage, None, pain)
        for step in stage.steps:
            for pain in step.all("pain"):
                yield PainPlace(journey, stage, step, pain)


class CatalogTables(Protocol):
    """What a catalog holds: all documents of a site by kind and id, and what refers to what."""

    @property
    def config(self) -> SiteConfig: ...

    @property
    def documents(self) -> Mapping[Ref, AnyDocument]:
        """Every document, placeholders included, by kind and id."""

    @property
    def stubs(self) -> Set[Ref]:
        """The placeholders for things that are mentioned but have no file."""

    @property
    def uses(self) -> Mapping[Ref, tuple[Use, ...]]:
        """What refers to each document."""

    @property
    def links(self) -> Mapping[Ref, tuple[tuple[Ref, Use], ...]]:
        """What each document refers to."""

    @property
    def redirects(self) -> Mapping[Ref, Ref]:
        """Former ids, from `was`."""

    @property
    def pains(self) -> Mapping[str, PainPlace]:
        """Pain points with an id: `persona/journey#pain` -> place."""

    @property
    def images(self) -> Mapping[str, bytes]:
        """Path of an image below content/ -> its bytes."""

    @property
    def attachments(self) -> Mapping[str, bytes]:
        """Path below content/ of a file that some text links to -> its bytes."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """Path of a file -> its text."""

    @property
    def doubtful(self) -> tuple[RiskyText, ...]:
        """The few texts that may fail to render."""

    def of_kind(self, cls: type[D]) -> tuple[D, ...]:
        """All documents of a kind, placeholders included, by id."""


class CatalogLookups(Protocol):
    """The look-ups that every catalog answers from its tables, in one and the same way."""

    def get(self: Catalog, ref: Ref) -> AnyDocument | None:
        """The document or stub of a reference, following former names; None where there is none."""
        return self.documents.get(ref) or self.documents.get(self.redirects.get(ref, ref))

    def journeys_with(self: Catalog, ref: Ref) -> tuple[Journey, ...]:
        """The journeys that refer to something in any way, by id; for a persona also their own."""
        ids = {use.user.id for use in self.uses.get(ref, ()) if use.user.kind == "journey"}
        return tuple(journey for id in sorted(ids) if (journey := self.journey(id)))

    @property
    def journeys(self: Catalog) -> tuple[Journey, ...]:
        return self.of_kind(Journey)

    @property
    def personas(self: Catalog) -> tuple[Persona, ...]:
        return self.of_kind(Persona)

    @property
    def touchpoints(self: Catalog) -> tuple[Touchpoint, ...]:
        return self.of_kind(Touchpoint)

    @property
    def channels(self: Catalog) -> tuple[Channel, ...]:
        return self.of_kind(Channel)

    @property
    def metrics(self: Catalog) -> tuple[Metric, ...]:
        return self.of_kind(Metric)

    @property
    def opportunities(self: Catalog) -> tuple[Opportunity, ...]:
        return self.of_kind(Opportunity)

    @property
    def collateral(self: Catalog) -> tuple[Collateral, ...]:
        return self.of_kind(Collateral)

    @property
    def evidence(self: Catalog) -> tuple[Evidence, ...]:
        return self.of_kind(Evidence)

    @property
    def pages(self: Catalog) -> tuple[Page, ...]:
        return self.of_kind(Page)

    def journey(self: Catalog, id: str) -> Journey | None:
        document = self.get(Ref("journey", id))
        return document if isinstance(document, Journey) else None

    def persona(self: Catalog, id: str) -> Persona | None:
        document = self.get(Ref("persona", id))
        return document if isinstance(document, Persona) else None

    def touchpoint(self: Catalog, id: str) -> Touchpoint | None:
        document = self.get(Ref("touchpoint", id))
        return document if isinstance(document, Touchpoint) else None

    def title(self: Catalog, ref: Ref) -> str:
        """The title of what a reference names, or its id."""
        document = self.get(ref)
        return str(document.title) if document else ref.id

    def lang(self: Catalog, document: Entity) -> str:
        """The language a document is written in."""
        return str(document.lang or self.config.language)

    def users(self: Catalog, ref: Ref, *hows: str) -> tuple[Use, ...]:
        """What refers to a document, by these keys (all keys where none is named)."""
        found = self.uses.get(ref, ())
        return tuple(use for use in found if use.how in hows) if hows else found


class Catalog(CatalogTables, CatalogLookups, Protocol):
    """Every question that a catalog answers; the type to ask for.

    `LinkedCatalog` is the plain one. The catalog that builders of pages get also records what they
    ask (`pages/dependency_tracking.py`).
    """


@dataclass(frozen=True)
class LinkedCatalog(CatalogLookups):
    """The plain catalog, as `link` makes it from what was read; fields as in `CatalogTables`."""

    config: SiteConfig
    documents: Mapping[Ref, AnyDocument]
    stubs: frozenset[Ref]
    uses: Mapping[Ref, tuple[Use, ...]]
    links: Mapping[Ref, tuple[tuple[Ref, Use], ...]]
    redirects: Mapping[Ref, Ref]
    pains: Mapping[str, PainPlace]
    images: Mapping[str, bytes] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    doubtful: tuple[RiskyText, ...] = ()
    attachments: Mapping[str, bytes] = field(default_factory=dict)

    def of_kind(self, cls: type[D]) -> tuple[D, ...]:
        return self._of_type.get(cls, ())

    @cached_property
    def _of_type(self) -> dict[type, tuple[Any, ...]]:
        found: dict[type, list[Any]] = {}
        for document in self.documents.values():
            found.setdefault(type(document), []).append(document)
        return {cls: tuple(documents) for cls, documents in found.items()}
