"""How much a change matters to the customer, to put the worst first among changes of one impact.

The weight adds up what a reviewer would ask: how severe is the pain point, is it a moment of truth,
how far did the emotion fall, how many people does it reach. What only concerns the process of
keeping maps comes after everything that concerns a customer, and the note that an approved map was
edited comes last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change
from journeybook.diff.message import Text
from journeybook.insight.emotion import people
from journeybook.schema.documents import Fact, HasFacts, Journey, Stage, Step
from journeybook.schema.values import Emotion
from journeybook.text import Span

_SEVERITIES: Mapping[str, float] = {"high": 3, "medium": 2, "low": 1, "": 1.5}
_MOMENT = 3.0
_MOST_PEOPLE = 6
_EACH_PERSON = 0.5
_WHOLE_JOURNEY = 20.0
_LAST = ("JD407",)
_PROCESS = re.compile(r"JD(?:40[1-6]|408|41\d|42[12]|60\d|70\d|71\d|801|207)")
"""Trust, metrics, files and the facts that have no weight of their own."""
_EMOTIONS = ("JD301", "JD302", "JD303")
_PAINS = ("JD321", "JD322", "JD323", "JD324", "JD325")
_MOMENTS = ("JD311", "JD312")
_STEPS = ("JD201", "JD202", "JD501")
_JOURNEYS = ("JD102", "JD106")
_NUMBER = re.compile(r"([+−]?)(\d+)")


@dataclass(frozen=True)
class _Part:
    """A step or stage with its journey."""

    part: Stage | Step
    journey: Journey


class Weights:
    """Weighs the changes between two catalogs. A place in a file leads to the step and the fact."""

    def __init__(self, changes: Iterable[Change], before: Catalog, after: Catalog) -> None:
        wanted = {change.element.document for change in changes}
        self._parts: dict[Span, _Part] = {}
        self._facts: dict[Span, Fact] = {}
        self._part_of_fact: dict[Span, _Part] = {}
        for catalog in (before, after):
            for journey in catalog.journeys:
                if journey.ref in wanted or catalog is before:
                    self._add(journey)

    def _add(self, journey: Journey) -> None:
        for part in journey.parts():
            place = _Part(part, journey)
            self._parts[part.span] = place
            for fact in part.facts:
                self._facts[fact.span] = fact
                self._part_of_fact[fact.span] = place

    def part_at(self, span: Span | None) -> Stage | Step | None:
        """The step or stage at a place."""
        place = self._parts.get(span) if span else None
        return place.part if place else None

    def order(self, change: Change) -> tuple[int, float]:
        """The sort key of a change among those of the same impact: what concerns customers first,
        and the heaviest of it."""
        return _group(change), -self.weight(change)

    def weight(self, change: Change) -> float:
        """How much one change matters to customers; only comparable with other weights."""
        if change.code in _JOURNEYS:
            return _WHOLE_JOURNEY
        return self._own_weight(change) + self._reach(change)

    def _own_weight(self, change: Change) -> float:
        if change.code in _EMOTIONS:
            return fall_of(change)
        if change.code in _MOMENTS:
            return _MOMENT
        if change.code in _PAINS:
            return self._severity(change)
        if change.code in _STEPS and change.place in self._parts:
            return _contents(self._parts[change.place].part)
        return max((self.weight(inner) for inner in change.folded), default=0.0)

    def _severity(self, change: Change) -> float:
        facts = [self._facts.get(span) for span in (change.before, change.after) if span]
        return max((_SEVERITIES.get(fact.marks.severity, 1) for fact in facts if fact), default=0)

    def _reach(self, change: Change) -> float:
        """For a step with a moment of truth, and for each further person in it."""
        weight = 0.0
        for span in (change.before, change.after):
            place = self._part_of_fact.get(span) or self._parts.get(span) if span else None
            if place is not None:
                in_step = min(len(people(place.part, place.journey)), _MOST_PEOPLE)
                moment = _MOMENT if place.part.all("moment of truth") else 0.0
                weight = max(weight, moment + _EACH_PERSON * (in_step - 1))
        return weight


def _group(change: Change) -> int:
    if change.code in _LAST:
        return 2
    return 1 if _PROCESS.fullmatch(change.code) else 0


def fall_of(change: Change) -> float:
    """How many points of the scale an emotion fell; negative if it rose. An emotion that is new or
    was removed counts from the middle of the scale."""
    old, new = _value(change.old), _value(change.new)
    if change.code == "JD302":
        return -float(old)  # the customer's complaint is no longer visible
    return float(old - new)


def _value(text: Text) -> int:
    match = _NUMBER.match(text) if isinstance(text, str) else None
    if match is None:
        return 0
    return -int(match[2]) if match[1] == "−" else int(match[2])


def _contents(part: HasFacts) -> float:
    """What is lost or gained with a whole step."""
    weight = sum(_SEVERITIES.get(fact.marks.severity, 1) for fact in part.all("pain"))
    values = [fact.payload.value for fact in part.facts if isinstance(fact.payload, Emotion)]
    return weight + max(0, -min(values, default=0)) + 0.5 * len(part.all("delight"))
