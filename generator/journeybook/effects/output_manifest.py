"""Which files of an output folder journeybook made: known by a list of digests kept inside it."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from journeybook.effects.faults import EnvironmentFault
from journeybook.text import visible

MARKER = ".journeybook-site"
_FIRST_LINE = "journeybook site 1: made by journeybook, rewritten by every build"
_DESKTOP_FILES = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class OutputState:
    """What an output folder holds: the marker's bytes, every path in it, and those that are not
    ours."""

    marker: bytes
    paths: tuple[str, ...]
    foreign: tuple[str, ...]
    changed: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether the folder is exactly as a build left it."""
        return bool(self.marker) and not (self.foreign or self.changed or self.missing)

    @property
    def digests(self) -> Mapping[str, str]:
        """Path -> SHA-256 of each file of ours that is as we left it."""
        gone = {*self.changed, *self.missing}
        return {path: digest for path, digest in _lines(self.marker) if path not in gone}

    def unchanged(self, marker: bytes) -> frozenset[str]:
        """Which of the files that another marker lists are in the folder already, byte for byte."""
        ours = dict(_lines(self.marker))
        fresh = _lines(marker)
        return frozenset(path for path, digest in fresh if ours.get(path) == digest).difference(
            self.changed, self.missing
        )


def marker_for(files: Mapping[str, bytes], same: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """The list of these files, and of those that stay the `same`, with their digests."""
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    lines = [f"{digest}  {path}" for path, digest in sorted({**digests, **same}.items())]
    return "\n".join([_FIRST_LINE, *lines, ""]).encode()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of an output right after a build, told by size and times, for the list that lay
    there."""

    marker: bytes
    files: Mapping[str, tuple[int, ...]]


def manifest_of(folder: Path) -> Manifest:
    """The files of a folder that a build has just left."""
    marker, listed = _marker_of(folder)
    return Manifest(marker, {path: _identity(f"{folder}/{path}") for path in listed})


def output_state(folder: Path, before: Manifest | None = None) -> OutputState:
    """Compare a folder, which need not exist, with the list inside it. Files that are to the
    nanosecond as they were `before` are not read."""
    marker, listed = _marker_of(folder)
    known = before.files if before and before.marker == marker else {}
    paths = tuple(sorted(walk(folder)))
    foreign = tuple(path for path in paths if path not in listed and path != MARKER)
    changed = tuple(
        path
        for path in paths
        if path in listed
        and (path not in known or known[path] != _identity(f"{folder}/{path}"))
        and _digest(folder / path) != listed[path]
    )
    return OutputState(marker, paths, foreign, changed, tuple(sorted(listed.keys() - set(paths))))


def refuse_foreign_files(name: str, found: OutputState) -> None:
    """Raise where a build would lose a file that somebody else put there or changed."""
    strangers = tuple(
        path for path in found.foreign if path.rpartition("/")[2] not in _DESKTOP_FILES
    )
    if strangers:
        raise EnvironmentFault(
            f"`{name}` has {_files(strangers)} not created by "
            f"journeybook{_some(strangers, found)}; nothing was changed (use `--force` to build anyway; they are kept unless a page has the same name)"
        )
    if found.changed:
        raise EnvironmentFault(
            f"`{name}` has {_files(found.changed)} changed by hand since the last "
            f"build{_some(found.changed, found)}; nothing was changed (use `--force` to overwrite them)"
        )


def walk(folder: Path, prefix: str = "") -> Iterator[str]:
    """The path of everything below a folder that is not itself a folder; links are not entered."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from walk(folder / entry.name, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}"


def _marker_of(folder: Path) -> tuple[bytes, Mapping[str, str]]:
    path = folder / MARKER
    try:
        data = path.read_bytes() if stat.S_ISREG(path.lstat().st_mode) else b""
        if data.decode().partition("\n")[0] == _FIRST_LINE:
            return data, dict(_lines(data))
    except (FileNotFoundError, UnicodeDecodeError):
        pass
    return b"", {}


def _lines(marker: bytes) -> Iterator[tuple[str, str]]:
    for line in marker.decode().split("\n")[1:-1]:
        digest, _, path = line.partition("  ")
        yield path, digest


def _identity(path: str) -> tuple[int, ...]:
    try:
        found = os.lstat(path)
    except OSError:
        return ()
    return (
        found.st_mode,
        found.st_size,
        found.st_mtime_ns,
        found.st_ctime_ns,
        found.st_ino,
        found.st_dev,
    )


def _digest(path: Path) -> str:
    if not stat.S_ISREG(path.lstat().st_mode):
        return "not a file"
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _files(paths: Sequence[str]) -> str:
    return "1 file" if len(paths) == 1 else f"{len(paths)} files"


def _some(paths: Sequence[str], found: OutputState) -> str:
    if not found.marker:
        return ""
    names = ", ".join(f"`{visible(path)}`" for path in paths[:3])
    return f" ({names}{', …' if len(paths) > 3 else ''})"
