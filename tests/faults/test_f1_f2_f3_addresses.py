"""Addresses lead to what they name, say what the reader chose, and can be copied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from canvas_map import LONG_URL, TWO_URL, shown
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def root(
    tmp_path_factory: pytest.TempPathFactory, theme_layers: tuple[Mapping[str, bytes], ...]
) -> str:
    return shown(tmp_path_factory.mktemp("maps"), theme_layers)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
    )
    yield context.new_page()
    context.close()


BOXES = """id => {
  const cell = document.getElementById(id).closest('td, th');
  const heads = document.querySelector('.map thead').getBoundingClientRect();
  const box = cell.getBoundingClientRect();
  const bar = document.querySelector('.bar').getBoundingClientRect();
  const names = cell.parentElement.querySelector('th').getBoundingClientRect();
  return {top: box.top, bottom: box.bottom, left: box.left, right: box.right, headsTop: heads.top,
    headsBottom: heads.bottom, bar: bar.bottom, names: names.right,
    marked: getComputedStyle(cell).outlineStyle !== 'none', width: innerWidth, height: innerHeight};
}"""


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("lane", ["does", "pain", "emotion"])
@pytest.mark.parametrize("step", [1, 19, 38])
def test_f1_a_cell_is_shown_with_its_heads_and_marked(
    browser: Browser, root: str, scripts: bool, lane: str, step: int
) -> None:
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, java_script_enabled=scripts
    )
    page = context.new_page()
    page.goto(f"{root}{LONG_URL}#cell_s{step}_{lane}")
    box: dict[str, Any] = page.evaluate(BOXES, f"cell_s{step}_{lane}")
    context.close()
    assert box["marked"]
    assert box["headsBottom"] <= box["top"] + 1, box
    assert box["top"] < box["height"] - 20, box
    assert box["names"] <= box["left"] + 1, box
    assert box["right"] <= box["width"] + 1, box
    if scripts:
        assert box["bar"] <= box["headsTop"] + 1, box


def test_f1_a_step_is_shown_at_once(page: Page, root: str) -> None:
    page.goto(root + LONG_URL)
    page.evaluate("document.querySelector('.step-of a[href=\"#s30\"]').click()")
    first = page.evaluate("new Promise(r => requestAnimationFrame(() => r(scrollY)))")
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") == first
    head = page.locator("#s30")
    assert head.evaluate("e => e.getBoundingClientRect().left >= 0 && e.matches(':target')")
    assert head.evaluate("e => getComputedStyle(e).boxShadow") != "none"


@pytest.mark.parametrize("anchor", ["story_s20", "stage_decision"])
def test_f1_a_story_is_marked(page: Page, root: str, anchor: str) -> None:
    page.goto(f"{root}{LONG_URL}#{anchor}")
    colours = page.evaluate(
        "id => [...document.querySelectorAll('.step > h4, .stage-story > h3')]"
        ".filter(e => e.parentElement.id === id || e.closest('.step, .stage-story').id !== id)"
        ".map(e => [e.parentElement.id === id, getComputedStyle(e).backgroundColor])",
        anchor,
    )
    own = {colour for is_own, colour in colours if is_own}
    others = {colour for is_own, colour in colours if not is_own}
    assert len(own) == 1
    assert own.isdisjoint(others)


ROWS = "document.querySelectorAll('tr[data-row]:not([hidden])').length"


@pytest.fixture
def pains(page: Page, root: str) -> int:
    """How many rows are left on the page of pains after it was narrowed."""
    page.goto(root + "pains.html")
    every = page.evaluate(ROWS)
    page.fill("[data-find]", "number 1")
    page.select_option("[data-facet=stage]", index=1)
    page.wait_for_timeout(200)
    left = int(page.evaluate(ROWS))
    assert 0 < left < every
    return left


def test_f2_filters_are_in_the_address(page: Page, pains: int, browser: Browser) -> None:
    assert "find=number+1" in page.url
    assert "stage=" in page.url
    other = browser.new_page()
    other.goto(page.url)
    assert other.evaluate(ROWS) == pains
    other.close()
    page.click("[data-reset]")
    assert page.url.endswith("pains.html")


def test_f2_coming_back_shows_the_rows_that_the_fields_name(page: Page, pains: int) -> None:
    page.locator("tr[data-row]:not([hidden]) a").first.click()
    page.wait_for_load_state()
    page.go_back()
    page.wait_for_load_state()
    assert page.input_value("[data-find]") == "number 1"
    assert page.evaluate(ROWS) == pains


def test_f2_a_choice_that_is_gone_hides_nothing(page: Page, root: str) -> None:
    page.goto(root + "pains.html")
    every = page.evaluate(ROWS)
    page.goto(root + "pains.html?stage=no-such-stage")
    assert page.evaluate(ROWS) == every


def test_f2_view_detail_and_lanes_are_in_the_address(
    page: Page, root: str, browser: Browser
) -> None:
    page.goto(root + TWO_URL)
    page.click("button[data-density=compact]")
    page.wait_for_selector(".map[data-density=compact]")
    page.click("[data-menu]")
    page.locator("#lanes_ label", has_text="Says").locator("input").uncheck()
    page.click("button[data-view=blueprint]")
    page.wait_for_selector(".map[data-view=blueprint]")
    other = browser.new_context().new_page()
    other.goto(page.url)
    other.wait_for_selector(".map[data-view=blueprint][data-density=compact]")
    other.click("button[data-view=journey]")
    assert other.locator("tbody[data-lane=says]").is_hidden()
    other.goto(root + TWO_URL)
    assert other.locator("tbody[data-lane=says]").is_visible(), "a link changes nothing for later"
    other.context.close()


def test_f3_copy_link_copies_the_address_with_the_open_step(page: Page, root: str) -> None:
    page.goto(root + TWO_URL)
    page.click("#cell_choose_emotion", position={"x": 5, "y": 5})
    page.wait_for_selector(".map-panel")
    address = f"{root}{TWO_URL}#choose"
    page.locator("[data-copy=address]").click()
    page.wait_for_timeout(100)
    assert page.evaluate("navigator.clipboard.readText()") == address
    page.locator("[data-copy=markdown]").click()
    page.wait_for_timeout(100)
    assert page.evaluate("navigator.clipboard.readText()") == f"[Two of us buy]({address})"
