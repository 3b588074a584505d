"""Translated versions of one map, and which of them are outdated."""

from __future__ import annotations

import datetime

from journeybook.catalog.catalog import Catalog
from journeybook.insight.build_info import BuildInfo
from journeybook.schema.documents import Journey


def language_versions(journey: Journey, catalog: Catalog) -> tuple[Journey, ...]:
    """The other language versions of a map, its source first."""
    source = _source_of(journey, catalog) if journey.translation_of else journey
    if source is None:
        return ()
    every = [source]
    for other in catalog.journeys_with(source.ref):
        if other.translation_of == source.ref:
            every.append(other)
    return tuple(version for version in every if version.id != journey.id)


def _source_of(journey: Journey, catalog: Catalog) -> Journey | None:
    return catalog.journey(journey.translation_of.id) if journey.translation_of else None


def is_outdated(journey: Journey, catalog: Catalog, info: BuildInfo) -> bool:
    """Whether a translation is outdated: its source was changed or reviewed later.

    Without dates from git, only review dates count. Without any date, no translation is outdated.
    """
    source = _source_of(journey, catalog)
    if source is None:
        return False
    own_date = _last_date(journey, info)
    source_date = _last_date(source, info)
    return own_date is not None and source_date is not None and source_date > own_date


def _last_date(journey: Journey, info: BuildInfo) -> datetime.date | None:
    """The day a map was last changed or reviewed."""
    change = info.last_change.get(journey.path)
    dates = (journey.reviewed, change.date if change else None)
    return max(filter(None, dates), default=None)
