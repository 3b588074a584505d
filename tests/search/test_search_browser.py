"""The search panel in a real browser, from a disk and over HTTP under the strict policy."""

from __future__ import annotations

import statistics
import threading
import time
import unicodedata
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from search_entries import MIXED, synthetic
from search_site import write

from journeybook.outputs.search import fold

POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"


class Strict(SimpleHTTPRequestHandler):
    """Files under the policy, and no icon."""

    def do_GET(self) -> None:
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write(folder, MIXED)
    for entry in MIXED:
        target = folder / entry.url.partition("#")[0]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("<!DOCTYPE html><title>Found</title>")
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/pages/a.html"
        server.shutdown()
        thread.join()


ALL_THERE = "self.journeybookSearch.awaited === 0"
"""Every part of the index has come: until then, results may still change."""


def until(page: Any, condition: str, seconds: float = 30) -> None:
    """Wait for a condition; the browser's own waiting needs `eval`, which the policy forbids."""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(10)


class Reader:
    """A reader with a keyboard in front of one page."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.said: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url.rsplit("/", 1)[-1]))

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def open(self) -> None:
        self.press("/")
        until(
            self.page,
            "!!self.journeybookSearch.fold && !document.querySelector('.search-filters').hidden",
        )
        until(self.page, ALL_THERE)

    def close(self) -> None:
        self.press("Escape")
        self.page.wait_for_selector("dialog.search", state="hidden")

    def ask(self, query: str) -> list[str]:
        """The titles that a query finds, in order."""
        self.page.fill("[role=combobox]", query)
        return list(self.page.locator(".search-title").all_inner_texts())

    def evaluate(self, script: str) -> Any:
        return self.page.evaluate(script)

    @property
    def active(self) -> str:
        """The option the keyboard stands on."""
        return str(
            self.evaluate(
                "(document.getElementById(document.activeElement.getAttribute('aria-activedescendant')) || {}).textContent || ''"
            )
        )

    @property
    def status(self) -> str:
        return str(self.page.inner_text(".search-status"))


@pytest.fixture(params=["disk", "http"])
def reader(browser: Any, folder: Path, request: pytest.FixtureRequest) -> Iterator[Reader]:
    context = browser.new_context(color_scheme="light")
    reader = Reader(context.new_page())
    address = (
        request.getfixturevalue("server")
        if request.param == "http"
        else (folder / "pages/a.html").as_uri()
    )
    reader.page.goto(address)
    yield reader
    context.close()
    assert reader.said == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("zgloszenie", "Zgłoszenie usterki w Łodzi"),
        ("zgłoszenie łodzi", "Zgłoszenie usterki w Łodzi"),
        ("lodz", "Zgłoszenie usterki w Łodzi"),
        ("jazn", "Zgłoszenie usterki w Łodzi"),
        ("diem cham", "Điểm chạm đăng ký"),
        ("điểm chạm", "Điểm chạm đăng ký"),
        ("dang ky", "Điểm chạm đăng ký"),
        ("bieu mau", "Điểm chạm đăng ký"),
        ("پمپ", "سفر خرید پمپ"),
        ("میخواهم", "سفر خرید پمپ"),
        ("می‌خواهم", "سفر خرید پمپ"),
        ("می خواهم", "سفر خرید پمپ"),
        ("كتاب 12", "سفر خرید پمپ"),
        ("يكي", "سفر خرید پمپ"),
        ("العميل", "رحلة العميل"),
        ("عميل", "رحلة العميل"),
        ("رحله", "رحلة العميل"),
        ("strassenfest", "Straßenfest"),
        ("STRASSE", "Straßenfest"),
        ("kaufer", "Straßenfest"),
        ("旅程", "客户旅程地图"),
        ("委员会", "客户旅程地图"),
    ],
)
def test_words_of_many_languages_are_found_with_and_without_marks(
    reader: Reader, query: str, first: str
) -> None:
    reader.open()
    assert reader.ask(query)[:1] == [first]
    assert reader.page.locator(".search-hit mark").count() > 0


@pytest.mark.parametrize(
    "query", ["shipmnt", "shipmnet", "shipmeent", "shipmant", "hsipment", "shipment"]
)
def test_one_wrong_letter_is_forgiven(reader: Reader, query: str) -> None:
    reader.open()
    assert reader.ask(query) == ["Delivery on the ramp"]
    assert reader.page.inner_text(".search-text mark") == "shipment"
    assert reader.page.inner_text(".search-text").startswith("… ")


def test_short_words_are_not_guessed_and_all_words_must_be_there(reader: Reader) -> None:
    reader.open()
    assert reader.ask("dxm") == []
    assert reader.status == "No results for “dxm”."
    assert reader.ask("demo shipment") == []
    assert reader.ask("demo $& {query}") == []
    assert reader.status == "No results for “demo $& {query}”."
    assert (
        reader.ask("follow-up")
        == reader.ask("followup")
        == reader.ask("up follow")
        == ["She signs"]
    )


def test_a_hit_in_the_title_stands_before_one_in_the_summary(reader: Reader) -> None:
    reader.open()
    assert reader.ask("demo") == ["Demo call", "I replace the pumps"]
    assert reader.status == "Results: 2"
    assert reader.ask("pump")[0] == "I replace the pumps"


def test_nothing_is_loaded_before_the_first_use(reader: Reader) -> None:
    reader.page.wait_for_load_state("networkidle")
    assert not [name for name in reader.requests if "search" in name]
    reader.open()
    loaded = [name for name in reader.requests if "search" in name]
    assert loaded[0] == "search-index.js"
    assert len(loaded) == 10  # the manifest, the panel's sheet and script, and seven languages
    reader.close()
    reader.press("/")
    assert reader.ask("demo")
    assert [name for name in reader.requests if "search" in name] == loaded


def test_a_slash_right_after_closing_opens_the_panel_again(reader: Reader) -> None:
    """The focus stays in the closed panel until the next frame, which may be late."""
    reader.open()
    reader.evaluate(
        """() => {
          document.querySelector("dialog.search").close();
          document.querySelector("[role=combobox]").dispatchEvent(new KeyboardEvent("keydown", {key: "/", bubbles: true}));
        }"""
    )
    assert reader.page.is_visible("dialog.search")


def test_words_typed_while_the_index_loads_are_answered(reader: Reader) -> None:
    reader.press("Control+k")
    reader.page.keyboard.type("demo")
    reader.page.wait_for_selector(".search-hit")
    assert reader.page.inner_text(".search-title >> nth=0") == "Demo call"


def test_a_walk_with_the_keyboard_alone(reader: Reader) -> None:
    reader.page.focus("[data-search-open]")
    reader.press("Enter")
    until(reader.page, ALL_THERE)
    reader.page.keyboard.type("a")
    until(reader.page, "document.querySelectorAll('[role=option]').length > 3")
    assert reader.page.get_attribute("[role=combobox]", "aria-expanded") == "true"
    names = [
        text.split("\n")[0]
        for text in reader.page.locator("[role=option] .search-title").all_inner_texts()
    ]
    assert reader.active.startswith(names[0])
    reader.press("ArrowDown")
    assert reader.active.startswith(names[1])
    reader.press("End")
    assert reader.active.startswith(names[-1])
    reader.press("ArrowDown")
    assert reader.active.startswith(names[0])
    reader.press("ArrowUp")
    assert reader.active.startswith(names[-1])
    reader.press("Home")
    assert reader.active.startswith(names[0])
    assert reader.page.locator("[aria-selected=true]").count() == 1
    reader.close()
    assert reader.evaluate("document.activeElement.dataset.searchOpen") == ""
    reader.press("Enter")
    reader.page.keyboard.type("signs")  # the old words were selected, and are replaced
    assert reader.page.input_value("[role=combobox]") == "signs"
    with reader.page.expect_navigation():
        reader.press("Enter")
    assert reader.page.url.endswith("journeys/ana/buy.html#story_sign")


def test_home_and_end_move_within_the_words_before_an_arrow_was_used(reader: Reader) -> None:
    reader.open()
    reader.ask("emo")
    reader.press("Home")
    reader.page.keyboard.type("d")
    assert reader.page.input_value("[role=combobox]") == "demo"


def test_the_slash_is_a_letter_in_a_field_and_can_be_switched_off(reader: Reader) -> None:
    reader.page.focus("#field")
    reader.press("/")
    assert reader.page.input_value("#field") == "/"
    reader.press("Control+k")
    assert reader.page.is_visible("dialog.search")
    reader.page.uncheck("[data-slash]")
    reader.close()
    assert reader.evaluate("document.activeElement.id") == "field"
    reader.evaluate("document.activeElement.blur()")
    reader.press("/")
    assert not reader.page.is_visible("dialog.search")
    reader.page.reload()
    reader.press("/")
    assert not reader.page.is_visible("dialog.search")


def test_filters_narrow_and_say_how_many_there_are(reader: Reader) -> None:
    reader.open()
    chips = ".search-chip:visible"
    assert "Journey" in reader.page.inner_text(f"{chips} >> nth=0")
    market = reader.page.locator("[data-facet='2']")
    assert market.locator("option").all_inner_texts() == ["All", "B2B (3)", "B2C (1)"]
    market.select_option("B2B")
    assert reader.status == "Results: 3"
    assert reader.page.locator("[data-facet='0'] option").all_inner_texts() == [
        "All",
        "Ana (3)",
        "Bo (1)",
    ]
    assert reader.ask("shipment") == []
    assert market.locator("option").all_inner_texts() == ["All", "B2C (1)", "B2B (0)"]
    market.select_option("")
    assert reader.ask("demo") == ["Demo call", "I replace the pumps"]
    reader.page.click(".search-chip.kind-journey")
    assert reader.page.locator(".search-title").all_inner_texts() == ["I replace the pumps"]
    assert reader.page.get_attribute(".search-chip.kind-journey", "aria-pressed") == "true"
    reader.page.click(".search-chip.kind-journey")
    assert reader.page.locator(".search-title").count() == 2


def test_texts_are_never_markup(reader: Reader) -> None:
    reader.open()
    assert reader.ask("bold") == ['<b>Bold</b> & "quoted"']
    assert reader.page.locator(".search-list :is(img, b)").count() == 0
    assert "<img src=x" in reader.page.inner_text(".search-text")


def test_results_show_kind_path_and_language(reader: Reader) -> None:
    reader.open()
    reader.ask("signs")
    assert reader.page.inner_text(".search-path") == "I replace the pumps / Decision"
    assert reader.page.get_attribute(".search-list .search-hit use", "href") == "#i_step"
    assert reader.page.get_attribute(".search-group", "aria-label") == "Step"
    reader.ask("پمپ")
    assert reader.page.get_attribute(".search-hit", "lang") == "fa"


def test_folding_is_the_same_in_both_languages(reader: Reader) -> None:
    letters = [
        chr(code)
        for code in range(0x20, 0x30000)
        if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")
    ]
    reader.open()
    folded = reader.page.evaluate(
        "letters => letters.map(letter => self.journeybookSearch.fold(letter))", letters
    )
    assert [
        (letter, own, fold(letter))
        for letter, own in zip(letters, folded, strict=True)
        if own != fold(letter)
    ] == []


def test_without_scripts_nothing_offers_to_search(browser: Any, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "pages/a.html").as_uri())
    assert not page.is_visible("[data-search-open]")
    assert not page.is_visible("dialog.search")
    context.close()


def test_a_missing_index_is_said(browser: Any, tmp_path: Path) -> None:
    page_file = write(tmp_path, MIXED)
    (tmp_path / "assets/search-index.js").unlink()
    context = browser.new_context()
    reader = Reader(context.new_page())
    reader.page.goto(page_file.as_uri())
    reader.press("/")
    until(
        reader.page, "!document.querySelector('.search-status').textContent.startsWith('Loading')"
    )
    assert reader.status == "The search index could not be loaded."
    context.close()


@pytest.mark.parametrize(("lang", "scheme", "width"), [("en", "light", 1280), ("en", "dark", 1280), ("fa", "light", 1280), ("en", "light", 390), ("fa", "dark", 320)])  # fmt: skip
def test_the_panel_fits_every_screen(
    browser: Any, tmp_path: Path, lang: str, scheme: str, width: int
) -> None:
    page_file = write(tmp_path, [*MIXED, *synthetic(300)], lang=lang)
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 700})
    reader = Reader(context.new_page())
    reader.page.goto(page_file.as_uri())
    reader.open()
    reader.ask("ka")
    box = reader.page.locator("dialog.search").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 700
    for part in ("dialog.search", ".search-list"):
        assert reader.evaluate(
            f"(e => e.scrollWidth <= e.clientWidth)(document.querySelector('{part}'))"
        ), part
    small = reader.evaluate(
        "[...document.querySelectorAll('.search :is(button, select, input, [role=option])')].filter(e => e.checkVisibility() && e.type !== 'checkbox' && e.getBoundingClientRect().height < 24).map(e => e.className)"
    )
    assert small == []
    assert reader.said == []
    context.close()


@pytest.mark.parametrize("split_above", [None, 1])
def test_five_thousand_pages_answer_at_once(
    browser: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], split_above: int | None
) -> None:
    entries = synthetic(5000)
    begun = time.perf_counter()
    page_file = write(tmp_path, entries, split_above=split_above)
    built = time.perf_counter() - begun
    size = sum(path.stat().st_size for path in (tmp_path / "assets").glob("search*"))
    context = browser.new_context()
    page = context.new_page()
    page.goto(page_file.as_uri())
    begun = time.perf_counter()
    page.keyboard.press("/")
    until(
        page,
        "!!self.journeybookSearch.fold && self.journeybookSearch.find('ka').found.length > 0",
        60,
    )
    page.wait_for_load_state("networkidle")
    loaded = time.perf_counter() - begun
    rare = entries[4321].title.split()[-1]
    queries = [
        "k",
        "ka",
        "kalo",
        "kalo mi",
        entries[77].title,
        rare,
        rare[:-1],
        "kalomitux",
        entries[9].title[:-2] + "xx",
        "zzzz",
        "",
    ]
    times = page.evaluate(
        """queries => queries.map(query => {
          const input = document.querySelector("[role=combobox]");
          const took = [];
          for (let i = 0; i < 5; i++) {
            const begun = performance.now();
            input.value = query;
            input.dispatchEvent(new Event("input"));
            took.push(performance.now() - begun);
          }
          return took.sort((a, b) => a - b)[2];
        })""",
        queries,
    )
    median = statistics.median(times)
    with capsys.disabled():
        print(
            f"\n5,000 pages, split {split_above}: built {built:.1f} s, {size / 1e6:.1f} MB, loaded {loaded:.2f} s, median {median:.1f} ms, slowest {max(times):.1f} ms",
            dict(zip(queries, [round(t, 1) for t in times], strict=True)),
        )
    assert median < 250
    context.close()
