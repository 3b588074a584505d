"""The menu's entry that opens: without scripts by a click, with scripts it also closes by itself."""

from __future__ import annotations

import pytest
from kinds import KINDS
from looking import watched
from playwright.sync_api import Browser

ENTRY = ".submenu a[href='trust.html']"


@pytest.mark.parametrize("scripts", [True, False])
def test_the_answers_open_and_shut(browser: Browser, server: str, scripts: bool) -> None:
    with watched(browser, viewport={"width": 1440, "height": 900}, java_script_enabled=scripts) as (
        page,
        _,
        _,
    ):
        page.goto(server + KINDS["heat-map"])
        assert page.is_hidden(ENTRY)
        page.click(".submenu summary")
        assert page.is_visible(ENTRY)
        page.click(".submenu summary")
        assert page.is_hidden(ENTRY)


def test_escape_and_leaving_shut_the_answers(browser: Browser, server: str) -> None:
    with watched(browser, viewport={"width": 1440, "height": 900}) as (page, _, _):
        page.goto(server + KINDS["heat-map"])
        page.focus(".submenu summary")
        page.keyboard.press("Enter")
        assert page.is_visible(ENTRY)
        page.keyboard.press("Escape")
        assert page.is_hidden(ENTRY)
        assert page.evaluate("document.activeElement.matches('.submenu summary')")
        page.click(".submenu summary")
        page.focus("main a")
        assert page.is_hidden(ENTRY)


def test_the_menu_is_one_line_on_a_desk_and_says_where_one_is(
    browser: Browser, server: str
) -> None:
    with watched(browser, viewport={"width": 1440, "height": 900}) as (page, _, _):
        page.goto(server + KINDS["heat-map"])
        assert (
            page.evaluate(
                "new Set([...document.querySelectorAll('.menu > ul > li')].map(e => e.offsetTop)).size"
            )
            == 1
        )
        assert page.locator(".menu [aria-current=page]").all_text_contents() == ["Heat map"]
