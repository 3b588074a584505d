"""Linking with a cache of an earlier run: the same catalog and findings, work only for changes."""

from __future__ import annotations

from typing import Any

import pytest

from journeybook.cache import InMemoryCache
from journeybook.catalog.link import link
from journeybook.catalog.profile import without
from journeybook.schema.leave_out import LeaveOut
from journeybook.schema.read import read_site
from journeybook.schema.values import Text

SITE = {
    "site.yaml": "title: Our journeys\n",
    "content/personas/ana.md": "---\ntitle: Ana\npicture: ana.png\n---\n",
    "content/personas/ana.png": "no picture",
    "content/journeys/ana/buy.md": """---
title: I buy
---
I look into [the shop](../../touchpoints/shop.md), see [[journey:ana/run#start]].
## Awareness
### I look {#look}
- touchpoint: shop
- pain: It is dear {#dear}
- moment of truth: they fit ^talks
""",
    "content/journeys/ana/run.md": "---\ntitle: I run\nwas: jog\n---\n## Awareness\n### I start {#start}\n- pain: Rain {#wet}\n",
    "content/touchpoints/shop.md": "---\ntitle: Shop\n---\nSee [[journey:ana/jog]].\n",
    "content/opportunities/tills.md": "---\ntitle: More tills\nsolves: dear\n---\n![](../personas/ana.png)\n",
}
BUY, RUN, SHOP = (
    "content/journeys/ana/buy.md",
    "content/journeys/ana/run.md",
    "content/touchpoints/shop.md",
)
TILLS, ANA = "content/opportunities/tills.md", "content/personas/ana.md"


class Counting(InMemoryCache):
    """Counts the documents that were resolved and not taken from the cache."""

    def __init__(self) -> None:
        super().__init__()
        self.resolved = 0

    def put(self, level: str, key: bytes, value: object) -> None:
        super().put(level, key, value)
        self.resolved += level == "resolved"

    def get(self, level: str, key: bytes) -> Any:
        return super().get(level, key)


def edited(path: str, old: str, new: str) -> dict[str, str]:
    assert old in SITE[path]
    return {**SITE, path: SITE[path].replace(old, new)}


def without_file(path: str) -> dict[str, str]:
    return {name: text for name, text in SITE.items() if name != path}


@pytest.mark.parametrize(
    ("after", "resolved"),
    [
        pytest.param(SITE, 0, id="nothing"),
        pytest.param(edited(BUY, "It is dear", "It costs too much"), 1, id="words"),
        pytest.param(edited(BUY, "touchpoint: shop", "touchpoint: stall"), 1, id="a reference"),
        pytest.param(
            edited(BUY, "{#dear}", "{#cost}"), 5, id="the id of a pain that another file solves"
        ),
        pytest.param(
            edited(RUN, "{#start}", "{#begin}"), 5, id="the id of a step that another file links to"
        ),
        pytest.param(edited(RUN, "was: jog", "was: trot"), 5, id="a former name"),
        pytest.param(edited(RUN, "{#wet}", "{#dear}"), 5, id="two pains of one name"),
        pytest.param(without_file(SHOP), 4, id="a file less"),
        pytest.param(without_file("content/personas/ana.png"), 5, id="an image less"),
        pytest.param(
            {**SITE, "content/touchpoints/stall.md": "---\ntitle: Stall\n---\n"},
            6,
            id="a file more",
        ),
        pytest.param({**SITE, SHOP: "\udcff"}, 5, id="a file that cannot be read"),
        pytest.param({**SITE, "site.yaml": "title: Ours\nstages: [Look]\n"}, 5, id="other stages"),
    ],
)
def test_only_documents_whose_references_may_change_are_resolved_again(
    after: dict[str, str], resolved: int
) -> None:
    cache = Counting()
    link(read_site(data(SITE), cache)[0], cache)
    cache.resolved = 0
    read, findings = read_site(data(after), cache)
    assert link(read, cache) == link(read_site(data(after))[0])
    assert findings == read_site(data(after))[1]
    assert cache.resolved == resolved


def test_documents_that_a_profile_removes_are_not_taken_from_the_cache() -> None:
    cache = Counting()
    read, _ = read_site(data(SITE), cache)
    link(read, cache)
    cut, _ = without(read, LeaveOut(keys=(Text("touchpoint"),)), frozenset())
    assert link(cut, cache) == link(cut)
    assert link(cut, cache) != link(read, cache)


def data(files: dict[str, str]) -> dict[str, bytes]:
    return {path: text.encode("utf-8", "surrogateescape") for path, text in files.items()}
