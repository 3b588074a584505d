"""The grid of a map drawn as a picture: a column for lane names, then a column for each step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeybook.pictures.drawing_surface import DrawingSurface

MARGIN, LANE_NAMES, COLUMN = 56.0, 168.0, 192.0
"""Width of the margin, of the column of lane names, and of a step's column at scale 1."""


@dataclass(frozen=True)
class MapGrid:
    """The columns on a drawing surface."""

    surface: DrawingSurface
    scale: float
    columns: int
    format_number: Callable[[float], str]
    """Writes a number in the digits of the map's language."""

    @property
    def start(self) -> float:
        """Where the steps' columns start."""
        return MARGIN + LANE_NAMES

    @property
    def column(self) -> float:
        """Width of a step's column."""
        return COLUMN * self.scale

    @property
    def width(self) -> float:
        """Width of all steps' columns."""
        return self.column * self.columns

    @property
    def end(self) -> float:
        """Where the last column ends."""
        return self.start + self.width
