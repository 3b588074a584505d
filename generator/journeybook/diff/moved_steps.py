"""Steps that moved from one journey to another: neither removed there nor new here.

They are matched by explicit ID, otherwise by a title that only one step on each side has; a match
by title is marked as a guess.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from journeybook.diff.change import Change, Match
from journeybook.diff.current_ids import names_unless_used
from journeybook.diff.documents import Documents
from journeybook.diff.facts import Sides, fact_changes, fact_keys, pair_facts
from journeybook.diff.grouping import including_steps
from journeybook.diff.make_change import fingerprint, make_change, place_or_none
from journeybook.diff.match import THRESHOLD, ratio
from journeybook.diff.match_features import Names
from journeybook.diff.message import join
from journeybook.diff.pains import kept_pain
from journeybook.diff.pair import JourneyPair, stage_positions, step_element
from journeybook.diff.wording import same_words
from journeybook.schema.documents import AnyDocument, Journey, Step
from journeybook.schema.values import Ref, slug
from journeybook.text import Span

_REMOVED, _ADDED, _PAIN_MOVED = "JD202", "JD201", "JD325"
_SPLIT, _MERGED = "JD105", "JD106"


@dataclass(frozen=True)
class _Candidate:
    """A step that its own journey does not have on the other side."""

    journey: Journey
    current: Ref
    """The journey under its ID in the head revision."""
    at: int
    is_whole: bool
    """Whether the whole journey exists on one side only."""

    @property
    def step(self) -> Step:
        return self.journey.steps[self.at]

    @property
    def place(self) -> Span | None:
        return place_or_none(self.step.span)


@dataclass(frozen=True)
class _Move:
    """A step of one journey that is a step of another journey in the head revision."""

    old: _Candidate
    new: _Candidate
    match: Match


@dataclass(frozen=True)
class _MoveChanges:
    """A move and its changes: the move itself first, then what else changed in the step."""

    move: _Move
    changes: tuple[Change, ...]


def with_moved_steps(
    changes: Sequence[Change], documents: Documents, pairs: Sequence[JourneyPair]
) -> list[Change]:
    """The changes with one line for each step that moved to another journey, in place of the two
    that reported it as removed and as new."""
    moves = _moves(changes, documents, pairs)
    if not moves:
        return list(changes)
    moved_pains = {change.before for change in changes if change.code == _PAIN_MOVED}
    lines = [
        _MoveChanges(move, tuple(_changes_of(move, documents.names, moved_pains))) for move in moves
    ]
    return _folded(_without_moved(changes, moves), lines)


def _moves(
    changes: Sequence[Change], documents: Documents, pairs: Sequence[JourneyPair]
) -> tuple[_Move, ...]:
    """The steps that moved, among those that `changes` report as removed and as new."""
    removed = {change.before for change in changes if change.code == _REMOVED}
    added = {change.after for change in changes if change.code == _ADDED}
    old = [one for one in _removed(documents, pairs) if one.is_whole or one.place in removed]
    new = [one for one in _added(documents, pairs) if one.is_whole or one.place in added]
    return tuple(_matched(old, new))


def _without_moved(changes: Iterable[Change], moves: Iterable[_Move]) -> list[Change]:
    """The changes without those that report a moved step as removed or as new."""
    left = {move.old.place for move in moves}
    arrived = {move.new.place for move in moves}

    def reports_move(change: Change) -> bool:
        if change.code == _REMOVED:
            return change.before in left
        return change.code == _ADDED and change.after in arrived

    return [change for change in changes if not reports_move(change)]


def _removed(documents: Documents, pairs: Sequence[JourneyPair]) -> Iterator[_Candidate]:
    for pair in pairs:
        for at in pair.steps.removed:
            yield _Candidate(pair.before, pair.after.ref, at, is_whole=False)
    yield from _whole(documents.removed)


def _added(documents: Documents, pairs: Sequence[JourneyPair]) -> Iterator[_Candidate]:
    for pair in pairs:
        for at in pair.steps.added:
            yield _Candidate(pair.after, pair.after.ref, at, is_whole=False)
    yield from _whole(documents.added)


def _whole(documents: Iterable[AnyDocument]) -> Iterator[_Candidate]:
    """Every step of journeys that exist on one side only."""
    for journey in documents:
        if isinstance(journey, Journey):
            for at in range(len(journey.steps)):
                yield _Candidate(journey, journey.ref, at, is_whole=True)


def _matched(old: Sequence[_Candidate], new: Sequence[_Candidate]) -> Iterator[_Move]:
    """The moves, most certain first."""
    taken: set[int] = set()
    for key, is_same in ((_by_id, _is_alike), (_by_title, _is_likely)):
        left = _unique([one for one in old if id(one) not in taken], key)
        right = _unique([one for one in new if id(one) not in taken], key)
        for name, one in left.items():
            other = right.get(name)
            if other is None or not _can_move(one, other):
                continue
            if is_same(one.step, other.step):
                taken |= {id(one), id(other)}
                by_id = key is _by_id
                score = _score(one.step, other.step)
                yield _Move(one, other, Match("id") if by_id else Match("similar", score))


def _can_move(one: _Candidate, other: _Candidate) -> bool:
    """Whether two candidates are of different journeys. Nothing moves from a journey that was
    removed as a whole to one that is new as a whole."""
    return one.current != other.current and not (one.is_whole and other.is_whole)


def _by_id(candidate: _Candidate) -> str:
    return candidate.step.id if candidate.step.explicit_id else ""


def _by_title(candidate: _Candidate) -> str:
    return slug(candidate.step.title)


def _unique(
    candidates: Iterable[_Candidate], key: Callable[[_Candidate], str]
) -> dict[str, _Candidate]:
    """The candidates whose key no other candidate has."""
    groups: dict[str, list[_Candidate]] = defaultdict(list)
    for one in candidates:
        groups[key(one)].append(one)
    return {name: group[0] for name, group in groups.items() if name and len(group) == 1}


def _is_alike(one: Step, other: Step) -> bool:
    """Whether an equal ID means the same step: two journeys may each have had a step `demo`."""
    titles = max(ratio(one.title, other.title), ratio(other.title, one.title))
    return titles >= THRESHOLD or _is_likely(one, other)


def _is_likely(one: Step, other: Step) -> bool:
    return not one.facts or not other.facts or bool(_facts(one) & _facts(other))


def _score(one: Step, other: Step) -> float:
    """How alike two steps with the same title are: half for the title, half for their facts."""
    either = _facts(one) | _facts(other)
    return round(0.5 + 0.5 * len(_facts(one) & _facts(other)) / len(either), 2) if either else 0.5


def _facts(step: Step) -> set[tuple[str, object]]:
    return {(fact.key, fact.payload) for fact in step.facts}


def _changes_of(
    move: _Move, names: Names, moved_pains: Collection[Span | None]
) -> Iterator[Change]:
    """The move itself, and what else changed in the step."""
    old, new, journey = move.old.step, move.new.step, move.new.journey
    element = step_element(journey, stage_positions(journey)[move.new.at], new)
    owner = new.owner or str(journey.owner or "")
    base = move.old.journey.ref
    between = partial(
        make_change, base=base, before=old.span, after=new.span, match=move.match, owner=owner
    )
    moved = between(
        "JD209",
        element,
        key=(old.id,),
        values=(journey.id,),
        old=str(move.old.journey.title),
        new=str(journey.title),
    )
    yield replace(moved, origin=move.old.current)
    if not same_words(old.title, new.title):
        code, named = "JD204", element
        if slug(old.title) == slug(new.title):
            code, named = "JD801", replace(element, what="title", step=new.id, id="")
        yield between(code, named, key=(old.id,), old=old.title, new=new.title)
    sides = Sides(old, new, element, base, names_unless_used(names, new.facts), owner)
    yield from fact_changes(sides)
    yield from _pains(sides, moved_pains)


def _pains(sides: Sides, moved: Collection[Span | None]) -> Iterator[Change]:
    old, new = sides.before.all("pain"), sides.after.all("pain")
    pairs, removed, added = pair_facts(old, new)
    keys = {**fact_keys(old), **fact_keys(new)}
    for before, after in pairs:
        yield from kept_pain(sides, before, after, keys[id(before)])
    for pain in removed:
        if place_or_none(pain.span) not in moved:
            yield sides.note("JD321", "pain", keys[id(pain)], old=pain, new=None, id=pain.marks.id)
    for pain in added:
        yield sides.note("JD323", "pain", keys[id(pain)], old=None, new=pain, id=pain.marks.id)


def _folded(changes: Iterable[Change], lines: Sequence[_MoveChanges]) -> list[Change]:
    """A journey that was split off, or merged into another one, covers the steps that moved with
    it."""
    folded: list[Change] = []
    covered: set[int] = set()
    for change in changes:
        steps = [line for line in lines if _goes_with(change, line.move)]
        if not steps:
            folded.append(change)
            continue
        covered |= {id(line) for line in steps}
        folded.append(_covering(change, steps))
        for line in steps:
            folded += line.changes[1:]
    for line in lines:
        if id(line) not in covered:
            folded += line.changes
    return folded


def _covering(change: Change, steps: Sequence[_MoveChanges]) -> Change:
    """The change of a journey with the moves that it covers."""
    why = including_steps([line.move.new.step.title for line in steps])
    moves = tuple(line.changes[0] for line in steps)
    together = fingerprint([one.fingerprint for one in (change, *moves)])
    return replace(change, why=join((change.why, why)), folded=moves, fingerprint=together)


def _goes_with(change: Change, move: _Move) -> bool:
    """Whether a step moved because its journey was split or merged."""
    if change.element.document != move.new.current:
        return False
    if change.old != str(move.old.journey.title):
        return False
    is_split = change.code == _SPLIT and move.new.is_whole
    is_merged = change.code == _MERGED and move.old.is_whole
    return is_split or is_merged
