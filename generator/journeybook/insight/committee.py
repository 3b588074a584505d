"""The buying committee of a journey: each person's part in each stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeybook.insight.emotion import emotions_by_persona, mean, people
from journeybook.schema.documents import Journey, Member, Stage, Step
from journeybook.schema.values import Emotion
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
    return tuple(sorted(_rows(journey, journey.committee), key=_role_first))


def _role_first(row: Row) -> tuple[int, int]:
    role = str(row.member.role or "")
    return ROLES.index(role) if role in ROLES else len(ROLES), -(row.member.say or 0)


def rows_of(journey: Journey, persona: str) -> tuple[Row, ...]:
    """The rows of one person in the committee of a journey; empty for someone outside it."""
    entries = [entry for entry in journey.committee if str(entry[0]) == persona]
    return _rows(journey, entries) if entries else ()


@dataclass(frozen=True)
class _Present:
    """Who is in a step, and how each of them feels. It is asked once for all members, so that the
    work grows with the seats."""

    step: Step
    emotions: Mapping[str, Emotion]
    people: frozenset[str]


def _rows(journey: Journey, members: Sequence[tuple[str, Member]]) -> tuple[Row, ...]:
    def present_in(stage: Stage) -> tuple[_Present, ...]:
        return tuple(_present(step, journey) for step in stage.steps)

    stages = tuple(map(present_in, journey.stages))
    rows = []
    for name, member in members:
        seats = tuple(_seat(str(name), steps) for steps in stages)
        rows.append(Row(str(name), member, seats))
    return tuple(rows)


def _present(step: Step, journey: Journey) -> _Present:
    emotions = emotions_by_persona(step, journey)
    return _Present(step, emotions, frozenset(people(step, journey)) | emotions.keys())


def _seat(persona: str, stage: Sequence[_Present]) -> Seat:
    steps: list[Step] = []
    values: list[float] = []
    for present in stage:
        if persona in present.people:
            steps.append(present.step)
        if persona in present.emotions:
            values.append(present.emotions[persona].value)
    pains = sum(len(step.all("pain")) for step in steps)
    return Seat(tuple(steps), mean(values), pains)


def head_count(journey: Journey) -> int:
    """Number of different people: the journey's persona, its committee, and everyone in a step."""
    everyone = {journey.persona, *(str(name) for name, _ in journey.committee)}
    for step in journey.steps:
        everyone.update(people(step, journey))
        everyone.update(emotions_by_persona(step, journey))
    return len(everyone)
