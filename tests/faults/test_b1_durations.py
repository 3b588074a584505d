"""B1: a time is shown as it was typed; only sums are rounded, by less than 5 %."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.insight.time import longest_wait, rounded, total
from journeybook.pages.duration_text import amount_words, spell_words, time_words
from journeybook.pages.messages import messages_for
from journeybook.vocabulary import SECONDS, duration
from sites import facts

WORDS = {
    "s": ("second", "seconds"),
    "m": ("minute", "minutes"),
    "h": ("hour", "hours"),
    "d": ("day", "days"),
    "w": ("week", "weeks"),
    "mo": ("month", "months"),
    "y": ("year", "years"),
}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("18d", "18 days"),
        ("1d", "1 day"),
        ("1w", "1 week"),
        ("1mo", "1 month"),
        ("25d", "25 days"),
        ("24h", "24 hours"),
        ("1.5h", "1.5 hours"),
        ("90m", "90 minutes"),
        ("6-12 months", "6 to 12 months"),
        ("10-14d", "10 to 14 days"),
        ("1d to 1w", "1 day to 1 week"),
    ],
)
def test_b1_a_time_is_shown_as_typed(typed: str, shown: str) -> None:
    read = duration(typed)
    assert read
    assert time_words(messages_for("en"), read) == shown


@given(st.integers(1, 400), st.sampled_from(sorted(SECONDS)))
def test_b1_every_whole_number_of_every_unit_is_shown_as_typed(count: int, unit: str) -> None:
    read = duration(f"{count}{unit}")
    assert read
    assert time_words(messages_for("en"), read) == f"{count} {WORDS[unit][count != 1]}"


@given(st.floats(1, 20 * SECONDS["y"]))
def test_b1_a_sum_is_rounded_by_less_than_5_percent(seconds: float) -> None:
    amount = rounded(seconds)
    assert abs(amount.seconds - seconds) < 0.05 * seconds + 1e-9


def shown_total(*lines: str) -> str:
    """The total time of a map with one step."""
    return spell_words(messages_for("en"), total(facts(*lines).journey()))


def test_b1_a_total_of_one_time_is_that_time() -> None:
    assert shown_total("- wait: 18d") == "18 days"
    assert shown_total("- wait: 7d") == "7 days"


def test_b1_a_total_of_several_is_rounded() -> None:
    assert shown_total("- time: 3d", "- wait: 4d") == "1 week"
    assert shown_total("- time: 5h", "- wait: 18d") == "18 days"
    assert shown_total("- time: 12h", "- wait: 2d") == "60 hours"


@pytest.mark.parametrize(
    ("lang", "shown"),
    [("ru", "1,5 часа"), ("pl", "1,5 godziny"), ("hu", "1,5 óra"), ("vi", "1,5 giờ")],
)
def test_b1_half_an_hour_more_in_other_languages(lang: str, shown: str) -> None:
    read = duration("1.5h")
    assert read
    assert time_words(messages_for(lang), read) == shown


def test_b1_the_longest_wait_is_shown_as_typed() -> None:
    wait = longest_wait(facts("- wait: 2-18d").journey())
    assert wait
    assert amount_words(messages_for("en"), wait[1]) == "18 days"
