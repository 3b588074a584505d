"""How it felt and how it feels, on one axis: both curves of a comparison, and the old one below
that of a map."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.diff.align import Column
from journeybook.pages import views
from journeybook.pages.changes.views import TwoCurves
from journeybook.pages.labels import isolated
from journeybook.pages.maps.curve import line_path, x_of, y_of
from journeybook.pages.messages import Messages
from journeybook.vocabulary import is_right_to_left

HEIGHT, COLUMN = 220.0, 64.0
_SCALE = range(-2, 3)
_SIDE, _OTHER_SIDE = (
    44,
    16,
)  # room for the scale, and for the label of a difference at the last step


def two_curves(columns: Sequence[Column], words: Messages, *, rtl: bool) -> TwoCurves | None:
    """Both curves on one axis, with the difference at each step; None where nothing is felt on
    either side."""
    t = words.text
    old, new = (
        [column.old_feeling for column in columns],
        [column.new_feeling for column in columns],
    )
    if all(value is None for value in (*old, *new)):
        return None
    width = COLUMN * len(columns)
    places = [x_of(at, len(columns), width, rtl) for at in range(len(columns))]
    return TwoCurves(
        width,
        HEIGHT,
        path(places, old, HEIGHT),
        path(places, new, HEIGHT),
        points(places, old, HEIGHT, words),
        points(places, new, HEIGHT, words),
        tuple(
            _at(width + 8 if rtl else -8, y_of(value, HEIGHT), words.number(value, sign=True))
            for value in _SCALE
        ),
        tuple(_at(x, HEIGHT + 18, words.number(at + 1)) for at, x in enumerate(places)),
        differences(places, columns, HEIGHT, words),
        in_words(columns, words) or t("Both curves are identical."),
        -_OTHER_SIDE if rtl else -_SIDE,
        width + _SIDE + _OTHER_SIDE,
    )


def _at(x: float, y: float, label: str) -> views.FeltPoint:
    return views.FeltPoint(x=x, y=y, label=label)


def path(places: Sequence[float], values: Sequence[float | None], height: float) -> str:
    """A line through the values; it breaks where there is none."""
    return line_path(
        [None if v is None else (x, y_of(v, height)) for x, v in zip(places, values, strict=True)]
    )


def differences(
    places: Sequence[float], columns: Sequence[Column | None], height: float, words: Messages
) -> tuple[views.Difference, ...]:
    """A line between both points of each step at which the feeling is another than before."""
    made = []
    for x, column in zip(places, columns, strict=True):
        if column is None or column.old_feeling is None or column.new_feeling is None:
            continue
        was, now = column.old_feeling, column.new_feeling
        if was != now:
            made.append(_difference(x, was, now, height, words))
    return tuple(made)


def _difference(
    x: float, was: float, now: float, height: float, words: Messages
) -> views.Difference:
    top, bottom = sorted((y_of(was, height), y_of(now, height)))
    return views.Difference(
        x=x,
        top=top,
        bottom=bottom,
        tone="better" if now > was else "worse",
        label=words.number(now - was, 1, sign=True),
        label_y=round((top + bottom) / 2 + 4, 1),
    )


def in_words(columns: Sequence[Column], words: Messages) -> str:
    """What differs, as a sentence for those who do not see the drawing; empty where nothing
    does."""
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
    """A feeling as a number, or that there is none."""
    return "–" if value is None else words.number(value, 1, sign=True)


def points(
    places: Sequence[float], values: Sequence[float | None], height: float, words: Messages
) -> tuple[views.FeltPoint, ...]:
    """A point for each value there is."""
    return tuple(
        views.FeltPoint(x=x, y=y_of(value, height), label=felt(value, words))
        for x, value in zip(places, values, strict=True)
        if value is not None
    )
