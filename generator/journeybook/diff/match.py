"""Match the elements of two revisions, and find those that moved.

Most certain first: explicit IDs, former IDs, git's renames, a title that only one element on each
side has, equal titles in their order, and finally similarity: the most similar pair first, from 0.5
up, and only if no other partner comes within 0.05. Steps that are left are matched by their facts:
at least 60% of those of the smaller one. Similarity is computed for at most 50 unmatched elements
on each side.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import product

from journeybook.diff.change import How, Match
from journeybook.diff.contents import SHARE, Items, similarity_of

THRESHOLD, MARGIN, MOST_UNMATCHED = 0.5, 0.05, 50
WEIGHTS = {
    "title": 0.40,
    "touchpoints": 0.22,
    "pains": 0.12,
    "position": 0.12,
    "channels": 0.08,
    "emotion": 0.06,
}
_SAME_TITLE = 0.8
"""From here on, two titles with the same ID count as one title that was reworded."""


@dataclass(frozen=True)
class Features:
    """What an element is matched by. `names` are its former IDs."""

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
    """Its ID on the other side if git reports a rename."""
    items: Items = frozenset()
    """What a step consists of, without facts that are equal in many steps."""
    all_items: Items = frozenset()


@dataclass(frozen=True)
class Pairing:
    """Positions (before, after) of the pairs in order of the head revision, and positions of the
    unmatched elements on each side."""

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
    matches: dict[int, tuple[int, Match]] = {}
    taken: set[int] = set()

    def take(pairs: Iterable[tuple[int, int]], how: How) -> None:
        for one, other in pairs:
            if one not in matches and other not in taken:
                matches[one] = (other, Match(how))
                taken.add(other)

    def left_before() -> list[int]:
        return [at for at in range(len(before)) if at not in matches]

    def left_after() -> list[int]:
        return [at for at in range(len(after)) if at not in taken]

    take(_by_title_against_ids(before, after), "title")
    take(_by_id(before, after), "id")
    take(_by_former_id(before, after), "was")
    take(_by_rename(before, after), "rename")
    by_title = tuple(_by_title(before, after, left_before(), left_after()))
    take((pair for pair, is_unique in by_title if is_unique), "title")
    take((pair for pair, is_unique in by_title if not is_unique), "place")
    old, new = left_before()[:MOST_UNMATCHED], left_after()[:MOST_UNMATCHED]
    for one, other, score in _by_similarity(before, after, old, new):
        matches[one] = (other, Match("similar", round(score, 2)))
        taken.add(other)
    old, new = left_before()[:MOST_UNMATCHED], left_after()[:MOST_UNMATCHED]
    for one, other, score in _by_contents(before, after, old, new):
        if one not in matches and other not in taken:
            matches[one] = (other, Match("similar", round(score, 2)))
            taken.add(other)
    pairs = [(one, other, match) for one, (other, match) in matches.items()]
    pairs.sort(key=lambda pair: pair[1])
    return Pairing(tuple(pairs), tuple(left_before()), tuple(left_after()))


def similarity(one: Features, other: Features, *, titles: bool = True) -> float:
    """How similar two elements are, 0 to 1. Features that both lack do not count."""
    score = WEIGHTS["touchpoints"] * _overlap(one.touchpoints, other.touchpoints)
    score += WEIGHTS["channels"] * _overlap(one.channels, other.channels)
    score += WEIGHTS["position"] * (1 - abs(one.position - other.position))
    if one.pains and other.pains:
        score += WEIGHTS["pains"] * ratio(one.pains, other.pains)
    if one.emotion is not None and other.emotion is not None:
        score += WEIGHTS["emotion"] * (1 - abs(one.emotion - other.emotion) / 4)
    return score + WEIGHTS["title"] * ratio(one.title, other.title) if titles else score


def ratio(one: str, other: str) -> float:
    """How similar two texts are, 0 to 1, ignoring case."""
    if one == other:
        return 1.0
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()


def moved_elements(order: Sequence[int]) -> frozenset[int]:
    """The fewest values of a sequence that must move so that the rest is in ascending order."""
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
    """Equal IDs, unless both are derived from titles: those are matched by title."""
    new = _positions(after)
    for at, features in enumerate(before):
        other = new.get(features.id)
        if other is not None and (features.explicit or after[other].explicit):
            yield at, other


def _by_title_against_ids(
    before: Sequence[Features], after: Sequence[Features]
) -> Iterator[tuple[int, int]]:
    """Steps whose IDs were swapped, or whose ID another step took over: matched by title and the
    other features."""
    old_titles = _unique_titles(before, range(len(before)))
    new_titles = _unique_titles(after, range(len(after)))
    old_ids, new_ids = _positions(before), _positions(after)
    for name, one in old_titles.items():
        other = new_titles.get(name)
        if other is None or not name or before[one].id == after[other].id:
            continue
        rivals = [(one, new_ids[before[one].id])] if before[one].id in new_ids else []
        rivals += [(old_ids[after[other].id], other)] if after[other].id in old_ids else []
        score = similarity(before[one], after[other], titles=False)
        if rivals and all(_is_weaker(before[left], after[right], score) for left, right in rivals):
            yield one, other


def _is_weaker(one: Features, other: Features, score: float) -> bool:
    """Whether two elements with the same ID are less similar than a pair with the same title and
    this score."""
    if ratio(one.title, other.title) >= _SAME_TITLE:
        return False
    return similarity(one, other, titles=False) < score


def _by_former_id(
    before: Sequence[Features], after: Sequence[Features]
) -> Iterator[tuple[int, int]]:
    old = _positions(before)
    for at, features in enumerate(after):
        for name in features.names:
            if name in old:
                yield old[name], at


def _by_rename(before: Sequence[Features], after: Sequence[Features]) -> Iterator[tuple[int, int]]:
    old = _positions(before)
    for at, features in enumerate(after):
        if features.renamed in old:
            yield old[features.renamed], at


def _positions(elements: Sequence[Features]) -> dict[str, int]:
    """ID -> position."""
    return {features.id: at for at, features in enumerate(elements)}


def _by_title(
    before: Sequence[Features], after: Sequence[Features], old: Sequence[int], new: Sequence[int]
) -> Iterator[tuple[tuple[int, int], bool]]:
    """Pairs of equal titles, and whether the title is unique on each side. A title that is equally
    frequent on both sides is paired in order."""
    old_groups, new_groups = _by_slug(before, old), _by_slug(after, new)
    for name, group in old_groups.items():
        others = new_groups.get(name, [])
        if name and len(group) == len(others):
            for pair in zip(group, others, strict=True):
                yield pair, len(group) == 1


def _by_slug(elements: Sequence[Features], positions: Iterable[int]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for at in positions:
        groups[elements[at].slug].append(at)
    return groups


def _unique_titles(elements: Sequence[Features], positions: Iterable[int]) -> dict[str, int]:
    groups = _by_slug(elements, positions)
    return {name: group[0] for name, group in groups.items() if len(group) == 1}


def _by_contents(
    before: Sequence[Features], after: Sequence[Features], old: Sequence[int], new: Sequence[int]
) -> list[tuple[int, int, float]]:
    """Steps with another title and the same facts, or most of them: the most similar pair first."""
    pairs = [
        (one, other, _contents_score(before[one], after[other])) for one, other in product(old, new)
    ]
    likely = [pair for pair in pairs if pair[2] >= SHARE]
    return sorted(likely, key=lambda pair: (-pair[2], pair[0], pair[1]))


def _contents_score(one: Features, other: Features) -> float:
    if len(one.all_items) > 1 and one.all_items == other.all_items:
        return 1.0
    return similarity_of(one.items, other.items)


def _by_similarity(
    before: Sequence[Features], after: Sequence[Features], old: Sequence[int], new: Sequence[int]
) -> Iterator[tuple[int, int, float]]:
    scores: dict[tuple[int, int], float] = {}
    for one, other in product(old, new):
        score = similarity(before[one], after[other])
        if score >= THRESHOLD - MARGIN:
            scores[one, other] = score
    free_old, free_new = set(old), set(new)
    for (one, other), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < THRESHOLD or one not in free_old or other not in free_new:
            continue
        rivals = [
            rival
            for (left, right), rival in scores.items()
            if (left == one) != (right == other) and left in free_old and right in free_new
        ]
        # Among steps with the same title, order decides; others are too close to call.
        same = before[one].slug == after[other].slug
        if same or score - max(rivals, default=0.0) >= MARGIN:
            free_old.discard(one)
            free_new.discard(other)
            yield one, other, score
