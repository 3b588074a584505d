"""Whether a build would find everything as the last one did: told from names, sizes and times,
without reading.

A stamp is taken before a build reads its first file and kept after the last is written. A file
changed so shortly before that its time cannot tell (`_RACY`) is compared by its contents. Any doubt
means a stamp that equals no other.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from journeybook.effects.disk import find_repository

_RACY = 2_500_000_000
"""Nanoseconds in which a second change may leave a file's time as it is, on the coarsest file
systems."""


def racy_since() -> int:
    """From when on the time of a file does not tell what happens to it from now on."""
    return time.time_ns() - _RACY


NEVER = 2**63
"""For a folder that only we write: there are no young files."""


def fingerprint_of(folders: Iterable[Path], facts: Sequence[str], limit: int) -> bytes:
    """The digest of every file at or below `folders`, and of `facts`; files younger than `limit`
    are read."""
    digest = hashlib.blake2b(repr(tuple(facts)).encode(), digest_size=20)
    for folder in folders:
        digest.update(os.fsencode(folder) + b"\0\0")
        for path, found in _below(os.fspath(folder)):
            line = f"\0{found.st_mode}\0{found.st_size}\0{found.st_mtime_ns}\0{found.st_ctime_ns}\0{found.st_ino}\n"
            digest.update(os.fsencode(path) + line.encode())
            if stat.S_ISREG(found.st_mode) and max(found.st_mtime_ns, found.st_ctime_ns) > limit:
                digest.update(_contents(path))
    return digest.digest()


def git_facts(root: Path) -> tuple[str, ...] | None:
    """What the dates that git tells can depend on, read from its files; None where that is not
    certain."""
    top = find_repository(root)
    if top is None:
        return ()
    folder = top / ".git"
    try:
        if folder.is_file():
            return None  # a work tree or submodule: its refs lie in two folders
        head = (folder / "HEAD").read_text("utf-8").strip()
        facts = [str(folder), head]
        if head.startswith("ref: "):
            if (folder / "reftable").exists():
                return None
            ref = folder / head.removeprefix("ref: ")
            facts.append(ref.read_text("utf-8").strip() if ref.is_file() else "")
        facts += [
            _brief(folder / name)
            for name in (
                "packed-refs",
                "shallow",
                "config",
                "objects/info/alternates",
                "info/grafts",
            )
        ]
    except (OSError, UnicodeDecodeError):
        return None
    home = Path(os.path.expanduser("~"))
    return (
        *facts,
        _brief(folder),
        *(_brief(path) for path in (home / ".gitconfig", Path("/etc/gitconfig"))),
    )


def _brief(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return "none"
    owner = f"{found.st_uid} {found.st_mode}"
    return (
        owner
        if stat.S_ISDIR(found.st_mode)
        else f"{owner} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
    )


def _below(path: str) -> Iterator[tuple[str, os.stat_result]]:
    """A file, or everything below a folder in order, links not followed."""
    try:
        found = os.lstat(path)
    except OSError:
        return
    if not stat.S_ISDIR(found.st_mode):
        yield path, found
        return
    yield path, _lasting(found)
    with os.scandir(path) as entries:
        names = sorted(entries, key=lambda entry: entry.name)
    for entry in names:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        else:
            yield entry.path, entry.stat(follow_symlinks=False)


def _lasting(found: os.stat_result) -> os.stat_result:
    """A folder as its own entry: only its rights count, its files are listed one by one."""
    return os.stat_result((found.st_mode, 0, 0, 0, 0, 0, 0, 0, 0, 0))


def _contents(path: str) -> bytes:
    try:
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "blake2b").digest()
    except OSError:
        return os.urandom(20)
