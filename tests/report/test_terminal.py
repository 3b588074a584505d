"""How findings look at a terminal."""

from __future__ import annotations

from journeybook.diagnostics import Diagnostic, Related, Severity
from journeybook.report.overlay import overlay
from journeybook.report.terminal import summary, terminal
from journeybook.text import Source, Span

SOURCE = Source("content/pages/a.md", "---\ntitle: 旅程 demo-cal\n\tx: \u202edemo\n---\n")


def finding(
    span: Span, message: str = "no touchpoint is called `demo-cal`", hint: str = "did you mean `demo-call`?"
) -> Diagnostic:
    return Diagnostic("JB102", Severity.ERROR, message, span, hint)


def shown(diagnostic: Diagnostic, *, colour: bool = False) -> str:
    return terminal([diagnostic], {SOURCE.path: SOURCE}, colour=colour)


def test_the_caret_stands_below_the_word_also_behind_wide_characters() -> None:
    assert shown(finding(Span(SOURCE.path, 2, 11, 2, 19))) == (
        "error[JB102] unknown-reference: no touchpoint is called `demo-cal`\n"
        "  --> content/pages/a.md:2:11\n"
        "  |\n"
        "2 | title: 旅程 demo-cal\n"
        "  |             ^^^^^^^^ did you mean `demo-call`?\n"
        "   = journeybook explain JB102"
    )


def test_hidden_characters_are_shown_by_name() -> None:
    text = shown(finding(Span(SOURCE.path, 3, 5, 3, 6), message="hidden \x1b[31m here"))
    assert "\x1b" not in text
    assert "<U+202E>demo" in text
    assert "\t" not in text


def test_a_related_place_is_shown_too() -> None:
    first = Related(Span(SOURCE.path, 2, 1, 2, 6), "first written here")
    text = shown(Diagnostic("JB111", Severity.ERROR, "twice", Span(SOURCE.path, 3, 2, 3, 3), "", (first,)))
    assert "::: content/pages/a.md:2:1" in text
    assert "^^^^^ first written here" in text


def test_a_finding_without_a_line_still_has_its_place_and_hint() -> None:
    text = terminal([finding(Span.start_of("gone.md"))], {}, colour=False)
    assert "--> gone.md:1:1" in text
    assert "= did you mean `demo-call`?" in text


def test_colour_only_when_asked() -> None:
    assert "\x1b[1;31m" in shown(finding(Span(SOURCE.path, 2, 11, 2, 19)), colour=True)


def test_very_long_lines_are_cut_around_the_word() -> None:
    long = Source("a.md", "x" * 5000 + "demo" + "y" * 5000)
    text = terminal([finding(Span("a.md", 1, 5001, 1, 5005))], {"a.md": long}, colour=False)
    assert max(map(len, text.splitlines())) < 260
    assert "^^^^" in text


def test_the_summary_counts() -> None:
    assert summary([], 1) == "no findings in 1 file"
    two = [finding(Span.start_of("a")), finding(Span.start_of("b"))]
    assert summary(two, 41) == "2 errors in 41 files"


def test_the_overlay_is_escaped_and_only_for_errors() -> None:
    made = overlay([finding(Span.start_of("a.md"), message="<script>alert(1)</script>")], {})
    assert "<script>" not in made
    assert "&lt;script&gt;" in made
    warning = Diagnostic("JB162", Severity.WARNING, "x", Span.start_of("a.md"))
    assert overlay([warning], {}) == ""
