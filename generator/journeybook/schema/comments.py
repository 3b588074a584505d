"""HTML comments in the text of a file. They are notes of an author: dropped, and never published.

Lines keep their numbers, so that every place in a text stays true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_OPENING, _CLOSING = "<!--", "-->"


@dataclass(frozen=True, slots=True)
class BodyText:
    """The lines below the front matter of a file, without comments."""

    lines: tuple[str, ...]
    first_line: int
    """The number of the first line in its file."""
    comment_lines: frozenset[int] = frozenset()
    """Numbers of lines that were nothing but a comment; they are blank in `lines`."""

    def line(self, number: int) -> str:
        """A line by its number in the file."""
        return self.lines[number - self.first_line]

    @property
    def numbers(self) -> range:
        """The numbers of the lines in the file."""
        return range(self.first_line, self.first_line + len(self.lines))


def without_comments(lines: Sequence[str], first_line: int) -> BodyText:
    """Drop the comments outside code; one that is never closed stays, and is shown as text."""
    if not any(_OPENING in line for line in lines):
        return BodyText(tuple(lines), first_line)
    kept = list(lines)
    comment_lines: set[int] = set()
    fence = ""
    at = 0
    while at < len(kept):
        marker = FENCE.match(kept[at])
        if fence:
            if marker and marker[1].startswith(fence) and not kept[at].strip().strip(fence[0]):
                fence = ""
        elif marker:
            fence = marker[1]
        else:
            end = _drop_comments(kept, at)
            comment_lines |= {
                number
                for number in range(at, end + 1)
                if lines[number].strip() and not kept[number]
            }
            at = end
        at += 1
    return BodyText(tuple(kept), first_line, frozenset(first_line + at for at in comment_lines))


def _drop_comments(lines: list[str], at: int) -> int:
    """Remove the comments that begin in a line, from it and the lines below; the index of the line
    in which the last of them ends."""
    start = 0
    while (opening := _opening(lines[at], start)) >= 0:
        end, after = _closing(lines, at, opening + len(_OPENING))
        if end < 0:
            return at
        before = lines[at][:opening]
        rest = lines[end][after:]
        for between in range(at, end):
            lines[between] = ""
        joined = before.rstrip() + (
            f" {rest.lstrip()}" if before.strip() and rest.strip() else rest
        )
        lines[end] = joined if joined.strip() else ""
        start, at = len(before.rstrip()), end
    return at


def _opening(line: str, start: int) -> int:
    """Where the next comment begins, code in backticks left out; -1 if there is none."""
    at = line.find(_OPENING, start)
    while at >= 0 and line.count("`", 0, at) % 2:
        at = line.find(_OPENING, at + 1)
    return at


def _closing(lines: list[str], at: int, start: int) -> tuple[int, int]:
    """The line and the offset after the end of a comment; (-1, 0) if it is never closed."""
    for number in range(at, len(lines)):
        end = lines[number].find(_CLOSING, start if number == at else 0)
        if end >= 0:
            return number, end + len(_CLOSING)
    return -1, 0
