"""Read YAML into nodes with spans. Every scalar stays text, whatever it looks like.

Nodes are built from the events of PyYAML (with libyaml if it is there). This keeps the line and
column of every key and value, and refuses parts of YAML that do harm: repeated keys, anchors,
aliases, tags, directives, several documents, and depth or size beyond the budget.
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
    """One value as text; `plain` if it was written without quotes."""

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
    """One `key: value` line of a mapping."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping: keys and values in the order written."""

    entries: tuple[Entry, ...]
    span: Span


Node = Scalar | Listing | Table


def read_yaml(
    source: Source, first_line: int, last_line: int, budget: Budget = STANDARD
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Read the lines from `first_line` to `last_line` of a file, counted from 1, as one YAML value.

    Returns None without a finding for an empty text. Never raises an error because of the content:
    a text that cannot be read gives None and findings.
    """
    lines = source.lines[first_line - 1 : last_line]
    text = "\n".join(lines) + "\n"
    tabs = tuple(_tabs(source, first_line, lines))
    if tabs:
        return None, tabs
    reader = _Reader(source, first_line, budget)
    try:
        root = reader.document(text)
    except _RefusedError as refused:
        return None, (*reader.findings, refused.diagnostic)
    except yaml.YAMLError as error:
        return None, (*reader.findings, reader.syntax_error(error))
    findings = [*reader.findings, *_cut_by_comment(source, root)]
    return root, tuple(findings)


class _RefusedError(Exception):
    """Stops reading with a finding."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class _Reader:
    """Builds the nodes of one document from its events."""

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
        budget = self.budget
        self.nodes += 1
        if self.nodes > budget.yaml_values:
            limit = budget.limit_text("yaml_values")
            raise self.beyond_limit(event, f"more than {limit} values in one file")
        if depth > budget.yaml_depth:
            raise _RefusedError(self.too_deep(self.span(event, event)))
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            message = "anchors and aliases (`&` and `*`) are not supported; write the value out"
            raise self.refused(event, message)
        tag = getattr(event, "tag", None)
        if tag and not (isinstance(event, yaml.ScalarEvent) and tag == "!"):
            message = f"tags such as `{tag}` are not supported; write the plain value"
            raise self.refused(event, message)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.listing(event, events, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self.table(event, events, depth)
        raise self.refused(event, "invalid YAML")  # pragma: no cover - no other node event exists

    def scalar(self, event: yaml.ScalarEvent) -> Scalar:
        if len(event.value) > self.budget.yaml_value:
            limit = self.budget.limit_text("yaml_value")
            raise self.beyond_limit(event, f"a value longer than {limit}")
        self.refuse_control(event)
        return Scalar(event.value, self.span(event, event), not event.style)

    def listing(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Listing:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return Listing(tuple(items), self.span(start, event))
            items.append(self.node(event, events, depth + 1))
        raise self.refused(start, "invalid YAML")  # pragma: no cover - events always close

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
                self.findings.append(_key_twice(key, entries[key.text].key.span))
                continue
            entries[key.text] = Entry(key, value)
            if len(entries) > self.budget.yaml_keys:
                limit = self.budget.limit_text("yaml_keys")
                raise self.beyond_limit(event, f"more than {limit} keys in one mapping")
        raise self.refused(start, "invalid YAML")  # pragma: no cover - events always close

    def refuse_control(self, event: yaml.ScalarEvent) -> None:
        """Refuse control characters written as escapes in double quotes, such as `\\0`."""
        match = CONTROL.search(event.value) if event.style == '"' else None
        if match:
            message = f"control character U+{ord(match[0]):04X} in a quoted value"
            span = self.span(event, event)
            raise _RefusedError(fault("JB103", span, message, "remove the `\\` escape"))

    def span(self, start: yaml.Event, end: yaml.Event) -> Span:
        first, last = start.start_mark, end.end_mark
        assert first is not None  # the events of a parsed text always have marks
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

    def beyond_limit(self, event: yaml.Event, message: str) -> _RefusedError:
        return _RefusedError(_beyond_limit(self.span(event, event), message))

    def too_deep(self, span: Span) -> Diagnostic:
        limit = self.budget.limit_text("yaml_depth")
        return _beyond_limit(span, f"nesting deeper than {limit} levels")

    def syntax_error(self, error: yaml.YAMLError) -> Diagnostic:
        """An error of the parser as a finding."""
        if not isinstance(error, yaml.MarkedYAMLError):
            error = yaml.MarkedYAMLError()
        problem = f"{error.problem or ''} {error.context or ''}"
        span = self.place_of_error(error, problem)
        if _TOO_DEEP_FOR_PARSER in problem:
            return self.too_deep(span)
        before = self.source.line(span.line)[: span.column - 1]
        if _SECOND_COLON in problem and before[:1] == " " and ": " not in before:
            message = "this line is indented, so it continues the line above"
            hint = "remove the spaces at the start of the line"
            return fault("JB110", span, message, hint)
        for pattern, message, hint in _SENTENCES:
            if pattern in problem:
                return fault("JB110", span, message, hint)
        return fault("JB110", span, "invalid YAML", "check its quotes and indentation")

    def place_of_error(self, error: yaml.MarkedYAMLError, problem: str) -> Span:
        source, mark = self.source, error.problem_mark
        is_never_closed = any(text in problem for text in _NEVER_CLOSED)
        if mark is None or (error.context_mark and is_never_closed):
            mark = error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        line = min(line + 1 + self.offset, len(source.lines))
        column = min(column, len(source.line(line))) + 1
        if _DIRECTIVE in problem:  # libyaml stops somewhere after the line that starts with `%`
            numbers = range(1 + self.offset, line)
            line = next((at for at in numbers if source.line(at).startswith("%")), line)
        return Span(source.path, line, column, line, column + 1)


def _beyond_limit(span: Span, message: str) -> Diagnostic:
    return fault("JB113", span, message, "split it into smaller files")


def _key_twice(key: Scalar, first: Span) -> Diagnostic:
    lines = f"lines {first.line} and {key.span.line}"
    return fault(
        "JB111",
        key.span,
        f"the key `{key.text}` appears twice ({lines})",
        "keep one of the two lines",
        related=(Related(first, "first used here"),),
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


_TOO_DEEP_FOR_PARSER = "exceeded maximum nesting depth"
"""libyaml 0.2.6, which PyYAML 6.0.4 has, counts levels itself and stops at 1,000."""

# The messages of libyaml, translated for authors. The first pattern in the problem applies.
_SECOND_COLON = "mapping values are not allowed"
_DIRECTIVE = "<document start>"
_NEVER_CLOSED = ("found unexpected end of stream", "',' or ']'", "',' or '}'")
_SENTENCES: tuple[tuple[str, str, str], ...] = (
    (
        _SECOND_COLON,
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
        "a mapping in `{ }` is not closed, or a comma is missing",
        "close it with `}`",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark is not closed",
        "add the closing quotation mark",
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
        _DIRECTIVE,
        "a line starts with `%`, which is reserved in YAML",
        "put the value in quotes",
    ),
    ("found a tab character", "found a tab where spaces are expected", "indent with spaces"),
)


_COMMENT = re.compile(r"[ \t]+#(?=\S)")


def _cut_by_comment(source: Source, root: Node | None) -> Iterator[Diagnostic]:
    """Report unquoted values cut off by ` #`, except where a space follows, as in a comment."""
    for scalar in _plain_scalars(root):
        span = scalar.span
        line = span.end_line
        rest = source.line(line)[span.end_column - 1 :]
        match = _COMMENT.match(rest)
        if match:
            hint = "put the value in quotes"
            if span.line == line:
                hint += f': "{source.line(line)[span.column - 1 :].strip()}"'
            start = span.end_column + match.end() - 1
            end = span.end_column + len(rest.rstrip())
            message = f"everything from `{rest.strip()[:20]}` on is treated as a comment"
            yield fault("JB114", Span(source.path, line, start, line, end), message, hint)


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
