"""Refuse the few texts that would keep Python-Markdown busy for longer than two seconds.

Its costs are known from measurements, and estimated here in one pass over the text, without parsing
it: pairing a bracket looks at every character up to its partner, on the way to none at the whole
paragraph; cutting headings or rules from lines without blank lines between them copies those lines
each time; and so on. The numbers are far above what a person writes.
"""

from __future__ import annotations

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

_MARKER = re.compile(r"\s*(?:[-+*:](?=\s|$)\s*|\d+[.](?=\s|$)\s*|>\s*|\[\^[^\]]*\]:\s*)")
_PREFIX = re.compile(r"[ >]*(?:(?:[-+*]|\d+\.) +)*[ >]*")
_CUT = re.compile(r"#|!!!|: |\[[^\]]*\]:\s*$|[-=_*][-=_* ]*$")
_RULE = frozenset(" >-+=_*")
_SEPARATOR = frozenset(" >|:-")
_LIST_ITEM = re.compile(r" {0,3}([-+*]|\d+\.) +")
_QUOTE = re.compile(r"[\"']")
_BRACKET = re.compile(r"\\.|[\[\]()]", re.DOTALL)
# Most texts: each line begins with a letter, so it is no list, table, heading or rule, and nothing
# is bracketed. Below this length no number of marks is too much.
_HARMLESS = re.compile(r"(?:[^\W\d_][^\[\](){}|`\n]*+(?:\n++|\Z))*+")
_SHORT = min(STANDARD.body // 4, int(MAX_MARK_WORK**0.5))
_INLINE_MARK = re.compile(r"[\\`*_\[\]<&!~]")


LONG = 16_000
DENSE_FROM = 1_000
_MARKS = "[]()<>*_`\\{}|!#&~"


def is_risky(text: str) -> bool:
    """Whether a text is to be laid out in another process: a long one, or one in which every fourth
    character is a mark. An ordinary site has none, so that it starts no process at all."""
    size = len(text)
    return size > LONG or (
        size > DENSE_FROM and sum(text.count(mark) for mark in _MARKS) * 4 > size
    )


def refusal_reason(text: str, budget: Budget = STANDARD) -> str:
    """Why this text is not rendered as Markdown, or ""."""
    if len(text) < _SHORT and _HARMLESS.fullmatch(text):
        return ""
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > budget.body:
        return f"the text has {size:,} bytes; the limit is {budget.body:,}"
    if text.count("[^") > MAX_FOOTNOTE_MARKS:
        return f"more than {MAX_FOOTNOTE_MARKS} footnote markers"
    chunks = tuple(_chunks(text))
    depth = max((_depth(line) for chunk in chunks for line in chunk), default=0)
    if depth > MAX_DEPTH:
        return f"lists or quotes nested deeper than {MAX_DEPTH}"
    if sum(map(_table_cells, chunks)) > budget.cells:
        return f"tables of more than {budget.cells:,} cells"
    if any(
        sum(1 for line in chunk if line.lstrip(" >").startswith(": ")) > MAX_DEFINITIONS_IN_A_ROW
        for chunk in chunks
    ):
        return f"more than {MAX_DEFINITIONS_IN_A_ROW} definitions without a blank line between them"
    if sum(map(_cut_work, chunks)) > MAX_CUT_WORK:
        return "too many headings or rules without a blank line between them"
    if sum(_tick_work(line) for chunk in chunks for line in chunk) > MAX_TICK_WORK:
        return "too many backticks on one line"
    if sum(line.count("{") * len(line) for chunk in chunks for line in chunk) > MAX_BRACE_WORK:
        return "too many braces on one line"
    return _inline_excess(chunks)


def _inline_excess(chunks: Sequence[Sequence[str]]) -> str:
    runs = ["\n".join(lines) for chunk in chunks for lines in _items(chunk)]
    if sum(len(run) * len(_INLINE_MARK.findall(run)) for run in runs) > MAX_MARK_WORK:
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
    """The lines between blank lines, fenced code left out."""
    lines = without_markers(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for fence in fences(lines):
        lines[fence.first : fence.last + 1] = [""] * (fence.last + 1 - fence.first)
    chunk: list[str] = []
    for line in (*lines, ""):
        if line.strip(" \t"):
            chunk.append(line.expandtabs(4))
        elif chunk:
            yield tuple(chunk)
            chunk = []


def _items(chunk: Sequence[str]) -> Iterator[Sequence[str]]:
    """A list cut into its items, as Python-Markdown cuts it; anything else whole."""
    first = _LIST_ITEM.match(chunk[0])
    if first is None:
        yield chunk
        return
    ordered, item = first[1][-1] == ".", [chunk[0]]
    for line in chunk[1:]:
        match = _LIST_ITEM.match(line)
        if match and (match[1][-1] == ".") == ordered:
            yield item
            item = []
        item.append(line)
    yield item


def _depth(line: str) -> int:
    """How deep a line may nest: steps of indentation, and the markers it starts with."""
    depth = (len(line) - len(line.lstrip(" "))) // 4
    position = 0
    while depth <= MAX_DEPTH and (marker := _MARKER.match(line, position)):
        depth, position = depth + 1, marker.end()
    return depth


def _table_cells(chunk: Sequence[str]) -> int:
    """The cells once every row is filled up to the width of the widest separator row."""
    separators = [
        line.strip(" >")
        for line in chunk
        if "|" in line and "-" in line and _SEPARATOR.issuperset(line)
    ]
    widths = [row.count("|") + 1 - row.startswith("|") - row.endswith("|") for row in separators]
    return max(widths, default=0) * len(chunk) if len(chunk) > 1 else 0


def _definitions(chunk: Sequence[str]) -> int:
    return sum(1 for line in chunk if line.lstrip(" >").startswith(": "))


def _cut_work(chunk: Sequence[str]) -> int:
    cuts = sum(1 for line in chunk if _RULE.issuperset(line) or _CUT.match(line, _prefix_end(line)))
    return cuts * len(chunk) * (1 + max(_depth(line) for line in chunk)) if cuts else 0


def _prefix_end(line: str) -> int:
    match = _PREFIX.match(line)
    return match.end() if match else 0


def _tick_work(line: str) -> int:
    ticks = line.count("`")
    return ticks * (ticks + line.count("|"))


def _bracket_work(run: str) -> tuple[int, int]:
    """How many characters pairing the brackets of a run looks at, and how deep they nest."""
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
                work += (at if _title_ends(run[opening + 1 : at]) else len(run)) - opening
        if work > MAX_BRACKET_WORK:
            break
    work += sum(len(run) - at for at in squares)
    work += sum(len(run) - at for at in rounds if at and run[at - 1] == "]")
    return work, deepest


def _title_ends(destination: str) -> bool:
    """Whether the first quote in `address "title"` is closed at the end; else the parser looks
    further for it."""
    quote = _QUOTE.search(destination)
    written = destination.rstrip()
    return quote is None or (written.endswith(quote[0]) and quote.start() < len(written) - 1)
