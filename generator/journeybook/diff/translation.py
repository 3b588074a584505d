"""A map in another language: the same journey in other words.

A translation is compared after the old version was put into the words of the new one, so that only
what is not words is left: figures, emotions, references, severities, steps.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from journeybook.diff.message import message
from journeybook.schema.documents import Fact, HasFacts, Journey, Member, Prose, Stage, Step
from journeybook.schema.values import Branches, Emotion, Payload, Statement, Text, Truth

SAME_FIGURES = message("figures and references are the same")
_LEAST_OTHER_WORDS = 0.5
"""The share of statements that must have other words in a map of another language."""
_NAMES = ("owner",)
"""Facts whose words are names."""
_DIGITS = re.compile(r"\d+")

_Part = TypeVar("_Part", Stage, Step)


def is_translated(before: Journey, after: Journey, languages: tuple[str, str]) -> bool:
    """Whether a journey was translated; `languages` are those of both versions."""
    if languages[0] == languages[1]:
        return False
    pairs: list[tuple[Fact, Fact]] = []
    for one, other in _pairs(before.steps, after.steps):
        pairs += filter(_is_worded, _fact_pairs(one, other))
    different = sum(old.text != new.text for old, new in pairs)
    return different >= _LEAST_OTHER_WORDS * len(pairs) and before.title != after.title


def in_words_of(journey: Journey, other: Journey) -> Journey:
    """The journey in the words of another version, as far as the two correspond."""
    stages = dict(_positions(journey.stages, other.stages))
    steps = {id(one): new for one, new in _pairs(journey.steps, other.steps)}
    translated = []
    for at, stage in enumerate(journey.stages):
        own = tuple(_in_words(step, steps.get(id(step))) for step in stage.steps)
        counterpart = other.stages[stages[at]] if at in stages else None
        translated.append(replace(_in_words(stage, counterpart), steps=own))
    return replace(
        journey,
        title=other.title,
        goal=_words(journey.goal, other.goal),
        question=_words(journey.question, other.question),
        trigger=_words(journey.trigger, other.trigger),
        deal=_words(journey.deal, other.deal),
        segment=other.segment if len(other.segment) == len(journey.segment) else journey.segment,
        committee=_committee(journey, dict(other.committee)),
        lang=other.lang,
        body=_prose(journey.body, other.body),
        notes=other.notes if len(other.notes) == len(journey.notes) else journey.notes,
        stages=tuple(translated),
    )


def _pairs(old: Sequence[_Part], new: Sequence[_Part]) -> Iterator[tuple[_Part, _Part]]:
    for one, other in _positions(old, new):
        yield old[one], new[other]


def _positions(old: Sequence[_Part], new: Sequence[_Part]) -> Iterator[tuple[int, int]]:
    """Positions of the stages or steps that correspond: equal written IDs, otherwise the same
    place if both versions have equally many."""
    by_id = {part.id: at for at, part in enumerate(new) if _has_sure_id(part)}
    for at, part in enumerate(old):
        if _has_sure_id(part) and part.id in by_id:
            yield at, by_id[part.id]
        elif len(old) == len(new) and not _has_sure_id(part) and not _has_sure_id(new[at]):
            yield at, at


def _has_sure_id(part: Stage | Step) -> bool:
    return part.explicit_id or (isinstance(part, Stage) and part.registered)


def _in_words(part: _Part, other: _Part | None) -> _Part:
    if other is None:
        return part
    words = {id(old): new for old, new in _fact_pairs(part, other)}
    facts = tuple(_fact(fact, words.get(id(fact))) for fact in part.facts)
    return replace(
        part, id=other.id, title=other.title, story=_prose(part.story, other.story), facts=facts
    )


def _fact_pairs(part: HasFacts, other: HasFacts) -> Iterator[tuple[Fact, Fact]]:
    """The facts of two parts that correspond: equal IDs, otherwise the same key and place."""
    by_id = {fact.marks.id: fact for fact in other.facts if fact.marks.id}
    for key in dict.fromkeys(fact.key for fact in part.facts):
        old = [fact for fact in part.all(key) if fact.marks.id not in by_id]
        new = [fact for fact in other.all(key) if not fact.marks.id]
        yield from (
            (fact, by_id[fact.marks.id]) for fact in part.all(key) if fact.marks.id in by_id
        )
        if len(old) == len(new):
            yield from zip(old, new, strict=True)


def _fact(fact: Fact, other: Fact | None) -> Fact:
    if other is None or fact.key in _NAMES:
        return fact
    return replace(fact, payload=_payload(fact.payload, other.payload))


def _payload(old: Payload, new: Payload) -> Payload:
    if isinstance(old, Emotion) and isinstance(new, Emotion):
        return replace(old, word=new.word) if old.value == new.value else old
    if isinstance(old, Statement | Truth) and isinstance(new, Statement | Truth):
        return replace(old, text=new.text) if has_same_figures(old.text, new.text) else old
    if isinstance(old, Branches) and isinstance(new, Branches) and len(old.ways) == len(new.ways):
        ways = zip(old.ways, new.ways, strict=True)
        return Branches(tuple(replace(one, reason=other.reason) for one, other in ways))
    return old


def _committee(journey: Journey, members: Mapping[Text, Member]) -> tuple[tuple[Text, Member], ...]:
    committee = []
    for person, member in journey.committee:
        other = members.get(person)
        is_same = other is not None and len(other.needs) == len(member.needs)
        committee.append(
            (person, replace(member, needs=other.needs) if other and is_same else member)
        )
    return tuple(committee)


def _words(old: Text | None, new: Text | None) -> Text | None:
    if old is None or new is None:
        return old
    return new if has_same_figures(old, new) else old


def _prose(old: Prose, new: Prose) -> Prose:
    return new if bool(old) == bool(new) else old


def has_same_figures(old: str, new: str) -> bool:
    """Whether the digits in two texts are the same. A text without digits may spell its numbers
    out, which nothing here can read."""
    one, other = _figures(old), _figures(new)
    return not one or not other or one == other


def _is_worded(pair: tuple[Fact, Fact]) -> bool:
    """Whether two facts are sentences, which a translation changes."""
    old, _ = pair
    return isinstance(old.payload, Statement | Truth) and old.key not in _NAMES


def _figures(text: str) -> list[str]:
    """The runs of digits in a text, sorted, in any script."""
    return sorted(map(_ascii_digits, _DIGITS.findall(text)))


def _ascii_digits(run: str) -> str:
    return "".join(str(unicodedata.digit(digit)) for digit in run)
