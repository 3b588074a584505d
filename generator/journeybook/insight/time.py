"""How long a journey takes: the sum of its steps, its waits, and where each step begins."""

from __future__ import annotations

import math
from dataclasses import dataclass

from journeybook.schema.documents import Journey, Stage, Step
from journeybook.vocabulary import SECONDS


@dataclass(frozen=True)
class Spell:
    """A time in seconds as a range."""

    low: float
    high: float

    def __add__(self, other: Spell) -> Spell:
        return Spell(self.low + other.low, self.high + other.high)

    def __bool__(self) -> bool:
        return self.high > 0


NOTHING = Spell(0, 0)


def taken(part: Stage | Step) -> Spell:
    """Time and wait written at a step or stage itself."""
    total = NOTHING
    for key in ("time", "wait"):
        duration = part.duration(key)
        if duration:
            total += Spell(duration.low, duration.high)
    return total


def stage_time(stage: Stage) -> Spell:
    """What a stage takes: what it says of itself, else the sum of its steps."""
    own = taken(stage)
    return own if own else sum((taken(step) for step in stage.steps), NOTHING)


def total(journey: Journey) -> Spell:
    """What the journey takes by its stages; nothing where no step notes a time."""
    return sum((stage_time(stage) for stage in journey.stages), NOTHING)


def longest_wait(journey: Journey) -> tuple[Step, float] | None:
    """The step with the longest wait and its length in seconds (the far end of a range)."""
    waits = [(step, wait.high) for step in journey.steps if (wait := step.duration("wait"))]
    return max(waits, key=lambda item: item[1], default=None)


def end_of_axis(journey: Journey) -> float:
    """Where a time axis of the journey ends, in seconds: at a year, or at the longest time it
    notes. 0 where it notes none."""
    noted = [
        duration.high
        for part in journey.parts()
        for key in ("time", "wait")
        if (duration := part.duration(key)) and duration.high > 0
    ]
    return max(SECONDS["y"], *noted) if noted else 0


def place_on_axis(seconds: float, end: float) -> float:
    """Where a time stands on a logarithmic axis from one second (0) to its end (1)."""
    return math.log(max(1.0, seconds)) / math.log(end)


def parts(seconds: float) -> tuple[int, str]:
    """Seconds as a rounded amount of the largest unit that keeps it at two or more: (3, `w`)."""
    for unit in ("y", "mo", "w", "d", "h", "m"):
        if seconds >= 2 * SECONDS[unit]:
            return round(seconds / SECONDS[unit]), unit
    return round(seconds), "s"
