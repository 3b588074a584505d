"""The paths through a journey: from step to step, from stage to stage, and out of it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from journeybook.schema.documents import Journey, Step

EdgeKind = Literal["next", "loop", "exit"]


@dataclass(frozen=True, slots=True)
class Edge:
    """One path from a step (or stage) to another; an exit from the journey has the target `""`.

    A path that leads back, or to its own start, is a `loop` whichever fact declares it.
    """

    source: str
    target: str
    kind: EdgeKind
    reason: str


def edges(journey: Journey) -> tuple[Edge, ...]:
    """Every path from step to step in file order.

    The next step is the one below, unless a `next` fact replaces it; `loop` facts add paths back.
    Paths to unknown steps are left out. A `next` fact with only unknown steps has no effect.
    """
    steps = journey.steps
    positions = {step.id: position for position, step in enumerate(steps)}
    every: dict[Edge, None] = {}
    for position, step in enumerate(steps):
        onward = _edges_of(step, "next", position, positions)
        if not onward and position + 1 < len(steps):
            onward = [Edge(step.id, steps[position + 1].id, "next", "")]
        for edge in (*onward, *_edges_of(step, "loop", position, positions)):
            every[edge] = None
    return tuple(every)


def _edges_of(
    step: Step, key: Literal["next", "loop"], position: int, positions: dict[str, int]
) -> list[Edge]:
    """The paths that the `next` or `loop` facts of a step declare, without unknown steps."""
    declared = []
    for branch in step.ways(key):
        target = branch.step
        if not target:
            declared.append(Edge(step.id, "", "exit", branch.reason))
        elif target in positions:
            leads_back = positions[target] <= position
            declared.append(Edge(step.id, target, "loop" if leads_back else key, branch.reason))
    return declared


def reachable(journey: Journey) -> frozenset[str]:
    """IDs of the steps that can be reached from the first step, including the first step."""
    targets: dict[str, list[str]] = {}
    for edge in edges(journey):
        if edge.target:
            targets.setdefault(edge.source, []).append(edge.target)
    return _closure((step.id for step in journey.steps[:1]), targets)


def _closure(start: Iterable[str], neighbours: dict[str, list[str]]) -> frozenset[str]:
    """Everything that can be reached from the start, including the start."""
    reached = set(start)
    waiting = list(reached)
    while waiting:
        for neighbour in neighbours.get(waiting.pop(), ()):
            if neighbour not in reached:
                reached.add(neighbour)
                waiting.append(neighbour)
    return frozenset(reached)


def has_explicit_paths(journey: Journey) -> bool:
    """Whether any step has a `next` or `loop` fact; otherwise each step leads to the one below."""
    return "next" in journey.step_keys or "loop" in journey.step_keys


def unreachable(journey: Journey) -> tuple[Step, ...]:
    """The steps that no path leads to, in file order."""
    if not has_explicit_paths(journey):
        return ()
    reached = reachable(journey)
    return tuple(step for step in journey.steps if step.id not in reached)


def steps_without_exit(journey: Journey) -> tuple[Step, ...]:
    """The steps from which neither the end of the journey nor an exit can be reached."""
    if not has_explicit_paths(journey):
        return ()
    sources: dict[str, list[str]] = {}
    for edge in edges(journey):
        sources.setdefault(edge.target, []).append(edge.source)
    # The last step ends the journey even if it may loop back, unless it has a `next` fact.
    ends = [step.id for step in journey.steps[-1:] if not step.all("next")]
    leaving = _closure((*sources.get("", ()), *ends), sources)
    return tuple(step for step in journey.steps if step.id not in leaving)


def _straight_through(journey: Journey) -> list[bool]:
    """For each step: whether its only path is to the step below it.

    The last step has no path, or only exits.
    """
    steps = journey.steps
    targets: dict[str, list[str]] = {step.id: [] for step in steps}
    for edge in edges(journey):
        targets[edge.source].append(edge.target)
    straight = [targets[step.id] == [below.id] for step, below in itertools.pairwise(steps)]
    if steps:
        straight.append(not any(targets[steps[-1].id]))
    return straight


def linearity(journey: Journey) -> float:
    """Share of straight-through steps (0 to 1): those without a branch, jump, exit or loop.

    The last step counts if the journey simply ends there. A journey without steps is linear: 1.
    """
    straight = _straight_through(journey)
    return sum(straight) / len(straight) if straight else 1.0


def is_straight(journey: Journey) -> bool:
    """Whether there is only one path, from the first step to the last."""
    return all(_straight_through(journey))


def onward(journey: Journey) -> tuple[tuple[int, int], ...]:
    """The paths that lead forward, as positions of steps; loops and exits are left out."""
    positions = {step.id: position for position, step in enumerate(journey.steps)}
    every = edges(journey)
    ahead = (edge for edge in every if edge.kind == "next" and edge.target)
    return tuple((positions[edge.source], positions[edge.target]) for edge in ahead)


def breaks(journey: Journey) -> frozenset[int]:
    """Positions of the steps that do not follow the step above them, such as an alternative."""
    if "next" not in journey.step_keys:
        return frozenset()
    followers = {target for source, target in onward(journey) if target == source + 1}
    return frozenset(range(1, len(journey.steps))) - followers


def has_ways(journey: Journey) -> bool:
    """Whether customers take different steps, so that the times of all steps do not add up."""
    return bool(breaks(journey) or alternatives(journey))


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of several steps that may come next; numbered from 1."""

    number: int
    count: int
    reason: str


