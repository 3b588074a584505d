"""What a change of code affects, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from journeybook.diff.code_impact import Impacts, TouchedStep, TouchedTouchpoint
from journeybook.text import visible

MOST_PATHS = 3


def as_text(impacts: Impacts, files: int) -> str:
    """Touchpoints, the steps that use them, and who should review the change."""
    return visible_lines(_lines(impacts, files))


def visible_lines(lines: Iterator[str]) -> str:
    """The lines as one text, hidden characters spelled out."""
    return "".join(f"{visible(line)}\n" for line in lines)


def _lines(impacts: Impacts, files: int) -> Iterator[str]:
    if not impacts.with_code:
        yield "no touchpoint lists its code; add `code:` with path patterns to touchpoint files"
        return
    if not impacts.touchpoints:
        yield (
            f"none of the {files} changed files belongs to one of the {impacts.with_code} "
            "touchpoints that list their code"
        )
        return
    for touched in impacts.touchpoints:
        yield from _touchpoint(touched)
        yield ""
    if impacts.owners:
        yield f"reviewers: {', '.join(impacts.owners)}"
    else:
        yield "nothing affected has an owner"


def _touchpoint(touched: TouchedTouchpoint) -> Iterator[str]:
    touchpoint = touched.touchpoint
    owner = f" · owner: {touchpoint.owner}" if touchpoint.owner else ""
    yield f"{touchpoint.title} ({touchpoint.id}){owner}"
    more = len(touched.paths) - MOST_PATHS
    rest = f" and {more} more" if more > 0 else ""
    yield f"  changed: {', '.join(touched.paths[:MOST_PATHS])}{rest}"
    if not touched.steps:
        yield "  not used in any journey"
    for step in touched.steps:
        reviewer = f" · reviewer: {step.owner}" if step.owner else ""
        yield f"  {step.journey.title}: {step.step.title}{reviewer}"
        yield from (f"    moment of truth: {fact.text}" for fact in step.moments)
        yield from (f"    open pain point: {fact.text}" for fact in step.pains)


def as_json(impacts: Impacts, files: int) -> str:
    """The same as JSON text."""
    document: dict[str, Any] = {
        "files": files,
        "with_code": impacts.with_code,
        "owners": list(impacts.owners),
        "touchpoints": [_touchpoint_json(touched) for touched in impacts.touchpoints],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _touchpoint_json(touched: TouchedTouchpoint) -> dict[str, Any]:
    return {
        "id": touched.touchpoint.id,
        "title": str(touched.touchpoint.title),
        "owner": str(touched.touchpoint.owner or ""),
        "paths": list(touched.paths),
        "steps": [_step(step) for step in touched.steps],
    }


def _step(step: TouchedStep) -> dict[str, Any]:
    return {
        "journey": step.journey.id,
        "step": step.step.id,
        "title": step.step.title,
        "stage": step.stage.title,
        "owner": step.owner,
        "file": step.journey.path,
        "line": step.step.span.line,
        "moments_of_truth": [fact.text for fact in step.moments],
        "open_pains": [
            {"id": fact.marks.id, "text": fact.text, "severity": fact.marks.severity}
            for fact in step.pains
        ],
    }
