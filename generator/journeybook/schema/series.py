"""Read the series of a metric: a CSV file with the columns `date,value`.

Spreadsheets in many countries write `;` between columns and a comma in numbers; both are read.
"""

from __future__ import annotations

import csv
import datetime
import math
import re
from collections.abc import Sequence
from dataclasses import replace

from journeybook.diagnostics import Diagnostic
from journeybook.schema.documents import Reading
from journeybook.schema.fields import read_date
from journeybook.schema.findings import Findings
from journeybook.text import Span

_SEPARATORS = (",", ";", "\t")
_COLUMNS = ["date", "value"]
_DECIMAL_COMMA = re.compile(r"^([+-]?\d*),(\d+)$", re.ASCII)
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
    separator = next((sign for sign in _SEPARATORS if sign in header), ",")
    if [cell.lower() for cell in _cells(header, separator)] != _COLUMNS:
        place = findings.span(number, 1, len(header))
        wanted = separator.join(_COLUMNS)
        findings.add("JB170", place, f"the first line is not `{wanted}`", f"write `{wanted}`")
        return ()
    readings: dict[datetime.date, Reading] = {}
    for number, line in lines[1:]:
        place = findings.span(number, 1, len(line))
        reading = _reading(_cells(line, separator), separator, place, findings)
        if reading is None:
            continue
        if reading.date in readings:
            message = f"the date {reading.date} appears twice"
            findings.add("JB170", place, message, "keep one of the two lines")
        else:
            readings[reading.date] = reading
    findings.all[:] = _once_for_each_cause(findings.all)
    return tuple([readings[date] for date in sorted(readings)])


def _once_for_each_cause(all_findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """One finding for all lines with the same thing wrong: a whole column is often exported so."""
    by_cause: dict[tuple[str, str], list[Diagnostic]] = {}
    for finding in all_findings:
        cause = re.sub("`[^`]*`|[0-9-]+", "", finding.message)
        by_cause.setdefault((finding.code, cause), []).append(finding)
    once = []
    for same in by_cause.values():
        others = len(same) - 1
        more = f" (and in {others} more {'line' if others == 1 else 'lines'})" if others else ""
        once.append(replace(same[0], message=same[0].message + more))
    return once


def _reading(
    cells: Sequence[str], separator: str, place: Span, findings: Findings
) -> Reading | None:
    """The reading on one line, or None with a finding."""
    if len(cells) != 2:
        message, hint = _wrong_columns(cells, separator)
        findings.add("JB170", place, message, hint)
        return None
    date, number = read_date(cells[0]), cells[1]
    if separator != ",":
        number = _DECIMAL_COMMA.sub(r"\1.\2", number)
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


def _wrong_columns(cells: Sequence[str], separator: str) -> tuple[str, str]:
    """What is wrong with a line that has not two columns, and how to write it."""
    if len(cells) == 3 and separator == "," and cells[1].lstrip("+-").isdecimal():
        message = f"`{cells[1]},{cells[2]}` has a decimal comma, which begins another column"
        return message, f"write `{cells[1]}.{cells[2]}`"
    names = {",": "a comma", ";": "`;`", "\t": "a tab"}
    hint = f"write a date, {names[separator]} and a number"
    return "this line does not have two columns", hint


def is_measurable(value: float) -> bool:
    """Whether a value can be drawn beside others: 0, or from a millionth to a quadrillion."""
    return value == 0 or SMALLEST <= abs(value) <= LARGEST


def _cells(line: str, separator: str) -> list[str]:
    """The columns of a line without the blanks around them, or none if the CSV is invalid."""
    try:
        rows = csv.reader([line], delimiter=separator)
        return [cell.strip() for cell in next(rows, [])]
    except csv.Error:
        return []
