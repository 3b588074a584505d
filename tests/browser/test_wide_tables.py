"""What is wider than a phone says so: a shade at the edge behind which it goes on, without any script."""

from __future__ import annotations

import zlib

import pytest
from looking import watched
from playwright.sync_api import Browser, Page

# A list, a map, the buying committee; the last two run from right to left.
WIDE = [
    ("touchpoints/index.html", ".scroll", "right"),
    ("journeys/babak-maintenance/buy-transfer-pumps.html", ".map-scroll", "left"),
    ("journeys/babak-maintenance/buy-transfer-pumps.html", ".scroll:has(.seats)", "left"),
]


def brightness(page: Page, x: float, y: float) -> int:
    """Red of one pixel: in the picture of a single pixel nothing but its colour follows the byte of the filter."""
    picture = page.screenshot(clip={"x": x, "y": y, "width": 1, "height": 1})
    data, at = b"", 8
    while at < len(picture):
        length = int.from_bytes(picture[at : at + 4], "big")
        data += picture[at + 8 : at + 8 + length] if picture[at + 4 : at + 8] == b"IDAT" else b""
        at += 12 + length
    return zlib.decompress(data)[1]


@pytest.mark.parametrize(("url", "region", "side"), WIDE)
@pytest.mark.parametrize("forced", ["none", "active"])
def test_the_edge_behind_which_it_goes_on_is_shaded(
    browser: Browser, server: str, url: str, region: str, side: str, forced: str
) -> None:
    with watched(browser, java_script_enabled=False, viewport={"width": 390, "height": 844}) as (
        page,
        _,
        _,
    ):
        page.emulate_media(reduced_motion="reduce", forced_colors=forced)  # type: ignore[arg-type]
        page.goto(server + url)
        part = page.locator(region).first
        part.evaluate("e => e.scrollIntoView()")
        box = part.evaluate(
            "e => { const b = e.getBoundingClientRect(); return [b.left, b.right, b.top, e.scrollHeight] }"
        )
        x = box[1] - 3 if side == "right" else box[0] + 2
        places = [
            max(box[2], 0) + 8 + share * min(box[3], 600) / 8 for share in range(8)
        ]  # some with words or colours
        at_start = [brightness(page, x, y) for y in places]
        part.evaluate(
            "e => { e.scrollLeft = (getComputedStyle(e).direction === 'rtl' ? -1 : 1) * e.scrollWidth }"
        )
        at_end = [brightness(page, x, y) for y in places]
        assert max(abs(one - other) for one, other in zip(at_start, at_end, strict=True)) > 30, (
            at_start,
            at_end,
        )


def test_the_heads_of_the_heat_map_stand_on_one_line(browser: Browser, server: str) -> None:
    """Some are links, as high as a finger needs, and the first is a word."""
    with watched(browser, viewport={"width": 1440, "height": 900}) as (page, _, _):
        page.goto(f"{server}heat-map.html")
        ends = (
            page.locator(".grid")
            .first.locator("thead th")
            .evaluate_all(
                """heads => heads.map(head => {
              const words = document.createRange();
              words.selectNodeContents(head);
              return [...words.getClientRects()].pop().bottom;
            })"""
            )
        )
        assert max(ends) - min(ends) < 1, ends
