"""What makes the maps of a site less reliable, and which owner can fix it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from journeybook.catalog.catalog import Catalog
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.owners import owner_of
from journeybook.insight.touchpoint_use import used_today
from journeybook.insight.trust import CLAIMS, Trust, has_file, is_measured, needs_evidence, trust
from journeybook.schema.documents import Fact, Journey, Stage, Step, Touchpoint


@dataclass(frozen=True)
class Claim:
    """A claim that cites no evidence with a file, and its place."""

    journey: Journey
    stage: Stage
    step: Step | None
    fact: Fact

    @property
    def owner(self) -> str:
        """Who can look for evidence: the owner of the step, the stage or the journey."""
        return owner_of(self.journey, self.stage, self.step)


@dataclass(frozen=True)
class TrustGaps:
    """Everything that makes the maps of a site less reliable; retired maps are left out."""

    journeys: tuple[tuple[Journey, Trust], ...]
    claims: tuple[Claim, ...]
    unmeasured: tuple[Touchpoint, ...]

    def count(self, name: str) -> int:
        """How many journeys are `stale` or `assumed`."""
        return sum(bool(getattr(figures, name)) for _, figures in self.journeys)

    @property
    def unowned(self) -> int:
        """How many journeys have no owner."""
        return sum(not figures.owner for _, figures in self.journeys)


@dataclass
class OwnerFixes:
    """What one owner can fix."""

    stale: list[Journey] = field(default_factory=list)
    assumed: list[Journey] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    unmeasured: list[Touchpoint] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Number of things to fix."""
        return len(self.stale) + len(self.assumed) + len(self.claims) + len(self.unmeasured)


def trust_gaps(catalog: Catalog, info: BuildInfo) -> TrustGaps:
    """The reliability of every map on the day of the build, and what is wrong."""
    journeys = [
        journey for journey in catalog.journeys if journey.status != "retired" and journey.steps
    ]
    claims: list[Claim] = []
    for journey in filter(needs_evidence, journeys):
        claims += _unsupported_claims(journey, catalog)
    return TrustGaps(
        journeys=tuple((journey, trust(journey, catalog, info)) for journey in journeys),
        claims=tuple(claims),
        unmeasured=tuple(_unmeasured_touchpoints(catalog)),
    )


def _unsupported_claims(journey: Journey, catalog: Catalog) -> Iterator[Claim]:
    for stage in journey.stages:
        for step in (None, *stage.steps):
            for fact in (step or stage).facts:
                if fact.key in CLAIMS and not has_file(fact.marks.evidence, catalog):
                    yield Claim(journey, stage, step, fact)


def _unmeasured_touchpoints(catalog: Catalog) -> Iterator[Touchpoint]:
    """Touchpoints with a file that current maps use and that are not measured."""
    for touchpoint in catalog.touchpoints:
        if touchpoint.ref in catalog.stubs or is_measured(touchpoint):
            continue
        if used_today(catalog, touchpoint):
            yield touchpoint


def fixes_by_owner(doubts: TrustGaps) -> dict[str, OwnerFixes]:
    """Owner -> what they can fix, the owner with the most first.

    What has no owner comes last, under the empty string.
    """
    tasks: dict[str, OwnerFixes] = defaultdict(OwnerFixes)
    for journey, figures in doubts.journeys:
        if figures.stale:
            tasks[figures.owner].stale.append(journey)
        if figures.assumed:
            tasks[figures.owner].assumed.append(journey)
    for claim in doubts.claims:
        tasks[claim.owner].claims.append(claim)
    for touchpoint in doubts.unmeasured:
        tasks[str(touchpoint.owner or "")].unmeasured.append(touchpoint)

    def most_first(item: tuple[str, OwnerFixes]) -> tuple[bool, int, str]:
        owner, task = item
        return (not owner, -task.size, owner)

    return dict(sorted(tasks.items(), key=most_first))


def used_by(touchpoint: Touchpoint, catalog: Catalog) -> tuple[Journey, ...]:
    """The current journeys that use a touchpoint, each once."""
    journeys: dict[str, Journey] = {}
    for occurrence in used_today(catalog, touchpoint):
        journeys[occurrence.journey.id] = occurrence.journey
    return tuple(journeys.values())
