"""Cut Markdown source into runs of text whose inline marks belong together; code blocks are left
out.

Python-Markdown knows no line numbers, so places are found by this small reader of our own. It
follows what Python-Markdown does with fences and indentation, in one pass over the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


def without_markers(text: str) -> str:
    """The text without the two control characters by which Python-Markdown marks what it has put
    aside."""
    return text.translate(_MARKERS)


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced code block: the numbers, from 0, of its two fence lines, and the language it
    names."""

    first: int
    last: int
    language: str


def fences(lines: Sequence[str]) -> tuple[Fence, ...]:
    """The fenced code blocks: a fence at the left edge up to the next line with the same fence
    alone."""
    closing: dict[str, list[int]] = {}
    for number in range(len(lines) - 1, -1, -1):
        if bare := _BARE_FENCE.match(lines[number]):
            closing.setdefault(bare[1], []).append(number)
    found: list[Fence] = []
    behind = 0
    for number, line in enumerate(lines):
        if number < behind or not line.startswith(("```", "~~~")):
            continue
        opening = _OPENING.match(line)
        info = _INFO.match(line[opening.end() :].strip(" ")) if opening else None
        candidates = closing.get(opening[0], []) if opening and info else []
        while candidates and candidates[-1] <= number:
            candidates.pop()
        if info and candidates:
            behind = candidates[-1] + 1
            found.append(Fence(number, candidates[-1], info["language"] or ""))
    return tuple(found)


_MARKERS = str.maketrans("", "", "\x02\x03")
_OPENING = re.compile(r"`{3,}|~{3,}")
_INFO = re.compile(
    r"(?:\{[^\n]*\}|\.?(?P<language>[\w#.+-]*)(?: +hl_lines=(?:\"[^\"]*\"|'[^']*'))?)$"
)
_BARE_FENCE = re.compile(r"(`{3,}|~{3,}) *$")
_CONTAINER = re.compile(r"(?:[-+*]|\d+\.) |: |\[\^[^\]]*\]:|!!! ?\w")
_OWN_TEXT = re.compile(r"[ >]*(?:(?:[-+*]|\d+\.) |: |#|\||\[\^[^\]]*\]:)")


def inline_runs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end offsets of each paragraph, list item, heading or table row outside code
    blocks."""
    lines = text.split("\n")
    fenced = {number for fence in fences(lines) for number in range(fence.first, fence.last + 1)}
    start: int | None = None
    position, after_blank, indented, content = 0, True, False, 0
    for number, line in enumerate(lines):
        end = position + len(line)
        expanded = line.expandtabs(4)
        indent = len(expanded) - len(expanded.lstrip(" "))
        blank = not line.strip(" \t\r")
        indented = (
            not blank
            and number not in fenced
            and indent >= content + 4
            and (after_blank or indented)
        )
        code = indented or number in fenced
        if start is not None and (code or blank or _OWN_TEXT.match(line)):
            yield start, position - 1
            start = None
        if not code and not blank:
            start = position if start is None else start
            if _CONTAINER.match(line.lstrip()):
                content = 4 * (indent // 4 + 1)
            elif after_blank and indent < content:
                content = 4 * (indent // 4)
        after_blank = blank or (after_blank and code)
        position = end + 1
    if start is not None:
        yield start, len(text)
