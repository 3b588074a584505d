"""A1, A2: take any fact of the sample, let the keyboard slip, and either the line has a finding or
the map means what it meant before. Nothing is lost without a word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from near_slips import SLIPS

from journeybook.schema.documents import AnyDocument
from journeybook.schema.read import read_site

ROOT = Path(__file__).parents[2]
Fact = tuple[str, int]
"""A path, and the index of a line with a fact."""


@cache
def site() -> Mapping[str, bytes]:
    paths = [ROOT / "site.yaml", *sorted((ROOT / "content/journeys").rglob("*.md"))]
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}


@cache
def lines_of(path: str) -> tuple[str, ...]:
    return tuple(site()[path].decode().split("\n"))


@cache
def map_around(fact: Fact) -> tuple[tuple[str, ...], int]:
    """A small map with the heading of a fact and all that is below it, and the fact's index."""
    path, at = fact
    lines = lines_of(path)
    start = max(n for n in range(at) if lines[n].startswith(("## ", "### ")))
    end = next((n for n in range(at, len(lines)) if lines[n].startswith("##")), len(lines))
    stage = () if lines[start].startswith("## ") else ("## Awareness",)
    head = ("---", "title: I buy", "---", *stage)
    return (*head, *lines[start:end]), len(head) + at - start


@cache
def facts() -> tuple[Fact, ...]:
    """Every one-line fact of the sample's journeys."""
    found = []
    for path in site():
        if not path.startswith("content/journeys/") or not path.endswith(".md"):
            continue
        lines = lines_of(path)
        in_facts = False
        for at, line in enumerate(lines):
            if line.startswith(("## ", "### ")):
                in_facts = "{.notes}" not in line
            elif not line.startswith("- ") and not line.startswith("  "):
                in_facts = False
            elif in_facts and line.startswith("- ") and not lines[at + 1].startswith(" "):
                found.append((path, at))
    return tuple(found)


def one_of_each_key() -> tuple[Fact, ...]:
    """The first fact of each key, with and without markers."""
    chosen: dict[tuple[str, bool], Fact] = {}
    for path, at in facts():
        line = lines_of(path)[at]
        key = line[2:].partition(":")[0].split()[0]
        chosen.setdefault((key, " !" in line or " ^" in line or "{#" in line), (path, at))
    return tuple(chosen.values())


@cache
def read(path: str, lines: tuple[str, ...]) -> tuple[AnyDocument, set[tuple[str, int]]]:
    """The document without its places, and the code and lines of each finding."""
    files = {"site.yaml": site()["site.yaml"], path: "\n".join(lines).encode()}
    documents, findings = read_site(files)
    (document,) = documents.documents
    reported: set[tuple[str, int]] = set()
    for finding in findings:
        numbers = range(finding.span.line, finding.span.end_line + 1)
        reported |= {(finding.code, number) for number in numbers}
    return document, reported


def assert_not_lost(fact: Fact, slip: str) -> None:
    lines, at = map_around(fact)
    path = fact[0]
    slipped = SLIPS[slip](lines[at])
    if slipped is None or slipped == lines[at]:
        return
    before, known = read(path, lines)
    after, reported = read(path, (*lines[:at], slipped, *lines[at + 1 :]))
    is_reported = any(number == at + 1 for _, number in reported - known)
    assert is_reported or after == before, f"{path}:{at + 1}: {slipped!r} is lost"


@pytest.mark.parametrize("slip", SLIPS)
def test_a1_a2_no_slip_loses_a_fact_of_any_key(slip: str) -> None:
    for fact in one_of_each_key():
        assert_not_lost(fact, slip)


@given(st.data())
def test_a1_a2_no_slip_loses_any_fact_of_the_sample(data: st.DataObject) -> None:
    fact = data.draw(st.sampled_from(facts()))
    assert_not_lost(fact, data.draw(st.sampled_from(sorted(SLIPS))))
