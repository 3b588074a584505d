"""B2: figures count what customers experience now, and every place shows the same ones."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import html5lib

from journeybook.insight.map_groups import MapGroup, group_of
from journeybook.insight.trust import trust
from journeybook.insight.use_figures import figures_by_group
from journeybook.outputs.site import Built
from journeybook.pages.messages import messages_for
from journeybook.schema.values import Ref
from sites import Site, info, site

INDEXES = {
    "touchpoint": "touchpoints/index",
    "channel": "channels/index",
    "metric": "metrics/index",
    "opportunity": "opportunities/index",
    "collateral": "collateral/index",
    "evidence": "evidence/index",
    "stage": "stages/index",
}
LABELS = {
    "journeys": "Journeys",
    "steps": "Steps",
    "average": "Average emotion",
    "lowest": "Lowest emotion",
    "worth": "Customer value",
    "pains": "Pain points",
    "moments": "Moments of truth",
    "claims": "Claims it supports",
}
ADDRESSED = "Pain points it addresses"
GROUPS = {
    "Planned": "planned",
    "Competitors": "competitor",
    "Translations": "translation",
    "Retired": "retired",
}
Figures = dict[str, dict[str, str]]
"""Group of maps -> name of a figure -> the figure in words."""


def in_words(lang: str, name: str, value: float) -> str:
    """A figure of `journeys.json` as pages show it."""
    messages = messages_for(lang)
    if name in ("average", "lowest"):
        whole = value == int(value)
        return messages.number(value, 0 if whole else 1, sign=True)
    return messages.number(value, 1)


def entities_with_figures(model: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every entity of a kind that has an index with figures, and every stage."""
    for entity in model["entities"]:
        if entity["kind"] in INDEXES:
            yield entity["kind"], entity
    for stage in model["site"]["stages"]:
        yield "stage", {**stage, "url": f"stages/{stage['id']}.html", "lang": "en"}


@cache
def _tree(html: bytes) -> Any:
    return html5lib.parse(html, namespaceHTMLElements=False)


def text_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def english_labels(lang: str) -> dict[str, str]:
    """The label of a page -> its English original."""
    names = (*LABELS.values(), *GROUPS, ADDRESSED, "Reach")
    return {messages_for(lang).text(name): name for name in names}


def figures_of_page(html: bytes, lang: str) -> Figures:
    """The key figures of a page by group of maps."""
    labels = english_labels(lang)
    groups: Figures = {}
    group = "today"
    for element in _tree(html).iter():
        classes = element.get("class", "").split()
        if "figures-title" in classes:
            group = GROUPS[labels[text_of(element)]]
        if "figures" not in classes:
            continue
        for div in element:
            name = labels[text_of(div.find("dt"))]
            values = [text_of(dd) for dd in div.findall("dd")]
            groups.setdefault(group, {}).update(_named(name, *values))
    return groups


def _named(label: str, value: str, note: str = "") -> dict[str, str]:
    """A figure by its name in `journeys.json`; the reach of a thing is three of them."""
    if label == "Reach":
        steps, people = re.findall(r"\d+", note) or ("0", "0")
        return {"journeys": first_number(value), "steps": steps, "people": people}
    if label == ADDRESSED:
        return {"pains": value}
    name = next(name for name, english in LABELS.items() if english == label)
    return {name: first_number(value) if name == "worth" else value}


def first_number(words: str) -> str:
    number = re.search(r"\d+([.,٫]\d+)?", words)
    assert number, words
    return number[0]


def figures_of_twin(twin: str, lang: str) -> Figures:
    """The key figures of a Markdown twin by group of maps."""
    labels = english_labels(lang)
    groups: Figures = {}
    group = "today"
    for line in twin.splitlines():
        if line.removesuffix(":") in labels and labels[line.removesuffix(":")] in GROUPS:
            group = GROUPS[labels[line.removesuffix(":")]]
        match = re.fullmatch(r"- ([^:\[]+): ([^()]+?)(?: \((.+)\))?", line)
        if match and match[1] in labels:
            named = _named(labels[match[1]], match[2], match[3] or "")
            groups.setdefault(group, {}).update(named)
    return groups


