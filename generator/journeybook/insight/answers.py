"""Which questions the maps of a site can answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from journeybook.catalog.catalog import Catalog
from journeybook.insight.compare import comparable
from journeybook.insight.flow import is_used
from journeybook.insight.heat_map import has_heat
from journeybook.insight.markets import of_market


def has_answer(kind: str, catalog: Catalog) -> bool:
    """Whether a page of a kind would have something to say."""
    return _ANSWERED[kind](catalog)


_ANSWERED: Mapping[str, Callable[[Catalog], bool]] = {
    "compare-index": lambda catalog: len(comparable(catalog)) > 1,
    "heat-map": has_heat,
    "committees": lambda catalog: any(journey.committee for journey in catalog.journeys),
    "channel-flow": is_used,
    "markets": lambda catalog: bool(of_market("b2b", catalog) and of_market("b2c", catalog)),
    "trust": lambda catalog: any(journey.steps for journey in catalog.journeys),
    "changes": lambda catalog: bool(catalog.documents),
}
