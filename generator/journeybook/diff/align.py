"""One map of two revisions: columns in the order of the head revision, with removed steps in their
old places."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.diff.match import Pairing
from journeybook.diff.pair import step_pairs
from journeybook.insight.emotion import journey_line
from journeybook.schema.documents import Journey, Step


@dataclass(frozen=True)
class Column:
    """One step of both revisions, or of one."""

    before: Step | None
    after: Step | None
    old_stage: str = ""
    new_stage: str = ""
    old_feeling: float | None = None
    new_feeling: float | None = None

    @property
    def title(self) -> str:
        step = self.after or self.before
        return step.title if step else ""


def aligned(before: Journey | None, after: Journey | None) -> tuple[Column, ...]:
    """The columns of a journey; a new or removed journey has only one side."""
    if before is None or after is None:
        return tuple(_one_sided(before, after))
    pairing = step_pairs(before, after, {})
    old = dict(enumerate(_sides(before)))
    new = dict(enumerate(_sides(after)))
    removed_below: dict[int, list[int]] = {}
    for at in pairing.removed:
        removed_below.setdefault(_kept_step_above(pairing, at), []).append(at)
    columns = [_joined(old[at], None) for at in removed_below.get(_TOP, ())]
    for at in range(len(after.steps)):
        partner = pairing.backward.get(at)
        columns.append(_joined(None if partner is None else old[partner], new[at]))
        columns += [_joined(old[removed], None) for removed in removed_below.get(at, ())]
    return tuple(columns)


_TOP = -1
"""The position above the first step."""


def _kept_step_above(pairing: Pairing, at: int) -> int:
    """The position in the head revision of the nearest step above a removed one that still exists,
    or `_TOP`."""
    for earlier in range(at - 1, -1, -1):
        if earlier in pairing.forward:
            return pairing.forward[earlier]
    return _TOP


_Side = tuple[Step, str, float | None]


def _sides(journey: Journey) -> list[_Side]:
    stages = [stage.title for stage in journey.stages for _ in stage.steps]
    return list(zip(journey.steps, stages, journey_line(journey), strict=True))


def _joined(old: _Side | None, new: _Side | None) -> Column:
    before = old or (None, "", None)
    after = new or (None, "", None)
    return Column(before[0], after[0], before[1], after[1], before[2], after[2])


def _one_sided(before: Journey | None, after: Journey | None) -> list[Column]:
    old = [_joined(side, None) for side in _sides(before)] if before else []
    return old + ([_joined(None, side) for side in _sides(after)] if after else [])
