"""What an author wrote comes back as words, whatever signs it has, and never does anything."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from xml.etree import ElementTree

import cmarkgfm
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journeybook.publish.markup import confluence, dokuwiki, markdown, wikitext
from journeybook.publish.markup.author_text import without_controls
from journeybook.publish.wiki.model import (
    Block,
    Bullets,
    Code,
    Grid,
    Heading,
    LineBreak,
    Note,
    PageLink,
    Paragraph,
    Picture,
    PictureBlock,
    Quote,
    WebLink,
    WikiPage,
    Words,
)

HOSTILE = (
    '~~~~ {{subst:}} [[ ]] | ]]> & " <script>alert(1)</script> @{x}',
    "&lt; &amp;amp; &#60; &copy",
    "**bold** __under__ ''it'' //it// `code` ~~gone~~ $x$ ==x==",
    "https://evil.example www.evil.example ana@example.org @ana #12 !5 :smile:",
    "[a](javascript:alert(1)) ![x](y) [^1] [[_TOC_]] [x]: y",
    "- item 1. one # head > quote + plus ::: mermaid",
    "* star ; def : def = head ---- {| |} || !! |- __NOTOC__ RFC 123 ISBN 1234567890",
    "%% <nowiki> </nowiki> ~~NOCACHE~~ FIXME 8-) -> (c) ... \\\\ ^ a ^",
    "<!-- comment --> <details> </div> </td></tr></table> <![CDATA[ ]]>",
    "e\u0301 \U0001f600 \u05e9\u05dc\u05d5\u05dd \u0633\u0644\u0627\u0645 \u200f",
    "%%</nowiki>%% ]] }} )) ''",
    "1) one 2. two",
    "a  b\tc",
    "mailto:ana@example.org ISBN 1234567890",
    "LOL :?: :!: 640x480 -- ... (tm)",
    "</nowiki>%% x",
)
SPLIT = (
    ("it'", "'x"),
    ("_", "_NOTOC__"),
    ("a!", "!b"),
    ("http:", "//e.org"),
    ("~~", "~~ x"),
    ("[", "[x]]"),
    ("*", "*x**"),
    ("-", "-- x"),
    ("/", "/x//"),
    ("%", "%x"),
)
"""Signs that are harmless alone, and stand beside each other in two parts of a line."""
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text("*_`[]()<>{}|&~^=#!:;@$%'\"\\-+/. a1\u00e9", min_size=1, max_size=24),
    st.text(min_size=1, max_size=12),
)


def page(*blocks: Block, title: str = "Buy") -> WikiPage:
    place = ("journeys", "ana", "buy")
    return WikiPage("content/journeys/ana/buy.md", "journey", title, place, "", "en", "ltr", blocks)


NAMES = {"content/journeys/ana/buy.md": "journeys/ana/buy", "other": "journeys/ana/other"}


def words_of(text: str) -> str:
    """Words without blanks, as they can be compared."""
    return re.sub(r"[\s\u2060]+", "", unicodedata.normalize("NFC", text))


def everywhere(text: str) -> tuple[Block, ...]:
    """The text in every place of a page."""
    line = (Words("x "), Words(text), Words(text, "strong"), Words(" y"))
    cell = (Words(text), LineBreak(), PageLink(text, "other"))
    split = tuple([Paragraph((Words(one), Words(two))) for one, two in SPLIT])
    return (
        *split,
        Heading(2, (Words(text),)),
        Paragraph((Words(text),)),
        Paragraph(line),
        Bullets((((Paragraph((Words(text),)), Bullets((((Paragraph(line),)),)))),)),
        Quote((Paragraph((Words(text),)),)),
        Note((Words(text), WebLink(text, "https://example.org/a?b=c&d#~~~~__NOTOC__]]|%%"))),
        Grid(((), (Words(text),)), (((Words(text),), cell), ((Words(text),), ()))),
    )


def is_plain(text: str) -> bool:
    """Whether no character of the text must be replaced, because wikis do not store it."""
    return without_controls(text) == text


class TestMarkdown:
    """Read by the reader that GitHub uses."""

    def html(self, text: str, dialect: str) -> str:
        chosen = markdown.DIALECTS[dialect]
        source = markdown.markdown_text(
            page(*everywhere(text)), NAMES, chosen, lambda picture: "p.svg"
        )
        options = cmarkgfm.Options.CMARK_OPT_UNSAFE
        return cmarkgfm.github_flavored_markdown_to_html(source, options)

    @pytest.mark.parametrize("dialect", markdown.DIALECTS)
    @given(texts)
    @example("x" * 3 + "\u00a0")
    def test_words_come_back_and_nothing_else(self, dialect: str, text: str) -> None:
        if not words_of(text):
            return
        html = self.html(text, dialect)
        tags = set(re.findall(r"<([a-z0-9]+)", html))
        assert tags <= set(
            "h1 h2 p strong ul li blockquote table thead tbody tr th td a br".split()
        )
        for href in re.findall(r'<a href="([^"]*)"', html):
            is_ours = "other" in href or href.startswith("https://example.org/a?b=c")
            # An e-mail address leads to itself, as on every code host.
            assert is_ours or href.startswith("mailto:")
        if not is_plain(text):
            return
        shown = words_of(unescape(re.sub(r"<[^>]*>", "", html)))
        assert shown.count(words_of(text)) >= 8

    @given(st.text(min_size=1, max_size=40))
    def test_code_stays_as_it_is(self, text: str) -> None:
        code = without_controls(text.replace("\r", ""))
        source = markdown.markdown_text(
            page(Code(code)), NAMES, markdown.DIALECTS["github"], lambda picture: "p.svg"
        )
        html = cmarkgfm.github_flavored_markdown_to_html(source)
        assert words_of(code) in words_of(unescape(html))


class TestConfluence:
    """Read by a parser of XML."""

    def root(self, *blocks: Block) -> ElementTree.Element:
        body = confluence.storage_format(page(*blocks), NAMES)
        spaces = 'xmlns:ac="ac" xmlns:ri="ri"'
        return ElementTree.fromstring(f"<r {spaces}>{body}</r>")

    @given(texts)
    def test_words_come_back_and_the_page_is_well_formed(self, text: str) -> None:
        root = self.root(*everywhere(text))
        shown = words_of("".join(root.itertext()))
        if is_plain(text):
            assert shown.count(words_of(text)) >= 8
        assert {element.tag for element in root.iter()} <= {
            *"r h2 p strong ul li blockquote table tbody tr th td a br".split(),
            *("{ac}structured-macro", "{ac}rich-text-body", "{ac}link"),
            *("{ri}page", "{ac}plain-text-link-body"),
        }

    @given(texts)
    def test_code_and_titles_stay_as_they_are(self, text: str) -> None:
        body = confluence.storage_format(page(Code(text, "x")), {**NAMES, "other": text})
        root = ElementTree.fromstring(f'<r xmlns:ac="ac" xmlns:ri="ri">{body}</r>')
        code = root.find(".//{ac}plain-text-body")
        assert code is not None
        if is_plain(text) and "\r" not in text:
            assert code.text == text


def test_a_picture_has_words_in_every_markup() -> None:
    shown = PictureBlock(Picture("ana-buy-curve", "<svg/>", "It rises ]] | and falls"))
    name = shown.picture.name("svg")
    assert f"](../../pictures/{name})" in markdown.markdown_text(
        page(shown), NAMES, markdown.DIALECTS["gitlab"], lambda picture: f"pictures/{name}"
    )
    assert f"[[File:{name}|alt=It rises &#93;&#93; &#124; and falls|" in wikitext.wikitext(
        page(shown), NAMES
    )
    assert f"{{{{:j:{name}?1000&direct|It rises" in dokuwiki.dokuwiki_text(
        page(shown), NAMES, lambda picture: f"j:{name}"
    )
    png = shown.picture.name("png")
    assert f'ri:filename="{png}"' in confluence.storage_format(page(shown), NAMES)


def test_pages_in_scripts_that_run_from_right_to_left_say_so() -> None:
    persian = WikiPage(
        "k", "journey", "سفر", ("a",), "", "fa", "rtl", (Paragraph((Words("سلام"),)),)
    )
    names = {"k": "a"}
    assert '<div dir="rtl">' in markdown.markdown_text(
        persian, names, markdown.DIALECTS["github"], lambda picture: ""
    )
    assert 'lang="fa" dir="rtl"' in wikitext.wikitext(persian, names)
    assert '<div dir="rtl">' in confluence.storage_format(persian, names)
