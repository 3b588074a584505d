"""Index pages in a real browser, opened from a disk under the strict policy: what scripts add, and what stays without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from theme_pages import BUILT_IN, SITE, theme

from journeybook.pages import views
from journeybook.pages.messages import Messages
from journeybook.pages.render import PageRenderer


def row(name: str, feeling: str, market: str) -> views.TableRow:
    cells = (
        views.TableCell(text=name),
        views.TableCell(number=feeling, sort=feeling) if feeling else views.TableCell(),
    )
    return views.TableRow(cells=cells, facets={"market": market})


ROWS = (
    row("Demo call", "2", "b2b"),
    row("Đăng ký", "10", "b2c"),
    row("گفت‌وگو", "", "b2b b2c"),
    row("Żaneta's fair", "7", "b2c"),
    row("Till", "1", "b2c"),
    row("Letter", "3", "b2b"),
)
MARKETS = views.Facet(
    key="market",
    label="Market",
    options=(
        views.FacetOption(value="b2c", label="B2C", count=4),
        views.FacetOption(value="b2b", label="B2B", count=3),
    ),
)
MENU = (
    views.MenuItem(
        label="Touchpoints", href="index.html", icon="touchpoint", current=True, count=6
    ),
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("site")
    table = views.Table(id="all_", title="All", columns=("Touchpoint", "Feeling"), rows=ROWS)
    view = views.IndexView(
        template="index", title="Touchpoints", url="index.html", menu=MENU, facets=(MARKETS,), tables=(table,), markdown_href="index.md"
    )  # fmt: skip
    html = PageRenderer(theme()).render(view, SITE, Messages("en"))
    assert isinstance(html, str), html
    (folder / "index.html").write_text(html, encoding="utf-8")
    (folder / "assets").mkdir()
    styles = [data for path, data in sorted(BUILT_IN.items()) if path.endswith(".css")]
    (folder / "assets" / "style.css").write_bytes(b"\n".join(styles))
    (folder / "assets" / "favicon.svg").write_bytes(BUILT_IN["static/favicon.svg"])
    (folder / "assets" / "script.js").write_bytes(BUILT_IN["static/js/site.js"])
    return (folder / "index.html").as_uri()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    assert said == []


def shown(page: Any) -> list[str]:
    return [name.strip() for name in page.locator("tbody tr:visible th").all_inner_texts()]


def test_words_narrow_the_table_whatever_their_accents(page: Any) -> None:
    page.fill("[data-find]", "zaneta")
    page.wait_for_timeout(200)
    assert shown(page) == ["Żaneta's fair"]
    page.fill("[data-find]", "dang ky")
    page.wait_for_timeout(200)
    assert shown(page) == ["Đăng ký"]
    assert page.inner_text("[role=status]") == "1 of 6 shown"


def test_a_facet_narrows_the_table_and_can_be_taken_back(page: Any) -> None:
    page.select_option("[data-facet=market]", "b2b")
    assert shown(page) == ["Demo call", "گفت‌وگو", "Letter"]
    page.click("[data-reset]")
    assert len(shown(page)) == 6
    assert page.inner_text("[role=status]") == ""


def test_numbers_sort_as_numbers_and_empty_cells_stay_last(page: Any) -> None:
    page.click("thead th:nth-child(2) .sort")
    assert shown(page) == ["Till", "Demo call", "Letter", "Żaneta's fair", "Đăng ký", "گفت‌وگو"]
    page.click("thead th:nth-child(2) .sort")
    assert shown(page) == ["Đăng ký", "Żaneta's fair", "Letter", "Demo call", "Till", "گفت‌وگو"]
    assert page.get_attribute("thead th:nth-child(2)", "aria-sort") == "descending"


def test_the_theme_is_switched_and_remembered(page: Any) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.click("[data-theme-toggle]")
    dark = page.evaluate(ground)
    assert light != dark
    page.reload()
    assert page.evaluate(ground) == dark


def test_the_page_does_not_scroll_sideways_at_320(page: Any) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_the_menu_opens_and_closes_on_a_narrow_screen(page: Any) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    assert not page.is_visible("nav.menu")
    page.click(".menu-toggle summary")
    assert page.is_visible("nav.menu")
    page.keyboard.press("Escape")
    assert not page.is_visible("nav.menu")


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page: Any) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("getComputedStyle(document.activeElement).clipPath") == "none"


def test_without_scripts_the_table_is_whole_and_nothing_offers_what_would_not_work(
    browser: Any, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address)
    assert page.locator("tbody tr:visible").count() == 6
    assert not page.is_visible("[data-facets]")
    assert not page.is_visible("[data-theme-toggle]")
    assert not page.is_visible("[data-copy]")
    page.click(".menu-toggle summary")
    assert page.is_visible("nav.menu")
    context.close()
