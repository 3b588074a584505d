"""A metric's measurements as a line chart, in numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from journeybook.insight.metric_series import SeriesFacts, series_facts
from journeybook.pages.context import PageContext
from journeybook.pages.views import Series, SeriesPoint
from journeybook.schema.documents import Metric

WIDTH, HEIGHT = 720.0, 240.0
LEFT, RIGHT, TOP, BOTTOM = 56.0, 16.0, 16.0, 32.0
TICKS = 4
_STEPS = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5), Fraction(10))
"""Distances between ticks that readers count in, times a power of ten."""
_ALMOST = Fraction(999, 1000)
_TOLERANCE = Fraction(1, 10**9)
"""Part of a distance between ticks that is ignored, since 0.4 is not exactly 4 times 0.1."""
_TINY = 1e-290
"""A value below this is drawn as 0."""
_ALIKE = 1e-9
"""Values closer to each other than this part of themselves are drawn as one value."""


@dataclass(frozen=True)
class _Scale:
    """Turns days and values into places of the drawing."""

    first_day: int
    last_day: int
    low: float
    high: float
    rtl: bool

    def x(self, day: int) -> float:
        days = self.last_day - self.first_day
        share = (day - self.first_day) / days if days > 0 else 0.5
        x = LEFT + share * (WIDTH - LEFT - RIGHT)
        return round(WIDTH - x if self.rtl else x, 1)

    def y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def series_view(ctx: PageContext, metric: Metric) -> Series | None:
    """The chart of a metric; None if it has no values."""
    facts = series_facts(metric)
    if facts is None:
        return None
    targets = [facts.target] if facts.target is not None else []
    values = ticks(min([facts.lowest, *targets]), max([facts.highest, *targets]))
    days = [reading.date.toordinal() for reading in metric.series]
    scale = _Scale(days[0], days[-1], values[0], values[-1], ctx.rtl)
    target_y, target = None, ""
    if facts.target is not None:
        target_y = scale.y(facts.target)
        target = ctx.t("Target {value}", value=_with_unit(ctx, metric, facts.target))
    return Series(
        width=WIDTH,
        height=HEIGHT,
        path=_path(metric, scale),
        points=_points(ctx, metric, scale),
        target_y=target_y,
        target=target,
        ticks=tuple((scale.y(value), ctx.messages.number(value, 2)) for value in values),
        dates=_dates(ctx, metric, scale),
        sentence=_sentence(ctx, metric, facts),
    )


def _path(metric: Metric, scale: _Scale) -> str:
    """SVG path data; the line breaks at a measurement without a value."""
    path, pen = [], "M"
    for reading in metric.series:
        if reading.value is None:
            pen = "M"
            continue
        x, y = scale.x(reading.date.toordinal()), scale.y(reading.value)
        path.append(f"{pen}{x:g} {y:g}")
        pen = "L"
    return "".join(path)


def _points(ctx: PageContext, metric: Metric, scale: _Scale) -> tuple[SeriesPoint, ...]:
    return tuple(
        SeriesPoint(
            x=scale.x(reading.date.toordinal()),
            y=scale.y(reading.value),
            date=ctx.messages.date(reading.date),
            value=_with_unit(ctx, metric, reading.value),
        )
        for reading in metric.series
        if reading.value is not None
    )


def _dates(ctx: PageContext, metric: Metric, scale: _Scale) -> tuple[tuple[float, str], ...]:
    """About five dates below the chart."""
    distance = max(1, (len(metric.series) - 1) // 4)
    dates = []
    for reading in metric.series[::distance]:
        label = ctx.messages.digits(f"{reading.date:%Y-%m}")
        dates.append((scale.x(reading.date.toordinal()), label))
    return tuple(dates)


def _with_unit(ctx: PageContext, metric: Metric, value: float) -> str:
    text = ctx.messages.number(value, 2)
    return f"{text} {metric.unit}" if metric.unit else text


def _sentence(ctx: PageContext, metric: Metric, facts: SeriesFacts) -> str:
    """The first and the last value, and whether the target is met."""
    t = ctx.t
    if facts.first.value is None or facts.last.value is None:
        return ""
    sentences = [
        t(
            "From {first} on {first_day} to {last} on {last_day}.",
            first=_with_unit(ctx, metric, facts.first.value),
            first_day=ctx.messages.date(facts.first.date),
            last=_with_unit(ctx, metric, facts.last.value),
            last_day=ctx.messages.date(facts.last.date),
        )
    ]
    if facts.reached is not None and facts.target is not None:
        sentences.append(t("Target met.") if facts.reached else t("Target not met yet."))
    return " ".join(sentences)


def ticks(low: float, high: float) -> tuple[float, ...]:
    """Two to seven round values that span low and high, in ascending order.

    Their number is bounded for every pair of values: the arithmetic is exact, and two values that
    are the same to the eye count as one.
    """
    alike = max(abs(low), abs(high), _TINY) * _ALIKE
    if high - low <= alike:
        low, high = low - max(1.0, alike), high + max(1.0, alike)
    distance = _round_up((Fraction(high) - Fraction(low)) / TICKS)
    first = math.floor(Fraction(low) / distance + _TOLERANCE)
    last = math.ceil(Fraction(high) / distance - _TOLERANCE)
    return tuple(float(at * distance) for at in range(first, last + 1))


def _round_up(distance: Fraction) -> Fraction:
    """The next distance that readers count in."""
    magnitude = Fraction(10) ** Decimal(float(distance)).adjusted()
    distances = (factor * magnitude for factor in _STEPS)
    return next(candidate for candidate in distances if candidate >= distance * _ALMOST)
