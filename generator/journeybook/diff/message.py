"""Our own words in a change, such as "after {step}" or "no date", as values that a page can render
in its own language.

A change holds texts: a plain `str` is what an author wrote and is never translated; a `Named` is
a document, shown by its title; a `Message`, a `Word` or a `Joined` is ours. Nothing is rendered
before the edge: `render` turns a text into the words of a speaker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from journeybook.schema.values import Ref


class Speaker(Protocol):
    """Renders messages in one language."""

    def text(self, message: str, **values: object) -> str:
        """A message with its `{placeholders}` filled."""

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """A message for a number of things."""

    def word(self, key: str) -> str:
        """A word that authors choose from a list, such as `approved`."""


class English:
    """The messages as they are written in the code."""

    def text(self, message: str, **values: object) -> str:
        """A message with its `{placeholders}` filled."""
        return message.format(**values)

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """A message for a number of things."""
        return (one if count == 1 else many).format(count=count, **values)

    def word(self, key: str) -> str:
        """A word that authors choose from a list, as they write it."""
        return key


ENGLISH = English()


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the catalogue and the values of its `{placeholders}`. With `many` it has a
    plural, and `count` decides which of the two is used."""

    id: str
    values: tuple[tuple[str, Value], ...] = ()
    many: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    """A word that authors choose from a list, by its key."""

    key: str


@dataclass(frozen=True, slots=True)
class Named:
    """A document of the site: a person, a touchpoint, a metric. Its ID stands in for a title that
    the comparison did not read."""

    ref: Ref
    title: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """Two texts or more, one after the other."""

    parts: tuple[Text, ...]
    separator: str


Text = str | Message | Word | Named | Joined
"""A text of a change. A `str` is in the author's words; the empty `str` is no text."""
Value = Text | int | date
"""The value of a placeholder. Each speaker formats numbers and dates in its own way."""


def message(id: str, **values: Value) -> Message:
    """A message and its values."""
    return Message(id, tuple(values.items()))


def plural(one: str, many: str, count: int, **values: Value) -> Message:
    """A message for a number of things; `{count}` is the number."""
    return Message(one, tuple(values.items()), many, count)


def word(key: str) -> Text:
    """A word that authors choose from a list; no text without a key."""
    return Word(key) if key else ""


def join(parts: Iterable[Text], separator: str = "; ") -> Text:
    """Texts one after the other, empty ones left out."""
    filled = tuple(part for part in parts if part)
    if len(filled) < 2:
        return filled[0] if filled else ""
    return Joined(filled, separator)


def with_titles(text: Text, title: Callable[[Ref], str]) -> Text:
    """A text with the title of every document in it; an empty one keeps the ID."""
    match text:
        case Named(ref):
            return Named(ref, title(ref))
        case Joined(parts, separator):
            return Joined(tuple(with_titles(part, title) for part in parts), separator)
        case Message():
            values = tuple((name, _with_titles(value, title)) for name, value in text.values)
            return replace(text, values=values)
    return text


def _with_titles(value: Value, title: Callable[[Ref], str]) -> Value:
    return value if isinstance(value, int | date) else with_titles(value, title)


def documents_in(text: Text) -> Iterator[Ref]:
    """The documents that a text names."""
    match text:
        case Named(ref):
            yield ref
        case Joined(parts):
            for part in parts:
                yield from documents_in(part)
        case Message():
            for _, value in text.values:
                if not isinstance(value, int | date):
                    yield from documents_in(value)


def render(text: Text, speaker: Speaker = ENGLISH, quote: Callable[[str], str] = str) -> str:
    """A text in the words of a speaker; `quote` is applied to each text of an author in it."""
    match text:
        case str():
            return quote(text) if text else ""
        case Word(key):
            return speaker.word(key)
        case Named(ref, title):
            return quote(title or ref.id)
        case Joined(parts, separator):
            return separator.join(render(part, speaker, quote) for part in parts)
        case Message():
            return _filled(text, speaker, quote)


def _filled(text: Message, speaker: Speaker, quote: Callable[[str], str]) -> str:
    values = {
        name: value if isinstance(value, int | date) else render(value, speaker, quote)
        for name, value in text.values
    }
    if text.many:
        return speaker.plural(text.id, text.many, text.count, **values)
    return speaker.text(text.id, **values)
