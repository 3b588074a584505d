"""No page breaks a rule of WCAG 2.2 A or AA that a machine can check: axe-core in real Chromium, one page a kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from kinds import KINDS, RIGHT_TO_LEFT
from looking import watched
from playwright.sync_api import Browser, Page

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What can change with colours and with width; the other rules look at the same document again.
COLOURS = ["color-contrast", "link-in-text-block"]
# Pages that keep colours of their own where the reader forces theirs: drawn lines, pips, bars, marks.
DRAWN = (
    "home",
    "journey",
    "touchpoint",
    "metric",
    "opportunity-index",
    "pain-index",
    "compare",
    "markets",
)
LAYOUT = ["target-size", "scrollable-region-focusable", "meta-viewport"]


def violations(page: Page, rules: list[str] | None = None) -> list[str]:
    """The rule, the element, and what axe says, for each violation."""
    only: dict[str, Any] = (
        {"type": "rule", "values": rules} if rules else {"type": "tag", "values": LEVELS}
    )
    script = (
        "async only => (await axe.run(document, {runOnly: only, resultTypes: ['violations'], preload: false, iframes: false}))"
        ".violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + n.failureSummary))"
    )
    found: list[str] = page.evaluate(script, only)
    return found[:8]


def load_axe(page: Page, url: str) -> None:
    """The page with axe in it."""
    page.goto(url)
    page.evaluate(AXE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "redirect"])
def test_a_page_has_no_violation_in_any_theme_and_width(
    browser: Browser, server: str, kind: str
) -> None:
    with watched(browser, viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as (
        page,
        _,
        _,
    ):
        load_axe(page, server + KINDS[kind])
        assert violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert violations(page, COLOURS) == [], "dark"
        if kind in DRAWN:
            page.emulate_media(color_scheme="light", forced_colors="active")
            assert violations(page, COLOURS) == [], "forced colours"
            page.emulate_media(forced_colors="none")
        page.set_viewport_size({"width": 320, "height": 640})
        assert violations(page, LAYOUT) == [], "320 px"


@pytest.mark.parametrize("kind", RIGHT_TO_LEFT)
def test_a_page_from_right_to_left_has_no_violation(
    browser: Browser, server: str, kind: str
) -> None:
    with watched(browser, viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as (
        page,
        _,
        _,
    ):
        load_axe(page, server + RIGHT_TO_LEFT[kind])
        assert page.evaluate("document.documentElement.dir") == "rtl"
        assert violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert violations(page, COLOURS) == [], "dark"


def test_the_checker_finds_what_is_wrong(browser: Browser, server: str) -> None:
    """A page with faults fails in the mode that has them: pale text in the dark, a field without a name, small targets."""
    with watched(browser, viewport={"width": 1280, "height": 900}) as (page, _, _):
        load_axe(page, server + KINDS["page"])
        page.evaluate(
            """() => {
              document.querySelector('main').insertAdjacentHTML('beforeend',
                '<p class="pale">Pale in the dark</p><input><p><button class="tiny">a</button><button class="tiny">b</button></p>');
              const sheet = new CSSStyleSheet();
              sheet.replaceSync('@media (prefers-color-scheme: dark) { .pale { color: #333 } }'
                + '@media (max-width: 400px) { .tiny { all: unset; display: inline-block; width: 8px; height: 8px } }');
              document.adoptedStyleSheets = [sheet];
            }"""
        )
        assert [text.split(":")[0] for text in violations(page)] == ["label"]
        page.emulate_media(color_scheme="dark")
        assert [text.split(":")[0] for text in violations(page, COLOURS)] == ["color-contrast"]
        page.set_viewport_size({"width": 320, "height": 640})
        assert {text.split(":")[0] for text in violations(page, LAYOUT)} == {"target-size"}
