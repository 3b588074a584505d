"""Journeys side by side: stages aligned by ID, and two versions of one journey aligned by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from journeybook.catalog.catalog import Catalog
from journeybook.catalog.link import pain_of
from journeybook.insight.emotion import average, journey_line, mean
from journeybook.schema.documents import Fact, Journey, Opportunity, Stage, Step

StepState = Literal["kept", "new", "removed"]
CurvePoint = tuple[float, Step, float]
"""The position of a step on an axis of stages, the step, and its emotion."""


@dataclass(frozen=True)
class SharedStage:
    """One stage in each of the journeys; `parts` has an empty tuple for a journey without it."""

    id: str
    title: str
    parts: tuple[tuple[Stage, ...], ...]

    def steps(self, journey: int) -> tuple[Step, ...]:
        """The steps of one of the journeys in the stage."""
        return tuple(step for stage in self.parts[journey] for step in stage.steps)


def preset_comparisons(catalog: Catalog) -> tuple[tuple[Journey, ...], ...]:
    """The preset comparisons in `site.yaml`, each once: two or three journeys that exist."""
    presets: dict[tuple[str, ...], tuple[Journey, ...]] = {}
    for refs in catalog.config.compare:
        journeys: dict[str, Journey] = {}
        for ref in refs:
            journey = catalog.journey(ref.id)
            if journey:
                journeys[journey.id] = journey
        if len(journeys) > 1:
            presets.setdefault(tuple(journeys)[:3], tuple(journeys.values())[:3])
    return tuple(presets.values())


def comparable(catalog: Catalog) -> tuple[Journey, ...]:
    """The journeys that can be compared: those with steps."""
    return tuple(journey for journey in catalog.journeys if journey.steps)


def align(journeys: Sequence[Journey], catalog: Catalog) -> tuple[SharedStage, ...]:
    """Every stage of any of the journeys, in an order that fits them all if there is one."""
    titles: dict[str, str] = {}
    for journey in reversed(journeys):
        titles |= {stage.id: stage.title for stage in journey.stages}
    stage_ids = [_stage_ids(journey) for journey in journeys]
    shared = []
    for name in _common_order(stage_ids, catalog):
        parts = tuple(_stages_with_id(journey, name) for journey in journeys)
        shared.append(SharedStage(name, titles[name], parts))
    return tuple(shared)


def _stage_ids(journey: Journey) -> list[str]:
    return [stage.id for stage in journey.stages]


def _stages_with_id(journey: Journey, name: str) -> tuple[Stage, ...]:
    return tuple(stage for stage in journey.stages if stage.id == name)


def _common_order(lists: Sequence[Sequence[str]], catalog: Catalog) -> list[str]:
    """The stage registry's order if every list keeps to it.

    Otherwise the first list's order, with each name of the others inserted after its neighbour.
    """
    stages = catalog.config.stages.all
    position = {str(definition.id): number for number, definition in enumerate(stages)}
    if all(_follows(names, position) for names in lists):
        return sorted(set().union(*lists), key=position.__getitem__)
    order: list[str] = []
    for names in lists:
        after = 0 if set(names) & set(order) else len(order)
        for name in names:
            if name not in order:
                order.insert(after, name)
            after = order.index(name) + 1
    return order


def _follows(names: Sequence[str], position: dict[str, int]) -> bool:
    """Whether all names have a position, and are in its order."""
    if not position.keys() >= set(names):
        return False
    return all(position[first] <= position[second] for first, second in pairwise(names))


def stage_mean(stages: Sequence[Stage], journey: Journey) -> float | None:
    """Mean emotion over the steps of one journey in a stage."""
    averages = [average(step, journey) for stage in stages for step in stage.steps]
    return mean(value for value in averages if value is not None)


def curve_points(
    shared: Sequence[SharedStage], at: int, journey: Journey
) -> tuple[CurvePoint, ...]:
    """The emotion curve of one journey over the shared stages.

    A stage is 1 wide, and its steps are spread evenly over it.
    """
    values = dict(zip((id(step) for step in journey.steps), journey_line(journey), strict=True))
    points = []
    for column, stage in enumerate(shared):
        steps = stage.steps(at)
        for number, step in enumerate(steps):
            value = values[id(step)]
            if value is not None:
                points.append((column + (number + 0.5) / len(steps), step, value))
    return tuple(points)


@dataclass(frozen=True)
class StepChange:
    """One step in the current journey and in its future version."""

    state: StepState
    now: Step | None
    then: Step | None
    feeling_now: float | None
    feeling_then: float | None
    pains_gone: tuple[Fact, ...]
    """Pain points of the current step that the future version no longer has."""
    opportunities: tuple[Opportunity, ...]
    """Opportunities that address these pain points, or that the future step lists."""

    @property
    def moves(self) -> bool:
        """Whether the emotion changes."""
        if self.feeling_now is None or self.feeling_then is None:
            return False
        return self.feeling_now != self.feeling_then


def current_and_future(journeys: Sequence[Journey]) -> tuple[Journey, Journey] | None:
    """The current journey and its future version, if the journeys include such a pair."""
    for future in journeys:
        for now in journeys:
            if future.state == "future" and future.of and _is_called(now, future.of.id):
                return now, future
    return None


def _is_called(journey: Journey, name: str) -> bool:
    return name == journey.id or any(name == str(earlier) for earlier in journey.was)


def gap_to_future(now: Journey, then: Journey, catalog: Catalog) -> tuple[StepChange, ...]:
    """The gap to the future state: steps aligned by ID, in the order of both versions."""
    before = {step.id: step for step in now.steps}
    after = {step.id: step for step in then.steps}
    changes = []
    for name in _common_order([list(after), list(before)], catalog):
        old, new = before.get(name), after.get(name)
        solved = _solved_pains(old, new)
        changes.append(
            StepChange(
                _state(old, new),
                old,
                new,
                average(old, now) if old else None,
                average(new, then) if new else None,
                solved,
                _opportunities(now, solved, new, catalog),
            )
        )
    return tuple(changes)


def _state(old: Step | None, new: Step | None) -> StepState:
    if old is None:
        return "new"
    return "removed" if new is None else "kept"


def _solved_pains(old: Step | None, new: Step | None) -> tuple[Fact, ...]:
    """The pain points of a step that its new version no longer has, by ID or by text."""
    if old is None:
        return ()
    remaining = {_name(pain) for pain in new.all("pain")} if new else set()
    return tuple(pain for pain in old.all("pain") if _name(pain) not in remaining)


def _name(pain: Fact) -> str:
    return pain.marks.id or pain.text


def _opportunities(
    now: Journey, solved: Sequence[Fact], new: Step | None, catalog: Catalog
) -> tuple[Opportunity, ...]:
    pain_ids = {f"{now.id}#{pain.marks.id}" for pain in solved if pain.marks.id}
    listed = {ref.id for ref in new.refs("opportunity")} if new else set()
    return tuple(
        opportunity
        for opportunity in catalog.opportunities
        if opportunity.id in listed or _solves_any(opportunity, pain_ids, catalog)
    )


def _solves_any(opportunity: Opportunity, pain_ids: set[str], catalog: Catalog) -> bool:
    for ref in opportunity.solves:
        place = pain_of(ref, catalog)
        if place and place.id in pain_ids:
            return True
    return False
