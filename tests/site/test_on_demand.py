"""The preview makes pages when they are asked for; whatever is asked, and in whatever order, is what a build writes."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pytest

from journeybook.cache import InMemoryCache
from journeybook.effects.disk import packaged_theme, read_theme
from journeybook.outputs.lazy_site import LastGood, LazySite, Progress
from journeybook.outputs.site import BuildResources, Ready, build, prepare
from sample import INFO
from sites import BUY, DEFAULTS

MAP = "---\ntitle: I buy\n---\n## Buy\n### I pay {#pay}\n- emotion: -1\n- touchpoint: till\n- pain: It takes long !high\n"
FILES = DEFAULTS | {
    "site.yaml": "title: Our journeys\nurl: https://maps.example.org/\n",
    BUY: MAP,
    BUY.replace("buy", "sell"): MAP.replace("I buy", "I sell"),
    "content/touchpoints/till.md": "---\ntitle: The till\nwas: [desk]\n---\n",
}
THEME = read_theme(packaged_theme())


class Preview:
    """A site being written: its files, and what was held from save to save."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.files = dict(files)
        self.layers: Sequence[Mapping[str, bytes]] = (THEME,)
        self.held, self.cache = LastGood(), InMemoryCache()

    def saved(self) -> LazySite:
        """The pages after a save."""
        resources = BuildResources(self.cache, self.held.digests)
        ready = prepare(self._bytes(), self.layers, INFO, resources=resources)
        assert isinstance(ready, Ready), ready
        return LazySite(ready, self.held)

    def built(self) -> Mapping[str, bytes]:
        """What a build of the same files writes."""
        files = build(self._bytes(), self.layers, INFO).files
        assert files is not None
        return files

    def finish(self, pages: LazySite) -> None:
        """Do all that was put off."""
        assert all(pages.rest())
        self.cache.turn()

    def _bytes(self) -> Mapping[str, bytes]:
        return {path: text.encode() for path, text in self.files.items()}


@pytest.mark.parametrize("seed", range(3))
def test_every_file_is_what_a_build_writes_in_any_order_of_asking(seed: int) -> None:
    site = Preview(FILES)
    pages, built = site.saved(), site.built()
    paths = sorted(built)
    random.Random(seed).shuffle(paths)
    assert [path for path in paths if pages.get(path) != built[path]] == []


@pytest.mark.parametrize("finished", [True, False])
def test_after_a_save_every_file_follows(finished: bool) -> None:
    site = Preview(FILES)
    first = site.saved()
    assert b"I pay" in (first.get("journeys/ana/buy.html") or b"")
    if finished:
        site.finish(first)
    for edit in ("I pay at once", "I pay later"):
        site.files[BUY] = MAP.replace("I pay", edit)
        pages, built = site.saved(), site.built()
        assert edit.encode() in (pages.get("touchpoints/till.html") or b"")
        assert [path for path in sorted(built) if pages.get(path) != built[path]] == []
        if finished:
            site.finish(pages)


def test_only_the_page_that_is_asked_for_is_made() -> None:
    pages = Preview(FILES).saved()
    pages.get("touchpoints/till.html")
    assert len(pages._pages) == 1
    pages.get("journeys/ana/buy-map.svg")
    assert len(pages._pages) == 2, "the picture of a map comes with its page"


@pytest.mark.parametrize(
    "path", ["no.html", "journeys/ana/buy-no.svg", "..", "", "journeys/ana", "assets/no.css", "é"]
)
def test_what_no_build_writes_is_not_there(path: str) -> None:
    assert Preview(FILES).saved().get(path) is None


def test_a_page_that_went_away_is_gone_and_one_that_came_is_there() -> None:
    site = Preview(FILES)
    site.finish(site.saved())
    site.files["content/touchpoints/bank.md"] = "---\ntitle: The bank\n---\n"
    del site.files[BUY.replace("buy", "sell")]
    pages = site.saved()
    assert pages.get("journeys/ana/sell.html") is None
    assert b"The bank" in (pages.get("touchpoints/bank.html") or b"")


def test_where_a_template_fails_the_last_good_page_stays_and_the_failure_is_told() -> None:
    site = Preview(FILES)
    site.finish(site.saved())
    site.layers = ({"templates/pages/entity.html": b"{{ page.nothing.at.all }}"}, THEME)
    pages = site.saved()
    assert pages.problems == ()
    assert b"The till" in (pages.get("touchpoints/till.html") or b"")
    assert [problem.code for problem in pages.problems] == ["JB180"]
    assert all(pages.rest())
    assert b"The till" in (pages.get("touchpoints/till.html") or b""), (
        "also when all the rest was tried"
    )
    assert b"I buy" in (pages.get("journeys/ana/buy.html") or b"")
    site.layers = (THEME,)
    mended = site.saved()
    assert mended.get("touchpoints/till.html") == site.built()["touchpoints/till.html"]
    assert mended.problems == ()


def test_pages_that_tell_of_the_whole_site_wait_until_nobody_saves() -> None:
    pages = Preview(FILES).saved()
    first, *turns = pages.rest()
    assert first is Progress.LARGE, "whoever saved a file looks at its page first"
    small = turns.index(Progress.LARGE)
    plan = pages._ready.checked.plan.pages
    assert turns[:small] == [Progress.BUILT] * sum(page.about is not None for page in plan)
    assert turns[small:].count(Progress.LARGE) == sum(page.about is None for page in plan) + 1, (
        "and the search index last"
    )
