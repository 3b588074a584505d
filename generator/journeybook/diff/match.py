"""Find which element of one revision is which of the other, and which of them moved.

Surest first: the explicit id, git's renames and former ids, a title that only one on each side has,
equal titles in their order, and at last likeness: the likeliest pair first, from 0.5 on, and only
where no other partner is nearly as like (0.05). Likeness is worked out for at most 50 unmatched
elements on each side.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from journeybook.diff.change import How, Match

THRESHOLD, MARGIN, MOST_UNMATCHED = 0.5, 0.05, 50
WEIGHTS = {
    "title": 0.40,
    "touchpoints": 0.22,
    "pains": 0.12,
    "position": 0.12,
    "channels": 0.08,
    "emotion": 0.06,
}
_REALLY_ALIKE = 0.8


@dataclass(frozen=True)
class Features:
    """What an element is recognised by. `names` are the ids it is sure to have had on the other
    side."""

    id: str
    title: str
    slug: str
    explicit: bool = True
    touchpoints: frozenset[str] = frozenset()
    pains: str = ""
    position: float = 0.0
    channels: frozenset[str] = frozenset()
    emotion: float | None = None
    names: tuple[str, ...] = ()
    renamed: str = ""
    """The id on the other side that git says it was renamed from."""


@dataclass(frozen=True)
class Pairing:
    """Positions (before, after) of the pairs in order of the head revision, and what is left on
    either side."""

    pairs: tuple[tuple[int, int, Match], ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]

    @cached_property
    def forward(self) -> dict[int, int]:
        return {before: after for before, after, _ in self.pairs}

    @cached_property
    def backward(self) -> dict[int, int]:
        return {after: before for before, after, _ in self.pairs}


def match_elements(before: Sequence[Features], after: Sequence[Features]) -> Pairing:
    """Pair the elements of two revisions."""
    found: dict[int, tuple[int, Match]] = {}
    taken: set[int] = set()

    def take(pairs: Iterable[tuple[int, int]], how: How) -> None:
        for one, other in pairs:
            if one not in found and other not in taken:
                found[one] = (other, Match(how))
                taken.add(other)

    take(_by_title_against_ids(before, after), "title")
    take(_by_id(before, after), "id")
    take(_by_former_id(before, after), "was")
    take(_by_rename(before, after), "rename")
    rest = (
        [at for at in range(len(before)) if at not in found],
        [at for at in range(len(after)) if at not in taken],
    )
    by_title = tuple(_by_title(before, after, *rest))
    take((pair for pair, alone in by_title if alone), "title")
    take((pair for pair, alone in by_title if not alone), "place")
    old = [at for at in range(len(before)) if at not in found][:MOST_UNMATCHED]
    new = [at for at in range(len(after)) if at not in taken][:MOST_UNMATCHED]
    for one, other, score in _by_likeness(before, after, old, new):
        found[one] = (other, Match("similar", round(score, 2)))
        taken.add(other)
    pairs = sorted(
        ((one, other, match) for one, (other, match) in found.items()), key=lambda pair: pair[1]
    )
    removed = tuple(at for at in range(len(before)) if at not in found)
    return Pairing(tuple(pairs), removed, tuple(at for at in range(len(after)) if at not in taken))


def similarity(one: Features, other: Features, *, titles: bool = True) -> float:
    """How alike two elements are, 0 to 1. What neither side says does not speak for them."""
    score = WEIGHTS["touchpoints"] * _overlap(one.touchpoints, other.touchpoints)
    score += WEIGHTS["channels"] * _overlap(one.channels, other.channels)
    score += WEIGHTS["position"] * (1 - abs(one.position - other.position))
    if one.pains and other.pains:
        score += WEIGHTS["pains"] * ratio(one.pains, other.pains)
    if one.emotion is not None and other.emotion is not None:
        score += WEIGHTS["emotion"] * (1 - abs(one.emotion - other.emotion) / 4)
    return score + WEIGHTS["title"] * ratio(one.title, other.title) if titles else score


def ratio(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1, letter case aside."""
    return (
        1.0
        if one == other
        else SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()
    )


