"""A metric's series as a line chart, in numbers."""

from __future__ import annotations

from journeybook.insight.metric_series import series_facts
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.schema.documents import Metric

WIDTH, HEIGHT = 720.0, 240.0
LEFT, RIGHT, TOP, BOTTOM = 56.0, 16.0, 16.0, 32.0
TICKS = 4


def series_view(ctx: PageContext, metric: Metric) -> views.Series | None:
    """The chart of a metric, or None where it has no values."""
    facts = series_facts(metric)
    if facts is None:
        return None
    targets = [facts.target] if facts.target is not None else []
    low, high = min([facts.lowest, *targets]), max([facts.highest, *targets])
    steps = ticks(low, high)
    low, high = steps[0], steps[-1]
    days = [reading.date.toordinal() for reading in metric.series]
    first, last = days[0], days[-1]

    def x_of(day: int) -> float:
        share = (day - first) / (last - first) if last > first else 0.5
        x = LEFT + share * (WIDTH - LEFT - RIGHT)
        return round(WIDTH - x if ctx.rtl else x, 1)

    def y_of(value: float) -> float:
        return round(HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM), 1)

    def shown(value: float) -> str:
        text = ctx.messages.number(value, 2)
        return f"{text} {metric.unit}" if metric.unit else text

    points, path, pen = [], [], "M"
    for reading in metric.series:
        if reading.value is None:
            pen = "M"
            continue
        x, y = x_of(reading.date.toordinal()), y_of(reading.value)
        path.append(f"{pen}{x:g} {y:g}")
        pen = "L"
        points.append(
            views.SeriesPoint(
                x=x, y=y, date=ctx.messages.date(reading.date), value=shown(reading.value)
            )
        )
    every = max(1, (len(days) - 1) // 4 or 1)
    dated = list(range(0, len(days), every))
    return views.Series(
        width=WIDTH,
        height=HEIGHT,
        path="".join(path),
        points=tuple(points),
        target_y=None if facts.target is None else y_of(facts.target),
        target=ctx.t("Target {value}", value=shown(facts.target))
        if facts.target is not None
        else "",
        ticks=tuple((y_of(value), ctx.messages.number(value, 2)) for value in steps),
        dates=tuple(
            (x_of(days[at]), ctx.messages.digits(f"{metric.series[at].date:%Y-%m}")) for at in dated
        ),
        sentence=_sentence(ctx, metric),
    )


def _sentence(ctx: PageContext, metric: Metric) -> str:
    facts = series_facts(metric)
    if facts is None or facts.first.value is None or facts.last.value is None:
        return ""
    unit = f" {metric.unit}" if metric.unit else ""
    said = [
        ctx.t(
            "From {first} on {first_day} to {last} on {last_day}.",
            first=ctx.messages.number(facts.first.value, 2) + unit,
            first_day=ctx.messages.date(facts.first.date),
            last=ctx.messages.number(facts.last.value, 2) + unit,
            last_day=ctx.messages.date(facts.last.date),
        )
    ]
    if facts.reached is not None and facts.target is not None:
        said.append(ctx.t("Target met.") if facts.reached else ctx.t("Target not met yet."))
    return " ".join(said)


def ticks(low: float, high: float) -> tuple[float, ...]:
    """About five round values that span low and high."""
    if low == high:
        low, high = low - 1, high + 1
    rough = (high - low) / TICKS
    magnitude = 10.0 ** _exponent(rough)
    step = next(
        factor * magnitude for factor in (1, 2, 2.5, 5, 10) if factor * magnitude >= rough * 0.999
    )
    start = step * (low // step)
    made = [start]
    while made[-1] < high - step * 1e-9:
        made.append(round(made[-1] + step, 10))
    return tuple(made)


def _exponent(value: float) -> int:
    exponent = 0
    while 10.0 ** (exponent + 1) <= value:
        exponent += 1
    while 10.0**exponent > value:
        exponent -= 1
    return exponent
