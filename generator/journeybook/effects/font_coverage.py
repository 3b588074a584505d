"""Which characters a font file has, from its `cmap` table (OpenType, formats 4 and 12)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

Ranges = tuple[tuple[int, int], ...]
"""First and last code point of each range."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The characters of one or several fonts, as ranges in order that do not overlap."""

    ranges: Ranges = ()

    def __contains__(self, sign: str) -> bool:
        at = bisect_right(self.ranges, (ord(sign), 0x110000)) - 1
        return at >= 0 and ord(sign) <= self.ranges[at][1]


def _joined(ranges: Iterable[tuple[int, int]]) -> Coverage:
    joined: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return Coverage(tuple(joined))


@lru_cache(256)
def coverage_of(file: Path) -> Coverage:
    """The characters of a font file; none if it cannot be read."""
    try:
        return _joined(_ranges(file.read_bytes()))
    except (OSError, struct.error, KeyError):
        return Coverage()


def coverage_of_all(files: Iterable[Path]) -> Coverage:
    """The characters that at least one of the files has."""
    ranges: list[tuple[int, int]] = []
    for file in files:
        ranges += coverage_of(file).ranges
    return _joined(ranges)


def _ranges(font: bytes) -> Iterator[tuple[int, int]]:
    start = 0
    if font[:4] == b"ttcf":  # a collection: its fonts differ little in what they have
        (start,) = struct.unpack_from(">I", font, 12)
    (count,) = struct.unpack_from(">H", font, start + 4)
    tables: dict[bytes, int] = {}
    for at in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, start + 12 + 16 * at)
        tables[tag] = offset
    cmap = tables[b"cmap"]
    (subtables,) = struct.unpack_from(">H", font, cmap + 2)
    for at in range(subtables):
        platform, _, offset = struct.unpack_from(">HHI", font, cmap + 4 + 8 * at)
        if platform in (0, 3):  # Unicode, Windows
            yield from _subtable(font, cmap + offset)


def _subtable(font: bytes, at: int) -> Iterator[tuple[int, int]]:
    (form,) = struct.unpack_from(">H", font, at)
    if form == 12:
        (groups,) = struct.unpack_from(">I", font, at + 12)
        for group in range(groups):
            first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * group)
            yield first, last
    elif form == 4:
        (double,) = struct.unpack_from(">H", font, at + 6)
        lasts = struct.unpack_from(f">{double // 2}H", font, at + 14)
        firsts = struct.unpack_from(f">{double // 2}H", font, at + 16 + double)
        for first, last in zip(firsts, lasts, strict=True):
            if first != 0xFFFF:
                yield first, last
