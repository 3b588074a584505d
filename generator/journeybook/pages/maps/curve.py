"""Geometry of emotion curves: places of points, and smooth lines through them that never overshoot.

Lines are monotone cubics (Fritsch and Carlson, 1980): between two steps the line stays between
their values, so a curve never shows a feeling that nobody noted.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

PADDING = 20.0
BEST, WORST = 2.0, -2.0
BESIDE, ROOM = (
    24.0,
    168.0,
)  # between two points that would cover each other; for all points of a column


def x_of(column: int, columns: int, width: float, rtl: bool) -> float:
    """The middle of a column, counted from 0; mirrored on right-to-left pages."""
    x = (column + 0.5) * width / columns
    return round(width - x if rtl else x, 1)


def y_of(value: float, height: float) -> float:
    """The height of a feeling from -2 to +2, from the top."""
    return round(PADDING + (BEST - value) / (BEST - WORST) * (height - 2 * PADDING), 1)


def shifts(values: Sequence[float | None]) -> tuple[float, ...]:
    """How far the points of one column move sideways, so that people who feel the same stand beside
    each other."""
    made = []
    for at, value in enumerate(values):
        same = [other for other, found in enumerate(values) if found == value]
        gap = min(BESIDE, ROOM / len(same))
        made.append(
            0.0 if value is None else round((same.index(at) - (len(same) - 1) / 2) * gap, 1)
        )
    return tuple(made)


def line_path(points: Sequence[tuple[float, float] | None]) -> str:
    """SVG path data through the points in order; it breaks at None."""
    pieces: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            pieces.append([])
        else:
            pieces[-1].append(point)
    return "".join(_piece(piece) for piece in pieces if piece)


def band(spans: Sequence[tuple[float, float, float] | None]) -> str:
    """SVG path data of the area between two lines: x, upper y and lower y of each column; it breaks
    at None.

    Both edges are the smooth lines of `line_path`; a column alone is as wide as the points that
    stand in it.
    """
    pieces: list[list[tuple[float, float, float]]] = [[]]
    for span in spans:
        if span is None:
            pieces.append([])
        else:
            pieces[-1].append(span)
    made = []
    for piece in pieces:
        if len(piece) == 1:
            ((x, high, low),) = piece
            made.append(
                f"M{_n(x - BESIDE)} {_n(high)}h{_n(2 * BESIDE)}V{_n(low)}h{_n(-2 * BESIDE)}z"
            )
        elif piece:
            back = _piece([(x, low) for x, _, low in reversed(piece)])
            made.append(_piece([(x, high) for x, high, _ in piece]) + "L" + back[1:] + "z")
    return "".join(made)


def spark(
    values: Sequence[float | None], rtl: bool = False, width: float = 100, height: float = 24
) -> str:
    """SVG path data of a thumbnail; gaps are bridged, since only the course counts at this size."""
    total = len(values)
    points = [
        (
            round((width - x if rtl else x), 1),
            round(2 + (BEST - value) / (BEST - WORST) * (height - 4), 1),
        )
        for at, value in enumerate(values)
        if value is not None
        for x in [2 + at * (width - 4) / max(1, total - 1)]
    ]
    return line_path(points)


def _piece(points: list[tuple[float, float]]) -> str:
    start = f"M{_n(points[0][0])} {_n(points[0][1])}"
    if len(points) == 1:
        return start + "h0"
    slopes = _slopes(points)
    made = [start]
    for (x0, y0), (x1, y1), m0, m1 in zip(points, points[1:], slopes, slopes[1:], strict=False):
        third = (x1 - x0) / 3
        made.append(
            f"C{_n(x0 + third)} {_n(y0 + m0 * third)} {_n(x1 - third)} {_n(y1 - m1 * third)} "
            f"{_n(x1)} {_n(y1)}"
        )
    return "".join(made)


def _slopes(points: list[tuple[float, float]]) -> list[float]:
    """A slope for each point that keeps every piece between its ends."""
    secants = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(points)]
    slopes = [secants[0]]
    for before, after in pairwise(secants):
        slopes.append(0.0 if before * after <= 0 else 2 * before * after / (before + after))
    return [*slopes, secants[-1]]


def _n(number: float) -> str:
    return f"{round(number, 1):g}"