def rows_of_index(html: bytes) -> Iterator[tuple[str, dict[str, tuple[str, str]]]]:
    """Address of the thing -> column -> the cell, and its small print about other maps."""
    for table in _tree(html).iter("table"):
        columns = [text_of(th) for th in table.find("thead").iter("th")]
        for row in table.find("tbody"):
            link = next(iter(row[0].iter("a")), None)
            if link is not None:
                cells = map(_cell, row)
                yield link.get("href"), dict(zip(columns, cells, strict=True))


def _cell(cell: Any) -> tuple[str, str]:
    notes = [small for small in cell.iter("small") if small.get("class") == "under"]
    note = text_of(notes[0]) if notes else ""
    shown = [text_of(bdi) for bdi in cell.iter("bdi")]
    scored = [text_of(span) for span in cell.iter("span") if span.get("class") == "unseen"]
    content = (shown or scored or [""])[0]
    return ("" if content == note else content), note


def test_b2_index_page_twin_and_json_agree_on_every_figure(
    sample_output: Mapping[str, bytes],
) -> None:
    model = json.loads(sample_output["journeys.json"])
    rows = {
        kind: dict(rows_of_index(sample_output[f"{address}.html"]))
        for kind, address in INDEXES.items()
    }
    compared = 0
    for kind, entity in entities_with_figures(model):
        figures = entity.get("figures", {})
        expected = {
            group: {name: in_words(entity["lang"], name, value) for name, value in values.items()}
            for group, values in figures.items()
        }
        url = entity["url"]
        on_page = figures_of_page(sample_output[url], entity["lang"])
        in_twin = figures_of_twin(
            sample_output[url.replace(".html", ".md")].decode(), entity["lang"]
        )
        assert on_page == in_twin, url
        for group in {*on_page, *expected}:
            shown = {name: value for name, value in on_page[group].items() if is_some(name, value)}
            wanted = {name: expected[group][name] for name in shown}
            assert shown == wanted, (url, group)
            left_out = set(expected[group]) - set(shown) - NOT_ON_PAGES[kind]
            assert not left_out, (url, group, left_out)
        row = rows[kind][url.rpartition("/")[2]]
        index_words = {
            group: {name: in_words("en", name, value) for name, value in values.items()}
            for group, values in figures.items()
        }
        compared += compare_row(kind, url, row, index_words)
    assert compared > 500


NOT_ON_PAGES: dict[str, frozenset[str]] = {
    "metric": frozenset({"average", "lowest", "worth", "pains", "moments"}),
    "opportunity": frozenset({"average", "lowest", "worth", "moments", "journeys", "people"}),
}
NOT_ON_PAGES |= {kind: frozenset() for kind in INDEXES if kind not in NOT_ON_PAGES}


def is_some(name: str, value: str) -> bool:
    """Whether a figure is in `journeys.json`, which leaves out counts of 0."""
    return name in ("average", "lowest") or value not in ("0", "۰")


def compare_row(
    kind: str, url: str, row: Mapping[str, tuple[str, str]], figures: Mapping[str, Any]
) -> int:
    """Compare a row of an index with the figures of `journeys.json`; returns how many cells."""
    compared = 0
    labels = {**LABELS, "pains": ADDRESSED} if kind == "opportunity" else LABELS
    for name, label in labels.items():
        if label not in row:
            continue
        value, note = row[label]
        today = figures.get("today", {}).get(name, "")
        assert value == today, (url, label)
        notes = dict(part.split(": ") for part in note.split(" · ")) if note else {}
        for group, words in notes.items():
            assert figures[GROUPS[group]][name] == words, (url, label, group)
        compared += 1
    return compared


def test_b2_cards_page_twin_and_json_agree_on_every_journey(
    sample_output: Mapping[str, bytes],
) -> None:
    cards = dict(cards_of_index(sample_output["journeys/index.html"]))
    for entity in json.loads(sample_output["journeys.json"])["entities"]:
        if entity["kind"] != "journey":
            continue
        (figures,) = entity["figures"].values()
        url, messages = entity["url"], messages_for(entity["lang"])
        labels = {messages.text(label): name for name, label in OF_JOURNEY.items()}
        wanted = {name: messages.number(figures.get(name, 0)) for name in OF_JOURNEY}
        on_page = dict.fromkeys(OF_JOURNEY, messages.number(0))
        for div in figures_list(sample_output[url]):
            name = labels.get(text_of(div.find("dt")))
            if name:
                on_page[name] = text_of(div.find("dd"))
        assert on_page == wanted, url
        twin = sample_output[url.replace(".html", ".md")].decode()
        for label, name in labels.items():
            if figures.get(name):
                assert re.search(rf"^- {label}: {wanted[name]}\b", twin, re.MULTILINE), url
        words = cards[url.removeprefix("journeys/")]
        assert first_number(words[0]) == messages_for("en").number(figures["steps"]), url
        if figures["people"] > 1:
            assert first_number(words[1]) == messages_for("en").number(figures["people"]), url


