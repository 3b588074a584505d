"""Which questions the maps of a site can answer."""

from __future__ import annotations

from journeybook.catalog.catalog import Catalog
from journeybook.insight.compare import comparable
from journeybook.insight.map_groups import maps_of_today
from journeybook.insight.markets import of_market


def has_journeys(catalog: Catalog) -> bool:
    """Whether there is a journey to ask about."""
    return bool(catalog.journeys)


def has_journeys_to_compare(catalog: Catalog) -> bool:
    """Whether two journeys have steps."""
    return len(comparable(catalog)) > 1


def has_committee(catalog: Catalog) -> bool:
    """Whether a current journey names its buying committee."""
    return any(journey.committee for journey in maps_of_today(catalog))


def has_both_markets(catalog: Catalog) -> bool:
    """Whether there are journeys of both B2B and B2C."""
    return bool(of_market("b2b", catalog) and of_market("b2c", catalog))


def has_steps(catalog: Catalog) -> bool:
    """Whether a journey has steps, which can be more or less reliable."""
    return any(journey.steps for journey in catalog.journeys)


def has_documents(catalog: Catalog) -> bool:
    """Whether there is a document that can change."""
    return bool(catalog.documents)
