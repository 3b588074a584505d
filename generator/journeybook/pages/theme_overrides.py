"""Find copies of built-in theme files whose original has changed since.

A copy starts with a comment such as `{# ejected from journeybook 1.2.0 templates/base.html
sha256:0f… #}`, in a style sheet or script in `/* … */`, in a drawing in `<!-- … -->`.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeybook.diagnostics import Diagnostic
from journeybook.faults import fault
from journeybook.pages.theme import STATIC, TEMPLATES
from journeybook.text import Span

_MARK = re.compile(
    (
        rb"\A(?:\{#|/\*|<!--) ejected from journeybook (\S+) (\S+) sha256:([0-9a-f]{64}) "
        rb"(?:#\}|\*/|-->)\r?\n?"
    ),
    re.ASCII,
)
_COMMENTS = {".css": ("/*", "*/"), ".js": ("/*", "*/"), ".svg": ("<!--", "-->")}


@dataclass(frozen=True, slots=True)
class Origin:
    """What a copy records about its original."""

    version: str
    path: str
    digest: str


def digest(data: bytes) -> str:
    """The digest of a file; the same with any line endings."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def comment_of(path: str) -> tuple[str, str] | None:
    """How a comment starts and ends in a theme file; None if it cannot have one (an image)."""
    if path.startswith(TEMPLATES):
        return ("{#", "#}")
    return _COMMENTS.get(posixpath.splitext(path)[1])


def copy_of(path: str, data: bytes, version: str) -> bytes:
    """A copy of a built-in file for a site's theme; its first line records the original."""
    comment = comment_of(path)
    if comment is None:
        return data
    start, end = comment
    record = f"ejected from journeybook {version} {path} sha256:{digest(data)}"
    return f"{start} {record} {end}\n".encode() + data


def origin(data: bytes) -> Origin | None:
    """What a file records about its original; None if it is no copy."""
    match = _MARK.match(data)
    if match is None:
        return None
    version, path, recorded = (part.decode("ascii", "replace") for part in match.groups())
    return Origin(version, path, recorded)


def without_record(data: bytes) -> bytes:
    """A file without the line that records its original."""
    return _MARK.sub(b"", data, count=1)


def changed_since(
    layers: Sequence[Mapping[str, bytes]], folders: Sequence[str] = ()
) -> Iterator[Diagnostic]:
    """A finding for each copy whose built-in file has changed; the last layer is the built-in
    theme."""
    built_in = layers[-1] if layers else {}
    for at, layer in enumerate(layers[:-1]):
        folder = folders[at] if at < len(folders) else "themes"
        for path in sorted(layer):
            if not path.startswith((TEMPLATES, STATIC)):
                continue
            copied = origin(layer[path])
            if copied is None:
                continue
            place = Span(f"{folder}/{path}", 1, 1, 1, 2)
            if path not in built_in:
                yield fault(
                    "JB181",
                    place,
                    f"the built-in file `{path}` that you copied no longer exists",
                    "delete your copy",
                )
            elif digest(built_in[path]) != copied.digest:
                yield fault(
                    "JB181",
                    place,
                    f"the built-in file `{path}` has changed since you copied it",
                    f"run `journeybook theme diff {path}` to see how",
                )
