"""The emotion curve: points in the middle of their columns, and lines that never show an emotion that the map does not have."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.pages.maps.curve import band, line_path, shifts, spark, x_of, y_of

STEP = 192.0
FEELINGS = st.lists(
    st.none() | st.sampled_from((-2.0, -1.5, -1.0, 0.0, 0.5, 1.0, 2.0)), max_size=12
)
ROUNDING = 0.06  # coordinates are printed with one decimal


def row(values: list[float | None], *, rtl: bool = False) -> list[tuple[float, float] | None]:
    """The points of a person over the columns, as the canvas makes them."""
    width = len(values) * STEP
    return [
        None if value is None else (x_of(at, len(values), width, rtl), y_of(value, 180))
        for at, value in enumerate(values)
    ]


def pieces(path: str) -> list[list[list[float]]]:
    """The curves of path data: for each piece its cubics, as start, two handles and end."""
    found = []
    for piece in path.split("M")[1:]:
        numbers = [
            [float(n) for n in re.findall(r"-?[\d.]+", part)] for part in re.split("[Ch]", piece)
        ]
        at = numbers[0]
        cubics = []
        for part in numbers[1:] if "C" in piece else []:
            cubics.append([*at, *part])
            at = part[-2:]
        found.append(cubics)
    return found


@pytest.mark.parametrize(
    ("column", "rtl", "x"), [(0, False, 96), (2, False, 480), (0, True, 480), (1, True, 288)]
)
def test_a_point_is_in_the_middle_of_its_column(column: int, rtl: bool, x: float) -> None:
    assert x_of(column, 3, 3 * STEP, rtl) == x


def test_better_emotions_are_higher_and_keep_off_the_edges() -> None:
    heights = [y_of(value, 180) for value in (2, 1, 0, -1, -2)]
    assert heights == [20, 55, 90, 125, 160]


def test_equal_emotions_are_side_by_side() -> None:
    assert shifts([-2, -2, 1, None, None]) == (-12, 12, 0, 0, 0)
    assert shifts([0, 0, 0]) == (-24, 0, 24)
    assert shifts([]) == ()


def test_a_crowd_stays_in_its_column() -> None:
    assert max(shifts([1] * 15)) < STEP / 2
    assert len(set(shifts([1] * 15))) == 15


def test_a_line_through_three_steps() -> None:
    assert line_path(row([0, 2, -2])) == "M96 90C160 66.7 224 20 288 20C352 20 416 113.3 480 160"


def test_a_line_breaks_at_steps_without_an_emotion_and_shows_single_steps_as_dots() -> None:
    assert line_path(row([1, None, -1])) == "M96 55h0M480 125h0"
    assert line_path([None, None]) == ""
    assert line_path([]) == ""


def test_a_thumbnail_bridges_gaps_and_is_mirrored() -> None:
    assert spark([1, None, -1]) == "M2 7C34 10.3 66 13.7 98 17"
    assert spark([1, None, -1], rtl=True) == "M98 7C66 10.3 34 13.7 2 17"
    assert spark([2]) == "M2 2h0"
    assert spark([]) == ""


@given(FEELINGS, st.booleans())
def test_a_line_stays_between_the_emotions_it_joins(values: list[float | None], rtl: bool) -> None:
    """Handles between the ends keep the whole cubic between them (it lies in the hull of its four points)."""
    for piece in pieces(line_path(row(values, rtl=rtl))):
        for _, y0, _, handle0, _, handle1, _, y1 in piece:
            low, high = min(y0, y1) - ROUNDING, max(y0, y1) + ROUNDING
            assert low <= handle0 <= high
            assert low <= handle1 <= high


@given(FEELINGS)
def test_a_line_passes_through_every_emotion_and_no_gap(values: list[float | None]) -> None:
    found = pieces(line_path(row(values)))
    runs = [
        run for run in "".join("_" if value is None else "x" for value in values).split("_") if run
    ]
    assert [len(piece) + 1 for piece in found] == [len(run) for run in runs]


@given(FEELINGS)
def test_a_mirrored_page_mirrors_the_line(values: list[float | None]) -> None:
    width = len(values) * STEP
    for piece, mirrored in zip(
        pieces(line_path(row(values))), pieces(line_path(row(values, rtl=True))), strict=True
    ):
        for cubic, other in zip(piece, mirrored, strict=True):
            assert [width - x for x in cubic[::2]] == pytest.approx(other[::2], abs=0.11)
            assert cubic[1::2] == pytest.approx(other[1::2], abs=0.11)


@given(FEELINGS, st.booleans())
def test_a_thumbnail_stays_in_its_box(values: list[float | None], rtl: bool) -> None:
    for piece in pieces(spark(values, rtl)):
        for cubic in piece:
            assert all(2 <= x <= 98 for x in cubic[::2])
            assert all(2 <= y <= 22 for y in cubic[1::2])


def test_the_gap_between_people_is_the_area_between_the_best_and_the_worst() -> None:
    assert band([(96, 20, 160), (288, 90, 90)]).startswith("M96 20C")
    assert band([(96, 20, 160), (288, 90, 90)]).endswith("z")


def test_the_area_of_a_single_step_is_as_wide_as_its_points() -> None:
    assert band([None, (96, 20, 160), None]) == "M72 20h48V160h-48z"
