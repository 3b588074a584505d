"""Which journeys a rule looks at: a draft is left in peace, an agreed map has to hold."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.catalog.catalog import Catalog
from journeybook.schema.documents import Journey


def living(catalog: Catalog) -> Iterator[Journey]:
    """Every journey that is not retired."""
    return (journey for journey in catalog.journeys if journey.status != "retired")


def finished(catalog: Catalog) -> Iterator[Journey]:
    """Journeys ready for readers: in review or approved."""
    return (journey for journey in catalog.journeys if journey.status in ("review", "approved"))


def approved(catalog: Catalog) -> Iterator[Journey]:
    """Journeys that are approved."""
    return (journey for journey in catalog.journeys if journey.status == "approved")


def is_own(journey: Journey) -> bool:
    """Whether the company can fix the journey, unlike a competitor's."""
    return journey.state != "competitor"
