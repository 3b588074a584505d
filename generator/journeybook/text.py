"""Text with places: a source file, a span over it, and how wide a text is on a terminal.

Lines and columns are counted from 1; a column counts Unicode code points, as libyaml does.
A span's end column points behind its last character.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple


class Span(NamedTuple):
    """A stretch of one file, from `line:column` up to, and not including, `end_line:end_column`.

    A tuple, since every value of every file has one: it is made in a third of the time that a
    dataclass takes.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple.__new__, (
            Span,
            tuple(self),
        )  # in C, unlike the constructor that named tuples have

    @classmethod
    def whole_line(cls, file: str, line: int, text: str) -> Span:
        """The visible part of a line: its indentation and trailing blanks are left out."""
        start = len(text) - len(text.lstrip())
        return cls(file, line, start + 1, line, max(len(text.rstrip()), start + 1) + 1)

    @classmethod
    def start_of(cls, file: str) -> Span:
        """The first character of a file, for what concerns the file as a whole."""
        return cls(file, 1, 1, 1, 2)


@dataclass(frozen=True)
class Source:
    """One file as text: its path from the site's root with `/`, and its text with `\\n` line
    ends."""

    path: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; only `\\n` ends a line, whatever Unicode says of others."""
        return tuple(self.text.split("\n"))

    def line(self, number: int) -> str:
        """The text of a line counted from 1, or an empty string where there is no such line."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""


def display_width(text: str) -> int:
    """How many terminal cells a text takes: wide East Asian characters two, combining marks
    none."""
    width = 0
    for character in text:
        if unicodedata.combining(character) or unicodedata.category(character) in (
            "Mn",
            "Me",
            "Cf",
        ):
            continue
        width += 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
    return width


def utf16_length(text: str) -> int:
    """How many UTF-16 units a text takes, which is how editors and forges count."""
    return len(text) + sum(character > "\uffff" for character in text)


def visible(text: str) -> str:
    """The text with control and direction characters written as `U+XXXX`, safe on a terminal."""
    return "".join(
        f"<U+{ord(character):04X}>"
        if unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn")
        or character in _DIRECTION_CONTROLS
        else character
        for character in text
    )


_DIRECTION_CONTROLS = frozenset(
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_JOINERS = "\u200c\u200d"


def hidden_character(text: str) -> str:
    """The first character that nobody can see, such as `U+202E`, or "". The joiners that words of
    some scripts need are not counted."""
    if text.isascii():
        return ""
    for character in text:
        if (unicodedata.category(character) == "Cf" and character not in _JOINERS) or _is_selector(
            character
        ):
            return f"U+{ord(character):04X}"
    return ""


def _is_selector(character: str) -> bool:
    """Whether it only chooses how the letter before it looks."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
