"""One sentence for a page's description."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.prose.summary import first_sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two.", "One."),
        ("No end", "No end"),
        ("Lost *two* of [three](a.md) deals! Why?", "Lost two of three deals!"),
        ("It grew by 1.5 % on example.org. Then not.", "It grew by 1.5 % on example.org."),
        ("Mrs. Diaz, e.g. the buyer, left. Gone.", "Mrs. Diaz, e.g. the buyer, left."),
        ('"Stop." She left.', '"Stop."'),
        ("# Heading\n\nThe text. More.", "The text."),
        ("First paragraph\n\nSecond.", "First paragraph"),
        ("چرا معامله را باختیم؟ چون دیر رسیدیم.", "چرا معامله را باختیم؟"),
        ("قیمت شفاف نیست. ادامه دارد.", "قیمت شفاف نیست."),
        ("یہ ایک جملہ ہے۔ دوسرا۔", "یہ ایک جملہ ہے۔"),
        ("最初の文。次の文。", "最初の文。"),
        ("「はい。」次。", "「はい。」"),
        ("यह वाक्य है। दूसरा।", "यह वाक्य है।"),
        ("[[touchpoint:demo|The demo]] wins. Yes.", "The demo wins."),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_where_its_script_ends_it(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


def test_a_long_sentence_is_cut_between_words() -> None:
    assert first_sentence("word " * 60, limit=20) == "word word word word…"


@given(st.text(), st.integers(1, 200))
def test_a_summary_is_one_line_within_its_limit(text: str, limit: int) -> None:
    sentence = first_sentence(text, limit)
    assert len(sentence) <= limit
    assert "\n" not in sentence
