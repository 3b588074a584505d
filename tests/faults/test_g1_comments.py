"""G1: what `comment` accepts has no effect but to be shown, whatever a code host's Markdown does."""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import cmarkgfm
import html5lib
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given, settings
from hypothesis import strategies as st

from journeybook.publish.comment import MARKER
from journeybook.publish.untrusted import Refusal, read_comment
from journeybook.report.changes_log import as_log
from journeybook.report.safe_markdown import safe
from report.test_changes_reports import change, changes

REPOSITORY = "https://github.com/acme/maps"
PAGES = "https://maps.example.com/reviews/"
FILE = f"{REPOSITORY}/blob/0f0f/content/a.md#L12"
TAGS = {
    "html", "head", "body", "h2", "h3", "h4", "p", "ul", "ol", "li", "blockquote", "strong", "em", "code", "pre", "a",
    "details", "summary", "hr", "br", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
MENTION = re.compile(
    r"(?<![\w`])@\w|(?<![\w&])#\d|(?i:\bGH-\d)|(?<!\w)[!$&%~^]\w|^/[a-z]|(?i:(?:https?:|www\.)[^\s”:,)])",
    re.MULTILINE,
)


def shown(comment: str) -> Element:
    """A comment as GitHub's Markdown renders it, with raw HTML."""
    rendered = cmarkgfm.github_flavored_markdown_to_html(
        comment, options=Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_HARDBREAKS
    )
    return html5lib.parse(rendered, namespaceHTMLElements=False)


def has_only_an_appearance(comment: str) -> bool:
    """Whether nothing but known tags, links to this repository and plain text is shown."""
    page = shown(comment)
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue  # the marker, a comment of HTML
        if element.tag not in TAGS:
            return False
        for name, value in element.attrib.items():
            is_link = element.tag == "a" and name == "href" and is_ours(value)
            is_kind = (element.tag, name, value) == ("pre", "lang", "mermaid")
            if not (is_link or is_kind or (element.tag, name) == ("ol", "start")):
                return False
    for code in page.iter("pre"):
        code.clear()
    return not MENTION.search("".join(page.itertext()).replace("[!CAUTION]", ""))


def is_ours(address: str) -> bool:
    url = urlsplit(address)
    path = url.path.lower()
    return (
        url.scheme == "https"
        and ".." not in path.replace("%2e", ".")
        and (
            (url.netloc == "github.com" and path.startswith("/acme/maps/"))
            or (url.netloc == "maps.example.com" and path.startswith("/reviews/"))
        )
    )


def accepted(text: str) -> bool:
    return isinstance(read_comment(f"{MARKER}\n{text}".encode(), REPOSITORY, [PAGES]), str)


PIECES = [
    "text", "a b", "@", "\\@", "@all", "&#8203;", "&#64;", "#", "\\#", "1", "GH-", "-", "- ", "  - ", "> ", "> [!CAUTION]", "### ",
    "<", "\\<", ">", "<details>", "</details>", "<summary>", "</summary>", "<summary>x</summary>", "\\<img src=//evil.test/x.png>",
    "<img src=//evil.test/x>", "<!--", "-->", "[", "\\[", "]", "\\]", "(", ")", "](", f"]({FILE})", f"[x]({FILE})", "[x]: //evil.test/", "[x]",
    "[x][y]", "![", "//evil.test/", "https:", "https", "http://evil.test", "www.", "\\.", "evil.test", "javascript:", "mailto:a@b.c", "`", "``",
    "```", "\\`", "```mermaid", "xychart-beta", "~~~", "*", "**", "_", "~~", "\\*", "\\", "\\\\", "|", "---", "|-|-|", "| a | b |", "=", "===",
    "/", "/merge", "+", "!", "!12", "$", "&", ";", ":", "::", "%", "^", "{", "}", "'", '"', "\n", "\n\n", "\n\n\n", "    ", "\t", " ", "  ",
    "\r", "\x0b", "\u2028", "\u200b", "\u00ad", "\u202e", "\ufeff", "&lt;", "&amp;", "0f0f0f0", "deadbeef", "é", "旅", "<https://evil.test>",
]  # fmt: skip


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_g1_what_is_accepted_has_no_effect(text: str) -> None:
    if accepted(text):
        assert has_only_an_appearance(f"{MARKER}\n{text}")


LINES = [
    "", "text", "- item", "  - inner", "> quote", "> - item", "> [!CAUTION]", "### A heading", "#### **Bold** *part*", "<details>", "</details>",
    "<summary>Emotion before and after</summary>", "a | b", "- | -", "`code`", f"[x]({FILE})", f"- [before]({FILE}) | [after]({FILE})",
    "\\<img src=x\\>", "\\[x\\]: \\/\\/", "\\[x\\]", "**", "*", "* a", "1. b", "\\`a", "a\\`", "\\`\\`\\`", "\\@&#8203;all", "--", "- -", "+ b",
    "a\\", "&#8203;", "```mermaid\nxychart-beta\n  line [1, 2]\n```", f"**a [b]({FILE}) c**",
]  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.sampled_from(LINES), max_size=9).map("\n".join))
def test_g1_accepted_lines_have_no_effect_together(text: str) -> None:
    if accepted(text):
        assert has_only_an_appearance(f"{MARKER}\n{text}")


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=8).map("".join))
def test_g1_every_text_is_accepted_as_our_writer_escapes_it(text: str) -> None:
    line = f"- **Renamed** in *{safe(text) or 'x'}*: “{safe(text)}” is new · [after]({FILE})"
    assert accepted(line) or "\ufffe" in line
    assert has_only_an_appearance(f"{MARKER}\n{line}")


