"""The ways through a journey: from step to step, from stage to stage, and out of it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from journeybook.schema.documents import Journey, Step

EdgeKind = Literal["next", "loop", "exit"]


@dataclass(frozen=True, slots=True)
class Edge:
    """One way from a step (or stage) to another; a way out of the journey has the target ``""``.

    A way that leads back, or to where it starts, is a `loop` whichever fact says so.
    """

    source: str
    target: str
    kind: EdgeKind
    reason: str


def edges(journey: Journey) -> tuple[Edge, ...]:
    """Every way from step to step in file order.

    A step goes on to the one below it, unless a `next` fact says where it goes instead; `loop`
    facts add to that. Ways to unknown steps are left out, and a `next` that has no others is as
    good as unwritten.
    """
    steps = journey.steps
    place = {step.id: at for at, step in enumerate(steps)}
    found: dict[Edge, None] = {}
    for at, step in enumerate(steps):
        written = [
            edge
            for way in step.ways("next")
            if (edge := _edge(at, step, way.step, way.reason, place))
        ]
        if not written and at + 1 < len(steps):
            written = [Edge(step.id, steps[at + 1].id, "next", "")]
        back = [
            edge
            for way in step.ways("loop")
            if (edge := _edge(at, step, way.step, way.reason, place, "loop"))
        ]
        found.update(dict.fromkeys((*written, *back)))
    return tuple(found)


def _edge(
    at: int, step: Step, target: str, reason: str, place: dict[str, int], kind: EdgeKind = "next"
) -> Edge | None:
    if not target:
        return Edge(step.id, "", "exit", reason)
    if target not in place:
        return None
    return Edge(step.id, target, "loop" if place[target] <= at else kind, reason)


def reachable(journey: Journey) -> frozenset[str]:
    """Ids of the steps that some way leads to from the first step, which is one of them."""
    onward: dict[str, list[str]] = {}
    for edge in edges(journey):
        onward.setdefault(edge.source, []).append(edge.target)
    found = {step.id for step in journey.steps[:1]}
    waiting = list(found)
    while waiting:
        for target in onward.get(waiting.pop(), ()):
            if target and target not in found:
                found.add(target)
                waiting.append(target)
    return frozenset(found)


def has_ways(journey: Journey) -> bool:
    """Whether any step says where it goes on; without that each goes on to the one below it."""
    return "next" in journey.step_keys or "loop" in journey.step_keys


def unreachable(journey: Journey) -> tuple[Step, ...]:
    """The steps that no way leads to, in file order."""
    if not has_ways(journey):
        return ()
    found = reachable(journey)
    return tuple(step for step in journey.steps if step.id not in found)


def without_way_out(journey: Journey) -> tuple[Step, ...]:
    """The steps from which every way goes round for ever: neither an exit nor a step without a way
    on is in reach."""
    if not has_ways(journey):
        return ()
    found = edges(journey)
    backward: dict[str, list[str]] = {}
    for edge in found:
        backward.setdefault(edge.target, []).append(edge.source)
    # The last step ends the journey even where it may loop back, unless a `next` fact takes it
    # elsewhere.
    ends = [step.id for step in journey.steps[-1:] if not step.all("next")]
    waiting = [*backward.get("", ()), *ends]
    leaving = set(waiting)
    while waiting:
        for source in backward.get(waiting.pop(), ()):
            if source not in leaving:
                leaving.add(source)
                waiting.append(source)
    return tuple(step for step in journey.steps if step.id not in leaving)


def _straight(journey: Journey) -> tuple[bool, ...]:
    """For each step: whether its only way on is the step below it. The last one may end, or leave
    the journey."""
    ways: dict[str, list[Edge]] = {step.id: [] for step in journey.steps}
    for edge in edges(journey):
        ways[edge.source].append(edge)
    straight = [
        [edge.target for edge in ways[a.id]] == [b.id] for a, b in itertools.pairwise(journey.steps)
    ]
    ending = [all(not edge.target for edge in ways[last.id]) for last in journey.steps[-1:]]
    return (*straight, *ending)


def linearity(journey: Journey) -> float:
    """Share (0 to 1) of the steps whose only way on is the step below them: no branch, jump, exit
    or loop.

    The last step counts where the journey simply ends there. A journey without steps is straight:
    1.
    """
    straight = _straight(journey)
    return sum(straight) / len(straight) if straight else 1.0


def is_straight(journey: Journey) -> bool:
    """Whether the journey goes from its first step to its last without any other way."""
    return all(_straight(journey))


def stage_edges(journey: Journey) -> tuple[Edge, ...]:
    """The ways between stages and out of the journey, each once with its reasons joined by `; `.

    Ways inside a stage are left out. A stage without steps is passed through: those beside it are
    joined to it.
    """
    stages = journey.stages
    place = {step.id: at for at, stage in enumerate(stages) for step in stage.steps}
    lifted: list[tuple[int, Edge]] = []
    for edge in edges(journey):
        source = place[edge.source]
        target = place.get(edge.target, -1)
        if source == target:
            continue
        if target > source + 1 and not any(stage.steps for stage in stages[source + 1 : target]):
            target = source + 1
        name = stages[target].id if edge.target else ""
        lifted.append((source, Edge(stages[source].id, name, edge.kind, edge.reason)))
    for at, (before, after) in enumerate(itertools.pairwise(stages)):
        if not (before.steps and after.steps):
            lifted.append((at, Edge(before.id, after.id, "next", "")))
    return _joined(edge for _, edge in sorted(lifted, key=lambda item: item[0]))


def _joined(found: Iterable[Edge]) -> tuple[Edge, ...]:
    reasons: dict[tuple[str, str, EdgeKind], dict[str, None]] = {}
    for edge in found:
        said = reasons.setdefault((edge.source, edge.target, edge.kind), {})
        if edge.reason:
            said[edge.reason] = None
    return tuple(
        Edge(source, target, kind, "; ".join(said))
        for (source, target, kind), said in reasons.items()
    )
