"""Pain points over all maps, and the opportunities that address them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeybook.catalog.catalog import Catalog
from journeybook.catalog.link import pain_of
from journeybook.schema.documents import Fact, Journey, Opportunity, Stage, Step


def opportunities_by_pain(catalog: Catalog) -> Mapping[str, tuple[Opportunity, ...]]:
    """Full ID of a pain point -> the opportunities that address it under `solves:`."""
    by_pain: dict[str, list[Opportunity]] = {}
    for opportunity in catalog.opportunities:
        for ref in opportunity.solves:
            place = pain_of(ref, catalog)
            if place:
                by_pain.setdefault(place.id, []).append(opportunity)
    return {name: tuple(opportunities) for name, opportunities in by_pain.items()}


def key(journey: Journey, fact: Fact) -> str:
    """The full ID of a pain point, `persona/journey#pain`; empty for one without an ID."""
    return f"{journey.id}#{fact.marks.id}" if fact.marks.id else ""


def steps_with(journey: Journey, fact_key: str) -> Iterator[tuple[Stage, Step, Fact]]:
    """Every fact with one key in the steps of a journey, with its stage and step."""
    for stage in journey.stages:
        for step in stage.steps:
            for fact in step.all(fact_key):
                yield stage, step, fact