@pytest.mark.parametrize(
    "live",
    [
        "<details>\\<img src=//evil.test/x.png>", "<details>\n\\<img src=//evil.test/x.png>", "<details>\n<summary>x</summary>\n\\<img src=x>",
        "- [x]: //evil.test/\n\n[x]", "[x]: //evil.test/", "> [x]: //evil.test/", "[x][]", "\\[x]: /y",
        "[x](https://github.com/evil/repo)", "[x](https://github.com/acme/maps)", "[x](https://github.com/acme/maps/settings)",
        "[x](https://github.com/acme/maps/blob/../../../evil/repo)", "[x](https://github.com/acme/maps/blob/%2e%2e/%2e%2e/%2E./evil)",
        "[x](https://github.com/acme/maps/blob/&period;&period;/evil)", "[x](https://github.com/acme/mapsevil/blob/a)",
        "[x](https://github.com\\@evil.test/acme/maps/blob/a)", "[x](https://github.com:443@evil.test/acme/maps/blob/a)",
        "[x](<https://evil.test>)", "[x](https://evil.test 'a')", "<https://evil.test>", "https://evil.test", "h\u00adttps://evil.test/\u202e",
        "[a\n](https://evil.test)", "![x](https://github.com/acme/maps/blob/a.png)", "`a\n@all`", "a`b", "``@all``", "*a", "a**",
        "[`x](https://evil.test)`](" + FILE + ")", "[[x](" + FILE + ")](" + FILE + ")",
        "@all", "\\@all", "&#64;all", "*\\@*all", "fixes \\#12", "*GH*-12", "g*GH-12*", "acme/maps#1", "deadbeef0", "/merge", "    /merge",
        "\u200b@all", "@\u00adall", "\u202e", "\ufffe", "www.evil.test", "ftp://evil.test", "irc://evil.test", "a@b.test", "mailto:x",
        "<details open ontoggle=x>", "<summary><b>x</b></summary>", "<summary>&lt;x</summary>", "<br>", "<!-- x -->", "</div>",
        "```mermaid\nflowchart LR\n```", "```mermaid\nxychart-beta\n  click x\n```", "```text\n@all\n```", "~~~\nx\n~~~",
        '```mermaid\n---\nconfig:\n  securityLevel: "loose"\n---\nxychart-beta\n```', "| a |\n|---|", "~~x~~", "_x_", "$x$", "{+ x +}",
    ],
)  # fmt: skip
def test_g1_a_crafted_comment_is_refused(live: str) -> None:
    refusal = read_comment(f"{MARKER}\n\n{live}\n".encode(), REPOSITORY, [PAGES])
    assert isinstance(refusal, Refusal), live


@pytest.mark.parametrize(
    "address",
    [
        FILE,
        f"{REPOSITORY}/-/blob/main/content/a.md",
        "https://github.com/ACME/Maps/blob/main/a.md",
        f"{PAGES}12/comparison.html#c-0a1b",
        f"{PAGES}?a=1&amp;b=2",
    ],
)
def test_g1_links_lead_to_files_of_this_repository_and_to_pages_of_its_owner(address: str) -> None:
    assert accepted(f"[after]({address})")


def test_g1_a_long_comment_is_read_in_a_moment() -> None:
    for piece in ("*", "[", "\\@&#8203;", "`a`", "**a** ", "a" * 20, "deadbeef"):
        read_comment(f"{MARKER}\n{piece * (200_000 // len(piece))}".encode(), REPOSITORY)
    charts = "```mermaid\nxychart-beta\n```\n\n" * 8_000
    assert accepted(charts)


@pytest.mark.parametrize(
    "text",
    ["@name", "see #1", "https://evil.test", "www.evil.test", "<b>", "[x](//evil.test)", "GH-1"],
)
def test_g9_a_change_log_shows_the_words_of_authors_as_a_comment_does(text: str) -> None:
    log = as_log(changes(change(text)))
    assert safe(text) in log
    assert text not in log
    assert has_only_an_appearance(log.partition("\n")[2])
