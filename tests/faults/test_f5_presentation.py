"""A presentation is complete: a cover, every lane by name, whose lines they are, and an address for every slide."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest
from canvas_map import DENSE_URL, TWO_URL, shown
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def root(
    tmp_path_factory: pytest.TempPathFactory, theme_layers: tuple[Mapping[str, bytes], ...]
) -> str:
    return shown(tmp_path_factory.mktemp("maps"), theme_layers)


@pytest.fixture
def present(browser: Browser, root: str) -> Iterator[Callable[[str, int], Page]]:
    context = browser.new_context()

    def opened(address: str, height: int = 800) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": 1024, "height": height})
        page.goto(root + address)
        page.wait_for_selector("dialog.walk[open]")
        return page

    yield opened  # type: ignore[misc]
    context.close()


def test_f5_it_begins_with_a_cover(present: Callable[..., Page]) -> None:
    page = present(f"{TWO_URL}?present=steps")
    assert page.inner_text(".walk-cover h2") == "Two of us buy"
    assert "Ana" in page.inner_text(".walk-cover")


def test_f5_every_line_of_a_slide_has_the_name_of_its_lane(present: Callable[..., Page]) -> None:
    page = present(f"{TWO_URL}?present=steps#choose")
    assert page.inner_text(".walk h2") == "We choose"
    labels = page.locator(".walk-label").all_inner_texts()
    assert labels[:2] == ["Emotion", "Moment of truth"]
    assert "the price is named" in page.inner_text(".walk .l-truth")
    assert page.locator(".walk-texts").count() == len(labels)


def test_f5_a_stage_shows_its_moments_of_truth(present: Callable[..., Page]) -> None:
    page = present(f"{TWO_URL}?present=stages#stage_awareness")
    assert "the price is named" in page.inner_text(".walk-steps")


def test_f5_the_lines_of_the_curve_have_names(present: Callable[..., Page]) -> None:
    page = present(f"{TWO_URL}?present=steps")
    names = page.locator(".walk > .legend").inner_text()
    assert "Ana" in names
    assert "Ben" in names


def test_f5_the_address_leads_to_the_slide(present: Callable[..., Page]) -> None:
    page = present(f"{TWO_URL}?present=steps")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.url.endswith(f"{TWO_URL}?present=steps#choose")
    again = present(page.url.rpartition("/site/")[2])
    assert again.inner_text(".walk h2") == "We choose"
    again.click("text=By stages")
    assert again.url.endswith("?present=stages#stage_awareness")
    again.keyboard.press("Escape")
    again.wait_for_timeout(100)
    assert again.url.endswith(f"{TWO_URL}#stage_awareness")


def test_f5_the_rest_of_a_tall_stage_comes_before_the_next(present: Callable[..., Page]) -> None:
    page = present(f"{DENSE_URL}?present=stages#stage_awareness", 500)
    main = page.locator(".walk-main")
    assert main.evaluate("e => e.scrollHeight > e.clientHeight && e.classList.contains('more')")
    for _ in range(30):
        if main.evaluate("e => e.scrollTop + e.clientHeight >= e.scrollHeight - 2"):
            break
        page.keyboard.press(" ")
        assert page.inner_text(".walk-count").startswith("Stage 1 ")
    assert not main.evaluate("e => e.classList.contains('more')")
    page.keyboard.press(" ")
    assert page.inner_text(".walk-count").startswith("Stage 2 ")
