"""Dates that cannot be true (JB128): measured tomorrow, reviewed in 1026.

Unlike the rules, this cannot be switched off: a review in the future would keep a map fresh for
ever.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.diagnostics import Diagnostic
from journeybook.faults import fault
from journeybook.insight.build_info import BuildInfo
from journeybook.schema.documents import AnyDocument, Metric, field_values
from journeybook.text import Span

_TOMORROW = datetime.timedelta(days=1)
"""Somewhere on Earth it is already tomorrow."""
_A_LIFETIME = datetime.timedelta(days=50 * 365)


@dataclass(frozen=True, slots=True)
class DateMeaning:
    """What a date says, in a message, and the earliest day it can be."""

    what: str
    earliest: datetime.date
    is_plan: bool = False
    """Whether it may be in the future."""

    def problem(self, date: datetime.date, today: datetime.date) -> str:
        """Why a date cannot be true, or an empty text."""
        latest = today + (_A_LIFETIME if self.is_plan else _TOMORROW)
        if date > latest:
            return f"{self.what} `{date}` is in the future" if not self.is_plan else self._far(date)
        return self._far(date) if date < self.earliest else ""

    def _far(self, date: datetime.date) -> str:
        return f"{self.what} `{date}` is too far from today"


DATES: Mapping[tuple[str, str], DateMeaning] = {
    ("journey", "reviewed"): DateMeaning("the review date", datetime.date(1990, 1, 1)),
    ("evidence", "date"): DateMeaning("the date of evidence", datetime.date(1900, 1, 1)),
    ("opportunity", "due"): DateMeaning("the due date", datetime.date(1990, 1, 1), is_plan=True),
}
"""Every date of front matter by kind and key."""
MEASURED = DateMeaning("the measurement of", datetime.date(1900, 1, 1))


def impossible_dates(catalog: Catalog, info: BuildInfo) -> Iterator[Diagnostic]:
    """A finding for each date of front matter and of measurements that cannot be true."""
    for document in catalog.documents.values():
        yield from _in_fields(document, info.today)
        if isinstance(document, Metric):
            yield from _in_series(document, catalog, info.today)


def _in_fields(document: AnyDocument, today: datetime.date) -> Iterator[Diagnostic]:
    for key, value in field_values(document).items():
        meaning = DATES.get((document.kind_name, key))
        if meaning and isinstance(value, datetime.date):
            problem = meaning.problem(value, today)
            if problem:
                yield fault("JB128", document.place(key), problem, "check the year")


def _in_series(metric: Metric, catalog: Catalog, today: datetime.date) -> Iterator[Diagnostic]:
    path = f"content/metrics/{metric.id}.csv"
    source = catalog.sources.get(path)
    lines = source.lines if source else ()
    for reading in metric.series:
        problem = MEASURED.problem(reading.date, today)
        if not problem:
            continue
        written = reading.date.isoformat()
        numbers = [number for number, line in enumerate(lines, 1) if written in line]
        number = numbers[0] if numbers else 1
        line = lines[number - 1] if numbers else ""
        yield fault("JB128", Span.whole_line(path, number, line), problem, "check the year")
