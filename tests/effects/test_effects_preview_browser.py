"""Live reload in a real browser, on a page whose own policy is as strict as journeybook's pages are."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Error

from journeybook.effects.preview_server import PreviewServer, open_server
from journeybook.effects.preview_state import Built, Preview

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")

POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
STYLE = b"body { height: 6000px } #map { overflow-x: auto; width: 300px } #map p { width: 4000px }"
BROKEN = '<h2>1 error</h2><pre>content/a.md:1:2</pre><script>document.title = "run"</script><img src=x onerror="alert(1)">'


def site(title: str) -> dict[str, bytes]:
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" '
        f'content="{POLICY}"><title>{title}</title><link rel="stylesheet" href="x.css"><link rel="icon" href="data:,">'
        f'</head><body><h1>{title}</h1><div id="map"><p>wide</p></div></body></html>'
    )
    return {"index.html": page.encode(), "x.css": STYLE}


def eventually(page: Any, condition: str) -> None:
    """Wait for a condition; Playwright's own waiting needs `eval`, which the page's policy forbids."""
    until = time.monotonic() + 5
    while time.monotonic() < until:
        with suppress(Error):  # the page is being loaded again
            if page.evaluate(condition):
                return
        page.wait_for_timeout(20)
    pytest.fail(f"never true: {condition}")


@pytest.fixture
def preview() -> Preview:
    preview = Preview()
    preview.show(Built(site("one")))
    return preview


@pytest.fixture
def server(preview: Preview) -> Iterator[PreviewServer]:
    with open_server(preview, "127.0.0.1", 0, allow_remote=False) as server:
        threading.Thread(
            target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        ).start()
        yield server
        preview.close()
        server.shutdown()


def test_s8_findings_cover_the_page_and_scroll_is_kept(
    browser: Any, server: PreviewServer, preview: Preview
) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: (complaints.append("dialog"), dialog.dismiss()))
    page.goto(server.url)
    page.evaluate("scrollTo(0, 1234); document.getElementById('map').scrollLeft = 567")

    preview.show(Built(None, BROKEN))
    overlay = page.locator("#journeybook-overlay section")
    overlay.wait_for(state="visible")
    assert "content/a.md:1:2" in overlay.inner_text()
    assert overlay.evaluate("box => getComputedStyle(box).borderBlockStartWidth") == "4px"
    assert page.locator("h1").inner_text() == page.title() == "one"
    page.keyboard.press("Escape")
    overlay.wait_for(state="detached")
    preview.show(Built(None, "<p>again</p>"))
    overlay.wait_for(state="visible")

    preview.show(Built(site("one")))
    overlay.wait_for(state="detached")
    preview.show(Built(site("two")))
    eventually(page, "document.title === 'two' && scrollY === 1234")
    eventually(page, "document.getElementById('map').scrollLeft === 567")
    assert page.locator("#journeybook-overlay").count() == 0
    assert complaints == []
    page.close()


def test_s8_a_page_opened_while_broken_shows_the_findings(
    browser: Any, server: PreviewServer, preview: Preview
) -> None:
    preview.show(Built(None, "<p>broken</p>"))
    page = browser.new_page()
    page.goto(server.url)
    page.locator("#journeybook-overlay section").wait_for(state="visible")
    preview.show(Built(site("mended")))
    eventually(page, "document.title === 'mended'")
    page.close()


def test_s1_a_bent_name_shows_nothing(browser: Any, server: PreviewServer) -> None:
    page = browser.new_page()
    answer = page.goto(f"http://evil.test:{server.port}/")
    assert answer.status == 421
    assert "one" not in page.content()
    page.close()


HIDING = """
let state = "visible";
Object.defineProperty(document, "visibilityState", { get: () => state });
self.show = (now) => {
  state = now;
  document.dispatchEvent(new Event("visibilitychange"));
};
"""


def test_g5_faults_tabs_that_nobody_sees_hold_no_connection(
    browser: Any, server: PreviewServer, preview: Preview
) -> None:
    """A browser opens six connections to one host. Headless tabs are all visible, so we say which
    are hidden."""
    with browser.new_context() as context:
        context.add_init_script(HIDING)
        tabs = [context.new_page() for _ in range(9)]
        for tab in tabs:
            tab.goto(server.url, timeout=5_000)
            tab.evaluate("self.show('hidden')")
        preview.show(Built(site("two")))
        tabs[-1].wait_for_timeout(300)
        assert all(tab.title() == "one" for tab in tabs)
        for tab in tabs:
            tab.evaluate("self.show('visible')")
            eventually(tab, "document.title === 'two'")
            tab.evaluate("self.show('hidden')")
