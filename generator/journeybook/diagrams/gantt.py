"""The cycle of a journey over time, as a Gantt chart: how long each part takes, and the waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from math import ceil

from journeybook.diagrams.escape import indented, label, shorten, words
from journeybook.diagrams.measure import width
from journeybook.diagrams.shapes import Bar

BAR_LIMIT = 48
SECTION_LIMIT = 32
_FIRST_DAY = date(2001, 1, 1)
"""Mermaid needs dates. This one is a Monday and the first of January, so that days, weeks and
months count from 1."""


@dataclass(frozen=True, slots=True)
class Units:
    """The words before the numbers on the time axis, in the reader's language.

    Only letters and spaces.
    """

    day: str = ""
    week: str = ""
    month: str = ""


def cycle(title: str, description: str, bars: Sequence[Bar], units: Units | None = None) -> str:
    """The bars in order, with a heading for each run of bars in the same section.

    A bar of zero days is a milestone.
    """
    end = max((bar.start_day + max(bar.days, 0) for bar in bars), default=1)
    lines = [
        f"accTitle: {label(title)}",
        f"accDescr: {label(description)}",
        "dateFormat YYYY-MM-DD",
        *_axis(end, units or Units()),
        "todayMarker off",
    ]
    for section, run in groupby(enumerate(bars), key=lambda pair: pair[1].section):
        lines.append(f"section {label(shorten(section, SECTION_LIMIT))}")
        lines += [_bar(f"t{number}", bar) for number, bar in run]
    padding = int(_widest_section(bars)) + 30
    config = f"---\nconfig:\n  gantt:\n    leftPadding: {padding}\n---\n"
    return config + indented("gantt", lines)


def _widest_section(bars: Sequence[Bar]) -> float:
    widths = [width(shorten(bar.section, SECTION_LIMIT), 14) for bar in bars]
    return max(widths, default=0.0)


def _bar(name: str, bar: Bar) -> str:
    start = (_FIRST_DAY + timedelta(days=bar.start_day)).isoformat()
    tag = "done, " if bar.wait else ""
    if bar.days <= 0:
        tag = "milestone, "
    return f"{label(shorten(bar.label, BAR_LIMIT))} :{tag}{name}, {start}, {max(bar.days, 0)}d"


def _axis(end: int, units: Units) -> list[str]:
    """The format and distance of the ticks: about ten, in a unit that suits the length."""
    if end <= 20:
        return [_format(units.day, "%-j"), f"tickInterval {ceil(end / 10)}day"]
    if end <= 364:
        weeks = ceil(end / 70)
        return [_format(units.week, "%-W"), f"tickInterval {weeks}week", "weekday monday"]
    return [_format("", "%-y/%-m"), f"tickInterval {ceil(end / 300)}month"]


def _format(word: str, number: str) -> str:
    return f"axisFormat {words(word)} {number}".replace("  ", " ")
