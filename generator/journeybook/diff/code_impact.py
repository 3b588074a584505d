"""What a change of the product's code means for customers: the touchpoints, journeys, moments of
truth and pain points that it affects.

A touchpoint lists its code under `code:` as path patterns from the root of the repository: `*` and
`?` match within one part of a path, `**` matches any number of parts, a folder matches everything
in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.catalog.link import pain_of
from journeybook.catalog.path_patterns import matches
from journeybook.insight.owners import owner_of
from journeybook.schema.documents import Fact, Journey, Opportunity, Stage, Step, Touchpoint

_SETTLED = ("done", "dropped")


@dataclass(frozen=True)
class TouchedStep:
    """A step in which the customer uses the changed code."""

    journey: Journey
    stage: Stage
    step: Step
    moments: tuple[Fact, ...]
    pains: tuple[Fact, ...]
    """Those that no finished or dropped opportunity addresses."""
    owner: str


@dataclass(frozen=True)
class TouchedTouchpoint:
    """A touchpoint whose code changed."""

    touchpoint: Touchpoint
    paths: tuple[str, ...]
    steps: tuple[TouchedStep, ...]


@dataclass(frozen=True)
class Impacts:
    """Everything that a change of code affects."""

    touchpoints: tuple[TouchedTouchpoint, ...]
    with_code: int
    """How many touchpoints list their code. If none does, an empty result means nothing."""

    @property
    def owners(self) -> tuple[str, ...]:
        """The teams that should review the change, sorted."""
        owners = {str(one.touchpoint.owner or "") for one in self.touchpoints}
        owners |= {step.owner for one in self.touchpoints for step in one.steps}
        return tuple(sorted(owners - {""}))


def impacts(catalog: Catalog, paths: Sequence[str]) -> Impacts:
    """What a change of the files at these paths, from the root of the repository, affects."""
    settled = _settled(catalog)
    touched = []
    for touchpoint in catalog.touchpoints:
        its_paths = tuple(path for path in paths if _is_code_of(touchpoint, path))
        if its_paths:
            steps = _steps(catalog, touchpoint, settled)
            touched.append(TouchedTouchpoint(touchpoint, its_paths, steps))
    with_code = sum(bool(touchpoint.code) for touchpoint in catalog.touchpoints)
    return Impacts(tuple(touched), with_code)


def _is_code_of(touchpoint: Touchpoint, path: str) -> bool:
    return any(matches(path, str(pattern)) for pattern in touchpoint.code)


def _settled(catalog: Catalog) -> frozenset[int]:
    """The pain points that a finished or dropped opportunity addresses, by identity."""
    settled: set[int] = set()
    for opportunity in catalog.of_kind(Opportunity):
        if opportunity.status in _SETTLED:
            places = (pain_of(ref, catalog) for ref in opportunity.solves)
            settled |= {id(place.pain) for place in places if place is not None}
    return frozenset(settled)


def _steps(
    catalog: Catalog, touchpoint: Touchpoint, settled: frozenset[int]
) -> tuple[TouchedStep, ...]:
    """The steps that use a touchpoint."""
    touched = []
    for journey in catalog.journeys_with(touchpoint.ref):
        for stage in journey.stages:
            for step in stage.steps:
                if _uses(step, touchpoint, catalog):
                    moments = step.all("moment of truth")
                    pains = tuple(pain for pain in step.all("pain") if id(pain) not in settled)
                    owner = owner_of(journey, stage, step)
                    touched.append(TouchedStep(journey, stage, step, moments, pains, owner))
    return tuple(touched)


def _uses(step: Step, touchpoint: Touchpoint, catalog: Catalog) -> bool:
    references = step.refs("touchpoint")
    return any(catalog.redirects.get(ref, ref) == touchpoint.ref for ref in references)
