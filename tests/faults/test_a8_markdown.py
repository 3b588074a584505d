"""A8: Markdown has the structure that code hosts show; compared with cmark-gfm, which GitHub uses."""

from __future__ import annotations

import cmarkgfm
import pytest
from markdown_structure import structure, text

from journeybook.prose.links import Link, Resolved, find_links, find_raw_html
from journeybook.prose.render import render
from profiles import examples


def html(source: str) -> str:
    def resolve(link: Link) -> Resolved:
        return Resolved("there.html", link.label, "")

    return render(
        source,
        id_prefix="",
        resolve=resolve,
        heading_level=1,
        image=lambda target: f"assets/{target.replace(' ', '-')}",
    ).html


def ours(source: str) -> str:
    return structure(html(source))


def theirs(source: str) -> str:
    return structure(cmarkgfm.github_flavored_markdown_to_html(source))


@pytest.mark.parametrize(
    "source",
    [
        # a list or a table right below a line
        "Text\n- a\n- b",
        "Text\n1. a\n2. b",
        "It was in\n2026. A good year",
        "Text\n| a | b |\n|---|---|\n| 1 | 2 |",
        "| a | b |\n|---|---|\n| 1 | 2 |\n> q",
        # nesting by the width of the marker
        "- a\n  - b\n    - c\n- d",
        "1. a\n   - b\n2. c",
        "10. a\n    - b\n11. c",
        "-   a\n    - b",
        "- - a\n  - b",
        " - a\n - b\n   - c",
        # paragraphs, code, quotes, tables and headings in items
        "- a\n\n  b\n- c",
        "- a\n\n  ```\n  code\n\n  more\n  ```\n- b",
        "- ```\n  x\n  ```\n- b",
        "- a\n\n      code\n- b",
        "- a\n  > q\n- b",
        "- a\n  | a | b |\n  |---|---|\n  | 1 | 2 |",
        "- a\n  ## h\n  b",
        # loose and tight
        "- a\n\n- b",
        "- a\n\n\n- b",
        "- a\n  - b\n\n  c\n- d",
        "- a\n  - b\n\n    c\n- d",
        "- a\n\n  - b\n- c",
        # where lists end and begin
        "- a\nlazy\n- b",
        "- a\n\nb",
        "* a\n* b\n- c",
        "1. a\n1) b",
        "3. c\n4. d",
        "- a\n-\n- c",
        "* * *",
        "- a\n# h",
        "#tag and\n\n# h",
        # quotes
        "> a\n> - b\n> - c\n>\n> d",
        "> a\nlazy",
        "> a\n- b",
        "> a\n\n> b",
        "> ```\n> x\n> ```\n> y",
        # words
        "~~gone~~ and a~b~~",
        "a\\\nb",
        "- [ ] to do\n- [x] done",
    ],
)
def test_a8_the_structure_is_that_of_the_code_host(source: str) -> None:
    assert ours(source) == theirs(source)


def test_a8_so_it_is_for_any_text_of_lists_quotes_tables_and_code() -> None:
    different = [
        source for source in map(text, range(examples(400))) if ours(source) != theirs(source)
    ]
    assert different == []


def test_a8_tasks_have_boxes() -> None:
    assert html("- [ ] ask\n- [x] tell") == "<ul>\n<li>☐ ask</li>\n<li>☑ tell</li>\n</ul>"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("See https://example.org/a_b?c=d&e.", "https://example.org/a_b?c=d&amp;e"),
        ("(see www.example.org/a_(b))", "http://www.example.org/a_(b)"),
        ("“https://example.org”, he says", "https://example.org"),
    ],
)
def test_a8_a_bare_address_is_a_link_without_the_sign_that_ends_its_sentence(
    written: str, address: str
) -> None:
    assert f'href="{address}"' in html(written)


@pytest.mark.parametrize(
    "written", ["`https://example.org`", "ahttps://x.org", "https://localhost"]
)
def test_a8_code_and_words_are_no_addresses(written: str) -> None:
    assert "<a" not in html(written)


@pytest.mark.parametrize(
    ("kind", "css", "title"),
    [
        ("NOTE", "note", "Note"),
        ("TIP", "tip", "Tip"),
        ("IMPORTANT", "note", "Important"),
        ("WARNING", "warning", "Warning"),
        ("CAUTION", "danger", "Caution"),
    ],
)
def test_a8_alerts_are_admonitions(kind: str, css: str, title: str) -> None:
    assert html(f"> [!{kind}]\n> Mind the *gap*.") == (
        f'<div class="admonition {css}">\n<p class="admonition-title">{title}</p>\n'
        "<p>Mind the <em>gap</em>.</p>\n</div>"
    )


def test_a8_a_target_in_angle_brackets_may_have_blanks_and_is_no_html() -> None:
    source = "![shop](<my photo.png>) and [x](<my page.md>)\n\n[r]: <my file.md>"
    assert find_raw_html(source, file="a.md", first_line=1) == ()
    assert 'src="assets/my-photo.png"' in html(source)
    targets = [link.target for link in find_links(source, file="a.md", first_line=1)]
    assert targets[:2] == ["my photo.png", "my page.md"]


@pytest.mark.parametrize(
    "source", ["- a\n\n      [x](y)", "- a\n  ```\n  [x](y)\n  ```\n- b", "> ```\n> [x](y)\n> ```"]
)
def test_a8_links_in_code_of_an_item_are_not_checked(source: str) -> None:
    assert "<a" not in html(source)
    assert find_links(source, file="a.md", first_line=1) == ()


@pytest.mark.parametrize(
    "source", ["- a\n  - [x](y)", "- a\n\n    [x](y)", "1. a\n   - b\n\n     [x](y)"]
)
def test_a8_links_in_nested_items_are(source: str) -> None:
    assert html(source).count("<a ") == 1
    assert len(find_links(source, file="a.md", first_line=1)) == 1
