"""Feelings through a journey: whose they are, a line for each person, and what the line does."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.schema.documents import Journey, Stage, Step
from journeybook.schema.values import Emotion


def people(step: Stage | Step, journey: Journey) -> tuple[str, ...]:
    """Ids of the personas in a step: `who`, `all` being the whole committee; else the journey's
    persona."""
    named: dict[str, None] = {}
    for fact in step.all("who"):
        payload = fact.payload
        if getattr(payload, "everyone", False):
            named.update(
                dict.fromkeys((journey.persona, *(str(name) for name, _ in journey.committee)))
            )
        named.update(dict.fromkeys(ref.id for ref in getattr(payload, "refs", ())))
    return tuple(named) or (journey.persona,)


def feelings(step: Stage | Step, journey: Journey) -> dict[str, Emotion]:
    """Persona id -> feeling in a step. One that names nobody belongs to the journey's persona, or,
    where that persona is not in the step, to each who is and has no feeling of their own."""
    found: dict[str, Emotion] = {}
    present = people(step, journey)
    for emotion in step.emotions:
        if emotion.persona:
            found[emotion.persona] = emotion
    for emotion in step.emotions:
        if not emotion.persona:
            whose = (journey.persona,) if journey.persona in present else present
            for person in whose:
                found.setdefault(person, emotion)
    return found


def mean(values: Iterable[float]) -> float | None:
    """The arithmetic mean, or None of nothing."""
    known = tuple(values)
    return sum(known) / len(known) if known else None


def average(step: Stage | Step, journey: Journey) -> float | None:
    """Mean feeling of everyone in a step, or None where none is noted."""
    return mean(emotion.value for emotion in feelings(step, journey).values())


@dataclass(frozen=True)
class Line:
    """One person's feelings, one for each step of the journey; None where a step says nothing of
    them."""

    persona: str
    feelings: tuple[Emotion | None, ...]

    @property
    def values(self) -> tuple[float | None, ...]:
        return tuple(None if feeling is None else float(feeling.value) for feeling in self.feelings)


def lines(journey: Journey) -> tuple[Line, ...]:
    """A line for each person with a feeling in the journey, its own persona first, then by first
    appearance."""
    by_step = [feelings(step, journey) for step in journey.steps]
    persons = dict.fromkeys((journey.persona, *(person for found in by_step for person in found)))
    made = (Line(person, tuple(found.get(person) for found in by_step)) for person in persons)
    return tuple(line for line in made if any(feeling is not None for feeling in line.feelings))


@dataclass(frozen=True)
class Disagreement:
    """The worst and the best feeling of the people in one step."""

    low: float
    high: float

    @property
    def apart(self) -> float:
        """How many values of the scale lie between them, 0 to 4."""
        return self.high - self.low


def disagreement(step: Stage | Step, journey: Journey) -> Disagreement | None:
    """How far people's feelings in a step lie apart; None with fewer than two people who say what
    they feel."""
    values = [float(emotion.value) for emotion in feelings(step, journey).values()]
    return Disagreement(min(values), max(values)) if len(values) > 1 else None


@dataclass(frozen=True)
class Course:
    """What a line does: its highest and lowest step, the deepest fall between neighbours, and its
    end."""

    peak: int
    low: int
    fall: tuple[int, int] | None
    """Positions before and after the deepest fall; None where it never falls."""
    end: int


def course(values: Sequence[float | None]) -> Course | None:
    """Read a line as positions into `values`; None with fewer than two values. First of equals
    wins."""
    known = [(at, value) for at, value in enumerate(values) if value is not None]
    if len(known) < 2:
        return None
    peak = max(known, key=lambda item: (item[1], -item[0]))[0]
    low = min(known, key=lambda item: (item[1], item[0]))[0]
    falls = [
        (before[1] - after[1], -before[0], before[0], after[0])
        for before, after in itertools.pairwise(known)
        if after[1] < before[1]
    ]
    deepest = max(falls, default=None)
    return Course(peak, low, (deepest[2], deepest[3]) if deepest else None, known[-1][0])


def journey_line(journey: Journey) -> tuple[float | None, ...]:
    """The line of the journey's own persona, or of everyone's mean where that persona has none."""
    own = next((line for line in lines(journey) if line.persona == journey.persona), None)
    return own.values if own else tuple(average(step, journey) for step in journey.steps)


def stage_average(catalog: Catalog, stage_id: str) -> float | None:
    """Mean feeling over all steps of all current journeys in a stage."""
    return mean(
        value
        for journey in catalog.journeys
        if journey.state == "current"
        for stage in journey.stages
        if stage.id == stage_id
        for step in stage.steps
        if (value := average(step, journey)) is not None
    )
