"""The buying committee of a journey: each person's part in each stage."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.insight.emotion import emotions_by_persona, mean, people
from journeybook.schema.documents import Journey, Member, Stage, Step
from journeybook.vocabulary import ROLES


@dataclass(frozen=True)
class Seat:
    """One person in one stage: their steps, their mean emotion, and the pain points in them."""

    steps: tuple[Step, ...]
    feeling: float | None
    pains: int


@dataclass(frozen=True)
class Row:
    """One person, with a seat for each stage."""

    persona: str
    member: Member
    seats: tuple[Seat, ...]


def committee(journey: Journey) -> tuple[Row, ...]:
    """A row for each member of the committee; empty without a committee.

    By role in the order of `vocabulary.ROLES`, then by influence, then in the order written.
    """
    rows = [_row(journey, str(persona), member) for persona, member in journey.committee]
    return tuple(sorted(rows, key=_role_first))


def _role_first(row: Row) -> tuple[int, int]:
    role = str(row.member.role or "")
    return ROLES.index(role) if role in ROLES else len(ROLES), -(row.member.say or 0)


def _row(journey: Journey, persona: str, member: Member) -> Row:
    seats = tuple(_seat(journey, stage, persona) for stage in journey.stages)
    return Row(persona, member, seats)


def _seat(journey: Journey, stage: Stage, persona: str) -> Seat:
    steps: list[Step] = []
    values: list[float] = []
    for step in stage.steps:
        emotion = emotions_by_persona(step, journey).get(persona)
        if emotion is not None:
            values.append(emotion.value)
        if emotion is not None or persona in people(step, journey):
            steps.append(step)
    pains = sum(len(step.all("pain")) for step in steps)
    return Seat(tuple(steps), mean(values), pains)


def head_count(journey: Journey) -> int:
    """Number of different people: the journey's persona, its committee, and everyone in a step."""
    everyone = {journey.persona, *(str(name) for name, _ in journey.committee)}
    for step in journey.steps:
        everyone.update(people(step, journey))
        everyone.update(emotions_by_persona(step, journey))
    return len(everyone)
