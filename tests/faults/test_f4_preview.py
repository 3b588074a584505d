"""A save in the preview keeps the reader's place, shows every finding, and leads to the file."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page

from journeybook.effects.preview_server import PreviewServer, open_server
from journeybook.effects.preview_state import Built, Preview
from journeybook.outputs.site import Ready, build, prepare
from journeybook.report.editor_links import EDITORS, address_of, linking
from journeybook.report.overlay import overlay
from journeybook.report.preview_findings import (
    NOWHERE,
    places_of,
    places_while_broken,
    preview_findings,
)
from journeybook.text import Span
from sample import INFO

MAP = "content/journeys/ana/buy.md"
STAGES = ("Awareness", "Consideration", "Decision", "Onboarding", "Retention")
URL = "journeys/ana/buy.html"
Layers = tuple[Mapping[str, bytes], ...]


def journey(steps: int = 24, says: str = "I am at step") -> str:
    lines = ["---", "title: I buy", "---"]
    for at in range(steps):
        if at % 6 == 0:
            lines.append(f"## {STAGES[at // 6]}")
        lines += [
            f"### Step {at} {{#s{at}}}",
            f"- does: {says} {at}",
            f"- emotion: {at % 5 - 2:+d}",
            "- touchpoint: shop",
            f"- pain: hurts {at} !high",
            "- time: 10m",
            "",
            f"The story of step {at}.",
            "",
        ]
    return "\n".join(lines)


def files(**more: str) -> dict[str, bytes]:
    own = {
        "site.yaml": "title: Maps\n",
        "content/personas/ana.md": "---\ntitle: Ana\n---\n",
        "content/touchpoints/shop.md": "---\ntitle: The shop\n---\n",
        MAP: journey(),
    }
    return {path: text.encode() for path, text in {**own, **more}.items()}


class Author:
    """Saves a site, and has the preview show it."""

    def __init__(self, preview: Preview, layers: Layers) -> None:
        self.preview, self.layers, self.places = preview, layers, NOWHERE

    def saves(self, source: Mapping[str, bytes]) -> None:
        ready = prepare(source, self.layers, INFO)
        link_of = linking("vscode://file{path}:{line}:{column}", "/home/ana/my maps")
        if not isinstance(ready, Ready):
            covering = overlay(ready.diagnostics, ready.sources, link_of)
            places = places_while_broken(ready.catalog, self.places)
            self.preview.show(
                Built(None, covering, preview_findings(ready.diagnostics, places, link_of))
            )
            return
        output = build(source, self.layers, INFO).files
        places = places_of(ready.checked.catalog, ready.checked.plan)
        self.places = places
        listed = preview_findings(ready.diagnostics, places, link_of)
        self.preview.show(Built(output, "", listed))


@pytest.fixture
def author(theme_layers: Layers) -> Author:
    author = Author(Preview(), theme_layers)
    author.saves(files())
    return author


@pytest.fixture
def server(author: Author) -> Iterator[PreviewServer]:
    with open_server(author.preview, "127.0.0.1", 0, allow_remote=False) as server:
        threading.Thread(
            target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        ).start()
        yield server
        author.preview.close()
        server.shutdown()


@pytest.fixture
def page(browser: Browser, server: PreviewServer) -> Iterator[Page]:
    """A page without complaints, closed before the server is."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    yield page
    context.close()
    assert complaints == []


def until(page: Page, condition: str) -> Any:
    """Wait for a condition; Playwright's own waiting needs `eval`, which the policy forbids."""
    end = time.monotonic() + 8
    while time.monotonic() < end:
        with suppress(Error):  # the page is being loaded again
            if value := page.evaluate(condition):
                return value
        page.wait_for_timeout(20)
    return pytest.fail(f"never true: {condition}")


SCROLLED = "[scrollY, document.querySelector('.map-scroll').scrollLeft]"


def scroll(page: Page) -> list[float]:
    page.evaluate(
        "document.querySelector('.map-scroll').scrollTo({left: 900, behavior: 'instant'})"
    )
    page.evaluate("scrollTo({top: 320, behavior: 'instant'})")
    place: list[float] = page.evaluate(SCROLLED)
    assert place == [320, 900]
    return place


