"""Whether the bytes of an image file are an image, by their first and last bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from journeybook.diagnostics import Diagnostic, Severity
from journeybook.faults import fault
from journeybook.schema.decode import LFS_POINTER
from journeybook.text import Span

_END = 4096
"""Where the end of an image is looked for: programs add notes behind it."""


def _png_is_whole(data: bytes) -> bool:
    return b"IEND" in data[-_END:]


def _jpeg_is_whole(data: bytes) -> bool:
    return b"\xff\xd9" in data[2:]


def _gif_is_whole(data: bytes) -> bool:
    return b"\x3b" in data[-_END:]


def _webp_is_whole(data: bytes) -> bool:
    return len(data) >= 8 + int.from_bytes(data[4:8], "little")


def _avif_is_whole(data: bytes) -> bool:
    """Whether its boxes, each of which begins with its size, end within the file."""
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 0:
            return True  # up to the end of the file
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        at += max(size, 8)
    return at == len(data)


@dataclass(frozen=True, slots=True)
class ImageType:
    """A type of image: its name, the endings of its files, how to recognise it."""

    name: str
    suffixes: tuple[str, ...]
    is_start: Callable[[bytes], bool]
    is_whole: Callable[[bytes], bool]


IMAGE_TYPES = (
    ImageType("PNG", (".png",), lambda d: d.startswith(b"\x89PNG\r\n\x1a\n"), _png_is_whole),
    ImageType("JPEG", (".jpg", ".jpeg"), lambda d: d.startswith(b"\xff\xd8\xff"), _jpeg_is_whole),
    ImageType("GIF", (".gif",), lambda d: d[:6] in (b"GIF87a", b"GIF89a"), _gif_is_whole),
    ImageType(
        "WebP", (".webp",), lambda d: d[:4] == b"RIFF" and d[8:12] == b"WEBP", _webp_is_whole
    ),
    ImageType(
        "AVIF",
        (".avif",),
        lambda d: d[4:8] == b"ftyp" and d[8:12] in (b"avif", b"avis", b"mif1", b"msf1"),
        _avif_is_whole,
    ),
)
IMAGE_SUFFIXES = frozenset(suffix for kind in IMAGE_TYPES for suffix in kind.suffixes)


def image_problem(path: str, data: bytes) -> Diagnostic | None:
    """The finding about a file that is named like an image and is none, or only a part of one."""
    name = PurePosixPath(path).name
    start = Span.start_of(path)
    kind = next((kind for kind in IMAGE_TYPES if kind.is_start(data)), None)
    if kind is None:
        message, hint = _no_image(data)
        return fault("JB154", start, f"`{name}` {message}", hint)
    if not kind.is_whole(data):
        hint = "copy it again from where it comes from"
        return fault("JB154", start, f"`{name}` is cut off in the middle", hint)
    suffix = PurePosixPath(path).suffix.lower()
    if suffix not in kind.suffixes:
        stem = PurePosixPath(path).stem
        message = f"the content of `{name}` is {kind.name}"
        hint = f"rename it `{stem}{kind.suffixes[0]}`"
        return fault("JB154", start, message, hint, severity=Severity.WARNING)
    return None


def _no_image(data: bytes) -> tuple[str, str]:
    """What a file is instead of an image, and what to do."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not data.strip(b"\x00 \t\r\n"):
        return "is empty", "copy the image again"
    if data.startswith(LFS_POINTER):
        return "is kept by git LFS and was not downloaded", "run `git lfs pull`"
    if head.startswith((b"<!doctype html", b"<html", b"<head")):
        return "is a web page, not an image", "save the image itself, not the page that shows it"
    if head.startswith((b"<svg", b"<?xml")):
        return "is an SVG drawing, which can contain scripts", "export it as PNG"
    if head.startswith(b"%pdf"):
        return "is a PDF, not an image", "export the page as PNG"
    return "is not an image that browsers show", "save it as PNG or JPEG"
