"""One map of two revisions: columns in head order, with the steps that are gone kept where they
stood."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.diff.pair import step_pairs
from journeybook.insight.emotion import journey_line
from journeybook.schema.documents import Journey, Step


@dataclass(frozen=True)
class Column:
    """One step on both sides, or on one."""

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
    """The columns of a journey; one that is new or gone has only one side."""
    if before is None or after is None:
        return tuple(_one_sided(before, after))
    found = step_pairs(before, after, {})
    old = dict(enumerate(_sides(before)))
    new = dict(enumerate(_sides(after)))
    below: dict[int, list[int]] = {}
    for at in found.removed:  # stands below the nearest earlier step that is still there
        anchor = next(
            (
                found.forward[earlier]
                for earlier in range(at - 1, -1, -1)
                if earlier in found.forward
            ),
            -1,
        )
        below.setdefault(anchor, []).append(at)
    columns = [_joined(old[at], None) for at in below.get(-1, ())]
    for at in range(len(after.steps)):
        partner = found.backward.get(at)
        columns.append(_joined(None if partner is None else old[partner], new[at]))
        columns += [_joined(old[gone], None) for gone in below.get(at, ())]
    return tuple(columns)


def filled(values: list[float | None]) -> list[float] | None:
    """A line without gaps: straight between known values, level before the first and behind the
    last of them."""
    known = [(at, value) for at, value in enumerate(values) if value is not None]
    if not known:
        return None
    made: list[float] = []
    for at in range(len(values)):
        left = max((point for point in known if point[0] <= at), default=known[0])
        right = min((point for point in known if point[0] >= at), default=known[-1])
        share = (at - left[0]) / (right[0] - left[0]) if right[0] > left[0] else 0
        made.append(left[1] + (right[1] - left[1]) * max(0.0, min(1.0, share)))
    return made


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
