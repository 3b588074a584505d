"""What a fact says as one plain text: in titles and words of the language, as a reader of the map
knows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from journeybook.diff.format_value import format_value
from journeybook.pages.duration_text import time_words
from journeybook.pages.labels import severity_word, word
from journeybook.pages.messages import Messages
from journeybook.schema.documents import Fact, HasFacts, Journey
from journeybook.schema.values import (
    Branch,
    Branches,
    Emotion,
    MetricMove,
    Ref,
    References,
    Score,
    Timing,
    Truth,
)

_NAME_ENDS = re.compile("[,،]")


@dataclass(frozen=True)
class Teller:
    """The words of a language, and what things and steps are called."""

    words: Messages
    title: Callable[[Ref], str] = lambda ref: ref.id
    """The title of a thing, or its id where nothing more is known."""
    steps: Mapping[str, str] = field(default_factory=dict)
    """Title of a step by its id, of both revisions."""

    def all_said(self, part: HasFacts | None, key: str) -> tuple[str, ...]:
        """What a step or a stage says in one lane."""
        return tuple(self.said(fact) for fact in part.all(key)) if part else ()

    def said(self, fact: Fact) -> str:
        """What one fact says, its marks behind it."""
        marks = [severity_word(self.words.text, fact.marks.severity, fact.key), *fact.marks.tags]
        marks += [self.title(ref) for ref in fact.marks.evidence]
        text = self._payload(fact.payload)
        kind = (
            word(self.words.text, fact.payload.kind)
            if isinstance(fact.payload, Truth) and fact.payload.kind
            else ""
        )
        behind = ", ".join(filter(None, (kind, *marks)))
        return f"{text} ({behind})" if behind else text

    def names(self, fact: Fact) -> list[str]:
        """What a fact refers to, one name each, and its marks at the end."""
        payload = fact.payload
        assert isinstance(payload, References), "only lists of references have names"
        everyone = [self.everyone] * payload.everyone
        return [
            *everyone,
            *map(self.title, payload.refs),
            *fact.marks.tags,
            *map(self.title, fact.marks.evidence),
        ]

    @property
    def everyone(self) -> str:
        """What stands for the whole committee."""
        t = self.words.text
        return t("everyone")

    def _payload(self, payload: object) -> str:
        t = self.words.text
        match payload:
            case Emotion(value, feeling, persona):
                name = _NAME_ENDS.split(self.title(Ref("persona", persona)))[0] if persona else ""
                felt = f"{self.words.number(value, sign=True)} {feeling}".strip()
                return f"{name}: {felt}" if name else felt
            case References(refs, everyone):
                return ", ".join([self.everyone] * everyone + [self.title(ref) for ref in refs])
            case MetricMove(ref, now, target):
                return " ".join(
                    filter(None, (self.title(ref), " → ".join(filter(None, (now, target)))))
                )
            case Timing(duration):
                return time_words(self.words, duration)
            case Score(number):
                return t("{value} of 5", value=number)
            case Branches(ways):
                return " | ".join(map(self._way, ways))
        return format_value(payload)

    def _way(self, way: Branch) -> str:
        t = self.words.text
        target = t("Leaves the journey") if way.is_exit else self.steps.get(way.step, way.step)
        return f"{target} ({way.reason})" if way.reason else target


def step_titles(*journeys: Journey | None) -> dict[str, str]:
    """Title of each step by its id, of the journeys that there are; later ones win."""
    return {step.id: step.title for journey in journeys if journey for step in journey.steps}
