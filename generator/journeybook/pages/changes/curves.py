"""The old and the new emotion curve on one axis, for comparisons and below the curve of a map."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.diff.align import Column
from journeybook.pages.changes.views import TwoCurves
from journeybook.pages.labels import isolated
from journeybook.pages.maps.curve import line_path, x_of, y_of
from journeybook.pages.messages import Messages
from journeybook.pages.views import Difference, FeltPoint
from journeybook.vocabulary import is_right_to_left

HEIGHT, COLUMN = 220.0, 64.0
_SCALE = range(-2, 3)
_SIDE, _OTHER_SIDE = 44, 16
"""Room for the scale, and for the label of a difference at the last step."""


def two_curves(columns: Sequence[Column], words: Messages, *, rtl: bool) -> TwoCurves | None:
    """Both curves with the difference at each step; None without any emotion on either side."""
    t = words.text
    old = [column.old_feeling for column in columns]
    new = [column.new_feeling for column in columns]
    if all(value is None for value in (*old, *new)):
        return None
    width = COLUMN * len(columns)
    places = [x_of(at, len(columns), width, rtl) for at in range(len(columns))]
    return TwoCurves(
        width=width,
        height=HEIGHT,
        before=path(places, old, HEIGHT),
        after=path(places, new, HEIGHT),
        old_points=points(places, old, HEIGHT, words),
        new_points=points(places, new, HEIGHT, words),
        ticks=_ticks(width + 8 if rtl else -8, words),
        numbers=_numbers(places, words),
        differences=differences(places, columns, HEIGHT, words),
        summary=in_words(columns, words) or t("Both curves are identical."),
        left=-_OTHER_SIDE if rtl else -_SIDE,
        full_width=width + _SIDE + _OTHER_SIDE,
    )


def _ticks(x: float, words: Messages) -> tuple[FeltPoint, ...]:
    """The labels of the scale."""
    return tuple(_at(x, y_of(value, HEIGHT), words.number(value, sign=True)) for value in _SCALE)


def _numbers(places: Sequence[float], words: Messages) -> tuple[FeltPoint, ...]:
    """The numbers of the columns, below the curves."""
    return tuple(_at(x, HEIGHT + 18, words.number(number)) for number, x in enumerate(places, 1))


def _at(x: float, y: float, label: str) -> FeltPoint:
    return FeltPoint(x=x, y=y, label=label)


def path(places: Sequence[float], values: Sequence[float | None], height: float) -> str:
    """A line through the values, with a gap at each None."""
    line = [
        None if value is None else (x, y_of(value, height))
        for x, value in zip(places, values, strict=True)
    ]
    return line_path(line)


def differences(
    places: Sequence[float],
    columns: Sequence[Column | None],
    height: float,
    words: Messages,
) -> tuple[Difference, ...]:
    """A line between both points of each step whose emotion changed."""
    lines = []
    for x, column in zip(places, columns, strict=True):
        if column is None or column.old_feeling is None or column.new_feeling is None:
            continue
        was, now = column.old_feeling, column.new_feeling
        if was != now:
            lines.append(_difference(x, was, now, height, words))
    return tuple(lines)


def _difference(x: float, was: float, now: float, height: float, words: Messages) -> Difference:
    top, bottom = sorted((y_of(was, height), y_of(now, height)))
    return Difference(
        x=x,
        top=top,
        bottom=bottom,
        tone="better" if now > was else "worse",
        label=words.number(now - was, 1, sign=True),
        label_y=round((top + bottom) / 2 + 4, 1),
    )


def in_words(columns: Sequence[Column], words: Messages) -> str:
    """The steps whose emotion changed, as a text; empty if there are none."""
    t, rtl = words.text, is_right_to_left(words.lang)
    return "; ".join(
        t(
            "{step}: {old} → {new}",
            step=isolated(column.title, rtl),
            old=felt(column.old_feeling, words),
            new=felt(column.new_feeling, words),
        )
        for column in columns
        if column.old_feeling != column.new_feeling
    )


def felt(value: float | None, words: Messages) -> str:
    """An emotion as a number, or a dash."""
    return "–" if value is None else words.number(value, 1, sign=True)


def points(
    places: Sequence[float],
    values: Sequence[float | None],
    height: float,
    words: Messages,
) -> tuple[FeltPoint, ...]:
    """A point for each value that is not None."""
    return tuple(
        FeltPoint(
            x=x,
            y=y_of(value, height),
            label=felt(value, words),
        )
        for x, value in zip(places, values, strict=True)
        if value is not None
    )
