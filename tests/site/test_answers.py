"""Pages that answer questions: calculated from the maps, valid on sites of any size, readable without scripts."""

from __future__ import annotations

import dataclasses
import datetime
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser
from test_any_map import SITE, broken

from journeybook.insight.build_info import Change
from journeybook.outputs.site import build
from journeybook.pages.answers import markets
from sample import INFO

TODAY = INFO.today
ATOM = "{http://www.w3.org/2005/Atom}"
PAIR = "compare/marta-maintenance_replace-the-pumps--marta-maintenance_replace-the-pumps-2027.html"
Layers = tuple[Mapping[str, bytes], ...]


def words(page: bytes) -> str:
    """What a page says."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.decode()))


def built(files: Mapping[str, str], layers: Layers, **info: object) -> Mapping[str, bytes]:
    data = {**SITE, **{path: text.encode() for path, text in files.items()}}
    made = build(data, layers, dataclasses.replace(INFO, **info))  # type: ignore[arg-type]
    assert made.files is not None, made.diagnostics
    assert broken(made.files, "/maps/") == []
    return made.files


def test_one_entry_of_the_menu_leads_to_every_answer(sample_output: Mapping[str, bytes]) -> None:
    home = sample_output["index.html"].decode()
    (opened,) = re.findall('<details class="submenu">.*?</details>', home, re.S)
    answers = sample_output["answers.html"].decode()
    for url in (
        "compare/index",
        "heat-map",
        "committees",
        "channel-flow",
        "b2b-b2c",
        "trust",
        "changes",
    ):
        assert home.count(f'href="{url}.html"') == opened.count(f'href="{url}.html"') == 1
        assert f'href="{url}.html"' in answers
        assert f"{url}.md" in sample_output
    assert f'href="{PAIR}"' in answers


def test_a_comparison_with_the_future_shows_the_gap(sample_output: Mapping[str, bytes]) -> None:
    said = words(sample_output[PAIR])
    for part in (
        "At a glance",
        "Gap to the future state",
        "Emotion curves",
        "1. Awareness",
        "Step removed",
        "New step",
    ):
        assert part in said
    other = words(
        sample_output[
            "compare/marta-maintenance_replace-the-pumps--noor-runner_shoes-before-the-race.html"
        ]
    )
    assert "Gap to the future state" not in other


def test_fourteen_dimensions_and_the_shorter_lists(sample_output: Mapping[str, bytes]) -> None:
    rows = re.findall(r'<tr data-sets="([a-z ]+)">', sample_output["b2b-b2c.html"].decode())
    assert len(rows) == 14
    assert all(set(row.split()) <= {"all", "group", "people", "sales"} for row in rows)


def test_an_emotion_is_never_shown_by_colour_alone(sample_output: Mapping[str, bytes]) -> None:
    cells = re.findall(
        r'<td class="tone-[a-z]+">(.*?)</td>', sample_output["heat-map.html"].decode(), re.DOTALL
    )
    assert cells
    assert all(re.search(r'class="emo-value"[^>]*>[+−]?[\d.]+<', cell) for cell in cells)


def test_ids_of_answers_never_collide_with_ids_of_steps(sample_output: Mapping[str, bytes]) -> None:
    for url in (
        "answers.html",
        "heat-map.html",
        "committees.html",
        "channel-flow.html",
        "trust.html",
        "changes.html",
        PAIR,
    ):
        page = re.sub(r'<svg class="mm-.*?</svg>', "", sample_output[url].decode(), flags=re.DOTALL)
        loose = [name for name in re.findall(r'\sid="([^"]*)"', page) if "_" not in name]
        assert loose == [], url


def test_the_data_for_picking_are_a_script_of_lists(sample_output: Mapping[str, bytes]) -> None:
    (url,) = [url for url in sample_output if re.fullmatch(r"assets/compare\.[0-9a-f]{8}\.js", url)]
    assert f'src="../{url}"' in sample_output["compare/index.html"].decode()
    text = sample_output[url].decode()
    assert text.startswith("window.journeybookCompare={")
    assert not re.search("[<\u2028\u2029]", text)
    model = json.loads(text.removeprefix("window.journeybookCompare=").strip().rstrip(";"))
    assert len(model["journeys"]) >= 10
    assert set(map(type, model["journeys"])) == {list}


SMALL = {
    "nothing at all": {},
    "a journey without steps": {"content/journeys/ana/buy.md": "---\ntitle: J\n---\n"},
    "one step": {"content/journeys/ana/buy.md": "---\ntitle: J\n---\n## Awareness\n### I look\n"},
    "no emotion at all": {
        "site.yaml": "title: T\ncompare:\n  - [ana/buy, ana/use]\n",
        "content/journeys/ana/buy.md": "---\ntitle: J\nmarket: b2b\n---\n## Awareness\n### I look\n- channel: web\n- pain: Slow\n## Decision\n### I buy\n- channel: shop\n",
        "content/journeys/ana/use.md": "---\ntitle: K\nmarket: b2c\n---\n## Advocacy\n### I tell\n- touchpoint: friend\n- worth: 5\n",
    },
    "a stage without steps against one step": {
        "site.yaml": "title: T\ncompare:\n  - [ana/buy, ana/use, ana/new]\n",
        "content/journeys/ana/buy.md": "---\ntitle: J\n---\n## Awareness\n",
        "content/journeys/ana/use.md": "---\ntitle: K\n---\n## Decision\n### I buy\n- emotion: 0\n",
        "content/journeys/ana/new.md": "---\ntitle: L\n---\n",
    },
    "a committee of fifteen": {
        "content/journeys/ana/buy.md": "---\ntitle: J\ncommittee:\n"
        + "".join(f"  p{n}: {{role: user, say: 2, needs: [time]}}\n" for n in range(15))
        + "---\n## Awareness\n### I look\n- who: all\n- emotion: -1 lost\n",
        "content/collateral/a.md": "---\ntitle: A\n---\n",
    },
    "right to left": {
        "site.yaml": "title: ت\nlanguage: fa\ncompare:\n  - [ana/buy, ana/use]\n",
        "content/journeys/ana/buy.md": "---\ntitle: الف\nmarket: b2b\n---\n## آگاهی\n### نگاه {#a}\n- emotion: -1 بد\n- touchpoint: t\n- worth: 5\n- channel: web\n### خرید {#b}\n- emotion: 1\n- channel: shop\n",
        "content/journeys/ana/use.md": "---\ntitle: English\nlang: en\nmarket: b2c\n---\n## Awareness\n### I look\n- emotion: 2\n",
    },
    "a title of four hundred letters": {
        "site.yaml": "title: T\ncompare:\n  - [ana/buy, ana/use]\n",
        "content/journeys/ana/buy.md": f"---\ntitle: {'w' * 400}\n---\n## Awareness\n### {'v' * 400} {{#a}}\n- emotion: 1\n- does: {'u' * 400}\n",
        "content/journeys/ana/use.md": "---\ntitle: 🧭🧭\n---\n## Awareness\n### 🧭 </script>\n- emotion: 2\n- pain: </script> <b> {#p}\n",
    },
}


@pytest.mark.parametrize("files", SMALL.values(), ids=SMALL.keys())
def test_sites_of_any_size_have_valid_answers(files: dict[str, str], theme_layers: Layers) -> None:
    output = built(files, theme_layers)
    assert ("heat-map.html" in output) == any(
        "emotion" in text or "pain" in text for text in files.values()
    )


def test_an_empty_site_has_no_answers(theme_layers: Layers) -> None:
    made = build({"site.yaml": b"title: Empty\n"}, theme_layers, INFO)
    assert made.files is not None
    assert [url for url in made.files if "answers" in url or "changes" in url] == []


def test_m11_words_of_authors_cannot_leave_the_data(theme_layers: Layers) -> None:
    output = built(SMALL["a title of four hundred letters"], theme_layers)
    (text,) = [data.decode() for url, data in output.items() if url.startswith("assets/compare.")]
    assert "\\u003c/script>" in text
    assert "<" not in text


# What changed -----------------------------------------------------------------------------------------------------

COMMITS = (
    Change(
        TODAY,
        "Ana & Co",
        "Say <what> the pilot changed",
        ("content/personas/ana.md", "content/pages/gone.md"),
    ),
    Change(TODAY - datetime.timedelta(days=3), "Ben", "", ("site.yaml",)),
)


def test_every_commit_is_listed_with_its_pages(theme_layers: Layers) -> None:
    page = built({}, theme_layers, commits=COMMITS)["changes.html"].decode()
    assert "Say &lt;what&gt; the pilot changed" in page
    assert 'href="personas/ana.html"' in page
    assert "changes.xml" not in page


def test_without_git_the_page_says_so(theme_layers: Layers) -> None:
    output = built({}, theme_layers, last_change={}, history_note="There is no git here.")
    assert "There is no git here." in words(output["changes.html"])


def test_the_feed_is_atom_with_absolute_addresses(theme_layers: Layers) -> None:
    site = {"site.yaml": 'title: "Maps & more"\nurl: https://example.org/maps/\n'}
    output = built(site, theme_layers, commits=COMMITS)
    assert "changes.xml" in output["changes.html"].decode()
    feed = ET.fromstring(output["changes.xml"])
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}title") == "Maps & more"
    assert feed.findtext(f"{ATOM}updated") == f"{TODAY.isoformat()}T00:00:00Z"
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "Say <what> the pilot changed",
        "2026-11-21",
    ]
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    assert len(set(ids)) == 2
    for entry, name in zip(entries, ids, strict=True):
        assert name.startswith("https://example.org/maps/changes.html#change_")
        assert f'id="{name.partition("#")[2]}"' in output["changes.html"].decode()
        assert all(
            entry.find(f"{ATOM}{tag}") is not None
            for tag in ("updated", "author", "link", "content")
        )
    assert all(
        link.get("href", "").startswith("https://example.org/maps/")
        for link in feed.iter(f"{ATOM}link")
    )
    assert "https://example.org/maps/personas/ana.html" in (
        entries[0].findtext(f"{ATOM}content") or ""
    )


# In a browser -----------------------------------------------------------------------------------------------------


def test_a_reader_picks_any_two_journeys_from_a_disk(
    sample_output: Mapping[str, bytes], browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("site")
    wanted = ("assets/", "compare/index.html")
    for url, data in sample_output.items():
        if url.startswith(wanted):
            (folder / url).parent.mkdir(parents=True, exist_ok=True)
            (folder / url).write_bytes(data)
    page = browser.new_page(viewport={"width": 390, "height": 800})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((folder / "compare/index.html").as_uri())
    sides = page.locator("[data-side]")
    assert sides.count() == 2
    sides.nth(0).select_option(label="I replace the pumps that stop my line at night")
    sides.nth(1).select_option(label="I need new shoes before Sunday's race")
    assert page.locator("[data-result] svg.over .ln").count() == 2
    assert page.locator("[data-result] tbody tr").count() == 15
    assert "I replace the pumps" in page.locator("[data-result] thead").first.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    sides.nth(1).select_option(label="I replace the pumps that stop my line at night")
    assert page.locator("[data-result]").inner_text() == "Pick two different journeys."
    page.close()
    assert said == []


def test_the_shorter_lists_need_no_script(
    sample_output: Mapping[str, bytes], browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("site")
    for url, data in sample_output.items():
        if url.startswith(("assets/", "b2b-b2c.html")):
            (folder / url).parent.mkdir(parents=True, exist_ok=True)
            (folder / url).write_bytes(data)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "b2b-b2c.html").as_uri())
    rows = page.locator("tr[data-sets]:visible")
    counts = [rows.count()]
    for name in ("group", "people", "sales"):
        page.locator(f"#pick_{name}").check()
        counts.append(rows.count())
    context.close()
    assert counts == [14, 4, 4, 5]


def test_a_market_with_very_many_maps_links_some_and_counts_the_others(
    theme_layers: tuple[Mapping[str, bytes], ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markets, "MOST_LINKS", 2)
    files = {"site.yaml": b"title: Ours\n", "content/personas/ana.md": b"---\ntitle: Ana\n---\n"}
    for name, market in (("one", "b2c"), ("two", "b2c"), ("three", "b2c"), ("other", "b2b")):
        text = f"---\ntitle: I buy {name}\nmarket: {market}\n---\n## Decision\n### I pay {{#pay}}\n- emotion: +1 glad\n"
        files[f"content/journeys/ana/{name}.md"] = text.encode()
    output = build(files, theme_layers, INFO).files or {}
    maps = output["b2b-b2c.html"].decode().partition("Maps used here")[2]
    assert sum(f"I buy {name}" in maps for name in ("one", "two", "three")) == 2
    assert "1 more" in maps
    assert "I buy other" in maps
