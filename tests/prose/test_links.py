"""Links are found where the author wrote them, and not in code."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeybook.prose.links import Link, find_links, find_raw_html
from journeybook.text import Span
from profiles import examples
from prose.strategies import markdown_text


def links(text: str) -> tuple[Link, ...]:
    return find_links(text, file="x.md", first_line=1)


def targets(text: str) -> list[str]:
    return [link.target for link in links(text)]


def slice_of(text: str, span: Span) -> str:
    """The source text at a span, read line by line."""
    lines = text.split("\n")
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    middle = lines[span.line : span.end_line - 1]
    return "\n".join(
        [
            lines[span.line - 1][span.column - 1 :],
            *middle,
            lines[span.end_line - 1][: span.end_column - 1],
        ]
    )


@pytest.mark.parametrize(
    ("written", "kind", "id_", "anchor", "label"),
    [
        ("[[touchpoint:demo-call]]", "touchpoint", "demo-call", "", ""),
        ("[[journey:ines/choose-crm#demo]]", "journey", "ines/choose-crm", "demo", ""),
        ("[[touchpoint:demo-call|the demo]]", "touchpoint", "demo-call", "", "the demo"),
        ("[[touchpoint:demo-call\\|the demo]]", "touchpoint", "demo-call", "", "the demo"),
        ("[[ touchpoint:demo-call ]]", "touchpoint", "demo-call", "", ""),
        ("[[demo-call]]", "", "demo-call", "", ""),
        ("[[#demo]]", "", "", "demo", ""),
        ("[[journey:ines/x#گام-یک]]", "journey", "ines/x", "گام-یک", ""),
    ],
)
def test_a_wiki_link_is_taken_apart(
    written: str, kind: str, id_: str, anchor: str, label: str
) -> None:
    (link,) = links(f"See {written} there.")
    assert (link.form, link.kind, link.id, link.anchor, link.label) == (
        "wiki",
        kind,
        id_,
        anchor,
        label,
    )


@pytest.mark.parametrize(
    ("text", "form", "target"),
    [
        ("[t](a.md)", "markdown", "a.md"),
        ('[t](a.md "title")', "markdown", "a.md"),
        ("[t](<a b.md> 'title')", "markdown", "a b.md"),
        ("[t](my file.md)", "markdown", "my file.md"),
        ("[t](a(b).md)", "markdown", "a(b).md"),
        ("[a [b] c](x.md)", "markdown", "x.md"),
        ("![t](a.png)", "image", "a.png"),
        ("<https://example.org/>", "autolink", "https://example.org/"),
        ("<me@example.org>", "autolink", "me@example.org"),
        ("[ref]: a.md", "markdown", "a.md"),
        ("[ref]: <a.md> 'title'", "markdown", "a.md"),
        ("- item\n- [t](a.md)", "markdown", "a.md"),
        ("- item\n\n    [t](a.md)", "markdown", "a.md"),
        ("text\n    [t](a.md)", "markdown", "a.md"),
        ("> [t](a.md)", "markdown", "a.md"),
        ("| a | [t](a.md) |", "markdown", "a.md"),
        ("[t]()", "markdown", ""),
    ],
)
def test_a_link_is_found_in_each_form(text: str, form: str, target: str) -> None:
    (link,) = links(text)
    assert (link.form, link.target) == (form, target)


@pytest.mark.parametrize(
    "text",
    [
        "`[t](a.md)`",
        "`` `[t](a.md) ``",
        "```\n[t](a.md)\n```",
        "~~~ python\n[[touchpoint:x]]\n~~~",
        "text\n\n    [t](a.md)",
        "- item\n\n        [t](a.md)",
        "\\[t](a.md)",
        "\\[[touchpoint:x]]",
        "[t] (a.md)",
        "[Note]: this is a sentence, not a definition",
        "[^1]: a footnote",
        "[[ ]] and [[|x]]",
        "[t](a.md",
        "a < b and c > d",
    ],
)
def test_code_escapes_and_plain_brackets_hold_no_link(text: str) -> None:
    assert links(text) == ()


def test_code_ends_where_its_fence_ends() -> None:
    assert targets("```\n[no](a.md)\n```\n[yes](b.md)\n\n```\n[open fence](c.md)") == [
        "b.md",
        "c.md",
    ]


def test_the_place_of_a_link_is_the_place_of_its_target() -> None:
    text = "First.\n\nSee سلام [[touchpoint:demo]] and [t](a.md)."
    wiki, markdown = find_links(text, file="x.md", first_line=40)
    assert wiki.span == Span("x.md", 42, 12, 42, 27)
    assert markdown.span == Span("x.md", 42, 38, 42, 42)


def test_a_fact_on_one_line_may_start_at_any_column() -> None:
    (link,) = find_links("[[metric:x]]\n[t](a.md)", file="x.md", first_line=7, first_column=10)[:1]
    assert link.span == Span("x.md", 7, 12, 7, 20)


def test_a_link_inside_a_link_is_found_too() -> None:
    assert targets("[see [[touchpoint:x]] ![p](p.png)](a.md)") == ["touchpoint:x", "p.png", "a.md"]


@given(markdown_text())
def test_every_span_holds_its_target(text: str) -> None:
    for link in links(text):
        assert slice_of(text, link.span) == link.target


@settings(max_examples=examples(50))
@given(markdown_text(), st.integers(1, 1000))
def test_a_first_line_only_moves_the_spans(text: str, first_line: int) -> None:
    moved = find_links(text, file="x.md", first_line=first_line)
    assert [(m.span.line - first_line + 1, m.target) for m in moved] == [
        (m.span.line, m.target) for m in links(text)
    ]


@pytest.mark.parametrize(
    "unit", ["[a", "![", "[](", "[a](b 'c ", "`a", "<!--", "<a", "[[a", "[a](((", " >", "``` a\n"]
)
def test_hostile_brackets_are_read_in_linear_time(unit: str) -> None:
    assert isinstance(links(unit * (60_000 // len(unit))), tuple)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("a <b>c</b> d", ["<b>", "</b>"]),
        ("<img src=x onerror=alert(1)>", ["<img src=x onerror=alert(1)>"]),
        ("a <!-- hidden --> b", ["<!--"]),
        ("`<b>` and \\<b> and <https://x.org> and <me@x.org>", []),
        ("```\n<b>\n```\n\n    <i>", []),
        ("1 < 2 and 3 > 2", []),
        ("<![CDATA[x]]>", ["<![CDATA[x]]>"]),
    ],
)
def test_raw_html_is_found_outside_code(text: str, tags: list[str]) -> None:
    assert [slice_of(text, span) for span in find_raw_html(text, file="x.md", first_line=1)] == tags
