"""Pages of the sample atlas in real headless Chromium: from disk, and from a sub-path under the strict policy."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from looking import watched
from playwright.sync_api import Browser

PAGES = (
    "index.html",
    "journeys/marta-maintenance/replace-the-pumps.html",
    "journeys/babak-maintenance/buy-transfer-pumps.html",
    "journeys/linh-runner/first-running-shoes.html",
    "touchpoints/index.html",
    "opportunities/index.html",
    "personas/marta-maintenance.html",
    "pages/how-we-map.html",
)


def pages_to_look_at(sample_output: Mapping[str, bytes]) -> tuple[str, ...]:
    touchpoint = next(
        url for url in sample_output if url.startswith("touchpoints/") and url.endswith(".html")
    )
    metric = next(
        url for url in sample_output if url.startswith("metrics/") and url.endswith(".html")
    )
    return (*PAGES, touchpoint, metric)


def test_pages_work_from_disk(
    browser: Browser, folder: Path, sample_output: Mapping[str, bytes]
) -> None:
    root = (folder / "wiki" / "maps").as_uri() + "/"
    with watched(browser) as (page, requests, complaints):
        for url in pages_to_look_at(sample_output):
            page.goto(root + url)
            assert page.locator("h1").count() == 1
            assert page.evaluate("getComputedStyle(document.body).fontSize") == "16px"
        assert complaints == []
        assert [url for url in requests if not url.startswith(root)] == []


def test_the_canvas_is_aligned_with_its_curve(browser: Browser, server: str) -> None:
    """Every point of the curve stands over the middle of its step's column, a little aside where two people meet."""
    for url in (PAGES[1], PAGES[2]):
        with watched(browser, viewport={"width": 1440, "height": 900}) as (page, _, _):
            page.goto(server + url)
            off = page.evaluate(
                """() => {
                  const middle = box => box.left + box.width / 2;
                  const bad = [];
                  for (const point of document.querySelectorAll('svg.curve .t0 a[href^="#"]')) {
                    const id = decodeURIComponent(point.getAttribute('href').slice(1));
                    const column = document.getElementById(id);
                    if (!column) { bad.push(id + ' has no column'); continue; }
                    const shape = point.querySelector('circle, path, rect, polygon, use, g') || point;
                    const gap = Math.abs(middle(shape.getBoundingClientRect()) - middle(column.getBoundingClientRect()));
                    if (gap > 16) bad.push(id + ' is off by ' + gap);
                  }
                  return [document.querySelectorAll('svg.curve .t0 a[href^="#"]').length, bad];
                }"""
            )
            assert off[0] > 3, url
            assert off[1] == [], url


def test_the_persian_page_runs_from_right_to_left(browser: Browser, server: str) -> None:
    with watched(browser, viewport={"width": 1440, "height": 900}) as (page, _, _):
        page.goto(server + PAGES[2])
        assert page.evaluate("document.documentElement.dir") == "rtl"
        heading = page.evaluate("getComputedStyle(document.querySelector('h1')).direction")
        assert heading == "rtl"
