"""B2B and B2C in figures: what the current maps of one market add up to, dimension by dimension."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from journeybook.catalog.catalog import Catalog
from journeybook.insight.emotion import emotions_by_persona, mean
from journeybook.insight.flow import step_channels
from journeybook.insight.map_groups import maps_of_today
from journeybook.insight.path import edges, linearity
from journeybook.insight.time import TimeRange, as_range, total
from journeybook.insight.touchpoint_use import (
    before_decision,
    phase_of,
    share_offline,
    touchpoints_of,
)
from journeybook.schema.documents import Collateral, Journey, Step, Touchpoint
from journeybook.schema.values import Ref

MOST = 5
CUSTOMERS = ("buyer", "customer")
"""The kinds of maps that describe a customer; the others show how we work."""
REFERRAL = frozenset({"advocacy", "referral"})
ACQUISITION = frozenset({"cac", "acquisition-cost", "cost-per-acquisition"})

Frequencies = tuple[tuple[str, int], ...]
"""Things with how often each appears, the most frequent first."""


@dataclass(frozen=True)
class Range:
    """The lowest and the highest value of a figure, and its mean."""

    low: float
    high: float
    mean: float


@dataclass(frozen=True)
class Market:
    """The figures of one market; None or empty where the maps do not state them."""

    journeys: tuple[Journey, ...]
    buying: tuple[Journey, ...]
    """The buyer journeys; all journeys if none is one."""
    teams: int
    """How many of them are decided by a group."""
    deciders: Range | None
    """Number of decision makers."""
    criteria: tuple[str, ...]
    """Decision criteria of the people in the maps, in the site's language if there are any."""
    more_criteria: int
    """Number of criteria in other languages."""
    deals: tuple[str, ...]
    costs: tuple[tuple[Ref, str], ...]
    """Metrics of the cost to win a customer, with their current value."""
    length: TimeRange | None
    straight: float | None
    """Mean share of straight-through steps."""
    loops: float | None
    """Loops back per step."""
    before: Range | None
    """Number of touchpoints before the purchase."""
    offline: float | None
    """Share of offline touchpoints, 0 to 1."""
    channels: Frequencies
    content: Frequencies
    feeling: Range | None
    """Emotions of everyone in all steps."""
    after: int
    """Number of steps after the purchase."""
    after_feeling: float | None
    """Mean emotion after the purchase."""
    referral: tuple[Touchpoint, ...]
    measures: Frequencies


def of_market(name: str, catalog: Catalog) -> tuple[Journey, ...]:
    """The current buyer and customer journeys of a market, so that each step is in one of them.

    An overview is left out if other maps show its steps in detail, and so is a single step that one
    of these maps details.
    """
    journeys = [
        journey
        for journey in maps_of_today(catalog)
        if journey.market == name and journey.kind in CUSTOMERS and journey.steps
    ]
    maps = [journey for journey in journeys if not _is_overview(journey, journeys)]
    counted = frozenset(journey.id for journey in maps)
    without_details = (_without_detailed_steps(journey, counted) for journey in maps)
    return tuple(journey for journey in without_details if journey.steps)


def _is_overview(journey: Journey, journeys: Iterable[Journey]) -> bool:
    """Whether other maps show half of the steps of a map, or more, in detail."""
    detailed = sum(bool(step.refs("zoom")) for step in journey.steps)
    parts = sum(part.part_of == journey.ref for part in journeys)
    return max(detailed, parts) * 2 >= len(journey.steps)


def _without_detailed_steps(journey: Journey, counted: frozenset[str]) -> Journey:
    """A map without the steps that another counted map shows in detail."""
    stages = []
    for stage in journey.stages:
        steps = (step for step in stage.steps if not _is_detailed(step, counted))
        stages.append(replace(stage, steps=tuple(steps)))
    return replace(journey, stages=tuple(stages))


def _is_detailed(step: Step, counted: frozenset[str]) -> bool:
    return any(ref.id in counted for ref in step.refs("zoom"))


