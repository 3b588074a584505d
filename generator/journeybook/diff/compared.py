"""A comparison together with the two states of the site that it was made from, for whatever draws
or marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Changes
from journeybook.schema.values import Ref

CHANGES_FILE = "changes.json"
"""The same as data, at the root of a site that is compared with a revision."""


@dataclass(frozen=True)
class Compared:
    """Changes and both catalogs. These hold what differs and what that touches, not the whole
    site."""

    changes: Changes
    before: Catalog
    after: Catalog
    titles: Mapping[Ref, str] = field(default_factory=dict)
    """What things are called that changed journeys name and neither catalog has, where somebody
    asked for them."""
    remarks: tuple[str, ...] = ()
    """What is wrong with the settings of the comparison, for whoever runs it."""
