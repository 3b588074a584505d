"""Split Markdown source into runs of inline text, without code blocks.

Python-Markdown has no line numbers, so this small reader finds the places of inline text. It treats
fences and indentation as Python-Markdown does, in one pass over the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from journeybook.prose.list_reader import list_marker


def without_markers(text: str) -> str:
    """The text without the two control characters that Python-Markdown uses as placeholders."""
    return text.translate(_MARKERS)


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced code block: the indices of its two fence lines, and its language."""

    first: int
    last: int
    language: str


def fences(lines: Sequence[str]) -> tuple[Fence, ...]:
    """The fenced code blocks: each from a fence at the left edge to the next line that consists of
    the same fence."""
    closing = _closing_fences(lines)
    blocks: list[Fence] = []
    after = 0
    for number, line in enumerate(lines):
        if number < after or not line.startswith(("```", "~~~")):
            continue
        opening = _OPENING.match(line)
        info = _INFO.match(line[opening.end() :].strip(" ")) if opening else None
        if opening is None or info is None:
            continue
        candidates = closing.get(opening[0], [])
        while candidates and candidates[-1] <= number:
            candidates.pop()
        if candidates:
            last = candidates[-1]
            after = last + 1
            blocks.append(Fence(number, last, info["language"] or ""))
    return tuple(blocks)


def _closing_fences(lines: Sequence[str]) -> dict[str, list[int]]:
    """The indices of lines that consist of a fence, by that fence, from last to first."""
    closing: dict[str, list[int]] = {}
    for number in range(len(lines) - 1, -1, -1):
        if fence := _BARE_FENCE.match(lines[number]):
            closing.setdefault(fence[1], []).append(number)
    return closing


_MARKERS = str.maketrans("", "", "\x02\x03")
_OPENING = re.compile(r"`{3,}|~{3,}")
_INFO = re.compile(
    r"(?:\{[^\n]*\}|\.?(?P<language>[\w#.+-]*)(?: +hl_lines=(?:\"[^\"]*\"|'[^']*'))?)$"
)
_BARE_FENCE = re.compile(r"(`{3,}|~{3,}) *$")
_CONTAINER = re.compile(r": |\[\^[^\]]*\]:|!!! ?\w")
_OWN_TEXT = re.compile(r"[ >]*(?:(?:[-+*]|\d+[.)]) |: |#|\||\[\^[^\]]*\]:)")
_ITEM_FENCE = re.compile(r"(?:[ >]|[-+*] |\d{1,9}[.)] )*(`{3,}|~{3,})")


def inline_runs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end offsets of each paragraph, list item, heading or table row outside code
    blocks."""
    lines = text.split("\n")
    fenced: set[int] = set()
    for fence in fences(lines):
        fenced.update(range(fence.first, fence.last + 1))
    fenced.update(_fenced_in_items(lines, fenced))
    indentation = _Indentation()
    start: int | None = None
    position = 0
    for number, line in enumerate(lines):
        blank = not line.strip(" \t\r")
        code = indentation.is_code(line, blank, number in fenced)
        if start is not None and (code or blank or _OWN_TEXT.match(line)):
            yield start, position - 1
            start = None
        if start is None and not code and not blank:
            start = position
        position += len(line) + 1
    if start is not None:
        yield start, len(text)


def _fenced_in_items(lines: Sequence[str], fenced: AbstractSet[int]) -> Iterator[int]:
    """The lines of fenced code in items and quotes."""
    opened, fence = 0, ""
    for number, line in enumerate(lines):
        if number in fenced or ("```" not in line and "~~~" not in line):
            continue
        match = _ITEM_FENCE.match(line)
        if match is None:
            continue
        if not fence:
            opened, fence = number, match[1]
        elif match[1].startswith(fence) and not line[match.end() :].strip():
            yield from range(opened, number + 1)
            fence = ""


class _Indentation:
    """Follows the indentation of lines, to recognise indented code in lists and the like."""

    def __init__(self) -> None:
        self.columns: list[int] = []
        """The columns at which the text of the containers starts, from the outermost to the
        current one."""
        self.after_blank = True
        self.in_code = False

    def is_code(self, line: str, blank: bool, fenced: bool) -> bool:
        """Whether the next line is code, fenced or indented."""
        expanded = line.expandtabs(4)
        text = expanded.lstrip(" ")
        indent = len(expanded) - len(text)
        self.in_code = not (blank or fenced) and self._is_indented_code(indent)
        code = self.in_code or fenced
        if not code and not blank:
            self._enter(text, indent)
        self.after_blank = blank or (self.after_blank and code)
        return code

    def _is_indented_code(self, indent: int) -> bool:
        if not (self.after_blank or self.in_code):
            return False
        content = self.columns[-1] if self.columns else 0
        if not self.in_code:
            content = max((column for column in self.columns if column <= indent), default=0)
        return indent >= content + 4

    def _enter(self, text: str, indent: int) -> None:
        """Follow a line of text into the container that it starts, or out of those it leaves."""
        marker = list_marker(text)
        is_container = marker is not None or _CONTAINER.match(text) is not None
        if is_container or self.after_blank:
            self.columns = [column for column in self.columns if column <= indent]
        if marker is not None:
            self.columns.append(indent + marker.content)
        elif is_container:
            self.columns.append(4 * (indent // 4 + 1))
