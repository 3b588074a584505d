"""Changes in the measurements of a metric, day by day. A corrected value of the past is the most
important: someone may have decided on the old one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from journeybook.diff.change import Change, Impact
from journeybook.diff.message import Text, join, message, plural
from journeybook.schema.documents import Metric, Reading

MOST_LINES = 5
"""Measurements with a line of their own; more of one kind are one line."""

Values = Mapping[datetime.date, float | None]


class Note(Protocol):
    """Creates a change of the measurements."""

    def __call__(
        self,
        code: str,
        *key: str,
        old: Text = "",
        new: Text = "",
        subject: Text = "",
        impact: Impact | None = None,
        why: Text = "",
    ) -> Change:
        """`key` identifies the change among those of the series; the rest as in `Change`."""


def series_changes(before: Metric, after: Metric, note: Note) -> Iterator[Change]:
    """Every change between the measurements of two revisions of a metric."""
    old, new = _by_day(before.series), _by_day(after.series)
    removed = [day for day in old if day not in new]
    added = [day for day in new if day not in old]
    for day, other in _moved(old, new, removed, added):
        removed.remove(day)
        added.remove(other)
        key = (day.isoformat(), other.isoformat())
        value = _value(old[day])
        yield note("JD714", *key, old=_day(day), new=_day(other), subject=value)
    changed = [day for day in old if day in new and old[day] != new[day]]
    newest = max(old, default=None)
    yield from _lines("JD711", changed, old, new, note, newest)
    yield from _lines("JD712", removed, old, {}, note)
    yield from _lines("JD713", added, {}, new, note)


def _by_day(series: Sequence[Reading]) -> dict[datetime.date, float | None]:
    return {reading.date: reading.value for reading in series}


def _moved(
    old: Values, new: Values, removed: Sequence[datetime.date], added: Sequence[datetime.date]
) -> list[tuple[datetime.date, datetime.date]]:
    """Measurements with the same value on another day, if the value leaves no doubt."""
    pairs = []
    for day in removed:
        same_old = [other for other in removed if old[other] == old[day]]
        same_new = [other for other in added if new[other] == old[day]]
        if old[day] is not None and len(same_old) == len(same_new) == 1:
            pairs.append((day, same_new[0]))
    return pairs


def _lines(
    code: str,
    days: Sequence[datetime.date],
    old: Values,
    new: Values,
    note: Note,
    newest: datetime.date | None = None,
) -> Iterator[Change]:
    """A line for each day, or one line for many. A new value for the `newest` day of the base is
    how a period is completed, and of low impact."""
    if len(days) <= MOST_LINES:
        for day in days:
            impact = Impact.LOW if day == newest else None
            values = (_text(day, old), _text(day, new))
            key = (day.isoformat(), *(_key(day, side) for side in (old, new) if side))
            yield note(code, *key, old=values[0], new=values[1], subject=_day(day), impact=impact)
        return
    first, last = days[0], days[-1]
    count = plural("{count} day", "{count} days", len(days))
    period = message("{first} to {last}", first=_day(first), last=_day(last))
    subject = join((count, period), ", ")
    ends = (_text(first, old), _text(last, old)), (_text(first, new), _text(last, new))
    texts = [join(values, " … ") for values in ends]
    key = ("many", *(day.isoformat() for day in days))
    yield note(code, *key, old=texts[0], new=texts[1], subject=subject)


def _text(day: datetime.date, values: Values) -> Text:
    return _value(values[day]) if day in values else ""


def _key(day: datetime.date, values: Values) -> str:
    return repr(values.get(day))


def _value(value: float | None) -> Text:
    return message("no value") if value is None else f"{value:g}"


def _day(day: datetime.date) -> Text:
    return message("{day}", day=day)
