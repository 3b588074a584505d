"""Journeys side by side: their stages aligned by id, and two versions of one journey aligned by
step."""

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


@dataclass(frozen=True)
class SharedStage:
    """One stage with what each of the journeys has in it; an empty tuple where a journey leaves it
    out."""

    id: str
    title: str
    parts: tuple[tuple[Stage, ...], ...]

    def steps(self, journey: int) -> tuple[Step, ...]:
        """The steps of one of the journeys in the stage."""
        return tuple(step for stage in self.parts[journey] for step in stage.steps)


def compared(catalog: Catalog) -> tuple[tuple[Journey, ...], ...]:
    """The sets of journeys of `site.yaml`'s `compare` that exist, each once, of two or three
    different journeys."""
    found: dict[tuple[str, ...], tuple[Journey, ...]] = {}
    for refs in catalog.config.compare:
        journeys = {journey.id: journey for ref in refs if (journey := catalog.journey(ref.id))}
        if len(journeys) > 1:
            found.setdefault(tuple(journeys)[:3], tuple(journeys.values())[:3])
    return tuple(found.values())


def comparable(catalog: Catalog) -> tuple[Journey, ...]:
    """The journeys that have something to set side by side."""
    return tuple(journey for journey in catalog.journeys if journey.steps)


def align(journeys: Sequence[Journey], catalog: Catalog) -> tuple[SharedStage, ...]:
    """Every stage that one of the journeys has, in an order that fits them all where there is
    one."""
    titles = {stage.id: stage.title for journey in reversed(journeys) for stage in journey.stages}
    return tuple(
        SharedStage(
            name,
            titles[name],
            tuple(
                tuple(stage for stage in journey.stages if stage.id == name) for journey in journeys
            ),
        )
        for name in _order(
            [[stage.id for stage in journey.stages] for journey in journeys], catalog
        )
    )


def _order(lists: Sequence[Sequence[str]], catalog: Catalog) -> list[str]:
    """The registry's order where every journey keeps to it; else the first journey's, the others'
    let in."""
    place = {str(definition.id): at for at, definition in enumerate(catalog.config.stages.all)}
    names = {name for names in lists for name in names}
    if names <= place.keys() and all(
        place[a] <= place[b] for names in lists for a, b in pairwise(names)
    ):
        return sorted(names, key=place.__getitem__)
    made: list[str] = []
    for names_of_one in lists:
        after = 0 if set(names_of_one) & set(made) else len(made)
        for name in names_of_one:
            if name not in made:
                made.insert(after, name)
            after = made.index(name) + 1
    return made


def stage_mean(stages: Sequence[Stage], journey: Journey) -> float | None:
    """Mean feeling over the steps of one journey in a stage."""
    return mean(
        value
        for stage in stages
        for step in stage.steps
        if (value := average(step, journey)) is not None
    )


def resampled(
    shared: Sequence[SharedStage], at: int, journey: Journey
) -> tuple[tuple[float, Step, float], ...]:
    """The line of one journey as (place, step, feeling); a stage is 1 wide, its steps spread evenly
    over it."""
    line = dict(zip((id(step) for step in journey.steps), journey_line(journey), strict=True))
    made = []
    for column, stage in enumerate(shared):
        steps = stage.steps(at)
        for number, step in enumerate(steps):
            value = line[id(step)]
            if value is not None:
                made.append((column + (number + 0.5) / len(steps), step, value))
    return tuple(made)


@dataclass(frozen=True)
class StepChange:
    """One step in the journey as it is, and in another version of it."""

    state: StepState
    now: Step | None
    then: Step | None
    feeling_now: float | None
    feeling_then: float | None
    pains_gone: tuple[Fact, ...]
    """Pains of the step as it is that the other version no longer has."""
    opportunities: tuple[Opportunity, ...]
    """What answers these pains, or stands at the step in the other version."""

    @property
    def moves(self) -> bool:
        """Whether the feeling changes."""
        return (
            None not in (self.feeling_now, self.feeling_then)
            and self.feeling_now != self.feeling_then
        )


def versions(journeys: Sequence[Journey]) -> tuple[Journey, Journey] | None:
    """The journey as it is and its future, where two of the journeys are that; else None."""
    for future in journeys:
        for now in journeys:
            if (
                future.state == "future"
                and future.of
                and future.of.id in (now.id, *(str(name) for name in now.was))
            ):
                return now, future
    return None


def left_to_do(now: Journey, then: Journey, catalog: Catalog) -> tuple[StepChange, ...]:
    """What has to change until the future is there: steps aligned by id, in the order of both."""
    before = {step.id: step for step in now.steps}
    after = {step.id: step for step in then.steps}
    order = _order([list(after), list(before)], catalog)
    return tuple(_change(before.get(name), after.get(name), now, then, catalog) for name in order)


def _change(
    a: Step | None, b: Step | None, now: Journey, then: Journey, catalog: Catalog
) -> StepChange:
    pains = a.all("pain") if a else ()
    kept = {pain.marks.id or pain.text for pain in b.all("pain")} if b else set()
    gone = tuple(pain for pain in pains if (pain.marks.id or pain.text) not in kept)
    names = {f"{now.id}#{pain.marks.id}" for pain in gone if pain.marks.id}
    found = {ref.id for ref in b.refs("opportunity")} if b else set()
    answering = tuple(
        opportunity
        for opportunity in catalog.opportunities
        if opportunity.id in found
        or any((place := pain_of(ref, catalog)) and place.id in names for ref in opportunity.solves)
    )
    return StepChange(
        "new" if a is None else "removed" if b is None else "kept",
        a,
        b,
        average(a, now) if a else None,
        average(b, then) if b else None,
        gone,
        answering,
    )
