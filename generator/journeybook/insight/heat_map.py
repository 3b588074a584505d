"""Where it burns: feelings and pains by journey and stage, and touchpoints by worth against
feeling."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.insight.compare import stage_mean
from journeybook.insight.touchpoint_use import UseFigures, occurrences, use_figures
from journeybook.schema.documents import Journey, Stage, Touchpoint

WORTH_MUCH = 3.5
"""From this mean worth on, a touchpoint that is felt badly is one of the first to fix."""


@dataclass(frozen=True)
class Heat:
    """One journey in one stage."""

    stage: Stage
    feeling: float | None
    pains: int
    steps: int


def heat(journey: Journey) -> dict[str, Heat]:
    """The stages of a journey that have steps or pains, by stage id."""
    found: dict[str, Heat] = {}
    for stage in journey.stages:
        same = [other for other in journey.stages if other.id == stage.id]
        pains = sum(len(part.all("pain")) for other in same for part in (other, *other.steps))
        steps = sum(len(other.steps) for other in same)
        if stage.id not in found and (steps or pains):
            found[stage.id] = Heat(same[0], stage_mean(same, journey), pains, steps)
    return found


@dataclass(frozen=True)
class TouchpointHeat:
    """One touchpoint over all maps."""

    touchpoint: Touchpoint
    sums: UseFigures

    @property
    def urgent(self) -> bool:
        """Worth much and felt badly: first to fix."""
        return (
            (self.sums.worth or 0) >= WORTH_MUCH
            and self.sums.average is not None
            and self.sums.average < 0
        )

    @property
    def order(self) -> tuple[bool, float, float, str]:
        """First to fix first: the widest gap between worth and feeling."""
        worth, feeling = self.sums.worth, self.sums.average
        rated = worth is not None and feeling is not None
        gap = (worth or 0) - (feeling or 0) * 2
        return (
            not self.urgent,
            -gap if rated else 99.0,
            -float(self.sums.pains),
            self.touchpoint.id,
        )


def touchpoint_heat(catalog: Catalog) -> tuple[TouchpointHeat, ...]:
    """Touchpoints that some step with a worth or a feeling uses, first to fix first."""
    found = (
        TouchpointHeat(t, use_figures(occurrences(catalog, t.ref, "touchpoint")))
        for t in catalog.touchpoints
    )
    known = (one for one in found if one.sums.worth is not None or one.sums.average is not None)
    return tuple(sorted(known, key=lambda one: one.order))


def has_heat(catalog: Catalog) -> bool:
    """Whether any map notes a feeling or a pain."""
    return any(
        journey.pains or any(step.emotions for step in journey.steps)
        for journey in catalog.journeys
    )
