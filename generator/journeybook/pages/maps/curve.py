"""Geometry of emotion curves: places of points, and smooth lines through them that never overshoot.

Lines are monotone cubics (Fritsch and Carlson, 1980): between two steps the line stays between
their values, so a curve never shows an emotion that the map does not have.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

P = TypeVar("P")
PADDING = 20.0
BEST, WORST = 2.0, -2.0
BESIDE = 24.0
"""Distance between two points that would cover each other."""
ROOM = 168.0
"""Width for all points of a column."""


def x_of(
    column: int,
    columns: int,
    width: float,
    rtl: bool,
) -> float:
    """The middle of a column, counted from 0; mirrored on right-to-left pages."""
    x = (column + 0.5) * width / columns
    return round(width - x if rtl else x, 1)


def y_of(value: float, height: float) -> float:
    """The distance of an emotion, from -2 to +2, from the top."""
    return round(PADDING + (BEST - value) / (BEST - WORST) * (height - 2 * PADDING), 1)


def shifts(values: Sequence[float | None]) -> tuple[float, ...]:
    """How far the points of one column move sideways, so that equal values are side by side."""
    return tuple(_shift(values, at) for at in range(len(values)))


def _shift(values: Sequence[float | None], at: int) -> float:
    if values[at] is None:
        return 0.0
    same = [other for other, value in enumerate(values) if value == values[at]]
    gap = min(BESIDE, ROOM / len(same))
    return round((same.index(at) - (len(same) - 1) / 2) * gap, 1)


def line_path(points: Sequence[tuple[float, float] | None]) -> str:
    """SVG path data through the points in order; it breaks at None."""
    return "".join(_piece(piece) for piece in _pieces(points))


def band(spans: Sequence[tuple[float, float, float] | None]) -> str:
    """SVG path data of the area between two lines, each column as x, upper y and lower y; it breaks
    at None.

    Both edges are the smooth lines of `line_path`. A single column is as wide as its points.
    """
    areas = []
    for piece in _pieces(spans):
        if len(piece) == 1:
            ((x, high, low),) = piece
            left, width = x - BESIDE, 2 * BESIDE
            areas.append(f"M{_n(left)} {_n(high)}h{_n(width)}V{_n(low)}h{_n(-width)}z")
        else:
            upper = _piece([(x, high) for x, high, _ in piece])
            lower = _piece([(x, low) for x, _, low in reversed(piece)])
            areas.append(f"{upper}L{lower[1:]}z")
    return "".join(areas)


def _pieces(places: Sequence[P | None]) -> list[list[P]]:
    """The places between gaps; pieces without a place are left out."""
    pieces: list[list[P]] = [[]]
    for place in places:
        if place is None:
            pieces.append([])
        else:
            pieces[-1].append(place)
    return [piece for piece in pieces if piece]


def spark(
    values: Sequence[float | None],
    rtl: bool = False,
    width: float = 100,
    height: float = 24,
) -> str:
    """SVG path data of a thumbnail; gaps are bridged, since only the overall shape can be seen at
    this size."""
    gaps = max(1, len(values) - 1)
    points = []
    for at, value in enumerate(values):
        if value is not None:
            x = 2 + at * (width - 4) / gaps
            y = 2 + (BEST - value) / (BEST - WORST) * (height - 4)
            points.append((round(width - x if rtl else x, 1), round(y, 1)))
    return line_path(points)


def _piece(points: list[tuple[float, float]]) -> str:
    start = f"M{_n(points[0][0])} {_n(points[0][1])}"
    if len(points) == 1:
        return f"{start}h0"
    slopes = _slopes(points)
    curves = [start]
    for (x0, y0), (x1, y1), m0, m1 in zip(points, points[1:], slopes, slopes[1:], strict=False):
        third = (x1 - x0) / 3
        first = f"{_n(x0 + third)} {_n(y0 + m0 * third)}"
        second = f"{_n(x1 - third)} {_n(y1 - m1 * third)}"
        curves.append(f"C{first} {second} {_n(x1)} {_n(y1)}")
    return "".join(curves)


def _slopes(points: list[tuple[float, float]]) -> list[float]:
    """A slope for each point that keeps every piece between its ends."""
    secants = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(points)]
    slopes = [secants[0]]
    for before, after in pairwise(secants):
        slopes.append(0.0 if before * after <= 0 else 2 * before * after / (before + after))
    return [*slopes, secants[-1]]


def _n(number: float) -> str:
    return f"{round(number, 1):g}"