OF_JOURNEY = {"steps": "Steps", "people": "People", "pains": "Pain points"}


def figures_list(html: bytes) -> list[Any]:
    return [div for dl in _tree(html).iter("dl") if dl.get("class") == "figures" for div in dl]


def cards_of_index(html: bytes) -> Iterator[tuple[str, list[str]]]:
    """Address of a journey -> the facts of its card."""
    for card in _tree(html).iter("li"):
        if card.get("class") != "card":
            continue
        link = next(card.iter("a"))
        facts = [p for p in card.iter("p") if p.get("class") == "card-facts"]
        yield link.get("href"), [text_of(span) for span in facts[0].findall("span")]


def maps(**states: str) -> Site:
    """One touchpoint, used by a map of each front matter; emotions fall from +2."""
    files = {
        "content/touchpoints/desk.md": "---\ntitle: Desk\n---\n",
        "content/personas/ana.md": "---\ntitle: Ana\n---\n",
    }
    for at, (name, head) in enumerate(states.items()):
        files[f"content/journeys/ana/{name}.md"] = (
            f"---\ntitle: {name}\n{head}---\n## Awareness\n### I ask {{#ask}}\n"
            f"- touchpoint: desk\n- emotion: {2 - at:+d}\n- pain: slow {{#{name}-slow}}\n"
        )
    return site(files)


FOUR = {
    "now": "",
    "later": "state: future\nof: ana/now\n",
    "them": "state: competitor\nof: ana/now\n",
    "old": "status: retired\n",
    "jetzt": "translation-of: ana/now\nlang: de\n",
}


def test_b2_only_current_maps_count_and_others_stay_apart() -> None:
    catalog = maps(**FOUR).catalog
    desk = catalog.documents[Ref("touchpoint", "desk")]
    averages = {
        group: figures.average for group, figures in figures_by_group(catalog, desk).items()
    }
    assert averages == {
        MapGroup.TODAY: 2,
        MapGroup.PLANNED: 1,
        MapGroup.COMPETITOR: 0,
        MapGroup.TRANSLATION: -2,
        MapGroup.RETIRED: -1,
    }


def test_b2_every_map_belongs_to_exactly_one_group(sample_site: Built) -> None:
    groups = [group_of(journey) for journey in sample_site.catalog.journeys]
    assert set(groups) == {
        MapGroup.TODAY,
        MapGroup.PLANNED,
        MapGroup.COMPETITOR,
        MapGroup.RETIRED,
    }


def test_b2_a_touchpoint_that_is_bad_today_is_fixed_first(
    sample_output: Mapping[str, bytes],
) -> None:
    """The competitor's and the future version of the same step are good, which hid it."""
    twin = sample_output["heat-map.md"].decode()
    (row,) = [line for line in twin.splitlines() if line.startswith("| [Technical question, by")]
    assert "| Fix first |" in row


def test_b2_pains_of_a_competitor_are_theirs(sample_output: Mapping[str, bytes]) -> None:
    ours, _, theirs = sample_output["pains.md"].decode().partition("## Competitors")
    assert "The cause was the peak nobody measured" in theirs
    assert "The cause was the peak nobody measured" not in ours


def test_b2_a_future_map_is_not_judged_by_evidence() -> None:
    maps_with_approval = {name: f"status: approved\n{head}" for name, head in FOUR.items()}
    read = maps(now=maps_with_approval["now"], later=maps_with_approval["later"])
    later = read.catalog.journey("ana/later")
    now = read.catalog.journey("ana/now")
    assert later is not None
    assert now is not None
    judged = trust(later, read.catalog, info())
    assert (judged.claims, judged.assumed) == (0, False)
    assert trust(now, read.catalog, info()).assumed
    places = {finding.span.file for finding in read.found("JB207")}
    assert places == {"content/journeys/ana/now.md"}
