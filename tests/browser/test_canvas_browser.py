"""The canvas in real Chromium: how much it shows, its lanes, the story beside it, the walk, the views."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from canvas_site import DENSE, LANES, LONG, SHARED, canvas_output
from playwright.sync_api import Browser, Page

from sample import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def root(
    theme_layers: tuple[Mapping[str, bytes], ...], tmp_path_factory: pytest.TempPathFactory
) -> str:
    folder = tmp_path_factory.mktemp("canvas")
    for url, data in canvas_output(theme_layers).items():
        path = folder / url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder.as_uri() + "/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A wide window; anything the page complains about fails the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert complaints == []


def until(page: Page, expression: str) -> None:
    """Wait for an expression to hold; Playwright's own way needs `eval`, which the pages' policy forbids."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never: {expression}")


def tools_loaded(page: Page) -> None:
    until(
        page, "self.journeybookMap.activate !== undefined && !!document.querySelector('#lanes_ li')"
    )


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def order_of(page: Page) -> list[str]:
    return list(
        page.evaluate(
            "[...document.querySelectorAll('tbody[data-lane]')].map(lane => lane.dataset.lane)"
        )
    )


@pytest.mark.parametrize("url", [LONG, DENSE])
def test_an_overview_shows_forty_steps_on_one_screen_and_is_remembered(
    page: Page, root: str, url: str
) -> None:
    """Also with fourteen lanes: nothing of the map is below the window or needs scrolling."""
    page.goto(root + url)
    wide = "(map => map.scrollWidth > map.clientWidth)(document.querySelector('.map-scroll'))"
    assert page.evaluate(wide)
    page.click("button[data-density=overview]")
    page.wait_for_selector(".map[data-density=overview].narrow")
    until(page, f"!{wide}")
    high = page.evaluate("document.querySelector('.map').offsetHeight")
    assert high + 56 <= 900
    assert page.evaluate(
        "(map => map.scrollHeight <= map.clientHeight)(document.querySelector('.map-scroll'))"
    )
    heads = "[...document.querySelectorAll('thead th.band > div')].map(d => d.getBoundingClientRect().left - d.parentElement.getBoundingClientRect().left)"
    assert max(page.evaluate(heads)) < 20, "the name of a stage stands where the stage begins"
    assert (
        page.locator("tbody[data-lane] th bdi:visible").count()
        == page.locator("tbody[data-lane]").count()
    )
    assert page.get_attribute("button[data-density=overview]", "aria-pressed") == "true"
    page.reload()
    page.wait_for_selector(".map[data-density=overview].narrow")
    page.click("button[data-density=full]")
    until(page, wide)


def test_all_text_is_there_without_javascript(browser: Browser, root: str) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1440, "height": 900}
    )
    opened = context.new_page()
    opened.goto(root + SHARED)
    assert opened.locator(".map-tools").is_hidden()
    assert opened.locator("#cell_look_pain").inner_text().endswith("nobody answers")
    assert opened.locator(".times").is_visible()
    shown = opened.locator("tbody.rule:visible").all_inner_texts()
    assert [text.strip() for text in shown][:1] == ["Line of interaction"]
    context.close()


def test_the_sites_order_of_lanes_holds_on_the_whole_map(page: Page, root: str) -> None:
    page.goto(root + LONG)
    assert [lane for lane in order_of(page) if lane in ("does", "pain", "thinks")] == [
        "does",
        "pain",
        "thinks",
    ]


def test_a_reader_moves_lanes_by_keyboard_and_finds_them_so_again(page: Page, root: str) -> None:
    page.goto(root + LONG)
    before = order_of(page)
    page.focus("[data-menu]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#lanes_:not([hidden])")
    page.focus("#lanes_ li:nth-child(2) button:nth-of-type(1)")
    page.keyboard.press("Enter")
    after = order_of(page)
    assert after[:2] == [before[1], before[0]]
    assert "row 1 of" in page.inner_text(".map-tools [role=status]")
    assert page.evaluate(
        "document.activeElement.closest('#lanes_ li') === document.querySelector('#lanes_ li')"
    )
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.menu") == ""
    page.reload()
    until(page, "document.querySelector('#lanes_ li')")
    assert order_of(page) == after
    page.click("[data-menu]")
    page.click("[data-reset]")
    assert order_of(page) == before


def test_a_lane_that_is_switched_off_stays_off(page: Page, root: str) -> None:
    page.goto(root + LONG)
    page.click("[data-menu]")
    page.wait_for_selector("#lanes_ input")
    page.locator("#lanes_ label", has_text="Thinks").locator("input").uncheck()
    assert page.locator("tbody[data-lane=thinks]").is_hidden()
    page.reload()
    until(page, "document.querySelector('tbody[data-lane=thinks]').hidden")


