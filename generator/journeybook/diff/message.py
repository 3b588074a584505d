"""Words of ours within a change, such as “after …” or “nothing”, that a page can say in its own
language.

A phrase is its English text, so that reports and comparisons take it for any other; and it
remembers the message it was made of and what filled it. Authors' words are never a phrase.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol


class Speaker(Protocol):
    """What renders messages in one language."""

    def text(self, message: str, **values: object) -> str:
        """A message with its `{placeholders}` filled."""

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """A message for a number of things."""

    def word(self, key: str) -> str:
        """One of the words that authors choose from, such as `approved`."""


class English:
    """The messages as they stand in the code."""

    def text(self, message: str, **values: object) -> str:
        """A message with its `{placeholders}` filled."""
        return message.format(**values)

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """A message for a number of things."""
        return (one if count == 1 else many).format(count=count, **values)

    def word(self, key: str) -> str:
        """One of the words that authors choose from: as they write it."""
        return key


ENGLISH = English()


@dataclass(frozen=True, slots=True)
class _Made:
    one: str
    """The message; of a list what stands between its parts; of a word the word."""
    many: str = ""
    is_word: bool = False
    values: tuple[tuple[str, object], ...] = ()
    parts: tuple[str, ...] = ()


class Phrase(str):
    """An English text of ours, and what it was made of."""

    made: _Made

    def told(self, speaker: Speaker, author: Callable[[str], str] = str) -> str:
        """The phrase in the words of a speaker; `author` is put around each author's word in it."""
        made = self.made
        if made.is_word:
            return speaker.word(made.one)
        if made.parts:
            return made.one.join(
                part.told(speaker, author) if isinstance(part, Phrase) else author(part)
                for part in made.parts
            )
        values = {
            name: value.told(speaker, author)
            if isinstance(value, Phrase)
            else author(value)
            if isinstance(value, str)
            else value
            for name, value in made.values
        }
        return _filled(made, values, speaker)


def phrase(message: str, **values: object) -> Phrase:
    """A message filled; a text among the values is an author's word unless it is a phrase
    itself."""
    return _phrase(_Made(message, values=tuple(values.items())), values)


def counted(one: str, many: str, count: int, **values: object) -> Phrase:
    """A message for a number of things; `{count}` stands for the number."""
    return _phrase(
        _Made(one, many, values=(("count", count), *values.items())), {"count": count, **values}
    )


def word(key: str) -> Phrase:
    """One of the words that authors choose from; the empty word is no phrase."""
    made = Phrase(key)
    made.made = _Made(key, is_word=True)
    return made


def together(parts: Iterable[str], separator: str = "; ") -> str:
    """Phrases and texts one after the other, empty ones left out; what comes out can still be
    told."""
    found = tuple(part for part in parts if part)
    if len(found) < 2:
        return found[0] if found else ""
    made = Phrase(separator.join(found))
    made.made = _Made(separator, parts=found)
    return made


def told(text: str, speaker: Speaker, author: Callable[[str], str] = str) -> str:
    """A text in the words of a speaker: a phrase is said anew, an author's words stay."""
    return text.told(speaker, author) if isinstance(text, Phrase) else author(text) if text else ""


def _phrase(made: _Made, values: Mapping[str, object]) -> Phrase:
    phrase = Phrase(_filled(made, dict(values), ENGLISH))
    phrase.made = made
    return phrase


def _filled(made: _Made, values: dict[str, Any], speaker: Speaker) -> str:
    return (
        speaker.plural(made.one, made.many, **values)
        if made.many
        else speaker.text(made.one, **values)
    )
