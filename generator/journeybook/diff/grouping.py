"""Say the same thing once: what goes with a stage, facts of one kind in one step, one edit in five
or more journeys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace

from journeybook.diff.change import Change
from journeybook.diff.make_change import fingerprint
from journeybook.diff.message import counted, phrase, together

FEWEST_JOURNEYS = 5
_IN_STAGE = {"JD112": "JD202", "JD111": "JD201"}
_LISTED = ("JD602", "JD603")
_WHATEVER_SAID = ("JD407",)
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
    "JD801",
)


def group_changes(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The same changes in fewer lines; what a line speaks for is in its `folded`."""
    return _journeys(_lists(_stages(tuple(changes))))


def sort_changes(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Worst first, then by document and place."""
    return tuple(sorted(changes, key=_order))


def _order(change: Change) -> tuple[int, str, str, int, int, str, str]:
    place, document = change.place, change.element.document
    return (
        change.impact.rank,
        document.kind,
        document.id,
        place.line,
        place.column,
        change.code,
        change.fingerprint,
    )


def _stages(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """A stage speaks for the steps that came or went with it."""
    heads = {
        (change.element.document, _IN_STAGE[change.code], change.element.title): change
        for change in changes
        if change.code in _IN_STAGE
    }
    parts: dict[int, list[Change]] = defaultdict(list)
    kept: list[Change] = []
    for change in changes:
        head = heads.get((change.element.document, change.code, change.element.stage))
        if head is not None:
            parts[id(head)].append(change)
        else:
            kept.append(change)
    return tuple(
        _speaking(change, parts[id(change)], _steps_in(parts[id(change)])) for change in kept
    )


def _speaking(head: Change, parts: list[Change], why: str) -> Change:
    if not parts:
        return head
    impact = min((head.impact, *(part.impact for part in parts)), key=lambda impact: impact.rank)
    return replace(head, impact=impact, why=together((head.why, why)), folded=tuple(parts))


def _steps_in(parts: list[Change]) -> str:
    titles = together([part.element.title for part in parts[:3]], ", ")
    more = len(parts) - 3
    if more > 0:
        return phrase("including steps {steps} and {more} more", steps=titles, more=more)
    return counted("including step {steps}", "including steps {steps}", len(parts), steps=titles)


def _lists(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Facts of one key that came to, or went from, one step are one line."""

    def group(change: Change) -> Hashable:
        element = change.element
        return (
            (change.code, element.document, element.step, element.what)
            if change.code in _LISTED
            else None
        )

    def joined(found: list[Change]) -> Change:
        first = found[0]
        words = {
            side: " · ".join(getattr(change, side) for change in found) for side in ("old", "new")
        }
        why = counted("{count} of them", "{count} of them", len(found))
        old, new = (words["old"], "") if first.code == "JD603" else ("", words["new"])
        together = fingerprint(*(change.fingerprint for change in found))
        return replace(first, old=old, new=new, why=why, fingerprint=together, folded=tuple(found))

    return _grouped(changes, group, joined, 2)


def _journeys(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The same edit in five or more journeys is one line."""

    def group(change: Change) -> Hashable:
        if change.code not in _EVERYWHERE or change.element.document.kind != "journey":
            return None
        if change.code in _WHATEVER_SAID:
            return change.code, change.impact
        return (change.code, change.element.what, change.element.id, change.old, change.new)

    def joined(found: list[Change]) -> Change:
        first = min(found, key=lambda change: change.impact.rank)
        others = dict.fromkeys(
            c.element.document for c in found if c.element.document != first.element.document
        )
        together = fingerprint(*sorted(change.fingerprint for change in found))
        return replace(first, also=tuple(others), folded=tuple(found), fingerprint=together)

    return _grouped(
        changes,
        group,
        joined,
        FEWEST_JOURNEYS,
        count=lambda found: len({c.element.document for c in found}),
    )


def _grouped(
    changes: tuple[Change, ...],
    group: Callable[[Change], Hashable],
    joined: Callable[[list[Change]], Change],
    fewest: int,
    *,
    count: Callable[[list[Change]], int] = len,
) -> tuple[Change, ...]:
    """Groups of at least `fewest` joined, each in the place of its first; what belongs to no group
    stays."""
    groups: dict[Hashable, list[Change]] = defaultdict(list)
    for change in changes:
        if (key := group(change)) is not None:
            groups[key].append(change)
    large = {key: found for key, found in groups.items() if count(found) >= fewest}
    made: list[Change] = []
    done: set[Hashable] = set()
    for change in changes:
        key = group(change)
        if key not in large:
            made.append(change)
        elif key not in done:
            done.add(key)
            made.append(joined(large[key]))
    return tuple(made)
