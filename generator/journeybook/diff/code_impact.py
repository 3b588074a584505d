"""What a change of the product's code does to the customer: which touchpoints, journeys, moments
and pains it touches.

A touchpoint says which code is behind it by patterns of paths (`code:`), counted from the top of
the repository:
`*` and `?` stand within one part of a path, `**` for any number of parts; a folder stands for everything in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from journeybook.catalog.catalog import Catalog
from journeybook.catalog.link import pain_of
from journeybook.insight.owners import owner_of
from journeybook.schema.documents import Fact, Journey, Opportunity, Stage, Step, Touchpoint

_SETTLED = ("done", "dropped")


@dataclass(frozen=True)
class TouchedStep:
    """A step that the customer meets the changed code in."""

    journey: Journey
    stage: Stage
    step: Step
    moments: tuple[Fact, ...]
    pains: tuple[Fact, ...]
    """Those that nothing has settled yet."""
    owner: str


@dataclass(frozen=True)
class TouchedTouchpoint:
    """A touchpoint whose code changed."""

    touchpoint: Touchpoint
    paths: tuple[str, ...]
    steps: tuple[TouchedStep, ...]


@dataclass(frozen=True)
class Impacts:
    """Everything a change of code touches."""

    touchpoints: tuple[TouchedTouchpoint, ...]
    with_code: int
    """How many touchpoints say which code is behind them: with none, no answer means nothing."""

    @property
    def owners(self) -> tuple[str, ...]:
        """The teams that should look, in order."""
        found = [str(one.touchpoint.owner or "") for one in self.touchpoints]
        found += [step.owner for one in self.touchpoints for step in one.steps]
        return tuple(sorted({owner for owner in found if owner}))


def impacts(catalog: Catalog, paths: Sequence[str]) -> Impacts:
    """What the files at these paths, counted from the top of the repository, are behind."""
    settled = _settled(catalog)
    made = []
    for touchpoint in catalog.touchpoints:
        hit = tuple(
            path
            for path in paths
            if any(matches(path, str(pattern)) for pattern in touchpoint.code)
        )
        if hit:
            made.append(TouchedTouchpoint(touchpoint, hit, _steps(catalog, touchpoint, settled)))
    return Impacts(tuple(made), sum(bool(touchpoint.code) for touchpoint in catalog.touchpoints))


def matches(path: str, pattern: str) -> bool:
    """Whether a path is meant by a pattern. Works part by part, so that no pattern takes long."""
    wanted = [part for part in pattern.strip().removeprefix("./").split("/") if part]
    places = {0} if wanted else set()
    for part in path.split("/"):
        places = _through_stars(places, wanted)
        if len(wanted) in places:
            return True  # a folder was named, and this lies in it
        places = {
            after
            for at in places
            for after in (
                [at] if wanted[at] == "**" else [at + 1] if fnmatchcase(part, wanted[at]) else []
            )
        }
    return len(wanted) in _through_stars(places, wanted)


def _through_stars(places: Iterable[int], wanted: Sequence[str]) -> set[int]:
    """The same places, and those behind every `**` that stands for nothing."""
    found: set[int] = set()
    for place in places:
        at = place
        found.add(at)
        while at < len(wanted) and wanted[at] == "**":
            at += 1
            found.add(at)
    return found


def _settled(catalog: Catalog) -> frozenset[int]:
    """The pains that a finished or dropped opportunity answers."""
    found = set()
    for opportunity in catalog.of_kind(Opportunity):
        if opportunity.status in _SETTLED:
            places = (pain_of(ref, catalog) for ref in opportunity.solves)
            found |= {id(place.pain) for place in places if place is not None}
    return frozenset(found)


def _steps(
    catalog: Catalog, touchpoint: Touchpoint, settled: frozenset[int]
) -> tuple[TouchedStep, ...]:
    made = []
    for journey in catalog.journeys_with(touchpoint.ref):
        for stage in journey.stages:
            for step in stage.steps:
                if any(
                    catalog.redirects.get(ref, ref) == touchpoint.ref
                    for ref in step.refs("touchpoint")
                ):
                    pains = tuple(pain for pain in step.all("pain") if id(pain) not in settled)
                    owner = owner_of(journey, stage, step)
                    made.append(
                        TouchedStep(journey, stage, step, step.all("moment of truth"), pains, owner)
                    )
    return tuple(made)
