"""What a metric's series says: first, last and best value, and whether the target is reached."""

from __future__ import annotations

import re
from dataclasses import dataclass

from journeybook.schema.documents import Metric, Reading


@dataclass(frozen=True)
class SeriesFacts:
    """`reached` is None without a target or a direction."""

    first: Reading
    last: Reading
    lowest: float
    highest: float
    target: float | None
    reached: bool | None


def number(text: str) -> float | None:
    """The first number in a text such as `30 %` or `14 months`; None where there is none. Commas
    group digits."""
    match = re.search(r"[-−+]?\d+(?:[,  ]\d{3})*(?:\.\d+)?", text)
    return float(re.sub(r"[,  ]", "", match[0]).replace("−", "-")) if match else None


def series_facts(metric: Metric) -> SeriesFacts | None:
    """Read the series; None where it has no value."""
    known = [reading for reading in metric.series if reading.value is not None]
    if not known:
        return None
    values = [reading.value for reading in known if reading.value is not None]
    target = number(metric.target) if metric.target else None
    last = values[-1]
    reached = None
    if target is not None and metric.direction:
        reached = last >= target if metric.direction == "up" else last <= target
    return SeriesFacts(known[0], known[-1], min(values), max(values), target, reached)
