"""How long a journey takes: the times and waits of its stages and steps, and the axis for them."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from journeybook.insight.path import has_ways, onward
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


def stage_time(stage: Stage, journey: Journey) -> TimeRange:
    """How long a stage takes: its own time, or else that of its steps.

    If its steps are alternatives, from the shortest way through it to the longest.
    """
    own = own_time(stage)
    if own or not has_ways(journey):
        return own or sum(map(own_time, stage.steps), NOTHING)
    above = itertools.takewhile(lambda each: each is not stage, journey.stages)
    first = sum(len(each.steps) for each in above)
    inside = range(first, first + len(stage.steps))
    arrows = [arrow for arrow in onward(journey) if arrow[0] in inside and arrow[1] in inside]
    reached = {target for _, target in arrows}
    left = {source for source, _ in arrows}
    ways = _Ways(journey, arrows)
    return ways.shortest_to_longest(
        starts=[at for at in inside if at not in reached],
        ends=[at for at in inside if at not in left],
    )


def total(journey: Journey) -> TimeRange:
    """How long the journey takes; zero if none of its parts has a time.

    The sum of its stages, or from the shortest way to the end of the journey to the longest.
    """
    if not has_ways(journey):
        return sum((stage_time(stage, journey) for stage in journey.stages), NOTHING)
    arrows = onward(journey)
    left = {source for source, _ in arrows}
    last = len(journey.steps) - 1
    ends = [at for at in range(last + 1) if at not in left]
    to_the_end = [at for at in ends if not _is_exit(journey.steps[at])]
    return _Ways(journey, arrows, with_stages=True).shortest_to_longest(
        starts=[0], ends=to_the_end or ends
    )


def _is_exit(step: Step) -> bool:
    return any(way.is_exit for way in step.ways("next"))


class _Ways:
    """The times of all ways through some steps of a journey.

    `with_stages`, the own times of stages count when a way enters them, instead of those of their
    steps.
    """

    def __init__(
        self,
        journey: Journey,
        arrows: Iterable[tuple[int, int]],
        *,
        with_stages: bool = False,
    ) -> None:
        self._stages = journey.stages
        self._with_stages = with_stages
        self._stage_of: list[int] = []
        self._times: list[TimeRange] = []
        for number, stage in enumerate(journey.stages):
            replaced = with_stages and bool(own_time(stage))
            for step in stage.steps:
                self._stage_of.append(number)
                self._times.append(NOTHING if replaced else own_time(step))
        self._into: dict[int, list[int]] = {}
        for source, target in arrows:
            self._into.setdefault(target, []).append(source)

    def shortest_to_longest(self, starts: Sequence[int], ends: Sequence[int]) -> TimeRange:
        """From the shortest way that leads from a start to an end, to the longest."""
        until: dict[int, TimeRange] = {}
        for at, time in enumerate(self._times):
            ways = [self._entry(-1, at)] if at in starts else []
            for source in self._into.get(at, ()):
                if source in until:
                    ways.append(until[source] + self._entry(self._stage_of[source], at))
            if ways:
                until[at] = _span(ways) + time
        after = len(self._stages)
        whole = [until[at] + self._between(self._stage_of[at], after) for at in ends if at in until]
        return _span(whole) if whole else NOTHING

    def _entry(self, stage: int, at: int) -> TimeRange:
        """The own times of the stages that a way enters on its way from a stage to a step."""
        number = self._stage_of[at]
        return self._between(stage, number + 1, self._stages[number])

    def _between(self, stage: int, end: int, target: Stage | None = None) -> TimeRange:
        if not self._with_stages:
            return NOTHING
        entered = self._stages[stage + 1 : end]
        own = [own_time(each) for each in entered if not each.steps or each is target]
        return sum(own, NOTHING)


def _span(ways: Sequence[TimeRange]) -> TimeRange:
    """From the shortest to the longest of several times."""
    if len(ways) == 1:
        return ways[0]
    return TimeRange(min(way.low for way in ways), max(way.high for way in ways))


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
