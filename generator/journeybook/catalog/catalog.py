"""The catalog: every document of a site, its indexes and look-ups, and nothing else.

A question that a feature asks of it lives with the feature (see `insight/`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

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


@dataclass(frozen=True)
class Catalog:
    """All documents by kind and id, with the stubs that stand in for missing files."""

    config: SiteConfig
    documents: Mapping[Ref, AnyDocument]
    stubs: frozenset[Ref]
    uses: Mapping[Ref, tuple[Use, ...]]
    """What refers to each document."""
    links: Mapping[Ref, tuple[tuple[Ref, Use], ...]]
    """What each document refers to."""
    redirects: Mapping[Ref, Ref]
    """Former names, from `was`."""
    pains: Mapping[str, PainPlace]
    """Pains with an id: `persona/journey#pain` -> place."""
    images: Mapping[str, bytes] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    doubtful: tuple[RiskyText, ...] = ()
    """The few texts that may not come out well."""

    def get(self, ref: Ref) -> AnyDocument | None:
        """The document or stub of a reference, following former names; None where there is none."""
        return self.documents.get(ref) or self.documents.get(self.redirects.get(ref, ref))

    def of_kind(self, cls: type[D]) -> tuple[D, ...]:
        """All documents of a kind, stubs included, by id."""
        return self._of_type.get(cls, ())

    @cached_property
    def _of_type(self) -> dict[type, tuple[Any, ...]]:
        found: dict[type, list[Any]] = {}
        for document in self.documents.values():
            found.setdefault(type(document), []).append(document)
        return {cls: tuple(documents) for cls, documents in found.items()}

    def journeys_with(self, ref: Ref) -> tuple[Journey, ...]:
        """The journeys that refer to something in any way, by id; for a persona also their own."""
        ids = {use.user.id for use in self.uses.get(ref, ()) if use.user.kind == "journey"}
        return tuple(journey for id in sorted(ids) if (journey := self.journey(id)))

    @property
    def journeys(self) -> tuple[Journey, ...]:
        return self.of_kind(Journey)

    @property
    def personas(self) -> tuple[Persona, ...]:
        return self.of_kind(Persona)

    @property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        return self.of_kind(Touchpoint)

    @property
    def channels(self) -> tuple[Channel, ...]:
        return self.of_kind(Channel)

    @property
    def metrics(self) -> tuple[Metric, ...]:
        return self.of_kind(Metric)

    @property
    def opportunities(self) -> tuple[Opportunity, ...]:
        return self.of_kind(Opportunity)

    @property
    def collateral(self) -> tuple[Collateral, ...]:
        return self.of_kind(Collateral)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return self.of_kind(Evidence)

    @property
    def pages(self) -> tuple[Page, ...]:
        return self.of_kind(Page)

    def journey(self, id: str) -> Journey | None:
        document = self.get(Ref("journey", id))
        return document if isinstance(document, Journey) else None

    def persona(self, id: str) -> Persona | None:
        document = self.get(Ref("persona", id))
        return document if isinstance(document, Persona) else None

    def touchpoint(self, id: str) -> Touchpoint | None:
        document = self.get(Ref("touchpoint", id))
        return document if isinstance(document, Touchpoint) else None

    def title(self, ref: Ref) -> str:
        """The title of what a reference names, or its id."""
        document = self.get(ref)
        return str(document.title) if document else ref.id

    def lang(self, document: Entity) -> str:
        """The language a document is written in."""
        return str(document.lang or self.config.language)

    def users(self, ref: Ref, *hows: str) -> tuple[Use, ...]:
        """What refers to a document, by these keys (all keys where none is named)."""
        found = self.uses.get(ref, ())
        return tuple(use for use in found if use.how in hows) if hows else found
