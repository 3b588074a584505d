"""How many pixels an image has, read from its first bytes.

A file of a few KB can hold an image that takes gigabytes to show, on the computer of every reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from journeybook.budget import Budget
from journeybook.diagnostics import Diagnostic
from journeybook.faults import fault
from journeybook.text import Span

Size = tuple[int, int]
_JPEG_SIZE = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The markers of a JPEG image that are followed by its size (ISO 10918-1, table B.1)."""
_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xDA)})
"""The markers that no length follows."""
_AVIF_SIZE = re.compile(rb"ispe.{4}(.{4})(.{4})", re.DOTALL)
"""The boxes of an AVIF image that hold a size (ISO 23008-12): one for each of its parts."""


def oversized_images(images: Mapping[str, bytes], budget: Budget) -> Iterator[Diagnostic]:
    """A finding for each image that has more pixels than the limit, by its path in `content/`."""
    for path, data in images.items():
        size = image_size(data)
        if size is None or size[0] * size[1] <= budget.image_pixels:
            continue
        width, height = size
        limit = budget.limit_text("image_pixels")
        yield fault(
            "JB192",
            Span.start_of(f"content/{path}"),
            f"this image has {width:,} x {height:,} pixels; the limit is {limit}",
            "save it smaller; a page shows at most about 2,000 pixels side by side",
        )


def image_size(data: bytes) -> Size | None:
    """Width and height of an image, or None if they are not where its format has them."""
    return next((read(data) for start, read in _READERS if start.match(data)), None)


def _png(data: bytes) -> Size | None:
    return _pair(data, 16, 4, "big")


def _gif(data: bytes) -> Size | None:
    return _pair(data, 6, 2, "little")


def _jpeg(data: bytes) -> Size | None:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _JPEG_SIZE:
            size = _pair(data, at + 5, 2, "big")
            return size and (size[1], size[0])
        if marker == 0xFF:
            at += 1
        elif marker in _JPEG_ALONE:
            at += 2
        else:
            at += 2 + max(int.from_bytes(data[at + 2 : at + 4], "big"), 2)
    return None


def _webp(data: bytes) -> Size | None:
    kind = data[12:16]
    if kind == b"VP8X" and len(data) >= 30:
        width, height = (int.from_bytes(data[at : at + 3], "little") for at in (24, 27))
        return width + 1, height + 1
    if kind == b"VP8L" and len(data) >= 25:
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    size = _pair(data, 26, 2, "little") if kind == b"VP8 " else None
    return size and (size[0] & 0x3FFF, size[1] & 0x3FFF)


def _avif(data: bytes) -> Size | None:
    """The largest of its parts."""
    sizes = [
        (int.from_bytes(width, "big"), int.from_bytes(height, "big"))
        for width, height in _AVIF_SIZE.findall(data)
    ]
    return max(sizes, key=lambda size: size[0] * size[1], default=None)


def _pair(data: bytes, at: int, length: int, order: str) -> Size | None:
    """Two numbers in a row, or None if the data end before."""
    if len(data) < at + 2 * length:
        return None
    one, other = data[at : at + length], data[at + length : at + 2 * length]
    if order == "big":
        return int.from_bytes(one, "big"), int.from_bytes(other, "big")
    return int.from_bytes(one, "little"), int.from_bytes(other, "little")


_READERS: tuple[tuple[re.Pattern[bytes], Callable[[bytes], Size | None]], ...] = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), _png),
    (re.compile(rb"GIF8[79]a"), _gif),
    (re.compile(rb"\xff\xd8\xff"), _jpeg),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), _webp),
    (re.compile(rb".{4}ftyp(?:avif|avis|mif1|msf1)", re.DOTALL), _avif),
)
