"""Read lists as CommonMark does: an item reaches as far as its lines are indented to its text.

Python-Markdown wants four blanks for each level and a blank line above a list. Code hosts do not,
and authors see their files there first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

_MARKER = re.compile(r"( {0,3})([-+*]|(\d{1,9})[.)])( +|$)(.*)")
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_OTHER_BLOCK = re.compile(r" {0,3}(?:#{1,6}(?: |$)|>|`{3}|~{3})")


@dataclass(frozen=True, slots=True)
class Marker:
    """The start of an item: its bullet or delimiter, its number, and the column of its text."""

    kind: str
    number: int | None
    content: int
    is_empty: bool

    def interrupts(self) -> bool:
        """Whether it starts a list right below a line of text."""
        return not self.is_empty and self.number in (None, 1)


def list_marker(line: str) -> Marker | None:
    """The marker that a line begins with, if it is an item of a list and no rule (`* * *`)."""
    match = _MARKER.match(line)
    if match is None or _RULE.match(line):
        return None
    blanks, width = len(match[4]), len(match[1]) + len(match[2])
    is_empty = not match[5].strip()
    content = width + (1 if is_empty or blanks > 4 else blanks)
    number = int(match[3]) if match[3] else None
    return Marker(match[2][-1], number, content, is_empty)


def start_of_list(lines: Sequence[str]) -> int | None:
    """The index of the first line that starts a list; None if there is no list, or if the lines
    begin with code."""
    if lines[0].startswith("    "):
        return None
    for at, line in enumerate(lines):
        marker = list_marker(line)
        if marker and (at == 0 or marker.interrupts()):
            return at
    return None


@dataclass(slots=True)
class Lines:
    """Lines that are asked for one by one; `more` gives the next ones, after a blank line."""

    lines: list[str]
    more: Callable[[], list[str] | None] = field(default=lambda: None)

    def at(self, index: int) -> str | None:
        """The line with this index, or None at the end."""
        while index >= len(self.lines):
            block = self.more()
            if block is None:
                return None
            self.lines += ["", *block]
        return self.lines[index]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list: the lines of each item without their indentation, and the index of the line after."""

    kind: str
    number: int | None
    items: tuple[list[str], ...]
    end: int
    is_loose: bool
    """Whether its items are paragraphs, because a blank line separates them or their parts."""


def read_list(source: Lines, at: int) -> ListBlock:
    """The list that starts at the line `at`."""
    tight = _read_items(source, at)
    is_loose = tight.is_loose or any(map(_has_gap, tight.items))
    return replace(tight, is_loose=is_loose)


def _read_items(source: Lines, at: int) -> ListBlock:
    """The list, loose only if blank lines separate its items; what is within them is not read."""
    first = list_marker(source.at(at) or "")
    assert first is not None, "a list starts with a marker"
    marker: Marker | None = first
    items: list[list[str]] = []
    has_gap = False
    while marker and marker.kind == first.kind:
        item = _Item(source, at, marker)
        at = item.read()
        items.append(item.content)
        line = source.at(at + item.blanks) or ""
        marker = list_marker(line)
        if marker and marker.kind == first.kind:
            has_gap = has_gap or item.blanks > 0
            at += item.blanks
    return ListBlock(first.kind, first.number, tuple(items), at, has_gap)


class _Item:
    """Reads one item: the lines indented to its text, and those that continue its paragraph."""

    def __init__(self, source: Lines, at: int, marker: Marker) -> None:
        self.source = source
        self.at = at
        self.width = marker.content
        self.content = [(source.at(at) or "")[marker.content :]]
        self.blanks = 0
        """Blank lines above the line that ended it."""
        self.fence = ""

    def read(self) -> int:
        """Read the item; the index of the first line that is not part of it."""
        self._follow_fence(self.content[0])
        index = self.at + 1
        while (line := self.source.at(index + self.blanks)) is not None:
            if not line.strip():
                self.blanks += 1
                continue
            text = self._own(line)
            if text is None:
                break
            self.content += [""] * self.blanks
            index += self.blanks + 1
            self.blanks = 0
            self.content.append(text)
            self._follow_fence(text)
        return index

    def _own(self, line: str) -> str | None:
        """The line without its indentation, or None if it is not part of the item."""
        indent = len(line) - len(line.lstrip(" "))
        is_started = any(part.strip() for part in self.content)
        if indent >= self.width and (is_started or not self.blanks):
            return line[self.width :]
        ends = self.blanks or self.fence or list_marker(line) or starts_block(line)
        return None if ends or not may_continue(self.content[-1]) else line.lstrip(" ")

    def _follow_fence(self, line: str) -> None:
        self.fence = fence_after(line, self.fence)


def fence_after(line: str, fence: str) -> str:
    """The fence that is open after a line; `fence` is the one that is open before it, or empty."""
    match = _FENCE.match(line)
    if not match:
        return fence
    if not fence:
        return match[1]
    is_end = match[1].startswith(fence) and not line.strip().strip(fence[0])
    return "" if is_end else fence


def starts_block(line: str) -> bool:
    """Whether a line starts a heading, a quote, a rule or code, even right below a text."""
    return bool(_OTHER_BLOCK.match(line) or _RULE.match(line))


_PREFIX = re.compile(r"(?:[ >]|[-+*] |\d{1,9}[.)] )*")
_NO_TEXT = re.compile(r"#{1,6}(?: |$)|`{3}|~{3}|([-*_])(?: *\1){2,} *$|$")


def may_continue(line: str) -> bool:
    """Whether a line may be that of a paragraph, which a line without indentation continues."""
    prefix = _PREFIX.match(line)
    return _NO_TEXT.match(line, prefix.end() if prefix else 0) is None


def _has_gap(content: Sequence[str]) -> bool:
    """Whether a blank line is between two parts of an item, and not within one of them."""
    source = Lines(list(content))
    at, fence = 0, ""
    is_after_text = is_after_gap = False
    while at < len(content):
        line = content[at]
        if not fence and not line.strip():
            is_after_gap = is_after_text
            at += 1
            continue
        if is_after_gap:
            return True
        marker = None if fence else list_marker(line)
        fence = fence_after(line, fence)
        starts_list = marker and (marker.interrupts() or not is_after_text)
        at = _read_items(source, at).end if starts_list else at + 1
        is_after_text = True
    return False
