"""Which screenshots `make shots` takes, and the contact sheet. No browser is started here."""

from __future__ import annotations

from kinds import KINDS, RIGHT_TO_LEFT
from shots import sheet, shots


def test_every_kind_of_page_is_taken_in_both_widths_and_schemes() -> None:
    taken = list(shots())
    pages = len(KINDS) - 1 + len(RIGHT_TO_LEFT)  # a redirect shows nothing
    assert len(taken) == len({shot.file for shot in taken}) == pages * 4
    assert {shot.url for shot in taken} == {*KINDS.values(), *RIGHT_TO_LEFT.values()} - {
        KINDS["redirect"]
    }
    assert [(s.width, s.scheme) for s in taken if s.name == "journey-rtl"] == [
        ("wide", "light"), ("wide", "dark"), ("narrow", "light"), ("narrow", "dark"),
    ]  # fmt: skip


def test_the_contact_sheet_shows_every_screenshot_once_under_its_page() -> None:
    taken = [shot for shot in shots() if shot.name in ("home", "trust")]
    page = sheet(taken)
    assert [page.count(f'<img src="{shot.file}"') for shot in taken] == [1] * 8
    assert page.index('id="home"') < page.index("home-wide-light.png") < page.index('id="trust"')
