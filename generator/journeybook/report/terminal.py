"""Findings for people at a terminal.

error[JB102] unknown-reference: unknown touchpoint `demo-cal`
  --> content/journeys/ines/choose-a-crm.md:42:15
   |
42 | - touchpoint: demo-cal
   |               ^^^^^^^^ did you mean `demo-call`?
   = journeybook explain JB102
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from journeybook.diagnostics import Diagnostic, Severity
from journeybook.report.excerpt import excerpt
from journeybook.report.names import name_of
from journeybook.text import Source, Span, visible

MOST_LINES = 3

_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
_QUIET, _STRONG = "2", "1"
_COUNTED = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("info", "infos"),
}


@dataclass(frozen=True, slots=True)
class TerminalStyle:
    """How findings are shown: with or without colour, and the prefix of every path."""

    colour: bool = False
    prefix: str = ""

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour and text else text

    def place(self, span: Span) -> str:
        return visible(f"{self.prefix}{span.file}:{span.line}:{span.column}")


PLAIN = TerminalStyle()


def render(
    findings: Iterable[Diagnostic], sources: Mapping[str, Source], look: TerminalStyle = PLAIN
) -> str:
    """All findings, separated by empty lines; an empty string without any."""
    return "\n".join(render_one(finding, sources, look) for finding in findings)


def render_one(
    finding: Diagnostic, sources: Mapping[str, Source], look: TerminalStyle = PLAIN
) -> str:
    """One finding with its source lines."""
    return "\n".join(_lines(finding, sources, look)) + "\n"


def summary(findings: Iterable[Diagnostic], files: int) -> str:
    """`3 errors, 2 warnings in 41 files`."""
    counts = Counter(finding.severity for finding in findings)
    parts: list[str] = []
    for severity, (one, many) in _COUNTED.items():
        if number := counts[severity]:
            parts.append(f"{number} {one if number == 1 else many}")
    return f"{', '.join(parts) or 'no findings'} in {files} {'file' if files == 1 else 'files'}"


def _lines(
    finding: Diagnostic, sources: Mapping[str, Source], look: TerminalStyle
) -> Iterator[str]:
    colour = _COLOURS[finding.severity]
    name = name_of(finding.code)
    code = look.paint(f"{finding.severity.value}[{finding.code}]", colour)
    head = f"{code} {name}" if name else code
    yield f"{head}: {look.paint(visible(finding.message), _STRONG)}"
    places = (finding.span, *(other.span for other in finding.related))
    gutter = max(len(str(_last_line(place))) for place in places)
    blank = " " * (gutter + 1)
    yield f"{' ' * gutter}{look.paint('-->', _QUIET)} {look.place(finding.span)}"
    shown = list(_source(finding.span, sources, gutter, look, ("^", colour), finding.hint))
    yield from shown
    for other in finding.related:
        below = list(_source(other.span, sources, gutter, look, ("-", _QUIET), other.message))
        if below:
            yield f"{' ' * gutter}{look.paint(':::', _QUIET)} {look.place(other.span)}"
            yield from below
        else:
            yield (
                f"{blank}{look.paint('=', _QUIET)} {visible(other.message)}: "
                f"{look.place(other.span)}"
            )
    if finding.hint and not shown:
        yield f"{blank}{look.paint('=', _QUIET)} {visible(finding.hint)}"
    if name:
        yield f"{blank}{look.paint('=', _QUIET)} journeybook explain {finding.code}"


def _last_line(place: Span) -> int:
    """The highest line number that may be shown of a place."""
    return place.line + MOST_LINES - 1 if place.end_line > place.line else place.line


def _source(
    span: Span,
    sources: Mapping[str, Source],
    gutter: int,
    look: TerminalStyle,
    mark: tuple[str, str],
    words: str,
) -> Iterator[str]:
    """At most three source lines, the first one underlined; none if the source is not available."""
    source = sources.get(span.file)
    line = source.line(span.line) if source else ""
    if source is None or not line.strip():
        return
    sign, style = mark
    bar = look.paint("|", _QUIET)
    part = excerpt(
        line, span.column, span.end_column if span.end_line == span.line else len(line) + 1
    )
    yield f"{' ' * gutter} {bar}"
    yield f"{_number(span.line, gutter, look)} {bar} {part.text}".rstrip()
    marked = look.paint(sign * part.width + (f" {visible(words)}" if words else ""), style)
    yield f"{' ' * gutter} {bar} {' ' * part.start}{marked}"
    for number in range(span.line + 1, min(span.end_line, span.line + MOST_LINES - 1) + 1):
        yield (
            f"{_number(number, gutter, look)} {bar} {excerpt(source.line(number), 1, 1).text}"
        ).rstrip()


def _number(line: int, gutter: int, look: TerminalStyle) -> str:
    return look.paint(f"{line:>{gutter}}", _QUIET)
