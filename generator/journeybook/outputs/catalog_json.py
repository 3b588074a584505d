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
from journeybook.insight.emotion import average, emotions_by_persona, people
from journeybook.insight.map_groups import MapGroup
from journeybook.insight.use_figures import (
    FiguresByGroup,
    UseFigures,
    figures_by_group,
    figures_of_every_stage,
)
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
    Branch,
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
    """The model as JSON text, with keys in a fixed order, and a line for each entity and link."""
    lines = (f'"{key}": {_in_lines(value)}' for key, value in _model(catalog, plan).items())
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _in_lines(value: object) -> str:
    """A value on one line; of an iterator, each entry on a line."""
    if not isinstance(value, Iterator):
        return json.dumps(value, ensure_ascii=False)
    return "[\n" + ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in value) + "\n]"


def _model(catalog: Catalog, plan: SitePlan) -> dict[str, object]:
    """The model as plain values; long lists are iterators."""
    config = catalog.config
    stages = figures_of_every_stage(catalog)
    return {
        "format": FORMAT,
        "site": {
            "title": str(config.title),
            "description": str(config.description or ""),
            "language": str(config.language),
            "stages": [
                {
                    "id": entry.id,
                    "title": entry.title,
                    "phase": _phase(entry.definition),
                    "figures": _figures(stages[entry.id]),
                }
                for entry in plan.stages
            ],
        },
        "entities": (entity(catalog, plan, document) for document in catalog.documents.values()),
        "links": _links(catalog),
        "redirects": {_name(old): _name(new) for old, new in catalog.redirects.items()},
    }


def _links(catalog: Catalog) -> Iterator[dict[str, str]]:
    for ref, links in catalog.links.items():
        for target, use in links:
            link = {"from": _name(ref), "to": _name(target), "as": use.how}
            if use.stage:
                link["stage"] = use.stage
            if use.step:
                link["step"] = use.step
            yield link


def _name(ref: Ref) -> str:
    return f"{ref.kind}:{ref.id}"


def _phase(definition: Any) -> str:
    return str(definition.phase) if definition is not None and definition.phase else ""


def entity(catalog: Catalog, plan: SitePlan, document: AnyDocument) -> dict[str, Any]:
    """One document as plain values."""
    page = plan.page_of(document.ref)
    model: dict[str, Any] = {
        "kind": document.kind_name,
        "id": document.id,
        "title": str(document.title),
        "url": page.url if page else "",
        "source": document.path,
        "stub": not document.path,
        "lang": catalog.lang(document),
        "fields": _fields(document),
    }
    figures = _figures(figures_by_group(catalog, document))
    if figures:
        model["figures"] = figures
    if document.body:
        model["text"] = document.body.text
    if isinstance(document, Metric) and document.series:
        model["series"] = [
            {"date": reading.date.isoformat(), "value": reading.value}
            for reading in document.series
        ]
    if isinstance(document, Journey):
        model["persona"] = document.persona
        model["stages"] = [_stage(document, stage) for stage in document.stages]
    return model


def _figures(groups: FiguresByGroup) -> dict[str, Any]:
    """Group of maps -> its figures; those that are 0 or unknown are left out."""
    return {str(group): _group_figures(figures) for group, figures in groups.items()}


def _group_figures(figures: UseFigures) -> dict[str, Any]:
    model = {
        "journeys": figures.journeys,
        "steps": figures.steps,
        "people": figures.people,
        "average": figures.average,
        "lowest": figures.lowest.value if figures.lowest else None,
        "worth": figures.worth,
        "pains": figures.pains,
        "moments": figures.truths,
        "claims": figures.claims,
    }
    counts = ("journeys", "steps", "people", "pains", "moments", "claims")
    return {
        key: value
        for key, value in model.items()
        if value is not None and (value or key not in counts)
    }


