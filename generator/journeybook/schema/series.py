"""Read the series of a metric: a CSV file with the columns `date,value`."""

from __future__ import annotations

import csv
import datetime
import math
import re

from journeybook.schema.documents import Reading
from journeybook.schema.findings import Findings

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)


def read_series(findings: Findings) -> tuple[Reading, ...]:
    """The readings in order of date; an empty value is a gap. Lines that cannot be read are
    findings."""
    source = findings.source
    readings: dict[datetime.date, Reading] = {}
    lines = [(number, line) for number, line in enumerate(source.lines, 1) if line.strip()]
    if not lines:
        findings.add(
            "JB100",
            findings.span(1, 1, 1),
            "this file is empty",
            "make `date,value` the first line",
        )
        return ()
    header = [cell.strip().lower() for cell in _cells(lines[0][1])]
    if header != ["date", "value"]:
        findings.add(
            "JB170",
            findings.span(lines[0][0], 1, len(lines[0][1])),
            "the first line is not `date,value`",
            "write `date,value`",
        )
        return ()
    for number, line in lines[1:]:
        cells = [cell.strip() for cell in _cells(line)]
        place = findings.span(number, 1, len(line))
        if len(cells) != 2:
            findings.add(
                "JB170",
                place,
                "this line does not have two columns",
                "write a date, a comma and a number",
            )
            continue
        try:
            date = (
                datetime.date.fromisoformat(cells[0])
                if re.fullmatch(r"\d{4}-\d\d-\d\d", cells[0], re.ASCII)
                else None
            )
        except ValueError:
            date = None
        number_text = cells[1]
        value = float(number_text) if _NUMBER.fullmatch(number_text) else None
        if date is None:
            findings.add(
                "JB170",
                place,
                f"`{cells[0]}` is not a date",
                "use YYYY-MM-DD, for example 2026-10-02",
            )
        elif number_text and (value is None or not math.isfinite(value)):
            findings.add(
                "JB170",
                place,
                f"`{number_text}` is not a number",
                "use a decimal point and no unit, for example 12.5",
            )
        elif date in readings:
            findings.add(
                "JB170", place, f"the date {date} appears twice", "keep one of the two lines"
            )
        else:
            readings[date] = Reading(date, value)
    return tuple(readings[date] for date in sorted(readings))


def _cells(line: str) -> list[str]:
    try:
        return next(csv.reader([line]), [])
    except csv.Error:
        return []
