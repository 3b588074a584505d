"""One step through two revisions: what changed in it, and what it was called and where it stood
before."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change, Match
from journeybook.diff.journeys import changes_within
from journeybook.diff.pair import JourneyPair
from journeybook.schema.documents import Journey


@dataclass(frozen=True)
class PreviousStep:
    """A step in the older revision; no `step` where it is new."""

    step: str
    match: Match
    changes: tuple[Change, ...]


def one_step_back(
    before: Journey, after: Journey, step: str, catalogs: tuple[Catalog, Catalog]
) -> PreviousStep:
    """What a step (its id in `after`) was in `before`, and everything that changed in it."""
    pair = JourneyPair(before, after, Match("id"), {})
    found = next(
        ((old, match) for old, new, match in pair.steps.pairs if after.steps[new].id == step),
        None,
    )
    changes = tuple(
        change
        for change in changes_within(pair, *catalogs)
        if step in (change.element.step, _own(change))
    )
    if found is None:
        return PreviousStep("", Match(), changes)
    return PreviousStep(before.steps[found[0]].id, found[1], changes)


def taken_from(
    others: tuple[Journey, ...], after: Journey, step: str
) -> tuple[Journey, str] | None:
    """The journey from which a new step came in the same commit: by explicit id, else by an equal
    title."""
    own = next((one for one in after.steps if one.id == step), None)
    if own is None:
        return None
    for same in ("id", "title"):
        for journey in others:
            for other in journey.steps:
                explicit = other.explicit_id and own.explicit_id
                if (same == "id" and explicit and other.id == own.id) or (
                    same == "title" and other.title == own.title
                ):
                    return journey, other.id
    return None


def _own(change: Change) -> str:
    return change.element.id if change.element.what == "step" else ""
