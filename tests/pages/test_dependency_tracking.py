"""A site that records questions answers them as the plain site does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any

import pytest

from compared_sites import compared
from journeybook.catalog.catalog import Catalog
from journeybook.insight.build_info import BuildInfo
from journeybook.outputs.check_site import check
from journeybook.pages.changes.comparison import Comparison, RevisionComparison
from journeybook.pages.context import PlainSite, SiteContext
from journeybook.pages.dependency_tracking import DependencyRecorder, recording_site
from journeybook.pages.plan import SitePlan
from journeybook.prose.render import Renderer
from journeybook.schema.documents import Journey
from journeybook.schema.values import Ref
from sample import INFO
from small_site import small_site


def plain_site() -> PlainSite:
    files = small_site()
    path = "content/journeys/ana/buy.md"
    before = files | {path: files[path].replace(b"title: ", b"title: Old ", 1)}
    checked = check(files, INFO)
    return PlainSite(
        checked.catalog,
        checked.plan,
        INFO,
        Renderer(),
        {"images/a.png": "images/a.png"},
        comparison=RevisionComparison(compared(before, files)),
    )


def properties(protocol: type) -> Iterator[str]:
    """The questions of a protocol that need no argument."""
    for name in dir(protocol):
        if isinstance(getattr(protocol, name), property):
            yield name


def value(answer: Any) -> Any:
    """An answer without what records the look-ups in it."""
    if isinstance(answer, Mapping):
        return dict(answer)
    return set(answer) if isinstance(answer, Set) else answer


@pytest.mark.parametrize(
    ("part", "protocol"),
    [("catalog", Catalog), ("plan", SitePlan), ("info", BuildInfo), ("comparison", Comparison)],
)
def test_every_question_has_the_plain_answer(part: str, protocol: type) -> None:
    plain = plain_site()
    recording = recording_site(plain, DependencyRecorder())
    for name in properties(protocol):
        answer = value(getattr(getattr(recording, part), name))
        assert answer == value(getattr(getattr(plain, part), name)), name


def test_every_question_to_the_site_has_an_answer() -> None:
    recording = recording_site(plain_site(), DependencyRecorder())
    for name in properties(SiteContext):
        assert getattr(recording, name) is not None, name


def test_look_ups_are_recorded_once_each() -> None:
    recorder = DependencyRecorder()
    catalog = recording_site(plain_site(), recorder).catalog
    assert recorder.taken() == ()
    assert catalog.get(Ref("persona", "ana")) is not None
    assert catalog.get(Ref("persona", "ana")) is not None
    assert catalog.of_kind(Journey)
    assert recorder.taken() == (("about", "persona", "ana"), ("kind", "journey", ""))
    assert recorder.taken() == ()


def test_what_every_page_may_show_is_not_recorded() -> None:
    recorder = DependencyRecorder()
    site = recording_site(plain_site(), recorder)
    assert site.catalog.config.title == "Two shops"
    assert site.plan.index("home") is not None
    assert site.info.version == "0.0.0"
    assert site.comparison is not None
    assert site.comparison.base == "main"
    assert recorder.taken() == ()
