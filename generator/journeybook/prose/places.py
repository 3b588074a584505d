"""Convert offsets in a text to places in its file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from journeybook.text import Span


@dataclass(frozen=True)
class Places:
    """The place of a text in its file: its first line, and the column of its first character."""

    text: str
    file: str
    first_line: int
    first_column: int = 1
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        starts = [0]
        for line in self.text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        starts.pop()
        object.__setattr__(self, "starts", tuple(starts))

    def span(self, start: int, end: int) -> Span:
        """The place of `text[start:end]`."""
        return Span(self.file, *self._place(start), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self.starts, offset) - 1
        column = offset - self.starts[index] + 1
        if index == 0:
            column += self.first_column - 1
        return self.first_line + index, column
