"""A site that is compared with a revision, in a real browser: marks, changed cells, and the pages of the comparison."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from looking import SIDEWAYS, served, watched
from playwright.sync_api import Browser, Page
from test_axe import COLOURS, LAYOUT, load_axe, violations
from test_changes_page import AFTER, BEFORE

from compared_sites import compared
from journeybook.outputs.site import build
from sample import INFO
from sites import BUY, info

SHOP = "content/touchpoints/shop.md"
GONE = "content/journeys/ana/return.md"
PAGES = ("since/index.html", "since/ana/buy.html", "since/ana/return.html", "journeys/ana/buy.html", "journeys/index.html",
         "personas/ana.html", "touchpoints/shop.html", "changes.html")  # fmt: skip


def files(language: str, journey: str, **more: str) -> dict[str, bytes]:
    site = f"title: Maps\nlanguage: {language}\n"
    made = {
        "site.yaml": site,
        "content/personas/ana.md": "---\ntitle: Ana\n---\n",
        BUY: journey,
        **more,
    }
    return {path: text.encode() for path, text in made.items()}


def output(language: str, theme_layers: tuple[Mapping[str, bytes], ...]) -> Mapping[str, bytes]:
    used = AFTER.replace("- does: reads four", "- touchpoint: shop\n- does: reads four")
    before = files(
        language,
        BEFORE,
        **{SHOP: "---\ntitle: Shop\n---\n", GONE: BEFORE.replace("I buy\n", "I return\n", 1)},
    )
    after = files(language, used, **{SHOP: "---\ntitle: The new shop\n---\n"})
    built = build(after, theme_layers, info(), compared=compared(before, after, "release-1"))
    assert built.files is not None, built.diagnostics
    return built.files


@pytest.fixture(scope="module", params=["en", "fa"])
def address(
    request: pytest.FixtureRequest,
    theme_layers: tuple[Mapping[str, bytes], ...],
    put_on_disk: Callable[[Mapping[str, bytes]], Path],
) -> Iterator[str]:
    with served(put_on_disk(output(request.param, theme_layers))) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with watched(browser, viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as (
        page,
        _,
        complaints,
    ):
        yield page
        assert [text for text in complaints if "favicon" not in text] == []


@pytest.mark.parametrize("url", PAGES)
def test_no_page_breaks_a_rule_in_any_theme_and_width(
    browser: Browser, address: str, url: str
) -> None:
    with watched(browser, viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as (
        page,
        requests,
        _,
    ):
        page.goto(address + url)
        assert len([name for name in requests if "favicon" not in name]) <= 6
        load_axe(page, address + url)
        assert violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert violations(page, COLOURS) == [], "dark"
        page.set_viewport_size({"width": 320, "height": 640})
        assert violations(page, LAYOUT) == [], "320 px"
        assert page.evaluate(SIDEWAYS)[0] == 0


def test_the_old_words_of_a_cell_are_a_key_away_with_and_without_scripts(
    browser: Browser, address: str
) -> None:
    for scripts in (True, False):
        with watched(
            browser, java_script_enabled=scripts, viewport={"width": 1280, "height": 900}
        ) as (page, _, _):
            page.goto(f"{address}journeys/ana/buy.html")
            cell = page.locator("#cell_look_does")
            old = cell.locator("del")
            assert old.is_hidden()
            cell.locator("summary").focus()
            page.keyboard.press("Enter")
            assert old.is_visible()
            assert old.inner_text() == "reads three catalogues"
            assert page.locator(".map-panel").count() == 0, "no click on the cell"
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            page.wait_for_url("**/since/ana/buy.html#j0_1")


def test_a_click_on_the_tag_opens_the_old_words_and_not_the_panel(page: Page, address: str) -> None:
    page.goto(f"{address}journeys/ana/buy.html")
    page.locator("#cell_look_does summary").click()
    assert page.locator("#cell_look_does del").is_visible()
    page.wait_for_timeout(300)
    assert page.locator(".map-panel").count() == 0


def test_j_goes_from_change_to_change_on_the_list_and_on_a_journey(
    page: Page, address: str
) -> None:
    for url in ("since/index.html", "since/ana/buy.html"):
        page.goto(address + url)
        page.keyboard.press("j")
        page.keyboard.press("j")
        at = page.evaluate(
            "[...document.querySelectorAll('[data-change]')].indexOf(document.activeElement)"
        )
        assert at == 1, url


def test_only_changed_columns_can_be_left_without_scripts(browser: Browser, address: str) -> None:
    with watched(browser, java_script_enabled=False, viewport={"width": 1280, "height": 900}) as (
        page,
        _,
        _,
    ):
        page.goto(f"{address}since/ana/buy.html")
        assert page.locator("thead th[id]:visible").count() == 5
        page.locator("#only_").check()
        assert page.locator("thead th[id]:visible").count() == 4


def test_a_mark_is_a_sign_and_a_word(
    browser: Browser, theme_layers: tuple[Mapping[str, bytes], ...]
) -> None:
    made = output("en", theme_layers)
    with watched(browser) as (page, _, _):
        page.set_content(made["touchpoints/index.html"].decode())
        row = page.get_by_role("row", name="The new shop")
        assert "".join(row.locator(".badge").first.inner_text().split()) == "±changed"
        page.set_content(made["journeys/ana/buy.html"].decode())
        assert "− removed step" in page.locator(".since").inner_text().replace("\n", " ")


def test_paper_shows_what_a_cell_said_since_nothing_can_be_opened_on_it(
    page: Page, address: str
) -> None:
    page.goto(f"{address}journeys/ana/buy.html")
    assert page.locator("#cell_look_does del").is_hidden()
    page.emulate_media(media="print")
    assert page.locator("#cell_look_does .badge").is_visible()
    assert page.locator("#cell_look_does del").is_visible()


def test_a_compared_map_stays_within_the_weight_of_any_map(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    made = output("en", theme_layers)
    loaded = set(
        re.findall(r'"\.\./\.\./(assets/[^" ]+\.css)"', made["journeys/ana/buy.html"].decode())
    )
    assert sum(len(made[url]) for url in loaded) <= 40 * 1024


@pytest.mark.parametrize("width", [1440, 390])
def test_one_way_to_the_comparison_stands_in_the_bar_or_in_the_menu(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{address}journeys/ana/buy.html")
    if width < 1024:
        assert page.locator(".apart:visible").count() == 0
        page.locator(".menu-toggle summary").click()
    ways = page.locator(".site-head a[href$='since/index.html']:visible")
    assert ways.count() == 1
    assert "release-1" in (ways.get_attribute("title") or "")
    assert ways.evaluate("e => Boolean(e.closest('.bar'))") == (width > 1024)


def test_marks_make_no_second_line_of_the_menu(
    browser: Browser, theme_layers: tuple[Mapping[str, bytes], ...], put_on_disk: Callable[[Mapping[str, bytes]], Path],
    sample_files: Mapping[str, bytes],
) -> None:  # fmt: skip
    """Every kind of the sample atlas has a change, and its own pages stand in the menu too."""
    first = {
        path.split("/")[1]: path
        for path in sorted(sample_files, reverse=True)
        if path.startswith("content/")
    }
    after = {
        path: data.replace(b"\ntitle: ", b"\ntitle: New ", 1) if path in first.values() else data
        for path, data in sample_files.items()
    }
    built = build(
        after,
        theme_layers,
        INFO,
        compared=compared(sample_files, after, "a-branch-with-a-long-name"),
    )
    assert built.files is not None, [
        one.message for one in built.diagnostics if one.severity == "error"
    ]
    with (
        served(put_on_disk(built.files)) as address,
        watched(browser, viewport={"width": 1440, "height": 900}) as found,
    ):
        page = found[0]
        page.goto(f"{address}index.html")
        shown = page.locator(".menu > ul > li:visible")
        assert shown.locator(".badge:visible").count() > 5
        assert len(set(shown.evaluate_all("all => all.map(one => one.offsetTop)"))) == 1
