"""The logarithmic axis of the time view."""

from __future__ import annotations

import pytest

from journeybook.insight.time import axis_end, axis_position
from journeybook.vocabulary import SECONDS
from sites import facts

YEAR = SECONDS["y"]


def test_the_axis_runs_from_a_second_to_a_year() -> None:
    end = axis_end(facts("- time: 30s").journey())
    assert end == YEAR
    assert axis_position(1, end) == 0
    assert axis_position(YEAR, end) == 1


def test_a_longer_time_makes_the_axis_longer() -> None:
    assert axis_end(facts("- wait: 2-3y").journey()) == 3 * YEAR


def test_without_a_time_there_is_no_axis() -> None:
    assert axis_end(facts("- does: look").journey()) == 0


@pytest.mark.parametrize(
    ("unit", "place"),
    [("m", 0.237), ("h", 0.474), ("d", 0.658), ("w", 0.771), ("mo", 0.855), ("y", 1.0)],
)
def test_ticks_are_placed_by_their_logarithm(unit: str, place: float) -> None:
    assert axis_position(SECONDS[unit], YEAR) == pytest.approx(place, abs=0.001)


def test_less_than_a_second_is_at_the_start() -> None:
    assert axis_position(0.2, YEAR) == 0
