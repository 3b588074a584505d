"""How long a journey takes: the times and waits of its stages and steps, and the axis for them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.schema.documents import Journey, Stage, Step
from journeybook.vocabulary import SECONDS, Amount, Duration


@dataclass(frozen=True)
class TimeRange:
    """A time in seconds as a range."""

    low: float
    high: float
    typed: Duration | None = None
    """The author's own text, if the time is not a sum."""

    def __add__(self, other: TimeRange) -> TimeRange:
        if not other:
            return self
        if not self:
            return other
        return TimeRange(self.low + other.low, self.high + other.high)

    def __bool__(self) -> bool:
        return self.high > 0


def as_range(duration: Duration) -> TimeRange:
    """An author's time as a range that remembers how it was typed."""
    return TimeRange(duration.low, duration.high, duration)


NOTHING = TimeRange(0, 0)
MOST_ROUNDED = 0.05
"""How far a sum may be from the number shown, as a share."""


def own_time(part: Stage | Step) -> TimeRange:
    """The `time` plus the `wait` of a step or a stage itself."""
    spell = NOTHING
    for duration in _durations(part):
        spell += as_range(duration)
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


def longest_wait(journey: Journey) -> tuple[Step, Amount] | None:
    """The step with the longest wait, and the wait as typed (the upper end of a range)."""
    waits: list[tuple[Step, Amount]] = []
    for step in journey.steps:
        wait = step.duration("wait")
        if wait:
            waits.append((step, wait.typed[1]))
    return max(waits, key=lambda item: item[1].seconds, default=None)


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


def rounded(seconds: float) -> Amount:
    """Seconds as a whole number of the largest unit that is less than 5 % off.

    Less than a minute keeps one decimal.
    """
    for unit in ("y", "mo", "w", "d", "h", "m"):
        count = round(seconds / SECONDS[unit])
        if count and abs(count * SECONDS[unit] - seconds) < MOST_ROUNDED * seconds:
            return Amount(count, unit)
    return Amount(round(seconds, 1), "s")
