"""The buying committee as people x stages."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.insight.emotion import feelings, mean, people
from journeybook.schema.documents import Journey, Member, Stage, Step


@dataclass(frozen=True)
class Seat:
    """One person in one stage: the steps they take part in, their mean feeling, pains met there."""

    steps: tuple[Step, ...]
    feeling: float | None
    pains: int


@dataclass(frozen=True)
class Row:
    """One person with a seat for each stage."""

    persona: str
    member: Member
    seats: tuple[Seat, ...]


def committee(journey: Journey) -> tuple[Row, ...]:
    """Everyone of the committee in the order written; empty where the journey has none."""
    return tuple(
        Row(
            str(persona),
            member,
            tuple(_seat(journey, stage, str(persona)) for stage in journey.stages),
        )
        for persona, member in journey.committee
    )


def _seat(journey: Journey, stage: Stage, persona: str) -> Seat:
    steps = tuple(
        step
        for step in stage.steps
        if persona in people(step, journey) or persona in feelings(step, journey)
    )
    felt = [found[persona].value for step in steps if persona in (found := feelings(step, journey))]
    return Seat(steps, mean(felt), sum(len(step.all("pain")) for step in steps))


def head_count(journey: Journey) -> int:
    """Number of different people in the journey: its persona, its committee, everyone who takes
    part."""
    everyone = {journey.persona, *(str(name) for name, _ in journey.committee)}
    for step in journey.steps:
        everyone.update(people(step, journey))
        everyone.update(feelings(step, journey))
    return len(everyone)
