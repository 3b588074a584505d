"""Estimate what a text costs to render, and refuse texts that take longer than two seconds.

The costs of Python-Markdown are estimated from measurements, in one pass over the text and without
parsing it. For example, to pair a bracket it reads every character up to its partner, and the whole
paragraph if there is none; to split off a heading or a rule it copies all lines up to the next
blank line. The limits are far above what a person writes.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from journeybook.budget import STANDARD, Budget
from journeybook.prose.blocks import fences, without_markers

MAX_DEPTH = STANDARD.nesting
MAX_FOOTNOTE_MARKS = 500
MAX_DEFINITIONS_IN_A_ROW = 80
MAX_BRACKET_WORK = 2_000_000
MAX_MARK_WORK = 400_000_000
MAX_CUT_WORK = 4_000_000
MAX_BRACE_WORK = 100_000_000
MAX_TICK_WORK = 40_000_000

_MARKER = re.compile(r"\s*(?:[-+*:](?=\s|$)\s*|\d+[.)](?=\s|$)\s*|>\s*|\[\^[^\]]*\]:\s*)")
_PREFIX = re.compile(r"[ >]*(?:(?:[-+*]|\d+[.)]) +)*[ >]*")
_CUT = re.compile(r"#|!!!|: |\[[^\]]*\]:\s*$|[-=_*][-=_* ]*$")
_RULE = frozenset(" >-+=_*")
_SEPARATOR = frozenset(" >|:-")
_LIST_ITEM = re.compile(r" {0,3}([-+*]|\d+[.)]) +")
_QUOTE = re.compile(r"[\"']")
_BRACKET = re.compile(r"\\.|[\[\]()]", re.DOTALL)
# Most texts: every line starts with a letter, so none is a list, table, heading or rule, and there
# are no brackets. Below the length of _SHORT, no number of formatting characters is too many.
_HARMLESS = re.compile(r"(?:[^\W\d_][^\[\](){}|`\n]*+(?:\n++|\Z))*+")
_SHORT = min(STANDARD.body // 4, int(MAX_MARK_WORK**0.5))
_INLINE_MARK = re.compile(r"[\\`*_\[\]<&!~]")


LONG = 16_000
DENSE_FROM = 1_000
_MARKS = "[]()<>*_`\\{}|!#&~"


def is_risky(text: str) -> bool:
    """Whether a text may be slow, so that it is rendered in another process.

    It is if it is long, or if every fourth character is a formatting character. An ordinary site
    has no such text, and so starts no other process.
    """
    size = len(text)
    if size > LONG:
        return True
    return size > DENSE_FROM and sum(map(text.count, _MARKS)) * 4 > size


def refusal_reason(text: str, budget: Budget = STANDARD) -> str:
    """Why this text is not rendered as Markdown, or an empty string."""
    if len(text) < _SHORT and _HARMLESS.fullmatch(text):
        return ""
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > budget.body:
        return f"the text has {size:,} bytes; the limit is {budget.body:,}"
    if text.count("[^") > MAX_FOOTNOTE_MARKS:
        return f"more than {MAX_FOOTNOTE_MARKS} footnote markers"
    chunks = tuple(_chunks(text))
    lines = tuple(itertools.chain.from_iterable(chunks))
    return _excess_of_blocks(chunks, lines, budget) or _excess_of_inline_text(chunks)


def _excess_of_blocks(chunks: Sequence[Sequence[str]], lines: Sequence[str], budget: Budget) -> str:
    """What there is too much of in the blocks of a text, or an empty string."""
    if max(map(_depth, lines), default=0) > MAX_DEPTH:
        return f"lists or quotes nested deeper than {MAX_DEPTH}"
    if sum(map(_table_cells, chunks)) > budget.cells:
        return f"tables of more than {budget.cells:,} cells"
    if max(map(_definitions, chunks), default=0) > MAX_DEFINITIONS_IN_A_ROW:
        return f"more than {MAX_DEFINITIONS_IN_A_ROW} definitions without a blank line between them"
    if sum(map(_cut_work, chunks)) > MAX_CUT_WORK:
        return "too many headings or rules without a blank line between them"
    if sum(map(_tick_work, lines)) > MAX_TICK_WORK:
        return "too many backticks on one line"
    if sum(map(_brace_work, lines)) > MAX_BRACE_WORK:
        return "too many braces on one line"
    return ""


def _excess_of_inline_text(chunks: Sequence[Sequence[str]]) -> str:
    """What there is too much of in the paragraphs and list items of a text, or an empty string."""
    runs = ["\n".join(lines) for chunk in chunks for lines in _items(chunk)]
    if sum(map(_mark_work, runs)) > MAX_MARK_WORK:
        return "too many formatting characters such as `*` or backslashes in one paragraph"
    brackets = 0
    for run in runs:
        work, depth = _bracket_work(run)
        brackets += work
        if depth > MAX_DEPTH:
            return f"brackets nested deeper than {MAX_DEPTH}"
        if brackets > MAX_BRACKET_WORK:
            return "too many unmatched brackets"
    return ""


def _chunks(text: str) -> Iterator[tuple[str, ...]]:
    """Groups of lines without a blank line between them, and without fenced code."""
    plain = without_markers(text)
    lines = plain.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for fence in fences(lines):
        after = fence.last + 1
        lines[fence.first : after] = [""] * (after - fence.first)
    chunk: list[str] = []
    for line in (*lines, ""):
        if line.strip(" \t"):
            chunk.append(line.expandtabs(4))
        elif chunk:
            yield tuple(chunk)
            chunk = []


def _items(chunk: Sequence[str]) -> Iterator[Sequence[str]]:
    """The items of a list, split as Python-Markdown does; anything else as one item."""
    first = _LIST_ITEM.match(chunk[0])
    if first is None:
        yield chunk
        return
    ordered, item = first[1][0].isdecimal(), [chunk[0]]
    for line in chunk[1:]:
        match = _LIST_ITEM.match(line)
        if match and match[1][0].isdecimal() == ordered:
            yield item
            item = []
        item.append(line)
    yield item


def _depth(line: str) -> int:
    """The deepest nesting of a line: its steps of indentation, and the markers it starts with."""
    indent = len(line) - len(line.lstrip(" "))
    depth, position = indent // 4, 0
    while depth <= MAX_DEPTH and (marker := _MARKER.match(line, position)):
        depth, position = depth + 1, marker.end()
    return depth


def _table_cells(chunk: Sequence[str]) -> int:
    """The cells of a table after every row is filled up to the widest separator row."""
    if len(chunk) < 2:
        return 0
    widest = 0
    for line in chunk:
        if "|" in line and "-" in line and _SEPARATOR.issuperset(line):
            row = line.strip(" >")
            inner = row.count("|") - row.startswith("|") - row.endswith("|")
            widest = max(widest, inner + 1)
    return widest * len(chunk)


def _definitions(chunk: Sequence[str]) -> int:
    return sum(1 for line in chunk if line.lstrip(" >").startswith(": "))


def _cut_work(chunk: Sequence[str]) -> int:
    """The lines copied to split off the headings and rules of a chunk."""
    cuts = sum(map(_is_cut, chunk))
    if not cuts:
        return 0
    deepest = max(map(_depth, chunk))
    return cuts * len(chunk) * (1 + deepest)


def _is_cut(line: str) -> bool:
    if _RULE.issuperset(line):
        return True
    prefix = _PREFIX.match(line)
    start = prefix.end() if prefix else 0
    return _CUT.match(line, start) is not None


def _tick_work(line: str) -> int:
    ticks = line.count("`")
    return ticks * (ticks + line.count("|"))


def _brace_work(line: str) -> int:
    return line.count("{") * len(line)


def _mark_work(run: str) -> int:
    return len(run) * len(_INLINE_MARK.findall(run))


def _bracket_work(run: str) -> tuple[int, int]:
    """The characters read to pair the brackets of a run, and how deep the brackets nest."""
    size = len(run)
    work = deepest = 0
    squares: list[int] = []
    depths: list[int] = []
    rounds: list[int] = []
    for match in _BRACKET.finditer(run):
        at, mark = match.start(), match[0]
        if mark == "[":
            squares.append(at)
            depths.append(0)
        elif mark == "]" and squares:
            work += at - squares.pop()
            depth = depths.pop() + 1
            deepest = max(deepest, depth)
            if depths:
                depths[-1] = max(depths[-1], depth)
        elif mark == "(":
            rounds.append(at)
        elif mark == ")" and rounds:
            opening = rounds.pop()
            if run.startswith("]", opening - 1):
                end = at if _title_ends(run[opening + 1 : at]) else size
                work += end - opening
        if work > MAX_BRACKET_WORK:
            break
    links = [at for at in rounds if at and run[at - 1] == "]"]
    work += sum(size - at for at in (*squares, *links))
    return work, deepest


def _title_ends(destination: str) -> bool:
    """Whether the first quote in `address "title"` is closed at the end.

    If it is not, the parser reads on to look for it.
    """
    quote = _QUOTE.search(destination)
    if quote is None:
        return True
    written = destination.rstrip()
    return written.endswith(quote[0]) and quote.start() < len(written) - 1
