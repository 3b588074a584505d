"""A fact of a map as one plain text, in the language and with the titles of a page."""

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
class FactFormatter:
    """Formats facts in one language."""

    words: Messages
    title: Callable[[Ref], str] = lambda ref: ref.id
    """The title of a thing. Default: its id."""
    steps: Mapping[str, str] = field(default_factory=dict)
    """Title of a step by its id, of both revisions."""

    def format_all(self, part: HasFacts | None, key: str) -> tuple[str, ...]:
        """The facts of a step or a stage in one lane."""
        return tuple(self.format(fact) for fact in part.all(key)) if part else ()

    def format(self, fact: Fact) -> str:
        """A fact, with its marks in brackets."""
        t, payload = self.words.text, fact.payload
        marks = [severity_word(t, fact.marks.severity, fact.key), *fact.marks.tags]
        marks += map(self.title, fact.marks.evidence)
        if isinstance(payload, Truth) and payload.kind:
            marks.insert(0, word(t, payload.kind))
        text, details = self._format_payload(payload), ", ".join(filter(None, marks))
        return f"{text} ({details})" if details else text

    def names(self, fact: Fact) -> list[str]:
        """What a fact refers to, one name each, and its marks at the end."""
        payload = fact.payload
        assert isinstance(payload, References), "only lists of references have names"
        return [
            *self._names_of(payload),
            *fact.marks.tags,
            *map(self.title, fact.marks.evidence),
        ]

    @property
    def everyone(self) -> str:
        """The name of the whole committee."""
        t = self.words.text
        return t("everyone")

    def _names_of(self, references: References) -> list[str]:
        names = [self.title(ref) for ref in references.refs]
        return [self.everyone, *names] if references.everyone else names

    def _format_payload(self, payload: object) -> str:
        t = self.words.text
        match payload:
            case Emotion():
                return self._format_emotion(payload)
            case References():
                return ", ".join(self._names_of(payload))
            case MetricMove(ref, now, target):
                values = " → ".join(filter(None, (now, target)))
                return " ".join(filter(None, (self.title(ref), values)))
            case Timing(duration):
                return time_words(self.words, duration)
            case Score(number):
                return t("{value} of 5", value=number)
            case Branches(branches):
                return " | ".join(map(self._format_branch, branches))
        return format_value(payload)

    def _format_emotion(self, emotion: Emotion) -> str:
        text = f"{self.words.number(emotion.value, sign=True)} {emotion.word}".strip()
        if not emotion.persona:
            return text
        name = _NAME_ENDS.split(self.title(Ref("persona", emotion.persona)))[0]
        return f"{name}: {text}" if name else text

    def _format_branch(self, branch: Branch) -> str:
        t = self.words.text
        if branch.is_exit:
            target = t("Leaves the journey")
        else:
            target = self.steps.get(branch.step, branch.step)
        return f"{target} ({branch.reason})" if branch.reason else target


def step_titles(*journeys: Journey | None) -> dict[str, str]:
    """Title of each step by its id; later journeys win."""
    titles: dict[str, str] = {}
    for journey in journeys:
        if journey:
            titles.update((step.id, step.title) for step in journey.steps)
    return titles
