"""Files of a site's theme that were copied from the built-in one: where each came from, and whether
that has changed.

A copy starts with a comment such as `{# ejected from journeybook 1.2.0 templates/base.html
sha256:0f… #}`, in a style sheet or script in `/* … */`, in a drawing in `<!-- … -->`.
"""

from __future__ import annotations

import hashlib
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
    """What a copy records of the file it was made from."""

    version: str
    path: str
    digest: str


def digest(data: bytes) -> str:
    """The fingerprint of a file; the same whatever its line ends are."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def comment_of(path: str) -> tuple[str, str] | None:
    """How a comment starts and ends in a file of the theme, or None where it can hold none (a
    picture)."""
    if path.startswith(TEMPLATES):
        return ("{#", "#}")
    return next((comment for ending, comment in _COMMENTS.items() if path.endswith(ending)), None)


def copy_of(path: str, data: bytes, version: str) -> bytes:
    """A built-in file as it is put into a site's theme, with the record of where it came from as
    its first line."""
    comment = comment_of(path)
    if comment is None:
        return data
    return (
        f"{comment[0]} ejected from journeybook {version} {path} sha256:{digest(data)} "
        f"{comment[1]}\n"
    ).encode() + data


def origin(data: bytes) -> Origin | None:
    """What a file records of its origin, or None where nobody copied it."""
    found = _MARK.match(data)
    return Origin(*(part.decode("ascii", "replace") for part in found.groups())) if found else None


def without_record(data: bytes) -> bytes:
    """A file without the line that says where it came from."""
    return _MARK.sub(b"", data, count=1)


def changed_since(
    layers: Sequence[Mapping[str, bytes]], folders: Sequence[str] = ()
) -> Iterator[Diagnostic]:
    """Copies whose built-in file is no longer the one they were made from. The last layer is the
    built-in theme."""
    built_in = layers[-1] if layers else {}
    for at, layer in enumerate(layers[:-1]):
        folder = folders[at] if at < len(folders) else "themes"
        for path in sorted(layer):
            if not path.startswith((TEMPLATES, STATIC)):
                continue
            made = origin(layer[path])
            if made is None or (path in built_in and digest(built_in[path]) == made.digest):
                continue
            place = Span(f"{folder}/{path}", 1, 1, 1, 2)
            if path not in built_in:
                yield fault(
                    "JB181",
                    place,
                    f"the built-in file `{path}` that you copied no longer exists",
                    "delete your copy",
                )
            else:
                yield fault(
                    "JB181",
                    place,
                    f"the built-in file `{path}` has changed since you copied it",
                    f"`journeybook theme diff {path}` shows how",
                )
