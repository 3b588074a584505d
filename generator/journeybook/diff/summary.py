"""One line for everything that changed in a journey, for readers who do not read every change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from journeybook.diff.change import Change, Changes, Impact, Pair
from journeybook.diff.message import Message, Text, join, plural
from journeybook.diff.weight import fall_of

FEWEST_CHANGES = 2
"""A journey with fewer changes has no summary: its only line is one."""


@dataclass(frozen=True)
class _Row:
    """Changes that are counted together."""

    codes: tuple[str, ...]
    phrase: Callable[[int], Message]
    counts: Callable[[Change], bool] = lambda _change: True


def _is_worse(change: Change) -> bool:
    return fall_of(change) > 0


def _is_better(change: Change) -> bool:
    return fall_of(change) < 0


_ROWS = (
    _Row(
        ("JD301",),
        lambda n: plural("emotion worse in {count} step", "emotion worse in {count} steps", n),
        _is_worse,
    ),
    _Row(
        ("JD301",),
        lambda n: plural("emotion better in {count} step", "emotion better in {count} steps", n),
        _is_better,
    ),
    _Row(
        ("JD302",),
        lambda n: plural("{count} emotion removed", "{count} emotions removed", n),
    ),
    _Row(
        ("JD311",),
        lambda n: plural("{count} moment of truth removed", "{count} moments of truth removed", n),
    ),
    _Row(
        ("JD312",),
        lambda n: plural("{count} new moment of truth", "{count} new moments of truth", n),
    ),
    _Row(
        ("JD321", "JD322"),
        lambda n: plural("{count} pain point removed", "{count} pain points removed", n),
    ),
    _Row(
        ("JD323",),
        lambda n: plural("{count} new pain point", "{count} new pain points", n),
    ),
    _Row(
        ("JD324",),
        lambda n: plural(
            "{count} pain point of another severity", "{count} pain points of another severity", n
        ),
    ),
    _Row(
        ("JD326",),
        lambda n: plural("{count} delight removed", "{count} delights removed", n),
    ),
    _Row(
        ("JD327",),
        lambda n: plural("{count} new delight", "{count} new delights", n),
    ),
    _Row(
        ("JD202",),
        lambda n: plural("{count} step removed", "{count} steps removed", n),
    ),
    _Row(
        ("JD201",),
        lambda n: plural("{count} new step", "{count} new steps", n),
    ),
    _Row(
        ("JD203", "JD209"),
        lambda n: plural("{count} step moved", "{count} steps moved", n),
    ),
    _Row(
        ("JD206",),
        lambda n: plural("{count} step merged", "{count} steps merged", n),
    ),
    _Row(
        ("JD205",),
        lambda n: plural("{count} step split", "{count} steps split", n),
    ),
)
_NOT_COUNTED = ("JD407", "JD408", "JD304")


def summaries(changes: Changes) -> Iterator[tuple[Pair, Text]]:
    """The journeys with several changes, each with its summary, in their order."""
    for pair in changes.journeys:
        own = changes.of(pair.id)
        counted = [change for change in own if _counts(change)]
        if len(counted) >= FEWEST_CHANGES:
            yield pair, summary_of(own)


def summary_of(changes: Iterable[Change]) -> Text:
    """What changed, counted by what matters to customers; the rest is one number."""
    left = [change for change in _single(changes) if _counts(change)]
    phrases: list[Text] = []
    for row in _ROWS:
        counted = [change for change in left if change.code in row.codes and row.counts(change)]
        if counted:
            phrases.append(row.phrase(len(counted)))
            left = [change for change in left if change not in counted]
    if left:
        phrases.append(_others(len(left), is_rest=bool(phrases)))
    return join(phrases, ", ")


def _counts(change: Change) -> bool:
    return change.code not in _NOT_COUNTED and change.impact is not Impact.INFO


def _others(count: int, *, is_rest: bool) -> Message:
    if is_rest:
        return plural("{count} other change", "{count} other changes", count)
    return plural("{count} change", "{count} changes", count)


def _single(changes: Iterable[Change]) -> Iterator[Change]:
    """Every change by itself: those that a line groups in place of the line."""
    for change in changes:
        inner: Sequence[Change] = change.folded
        if inner and all(one.code == change.code or one.code == "JD201" for one in inner):
            yield from inner
        else:
            yield change
