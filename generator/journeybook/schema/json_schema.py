"""JSON Schema (draft-07) of each kind of document and of `site.yaml`, from the declared fields.

Editors use them to complete and check front matter. They accept more than the reader in two ways
only: they cannot check which ids exist, nor the words that a site declares for itself.
"""

from __future__ import annotations

from typing import Any

from journeybook.schema.documents import DOCUMENT_TYPES
from journeybook.schema.fields import JsonSchema, object_schema
from journeybook.schema.site_config import SiteConfig
from journeybook.vocabulary import KINDS

DRAFT = "http://json-schema.org/draft-07/schema#"
SITE = "site"
SCHEMA_KINDS: tuple[str, ...] = (*DOCUMENT_TYPES, SITE)


def json_schema(kind: str) -> JsonSchema:
    """The schema of the front matter of one kind, or of `site.yaml` for the kind `site`.

    Raises KeyError for an unknown kind.
    """
    if kind == SITE:
        return {**_head(kind, "site.yaml", _sentence(SiteConfig)), **object_schema(SiteConfig)}
    cls = DOCUMENT_TYPES[kind]
    where = f"Front matter of the files in content/{KINDS[kind].folder}/. {_sentence(cls)}"
    return {**_head(kind, KINDS[kind].title, where), **object_schema(cls)}


def all_schemas() -> JsonSchema:
    """One schema with the schemas of all kinds under `definitions`."""
    definitions = {kind: json_schema(kind) for kind in SCHEMA_KINDS}
    for schema in definitions.values():
        del schema["$schema"], schema["$id"]
    return {
        "$schema": DRAFT,
        "$id": "journeybook.schema.json",
        "title": "journeybook",
        "description": "Every kind of file that journeybook reads; pick one from `definitions`.",
        "definitions": definitions,
    }


def file_name(kind: str) -> str:
    """The name of the schema file of a kind, which is also its `$id`."""
    return f"{kind}.schema.json"


def _head(kind: str, title: str, description: str) -> JsonSchema:
    return {"$schema": DRAFT, "$id": file_name(kind), "title": title, "description": description}


def _sentence(cls: type[Any]) -> str:
    return (cls.__doc__ or "").strip().split("\n")[0]
