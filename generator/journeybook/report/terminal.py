"""Findings for a person at a terminal: code, sentence, place, the line with a caret, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from journeybook.checks.explain import explanation
from journeybook.diagnostics import Diagnostic, Severity
from journeybook.text import Source, Span, display_width, visible

_Paint = Callable[[str, str], str]
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_TAB = "    "
WIDTH = 160


def terminal(diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source], *, colour: bool) -> str:
    """All findings as text, an empty line between two."""
    return "\n\n".join(_finding(diagnostic, sources, colour) for diagnostic in diagnostics)


def summary(diagnostics: Sequence[Diagnostic], files: int) -> str:
    """One line that counts: `3 errors, 2 warnings in 41 files`."""
    counts = [(sum(d.severity is severity for d in diagnostics), severity.value) for severity in Severity]
    said = [f"{count} {word}{'s' if count != 1 and word != 'info' else ''}" for count, word in counts if count]
    return f"{', '.join(said) or 'no findings'} in {files} file{'s' if files != 1 else ''}"


def _finding(diagnostic: Diagnostic, sources: Mapping[str, Source], colour: bool) -> str:
    paint = _painter(colour)
    tone = _COLOURS[diagnostic.severity]
    known = explanation(diagnostic.code)
    name = f" {known.name}" if known else ""
    head = paint(f"{diagnostic.severity}[{diagnostic.code}]", f"1;{tone}") + f"{name}: {visible(diagnostic.message)}"
    lines = [head]
    lines += _place(diagnostic.span, sources, paint, tone, visible(diagnostic.hint), "-->")
    for related in diagnostic.related:
        lines += _place(related.span, sources, paint, "36", visible(related.message), ":::")
    lines.append(paint(f"   = journeybook explain {diagnostic.code}", "2"))
    return "\n".join(lines)


def _place(span: Span, sources: Mapping[str, Source], paint: _Paint, tone: str, note: str, arrow: str) -> list[str]:
    gutter = " " * len(str(span.line))
    lines = [f"{gutter} {paint(arrow, '34')} {visible(span.file)}:{span.line}:{span.column}"]
    source = sources.get(span.file)
    if source is None or not source.line(span.line).strip():
        return [*lines, f"{gutter} {paint('=', '34')} {note}"] if note else lines
    text = source.line(span.line)
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(text.rstrip())
    cut = max(0, start - WIDTH // 2) if len(text) > WIDTH else 0
    shown = _shown(text[cut : cut + WIDTH])
    before = display_width(_shown(text[cut:start]))
    marked = max(1, display_width(_shown(text[start : min(end, cut + WIDTH)])))
    bar = paint("|", "34")
    return [
        *lines,
        f"{gutter} {bar}",
        f"{paint(str(span.line), '34')} {bar} {shown}".rstrip(),
        f"{gutter} {bar} {' ' * before}{paint('^' * marked + (f' {note}' if note else ''), tone)}",
    ]


def _shown(text: str) -> str:
    return visible(text.replace("\t", _TAB))


def _painter(on: bool) -> _Paint:
    def paint(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if on else text

    return paint