def _fields(document: AnyDocument) -> dict[str, Any]:
    """The fields of the front matter that have a value."""
    fields = {}
    for key, value in field_values(document).items():
        plain = _plain(value)
        if key not in ("title", "lang") and plain not in (None, [], "", {}):
            fields[key] = plain
    return fields


def _stage(journey: Journey, stage: Stage) -> dict[str, Any]:
    model = _part(stage)
    model["known"] = stage.registered
    model["steps"] = [_step(journey, step) for step in stage.steps]
    return model


def _step(journey: Journey, step: Step) -> dict[str, Any]:
    model = _part(step)
    model["people"] = list(people(step, journey))
    emotions = emotions_by_persona(step, journey)
    if emotions:
        model["feelings"] = {person: emotion.value for person, emotion in emotions.items()}
        model["average"] = average(step, journey)
    return model


def _part(part: Stage | Step) -> dict[str, Any]:
    model: dict[str, Any] = {"id": part.id, "title": part.title}
    if part.facts:
        model["facts"] = [_fact(fact) for fact in part.facts]
    if part.story:
        model["story"] = part.story.text
    if isinstance(part, Step) and part.was:
        model["was"] = list(part.was)
    return model


def _fact(fact: Fact) -> dict[str, Any]:
    model: dict[str, Any] = {"key": fact.key, **_payload(fact)}
    marks = fact.marks
    if marks.severity:
        model["severity"] = marks.severity
    if marks.tags:
        model["tags"] = list(marks.tags)
    if marks.evidence:
        model["evidence"] = [ref.id for ref in marks.evidence]
    if marks.id:
        model["id"] = marks.id
    return model


def _payload(fact: Fact) -> dict[str, Any]:
    match fact.payload:
        case Statement(text, persona):
            return {"text": text, "persona": persona} if persona else {"text": text}
        case Emotion(value, word, persona):
            emotion = {"value": value, "word": word}
            return {**emotion, "persona": persona} if persona else emotion
        case References(refs, everyone):
            ids = [ref.id for ref in refs]
            return {"ids": ids, "everyone": True} if everyone else {"ids": ids}
        case MetricMove(ref, now, target):
            return {"ids": [ref.id], "now": now, "target": target}
        case Timing(duration):
            return {"seconds": _plain(duration), "text": duration.text}
        case Truth(text, kind):
            return {"text": text, "kind": kind} if kind else {"text": text}
        case Score(value):
            return {"value": value}
        case Branches(branches):
            return {"ways": list(map(_branch, branches))}
    raise AssertionError(f"unknown payload {fact.payload!r}")


def _branch(branch: Branch) -> dict[str, Any]:
    return {"to": branch.step, "exit": branch.is_exit, "if": branch.reason}


def _plain(value: Any) -> Any:
    """A field's value as JSON: references as ids, days as YYYY-MM-DD, times as [low, high] in seconds,
    dataclasses as objects."""
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
                            "figures": {"$ref": "#/definitions/figures"},
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
                "figures": {"$ref": "#/definitions/figures"},
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
        "figures": {
            "type": "object",
            "description": (
                "What maps say about it, by group: current maps, planned ones, those of "
                "competitors, translations, and retired ones. Counts of 0 are left out. For an opportunity, `pains` are those it "
                "addresses."
            ),
            "propertyNames": {"enum": [str(group) for group in MapGroup]},
            "additionalProperties": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "journeys": {"type": "integer"},
                    "steps": {"type": "integer"},
                    "people": {"type": "integer"},
                    "average": {"type": "number", "minimum": -2, "maximum": 2},
                    "lowest": {"type": "number", "minimum": -2, "maximum": 2},
                    "worth": {"type": "number", "minimum": 1, "maximum": 5},
                    "pains": {"type": "integer"},
                    "moments": {"type": "integer"},
                    "claims": {"type": "integer"},
                },
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
                "was": {
                    "type": "array",
                    "items": {"type": "string"},
                    "description": "Earlier IDs, which lead to the same place on the page.",
                },
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
    return (
        json.dumps(
            SCHEMA,
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    ).encode()