def moved_elements(order: Sequence[int]) -> frozenset[int]:
    """The values of a sequence that must move for the rest to stand in ascending order: as few as
    possible."""
    tails: list[int] = []
    ends: list[int] = []
    previous: dict[int, int | None] = {}
    for value in order:
        at = bisect.bisect_left(tails, value)
        previous[value] = ends[at - 1] if at else None
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [value]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = previous[last]
    return frozenset(order) - kept


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _by_id(before: Sequence[Features], after: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Equal ids, unless both were only made from titles: those are for the titles to say."""
    new = {traits.id: at for at, traits in enumerate(after)}
    for at, traits in enumerate(before):
        other = new.get(traits.id)
        if other is not None and (traits.explicit or after[other].explicit):
            yield at, other


def _by_title_against_ids(
    before: Sequence[Features], after: Sequence[Features]
) -> Iterator[tuple[int, int]]:
    """Steps whose ids were swapped, or whose id another one took: their titles, and the rest, say
    who they are."""
    old_titles, new_titles = _alone(before, range(len(before))), _alone(after, range(len(after)))
    old_ids = {traits.id: at for at, traits in enumerate(before)}
    new_ids = {traits.id: at for at, traits in enumerate(after)}
    for name, one in old_titles.items():
        other = new_titles.get(name)
        if other is None or not name or before[one].id == after[other].id:
            continue
        rivals = [(one, new_ids[before[one].id])] if before[one].id in new_ids else []
        rivals += [(old_ids[after[other].id], other)] if after[other].id in old_ids else []
        alike = similarity(before[one], after[other], titles=False)
        if rivals and all(_is_weaker(before[left], after[right], alike) for left, right in rivals):
            yield one, other


def _is_weaker(one: Features, other: Features, alike: float) -> bool:
    """Whether two elements with the same id look less like one than another pair, which has the
    same title."""
    return (
        ratio(one.title, other.title) < _REALLY_ALIKE
        and similarity(one, other, titles=False) < alike
    )


def _by_former_id(
    before: Sequence[Features], after: Sequence[Features]
) -> Iterator[tuple[int, int]]:
    old = {traits.id: at for at, traits in enumerate(before)}
    for at, traits in enumerate(after):
        yield from ((old[name], at) for name in traits.names if name in old)


def _by_rename(before: Sequence[Features], after: Sequence[Features]) -> Iterator[tuple[int, int]]:
    old = {traits.id: at for at, traits in enumerate(before)}
    yield from (
        (old[traits.renamed], at) for at, traits in enumerate(after) if traits.renamed in old
    )


def _by_title(
    before: Sequence[Features], after: Sequence[Features], old: Sequence[int], new: Sequence[int]
) -> Iterator[tuple[tuple[int, int], bool]]:
    """Pairs of equal titles, and whether each is the only one of its side. As many on both sides:
    in their order."""
    ours, theirs = _by_slug(before, old), _by_slug(after, new)
    for name, group in ours.items():
        other = theirs.get(name, [])
        if name and len(group) == len(other):
            yield from ((pair, len(group) == 1) for pair in zip(group, other, strict=True))


def _by_slug(elements: Sequence[Features], wanted: Iterable[int]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at in wanted:
        found[elements[at].slug].append(at)
    return found


def _alone(elements: Sequence[Features], wanted: Iterable[int]) -> dict[str, int]:
    return {name: group[0] for name, group in _by_slug(elements, wanted).items() if len(group) == 1}


def _by_likeness(
    before: Sequence[Features], after: Sequence[Features], old: Sequence[int], new: Sequence[int]
) -> Iterator[tuple[int, int, float]]:
    scores: Mapping[tuple[int, int], float] = {
        (one, other): score
        for one in old
        for other in new
        if (score := similarity(before[one], after[other])) >= THRESHOLD - MARGIN
    }
    free_old, free_new = set(old), set(new)
    for (one, other), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < THRESHOLD or one not in free_old or other not in free_new:
            continue
        rivals = [
            rival
            for (left, right), rival in scores.items()
            if (left == one) != (right == other) and left in free_old and right in free_new
        ]
        # Of steps with the same title, order decides; of others, nobody can tell.
        same = before[one].slug == after[other].slug
        if same or score - max(rivals, default=0.0) >= MARGIN:
            free_old.discard(one)
            free_new.discard(other)
            yield one, other, score
