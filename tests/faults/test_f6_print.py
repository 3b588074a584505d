"""On paper, nothing is cut off: every column of a table, every line of code, icons, titles and the day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from canvas_map import DENSE_URL, canvas_output, written
from playwright.sync_api import Browser, Page

from journeybook.outputs.site import build
from sample import INFO
from sites import DEFAULTS

PROSE = f"""---
title: Prose
menu: yes
---
| {" | ".join(f"head {n}" for n in range(14))} |
|{"---|" * 14}
| {" | ".join(["averylongwordinacell"] * 14)} |

    {"code that goes on and on " * 20}
"""
FITS = """() => [...document.querySelectorAll('.prose :is(table, pre)')].map(part =>
  [part.scrollWidth <= part.clientWidth + 1, part.getBoundingClientRect().right <= document.documentElement.clientWidth])"""


@pytest.fixture(scope="module")
def root(
    tmp_path_factory: pytest.TempPathFactory, theme_layers: tuple[Mapping[str, bytes], ...]
) -> str:
    files = {**DEFAULTS, "content/pages/prose.md": PROSE}
    output = build({path: text.encode() for path, text in files.items()}, theme_layers, INFO).files
    assert output is not None
    return written(tmp_path_factory.mktemp("print"), {**canvas_output(theme_layers), **output})


@pytest.fixture
def paper(browser: Browser) -> Iterator[Page]:
    """A page as wide as a sheet of A4 between its margins."""
    context = browser.new_context(viewport={"width": 703, "height": 1000})
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def test_f6_tables_and_code_keep_all_columns(paper: Page, root: str) -> None:
    paper.goto(root + "pages/prose.html")
    assert paper.evaluate(FITS) == [[True, True], [True, True]]


def test_f6_every_sheet_has_the_title_of_page_and_site_and_the_day(paper: Page, root: str) -> None:
    paper.goto(root + "pages/prose.html")
    paper.evaluate("dispatchEvent(new Event('beforeprint'))")
    rule = paper.evaluate("document.adoptedStyleSheets[0].cssRules[0].cssText")
    day = paper.evaluate("new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date())")
    assert "@top-left" in rule
    assert '"Prose"' in rule
    assert f'"Our journeys · {day}"' in rule


def test_f6_the_sheet_of_the_map_has_its_title_and_signs_without_icons(
    paper: Page, root: str
) -> None:
    paper.goto(root + DENSE_URL)
    assert "A long way, told in full" in paper.inner_text(".map-head")
    sign = "e => [getComputedStyle(e, '::before').content, getComputedStyle(e.firstChild).display]"
    content, icon = paper.locator(".signs .is-truth").first.evaluate(sign)
    assert content == '"★"'
    assert icon == "none"
    shown = paper.locator("tbody[data-lane]").evaluate_all(
        "all => all.filter(e => getComputedStyle(e).display !== 'none').map(e => e.dataset.lane)"
    )
    assert set(shown) == {"does", "emotion", "moment of truth", "touchpoint", "pain", "delight"}