def market(name: str, catalog: Catalog) -> Market:
    """Calculate every dimension of one market, `b2b` or `b2c`."""
    journeys = of_market(name, catalog)
    buying = tuple(journey for journey in journeys if journey.kind == "buyer") or journeys
    touchpoints = _touchpoints(journeys, catalog)
    parts = [(journey, step) for journey in journeys for step in journey.steps]
    steps = [step for _, step in parts]
    steps_after = list(_steps_after_purchase(journeys, catalog))
    criteria, more_criteria = _criteria(buying, catalog)
    decider_counts = [len(deciders(journey)) for journey in buying]
    return Market(
        journeys=journeys,
        buying=buying,
        teams=sum(count > 1 for count in decider_counts),
        deciders=_range(decider_counts),
        criteria=criteria,
        more_criteria=more_criteria,
        deals=tuple(dict.fromkeys(str(journey.deal) for journey in buying if journey.deal)),
        costs=_acquisition_costs(journeys),
        length=_length(buying),
        straight=mean(linearity(journey) for journey in buying),
        loops=_loops_per_step(journeys, len(steps)),
        before=_touchpoints_before_purchase(buying, catalog),
        offline=share_offline(touchpoints, catalog),
        channels=_channels(steps, catalog),
        content=_content_types(steps, catalog),
        feeling=_range(_emotion_values(parts)),
        after=len(steps_after),
        after_feeling=mean(_emotion_values(steps_after)),
        referral=_referral(journeys, catalog),
        measures=_measures(touchpoints),
    )


def deciders(journey: Journey) -> tuple[str, ...]:
    """The decision makers: the committee, or without one the journey's own persona."""
    return tuple(str(name) for name, _ in journey.committee) or (journey.persona,)


def _criteria(journeys: Sequence[Journey], catalog: Catalog) -> tuple[tuple[str, ...], int]:
    """The criteria in the site's language, and how many there are in others; all if it has none."""
    people: dict[str, None] = {}
    for journey in journeys:
        people |= dict.fromkeys(deciders(journey))
    own: list[list[str]] = []
    foreign: list[list[str]] = []
    for persona in filter(None, map(catalog.persona, people)):
        is_own = catalog.lang(persona) == catalog.config.language
        (own if is_own else foreign).append([str(text) for text in persona.criteria])
    criteria, others = _interleaved(own), _interleaved(foreign)
    return (criteria, len(others)) if criteria else (others, 0)


