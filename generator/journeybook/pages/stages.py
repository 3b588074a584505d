"""The stages that have a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.schema.site_config import StageDefinition


@dataclass(frozen=True)
class StageEntry:
    """A stage that maps use, defined in `site.yaml` or not."""

    id: str
    title: str
    definition: StageDefinition | None


def stage_entries(catalog: Catalog) -> Iterator[StageEntry]:
    """The stages that maps use: first those of `site.yaml`, in its order, then all others by id."""
    used: dict[str, str] = {}
    for journey in catalog.journeys:
        for stage in journey.stages:
            used.setdefault(stage.id, str(stage.title))
    defined = {str(definition.id): definition for definition in catalog.config.stages.all}
    for identifier, definition in defined.items():
        if identifier in used:
            yield StageEntry(identifier, definition.named(catalog.config.language), definition)
    for identifier in sorted(set(used) - set(defined)):
        yield StageEntry(identifier, used[identifier], None)
