"""A label is escaped so that Mermaid reads back the same text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.diagrams.escape import PLACEHOLDER, address, label, plain_text, shorten, words


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ajánlatkérés (RFP), 2. kör", "Ajánlatkérés (RFP), 2. kör"),
        ("GDPR: #3", "GDPR#58; #35;3"),
        ("New direction LR now", "New #100;irection LR now"),
        ("title x", "#116;itle x"),
        ("2024-01-01", "#50;024-01-01"),
        ("1. list", "1#46; list"),
        ("end", "#101;nd"),
        ("¶ß", "#182;ß"),
        ("ﬂ°", "#64258;°"),
        ("two\n lines", "two lines"),
        ("\x00\ufeff", PLACEHOLDER),
        ("", PLACEHOLDER),
        ("a\ud800b", "ab"),
    ],
)
def test_examples(text: str, written: str) -> None:
    assert label(text) == written


def test_an_actor_also_escapes_commas() -> None:
    assert label("Buyer, lead", actor=True) == "Buyer#44; lead"


@given(st.text())
def test_an_escaped_label_reads_back_as_the_plain_text(text: str) -> None:
    read_back = re.sub(r"#(\d+);", lambda match: chr(int(match[1])), label(text))
    assert read_back == (plain_text(text) or PLACEHOLDER)
    assert "\n" not in label(text)
    assert not re.search(r'["<>|{}`;]', re.sub(r"#\d+;", "", label(text)))


def test_a_long_text_is_cut_at_a_word() -> None:
    assert shorten("one two three four", 14) == "one two three…"
    assert shorten("short", 14) == "short"
    assert len(shorten("x" * 50, 14)) == 14


def test_an_address_is_percent_encoded_where_quotes_need_it() -> None:
    assert address('a b"c;é.html#x') == "a%20b%22c%3B%C3%A9.html#x"


def test_words_keep_letters_of_every_script() -> None:
    assert words('Ár: "x" --> می‌خواهم') == "Ár x می‌خواهم"
