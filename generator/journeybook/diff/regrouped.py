"""Steps that were merged or split: which belong together, and what they are as one.

What went along from one step to another is neither lost nor new. So a step that others were merged
into is compared with all of them, and a step that was split is compared together with its parts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from journeybook.diff.contents import FEWEST, SHARE, Items, items_of, shared_items
from journeybook.diff.match import Pairing
from journeybook.schema.documents import Fact, Step
from journeybook.schema.values import Emotion

_ONE_PER_STEP = frozenset(("time", "wait", "worth", "effort", "stake", "owner", "goal", "trigger"))
"""Facts of which a step has one: those of the step that stays count."""


def merged_steps(before: Sequence[Step], after: Sequence[Step], pairing: Pairing) -> dict[int, int]:
    """Each removed step that went into another one -> the step of the head revision."""
    pairs = [(one, other) for one, other, _ in pairing.pairs]
    return _regrouped(before, after, pairing.removed, pairs)


def split_steps(before: Sequence[Step], after: Sequence[Step], pairing: Pairing) -> dict[int, int]:
    """Each new step that was part of another one -> the step of the base revision."""
    pairs = [(other, one) for one, other, _ in pairing.pairs]
    return _regrouped(after, before, pairing.added, pairs)


def _regrouped(
    own: Sequence[Step],
    others: Sequence[Step],
    alone: Iterable[int],
    pairs: Sequence[tuple[int, int]],
) -> dict[int, int]:
    """Steps of one side without a counterpart -> the step of the other side that has most of what
    they consist of, and did not have it as long as they were apart. `pairs` are positions of
    counterparts, this side first."""
    targets: dict[int, int] = {}
    own_items = [items_of(step) for step in own]
    other_items = [items_of(step) for step in others]
    for at in alone:
        best = _target(own_items[at], own_items, other_items, pairs)
        if best is not None:
            targets[at] = best
    return targets


def _target(
    items: Items, own: Sequence[Items], others: Sequence[Items], pairs: Sequence[tuple[int, int]]
) -> int | None:
    best, most = None, 0
    for counterpart, target in pairs:
        shared = shared_items(items, others[target])
        gained = len(shared - own[counterpart])
        if gained > most and gained >= FEWEST and len(shared) >= SHARE * len(items):
            best, most = target, gained
    return best


def as_one(step: Step, parts: Sequence[Step], without: Collection[str] = ()) -> Step:
    """A step with the facts of others that belong to it, apart from some keys."""
    if not parts:
        return step
    facts = list(step.facts)
    for part in parts:
        present = {fact.key for fact in facts}
        ignored = {*without, *(_ONE_PER_STEP & present)}
        facts += [fact for fact in part.facts if fact.key not in ignored]
    return replace(step, facts=_lowest_emotions(facts))


def _lowest_emotions(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts with one emotion for each person: the lowest, which is what a merged step must not
    hide."""
    lowest: dict[str, Fact] = {}
    for fact in facts:
        if isinstance(fact.payload, Emotion):
            person = fact.payload.persona
            if person not in lowest or fact.payload.value < _value(lowest[person]):
                lowest[person] = fact
    kept = {id(fact) for fact in lowest.values()}
    return tuple(
        fact for fact in facts if not isinstance(fact.payload, Emotion) or id(fact) in kept
    )


def _value(fact: Fact) -> int:
    return fact.payload.value if isinstance(fact.payload, Emotion) else 0
