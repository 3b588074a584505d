"""B7: the weight of a fact is told in the words of its lane, and only pain is red."""

from __future__ import annotations

import pytest

from journeybook.pages.labels import severity_word

WORDS = [
    ("pain", ["Mild", "Medium", "Severe"]),
    ("delight", ["Small", "Medium", "Great"]),
    ("risk", ["Low", "Medium", "High"]),
    ("says", ["Low", "Medium", "High"]),
]


@pytest.mark.parametrize(("key", "words"), WORDS)
def test_b7_each_lane_has_its_own_words(key: str, words: list[str]) -> None:
    assert [severity_word(str, weight, key) for weight in ("low", "medium", "high")] == words
