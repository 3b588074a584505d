"""What a reader types is found as typed: phrases, quotations, ids, parts of Korean words."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from journeybook.effects.disk import packaged_theme, read_theme
from journeybook.outputs.site import build
from sample import INFO

sys.path.append(str(Path(__file__).parents[1] / "search"))

from search_entries import entry
from search_site import write

ENTRIES = (
    entry("Ninety days to pay"),
    entry("Ninety days of warranty", text="Nine people count the days."),
    entry("A nine-step form", summary="Days pass."),
    entry("Technical question", text="It takes nine days until somebody answers."),
    entry("First call", url="journeys/ana/buy.html#first-visit", kind="step", id="first-visit"),
    entry("First visit of the site", text="first visit"),
    entry("온라인구매여정", lang="ko", summary="고객구매결정을 돕는다."),
    entry("배송", lang="ko"),
)


@pytest.fixture
def ask(browser: Browser, tmp_path: Path) -> Iterator[Callable[[str], list[str]]]:
    page_file = write(tmp_path, ENTRIES)
    context = browser.new_context()
    page: Page = context.new_page()
    page.goto(page_file.as_uri())
    page.keyboard.press("Control+k")
    page.wait_for_selector("dialog.search[open]")
    for _ in range(200):
        if page.evaluate("self.journeybookSearch.awaited === 0"):
            break
        page.wait_for_timeout(20)

    def titles(query: str) -> list[str]:
        page.fill("[role=combobox]", query)
        return list(page.locator(".search-title").all_inner_texts())

    yield titles
    context.close()


def test_f10_the_exact_phrase_comes_first(ask: Callable[[str], list[str]]) -> None:
    assert ask("nine days")[0] == "Technical question"


def test_f10_quotation_marks_ask_for_the_phrase(ask: Callable[[str], list[str]]) -> None:
    for query in ('"nine days"', "“nine days”", "„nine days“", "«nine days»"):
        assert ask(query) == ["Technical question"]
    assert ask('"days nine"') == []


def test_f10_a_step_is_found_by_its_id(ask: Callable[[str], list[str]]) -> None:
    assert ask("first-visit")[0] == "First call"


def test_f10_a_korean_word_is_found_inside_another(ask: Callable[[str], list[str]]) -> None:
    assert ask("구매") == ["온라인구매여정"]


@pytest.mark.parametrize("key", ["Control+k", "Meta+k"])
def test_f10_the_usual_keys_open_the_search(browser: Browser, tmp_path: Path, key: str) -> None:
    page = browser.new_page()
    page.goto(write(tmp_path, ENTRIES).as_uri())
    page.focus("#field")
    page.keyboard.press(key)
    page.wait_for_selector("dialog.search[open]")
    assert "Control+K" in str(page.get_attribute("[data-search-open]", "aria-keyshortcuts"))
    page.close()


def test_f10_names_of_lanes_are_not_indexed_and_ids_are() -> None:
    text = (
        "---\ntitle: I buy\n---\n## Awareness\n### I look {#glance}\n- does: reads\n- pain: slow\n"
    )
    files = {
        "site.yaml": "title: Maps\n",
        "content/personas/ana.md": "---\ntitle: Ana\n---\n",
        "content/journeys/ana/buy.md": text,
    }
    output = build(
        {path: text.encode() for path, text in files.items()},
        (read_theme(packaged_theme()),),
        INFO,
    ).files
    assert output is not None
    (shard,) = [data for url, data in output.items() if url.startswith("assets/search-en.")]
    data = json.loads(shard.decode().partition(".push(")[2].removesuffix(")\n"))
    (at,) = [at for at, row in enumerate(data["rows"]) if row[0].endswith("#story_glance")]
    assert "slow" in data["texts"][at]
    assert "does" not in data["texts"][at].casefold()
    assert "pain" not in data["texts"][at].casefold()
    assert "glance" in data["words"].split()
