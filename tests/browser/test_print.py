"""Maps on paper: their essentials on one landscape sheet, the heads of stages and steps on each sheet.

A head holds a link to its story, and Chromium writes links into a PDF without packing them: so they can be counted
without reading the text of pages.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from looking import watched
from playwright.sync_api import Browser, Page

MAPS = (
    "journeys/marta-maintenance/replace-the-pumps.html",
    "journeys/ines-sales-ops/live-with-the-crm.html",
    "journeys/ruth-running-shop/take-a-new-brand.html",
    "journeys/babak-maintenance/buy-transfer-pumps.html",
)
# How many rows could lose their lane's head: a row holds its own head, and a lane of two rows stays together.
TORN = """() => [...document.querySelectorAll('.map tbody[data-lane] tr')].filter(row =>
  getComputedStyle(row).breakInside !== 'avoid'
  || (!row.querySelector('th') && getComputedStyle(row.parentElement).breakInside !== 'avoid')).length"""


def printed(page: Page, url: str, to: Path) -> bytes:
    page.goto(url)
    return page.pdf(path=to, prefer_css_page_size=True)


def target(anchor: str) -> bytes:
    """A link to a place in the document, as Chromium writes it: percent-encoded, each `%` by its number."""
    return f"/Dest /{quote(anchor).replace('%', '#25')}>>".encode()


@pytest.mark.parametrize("url", MAPS)
def test_f6_the_essentials_of_a_map_are_printed_on_one_a3_sheet_with_all_heads(
    browser: Browser, server: str, tmp_path: Path, url: str
) -> None:
    with watched(browser) as (page, _, _):
        made = printed(page, server + url, tmp_path / "map.pdf")
        steps = page.evaluate(
            "[...document.querySelectorAll('.map thead th[id]')].map(head => head.id)"
        )
        stages = page.evaluate(
            "[...document.querySelectorAll('.map thead th div > a')].map(link => link.hash.slice(1))"
        )
    sizes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", made)
    landscape = [size for size in sizes if float(size[0]) > float(size[1])]
    assert [round(float(width)) for width, _ in landscape] == [1191], "420 mm"
    for step in steps:
        assert made.count(target(f"story_{step}")) == len(landscape), step
    for stage in stages:  # linked from the list at the top and from the table of times as well
        assert made.count(target(stage)) >= len(landscape), stage


def test_on_paper_a_lane_keeps_its_head_and_the_curve_in_words_comes_first(
    browser: Browser, server: str
) -> None:
    with watched(browser) as (page, _, _):
        page.goto(server + MAPS[0])
        page.emulate_media(media="print")
        assert page.evaluate(TORN) == 0
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.map thead')).display")
            == "table-header-group"
        )
        top = "element => element.getBoundingClientRect().top"
        assert page.locator(".curve-words").evaluate(top) < page.locator(".map table").evaluate(top)