def test_f4_a_save_replaces_what_changed_and_nothing_moves(
    page: Page, server: PreviewServer, author: Author
) -> None:
    page.goto(server.url + URL)
    page.click("button[data-view=time]")
    until(page, "document.querySelector('.map').dataset.view === 'time'")
    page.click("button[data-view=journey]")
    page.click("button[data-density=compact]")
    place = scroll(page)
    page.evaluate("self.still = document.querySelector('.map table')")

    author.saves(files(**{MAP: journey(says="Now I reach")}))

    until(page, "document.querySelector('#cell_s7_does').textContent.includes('Now I reach')")
    assert page.evaluate("self.still.isConnected"), "the page was not loaded again"
    assert page.evaluate(SCROLLED) == place
    assert page.evaluate("document.querySelector('.map').dataset.density") == "compact"


def test_f4_opened_parts_and_the_story_beside_the_map_stay(
    page: Page, server: PreviewServer, author: Author
) -> None:
    page.goto(server.url + URL)
    page.click("#cell_s2_does", position={"x": 5, "y": 5})
    page.wait_for_selector(".map-panel")
    page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true })")
    author.saves(files(**{MAP: journey().replace("The story of step 2.", "Another story.")}))
    until(page, "document.querySelector('.map-panel').textContent.includes('Another story.')")
    assert page.evaluate("document.querySelector('main details').open")


def test_f4_a_new_step_loads_the_page_again_and_everything_is_as_before(
    page: Page, server: PreviewServer, author: Author
) -> None:
    page.goto(server.url + URL)
    page.click("#cell_s2_does", position={"x": 5, "y": 5})
    page.wait_for_selector(".map-panel")
    page.click("button[data-density=compact]")
    page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true })")
    place = scroll(page)
    page.evaluate("self.still = true")

    author.saves(files(**{MAP: journey(25)}))

    until(page, "document.getElementById('s24') && !self.still")
    until(page, f"String({SCROLLED}) === '{place[0]},{place[1]}'")
    until(
        page, "document.querySelector('.map-panel')?.textContent.includes('The story of step 2.')"
    )
    assert page.evaluate("document.querySelector('main details').open")
    until(page, "document.querySelector('.map').dataset.density === 'compact'")


def test_f4_a_presentation_goes_on_with_the_new_words(
    page: Page, server: PreviewServer, author: Author
) -> None:
    page.goto(server.url + URL)
    page.keyboard.press("p")
    page.wait_for_selector("dialog.walk[open]")
    page.keyboard.press("End")
    assert "I am at step 23" in page.inner_text(".walk-main")
    author.saves(files(**{MAP: journey(says="Now I reach")}))
    until(page, "document.querySelector('.walk-main').textContent.includes('Now I reach 23')")
    author.saves(files(**{MAP: journey(25)}))  # the page is loaded again
    until(page, "document.getElementById('s24')")
    until(page, "document.querySelector('dialog.walk[open]')?.textContent.includes('step 23')")


def test_f4_a_search_stays_open_with_its_words(
    page: Page, server: PreviewServer, author: Author
) -> None:
    page.goto(server.url + URL)
    page.keyboard.press("/")
    page.fill("dialog.search input[role=combobox]", "step 7")
    page.wait_for_selector("[role=option]")
    for text in (journey(says="Now I reach"), journey(25)):
        author.saves(files(**{MAP: text}))
        until(page, f"document.body.textContent.includes('{text.count('###') - 1}')")
        until(page, "document.querySelector('dialog.search').open")
        until(page, "document.querySelector('[role=combobox]').value === 'step 7'")
        until(page, "document.querySelector('[role=option]')")


def test_f4_filters_and_the_order_of_a_table_stay(
    page: Page, server: PreviewServer, author: Author
) -> None:
    page.goto(server.url + "pains.html")
    page.fill("[data-find]", "hurts 1")
    until(page, "document.querySelectorAll('tr[data-row]:not([hidden])').length === 12")
    page.click("thead button.sort")
    page.click("thead button.sort")
    heads = "[...document.querySelectorAll('tr[data-row]:not([hidden]) th')].map(e => e.innerText)"
    before = page.evaluate(heads)
    author.saves(files(**{MAP: journey().replace("hurts 13", "hurts 130")}))
    until(page, "document.body.textContent.includes('hurts 130')")
    changed = [head.replace("hurts 13", "hurts 130") for head in before]
    assert sorted(page.evaluate(heads)) == sorted(changed)
    assert page.input_value("[data-find]") == "hurts 1"
    assert page.get_attribute("thead th[aria-sort]", "aria-sort") == "descending"


