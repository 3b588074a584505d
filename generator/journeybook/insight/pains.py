"""Pains over all maps, and which opportunities answer them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeybook.catalog.catalog import Catalog
from journeybook.catalog.link import pain_of
from journeybook.schema.documents import Fact, Journey, Opportunity, Stage, Step


def answers(catalog: Catalog) -> Mapping[str, tuple[Opportunity, ...]]:
    """Full id of a pain -> the opportunities that solve it."""
    found: dict[str, list[Opportunity]] = {}
    for opportunity in catalog.opportunities:
        for ref in opportunity.solves:
            place = pain_of(ref, catalog)
            if place:
                found.setdefault(place.id, []).append(opportunity)
    return {name: tuple(opportunities) for name, opportunities in found.items()}


def key(journey: Journey, fact: Fact) -> str:
    """How `answers` names a pain; empty for one without an id."""
    return f"{journey.id}#{fact.marks.id}" if fact.marks.id else ""


def steps_with(journey: Journey, fact_key: str) -> Iterator[tuple[Stage, Step, Fact]]:
    """Every fact of one key with its stage and step."""
    for stage in journey.stages:
        for step in stage.steps:
            yield from ((stage, step, fact) for fact in step.all(fact_key))
