"""`journeys.json`: the whole model for other tools, described by `journeys.schema.json`.

Top level: `format` (version of this shape), `site`, `entities` (each with `kind`, `id`, `title`,
`url`, its fields as written, and for journeys its stages and steps), `links` (every reference, both
ends), `redirects`.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Iterator
from typing import Any

from journeybook.catalog.catalog import Catalog
from journeybook.insight.emotion import average, feelings, people
from journeybook.pages.plan import SitePlan
from journeybook.schema.documents import (
    AnyDocument,
    Fact,
    Journey,
    Metric,
    Stage,
    Step,
    field_values,
)
from journeybook.schema.values import (
    Branches,
    Emotion,
    MetricMove,
    Ref,
    References,
    Score,
    Statement,
    Text,
    Timing,
    Truth,
)
from journeybook.vocabulary import Duration

FORMAT = 1


def catalog_json(catalog: Catalog, plan: SitePlan) -> bytes:
    """The model as JSON text, keys in a fixed order; every entity and every link is a line."""
    said = (f'"{key}": {_in_lines(value)}' for key, value in _model(catalog, plan).items())
    return ("{\n" + ",\n".join(said) + "\n}\n").encode()


def _in_lines(value: object) -> str:
    """A value on one line, entries of a list on a line each."""
    if not isinstance(value, Iterator):
        return json.dumps(value, ensure_ascii=False)
    return "[\n" + ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in value) + "\n]"


def _model(catalog: Catalog, plan: SitePlan) -> dict[str, object]:
    """The model as plain values, long lists made as they are asked for."""
    config = catalog.config
    return {
        "format": FORMAT,
        "site": {
            "title": str(config.title),
            "description": str(config.description or ""),
            "language": str(config.language),
            "stages": [
                {"id": entry.id, "title": entry.title, "phase": _phase(entry.definition)}
                for entry in plan.stages
            ],
        },
        "entities": (entity(catalog, plan, document) for document in catalog.documents.values()),
        "links": (
            {
                "from": f"{ref.kind}:{ref.id}",
                "to": f"{target.kind}:{target.id}",
                "as": use.how,
                **({"stage": use.stage} if use.stage else {}),
                **({"step": use.step} if use.step else {}),
            }
            for ref, made in catalog.links.items()
            for target, use in made
        ),
        "redirects": {
            f"{old.kind}:{old.id}": f"{new.kind}:{new.id}" for old, new in catalog.redirects.items()
        },
    }


def _phase(definition: Any) -> str:
    return str(definition.phase) if definition is not None and definition.phase else ""


def entity(catalog: Catalog, plan: SitePlan, document: AnyDocument) -> dict[str, Any]:
    """One document as plain values."""
    page = plan.page_of(document.ref)
    made: dict[str, Any] = {
        "kind": document.kind_name,
        "id": document.id,
        "title": str(document.title),
        "url": page.url if page else "",
        "source": document.path,
        "stub": not document.path,
        "lang": catalog.lang(document),
    }
    fields = {
        key: _plain(value)
        for key, value in field_values(document).items()
        if key not in ("title", "lang")
    }
    made["fields"] = {
        key: value for key, value in fields.items() if value not in (None, [], "", {})
    }
    if document.body:
        made["text"] = document.body.text
    if isinstance(document, Metric) and document.series:
        made["series"] = [{"date": r.date.isoformat(), "value": r.value} for r in document.series]
    if isinstance(document, Journey):
        made["persona"] = document.persona
        made["stages"] = [_stage(document, stage) for stage in document.stages]
    return made


def _stage(journey: Journey, stage: Stage) -> dict[str, Any]:
    return {
        **_part(journey, stage),
        "known": stage.registered,
        "steps": [_step(journey, step) for step in stage.steps],
    }


def _step(journey: Journey, step: Step) -> dict[str, Any]:
    felt = {person: emotion.value for person, emotion in feelings(step, journey).items()}
    made = {**_part(journey, step), "people": list(people(step, journey))}
    if felt:
        made |= {"feelings": felt, "average": average(step, journey)}
    return made


def _part(journey: Journey, part: Stage | Step) -> dict[str, Any]:
    made: dict[str, Any] = {"id": part.id, "title": part.title}
    if part.facts:
        made["facts"] = [_fact(fact) for fact in part.facts]
    if part.story:
        made["story"] = part.story.text
    return made


def _fact(fact: Fact) -> dict[str, Any]:
    made: dict[str, Any] = {"key": fact.key, **_payload(fact)}
    marks = fact.marks
    if marks.severity:
        made["severity"] = marks.severity
    if marks.tags:
        made["tags"] = list(marks.tags)
    if marks.evidence:
        made["evidence"] = [ref.id for ref in marks.evidence]
    if marks.id:
        made["id"] = marks.id
    return made


def _payload(fact: Fact) -> dict[str, Any]:
    payload = fact.payload
    if isinstance(payload, Statement):
        return {"text": payload.text}
    if isinstance(payload, Emotion):
        return {
            "value": payload.value,
            "word": payload.word,
            **({"persona": payload.persona} if payload.persona else {}),
        }
    if isinstance(payload, References):
        return {
            "ids": [ref.id for ref in payload.refs],
            **({"everyone": True} if payload.everyone else {}),
        }
    if isinstance(payload, MetricMove):
        return {"ids": [payload.ref.id], "now": payload.now, "target": payload.target}
    if isinstance(payload, Timing):
        return {"seconds": _plain(payload.duration)}
    if isinstance(payload, Truth):
        return {"text": payload.text, **({"kind": payload.kind} if payload.kind else {})}
    if isinstance(payload, Score):
        return {"value": payload.value}
    assert isinstance(payload, Branches)
    return {
        "ways": [{"to": way.step, "exit": way.is_exit, "if": way.reason} for way in payload.ways]
    }


def _plain(value: Any) -> Any:
    """A field's value as JSON: references by id, days as YYYY-MM-DD, times as [low, high] seconds,
    pairs as tables."""
    if isinstance(value, Text | str):
        return str(value)
    if isinstance(value, Ref):
        return value.id
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Duration):
        return [value.low, value.high]
    if isinstance(value, MetricMove):
        return {"metric": value.ref.id, "now": value.now, "target": value.target}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    return value


SCHEMA: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "title": "journeys.json",
    "description": "The whole model of a journeybook site.",
    "type": "object",
    "additionalProperties": False,
    "required": ["format", "site", "entities", "links", "redirects"],
    "properties": {
        "format": {
            "const": FORMAT,
            "description": "Version of this shape; it changes when a reader would break.",
        },
        "site": {
            "type": "object",
            "required": ["title", "description", "language", "stages"],
            "properties": {
                "title": {"type": "string"},
                "description": {"type": "string"},
                "language": {"type": "string"},
                "stages": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["id", "title", "phase"],
                        "properties": {
                            "id": {"type": "string"},
                            "title": {"type": "string"},
                            "phase": {"enum": ["", "before", "during", "after"]},
                        },
                    },
                },
            },
        },
        "entities": {"type": "array", "items": {"$ref": "#/definitions/entity"}},
        "links": {
            "type": "array",
            "description": (
                "Every reference as `kind:id`; `as` is the key it appears under, "
                "`prose` for links in text."
            ),
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["from", "to", "as"],
                "properties": {
                    "from": {"type": "string"},
                    "to": {"type": "string"},
                    "as": {"type": "string"},
                    "stage": {"type": "string"},
                    "step": {"type": "string"},
                },
            },
        },
        "redirects": {
            "type": "object",
            "description": "Earlier ID -> current ID, as `kind:id`.",
            "additionalProperties": {"type": "string"},
        },
    },
    "definitions": {
        "entity": {
            "type": "object",
            "additionalProperties": False,
            "required": ["kind", "id", "title", "url", "source", "stub", "lang", "fields"],
            "properties": {
                "kind": {"type": "string"},
                "id": {"type": "string", "description": "Unique within its kind."},
                "title": {"type": "string"},
                "url": {
                    "type": "string",
                    "description": "Address of its page from the site's root.",
                },
                "source": {"type": "string", "description": "Path of its file, empty for a stub."},
                "stub": {
                    "type": "boolean",
                    "description": "Mentioned, but no file describes it yet.",
                },
                "lang": {"type": "string"},
                "fields": {
                    "type": "object",
                    "description": (
                        "Front matter: ids for references, [low, high] seconds for times."
                    ),
                },
                "text": {"type": "string", "description": "Markdown as written."},
                "series": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["date", "value"],
                        "properties": {
                            "date": {"type": "string"},
                            "value": {"type": ["number", "null"]},
                        },
                    },
                },
                "persona": {"type": "string"},
                "stages": {"type": "array", "items": {"$ref": "#/definitions/stage"}},
            },
        },
        "stage": {
            "type": "object",
            "additionalProperties": False,
            "required": ["id", "title", "known", "steps"],
            "properties": {
                "id": {"type": "string"},
                "title": {"type": "string"},
                "known": {"type": "boolean", "description": "Whether the site's registry has it."},
                "facts": {"type": "array", "items": {"$ref": "#/definitions/fact"}},
                "story": {"type": "string"},
                "steps": {"type": "array", "items": {"$ref": "#/definitions/step"}},
            },
        },
        "step": {
            "type": "object",
            "additionalProperties": False,
            "required": ["id", "title", "people"],
            "properties": {
                "id": {"type": "string"},
                "title": {"type": "string"},
                "people": {"type": "array", "items": {"type": "string"}},
                "feelings": {
                    "type": "object",
                    "additionalProperties": {"type": "integer", "minimum": -2, "maximum": 2},
                },
                "average": {"type": "number", "minimum": -2, "maximum": 2},
                "facts": {"type": "array", "items": {"$ref": "#/definitions/fact"}},
                "story": {"type": "string"},
            },
        },
        "fact": {
            "type": "object",
            "required": ["key"],
            "properties": {
                "key": {"type": "string"},
                "text": {"type": "string"},
                "severity": {"enum": ["low", "medium", "high"]},
                "tags": {"type": "array", "items": {"type": "string"}},
                "evidence": {"type": "array", "items": {"type": "string"}},
                "id": {"type": "string"},
                "ids": {"type": "array", "items": {"type": "string"}},
                "value": {"type": "integer"},
                "seconds": {
                    "type": "array",
                    "items": {"type": "number"},
                    "minItems": 2,
                    "maxItems": 2,
                },
                "ways": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["to", "exit", "if"],
                        "properties": {
                            "to": {"type": "string"},
                            "exit": {"type": "boolean"},
                            "if": {"type": "string"},
                        },
                    },
                },
            },
        },
    },
}


def schema_json() -> bytes:
    """The schema of `journeys.json` as JSON text."""
    return (json.dumps(SCHEMA, ensure_ascii=False, indent=1) + "\n").encode()
