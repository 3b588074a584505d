"""Group changes that belong together: the steps of a stage, facts of one kind in one step, one edit
in five or more files of a kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from journeybook.diff.change import Change
from journeybook.diff.make_change import fingerprint
from journeybook.diff.message import Message, Text, join, message, plural
from journeybook.diff.step_contents import contents_of
from journeybook.diff.weight import Weights
from journeybook.schema.documents import HasFacts

FEWEST_FILES = 5
FEWEST_STEPS = 5
MOST_TITLES = 3
_IN_STAGE = {"JD112": "JD202", "JD111": "JD201"}
_MANY_STEPS = {"JD201": "JD210", "JD501": "JD504"}
_LISTS = ("JD602", "JD603")
_WITHOUT_VALUES = ("JD407",)
"""Kinds whose changes are the same edit whatever their values."""
_EVERYWHERE = (
    "JD107",
    "JD301",
    "JD401",
    "JD402",
    "JD403",
    "JD404",
    "JD405",
    "JD406",
    "JD407",
    "JD408",
    "JD411",
    "JD412",
    "JD413",
    "JD414",
    "JD423",
    "JD601",
    "JD602",
    "JD603",
    "JD704",
    "JD801",
)


def group_changes(changes: Iterable[Change], weights: Weights) -> tuple[Change, ...]:
    """The same changes in fewer lines. The changes that a line covers are in its `folded`."""
    in_stages = _stages(tuple(changes), weights)
    return _files(_lists(_new_steps(in_stages, weights)))


def sort_changes(changes: Iterable[Change], weights: Weights) -> tuple[Change, ...]:
    """Highest impact first, then by what matters most to customers, then by document and place."""
    return tuple(sorted(changes, key=partial(_order, weights)))


def _order(
    weights: Weights, change: Change
) -> tuple[int, tuple[int, float], str, str, int, int, str, str]:
    place, document = change.place, change.element.document
    return (
        change.impact.rank,
        weights.order(change),
        document.kind,
        document.id,
        place.line,
        place.column,
        change.code,
        change.fingerprint,
    )


def _stages(changes: tuple[Change, ...], weights: Weights) -> tuple[Change, ...]:
    """A new or removed stage covers its steps."""
    heads: dict[Hashable, Change] = {}
    for change in changes:
        if change.code in _IN_STAGE:
            element = change.element
            heads[element.document, _IN_STAGE[change.code], element.title] = change
    steps: dict[int, list[Change]] = defaultdict(list)
    kept: list[Change] = []
    for change in changes:
        head = heads.get((change.element.document, change.code, change.element.stage))
        if head is None:
            kept.append(change)
        else:
            steps[id(head)].append(change)
    return tuple(_covering(change, steps[id(change)], weights) for change in kept)


def _covering(head: Change, steps: list[Change], weights: Weights) -> Change:
    """The change of a stage with those of its steps, at the highest impact of all."""
    if not steps:
        return head
    impact = min((change.impact for change in (head, *steps)), key=lambda impact: impact.rank)
    titles = [change.element.title for change in steps]
    contents = contents_of(_parts_of(steps, weights), actions=False)
    why = join((head.why, including_steps(titles), contents))
    together = fingerprint([change.fingerprint for change in (head, *steps)])
    return replace(head, impact=impact, why=why, folded=tuple(steps), fingerprint=together)


def including_steps(titles: Sequence[str]) -> Message:
    """The steps that a change of their stage or journey covers: three by title, the rest as a
    number."""
    listed = join(titles[:MOST_TITLES], ", ")
    more = len(titles) - MOST_TITLES
    if more > 0:
        return message("including steps {steps} and {more} more", steps=listed, more=more)
    return plural("including step {steps}", "including steps {steps}", len(titles), steps=listed)


def _parts_of(changes: Iterable[Change], weights: Weights) -> list[HasFacts]:
    """The steps that changes are about."""
    parts = (weights.part_at(change.place) for change in changes)
    return [part for part in parts if part is not None]


def _new_steps(changes: tuple[Change, ...], weights: Weights) -> tuple[Change, ...]:
    """Five or more new steps in one stage become one line, with all that comes with them; so do
    steps that can no longer be reached."""

    def group(change: Change) -> Hashable:
        if change.code not in _MANY_STEPS:
            return None
        return change.code, change.impact, change.element.document, change.element.stage

    def joined(steps: list[Change]) -> Change:
        first = steps[0]
        titles = [change.element.title for change in steps]
        return replace(
            first,
            code=_MANY_STEPS[first.code],
            new=_three_titles(titles),
            why=contents_of(_parts_of(steps, weights), actions=False),
            fingerprint=fingerprint(*(change.fingerprint for change in steps)),
            folded=tuple(steps),
        )

    return _grouped(changes, group, joined, FEWEST_STEPS)


def _three_titles(titles: Sequence[str]) -> Message:
    listed = join(titles[:MOST_TITLES], ", ")
    return message("{steps} and {more} more", steps=listed, more=len(titles) - MOST_TITLES)


def _lists(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Facts of one key that one step gained or lost become one line."""

    def group(change: Change) -> Hashable:
        if change.code not in _LISTS:
            return None
        element = change.element
        return (change.code, element.document, element.step, element.what)

    def joined(facts: list[Change]) -> Change:
        first = facts[0]
        return replace(
            first,
            old=_listed([change.old for change in facts]),
            new=_listed([change.new for change in facts]),
            why=plural("{count} of them", "{count} of them", len(facts)),
            fingerprint=fingerprint([change.fingerprint for change in facts]),
            folded=tuple(facts),
        )

    return _grouped(changes, group, joined, 2)


def _listed(texts: Sequence[Text]) -> Text:
    """Several texts as one; those of an author share one pair of quotation marks."""
    words = [text for text in texts if isinstance(text, str)]
    if len(words) == len(texts):
        return " · ".join(filter(None, words))
    return join(texts, ", ")


def _files(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The same edit in five or more files of one kind becomes one line."""

    def group(change: Change) -> Hashable:
        if change.code not in _EVERYWHERE:
            return None
        kind = change.element.document.kind
        if change.code in _WITHOUT_VALUES:
            return change.code, kind, change.impact
        what = (change.element.what, change.element.id)
        return (change.code, kind, *what, change.old, change.new)

    def joined(edits: list[Change]) -> Change:
        first = min(edits, key=lambda change: change.impact.rank)
        others = dict.fromkeys(change.element.document for change in edits)
        others.pop(first.element.document)
        together = fingerprint(sorted(change.fingerprint for change in edits))
        return replace(first, also=tuple(others), folded=tuple(edits), fingerprint=together)

    def files(edits: list[Change]) -> int:
        return len({change.element.document for change in edits})

    return _grouped(changes, group, joined, FEWEST_FILES, count=files)


def _grouped(
    changes: tuple[Change, ...],
    group: Callable[[Change], Hashable],
    joined: Callable[[list[Change]], Change],
    fewest: int,
    *,
    count: Callable[[list[Change]], int] = len,
) -> tuple[Change, ...]:
    """Groups of at least `fewest` joined, each in the place of its first change; changes without a
    group stay."""
    groups: dict[Hashable, list[Change]] = defaultdict(list)
    for change in changes:
        if (key := group(change)) is not None:
            groups[key].append(change)
    large = {key: members for key, members in groups.items() if count(members) >= fewest}
    lines: list[Change] = []
    for change in changes:
        members = large.get(group(change))
        if members is None:
            lines.append(change)
        elif change is members[0]:
            lines.append(joined(members))
    return tuple(lines)