def test_the_story_opens_beside_the_map_by_keyboard_and_gives_the_focus_back(
    page: Page, root: str
) -> None:
    page.goto(root + SHARED)
    page.focus(".map-scroll")
    page.keyboard.press("ArrowDown")
    tools_loaded(page)
    cell = page.evaluate("document.activeElement.id || document.activeElement.closest('[id]').id")
    page.keyboard.press("Enter")
    page.wait_for_selector(".map-panel")
    assert page.evaluate("document.activeElement.className").startswith("map-panel")
    assert "We look" in page.inner_text(".map-panel")
    assert page.url.endswith("#look")
    page.keyboard.press("Escape")
    assert page.locator(".map-panel").count() == 0
    assert (
        page.evaluate("document.activeElement.id || document.activeElement.closest('[id]').id")
        == cell
    )


def test_an_open_story_follows_the_arrows(page: Page, root: str) -> None:
    page.goto(root + SHARED)
    page.click("#cell_look_does", position={"x": 5, "y": 5})
    page.wait_for_selector(".map-panel")
    assert focused(page) == "cell_look_does"
    page.keyboard.press("ArrowRight")
    until(page, "document.querySelector('.map-panel h4').textContent.includes('We choose')")
    assert page.url.endswith("#choose")


def test_a_title_leads_to_the_story_below_where_there_is_no_room_beside(
    browser: Browser, root: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    opened = context.new_page()
    opened.goto(root + SHARED)
    opened.click("#choose a")
    until(opened, "location.hash === '#story_choose'")
    assert opened.locator(".map-panel").count() == 0
    context.close()


def test_every_cell_that_says_something_has_a_link(page: Page, root: str) -> None:
    page.goto(root + SHARED)
    bare = page.evaluate(
        "[...document.querySelectorAll('tbody[data-lane] td:not(:empty):not([id]):not([colspan])')].length"
    )
    assert bare == 0
    page.hover("#cell_look_pain")
    tools_loaded(page)
    page.hover("#cell_look_does")
    page.hover("#cell_look_pain")
    assert page.get_attribute("#cell_look_pain .cell-link", "href") == "#cell_look_pain"
    page.click("#cell_look_pain .cell-link")
    assert page.url.endswith("#cell_look_pain")


def test_the_blueprint_groups_lanes_and_draws_its_three_lines(page: Page, root: str) -> None:
    page.goto(root + SHARED)
    page.click("button[data-view=blueprint]")
    until(
        page,
        "document.querySelector('button[data-view=blueprint]').getAttribute('aria-pressed') === 'true'",
    )
    rows = page.evaluate(
        "[...document.querySelectorAll('.map tbody:not([hidden])')].map(r => r.dataset.rule || r.dataset.lane)"
    )
    assert rows[-6:] == [
        "interaction",
        "frontstage",
        "visibility",
        "backstage",
        "internal",
        "support",
    ]
    assert "says" not in rows
    assert "metric" not in rows
    page.click("button[data-view=journey]")
    assert page.locator("tbody[data-lane=says]").is_visible()


def test_the_time_view_takes_the_place_of_the_map(page: Page, root: str) -> None:
    page.goto(root + SHARED)
    assert page.locator(".times").is_hidden()
    page.click("button[data-view=time]")
    page.wait_for_selector(".times:visible")
    assert page.locator(".map-scroll").is_hidden()
    ends = page.evaluate(
        """() => {
          const row = [...document.querySelectorAll('.times tbody tr')].find(r => r.textContent.includes('We look'));
          const axis = row.querySelector('.axis').getBoundingClientRect();
          return ['time', 'wait'].map(k => row.querySelector('.is-' + k).getBoundingClientRect().width / axis.width);
        }"""
    )
    assert ends == pytest.approx(
        [0.197, 0.812], abs=0.01
    )  # ln 30 and ln 1,209,600 by ln 31,536,000
    assert "no time given" in page.locator(".times tr", has_text="We wait").inner_text()


def test_the_walk_goes_by_keyboard_and_comes_back(page: Page, root: str) -> None:
    page.goto(root + SHARED)
    page.keyboard.press("p")
    page.wait_for_selector("dialog.walk[open]")
    count = page.locator(".walk-count")
    assert "Two of us buy" in page.inner_text(".walk-cover")
    page.keyboard.press("ArrowRight")
    assert count.inner_text() == "Step 1 of 3"
    assert "Where do I start?" in page.inner_text(".walk-main")
    assert "nobody answers" in page.inner_text(".walk-main")
    for key, wanted in (
        ("ArrowRight", 2),
        (" ", 3),
        (" ", 3),
        ("ArrowLeft", 2),
        ("Home", 0),
        ("ArrowRight", 1),
        ("End", 3),
    ):
        page.keyboard.press(key)
        if wanted == 0:
            assert page.locator(".walk-cover").count() == 1
            continue
        assert count.inner_text() == f"Step {wanted} of 3"
    assert page.locator(".walk .curve .here").count() == 1
    page.click("text=By stages")
    assert count.inner_text() == "Stage 1 of 1"
    page.keyboard.press("Escape")
    assert page.locator("dialog.walk[open]").count() == 0
    until(
        page, "document.activeElement.hasAttribute('data-walk')"
    )  # the dialog tells that it closed a moment later


STILL = """async () => {
  let before, same = 0;
  while (same < 8) {
    await new Promise(requestAnimationFrame);
    const now = [scrollY, ...document.querySelectorAll('.map-scroll, dialog, .map-panel')].map(
      e => e.getBoundingClientRect ? [e.getBoundingClientRect().top, e.scrollLeft, e.scrollTop] : e).join();
    same = now === before ? same + 1 : 0;
    before = now;
  }
  await Promise.all(document.getAnimations().filter(a => a.timeline === document.timeline).map(a => a.finished.catch(() => 0)));
}"""
"""Waits until nothing moves or scrolls any more."""


@pytest.mark.parametrize("key", ["Enter", "p"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm ci")
def test_panel_and_walk_have_no_fault_that_axe_finds(
    browser: Browser, root: str, key: str, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        bypass_csp=True,
    )
    opened = context.new_page()
    opened.goto(root + SHARED)
    opened.focus(".map-scroll")
    opened.keyboard.press("ArrowDown")
    tools_loaded(opened)
    opened.keyboard.press(key)
    opened.wait_for_selector(".map-panel, dialog.walk[open]")
    opened.evaluate(STILL)  # a link that is half scrolled away is too small a target
    opened.add_script_tag(content=Path(AXE).read_text())
    found = opened.evaluate("tags => axe.run({runOnly: tags})", RULES)
    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found["violations"]] == []
    context.close()


def test_faults_g13_a_change_of_view_leaves_no_complaint_in_the_console(
    page: Page, root: str
) -> None:
    """The curve of a hidden map has no size, and nothing can be scaled to it."""
    page.goto(root + SHARED)
    for density in ("overview", "full"):
        page.click(f"button[data-density={density}]")
        page.wait_for_selector(f".map[data-density={density}]")
        for view in ("time", "blueprint", "journey"):
            page.click(f"button[data-view={view}]")
            page.wait_for_selector(f".map[data-view={view}]")
            page.set_viewport_size({"width": 1200, "height": 800})
            page.set_viewport_size({"width": 1440, "height": 900})
            marks = "[...document.querySelectorAll('svg.curve [transform]')]"
            odd = (
                f"{marks}.filter(one => /Infinity|NaN/.test(one.getAttribute('transform'))).length"
            )
            assert page.evaluate(odd) == 0


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm ci")
def test_links_keep_their_size_in_the_overview_of_many_lanes(browser: Browser, root: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    opened = context.new_page()
    opened.goto(root + DENSE)
    assert opened.locator("tbody[data-lane]").count() == LANES
    opened.click("button[data-density=overview]")
    opened.wait_for_selector(".map[data-density=overview].narrow")
    opened.add_script_tag(content=Path(AXE).read_text())
    found = opened.evaluate("axe.run('.map', {runOnly: {type: 'rule', values: ['target-size']}})")
    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found["violations"]] == []
    context.close()


def test_a_map_of_twenty_four_steps_stays_within_its_weight(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    """The whole page, before compression: fourteen lanes, two people, the time view and all stories."""
    page = canvas_output(theme_layers, 24)[DENSE]
    assert page.count(b" data-lane=") == LANES
    assert len(page) <= 120 * 1024


def test_a_map_prints_on_landscape_pages(browser: Browser, root: str, tmp_path: Path) -> None:
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(root + LONG)
    opened.pdf(path=str(tmp_path / "map.pdf"), prefer_css_page_size=True)
    boxes = re.findall(
        rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", (tmp_path / "map.pdf").read_bytes()
    )
    assert any(1190 < float(width) < 1192 and float(height) < 843 for width, height in boxes)
    context.close()


@pytest.mark.parametrize("view", ["journey", "time"])
def test_a_phone_scrolls_one_way_outside_the_map(browser: Browser, root: str, view: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    opened = context.new_page()
    opened.goto(root + LONG)
    opened.click(f"button[data-view={view}]")
    until(opened, f"document.querySelector('.map').dataset.view === '{view}'")
    opened.click("[data-menu]")
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320
    assert opened.locator(".map-read").is_visible()
    context.close()
