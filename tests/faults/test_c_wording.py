"""C4: what changes in the source of a text but not for its reader is no change in meaning."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeybook.diff.compare import compare
from journeybook.diff.wording import same_words
from journeybook.schema.read import read_site
from sites import BUY, site

STORY = """\
Seven of ten demos lead to nothing. Not because of the **demo**: because the buyer then waits
*twelve days* to see her own data, and the "one person" who can stop everything isn't asked.

- the first reason, which is long enough to be wrapped when an editor thinks that it should be
- the second reason

> A quotation of two lines,
> and its second line.
"""
MAP = '---\ntitle: I buy\nstatus: approved\n---\n## Awareness\n### I look\n- says: "I\'m not sure" ^i1\n- thinks: It is **late**... too late\n\n'


def rewrapped(text: str) -> str:
    first, *rest = text.split("\n\n")
    return "\n\n".join(["\n".join(textwrap.wrap(first, 40)), *rest])


HABITS: dict[str, Callable[[str], str]] = {
    "another column": rewrapped,
    "__ for **": lambda text: text.replace("**", "__"),
    "_ for *": lambda text: text.replace("*twelve days*", "_twelve days_"),
    "curly quotes": lambda text: text.replace('"one person"', "“one person”").replace("'", "’"),
    "two blanks": lambda text: text.replace(" the ", "  the "),
    "a blank at the end of a line": lambda text: text.replace("\n", " \n"),
    "a no-break space": lambda text: text.replace("ten demos", "ten\u00a0demos"),
    "another bullet": lambda text: text.replace("\n- ", "\n* "),
    "an ellipsis": lambda text: text.replace("...", "…"),
    "more empty lines": lambda text: text.replace("\n\n", "\n\n\n"),
    "a wrapped list item": lambda text: text.replace("wrapped when", "wrapped\n  when"),
}


@pytest.mark.parametrize("habit", HABITS.values(), ids=HABITS)
def test_c4_a_habit_of_an_editor_is_no_change_in_meaning(habit: Callable[[str], str]) -> None:
    before, after = MAP + STORY, MAP + habit(STORY)
    result = compare(site({BUY: before}).catalog, site({BUY: after}).catalog)
    assert not result.changes
    assert result.formatting == ((BUY,) if before != after else ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('- says: "I\'m not sure" ^i1', "- says: “I’m not sure” ^i1"),
        ("It is **late**... too late", "It is __late__… too  late"),
        ("title: I buy\n", "title:  I  buy\n"),
        ("### I look\n", "###  I look \n"),
    ],
)
def test_c4_facts_and_titles_are_compared_by_their_words(before: str, after: str) -> None:
    changed = MAP.replace(before, after)
    assert changed != MAP
    result = compare(site({BUY: MAP}).catalog, site({BUY: changed}).catalog)
    assert not result.changes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("one\ntwo", "one\n\ntwo"),  # a paragraph more
        ("one\n- two", "one - two"),  # an item becomes a dash
        ("```\na  b\n```", "```\na b\n```"),  # blanks in code
        ("- a\n  - b", "- a\n- b"),  # an item is no longer below another one
        ("a *b* c", "a **b** c"),  # emphasis becomes strong emphasis
        ("snake_case_name", "snake*case*name"),
        ("`__init__`", "`**init**`"),
        ("| a |\n| b |", "| a | | b |"),
        ("not now", "now"),
    ],
)
def test_c4_what_a_reader_would_notice_is_a_change(before: str, after: str) -> None:
    assert not same_words(before, after)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["word", "“so”", "**b**", "day", "it’s"]), min_size=2), st.data())
def test_c4_any_line_break_within_a_paragraph(words: list[str], data: st.DataObject) -> None:
    gaps = [data.draw(st.sampled_from([" ", "\n", "  ", " \n"])) for _ in words[1:]]
    wrapped = "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))
    assert same_words(" ".join(words), wrapped)


def test_c4_every_paragraph_of_the_sample_can_be_wrapped(
    sample_files: Mapping[str, bytes],
) -> None:
    documents, _ = read_site(sample_files)
    texts = [document.body.text for document in documents.documents]
    assert len(texts) > 100
    for text in filter(None, texts):
        assert same_words(text, text.replace("**", "__"))
