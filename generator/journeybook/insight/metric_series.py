"""The series of a metric: first, last, lowest and highest value, and whether its target is met."""

from __future__ import annotations

import re
from dataclasses import dataclass

from journeybook.schema.documents import Metric, Reading
from journeybook.schema.series import is_measurable


@dataclass(frozen=True)
class SeriesFacts:
    """Figures of a series; `reached` is None without a target or a direction."""

    first: Reading
    last: Reading
    lowest: float
    highest: float
    target: float | None
    reached: bool | None
    """Whether the last value meets the target."""


def number(text: str) -> float | None:
    """The first number in a text such as `30 %` or `14 months`, or None. Commas group digits.

    None also for a number that no series may contain.
    """
    match = re.search(r"[-−+]?\d+(?:[,  ]\d{3})*(?:\.\d+)?", text)
    value = float(re.sub(r"[,  ]", "", match[0]).replace("−", "-")) if match else None
    return value if value is not None and is_measurable(value) else None


def series_facts(metric: Metric) -> SeriesFacts | None:
    """The figures of a metric's series, or None if it has no value."""
    readings = [reading for reading in metric.series if reading.value is not None]
    values = [reading.value for reading in metric.series if reading.value is not None]
    if not values:
        return None
    target = number(metric.target) if metric.target else None
    return SeriesFacts(
        readings[0],
        readings[-1],
        min(values),
        max(values),
        target,
        _is_met(target, metric.direction, values[-1]),
    )


def _is_met(target: float | None, direction: str | None, value: float) -> bool | None:
    if target is None or not direction:
        return None
    return value >= target if direction == "up" else value <= target
