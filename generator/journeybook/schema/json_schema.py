"""JSON Schemas (draft-07) from the same declarations that reading follows."""

from __future__ import annotations

from journeybook.schema.documents import DOCUMENT_TYPES
from journeybook.schema.fields import JsonSchema, object_schema
from journeybook.schema.site_config import SiteConfig
from journeybook.vocabulary import KINDS

SITE = "site"
KINDS_WITH_SCHEMA = (*DOCUMENT_TYPES, SITE)


def json_schema(kind: str) -> JsonSchema:
    """The schema of the front matter of a kind, or of `site.yaml` for `site`. KeyError for any other word."""
    cls = SiteConfig if kind == SITE else DOCUMENT_TYPES[kind]
    title = "site.yaml" if kind == SITE else f"{KINDS[kind].title}: front matter"
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"{kind}.schema.json",
        "title": title,
        "description": (cls.__doc__ or "").strip().split("\n")[0],
        **object_schema(cls),
    }
