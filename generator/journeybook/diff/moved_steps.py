"""Steps that went from one journey to another: neither gone there nor new here.

Found by the explicit id, and else by a title that only one step on either side has, which is a
guess and says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from journeybook.diff.change import Change, Match
from journeybook.diff.documents import Documents
from journeybook.diff.facts import Sides, fact_changes, pair_facts
from journeybook.diff.make_change import make_change, place_or_none
from journeybook.diff.match import THRESHOLD, ratio
from journeybook.diff.match_features import Names
from journeybook.diff.message import counted, together
from journeybook.diff.pains import kept_pain
from journeybook.diff.pair import JourneyPair, stage_positions, step_element
from journeybook.schema.documents import Journey, Step
from journeybook.schema.values import Ref, slug
from journeybook.text import Span

_GONE, _NEW, _PAIN_MOVED = "JD202", "JD201", "JD325"
_SPLIT, _MERGED = "JD105", "JD106"


@dataclass(frozen=True)
class _Loose:
    """A step that its own journey does not have on the other side."""

    journey: Journey
    called: Ref
    """The journey as the head revision calls it."""
    at: int
    is_whole: bool
    """Whether the whole journey stands on one side only."""

    @property
    def step(self) -> Step:
        return self.journey.steps[self.at]


def with_moved_steps(
    raw: Sequence[Change], found: Documents, pairs: Sequence[JourneyPair]
) -> list[Change]:
    """The changes with one line for each step that went to another journey, in place of the two
    that told it before."""
    told = {
        code: {_place(change) for change in raw if change.code == code} for code in (_GONE, _NEW)
    }
    old = [
        *(
            _Loose(pair.before, pair.after.ref, at, False)
            for pair in pairs
            for at in pair.steps.removed
        ),
        *(
            _Loose(j, j.ref, at, True)
            for j in found.removed
            if isinstance(j, Journey)
            for at in range(len(j.steps))
        ),
    ]
    new = [
        *(
            _Loose(pair.after, pair.after.ref, at, False)
            for pair in pairs
            for at in pair.steps.added
        ),
        *(
            _Loose(j, j.ref, at, True)
            for j in found.added
            if isinstance(j, Journey)
            for at in range(len(j.steps))
        ),
    ]
    old = [one for one in old if one.is_whole or place_or_none(one.step.span) in told[_GONE]]
    new = [one for one in new if one.is_whole or place_or_none(one.step.span) in told[_NEW]]
    if not old or not new:
        return list(raw)
    moved = tuple(_matched(old, new))
    gone, come = (
        {place_or_none(one.step.span) for one, _, _ in moved},
        {place_or_none(other.step.span) for _, other, _ in moved},
    )
    kept = [
        change
        for change in raw
        if not (change.code == _GONE and _place(change) in gone)
        and not (change.code == _NEW and _place(change) in come)
    ]
    elsewhere = {change.before for change in raw if change.code == _PAIN_MOVED}
    lines = [
        (one, other, tuple(_told(one, other, match, found.names, elsewhere)))
        for one, other, match in moved
    ]
    return _folded(kept, lines)


def _place(change: Change) -> object:
    return change.before if change.code == _GONE else change.after


def _matched(old: list[_Loose], new: list[_Loose]) -> Iterator[tuple[_Loose, _Loose, Match]]:
    """The pairs, surest first; a journey that is gone as a whole hands nothing on to one that is
    new as a whole."""
    taken: set[int] = set()
    for key, is_same in ((_by_id, _is_alike), (_by_title, _is_likely)):
        left, right = (
            _alone([one for one in side if id(one) not in taken], key) for side in (old, new)
        )
        for name, one in left.items():
            other = right.get(name)
            if other is None or one.called == other.called or (one.is_whole and other.is_whole):
                continue
            if is_same(one.step, other.step):
                taken |= {id(one), id(other)}
                yield (
                    one,
                    other,
                    Match("id")
                    if key is _by_id
                    else Match("similar", _score(one.step, other.step)),
                )


def _by_id(loose: _Loose) -> str:
    return loose.step.id if loose.step.explicit_id else ""


def _by_title(loose: _Loose) -> str:
    return slug(loose.step.title)


def _alone(loose: Iterable[_Loose], key: Callable[[_Loose], str]) -> dict[str, _Loose]:
    found: dict[str, list[_Loose]] = defaultdict(list)
    for one in loose:
        found[key(one)].append(one)
    return {name: group[0] for name, group in found.items() if name and len(group) == 1}


def _is_alike(one: Step, other: Step) -> bool:
    """Whether nothing speaks against an equal id: two journeys may each have had a step `demo`."""
    titles = max(ratio(one.title, other.title), ratio(other.title, one.title))
    return titles >= THRESHOLD or _is_likely(one, other)


def _is_likely(one: Step, other: Step) -> bool:
    return not one.facts or not other.facts or bool(_said(one) & _said(other))


def _score(one: Step, other: Step) -> float:
    """How alike two steps with the same title are: half for the title, half for what they say."""
    either = _said(one) | _said(other)
    return round(0.5 + 0.5 * len(_said(one) & _said(other)) / len(either), 2) if either else 0.5


def _said(step: Step) -> set[tuple[str, object]]:
    return {(fact.key, fact.payload) for fact in step.facts}


def _told(
    one: _Loose, other: _Loose, match: Match, names: Names, elsewhere: set[Span | None]
) -> Iterator[Change]:
    """The move, and what became of the step on the way."""
    old, new, journey = one.step, other.step, other.journey
    element = step_element(journey, stage_positions(journey)[other.at], new)
    owner = new.owner or str(journey.owner or "")
    base = one.journey.ref
    moved = make_change(
        "JD209",
        element,
        key=(old.id, journey.id),
        base=base,
        old=str(one.journey.title),
        new=str(journey.title),
        before=old.span,
        after=new.span,
        match=match,
        owner=owner,
    )
    yield replace(moved, origin=one.called)
    if old.title != new.title:
        code = "JD801" if slug(old.title) == slug(new.title) else "JD204"
        named = replace(element, what="title", step=new.id, id="") if code == "JD801" else element
        yield make_change(
            code,
            named,
            key=(old.id,),
            base=base,
            old=old.title,
            new=new.title,
            before=old.span,
            after=new.span,
            match=match,
            owner=owner,
        )
    sides = Sides(old, new, element, base, names, owner)
    yield from fact_changes(sides)
    yield from _pains(sides, elsewhere)


def _pains(sides: Sides, elsewhere: set[Span | None]) -> Iterator[Change]:
    old, new = sides.before.all("pain"), sides.after.all("pain")
    pairs, gone, come = pair_facts(old, new)
    order = {id(pain): pain.marks.id or str(at) for at, pain in enumerate(old)}
    for before, after in pairs:
        yield from kept_pain(sides, before, after, order[id(before)])
    for pain in gone:
        if place_or_none(pain.span) not in elsewhere:
            yield sides.note("JD321", "pain", order[id(pain)], old=pain, new=None, id=pain.marks.id)
    for at, pain in enumerate(come):
        yield sides.note(
            "JD323", "pain", pain.marks.id or f"new-{at}", old=None, new=pain, id=pain.marks.id
        )


_Line = tuple[_Loose, _Loose, tuple[Change, ...]]


def _folded(kept: list[Change], lines: Sequence[_Line]) -> list[Change]:
    """A journey that was split off, or went into another one, speaks for the steps that went with
    it."""
    made: list[Change] = []
    spoken: set[int] = set()
    for change in kept:
        parts = [line for line in lines if _goes_with(change, line)]
        if not parts:
            made.append(change)
            continue
        spoken |= {id(line) for line in parts}
        titles = together([other.step.title for _, other, _ in parts[:3]], ", ")
        why = counted("including step {steps}", "including steps {steps}", len(parts), steps=titles)
        made.append(
            replace(
                change,
                why=together((change.why, why)),
                folded=tuple(line[0] for _, _, line in parts),
            )
        )
        made += [inner for _, _, line in parts for inner in line[1:]]
    made += [change for line in lines if id(line) not in spoken for change in line[2]]
    return made


def _goes_with(change: Change, line: _Line) -> bool:
    one, other, _ = line
    if change.code == _SPLIT:
        return (
            other.is_whole
            and change.element.document == other.called
            and change.old == str(one.journey.title)
        )
    if change.code == _MERGED:
        return (
            one.is_whole
            and change.element.document == other.called
            and change.old == str(one.journey.title)
        )
    return False
