"""The comparison page in a real browser: from disk, with and without scripts, by keyboard, and for a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from journeybook.catalog.catalog import Catalog
from journeybook.diff.compare import compare
from journeybook.diff.compared import Compared
from journeybook.effects.disk import packaged_theme, read_theme
from journeybook.outputs.changes_page import changes_page
from sites import BUY, site

BEFORE = """\
---
title: I buy
---
## Awareness
### I look around {#look}
- emotion: +1 curious
- does: reads three catalogues
- pain: No prices online !high
### I ask <b>a friend</b> {#ask}
- emotion: 0 calm
## Decision
### I wait {#wait}
- emotion: 0 calm
### I buy {#buy}
- emotion: +2 glad
"""
AFTER = """\
---
title: I buy
---
## Awareness
### I look around {#look}
- emotion: -1 lost
- does: reads four catalogues
### I wait {#wait}
- emotion: 0 calm
## Decision
### I pay {#pay}
### I buy {#buy}
- emotion: +2 glad
"""


def catalog(text: str, language: str) -> Catalog:
    return site({"site.yaml": f"title: T\nlanguage: {language}\n", BUY: text}).catalog


def written(folder: Path, language: str = "en") -> Path:
    before, after = catalog(BEFORE, language), catalog(AFTER, language)
    made = changes_page(
        Compared(compare(before, after, base="main", head="HEAD"), before, after),
        read_theme(packaged_theme()),
    )
    assert isinstance(made, str), made
    path = folder / f"changes-{language}.html"
    path.write_text(made, "utf-8")
    return path


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The page from disk; anything a policy refuses or a script throws fails the test."""
    opened = browser.new_page()
    problems: list[str] = []
    opened.on("console", lambda message: problems.append(message.text))
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on(
        "request",
        lambda request: None if request.url.startswith("file:") else problems.append(request.url),
    )
    opened.goto(written(tmp_path).as_uri())
    yield opened
    opened.close()
    assert problems == []


def test_columns_stand_in_head_order_with_removed_steps_in_their_place(page: Page) -> None:
    heads = [re.sub(r"\s+", " ", text) for text in page.locator("thead th[id]").all_inner_texts()]
    assert heads == [
        "1 · Awareness I look around changed",
        "2 · Awareness I ask <b>a friend</b> removed step",
        "3 · Decision → Awareness I wait moved",
        "4 · Decision I pay new step",
        "5 · Decision I buy",
    ]


def test_words_that_came_and_went_are_marked_and_tagged(page: Page) -> None:
    row = page.get_by_role("row", name="Does")
    assert row.locator("del").all_inner_texts() == ["three"]
    assert row.locator("ins").all_inner_texts() == ["four"]
    assert row.locator(".tag").all_inner_texts() == ["changed"]
    assert page.get_by_role("row", name="Pain points").locator(".tag").all_inner_texts() == [
        "removed"
    ]


def test_both_curves_are_drawn_with_the_difference_and_said_in_words(page: Page) -> None:
    drawing = page.get_by_role("img")
    assert "I look around: +1 → −1" in (drawing.get_attribute("aria-label") or "")
    assert page.locator("svg path.before, svg path.after").count() == 2
    assert page.locator("svg text.gap-label").all_text_contents() == ["−2"]


def test_j_and_k_go_from_change_to_change(page: Page) -> None:
    ids = page.locator("[data-change]").evaluate_all("all => all.map(one => one.id)")
    assert len(ids) > 3
    walked = []
    for key in "jjjk":
        page.keyboard.press(key)
        walked.append(page.evaluate("document.activeElement.id"))
    assert walked == [ids[0], ids[1], ids[2], ids[1]]


def test_only_changed_columns_can_be_shown_without_any_script(
    browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(written(tmp_path).as_uri())
    assert page.locator("thead th[id]:visible").count() == 5
    page.get_by_label("Show changed columns only").check()
    assert page.locator("thead th[id]:visible").count() == 4
    assert page.get_by_text("Shortcuts:").is_hidden()
    context.close()


def test_print_shows_what_changed(page: Page) -> None:
    page.emulate_media(media="print")
    assert page.locator("thead th[id]:visible").count() == 4
    assert page.locator(".switch").is_hidden()


def test_a_change_leads_to_its_column(page: Page) -> None:
    page.get_by_role("link", name="emotion changed from").click()
    assert page.evaluate("document.querySelector(':target').innerText").startswith("1")


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_assistive_technology(
    browser: Browser, tmp_path: Path, language: str, scheme: str
) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(written(tmp_path, language).as_uri())
    page.add_script_tag(path=Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js")
    found = page.evaluate(
        "axe.run().then(found => found.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 160))]))"
    )
    context.close()
    assert found == []
