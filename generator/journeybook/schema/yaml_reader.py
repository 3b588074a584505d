"""Read YAML as nodes with places: every scalar stays text, whatever it looks like.

PyYAML's event stream (libyaml where present) is bound by hand, which keeps line and column of every
key and value and refuses what YAML allows but hurts: repeated keys, anchors, aliases, tags,
directives, several documents, and depth or size that no author reaches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from journeybook.budget import STANDARD, Budget
from journeybook.diagnostics import Diagnostic, Related
from journeybook.faults import fault
from journeybook.schema.decode import CONTROL
from journeybook.text import Source, Span

_LOADER = getattr(yaml, "CLoader", yaml.Loader)
HAS_LIBYAML = hasattr(yaml, "CLoader")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as text; `plain` where it was written without quotes."""

    text: str
    span: Span
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of values."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` line of a table."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Table:
    """Keys and values in the order written."""

    entries: tuple[Entry, ...]
    span: Span


Node = Scalar | Listing | Table


def read_yaml(
    source: Source, first_line: int, last_line: int, budget: Budget = STANDARD
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Read the lines `first_line..last_line` of a file (both counted from 1 and included) as one
    YAML value.

    Returns None and no finding for empty text. Never raises for content: what cannot be read is a
    finding, and the value read so far is given up.
    """
    lines = source.lines[first_line - 1 : last_line]
    text = "\n".join(lines) + "\n"
    early = tuple(_tabs(source, first_line, lines))
    if early:
        return None, early
    reader = _Reader(source, first_line, budget)
    try:
        root = reader.document(text)
    except _RefusedError as refused:
        return None, (*reader.findings, refused.diagnostic)
    except yaml.YAMLError as error:
        return None, (*reader.findings, _syntax(source, first_line, error))
    findings = [*reader.findings, *_cut_by_comment(source, root)]
    return root, tuple(findings)


class _RefusedError(Exception):
    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class _Reader:
    """Pulls events and builds nodes; holds only the findings and the budget of one document."""

    def __init__(self, source: Source, first_line: int, budget: Budget) -> None:
        self.source = source
        self.budget = budget
        self.offset = first_line - 1
        self.findings: list[Diagnostic] = []
        self.nodes = 0
        self.documents = 0

    def document(self, text: str) -> Node | None:
        events = iter(yaml.parse(text, Loader=_LOADER))
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1 or event.version or event.tags:
                    raise self.refused(
                        event,
                        "front matter must be a single YAML document without `%` or `---` lines",
                    )
            elif isinstance(event, yaml.NodeEvent):
                root = self.node(event, events, 1)
        return root

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        self.nodes += 1
        if self.nodes > self.budget.yaml_values:
            raise self.too_much(
                event, f"more than {self.budget.limit_text('yaml_values')} values in one file"
            )
        if depth > self.budget.yaml_depth:
            raise self.too_much(
                event, f"nesting deeper than {self.budget.limit_text('yaml_depth')} levels"
            )
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.refused(
                event, "anchors and aliases (`&` and `*`) are not supported; write the value out"
            )
        tag = getattr(event, "tag", None)
        if tag and not (isinstance(event, yaml.ScalarEvent) and tag == "!"):
            raise self.refused(
                event, f"tags such as `{tag}` are not supported; write the plain value"
            )
        if isinstance(event, yaml.ScalarEvent):
            if len(event.value) > self.budget.yaml_value:
                raise self.too_much(
                    event, f"a value longer than {self.budget.limit_text('yaml_value')}"
                )
            self.refuse_control(event)
            return Scalar(event.value, self.span(event, event), not event.style)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            for item in events:
                if isinstance(item, yaml.SequenceEndEvent):
                    return Listing(tuple(items), self.span(event, item))
                items.append(self.node(item, events, depth + 1))
        if isinstance(event, yaml.MappingStartEvent):
            return self.table(event, events, depth)
        raise self.refused(event, "invalid YAML")  # pragma: no cover - no other node event exists

    def table(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Table:
        entries: dict[str, Entry] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return Table(tuple(entries.values()), self.span(start, event))
            key = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                raise self.refused(event, "a key must be a word or phrase, not a list or a mapping")
            if key.text in entries:
                first = entries[key.text].key.span
                self.findings.append(
                    fault(
                        "JB111",
                        key.span,
                        (
                            f"the key `{key.text}` appears twice (lines {first.line} and "
                            f"{key.span.line})"
                        ),
                        "keep one of the two lines",
                        related=(Related(first, "first used here"),),
                    )
                )
                continue
            entries[key.text] = Entry(key, value)
            if len(entries) > self.budget.yaml_keys:
                raise self.too_much(
                    event, f"more than {self.budget.limit_text('yaml_keys')} keys in one table"
                )
        raise self.refused(start, "invalid YAML")  # pragma: no cover - events always close

    def refuse_control(self, event: yaml.ScalarEvent) -> None:
        """Escapes such as `\\0` in double quotes make characters that the text of a file may not
        hold either."""
        match = CONTROL.search(event.value) if event.style == '"' else None
        if match:
            name = f"U+{ord(match[0]):04X}"
            message = f"control character {name} in a quoted value"
            raise _RefusedError(
                fault("JB103", self.span(event, event), message, "remove the `\\` escape")
            )

    def span(self, start: yaml.Event, end: yaml.Event) -> Span:
        first, last = start.start_mark, end.end_mark
        assert first is not None  # events of a text that is parsed always carry marks
        assert last is not None
        line, column = first.line + 1 + self.offset, first.column + 1
        end_line, end_column = last.line + 1 + self.offset, last.column + 1
        if end_column == 1 and end_line > line:  # block values end at the start of a later line
            end_line = min(end_line - 1, len(self.source.lines))
            while end_line > line and not self.source.line(end_line).strip():
                end_line -= 1
            end_column = len(self.source.line(end_line).rstrip()) + 1
        return Span(self.source.path, line, column, end_line, end_column)

    def refused(self, event: yaml.Event, message: str) -> _RefusedError:
        return _RefusedError(fault("JB112", self.span(event, event), message))

    def too_much(self, event: yaml.Event, message: str) -> _RefusedError:
        return _RefusedError(
            fault("JB113", self.span(event, event), message, "split it into smaller files")
        )


def _tabs(source: Source, first_line: int, lines: tuple[str, ...]) -> Iterator[Diagnostic]:
    for number, line in enumerate(lines, first_line):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and line.strip():
            column = indent.index("\t") + 1
            yield fault(
                "JB105",
                Span(source.path, number, column, number, column + 1),
                f"line {number} is indented with a tab",
                "indent with spaces",
            )


# libyaml's texts, in the words of an author. The first pattern that is found in the problem wins.
_NEVER_CLOSED = ("found unexpected end of stream", "',' or ']'", "',' or '}'")
_SENTENCES: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "this value contains a second `: `",
        'put the value in quotes: key: "a: b"',
    ),
    (
        "did not find expected key",
        "this line does not match the indentation above it",
        "check its indentation and quotes",
    ),
    ("could not find expected ':'", "a key without a colon", "write `key: value`"),
    (
        "did not find expected ',' or ']'",
        "a list in `[ ]` is not closed, or a comma is missing",
        "close it with `]`",
    ),
    (
        "did not find expected ',' or '}'",
        "a table in `{ }` is not closed, or a comma is missing",
        "close it with `}`",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark is not closed",
        "close the quotation",
    ),
    ("found undefined tag handle", "a value starts with `!`", "put the value in quotes"),
    ("found undefined alias", "a value starts with `*`", "put the value in quotes"),
    (
        "cannot start any token",
        "a value starts with a character reserved in YAML",
        "put the value in quotes",
    ),
    (
        "found unknown escape character",
        "an unknown `\\` sequence in a quoted value",
        "use single quotes, or write `\\\\`",
    ),
    (
        "did not find expected alphabetic",
        "a value starts with `&`, `*` or `!`",
        "put the value in quotes",
    ),
    (
        "block sequence entries are not allowed",
        "a `- ` list starts in the middle of a line",
        "start it on a new line",
    ),
    (
        "expected <block end>",
        "this line does not match the indentation above it",
        "check its indentation",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not belong to the list above",
        "check its indentation",
    ),
    (
        "escape code",
        "an unknown `\\` sequence in a quoted value",
        "use single quotes, or write `\\\\`",
    ),
    (
        "<document start>",
        "a line starts with `%`, which is reserved in YAML",
        "put the value in quotes",
    ),
    ("found a tab character", "found a tab where spaces are expected", "indent with spaces"),
)


def _syntax(source: Source, first_line: int, error: yaml.YAMLError) -> Diagnostic:
    problem = f"{getattr(error, 'problem', '') or ''} {getattr(error, 'context', '') or ''}"
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None or (opened and any(text in problem for text in _NEVER_CLOSED)):
        mark = opened
    line = min((mark.line if mark else 0) + first_line, len(source.lines))
    column = min((mark.column if mark else 0) + 1, len(source.line(line)) + 1)
    if (
        "<document start>" in problem
    ):  # libyaml stops somewhere behind the line that starts with `%`
        line = next((at for at in range(first_line, line) if source.line(at).startswith("%")), line)
    before = source.line(line)[: column - 1]
    for pattern, message, hint in _SENTENCES:
        if pattern in problem:
            if (
                pattern == "mapping values are not allowed"
                and before[:1] == " "
                and ": " not in before
            ):
                message, hint = (
                    "this line is indented, so it continues the line above",
                    "remove the spaces at the start of the line",
                )
            return fault("JB110", Span(source.path, line, column, line, column + 1), message, hint)
    return fault(
        "JB110",
        Span(source.path, line, column, line, column + 1),
        "invalid YAML",
        "check its quotes and indentation",
    )


_COMMENT = re.compile(r"[ \t]+#(?=\S)")


def _cut_by_comment(source: Source, root: Node | None) -> Iterator[Diagnostic]:
    """Unquoted values that a ` #` has cut short, unless the `#` is followed by a space as comments
    are."""
    for scalar in _plain_scalars(root):
        span = scalar.span
        rest = source.line(span.end_line)[span.end_column - 1 :]
        match = _COMMENT.match(rest)
        if match and scalar.text:
            whole = (
                f'"{source.line(span.line)[span.column - 1 :].strip()}"'
                if span.line == span.end_line
                else ""
            )
            start = span.end_column + match.end() - 1
            yield fault(
                "JB114",
                Span(
                    source.path,
                    span.end_line,
                    start,
                    span.end_line,
                    span.end_column + len(rest.rstrip()),
                ),
                f"everything from `{rest.strip()[:20]}` on is treated as a comment",
                f"put the value in quotes: {whole}" if whole else "put the value in quotes",
            )


def _plain_scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        if node.plain:
            yield node
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _plain_scalars(item)
    elif isinstance(node, Table):
        for entry in node.entries:
            yield from _plain_scalars(entry.value)
