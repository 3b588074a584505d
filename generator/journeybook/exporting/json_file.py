"""The model as JSON: one journey as it stands in `journeys.json`, or all of it."""

from __future__ import annotations

import json

from journeybook.exporting.context import ExportContext
from journeybook.outputs.catalog_json import catalog_json, entity
from journeybook.schema.documents import Journey


def journey_json(atlas: ExportContext, journey: Journey) -> bytes:
    """The entity of one journey, described by `#/definitions/entity` of `journeys.schema.json`."""
    made = entity(atlas.site.catalog, atlas.site.plan, journey)
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def model_json(atlas: ExportContext) -> bytes:
    """The same as the `journeys.json` of a built site."""
    return catalog_json(atlas.site.catalog, atlas.site.plan)
