"""Where customers suffer most: emotion and pain points by journey and stage, and by touchpoint.

Touchpoints are ordered by the gap between customer value and emotion.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.insight.compare import stage_mean
from journeybook.insight.use_figures import UseFigures, figures_of_today
from journeybook.schema.documents import Journey, Stage, Touchpoint
from journeybook.schema.site_config import StageDefinition, StageRegistry

HIGH_VALUE = 3.5
"""From this mean customer value on, a touchpoint with a negative emotion is urgent."""


@dataclass(frozen=True)
class StageHeat:
    """One journey in one stage: its mean emotion, and the number of pain points and steps."""

    stage: Stage
    feeling: float | None
    pains: int
    steps: int


def heat_by_stage(journey: Journey) -> dict[str, StageHeat]:
    """Stage ID -> figures, for the stages of a journey that have steps or pain points."""
    parts: dict[str, list[Stage]] = {}
    for stage in journey.stages:
        parts.setdefault(stage.id, []).append(stage)
    heats: dict[str, StageHeat] = {}
    for name, stages in parts.items():
        steps = sum(len(stage.steps) for stage in stages)
        pains = sum(map(_count_pains, stages))
        if steps or pains:
            heats[name] = StageHeat(stages[0], stage_mean(stages, journey), pains, steps)
    return heats


def _count_pains(stage: Stage) -> int:
    return sum(len(part.all("pain")) for part in (stage, *stage.steps))


JourneyHeat = tuple[Journey, dict[str, StageHeat]]
"""A journey and its figures by stage ID."""


def by_stage_set(heats: Iterable[JourneyHeat], registry: StageRegistry) -> list[list[JourneyHeat]]:
    """Journeys in groups that share their stages: a group for each set of `site.yaml` in use.

    A journey belongs to the set that has most of its stages, of equals the first. Journeys with
    none of these stages are grouped by the stages of their own that they share.
    """
    of_sets: dict[int, list[JourneyHeat]] = {}
    own: list[list[JourneyHeat]] = []
    for heat in heats:
        shared = [_shared_stages(heat, stages) for _, stages in registry.sets]
        most = max(shared, default=0)
        if most:
            of_sets.setdefault(shared.index(most), []).append(heat)
        else:
            own = _joined(own, heat)
    return [*(of_sets[at] for at in sorted(of_sets)), *own]


def _shared_stages(heat: JourneyHeat, stages: Iterable[StageDefinition]) -> int:
    return len(heat[1].keys() & {str(stage.id) for stage in stages})


def _joined(groups: list[list[JourneyHeat]], heat: JourneyHeat) -> list[list[JourneyHeat]]:
    """The groups with one journey more, which joins all that have a stage in common with it."""
    joined: list[JourneyHeat] = []
    others = []
    for group in groups:
        is_related = any(by_stage.keys() & heat[1].keys() for _, by_stage in group)
        if is_related:
            joined += group
        else:
            others.append(group)
    return [*others, [*joined, heat]]


def stages_of_group(heats: Iterable[JourneyHeat], registry: StageRegistry) -> tuple[str, ...]:
    """IDs of the stages that a group of journeys uses: those of `site.yaml` in its order, then all
    others as they appear."""
    used: dict[str, None] = {}
    for _, by_stage in heats:
        used |= dict.fromkeys(by_stage)
    defined = [str(stage.id) for stage in registry.all if str(stage.id) in used]
    return tuple(dict.fromkeys((*defined, *used)))


@dataclass(frozen=True)
class TouchpointHeat:
    """One touchpoint over all current maps."""

    touchpoint: Touchpoint
    sums: UseFigures

    @property
    def urgent(self) -> bool:
        """High customer value but a negative emotion: first to fix."""
        value, emotion = self.sums.worth or 0, self.sums.average
        return value >= HIGH_VALUE and emotion is not None and emotion < 0

    @property
    def order(self) -> tuple[bool, float, float, str]:
        """Sorts by what to fix first: the widest gap between customer value and emotion."""
        value, emotion = self.sums.worth, self.sums.average
        gap = 99.0
        if value is not None and emotion is not None:
            gap = emotion * 2 - value
        return (not self.urgent, gap, -float(self.sums.pains), self.touchpoint.id)


def touchpoint_heat(catalog: Catalog) -> tuple[TouchpointHeat, ...]:
    """Touchpoints that a current map rates by customer value or emotion, first to fix first."""
    heats = []
    for touchpoint in catalog.touchpoints:
        sums = figures_of_today(catalog, touchpoint)
        if sums.worth is not None or sums.average is not None:
            heats.append(TouchpointHeat(touchpoint, sums))
    return tuple(sorted(heats, key=lambda each: each.order))


def has_heat(catalog: Catalog) -> bool:
    """Whether any map has an emotion or a pain point."""
    for journey in catalog.journeys:
        if journey.pains or any(step.emotions for step in journey.steps):
            return True
    return False
