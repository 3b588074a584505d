"""What a change of code touches, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from journeybook.diff.code_impact import Impacts, TouchedStep
from journeybook.text import visible


def as_text(found: Impacts, files: int) -> str:
    """Touchpoints, the steps they stand in, and who should look."""
    return visible_lines(_lines(found, files))


def visible_lines(lines: Iterator[str]) -> str:
    return "".join(f"{visible(line)}\n" for line in lines)


def _lines(found: Impacts, files: int) -> Iterator[str]:
    if not found.with_code:
        yield ("no touchpoint lists its code; add `code:` with path patterns to touchpoint files")
        return
    if not found.touchpoints:
        yield (
            f"none of the {files} changed files belongs to one of the {found.with_code} "
            "touchpoints that list their code"
        )
        return
    for one in found.touchpoints:
        owner = f" · owner: {one.touchpoint.owner}" if one.touchpoint.owner else ""
        yield f"{one.touchpoint.title} ({one.touchpoint.id}){owner}"
        shown = ", ".join(one.paths[:3]) + (
            f" and {len(one.paths) - 3} more" if len(one.paths) > 3 else ""
        )
        yield f"  changed: {shown}"
        if not one.steps:
            yield "  not used in any journey"
        for step in one.steps:
            yield (
                f"  {step.journey.title}: "
                f"{step.step.title}{f' · look: {step.owner}' if step.owner else ''}"
            )
            yield from (f"    moment of truth: {fact.text}" for fact in step.moments)
            yield from (f"    open pain point: {fact.text}" for fact in step.pains)
        yield ""
    yield (
        f"reviewers: {', '.join(found.owners)}" if found.owners else "nothing affected has an owner"
    )


def as_json(found: Impacts, files: int) -> str:
    """The same for programs."""
    document: dict[str, Any] = {
        "files": files,
        "with_code": found.with_code,
        "owners": list(found.owners),
        "touchpoints": [
            {
                "id": one.touchpoint.id,
                "title": str(one.touchpoint.title),
                "owner": str(one.touchpoint.owner or ""),
                "paths": list(one.paths),
                "steps": [_step(step) for step in one.steps],
            }
            for one in found.touchpoints
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


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
