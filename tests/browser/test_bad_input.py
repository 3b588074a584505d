"""Bad input still reads well: nothing sticks out of a page, and no text lies over another, at a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import bad_input
import pytest
from looking import SIDEWAYS, TEXT_SPACING, served, watched
from playwright.sync_api import Browser, Page

from journeybook.outputs.site import build
from sample import INFO

# Texts that lie over each other: the boxes of all visible lines of text, compared from top to bottom.
OVERLAPS = """() => {
  const boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  // A box as far as it is seen: what scrolls on its own is cut at its edges.
  const seen = (box, element) => {
    let [left, right, top, bottom] = [box.left, box.right, box.top, box.bottom];
    for (let p = element; p && p !== document.body; p = p.parentElement) {
      const style = getComputedStyle(p), edge = p.getBoundingClientRect();
      if (style.overflowX !== 'visible') [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      if (style.overflowY !== 'visible') [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    return {left, right, top, bottom, width: right - left, height: bottom - top};
  };
  const shown = element => {
    if (!element.checkVisibility()) return false;
    for (let p = element; p && p !== document.body; p = p.parentElement) {
      const style = getComputedStyle(p);
      if (['fixed', 'sticky', 'absolute'].includes(style.position) || style.visibility === 'hidden') return false;
      if (p.matches('canvas, .unseen, .canvas, [data-canvas], dialog, template')) return false;
    }
    return true;
  };
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || !shown(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // A line's box is as high as its font asks for; the letters stand in the middle of it.
    for (const line of range.getClientRects()) {
      const box = seen(line, node.parentElement);
      if (box.width > 1 && box.height > 4) boxes.push({node, left: box.left + 1, right: box.right - 1, top: box.top + box.height * 0.3, bottom: box.bottom - box.height * 0.3});
    }
  }
  boxes.sort((a, b) => a.top - b.top);
  const found = [];
  boxes.forEach((a, at) => {
    for (let next = at + 1; next < boxes.length && boxes[next].top < a.bottom; next += 1) {
      const b = boxes[next];
      if (a.node !== b.node && a.left < b.right && b.left < a.right && found.length < 6)
        found.push(a.node.data.trim().slice(0, 30) + ' | ' + b.node.data.trim().slice(0, 30)
          + ' in ' + a.node.parentElement.tagName + '.' + a.node.parentElement.className);
    }
  });
  return found;
}"""
URLS = (
    "index.html",
    "journeys/index.html",
    "personas/index.html",
    "touchpoints/index.html",
    "channels/index.html",
    "stages/index.html",
    "moments-of-truth.html",
    "pains.html",
    "opportunities/index.html",
    "collateral/index.html",
    "metrics/index.html",
    "evidence/index.html",
    "questions.html",
    "answers.html",
    "compare/index.html",
    "compare/p1_long--p2_mixed.html",
    "compare/p1_sixty--p1_crowd.html",
    "heat-map.html",
    "committees.html",
    "channel-flow.html",
    "b2b-b2c.html",
    "trust.html",
    "changes.html",
    "journeys/p1/one-step.html",
    "journeys/p1/sixty.html",
    "journeys/p1/crowd.html",
    "journeys/p1/long.html",
    "journeys/p2/emoji.html",
    "journeys/p2/mixed.html",
    "journeys/p2/no-feeling.html",
    "personas/p1.html",
    "personas/p2.html",
    "channels/shop.html",
    "touchpoints/demo.html",
    "collateral/sheet.html",
    "evidence/e1.html",
    "opportunities/o1.html",
    "metrics/gaps.html",
    "stages/awareness.html",
    "pages/wide.html",
    "404.html",
)


@pytest.fixture(scope="module")
def bad_site(
    theme_layers: tuple[Mapping[str, bytes], ...],
    put_on_disk: Callable[[Mapping[str, bytes]], Path],
) -> Iterator[str]:
    built = build(bad_input.SITE, theme_layers, INFO)
    assert built.files is not None, [d for d in built.diagnostics if d.severity == "error"]
    assert set(URLS) <= set(built.files)
    with served(put_on_disk(built.files)) as address:
        yield address


@pytest.fixture(scope="module")
def screen(browser: Browser) -> Iterator[Page]:
    with watched(browser, viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as (
        page,
        _,
        _,
    ):
        yield page


def unreadable(page: Page) -> list[str]:
    """What sticks out of the page, and what lies over what."""
    over, culprits = page.evaluate(SIDEWAYS)
    sideways = [f"{over} px too wide: {culprit}" for culprit in culprits or ["?"]] if over else []
    return [*sideways, *page.evaluate(OVERLAPS)]


@pytest.mark.parametrize("url", URLS)
def test_a_page_with_bad_input_reads_well(screen: Page, bad_site: str, url: str) -> None:
    for width in (1280, 320):
        screen.set_viewport_size({"width": width, "height": 900})
        screen.goto(bad_site + url)
        assert screen.locator("h1").count() == 1
        assert unreadable(screen) == [], f"at {width} px"
    screen.evaluate(TEXT_SPACING)
    assert unreadable(screen) == [], "with wide text spacing"


@pytest.mark.parametrize("width", [1280, 320])
def test_an_empty_site_says_so(
    browser: Browser,
    theme_layers: tuple[Mapping[str, bytes], ...],
    put_on_disk: Callable[[Mapping[str, bytes]], Path],
    width: int,
) -> None:
    built = build(bad_input.EMPTY, theme_layers, INFO)
    assert built.files is not None
    with (
        served(put_on_disk(built.files)) as address,
        watched(browser, viewport={"width": width, "height": 900}) as (page, _, _),
    ):
        for url in ("index.html", "journeys/index.html", "404.html"):
            page.goto(address + url)
            assert page.locator("h1").count() == 1
            assert unreadable(page) == []


def test_a_missing_image_is_a_finding_and_no_page(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    built = build(bad_input.MISSING, theme_layers, INFO)
    assert built.files is None
    assert "JB163" in {finding.code for finding in built.diagnostics}


def test_the_measure_finds_what_is_wrong(screen: Page, bad_site: str) -> None:
    screen.set_viewport_size({"width": 1280, "height": 900})
    screen.goto(bad_site + "404.html")
    assert unreadable(screen) == []
    screen.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<p class=over>Over</p><p class=under>Under</p>')"
    )
    screen.evaluate(
        "() => { const sheet = new CSSStyleSheet(); sheet.replaceSync('.under { margin-top: -1.6em !important } .over { width: 200vw }');"
        " document.adoptedStyleSheets = [sheet]; }"
    )
    found = unreadable(screen)
    assert any("too wide" in text for text in found)
    assert any("Over | Under" in text for text in found)
