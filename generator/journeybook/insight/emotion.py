"""Emotions through a journey: whose they are, a line for each person, and the line's extremes."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journeybook.schema.documents import Journey, Stage, Step
from journeybook.schema.values import Emotion


def people(step: Stage | Step, journey: Journey) -> tuple[str, ...]:
    """IDs of the personas in a step: those that `who` names, where `all` is the whole committee.

    Without `who`, the journey's own persona.
    """
    personas: dict[str, None] = {}
    for fact in step.all("who"):
        payload = fact.payload
        if getattr(payload, "everyone", False):
            personas[journey.persona] = None
            for name, _ in journey.committee:
                personas[str(name)] = None
        for ref in getattr(payload, "refs", ()):
            personas[ref.id] = None
    return tuple(personas) or (journey.persona,)


def emotions_by_persona(step: Stage | Step, journey: Journey) -> dict[str, Emotion]:
    """Persona ID -> emotion in a step.

    An emotion that names no persona belongs to the journey's persona. If that persona is not in the
    step, it belongs to everyone in the step who has no emotion of their own.
    """
    by_persona: dict[str, Emotion] = {}
    for emotion in step.emotions:
        if emotion.persona:
            by_persona[emotion.persona] = emotion
    for emotion in step.emotions:
        if not emotion.persona:
            for persona in meant_without_name(step, journey):
                by_persona.setdefault(persona, emotion)
    return by_persona


def meant_without_name(step: Stage | Step, journey: Journey) -> tuple[str, ...]:
    """Whom a fact means that names no one: the journey's persona, or else everyone in the step."""
    present = people(step, journey)
    return (journey.persona,) if journey.persona in present else present


def mean(values: Iterable[float]) -> float | None:
    """The arithmetic mean, or None if there are no values."""
    numbers = tuple(values)
    return sum(numbers) / len(numbers) if numbers else None


def average(step: Stage | Step, journey: Journey) -> float | None:
    """Mean emotion of everyone in a step, or None if the step has no emotion."""
    return mean(emotion.value for emotion in emotions_by_persona(step, journey).values())


@dataclass(frozen=True)
class Line:
    """One person's emotions, one for each step of the journey; None for a step without one."""

    persona: str
    feelings: tuple[Emotion | None, ...]

    @property
    def values(self) -> tuple[float | None, ...]:
        return tuple(None if emotion is None else float(emotion.value) for emotion in self.feelings)


def lines(journey: Journey) -> tuple[Line, ...]:
    """A line for each person with an emotion in the journey.

    The journey's own persona comes first, the others in order of appearance.
    """
    by_step = [emotions_by_persona(step, journey) for step in journey.steps]
    personas = {journey.persona: None}
    for emotions in by_step:
        personas |= dict.fromkeys(emotions)
    every = [_line(persona, by_step) for persona in personas]
    return tuple(line for line in every if any(line.feelings))


def _line(persona: str, by_step: Sequence[dict[str, Emotion]]) -> Line:
    return Line(persona, tuple(emotions.get(persona) for emotions in by_step))


@dataclass(frozen=True)
class Disagreement:
    """The lowest and the highest emotion of the people in one step."""

    low: float
    high: float

    @property
    def apart(self) -> float:
        """The gap between them in points of the scale, 0 to 4."""
        return self.high - self.low


def disagreement(step: Stage | Step, journey: Journey) -> Disagreement | None:
    """The gap between people's emotions in a step; None if fewer than two people have one."""
    values = [float(emotion.value) for emotion in emotions_by_persona(step, journey).values()]
    return Disagreement(min(values), max(values)) if len(values) > 1 else None


@dataclass(frozen=True)
class CurveShape:
    """The high point, the low point, the steepest drop and the end of a line, as positions."""

    peak: int
    low: int
    fall: tuple[int, int] | None
    """Positions before and after the steepest drop; None if the line never drops."""
    end: int


def curve_shape(values: Sequence[float | None]) -> CurveShape | None:
    """Find the extremes of a line; of equals, the first.

    None if the line has fewer than two values.
    """
    points = [(position, value) for position, value in enumerate(values) if value is not None]
    if len(points) < 2:
        return None
    peak = max(points, key=lambda point: (point[1], -point[0]))
    low = min(points, key=lambda point: (point[1], point[0]))
    return CurveShape(peak[0], low[0], _steepest_drop(points), points[-1][0])


def _steepest_drop(points: Sequence[tuple[int, float]]) -> tuple[int, int] | None:
    steepest, drop = None, 0.0
    for (before, high), (after, low) in itertools.pairwise(points):
        if high - low > drop:
            steepest, drop = (before, after), high - low
    return steepest


@dataclass(frozen=True)
class CurvePoint:
    """One person's emotion in one step."""

    at: int
    """Position of the step in the journey."""
    value: float
    persona: str


@dataclass(frozen=True)
class TurningPoints:
    """The high point, the low point and the steepest drop of all people, and the end."""

    peak: CurvePoint
    low: CurvePoint
    fall: tuple[CurvePoint, CurvePoint] | None
    """Before and after the steepest drop of one person; None if no one's line drops."""
    end: CurvePoint
    """The last emotion of the journey's own persona, else of whoever has the last one."""


def turning_points(
    emotion_lines: Sequence[Line], gaps: frozenset[int] = frozenset()
) -> TurningPoints | None:
    """The extremes of all lines of a journey; of equals, the first line and step.

    `gaps` are positions of steps that do not follow the one above, so that nothing drops there.
    None if the lines have fewer than two points.
    """
    rows = [_points(line) for line in emotion_lines]
    every = list(itertools.chain.from_iterable(rows))
    if len(every) < 2:
        return None
    pairs = itertools.chain.from_iterable(map(itertools.pairwise, rows))
    falls = [pair for pair in pairs if gaps.isdisjoint(range(pair[0].at + 1, pair[1].at + 1))]
    steepest = max(falls, key=lambda fall: fall[0].value - fall[1].value, default=None)
    return TurningPoints(
        peak=max(every, key=lambda point: point.value),
        low=min(every, key=lambda point: point.value),
        fall=steepest if steepest and steepest[0].value > steepest[1].value else None,
        end=rows[0][-1],
    )


def _points(line: Line) -> list[CurvePoint]:
    values = enumerate(line.values)
    return [CurvePoint(at, value, line.persona) for at, value in values if value is not None]


def journey_line(journey: Journey) -> tuple[float | None, ...]:
    """The values of the journey's own persona; if it has none, everyone's mean in each step."""
    own = next((line for line in lines(journey) if line.persona == journey.persona), None)
    return own.values if own else tuple(average(step, journey) for step in journey.steps)
