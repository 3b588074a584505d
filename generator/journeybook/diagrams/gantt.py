"""The cycle of a journey over time: what takes how long, and where one waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from journeybook.diagrams.escape import label, shorten, words
from journeybook.diagrams.measure import width
from journeybook.diagrams.shapes import Bar

BAR_LIMIT = 48
SECTION_LIMIT = 32
_FIRST_DAY = date(2001, 1, 1)
"""Mermaid wants dates. This one is a Monday and a first of January, so that its days, weeks and
months count from 1."""


@dataclass(frozen=True, slots=True)
class Units:
    """The words before the numbers on the time axis, in the reader's language; letters and spaces
    only."""

    day: str = ""
    week: str = ""
    month: str = ""


def cycle(title: str, description: str, bars: Sequence[Bar], units: Units | None = None) -> str:
    """The bars in their order, under a heading for each run of the same section. A bar of no days
    is a milestone."""
    end = max((bar.start_day + max(bar.days, 0) for bar in bars), default=1)
    room = max((width(shorten(bar.section, SECTION_LIMIT), 14) for bar in bars), default=0.0)
    lines = [
        f"accTitle: {label(title)}",
        f"accDescr: {label(description)}",
        "dateFormat YYYY-MM-DD",
        *_axis(end, units or Units()),
        "todayMarker off",
    ]
    numbered = [(f"t{place}", bar) for place, bar in enumerate(bars)]
    for section, run in groupby(numbered, key=lambda pair: pair[1].section):
        lines += [
            f"section {label(shorten(section, SECTION_LIMIT))}",
            *(_bar(id_, bar) for id_, bar in run),
        ]
    config = ["---", "config:", "  gantt:", f"    leftPadding: {int(room) + 30}", "---"]
    return "\n".join([*config, "gantt", *(f"  {line}" for line in lines)]) + "\n"


def _bar(id_: str, bar: Bar) -> str:
    start = (_FIRST_DAY + timedelta(days=bar.start_day)).isoformat()
    tag = "milestone, " if bar.days <= 0 else "done, " if bar.wait else ""
    return f"{label(shorten(bar.label, BAR_LIMIT))} :{tag}{id_}, {start}, {max(bar.days, 0)}d"


def _axis(end: int, units: Units) -> list[str]:
    """The format and distance of the ticks: at most about ten, counted in the unit that suits the
    length."""
    if end <= 20:
        return [_format(units.day, "%-j"), f"tickInterval {-(-end // 10)}day"]
    if end <= 364:
        return [
            _format(units.week, "%-W"),
            f"tickInterval {max(1, -(-end // 70))}week",
            "weekday monday",
        ]
    return [_format("", "%-y/%-m"), f"tickInterval {-(-end // 300)}month"]


def _format(word: str, number: str) -> str:
    return f"axisFormat {words(word)} {number}".replace("  ", " ")
