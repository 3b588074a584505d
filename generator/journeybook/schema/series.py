"""Read the series of a metric: a CSV file with the columns `date,value`."""

from __future__ import annotations

import csv
import datetime
import math
import re

from journeybook.schema.documents import Reading
from journeybook.schema.fields import read_date
from journeybook.schema.findings import Findings
from journeybook.text import Span

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
SMALLEST, LARGEST = 1e-6, 1e15
"""The values that a chart can show: `LARGEST` is a number that floats still count one by one."""
_RANGE = (
    "write 0, or a value from 0.000001 to 1,000,000,000,000,000; choose a unit that fits, for "
    "example million EUR"
)


def read_series(findings: Findings) -> tuple[Reading, ...]:
    """The readings in order of date; an empty value is a gap. Invalid lines are findings."""
    lines = [(number, line) for number, line in enumerate(findings.source.lines, 1) if line.strip()]
    if not lines:
        hint = "make `date,value` the first line"
        findings.add("JB100", findings.span(1, 1, 1), "this file is empty", hint)
        return ()
    number, header = lines[0]
    if [cell.lower() for cell in _cells(header)] != ["date", "value"]:
        place = findings.span(number, 1, len(header))
        findings.add("JB170", place, "the first line is not `date,value`", "write `date,value`")
        return ()
    readings: dict[datetime.date, Reading] = {}
    for number, line in lines[1:]:
        place = findings.span(number, 1, len(line))
        reading = _reading(line, place, findings)
        if reading is None:
            continue
        if reading.date in readings:
            message = f"the date {reading.date} appears twice"
            findings.add("JB170", place, message, "keep one of the two lines")
        else:
            readings[reading.date] = reading
    return tuple([readings[date] for date in sorted(readings)])


def _reading(line: str, place: Span, findings: Findings) -> Reading | None:
    """The reading on one line, or None with a finding."""
    cells = _cells(line)
    if len(cells) != 2:
        message = "this line does not have two columns"
        findings.add("JB170", place, message, "write a date, a comma and a number")
        return None
    date, number = read_date(cells[0]), cells[1]
    if date is None:
        hint = "use YYYY-MM-DD, for example 2026-10-02"
        findings.add("JB170", place, f"`{cells[0]}` is not a date", hint)
        return None
    value = float(number) if _NUMBER.fullmatch(number) else None
    if number and (value is None or not math.isfinite(value)):
        hint = "use a decimal point and no unit, for example 12.5"
        findings.add("JB170", place, f"`{number}` is not a number", hint)
        return None
    if value is not None and not is_measurable(value):
        message = f"`{number}` is outside the range of a measurement"
        findings.add("JB190", place, message, _RANGE)
        return None
    return Reading(date, value)


def is_measurable(value: float) -> bool:
    """Whether a value can be drawn beside others: 0, or from a millionth to a quadrillion."""
    return value == 0 or SMALLEST <= abs(value) <= LARGEST


def _cells(line: str) -> list[str]:
    """The columns of a line without the blanks around them, or none if the CSV is invalid."""
    try:
        return [cell.strip() for cell in next(csv.reader([line]), [])]
    except csv.Error:
        return []
