"""The model as JSON: one journey as in `journeys.json`, or the whole file."""

from __future__ import annotations

import json

from journeybook.exporting.context import ExportContext
from journeybook.outputs.catalog_json import catalog_json, entity
from journeybook.schema.documents import Journey


def journey_json(context: ExportContext, journey: Journey) -> bytes:
    """The entity of one journey, as described by `#/definitions/entity` of
    `journeys.schema.json`."""
    values = entity(context.site.catalog, context.site.plan, journey)
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def model_json(context: ExportContext) -> bytes:
    """The whole `journeys.json` of a built site."""
    return catalog_json(context.site.catalog, context.site.plan)
