"""Which journeys a rule looks at: a draft is left in peace, an agreed map has to hold."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.catalog.catalog import Catalog
from journeybook.schema.documents import Journey


def living(catalog: Catalog) -> Iterator[Journey]:
    """Every journey that is not retired."""
    return (journey for journey in catalog.journeys if journey.status != "retired")


def finished(catalog: Catalog) -> Iterator[Journey]:
    """Journeys that others are asked to read: in review or approved."""
    return (journey for journey in catalog.journeys if journey.status in ("review", "approved"))


def approved(catalog: Catalog) -> Iterator[Journey]:
    """Journeys that everyone works by."""
    return (journey for journey in catalog.journeys if journey.status == "approved")


def is_ours(journey: Journey) -> bool:
    """Whether we could do something about it: a competitor's journey is not for us to mend."""
    return journey.state != "competitor"
