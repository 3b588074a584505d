"""Which files of an output folder journeybook wrote, by a list of digests inside the folder."""

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
    """The state of an output folder, compared with the marker file in it.

    `foreign` files were not written by journeybook; `changed` and `missing` ones were.
    """

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
        """Path -> SHA-256 of each file that is as journeybook wrote it."""
        altered = {*self.changed, *self.missing}
        return {path: digest for path, digest in _lines(self.marker) if path not in altered}

    def unchanged(self, marker: bytes) -> frozenset[str]:
        """The files of another marker that are in the folder with the same content."""
        digests = self.digests
        return frozenset(path for path, digest in _lines(marker) if digests.get(path) == digest)


def marker_for(files: Mapping[str, bytes], same: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """The marker file for these files and those that stay the `same`: a line with each digest."""
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    lines = [f"{digest}  {path}" for path, digest in sorted({**digests, **same}.items())]
    return "\n".join([_FIRST_LINE, *lines, ""]).encode()


def pages_in(target: Path) -> int:
    """How many pages the last build wrote into a folder."""
    try:
        marker = (target / MARKER).read_bytes()
    except OSError:
        return 0
    return sum(path.endswith(".html") for path, _ in _lines(marker))


@dataclass(frozen=True, slots=True)
class Manifest:
    """The size and times of each file right after a build, and the marker file of that build."""

    marker: bytes
    files: Mapping[str, tuple[int, ...]]


def manifest_of(folder: Path) -> Manifest:
    """The manifest of a folder that was just written."""
    marker, listed = _marker_of(folder)
    return Manifest(marker, {path: _identity(f"{folder}/{path}") for path in listed})


def output_state(folder: Path, before: Manifest | None = None) -> OutputState:
    """Compare a folder, which need not exist, with the marker file in it.

    Files with exactly the size and times of the manifest `before` are not read.
    """
    marker, listed = _marker_of(folder)
    identities = before.files if before and before.marker == marker else {}
    paths = tuple(sorted(walk(folder)))
    foreign: list[str] = []
    changed: list[str] = []
    for path in paths:
        if path not in listed:
            if path != MARKER:
                foreign.append(path)
            continue
        identity = identities.get(path)
        if identity is not None and identity == _identity(f"{folder}/{path}"):
            continue
        if _digest(folder / path) != listed[path]:
            changed.append(path)
    missing = tuple(sorted(listed.keys() - set(paths)))
    return OutputState(marker, paths, tuple(foreign), tuple(changed), missing)


def refuse_foreign_files(name: str, state: OutputState) -> None:
    """Raise EnvironmentFault if a build would lose a file that others created or changed."""
    foreign = [path for path in state.foreign if path.rpartition("/")[2] not in _DESKTOP_FILES]
    if foreign:
        is_one = len(foreign) == 1
        kept = "it is kept unless a page has its name" if is_one else _THEY_ARE_KEPT
        raise EnvironmentFault(
            f"`{name}` has {_files(foreign)} not created by journeybook{_some(foreign, state)}; "
            f"nothing was changed (use `--force` to build anyway; {kept})"
        )
    if state.changed:
        them = "it" if len(state.changed) == 1 else "them"
        raise EnvironmentFault(
            f"`{name}` has {_files(state.changed)} changed by hand since the last build"
            f"{_some(state.changed, state)}; nothing was changed "
            f"(use `--force` to overwrite {them})"
        )


_THEY_ARE_KEPT = "they are kept unless a page has the same name"


def walk(folder: Path, prefix: str = "") -> Iterator[str]:
    """The path of every file below a folder; links are not followed."""
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
        status = os.lstat(path)
    except OSError:
        return ()
    return (
        status.st_mode,
        status.st_size,
        status.st_mtime_ns,
        status.st_ctime_ns,
        status.st_ino,
        status.st_dev,
    )


def _digest(path: Path) -> str:
    if not stat.S_ISREG(path.lstat().st_mode):
        return "not a file"
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _files(paths: Sequence[str]) -> str:
    return "1 file" if len(paths) == 1 else f"{len(paths)} files"


def _some(paths: Sequence[str], state: OutputState) -> str:
    """The first of these paths, if the folder is a site and not the wrong folder."""
    if not state.marker:
        return ""
    names = ", ".join(f"`{visible(path)}`" for path in paths[:3])
    return f" ({names}{', …' if len(paths) > 3 else ''})"
