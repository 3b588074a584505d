"""Source files, spans of text in them, and text on a terminal.

Lines and columns are counted from 1; a column counts Unicode code points, as libyaml does.
The end column of a span is the one after its last character.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple


class Span(NamedTuple):
    """A part of one file, from `line:column` up to, but not including, `end_line:end_column`.

    A tuple, because every value of every file has a span, and a tuple is created in a third of the
    time of a dataclass.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __reduce__(self) -> tuple[Any, ...]:
        # Unpickling is faster with `tuple.__new__`, which is C code, than with the constructor.
        return tuple.__new__, (Span, tuple(self))

    @classmethod
    def whole_line(cls, file: str, line: int, text: str) -> Span:
        """The span of a line without its indentation and trailing blanks."""
        start = len(text) - len(text.lstrip())
        return cls(file, line, start + 1, line, max(len(text.rstrip()), start + 1) + 1)

    @classmethod
    def start_of(cls, file: str) -> Span:
        """The first character of a file, for findings about the whole file."""
        return cls(file, 1, 1, 1, 2)


@dataclass(frozen=True)
class Source:
    """One text file: its path from the site's root with `/`, and its text with `\\n` line ends."""

    path: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends. Only `\\n` ends a line, unlike in `str.splitlines`."""
        return tuple(self.text.split("\n"))

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, or an empty string if there is no such line."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""


def display_width(text: str) -> int:
    """The width of a text in terminal cells: 2 for wide East Asian characters, 0 for combining
    marks."""
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def utf16_length(text: str) -> int:
    """The length of a text in UTF-16 units, which is how editors and code hosts count."""
    return len(text) + sum(character > "\uffff" for character in text)


def visible(text: str) -> str:
    """The text with control and direction characters as `<U+XXXX>`, safe to print on a terminal."""
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    is_control = unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn")
    if is_control or character in _DIRECTION_CONTROLS:
        return f"<U+{ord(character):04X}>"
    return character


_DIRECTION_CONTROLS = frozenset(
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_JOINERS = "\u200c\u200d"


def hidden_character(text: str) -> str:
    """The first invisible character of a text, such as `U+202E`, or an empty string.

    The joiners U+200C and U+200D do not count: words of some scripts need them.
    """
    if text.isascii():
        return ""
    for character in text:
        is_format = unicodedata.category(character) == "Cf" and character not in _JOINERS
        if is_format or is_variation_selector(character):
            return f"U+{ord(character):04X}"
    return ""


def is_variation_selector(character: str) -> bool:
    """Whether a character only selects a glyph for the character before it."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


_FORBIDDEN = frozenset('<>:"|?*\\')
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"]
    + [f"{device}{digit}" for device in ("com", "lpt") for digit in "0123456789¹²³"]
)


def fold(path: str) -> str:
    """The same text for all names that some file system considers the same."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", path).casefold())


def unusable_name(part: str) -> str:
    """Why a name of a file or folder is not safe on every system, or an empty text."""
    if part in ("", ".", ".."):
        return "it is not a plain relative path"
    if any(
        character in _FORBIDDEN or unicodedata.category(character) in ("Cc", "Cs", "Cf")
        for character in part
    ):
        return "it contains a character that file systems refuse"
    if part[-1] in ". ":
        return "it ends with a dot or a space"
    if part.partition(".")[0].rstrip(" ").lower() in _DEVICES:
        return "Windows reserves it"
    if fold(part) in (".git", "git~1"):
        return "git reserves it"
    if len(part.encode()) > 255:
        return "it is too long"
    return ""
