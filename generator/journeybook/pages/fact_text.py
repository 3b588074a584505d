"""What a fact says, in one place for every format: lists and maps in words, Markdown twins,
pictures, exports and the review of changes.

A `FactText` holds the parts of a fact; a format joins them with its own signs. `of_item` reads them
from a cell of a map, `FactFormatter` from a fact as it was written, which is all that is left of
an old revision.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from journeybook.diff.format_value import format_value
from journeybook.pages.duration_text import time_words
from journeybook.pages.labels import severity_word, short_name, word
from journeybook.pages.messages import Messages
from journeybook.pages.views import BranchView, CellItem, EmotionView, Link, MarkedText
from journeybook.schema.documents import Fact, HasFacts, Journey
from journeybook.schema.values import (
    Branch,
    Branches,
    Emotion,
    MetricMove,
    Ref,
    References,
    Score,
    Statement,
    Timing,
    Truth,
)

_ARROWS = {"next": "→", "loop": "↩", "exit": "✕"}


@dataclass(frozen=True, slots=True)
class FactText:
    """What one fact says, in parts. Texts are plain: no Markdown, no tags."""

    words: str = ""
    """The statement, the word of an emotion, the title of a thing, the target of a path."""
    person: str = ""
    """Whose emotion it is, where the map's own persona is not meant."""
    detail: str = ""
    """What is said of the thing that `words` name, such as the values of a metric."""
    markers: tuple[str, ...] = ()
    """In this order: type of a moment of truth or value of an emotion, severity, tags; the
    condition of a path."""
    evidence: tuple[Link, ...] = ()
    link: Link | None = None
    """The page of the thing that `words` name."""
    arrow: str = ""
    """The sign of a path: to a next step, back, or out of the journey."""

    @property
    def notes(self) -> tuple[str, ...]:
        """The markers and the titles of the evidence."""
        return (*self.markers, *(link.label for link in self.evidence))

    def plain(self) -> str:
        """One line: `Tom: hopeful (+1)`, `Win rate: 22% → 30%`, `→ I buy (it fits)`."""
        text = f"{self.arrow} {self.words}".strip()
        if self.person:
            text = f"{self.person}: {text}"
        if self.detail:
            text = f"{text}: {self.detail}"
        return f"{text} ({', '.join(self.notes)})" if self.notes else text


def of_item(item: CellItem) -> tuple[FactText, ...]:
    """The facts of one item in a cell of a map; each path to another step is one of its own."""
    if item.text is not None:
        return (_statement(item.text, item.note),)
    if item.emotion is not None:
        return (emotion_text(item.emotion),)
    if item.score is not None:
        return (FactText(item.score.label),)
    if item.link is not None:
        return (FactText(item.link.label, detail=item.note, link=item.link),)
    if item.ways:
        return tuple(map(_path, item.ways))
    return (FactText(item.note),) if item.note else ()


def plain_text(marked: MarkedText) -> str:
    """The words of a statement as readers see them, without Markdown and tags."""
    return " ".join(marked.html.striptags().split())


def _statement(marked: MarkedText, note: str) -> FactText:
    markers = tuple(filter(None, (note, marked.severity_label, *marked.tags)))
    return FactText(
        plain_text(marked), person=marked.speaker, markers=markers, evidence=marked.evidence
    )


def emotion_text(emotion: EmotionView) -> FactText:
    """An emotion: its word, whose it is, and its value."""
    words = emotion.word or emotion.label
    return FactText(words, person=emotion.person, markers=(emotion.shown,))


def _path(branch: BranchView) -> FactText:
    markers = (branch.reason,) if branch.reason else ()
    return FactText(branch.label, markers=markers, arrow=_ARROWS[branch.kind])


@dataclass(frozen=True)
class FactFormatter:
    """Reads facts of any revision in the words of one language."""

    words: Messages
    title: Callable[[Ref], str] = lambda ref: ref.id
    """The title of a thing, or its ID if nothing more is known."""
    steps: Mapping[str, str] = field(default_factory=dict)
    """Title of a step by its ID, of both revisions."""

    def lane(self, part: HasFacts | None, key: str) -> tuple[str, ...]:
        """The facts of a step or a stage in one lane, a line each."""
        return tuple(map(self.line, part.all(key))) if part else ()

    def line(self, fact: Fact) -> str:
        """One fact as plain text."""
        return self.text(fact).plain()

    def text(self, fact: Fact) -> FactText:
        """The parts of one fact."""
        t = self.words.text
        payload = fact.payload
        markers: list[str] = []
        person = ""
        if isinstance(payload, Truth) and payload.kind:
            markers.append(word(t, payload.kind))
        if isinstance(payload, Emotion) and payload.word:
            markers.append(self.words.number(payload.value, sign=True))
        if isinstance(payload, Emotion | Statement):
            person = self._name(payload.persona)
        markers += filter(None, (severity_word(t, fact.marks.severity, fact.key), *fact.marks.tags))
        evidence = tuple(Link(label=self.title(ref)) for ref in fact.marks.evidence)
        text = FactText(person=person, markers=tuple(markers), evidence=evidence)
        return self._with_words(text, payload)

    def names(self, fact: Fact) -> list[str]:
        """The things that a fact refers to, one title each, and its markers at the end."""
        payload = fact.payload
        assert isinstance(payload, References), "only lists of references have names"
        titles = [self.everyone] if payload.everyone else []
        titles += map(self.title, payload.refs)
        return [*titles, *fact.marks.tags, *map(self.title, fact.marks.evidence)]

    @property
    def everyone(self) -> str:
        """The words for the whole committee."""
        t = self.words.text
        return t("everyone")

    def _name(self, persona: str) -> str:
        """A person's name without the job after the comma."""
        return short_name(self.title(Ref("persona", persona))) if persona else ""

    def _with_words(self, text: FactText, payload: object) -> FactText:
        t = self.words.text
        words, detail = "", ""
        match payload:
            case Emotion(value, feeling):
                words = feeling or self.words.number(value, sign=True)
            case References(refs, everyone):
                titles = [self.everyone] if everyone else []
                words = ", ".join([*titles, *map(self.title, refs)])
            case MetricMove(ref, now, target):
                words = self.title(ref)
                detail = " → ".join(filter(None, (now, target)))
            case Timing(duration):
                words = time_words(self.words, duration)
            case Statement(statement):
                words = statement
            case Score(number):
                words = t("{value} of 5", value=number)
            case Branches(branches):
                words = " | ".join(map(self._target, branches))
            case _:
                words = format_value(payload)
        return replace(text, words=words, detail=detail)

    def _target(self, branch: Branch) -> str:
        t = self.words.text
        leaves = t("Leaves the journey")
        target = leaves if branch.is_exit else self.steps.get(branch.step, branch.step)
        return f"{target} ({branch.reason})" if branch.reason else target


def step_titles(*journeys: Journey | None) -> dict[str, str]:
    """Title of each step by its ID; those of later journeys win."""
    titles: dict[str, str] = {}
    for journey in journeys:
        if journey:
            titles |= {step.id: step.title for step in journey.steps}
    return titles
