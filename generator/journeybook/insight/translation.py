"""Translated versions of one map, and which of them lag behind their source."""

from __future__ import annotations

from journeybook.catalog.catalog import Catalog
from journeybook.insight.build_info import BuildInfo
from journeybook.schema.documents import Journey


def versions(journey: Journey, catalog: Catalog) -> tuple[Journey, ...]:
    """The other language versions of a map, its source first."""
    source = catalog.journey(journey.translation_of.id) if journey.translation_of else journey
    if source is None:
        return ()
    translated = [
        other for other in catalog.journeys_with(source.ref) if other.translation_of == source.ref
    ]
    return tuple(other for other in (source, *translated) if other.id != journey.id)


def lags(journey: Journey, catalog: Catalog, info: BuildInfo) -> bool:
    """Whether a translation's source has changed, or been reviewed, after the translation last was.

    Without dates from git only the days of review count; without any day nothing is said.
    """
    source = catalog.journey(journey.translation_of.id) if journey.translation_of else None
    if source is None:
        return False
    own = _last(journey, info)
    its = _last(source, info)
    return own is not None and its is not None and its > own


def _last(journey: Journey, info: BuildInfo) -> str | None:
    change = info.last_change.get(journey.path)
    days = [
        day.isoformat()
        for day in (journey.reviewed, change.date if change else None)
        if day is not None
    ]
    return max(days, default=None)
