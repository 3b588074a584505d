"""Conflict markers that a merge left in a file: both versions are in it, so neither is what the
author meant."""

from __future__ import annotations

import re

from journeybook.diagnostics import Diagnostic
from journeybook.faults import fault
from journeybook.text import Source, Span

_MARKER = re.compile(r"(?:<{7}|>{7}|\|{7})(?:[ \t]|$)", re.MULTILINE)
_SEPARATOR = "======="
_SHOWN = 6
"""Line numbers in the message; more would bury it."""


def conflict_markers(source: Source) -> Diagnostic | None:
    """One finding for all markers of a file, at the first of them, or None."""
    if not _MARKER.search(source.text):
        return None
    numbers: list[int] = []
    for number, line in enumerate(source.lines, 1):
        if _MARKER.match(line) or (numbers and line.rstrip() == _SEPARATOR):
            numbers.append(number)
    if not numbers:
        return None
    first = numbers[0]
    listed = ", ".join(map(str, numbers[:_SHOWN]))
    more = f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else ""
    lines = "line" if len(numbers) == 1 else "lines"
    return fault(
        "JB108",
        Span.whole_line(source.path, first, source.line(first)),
        f"merge conflict markers on {lines} {listed}{more}",
        "keep one of the two versions, and delete the lines with the markers",
    )
