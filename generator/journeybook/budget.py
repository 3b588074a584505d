"""The input budget: every limit on what one site may hold, in one table.

Content may come from an untrusted source, so every size has a limit. `site.yaml` is trusted and may
raise a limit under `limits:` up to the `most` of its row. A finding about a limit names it.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache

KB, MB = 1024, 1024 * 1024
_FACTORS = {"KB": KB, "MB": MB, "min": 60, "MP": 1_000_000}


@dataclass(frozen=True, slots=True)
class Limit:
    """One row of the table: its key in `site.yaml`, its default and highest value in `unit`."""

    key: str
    value: int
    most: int
    unit: str
    meaning: str

    @property
    def can_be_raised(self) -> bool:
        return self.most > self.value

    @property
    def factor(self) -> int:
        """The number of bytes, seconds or pixels in one unit."""
        return _FACTORS.get(self.unit, 1)


def _limit(value: int, most: int, unit: str, meaning: str) -> int:
    default = value * _FACTORS.get(unit, 1)
    row: int = dataclasses.field(default=default, metadata={"limit": (value, most, unit, meaning)})
    return row


@dataclass(frozen=True, slots=True)
class Budget:
    """The limits of one site, in bytes, seconds and counts."""

    text: int = _limit(256, 4096, "KB", "one text file")
    # The longest prose at which the Markdown parser was measured to stay within 2 s.
    body: int = _limit(64, 256, "KB", "text below a file's front matter")
    image: int = _limit(8, 64, "MB", "one image")
    # A photo of a current phone has 48 million; browsers fail at some 250 million.
    image_pixels: int = _limit(64, 256, "MP", "width times height of one image, in million pixels")
    files: int = _limit(20_000, 200_000, "", "files of a site")
    total: int = _limit(256, 4096, "MB", "all files of a site")
    depth: int = _limit(12, 32, "", "parts of a path")
    # libyaml's time grows with the square of the depth: 20,000 levels took 2.7 s.
    yaml_depth: int = _limit(20, 100, "", "levels of front matter")
    yaml_values: int = _limit(20_000, 500_000, "", "values in one front matter")
    yaml_keys: int = _limit(500, 20_000, "", "keys of one table")
    yaml_value: int = _limit(64, 1024, "KB", "one value of front matter")
    headings: int = _limit(500, 5_000, "", "stages and steps of one journey")
    # Markdown fills every row up to the widest one: 10 KB of text became 54 times as much HTML.
    cells: int = _limit(20_000, 200_000, "", "table cells of one text, once every row is filled")
    nesting: int = _limit(40, 40, "", "levels of lists, quotes and brackets in a text")
    link: int = _limit(2_048, 2_048, "", "characters of the address of a link or image")
    # File systems allow 255 bytes in a name, and file names add a suffix to the id.
    id: int = _limit(64, 64, "", "characters in an ID")
    page: int = _limit(2, 32, "MB", "the HTML of one page")
    page_time: int = _limit(30, 600, "s", "processor time to build one page")
    page_memory: int = _limit(1024, 8192, "MB", "memory to build one page")
    page_nesting: int = _limit(100, 100, "", "levels of elements on a page")
    layout_time: int = _limit(5, 120, "s", "processor time to render one text")
    layout_memory: int = _limit(512, 4096, "MB", "memory to render texts")
    build_time: int = _limit(10, 240, "min", "processor time of one build")
    findings: int = _limit(100, 10_000, "", "findings shown per file")

    def limit_text(self, name: str) -> str:
        """The limit of the field `name` for a message, such as `256 KB` or `20,000`."""
        key = name.replace("_", "-")
        row = next(limit for limit in limits() if limit.key == key)
        amount = f"{getattr(self, name) // row.factor:,}"
        return f"{amount} {row.unit}" if row.unit else amount


@cache
def limits() -> tuple[Limit, ...]:
    """The rows of the table, in the order of the fields of `Budget`."""
    return tuple(
        Limit(field.name.replace("_", "-"), *field.metadata["limit"])
        for field in dataclasses.fields(Budget)
    )


STANDARD = Budget()