def _interleaved(lists: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The first text of each list, then the second of each: a few of them represent all lists."""
    texts: dict[str, None] = {}
    for position in range(max(map(len, lists), default=0)):
        for each in lists:
            if position < len(each):
                texts[each[position]] = None
    return tuple(texts)


def _acquisition_costs(journeys: Sequence[Journey]) -> tuple[tuple[Ref, str], ...]:
    costs: dict[tuple[Ref, str], None] = {}
    for journey in journeys:
        for move in journey.metrics:
            if move.ref.id in ACQUISITION:
                costs[move.ref, move.now] = None
    return tuple(costs)


def _length(journeys: Sequence[Journey]) -> TimeRange | None:
    """From the shortest to the longest journey: as written, or else the sum of its steps."""
    lengths = list(filter(None, map(_length_of, journeys)))
    if not lengths:
        return None
    if len(lengths) == 1:
        return lengths[0]
    shortest = min(length.low for length in lengths)
    longest = max(length.high for length in lengths)
    return TimeRange(shortest, longest)


def _length_of(journey: Journey) -> TimeRange:
    if journey.length:
        return as_range(journey.length)
    return total(journey)


def _loops_per_step(journeys: Sequence[Journey], steps: int) -> float | None:
    loops = 0
    for journey in journeys:
        loops += sum(edge.kind == "loop" for edge in edges(journey))
    return loops / steps if steps else None


def _touchpoints(journeys: Sequence[Journey], catalog: Catalog) -> tuple[Touchpoint, ...]:
    touchpoints: dict[str, Touchpoint] = {}
    for journey in journeys:
        touchpoints |= {each.id: each for each in touchpoints_of(journey, catalog)}
    return tuple(touchpoints.values())


def _touchpoints_before_purchase(journeys: Sequence[Journey], catalog: Catalog) -> Range | None:
    counts = [len(before_decision(journey, catalog)) for journey in journeys]
    return _range(filter(None, counts))


def _channels(steps: Iterable[Step], catalog: Catalog) -> Frequencies:
    counts: Counter[str] = Counter()
    for step in steps:
        counts.update(step_channels(step, catalog))
    return _most_frequent(counts)


def _content_types(steps: Iterable[Step], catalog: Catalog) -> Frequencies:
    counts: Counter[str] = Counter()
    for step in steps:
        for ref in step.refs("content"):
            asset = catalog.get(ref)
            if isinstance(asset, Collateral):
                counts.update(map(str, asset.type))
    return _most_frequent(counts)


def _measures(touchpoints: Iterable[Touchpoint]) -> Frequencies:
    counts: Counter[str] = Counter()
    for touchpoint in touchpoints:
        counts.update(str(measure) for measure in touchpoint.measure if measure != "none")
    return _most_frequent(counts)


def _most_frequent(counts: Counter[str]) -> Frequencies:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(ordered[:MOST])


def _emotion_values(parts: Iterable[tuple[Journey, Step]]) -> Iterator[float]:
    """The emotion of each person in each step."""
    for journey, step in parts:
        for emotion in emotions_by_persona(step, journey).values():
            yield float(emotion.value)


def _range(values: Iterable[float]) -> Range | None:
    numbers = tuple(values)
    if not numbers:
        return None
    return Range(min(numbers), max(numbers), sum(numbers) / len(numbers))


def _steps_after_purchase(
    journeys: Iterable[Journey], catalog: Catalog
) -> Iterator[tuple[Journey, Step]]:
    for journey in journeys:
        for stage in journey.stages:
            if phase_of(stage, catalog) == "after":
                for step in stage.steps:
                    yield journey, step


def _referral(journeys: Sequence[Journey], catalog: Catalog) -> tuple[Touchpoint, ...]:
    """The touchpoints of the stages in which customers recommend the product."""
    touchpoints: dict[str, Touchpoint] = {}
    for journey in journeys:
        stages = [stage for stage in journey.stages if stage.id in REFERRAL]
        touchpoints |= {each.id: each for each in touchpoints_of(journey, catalog, stages)}
    return tuple(touchpoints.values())


# How much of a difference in each dimension counts as 1: a factor of two for amounts, a quarter for
# shares, one point of the scale for emotions.
_SHARE, _POINT = 0.25, 1.0


def largest_difference(first: Market, second: Market) -> str:
    """The dimension in which two markets differ most, by its key on the page; empty if in none."""
    differences = {
        "deciders": _factor(_mean_of(first.deciders), _mean_of(second.deciders)),
        "length": _factor(_middle(first.length), _middle(second.length)),
        "before": _factor(_mean_of(first.before), _mean_of(second.before)),
        "linear": _distance(first.straight, second.straight, _SHARE),
        "offline": _distance(first.offline, second.offline, _SHARE),
        "emotion": _distance(_mean_of(first.feeling), _mean_of(second.feeling), _POINT),
    }
    largest = max(differences, key=lambda key: differences[key])
    return largest if differences[largest] > 0 else ""


def _factor(first: float | None, second: float | None) -> float:
    """How many times one amount is doubled to give the other; 0 if one of them is missing."""
    return abs(math.log2(first / second)) if first and second else 0.0


def _distance(first: float | None, second: float | None, unit: float) -> float:
    return 0.0 if first is None or second is None else abs(first - second) / unit


def _mean_of(values: Range | None) -> float | None:
    return values.mean if values else None


def _middle(length: TimeRange | None) -> float | None:
    return (length.low + length.high) / 2 if length else None
