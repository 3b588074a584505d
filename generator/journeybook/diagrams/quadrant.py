"""A chart of value against effort, with short codes that a table beside it explains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.diagrams.escape import label, shorten
from journeybook.diagrams.shapes import Point

POINT_LIMIT = 12
"""More points than this cover each other; the table beside the chart has them all."""


@dataclass(frozen=True, slots=True)
class QuadrantWords:
    """The words around the chart, in the reader's language. Quadrants run as Mermaid's do: from the
    upper right against the clock."""

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
    """The first twelve points, each held inside the chart."""
    corners = (texts.upper_right, texts.upper_left, texts.lower_left, texts.lower_right)
    lines = [
        f"accTitle: {label(title)}",
        f"accDescr: {label(description)}",
        f"x-axis {_quoted(texts.x_low)} --> {_quoted(texts.x_high)}",
        f"y-axis {_quoted(texts.y_low)} --> {_quoted(texts.y_high)}",
        *(f"quadrant-{number} {_quoted(corner)}" for number, corner in enumerate(corners, start=1)),
        *(
            f"{_quoted(point.code)}: [{_inside(point.x)}, {_inside(point.y)}]"
            for point in points[:POINT_LIMIT]
        ),
    ]
    return "\n".join(["quadrantChart", *(f"  {line}" for line in lines)]) + "\n"


def _quoted(text: str) -> str:
    return f'"{label(shorten(text, 28))}"'


def _inside(value: float) -> str:
    """A place on an axis, kept off the very border where half of its dot would be lost."""
    return f"{min(0.98, max(0.02, value)):.2f}"
