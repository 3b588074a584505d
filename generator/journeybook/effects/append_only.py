"""A file to which lines are only added, each on the disk before the program goes on."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault, in_words

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_MOST_BYTES = 256_000_000


def read_text(path: Path) -> str:
    """The text of the file, with `\\ufffd` for what is not UTF-8; empty if there is none."""
    try:
        with open(os.open(path, os.O_RDONLY | _NO_LINK), "rb") as stream:
            return stream.read(_MOST_BYTES).decode("utf-8", "replace")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise EnvironmentFault(f"cannot read `{path}`: {in_words(error)}") from error


def add_lines(path: Path, lines: Iterable[str]) -> None:
    """Add lines, each with its line break. A last line without one, left by a run that was killed,
    is ended first."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | _NO_LINK
        with open(os.open(path, flags, 0o644), "r+b") as stream:
            size = stream.seek(0, os.SEEK_END)
            start = b""
            if size:
                stream.seek(size - 1)
                start = b"" if stream.read(1) == b"\n" else b"\n"
            stream.write(start + "".join(lines).encode("utf-8", "surrogatepass"))
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise EnvironmentFault(f"cannot write `{path}`: {in_words(error)}") from error


def set_aside(path: Path) -> Path:
    """Rename the file to the first free name beside it, which is returned."""
    for number in range(1, 1000):
        aside = path.with_name(f"{path.stem}.{number}{path.suffix}")
        if not os.path.lexists(aside):
            try:
                os.rename(path, aside)
            except OSError as error:
                raise EnvironmentFault(f"cannot rename `{path}`: {in_words(error)}") from error
            return aside
    raise EnvironmentFault(f"there are too many old journals beside `{path}`; delete some")
