"""JSON Schema (draft-07) of each kind of document and of `site.yaml`, made from the declared
fields.

Editors use them to complete and check front matter. They are looser than the reader in two things
only: they do not know which ids exist, and not the words that a site declares for itself.
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
    """The schema of one kind's front matter; `site` is that of `site.yaml`. KeyError for any other
    name."""
    if kind == SITE:
        return {**_head(kind, "site.yaml", _sentence(SiteConfig)), **object_schema(SiteConfig)}
    cls = DOCUMENT_TYPES[kind]
    where = f"Front matter of the files in content/{KINDS[kind].folder}/. {_sentence(cls)}"
    return {**_head(kind, KINDS[kind].title, where), **object_schema(cls)}


def all_schemas() -> JsonSchema:
    """One schema with that of every kind under `definitions`."""
    made = {
        kind: {
            key: value for key, value in json_schema(kind).items() if key not in ("$schema", "$id")
        }
        for kind in SCHEMA_KINDS
    }
    return {
        "$schema": DRAFT,
        "$id": "journeybook.schema.json",
        "title": "journeybook",
        "description": "Every kind of file that journeybook reads; pick one from `definitions`.",
        "definitions": made,
    }


def file_name(kind: str) -> str:
    """The name of a kind's schema file, which is also its `$id`."""
    return f"{kind}.schema.json"


def _head(kind: str, title: str, description: str) -> JsonSchema:
    return {"$schema": DRAFT, "$id": file_name(kind), "title": title, "description": description}


def _sentence(cls: type[Any]) -> str:
    return (cls.__doc__ or "").strip().split("\n")[0]
