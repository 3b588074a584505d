"""What keeps readers from trusting the maps over the whole site, and who could mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from journeybook.catalog.catalog import Catalog
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.owners import owner_of
from journeybook.insight.touchpoint_use import occurrences
from journeybook.insight.trust import CLAIMS, Trust, has_file, is_measured, trust
from journeybook.schema.documents import Fact, Journey, Stage, Step, Touchpoint


@dataclass(frozen=True)
class Claim:
    """A claim that names no evidence with a file, and where it stands."""

    journey: Journey
    stage: Stage
    step: Step | None
    fact: Fact

    @property
    def owner(self) -> str:
        """Who could find evidence: the owner of the step, the stage or the journey."""
        return owner_of(self.journey, self.stage, self.step)


@dataclass(frozen=True)
class Doubts:
    """Everything that speaks against believing the maps of a site; retired maps are left out."""

    journeys: tuple[tuple[Journey, Trust], ...]
    claims: tuple[Claim, ...]
    unmeasured: tuple[Touchpoint, ...]

    def count(self, name: str) -> int:
        """How many journeys are stale, assumed or unowned."""
        return sum(bool(getattr(known, name)) for _, known in self.journeys)

    @property
    def unowned(self) -> int:
        """How many journeys nobody answers for."""
        return sum(not known.owner for _, known in self.journeys)


@dataclass
class Task:
    """What one owner could mend."""

    stale: list[Journey] = field(default_factory=list)
    assumed: list[Journey] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    unmeasured: list[Touchpoint] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Number of things to do."""
        return len(self.stale) + len(self.assumed) + len(self.claims) + len(self.unmeasured)


def doubts(catalog: Catalog, info: BuildInfo) -> Doubts:
    """Look at every map on the day of the build."""
    journeys = tuple(
        journey for journey in catalog.journeys if journey.status != "retired" and journey.steps
    )
    return Doubts(
        tuple((journey, trust(journey, catalog, info)) for journey in journeys),
        tuple(claim for journey in journeys for claim in _open_claims(journey, catalog)),
        tuple(
            t
            for t in catalog.touchpoints
            if t.ref not in catalog.stubs
            and not is_measured(t)
            and catalog.users(t.ref, "touchpoint")
        ),
    )


def _open_claims(journey: Journey, catalog: Catalog) -> Iterator[Claim]:
    for stage in journey.stages:
        for step in (None, *stage.steps):
            for fact in (step or stage).facts:
                if fact.key in CLAIMS and not has_file(fact.marks.evidence, catalog):
                    yield Claim(journey, stage, step, fact)


def fixers(found: Doubts) -> dict[str, Task]:
    """Owner -> what they could mend, who has most to do first; what nobody owns last, under the
    empty string."""
    tasks: dict[str, Task] = {}
    for journey, known in found.journeys:
        task = tasks.setdefault(known.owner, Task())
        if known.stale:
            task.stale.append(journey)
        if known.assumed:
            task.assumed.append(journey)
    for claim in found.claims:
        tasks.setdefault(claim.owner, Task()).claims.append(claim)
    for touchpoint in found.unmeasured:
        tasks.setdefault(str(touchpoint.owner or ""), Task()).unmeasured.append(touchpoint)
    busy = [(owner, task) for owner, task in tasks.items() if task.size]
    return dict(sorted(busy, key=lambda item: (not item[0], -item[1].size, item[0])))


def used_by(touchpoint: Touchpoint, catalog: Catalog) -> tuple[Journey, ...]:
    """The journeys that use a touchpoint."""
    found = {
        one.journey.id: one.journey for one in occurrences(catalog, touchpoint.ref, "touchpoint")
    }
    return tuple(found.values())
