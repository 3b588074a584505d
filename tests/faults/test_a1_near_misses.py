"""A1: a line that was meant as a fact is never silently story text."""

from __future__ import annotations

import pytest

from journeybook.schema.near_misses import is_table_of_facts, near_miss
from journeybook.vocabulary import FACTS


@pytest.mark.parametrize(
    "line",
    [
        "– time: 10m",
        "— time: 10m",
        "−time: 10m",
        "• time: 10m",
        "•\ttime: 10m",
        "·\u00a0time: 10m",
        "o\ttime: 10m",
        "-time: 10m",
        "*time: 10m",
        "- time：10m",
        "- time; 10m",
        "- time = 10m",
        "- time : 10m",
        "- [ ] time: 10m",
        "- [x] time: 10m",
        "[ ] time: 10m",
        "1. time: 10m",
        "12) time: 10m",
        "- **time**: 10m",
        "- **time:** 10m",
        "- __time__: 10m",
        "- `time`: 10m",
        "- *Time*: 10m",
        "-\u00a0time: 10m",
        "－ time: 10m",
        "  - time: 10m",
        "\t- time: 10m",
        "\u00a0\u00a0- time: 10m",
    ],
)
def test_a1_a_slip_is_recognised_and_corrected(line: str) -> None:
    assert near_miss(line, FACTS) == "- time: 10m"


def test_a1_a_key_of_several_words_and_a_person_are_kept() -> None:
    assert near_miss("– Moment of truth: she sees it", FACTS) == "- moment of truth: she sees it"
    assert near_miss("• emotion tom-buyer: -1 lost", FACTS) == "- emotion tom-buyer: -1 lost"


@pytest.mark.parametrize("line", ["time: 10m", "**Touchpoint:** web", "touchpoint：web"])
def test_a1_a_bare_fact_counts_beside_other_facts_only(line: str) -> None:
    assert near_miss(line, FACTS, may_be_bare=True)
    assert near_miss(line, FACTS) == ""


@pytest.mark.parametrize(
    "line",
    [
        "She waits: nobody comes.",
        "- a list in the story",
        "- see also: the other map",
        "Time: she had none.",
        "1. Call the shop",
        "– and then: silence",
        "  continued text",
        "",
        "---",
        "| a | b |",
    ],
)
def test_a1_prose_is_left_alone(line: str) -> None:
    assert near_miss(line, FACTS, may_be_bare=True) == ""


def test_a1_a_table_whose_heads_are_keys_holds_facts() -> None:
    assert is_table_of_facts("| does | thinks | pain |", FACTS)
    assert is_table_of_facts("Does | Emotion", FACTS)
    assert not is_table_of_facts("| Month | Visitors |", FACTS)
    assert not is_table_of_facts("| time | number of visitors | share |", FACTS)
