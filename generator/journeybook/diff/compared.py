"""A comparison together with the two states of the site that it was made from, for whatever draws or marks."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Changes

CHANGES_FILE = "changes.json"
"""The same as data, at the root of a site that is compared with a revision."""


@dataclass(frozen=True)
class Compared:
    """Changes and both catalogs. These hold what differs and what that touches, not the whole site."""

    changes: Changes
    before: Catalog
    after: Catalog
    remarks: tuple[str, ...] = ()
    """What is wrong with the settings of the comparison, for whoever runs it."""
