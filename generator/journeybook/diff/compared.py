"""A comparison together with both states of the site, for pages that draw or mark changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Changes
from journeybook.schema.values import Ref

CHANGES_FILE = "changes.json"
"""The changes as data, at the root of a site that is compared with a revision."""


@dataclass(frozen=True)
class Compared:
    """Changes and both catalogs, which hold only what differs and what it affects, not the whole
    site."""

    changes: Changes
    before: Catalog
    after: Catalog
    titles: Mapping[Ref, str] = field(default_factory=dict)
    """Titles of what changed journeys refer to and neither catalog has, if they were asked for."""
    remarks: tuple[str, ...] = ()
    """Problems in the settings of the comparison, for the person who runs it."""
    base_folder: str | None = None
    """Where the base has the site within the repository, with its `/`; None if there is none."""
