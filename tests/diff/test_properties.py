"""What holds for any two maps: equal maps have no changes, and every change has a place."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from journey_printer import journeys, printed
from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Changes
from journeybook.diff.compare import compare
from journeybook.diff.kinds import sentence_of
from journeybook.schema.documents import Journey
from journeybook.text import Span
from profiles import examples
from sites import BUY, site

often = settings(
    max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
OTHER = "content/journeys/ana/other.md"


def catalog(text: str | bytes, **more: str) -> Catalog:
    return site({BUY: text, **more}).catalog


@often
@given(journeys())
def test_a_map_compared_with_itself_has_no_changes(journey: Journey) -> None:
    result = compare(catalog(printed(journey)), catalog(printed(journey)))
    assert not result.changes
    assert not result.formatting
    assert result.files == 0


@often
@given(journeys(), journeys())
def test_any_two_maps_that_differ_have_a_change_with_a_place_in_its_file(
    one: Journey, other: Journey
) -> None:
    before, after = catalog(printed(one)), catalog(printed(other))
    assume(all("content/journeys/ana/buy.md" in side.sources for side in (before, after)))
    result = compare(before, after)
    assert bool(result.changes) == (before.journeys != after.journeys)
    for change in result.each():
        assert change.before or change.after
        _is_in(change.before, before)
        _is_in(change.after, after)
        _is_in(change.near, after)
        assert sentence_of(change)
        assert len(change.fingerprint) == 12


def _is_in(span: Span | None, catalog: Catalog) -> None:
    if span is None:
        return
    source = catalog.sources[span.file]
    assert 1 <= span.line <= span.end_line <= len(source.lines)
    assert span.column <= len(source.line(span.line)) + 1


@often
@given(journeys(), journeys())
def test_in_reverse_additions_are_removals(one: Journey, other: Journey) -> None:
    before, after = catalog(printed(one)), catalog(printed(other))
    forward, backward = _steps(compare(before, after)), _steps(compare(after, before))
    assert forward["JD201"] == backward["JD202"]
    assert forward["JD202"] == backward["JD201"]


def _steps(result: Changes) -> dict[str, set[str]]:
    codes = {
        "JD201": "JD201",
        "JD205": "JD201",
        "JD208": "JD201",
        "JD202": "JD202",
        "JD206": "JD202",
    }
    made: dict[str, set[str]] = {"JD201": set(), "JD202": set()}
    for change in result.each():
        if change.code in codes:
            title = change.old if change.code == "JD206" else change.element.title
            made[codes[change.code]].add(title)
    return made


@often
@given(journeys(), st.randoms(use_true_random=False))
def test_the_order_of_facts_of_different_keys_is_not_a_change(
    journey: Journey, shuffling: random.Random
) -> None:
    text = printed(journey)
    lines = text.split("\n")
    start = lines.index("---", 1)
    front = lines[1:start]
    shuffling.shuffle(front)
    assert not compare(catalog(text), catalog("\n".join(["---", *front, *lines[start:]]))).changes


@often
@given(journeys(), journeys())
def test_the_order_of_files_is_not_a_change(one: Journey, other: Journey) -> None:
    files = {BUY: printed(one), OTHER: printed(other)}
    assert not compare(site(files).catalog, site(dict(reversed(files.items()))).catalog)


@often
@given(journeys())
def test_line_ends_are_not_a_change(journey: Journey) -> None:
    text = printed(journey)
    assume("\r" not in text)
    assert not compare(catalog(text), catalog(text.replace("\n", "\r\n").encode()))


@often
@given(journeys(), journeys())
def test_fingerprints_of_different_changes_differ(one: Journey, other: Journey) -> None:
    result = compare(catalog(printed(one)), catalog(printed(other)))
    prints = [change.fingerprint for change in result.changes]
    assert len(prints) == len(set(prints))
