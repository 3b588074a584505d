"""M1-M3 in a browser without any Content-Security-Policy: nothing runs, nothing is asked for, the page stays whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from brs_kb import get_all_payloads
from playwright.sync_api import Browser

from prose.page import ATTRIBUTES, ELEMENTS, html
from prose.test_safety import HTML_VECTORS, POSITIONS, TARGET_VECTORS

PUBLIC = sorted({str(entry["payload"]) for entry in get_all_payloads().values()})


def _page(number: int) -> str:
    """A fifth of the vectors: our own in every position, the public ones in the position of their turn."""
    own = [
        position.replace("{}", vector)
        for vector in (*HTML_VECTORS, *TARGET_VECTORS)
        for position in POSITIONS
    ]
    public = [
        POSITIONS[at % len(POSITIONS)].replace("{}", vector) for at, vector in enumerate(PUBLIC)
    ]
    texts = [*own, *public][number::5]
    return (
        "<!DOCTYPE html><title>x</title><main>"
        + "\n".join(map(html, texts))
        + "</main><footer>whole</footer>"
    )


@pytest.mark.parametrize("number", range(5))
def test_m1_m2_m3_hostile_prose_does_nothing_in_a_browser(
    browser: Browser, tmp_path: Path, number: int
) -> None:
    file = tmp_path / "page.html"
    file.write_text(_page(number), "utf-8", "replace")
    context = browser.new_context()
    page = context.new_page()
    happened: list[str] = []
    page.on("request", lambda request: happened.append(f"asked for {request.url}"))
    page.on("dialog", lambda dialog: (happened.append(f"said {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: happened.append(f"ran {error}"))
    page.on("popup", lambda popup: happened.append(f"opened {popup.url}"))
    page.goto(file.as_uri())
    page.mouse.move(200, 200)
    page.keyboard.press("Tab")
    seen = page.evaluate(
        "[...document.querySelectorAll('main, main *')].map(e => [e.localName, e.getAttributeNames(), e.parentNode.namespaceURI])"
    )
    # The picture of the test site is not there, and the page is opened from disk.
    assert [what for what in happened if not what.endswith(("page.html", "/assets/map.png"))] == []
    assert {name for name, _, _ in seen} <= {*ELEMENTS, "main"}
    assert {name for _, names, _ in seen for name in names} <= ATTRIBUTES
    assert {space for _, _, space in seen} == {"http://www.w3.org/1999/xhtml"}
    assert page.locator("body > footer").inner_text() == "whole"
    assert page.evaluate(
        "[...document.links].every(a => ['https:', 'http:', 'mailto:', 'file:'].includes(a.protocol))"
    )
    context.close()