def alternatives(journey: Journey) -> dict[str, Alternative]:
    """ID of a step -> which alternative of an earlier step it is, for steps that are one."""
    if "next" not in journey.step_keys:
        return {}
    ahead: dict[str, list[Edge]] = {}
    for edge in edges(journey):
        if edge.kind == "next" and edge.target:
            ahead.setdefault(edge.source, []).append(edge)
    branches: dict[str, Alternative] = {}
    for ways in ahead.values():
        if len(ways) > 1:
            for number, edge in enumerate(ways, 1):
                alternative = Alternative(number, len(ways), edge.reason)
                branches.setdefault(edge.target, alternative)
    return branches


def stage_edges(journey: Journey) -> tuple[Edge, ...]:
    """The paths between stages and out of the journey, each once with its reasons joined by `; `.

    Paths inside a stage are left out. A stage without steps is joined to its neighbours, and a path
    over such stages leads to the first of them.
    """
    lifted = [*_edges_between_stages(journey)]
    for position, (before, after) in enumerate(itertools.pairwise(journey.stages)):
        if not (before.steps and after.steps):
            lifted.append((position, Edge(before.id, after.id, "next", "")))
    lifted.sort(key=lambda item: item[0])
    return _merged(edge for _, edge in lifted)


def _edges_between_stages(journey: Journey) -> Iterator[tuple[int, Edge]]:
    """The paths of the steps as paths of their stages, with the position of the source."""
    stages = journey.stages
    positions = {step.id: position for position, stage in enumerate(stages) for step in stage.steps}
    for edge in edges(journey):
        source = positions[edge.source]
        if not edge.target:
            yield source, Edge(stages[source].id, "", edge.kind, edge.reason)
            continue
        target = positions[edge.target]
        if source == target:
            continue
        if target > source + 1 and not any(stage.steps for stage in stages[source + 1 : target]):
            target = source + 1
        yield source, Edge(stages[source].id, stages[target].id, edge.kind, edge.reason)


def _merged(every: Iterable[Edge]) -> tuple[Edge, ...]:
    """Paths between the same two stages as one, with all its reasons."""
    reasons: dict[tuple[str, str, EdgeKind], dict[str, None]] = {}
    for edge in every:
        of_edge = reasons.setdefault((edge.source, edge.target, edge.kind), {})
        if edge.reason:
            of_edge[edge.reason] = None
    return tuple(Edge(*ends, "; ".join(of_edge)) for ends, of_edge in reasons.items())
