"""Findings as text, as JSON and as HTML."""

from __future__ import annotations

import json

from journeybook.diagnostics import Diagnostic, Related, Severity
from journeybook.report.excerpt import WIDTH, excerpt
from journeybook.report.machine import as_json
from journeybook.report.overlay import MOST_SHOWN, overlay
from journeybook.report.terminal import TerminalStyle, render, render_one, summary
from journeybook.text import Source, Span, display_width

PATH = "content/journeys/ines/crm.md"
LINES = ["x"] * 41 + ["- touchpoint: demo-cal", "second", "third", "fourth"]
SOURCES = {PATH: Source(PATH, "\n".join(LINES))}


def finding(
    span: Span, message: str = "unknown touchpoint `demo-cal`", **more: object
) -> Diagnostic:
    return Diagnostic(
        "JB102", Severity.ERROR, message, span, **{"hint": "did you mean `demo-call`?", **more}
    )  # type: ignore[arg-type]


def line_of(text: str, column: int, end: int) -> list[str]:
    """The source line and the marks below it, of a one-line file."""
    shown = render_one(
        finding(Span("a.md", 1, column, 1, end), hint=""), {"a.md": Source("a.md", text)}
    )
    return shown.split("\n")[3:5]


def test_a_finding_with_its_source_line_and_hint() -> None:
    assert render_one(finding(Span(PATH, 42, 15, 42, 23)), SOURCES) == (
        "error[JB102] unknown-reference: unknown touchpoint `demo-cal`\n  --> content/journeys/ines/crm.md:42:15\n   |\n42 | - touchpoint: demo-cal\n   |               ^^^^^^^^ did you mean `demo-call`?\n   = journeybook explain JB102\n"
    )


def test_at_most_three_source_lines() -> None:
    shown = render_one(finding(Span(PATH, 42, 15, 45, 3)), SOURCES)
    assert "44 | third" in shown
    assert "fourth" not in shown


def test_a_finding_without_its_source_keeps_its_hint() -> None:
    assert "\n  = did you mean `demo-call`?\n" in render_one(
        finding(Span("b.md", 4, 1, 4, 2)), SOURCES
    )


def test_related_places_are_shown_with_their_lines() -> None:
    other = Related(Span(PATH, 43, 1, 43, 7), "first used here")
    shown = render_one(finding(Span(PATH, 42, 15, 42, 23), related=(other,)), SOURCES)
    assert (
        "  ::: content/journeys/ines/crm.md:43:1\n   |\n43 | second\n   | ------ first used here\n"
        in shown
    )
    nowhere = Related(Span("b.md", 3, 1, 3, 2), "first used here")
    assert "= first used here: b.md:3:1" in render_one(
        finding(Span(PATH, 42, 15, 42, 23), related=(nowhere,)), SOURCES
    )


def test_wide_characters_take_two_cells_and_combining_marks_none() -> None:
    source, marks = line_of("旅程: demo", 5, 9)
    assert source.index("demo") == 8
    assert display_width(source[:8]) == 10
    assert marks == "  |       ^^^^"
    assert line_of("旅程", 1, 3)[1] == "  | ^^^^"
    assert line_of("e\u0301te\u0301 ici", 7, 10)[1] == "  |     ^^^"


def test_tabs_are_expanded_and_hidden_characters_spelled_out() -> None:
    assert line_of("\tab", 2, 4) == ["1 |     ab", "  |     ^^"]
    source, marks = line_of("a\x1b[31mb\u202ec", 8, 9)
    assert source == "1 | a<U+001B>[31mb<U+202E>c"
    assert marks == "  | " + " " * 14 + "^" * 8
    assert "\x1b" not in render_one(
        finding(Span("\x1b.md", 1, 1, 1, 2), "bad \x1b[2J", hint="\u202e"), {}
    )


def test_a_long_line_is_cut_around_the_place() -> None:
    part = excerpt("a" * 5000 + "XX" + "b" * 5000, 5001, 5003)
    assert display_width(part.text) <= WIDTH + 1
    assert part.text[part.start : part.start + part.width] == "XX"
    assert excerpt("short", 90, 95).width == 1


def test_colour_only_on_request_and_paths_with_the_prefix() -> None:
    span = Span(PATH, 42, 15, 42, 23)
    assert "\x1b" not in render([finding(span)], SOURCES)
    coloured = render([finding(span)], SOURCES, TerminalStyle(colour=True, prefix="../"))
    assert coloured.startswith("\x1b[1;31merror[JB102]\x1b[0m")
    assert "../content/journeys" in coloured


def test_the_summary_counts() -> None:
    error = finding(Span(PATH, 1, 1, 1, 2))
    warning = Diagnostic("JB201", Severity.WARNING, "m", error.span)
    assert (
        summary([error, error, error, warning, warning], 41) == "3 errors, 2 warnings in 41 files"
    )
    assert summary([warning], 1) == "1 warning in 1 file"
    assert summary([], 3) == "no findings in 3 files"


def test_json_has_every_key_and_no_other() -> None:
    made = json.loads(as_json([finding(Span(PATH, 42, 15, 42, 23))], 2))
    assert made["counts"] == {"errors": 1, "warnings": 0, "infos": 0, "files": 2}
    (one,) = made["findings"]
    assert (one["code"], one["name"], one["line"], one["end_column"]) == (
        "JB102",
        "unknown-reference",
        42,
        23,
    )


def test_the_overlay_escapes_and_covers_nothing_for_warnings() -> None:
    bad = finding(Span(PATH, 42, 15, 42, 23), "<img src=x onerror=alert(1)>", hint='"&<b>')
    made = overlay([bad], SOURCES)
    assert "<img" not in made
    assert "&lt;img src=x" in made
    assert "crm.md:42:15" in made
    assert overlay([Diagnostic("JB201", Severity.WARNING, "m", bad.span)], SOURCES) == ""
    many = [finding(Span(PATH, 1, at, 1, at + 1)) for at in range(1, MOST_SHOWN + 4)]
    assert "and 3 more" in overlay(many, SOURCES)
