"""Pages of the sample atlas in real headless Chromium: from disk, and from a sub-path under the strict policy."""

from __future__ import annotations

import contextlib
import http.server
import threading
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
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
TOUCHPOINT = "touchpoint"


@pytest.fixture(scope="session")
def folder(sample_output: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("host")
    for url, data in sample_output.items():
        path = root / "wiki" / "maps" / url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


class _Handler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="session")
def server(folder: Path) -> Iterator[str]:
    handler = partial(_Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_address[1]}/wiki/maps/"
        httpd.shutdown()


@contextlib.contextmanager
def watched(browser: Browser, **options: Any) -> Iterator[tuple[Page, list[str], list[str]]]:
    """A page with everything it asks for and everything it complains about."""
    context = browser.new_context(**options)
    page = context.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
    yield page, requests, complaints
    context.close()


def pages_to_look_at(sample_output: Mapping[str, bytes]) -> tuple[str, ...]:
    touchpoint = next(url for url in sample_output if url.startswith("touchpoints/") and url.endswith(".html"))
    metric = next(url for url in sample_output if url.startswith("metrics/") and url.endswith(".html"))
    return (*PAGES, touchpoint, metric)


def test_pages_work_from_disk(browser: Browser, folder: Path, sample_output: Mapping[str, bytes]) -> None:
    root = (folder / "wiki" / "maps").as_uri() + "/"
    with watched(browser) as (page, requests, complaints):
        for url in pages_to_look_at(sample_output):
            page.goto(root + url)
            assert page.locator("h1").count() == 1
            assert page.evaluate("getComputedStyle(document.body).fontSize") == "16px"
        assert complaints == []
        assert [url for url in requests if not url.startswith(root)] == []


def test_pages_work_from_a_sub_path_under_the_strict_policy(
    browser: Browser, server: str, sample_output: Mapping[str, bytes]
) -> None:
    with watched(browser) as (page, requests, complaints):
        for url in pages_to_look_at(sample_output):
            requests.clear()
            page.goto(server + url)
            assert page.locator("h1").count() == 1
            assert len([r for r in requests if "favicon" not in r]) <= 6
            assert [r for r in requests if not r.startswith(server) and "favicon" not in r] == []
        assert [text for text in complaints if "favicon" not in text] == []


def test_pages_read_the_same_without_javascript(browser: Browser, server: str, sample_output: Mapping[str, bytes]) -> None:
    script = "document.querySelector('main').textContent.replace(/\\s+/g, ' ').trim().length"
    for url in PAGES:
        lengths = []
        for on in (True, False):
            with watched(browser, java_script_enabled=on) as (page, _, _):
                page.goto(server + url)
                lengths.append(len(" ".join(page.locator("main").inner_text().split())) if not on else page.evaluate(script))
        assert lengths[1] > 0.5 * min(lengths), url


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_no_page_scrolls_sideways(browser: Browser, server: str, width: int, sample_output: Mapping[str, bytes]) -> None:
    with watched(browser, viewport={"width": width, "height": 800}) as (page, _, _):
        for url in pages_to_look_at(sample_output):
            page.goto(server + url)
            room, used = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollWidth]")
            assert used <= room, (url, width)


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


def test_keyboard_reaches_the_content_first(browser: Browser, server: str) -> None:
    with watched(browser) as (page, _, _):
        page.goto(server + PAGES[1])
        page.keyboard.press("Tab")
        first = page.evaluate("[document.activeElement.tagName, document.activeElement.getAttribute('href')]")
        assert first[0] == "A"
        assert first[1].startswith("#")
