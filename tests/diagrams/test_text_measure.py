"""Widths are estimated rather too wide, and lines break where they must."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journeybook.diagrams.measure import is_right_to_left, rows, width


def test_accents_and_joiners_take_no_room() -> None:
    assert width("é", 16) == width("e", 16) == width("e\u0301", 16)
    assert width("\u200c", 16) == 0


def test_a_wide_script_is_wider() -> None:
    assert width("比", 16) > width("M", 16) > width("a", 16) > width("i", 16)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.floats(20, 300))
def test_rows_lose_nothing(text: str, room: float) -> None:
    assert "".join("".join(rows(text, 14, room)).split()) == "".join(text.split())


@given(st.text(alphabet="abc mWi", max_size=80))
def test_rows_stay_in_their_room(text: str) -> None:
    assert all(width(row, 14) <= 60 for row in rows(text, 14, 60))


def test_the_first_letter_with_a_direction_decides() -> None:
    assert is_right_to_left("1. خرید CRM")
    assert not is_right_to_left("CRM خرید")
    assert not is_right_to_left("123")
