"""Plain paragraphs are rendered without the parser, with the same result."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeybook.prose import render as renderer
from journeybook.prose.paragraphs import paragraphs
from journeybook.prose.render import Renderer, no_link
from prose.strategies import markdown_text

WORDS = st.text(st.sampled_from("ab Zé سلام\u200cم ł \n\n.,;:?!'\"()%/-–…’1 9ーé旅"), max_size=80)


def parsed(text: str) -> tuple[str, str]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(renderer, "paragraphs", lambda text: None)
        made = Renderer().render(text, id_prefix="p-", resolve=no_link, heading_level=2)
    return made.html, made.text


@settings(max_examples=400)
@given(st.one_of(WORDS, WORDS.map(lambda text: f"a{text}"), markdown_text(), st.text(max_size=30)))
def test_a_text_rendered_without_the_parser_is_the_same_with_it(text: str) -> None:
    made = Renderer().render(text, id_prefix="p-", resolve=no_link, heading_level=2)
    assert (made.html, made.text) == parsed(text)


@pytest.mark.parametrize(
    "text",
    [
        "She signs.",
        'Two of three deals we lost were lost\nbefore the first call.\n\nNobody knew (not even Ana): it\'s "late".',
        "پیشنهاد دیر رسید و هیچ کس نمی‌دانست",
        "Ab x.org 100% – a/b; c?",
        "\n\nA text after blank lines\n\n\n\nand another\n",
    ],
)
def test_sentences_need_no_parser(text: str) -> None:
    assert paragraphs(text) is not None
    assert paragraphs(text) == parsed(text)[0]


@pytest.mark.parametrize(
    "text",
    ["*a*", "a  \nb", "1. a", "- a", "a\n---", "a\n: b", "a & b", "[a](b)", "a\tb", "> a", " a"],
)
def test_everything_else_goes_to_the_parser(text: str) -> None:
    assert paragraphs(text) is None
