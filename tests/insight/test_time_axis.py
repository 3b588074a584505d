"""The logarithmic axis of the time view."""

from __future__ import annotations

import pytest

from journeybook.insight.time import end_of_axis, place_on_axis
from journeybook.vocabulary import SECONDS
from sites import facts

YEAR = SECONDS["y"]


def test_the_axis_runs_from_a_second_to_a_year() -> None:
    end = end_of_axis(facts("- time: 30s").journey())
    assert end == YEAR
    assert place_on_axis(1, end) == 0
    assert place_on_axis(YEAR, end) == 1


def test_a_longer_time_makes_the_axis_longer() -> None:
    assert end_of_axis(facts("- wait: 2-3y").journey()) == 3 * YEAR


def test_without_a_time_there_is_no_axis() -> None:
    assert end_of_axis(facts("- does: look").journey()) == 0


@pytest.mark.parametrize(
    ("unit", "place"),
    [("m", 0.237), ("h", 0.474), ("d", 0.658), ("w", 0.771), ("mo", 0.855), ("y", 1.0)],
)
def test_ticks_are_placed_by_their_logarithm(unit: str, place: float) -> None:
    assert place_on_axis(SECONDS[unit], YEAR) == pytest.approx(place, abs=0.001)


def test_less_than_a_second_is_at_the_start() -> None:
    assert place_on_axis(0.2, YEAR) == 0
