"""The time view of a map: how long each step and wait takes, on an axis from a second to years.

The axis is logarithmic, since one journey has both a page that loads in a second and a contract
that runs for a year.
"""

from __future__ import annotations

from journeybook.insight.time import axis_end, axis_position, stage_time
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.duration_text import amount_text, spell_text, time_text
from journeybook.pages.links import stage_anchor
from journeybook.schema.documents import Journey, Stage, Step
from journeybook.vocabulary import SECONDS, Amount

# Unit of each tick, and whether its label is left out on narrow screens
TICKS = (
    ("s", False),
    ("m", True),
    ("h", False),
    ("d", False),
    ("w", True),
    ("mo", True),
    ("y", False),
)


def times(ctx: PageContext, journey: Journey) -> views.TimeView | None:
    """The time view, or None if the journey has no times."""
    end = axis_end(journey)
    if not end:
        return None
    ticks = [
        views.TimeTick(
            x=_x(ctx, SECONDS[unit], end),
            label=amount_text(ctx, Amount(1, unit)),
            minor=is_minor,
        )
        for unit, is_minor in TICKS
    ]
    stages = [
        _stage(ctx, journey, stage, number, end) for number, stage in enumerate(journey.stages, 1)
    ]
    return views.TimeView(ticks=tuple(ticks), stages=tuple(stages))


def _stage(
    ctx: PageContext,
    journey: Journey,
    stage: Stage,
    number: int,
    end: float,
) -> views.TimeStage:
    spell = stage_time(stage, journey)
    shown = ctx.messages.number(number)
    rows = [
        _row(ctx, step, f"{shown}.{ctx.messages.number(at)}", step.id, end)
        for at, step in enumerate(stage.steps, 1)
    ]
    return views.TimeStage(
        number=number,
        own=_row(ctx, stage, shown, stage_anchor(stage), end),
        total=spell_text(ctx, spell) if spell else "",
        steps=tuple(rows),
    )


def _row(
    ctx: PageContext,
    part: Stage | Step,
    number: str,
    anchor: str,
    end: float,
) -> views.TimeRow:
    words, bars = {}, []
    for key in ("time", "wait"):
        duration = part.duration(key)
        if duration is None or not duration.high:
            continue
        words[key] = time_text(ctx, duration)
        sure, most = _bar_width(duration.low, end), _bar_width(duration.high, end)
        bars.append(
            views.TimeBar(
                kind=key,
                x=round(100 - sure, 2) if ctx.rtl else 0.0,
                width=sure,
                more_x=round(100 - most, 2) if ctx.rtl else sure,
                more_width=round(most - sure, 2),
            )
        )
    return views.TimeRow(
        number=number,
        title=part.title,
        href=f"#{anchor}",
        time=words.get("time", ""),
        wait=words.get("wait", ""),
        bars=tuple(bars),
    )


def _bar_width(seconds: float, end: float) -> float:
    """In percent; a second is still a hairline."""
    return round(max(axis_position(seconds, end) * 100, 0.4), 2)


def _x(ctx: PageContext, seconds: float, end: float) -> float:
    at = round(axis_position(seconds, end) * 100, 2)
    return round(100 - at, 2) if ctx.rtl else at
