"""The time view of a map: how long each step takes and how long one waits, on an axis from a second
to years.

The axis is logarithmic, since a journey holds both the second a page takes and the year a contract
runs.
"""

from __future__ import annotations

from journeybook.insight.time import end_of_axis, place_on_axis, stage_time
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.duration_text import spell_text, time_text
from journeybook.pages.links import stage_anchor
from journeybook.schema.documents import Journey, Stage, Step
from journeybook.vocabulary import SECONDS

# Ticks, and whether their labels are left out where there is little room.
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
    """The time view, or None where nothing in the journey notes a time."""
    end = end_of_axis(journey)
    if not end:
        return None
    return views.TimeView(
        ticks=tuple(
            views.TimeTick(x=_x(ctx, SECONDS[unit], end), label=_unit(ctx, unit), minor=minor)
            for unit, minor in TICKS
        ),
        stages=tuple(
            _stage(ctx, stage, number, end) for number, stage in enumerate(journey.stages, 1)
        ),
    )


def _stage(ctx: PageContext, stage: Stage, number: int, end: float) -> views.TimeStage:
    spell = stage_time(stage)
    own = _row(ctx, stage, ctx.messages.number(number), stage_anchor(stage), end)
    steps = tuple(
        _row(ctx, step, f"{ctx.messages.number(number)}.{ctx.messages.number(at)}", step.id, end)
        for at, step in enumerate(stage.steps, 1)
    )
    return views.TimeStage(
        number=number, own=own, total=spell_text(ctx, spell) if spell else "", steps=steps
    )


def _row(
    ctx: PageContext, part: Stage | Step, number: str, anchor: str, end: float
) -> views.TimeRow:
    words, bars = {}, []
    for key in ("time", "wait"):
        duration = part.duration(key)
        if duration is None or not duration.high:
            continue
        words[key] = time_text(ctx, duration)
        sure, most = place_on_axis(duration.low, end) * 100, place_on_axis(duration.high, end) * 100
        sure, most = (
            round(max(sure, 0.4), 2),
            round(max(most, 0.4), 2),
        )  # a second is a hairline, not nothing
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


def _x(ctx: PageContext, seconds: float, end: float) -> float:
    at = round(place_on_axis(seconds, end) * 100, 2)
    return round(100 - at, 2) if ctx.rtl else at


def _unit(ctx: PageContext, unit: str) -> str:
    """`1 week`. A day is no `24 hours` on an axis, so the words do not go through the rounding of
    amounts."""
    names = {
        "s": ("{count} second", "{count} seconds"),
        "m": ("{count} minute", "{count} minutes"),
        "h": ("{count} hour", "{count} hours"),
        "d": ("{count} day", "{count} days"),
        "w": ("{count} week", "{count} weeks"),
        "mo": ("{count} month", "{count} months"),
        "y": ("{count} year", "{count} years"),
    }
    return ctx.tn(*names[unit], 1)
