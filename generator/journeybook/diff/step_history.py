"""One step in two revisions: what changed in it, and its earlier ID and journey."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change, Match
from journeybook.diff.journeys import changes_within
from journeybook.diff.pair import JourneyPair
from journeybook.schema.documents import Journey, Step


@dataclass(frozen=True)
class PreviousStep:
    """A step in the older revision; `step` is empty if it did not exist there."""

    step: str
    match: Match
    changes: tuple[Change, ...]


def one_step_back(
    before: Journey, after: Journey, step: str, catalogs: tuple[Catalog, Catalog]
) -> PreviousStep:
    """The step of `before` that a step of `after` (by ID) was, and everything that changed in
    it."""
    pair = JourneyPair(before, after, Match("id"), {})
    changes = tuple(
        change
        for change in changes_within(pair, *catalogs)
        if step in (change.element.step, _step_of(change))
    )
    for old, new, match in pair.steps.pairs:
        if after.steps[new].id == step:
            return PreviousStep(before.steps[old].id, match, changes)
    return PreviousStep("", Match(), changes)


def taken_from(
    others: tuple[Journey, ...], after: Journey, step: str
) -> tuple[Journey, str] | None:
    """The journey that a new step moved from in the same commit, and its ID there: matched by
    explicit ID, otherwise by an equal title."""
    own = next((one for one in after.steps if one.id == step), None)
    if own is None:
        return None
    for is_same in (_same_explicit_id, _same_title):
        for journey in others:
            for other in journey.steps:
                if is_same(own, other):
                    return journey, other.id
    return None


def _same_explicit_id(one: Step, other: Step) -> bool:
    return one.explicit_id and other.explicit_id and one.id == other.id


def _same_title(one: Step, other: Step) -> bool:
    return one.title == other.title


def _step_of(change: Change) -> str:
    return change.element.id if change.element.what == "step" else ""