def test_f4_warnings_reach_the_browser_with_their_step_and_their_file(
    page: Page, server: PreviewServer, author: Author
) -> None:
    page.goto(server.url + URL)
    until(page, "document.querySelector('#journeybook-findings')")
    text = journey().replace("- touchpoint: shop", "- touchpoint: shop, kiosk", 1)
    author.saves(files(**{MAP: text}))
    until(page, "document.querySelector('#s0 .journeybook-mark')")
    assert page.locator(".journeybook-mark").count() >= 2, "on the map and in the story"
    badge = page.locator("#journeybook-findings .badge")
    assert "on this page" in badge.inner_text()
    page.locator("#s0 .journeybook-mark").click()
    entry = page.locator("#journeybook-findings li", has_text="kiosk").first
    assert entry.is_visible()
    link = entry.locator("a.place").get_attribute("href")
    assert link is not None
    assert link.startswith(f"vscode://file/home/ana/my%20maps/{MAP}:")
    assert entry.locator(".copy").is_visible()
    assert page.evaluate("location.hash") == "", "a mark opens the list, not the story"
    page.keyboard.press("Escape")
    assert entry.is_hidden()
    author.saves(files())
    until(page, "!document.querySelector('#s0 .journeybook-mark')")


def test_f4_an_error_over_the_page_leads_to_its_file(
    page: Page, server: PreviewServer, author: Author
) -> None:
    page.goto(server.url + URL)
    author.saves(files(**{MAP: journey().replace("title:", "titel:")}))
    box = page.locator("#journeybook-overlay section")
    box.wait_for(state="visible")
    link = box.locator(".where a").first
    assert link.get_attribute("href") == f"vscode://file/home/ana/my%20maps/{MAP}:2:1"
    copy = box.locator("[data-copy-place]").first
    assert copy.get_attribute("data-copy-place") == f"{MAP}:2:1"
    assert copy.is_visible()


def test_f4_a_step_with_an_error_is_marked_on_the_last_good_page(
    page: Page, server: PreviewServer, author: Author
) -> None:
    page.goto(server.url + URL)
    author.saves(files(**{MAP: journey().replace("- time: 10m", "- time: soon", 1)}))
    page.locator("#journeybook-overlay section").wait_for(state="visible")
    page.keyboard.press("Escape")
    until(page, "document.querySelector('#s0 .journeybook-mark')")
    assert page.locator("#s1 .journeybook-mark").count() == 0


def test_f4_every_finding_names_its_page_and_its_step(theme_layers: Layers) -> None:
    text = journey(2).replace("- touchpoint: shop", "- touchpoint: kiosk")
    ready = prepare(files(**{MAP: text}), theme_layers, INFO)
    assert isinstance(ready, Ready)
    places = places_of(ready.checked.catalog, ready.checked.plan)
    listed = json.loads(preview_findings(ready.diagnostics, places))
    about = [entry for entry in listed if "kiosk" in entry["message"]]
    assert {entry["page"] for entry in about} == {URL}
    assert {entry["anchor"] for entry in about} <= {"s0", "s1"}
    assert about


@pytest.mark.parametrize(
    ("editor", "link"),
    [
        ("vscode", "vscode://file/a%20b/content/%D9%82.md:3:5"),
        ("idea", "idea://open?file=/a%20b/content/%D9%82.md&line=3&column=5"),
        ("none", ""),
        ("subl://open?url={path}&line={line}", "subl://open?url=/a%20b/content/%D9%82.md&line=3"),
    ],
)
def test_f4_places_open_in_the_editor_of_the_author(editor: str, link: str) -> None:
    address = address_of(editor)
    assert address is not None
    assert linking(address, "/a b/")(Span("content/ق.md", 3, 5, 3, 6)) == link


@pytest.mark.parametrize("editor", ["emacs", "", "javascript:{path}", "DATA:{path}", "x://file"])
def test_f4_an_address_that_opens_no_file_is_refused(editor: str) -> None:
    assert editor not in EDITORS
    assert address_of(editor) is None
