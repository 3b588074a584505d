"""What holds for every kind of page: it fits, it reads without scripts, it asks for nothing, it can be walked by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from kinds import KINDS, RIGHT_TO_LEFT
from looking import SIDEWAYS, TEXT_SPACING, watched
from playwright.sync_api import Browser, Page, ViewportSize

from journeybook.outputs.site import Built
from journeybook.pages.plan import plan

SHOWN = [kind for kind in KINDS if kind != "redirect"]
EVERY = [
    *((kind, KINDS[kind]) for kind in SHOWN),
    *((f"{kind}-rtl", url) for kind, url in RIGHT_TO_LEFT.items()),
]
PHONE: ViewportSize = {"width": 320, "height": 640}
FIRST = "A #main_"
DESK: ViewportSize = {"width": 1280, "height": 800}

# The words of the main part, also of what is folded; without the controls, which need scripts.
WORDS = """() => {
  const words = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest('button:not(.sort), select, label, legend, summary, script, [role=status], [data-picker], [hidden]')) continue;
    words.push(...walker.currentNode.data.split(/\\s+/).filter(Boolean));
  }
  return words;
}"""

# Notes each stop of the focus when Tab is pressed again: a name, whether it is seen, in order, and on the screen.
RECORD = """() => {
  window.stops = [];
  const walked = new Map();
  let last = null;
  window.note = () => {
    const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return;
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    if (!walked.has(e)) walked.set(e, walked.size);
    window.stops.push({
      at: walked.get(e),
      name: e.tagName + ' ' + (e.getAttribute('href') || e.textContent.trim().slice(0, 30)),
      seen: (parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none') || style.boxShadow !== 'none',
      backwards: !!last && !!(last.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING),
      inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    });
    last = e;
  };
  document.addEventListener('keydown', window.note, true);
}"""
# What moves by itself; a shade that follows the scroll position does not.
MOVING = """() => [document.documentElement, ...document.body.querySelectorAll('*')].filter(e => {
  const s = getComputedStyle(e);
  return (s.transitionDuration !== '0s' && s.transitionProperty !== 'none') || (s.animationName !== 'none' && s.animationTimeline === 'auto')
    || s.scrollBehavior === 'smooth';
}).map(e => e.tagName + '.' + e.className).slice(0, 5)"""


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[tuple[Page, list[str], list[str]]]:
    with watched(browser, viewport=PHONE) as made:
        yield made


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Page]:
    """A desk's screen of a reader who asked for stillness."""
    with watched(browser, viewport=DESK, reduced_motion="reduce") as (page, _, _):
        yield page


@pytest.fixture(scope="module")
def without_scripts(browser: Browser) -> Iterator[Page]:
    with watched(browser, java_script_enabled=False, viewport=DESK) as (page, _, _):
        yield page


def test_every_kind_of_page_is_visited(sample_site: Built) -> None:
    """The sample site has a page of every kind, at the address in `kinds.py`."""
    made, _ = plan(sample_site.catalog)
    assert {page.kind for page in made.pages} == set(KINDS)
    assert {page.kind: page.url for page in made.pages if page.url in KINDS.values()} == KINDS


@pytest.mark.parametrize(("kind", "url"), EVERY, ids=[kind for kind, _ in EVERY])
def test_a_page_fits_and_asks_for_nothing_outside(
    phone: tuple[Page, list[str], list[str]], server: str, kind: str, url: str
) -> None:
    """At 320 px (400 % zoom), 640 px (200 %) and 1440 px no page moves sideways, also with wide text spacing."""
    page, requests, complaints = phone
    requests.clear()
    complaints.clear()
    page.set_viewport_size(PHONE)
    page.goto(server + url)
    assert page.locator("h1").count() == 1
    own = [request for request in requests if "favicon" not in request]
    assert [request for request in own if not request.startswith(server)] == []
    assert len(own) <= 6
    assert sideways(page) == {}
    page.evaluate(TEXT_SPACING)
    assert sideways(page) == {}, "text spacing"
    page.set_viewport_size({"width": 640, "height": 500})
    assert sideways(page) == {}, "zoom of 200 %"
    page.set_viewport_size({"width": 1440, "height": 900})
    assert sideways(page) == {}, "1440 px"
    assert [text for text in complaints if "favicon" not in text] == []


def sideways(page: Page) -> dict[str, Any]:
    """By how much a page can be moved sideways and by what; empty if it cannot."""
    over, culprits = page.evaluate(SIDEWAYS)
    return {"over": over, "by": culprits} if over else {}


@pytest.mark.parametrize("kind", SHOWN)
def test_a_page_says_the_same_without_scripts(
    still: Page, without_scripts: Page, server: str, kind: str
) -> None:
    """Scripts add controls; whoever has none misses no word."""
    said = []
    for page in (still, without_scripts):
        page.goto(server + KINDS[kind])
        # Evaluating goes through the debugger, which works where the page's own scripts do not run.
        words = page.evaluate(WORDS)
        if (
            page is still and page.locator("[data-view=time]").count()
        ):  # with scripts the times are a view of the map
            page.locator("[data-view=time]").click()
            page.locator(".times").wait_for()
            words += page.evaluate(WORDS)
        said.append(words)
    assert len(said[1]) > 5
    assert set(said[0]) == set(said[1])


@pytest.mark.parametrize("kind", [kind for kind in SHOWN if kind != "missing"])
def test_a_page_can_be_walked_by_keyboard(still: Page, server: str, kind: str) -> None:
    """The skip link first, then in the order of the document, each stop seen and on the screen; nothing moves by itself."""
    still.goto(server + KINDS[kind])
    assert still.evaluate(MOVING) == []
    stops = walk(still, 40)
    assert stops[0]["name"] == FIRST
    stops = stops[
        : next((at for at, stop in enumerate(stops) if at and stop["name"] == FIRST), len(stops))
    ]
    assert [stop["name"] for stop in stops if not stop["seen"]] == [], "the focus cannot be seen"
    assert [stop["name"] for stop in stops if stop["backwards"]] == [], (
        "against the order of the document"
    )
    assert [stop["name"] for stop in stops if not stop["inside"]] == [], "off the screen"
    assert len({stop["at"] for stop in stops}) == len(stops), "the focus does not move on"
    # From the last link of the content the focus goes on, out of the page and in again: nothing holds it.
    still.evaluate("[...document.querySelectorAll('main a[href]')].pop().focus()")
    assert FIRST in [stop["name"] for stop in walk(still, 10)]


def walk(page: Page, most: int) -> list[dict[str, Any]]:
    """Press Tab so often; where the focus went."""
    page.evaluate(RECORD)
    for _ in range(most):
        page.keyboard.press("Tab")
    stops: list[dict[str, Any]] = page.evaluate("(window.note(), window.stops)")
    return stops


def test_the_skip_link_leads_to_the_content(still: Page, server: str) -> None:
    still.goto(server + KINDS["trust"])
    for key in ("Tab", "Enter", "Tab"):
        still.keyboard.press(key)
    assert still.evaluate("!!document.activeElement.closest('main')")
