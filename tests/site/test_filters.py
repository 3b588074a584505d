"""Long lists can be narrowed by what readers ask: whose pain, in which stage, who answers for it."""

from __future__ import annotations

import re

import pytest

from journeybook.effects.disk import packaged_theme, read_theme
from journeybook.outputs.site import build
from sample import INFO
from sites import DEFAULTS

FILES = DEFAULTS | {
    "content/personas/bo.md": "---\ntitle: Bo\n---\n",
    "content/journeys/ana/buy.md": (
        "---\ntitle: I buy\nowner: sales\n---\n## Buy\n- owner: desk\n### I pay {#pay}\n- pain: It takes long !high {#long}\n"
        "- pain: It costs !low\n- opportunity: faster\n## Use\n### I use it {#use}\n- pain: It breaks\n- pain: It is loud\n"
    ),
    "content/journeys/bo/sell.md": (
        "---\ntitle: I sell\nowner: shop\n---\n## Buy\n### I wait {#wait}\n- pain: Nobody comes {#empty}\n- pain: It is cold\n"
    ),
    "content/opportunities/faster.md": "---\ntitle: A faster till\nowner: it\nsolves: [ana/buy#long]\n---\n",
    "content/opportunities/bell.md": "---\ntitle: A bell\nowner: shop\nsolves: [bo/sell#empty]\n---\n",
    **{f"content/opportunities/idea-{n}.md": f"---\ntitle: Idea {n}\n---\n" for n in range(4)},
}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    built = build(
        {path: text.encode() for path, text in FILES.items()}, [read_theme(packaged_theme())], INFO
    )
    assert built.files is not None, built.diagnostics
    return {path: data.decode() for path, data in built.files.items() if path.endswith(".html")}


def choices(page: str) -> dict[str, list[tuple[str, str]]]:
    """What each filter of a page offers, and how many rows that is."""
    found = re.findall(r'<select data-facet="([^"]+)">(.*?)</select>', page, re.DOTALL)
    return {
        key: re.findall(r'<option value="[^"]+">([^<]+) \((\d+)\)', options)
        for key, options in found
    }


def rows(page: str, key: str, value: str) -> list[str]:
    """The heads of the rows that a choice shows."""
    parts = re.findall(r"<tr data-row([^>]*)>\s*<th[^>]*>(.*?)</th>", page, re.DOTALL)
    own = [(re.search(rf'data-{key}="([^"]*)"', told), head) for told, head in parts]
    return [
        " ".join(re.sub(r"<[^>]+>", " ", head).split())
        for told, head in own
        if told and value in told[1].split()
    ]


def test_pains_are_narrowed_by_weight_person_stage_and_owner(pages: dict[str, str]) -> None:
    offered = choices(pages["pains.html"])
    assert offered["severity"] == [("Severe", "1"), ("Mild", "1")]
    assert offered["persona"] == [("Ana", "4"), ("Bo", "2")]
    assert offered["stage"] == [("Buy", "4"), ("Use", "2")]
    assert offered["owner"] == [("desk", "2"), ("sales", "2"), ("shop", "2")], (
        "the step's owner, else the stage's, else the map's"
    )
    assert rows(pages["pains.html"], "owner", "sales") == ["It breaks", "It is loud"]
    assert rows(pages["pains.html"], "stage", "use") == ["It breaks", "It is loud"]


def test_opportunities_are_narrowed_by_whom_and_where_they_help(pages: dict[str, str]) -> None:
    offered = choices(pages["opportunities/index.html"])
    assert offered["owner"] == [("it", "1"), ("shop", "1")]
    assert offered["persona"] == [("Ana", "1"), ("Bo", "1")]
    assert "stage" not in offered, "both help in the same stage: there is nothing to narrow"
    assert rows(pages["opportunities/index.html"], "persona", "bo") == ["A bell"]
    assert rows(pages["opportunities/index.html"], "stage", "buy") == ["A bell", "A faster till"]
