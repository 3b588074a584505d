"""How long a journey takes: the times and waits of its stages and steps, and the axis for them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.schema.documents import Journey, Stage, Step
from journeybook.vocabulary import SECONDS, Duration


@dataclass(frozen=True)
class TimeRange:
    """A time in seconds as a range."""

    low: float
    high: float

    def __add__(self, other: TimeRange) -> TimeRange:
        return TimeRange(self.low + other.low, self.high + other.high)

    def __bool__(self) -> bool:
        return self.high > 0


NOTHING = TimeRange(0, 0)


def own_time(part: Stage | Step) -> TimeRange:
    """The `time` plus the `wait` of a step or a stage itself."""
    spell = NOTHING
    for duration in _durations(part):
        spell += TimeRange(duration.low, duration.high)
    return spell


def _durations(part: Stage | Step) -> Iterator[Duration]:
    for key in ("time", "wait"):
        duration = part.duration(key)
        if duration:
            yield duration


def stage_time(stage: Stage) -> TimeRange:
    """How long a stage takes: its own time, or else the sum of its steps."""
    own = own_time(stage)
    return own if own else sum(map(own_time, stage.steps), NOTHING)


def total(journey: Journey) -> TimeRange:
    """How long the journey takes: the sum of its stages; zero if none has a time."""
    return sum(map(stage_time, journey.stages), NOTHING)


def longest_wait(journey: Journey) -> tuple[Step, float] | None:
    """The step with the longest wait, and the wait in seconds (the upper end of a range)."""
    waits = []
    for step in journey.steps:
        wait = step.duration("wait")
        if wait:
            waits.append((step, wait.high))
    return max(waits, key=lambda item: item[1], default=None)


def axis_end(journey: Journey) -> float:
    """The end of a time axis for the journey, in seconds: a year, or its longest time if longer.

    0 if the journey has no times.
    """
    longest = 0.0
    for part in journey.parts():
        for duration in _durations(part):
            longest = max(longest, duration.high)
    return max(SECONDS["y"], longest) if longest > 0 else 0


def axis_position(seconds: float, end: float) -> float:
    """The place of a time on a logarithmic axis from one second (0) to its end (1)."""
    return math.log(max(1.0, seconds)) / math.log(end)


def largest_unit(seconds: float) -> tuple[int, str]:
    """Seconds as a rounded number of the largest unit of which there are two or more: (3, `w`)."""
    for unit in ("y", "mo", "w", "d", "h", "m"):
        if seconds >= 2 * SECONDS[unit]:
            return round(seconds / SECONDS[unit]), unit
    return round(seconds), "s"
