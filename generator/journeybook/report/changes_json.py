"""Changes for other programs, as JSON in the format that `schema` describes. Keys may be added,
never renamed."""

from __future__ import annotations

import json
from typing import Any

from journeybook.diff.change import Change, Changes, Pair
from journeybook.diff.kinds import KINDS, sentence_of
from journeybook.diff.message import render
from journeybook.diff.summary import summary_of
from journeybook.report.places import place
from journeybook.text import Span


def as_json(changes: Changes) -> str:
    """The changes as JSON text."""
    return json.dumps(document(changes), ensure_ascii=False, indent=2) + "\n"


def document(changes: Changes) -> dict[str, Any]:
    """The changes as plain values."""
    return {
        "version": 1,
        "base": {"name": changes.base, "revision": changes.revisions[0]},
        "head": {"name": changes.head, "revision": changes.revisions[1]},
        "journeys": [_journey(pair, changes) for pair in changes.journeys],
        "elsewhere": [_change(change) for change in changes.elsewhere],
        "unreadable": [
            {
                "path": fault.path,
                "side": fault.side,
                "reason": fault.reason,
                "line": fault.span.line,
                "in_part": fault.in_part,
            }
            for fault in changes.unreadable
        ],
        "formatting": list(changes.formatting),
        "accepted": [_change(change) for change in changes.accepted],
        "counts": {
            **{impact.value: number for impact, number in changes.counts.items()},
            "files": changes.files,
        },
    }


def _journey(pair: Pair, changes: Changes) -> dict[str, Any]:
    return {
        "id": pair.id,
        "title": pair.title,
        "before": pair.before or None,
        "after": pair.after or None,
        "matched": {"how": pair.match.how or None, "score": pair.match.score},
        "summary": render(summary_of(changes.of(pair.id))),
        "changes": [_change(change) for change in changes.of(pair.id)],
    }


def _change(change: Change) -> dict[str, Any]:
    element = change.element
    return {
        "code": change.code,
        "kind": KINDS[change.code].name,
        "impact": change.impact.value,
        "sentence": sentence_of(change),
        "why": change.reason,
        "element": {
            "what": element.what,
            "kind": element.document.kind,
            "document": element.document.id,
            "id": element.id,
            "title": element.title,
            "stage": element.stage,
            "step": element.step,
            "subject": render(element.subject),
        },
        "old": render(change.old),
        "new": render(change.new),
        "before": _place(change.before),
        "after": _place(change.after),
        "matched": {"how": change.match.how or None, "score": change.match.score},
        "owner": change.owner,
        "also": [ref.id for ref in change.also],
        "origin": change.origin.id if change.origin else None,
        "folded": [_change(inner) for inner in change.folded],
        "fingerprint": change.fingerprint,
    }


def _place(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else place(span)


def schema() -> dict[str, Any]:
    """The JSON Schema of this output; `docs/changes.schema.json` is a copy."""
    text, number = {"type": "string"}, {"type": "integer", "minimum": 0}
    at = _object(
        file=text, line={**number, "minimum": 1}, column=number, end_line=number, end_column=number
    )
    how = {"enum": ["id", "was", "title", "place", "rename", "similar", None]}
    matched = _object(how=how, score={"type": "number", "minimum": 0, "maximum": 1})
    element = _object(
        what=text,
        kind=text,
        document=text,
        id=text,
        title=text,
        stage=text,
        step=text,
        subject=text,
    )
    changes = {"type": "array", "items": {"$ref": "#/$defs/change"}}
    change = _object(
        code={"type": "string", "pattern": "^JD[0-9]{3}$"},
        kind={"enum": sorted(kind.name for kind in KINDS.values())},
        impact={"enum": ["high", "medium", "low", "info"]},
        sentence=text,
        why=text,
        element=element,
        old=text,
        new=text,
        before={"anyOf": [at, {"type": "null"}]},
        after={"anyOf": [at, {"type": "null"}]},
        matched=matched,
        owner=text,
        also={"type": "array", "items": text},
        origin={"type": ["string", "null"]},
        folded=changes,
        fingerprint={"type": "string", "pattern": "^[0-9a-f]{12}$"},
    )
    maybe = {"type": ["string", "null"]}
    journey = _object(
        id=text,
        title=text,
        before=maybe,
        after=maybe,
        matched=matched,
        summary=text,
        changes=changes,
    )
    fault = _object(
        path=text,
        side={"enum": ["base", "head"]},
        reason=text,
        line=number,
        in_part={"type": "boolean"},
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Changes between two revisions of a journeybook site",
        **_object(
            version={"const": 1},
            base=_object(name=text, revision=text),
            head=_object(name=text, revision=text),
            journeys={"type": "array", "items": journey},
            elsewhere=changes,
            unreadable={"type": "array", "items": fault},
            formatting={"type": "array", "items": text},
            accepted=changes,
            counts=_object(high=number, medium=number, low=number, info=number, files=number),
        ),
        "$defs": {"change": change},
    }


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": sorted(properties)}
