"""A chart of value vs effort, with short codes that a table beside it explains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.diagrams.escape import indented, label, shorten
from journeybook.diagrams.shapes import Point

POINT_LIMIT = 12
"""With more points than this, points cover each other; the table beside the chart has them all."""


@dataclass(frozen=True, slots=True)
class QuadrantWords:
    """The words around the chart, in the reader's language.

    The quadrants are in Mermaid's order: counterclockwise from the upper right.
    """

    x_low: str
    x_high: str
    y_low: str
    y_high: str
    upper_right: str
    upper_left: str
    lower_left: str
    lower_right: str


def value_effort(
    title: str, description: str, texts: QuadrantWords, points: Sequence[Point]
) -> str:
    """The first twelve points, each kept inside the chart."""
    lines = [
        f"accTitle: {label(title)}",
        f"accDescr: {label(description)}",
        f"x-axis {_quoted(texts.x_low)} --> {_quoted(texts.x_high)}",
        f"y-axis {_quoted(texts.y_low)} --> {_quoted(texts.y_high)}",
        f"quadrant-1 {_quoted(texts.upper_right)}",
        f"quadrant-2 {_quoted(texts.upper_left)}",
        f"quadrant-3 {_quoted(texts.lower_left)}",
        f"quadrant-4 {_quoted(texts.lower_right)}",
    ]
    for point in points[:POINT_LIMIT]:
        lines.append(f"{_quoted(point.code)}: [{_inside(point.x)}, {_inside(point.y)}]")
    return indented("quadrantChart", lines)


def _quoted(text: str) -> str:
    return f'"{label(shorten(text, 28))}"'


def _inside(value: float) -> str:
    """A place on an axis, kept off the border, where half of the dot would be cut off."""
    return f"{min(0.98, max(0.02, value)):.2f}"
