"""Fingerprints of files from names, sizes and times, to see without reading what has changed.

A fingerprint is taken before a build reads its first file, and kept after the last one is written.
A file that changed so shortly before that its time is not reliable (`_RACY`) is read. In doubt, the
fingerprint is different from every other one.
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
"""Nanoseconds within which a second change may not change a file's time, on the coarsest file
systems."""


def racy_since() -> int:
    """The time since which a changed file may change again without getting a new time."""
    return time.time_ns() - _RACY


NEVER = 2**63
"""The limit for a folder that only journeybook writes: no file is read."""


def fingerprint_of(folders: Iterable[Path], facts: Sequence[str], limit: int) -> bytes:
    """The digest of every file at or below `folders`, and of `facts`.

    Files changed after `limit` are read.
    """
    digest = hashlib.blake2b(repr(tuple(facts)).encode(), digest_size=20)
    for folder in folders:
        digest.update(os.fsencode(folder) + b"\0\0")
        for path, status in _below(os.fspath(folder)):
            modified, changed = status.st_mtime_ns, status.st_ctime_ns
            line = f"\0{status.st_mode}\0{status.st_size}\0{modified}\0{changed}\0{status.st_ino}\n"
            digest.update(os.fsencode(path) + line.encode())
            if stat.S_ISREG(status.st_mode) and max(modified, changed) > limit:
                digest.update(_contents(path))
    return digest.digest()


def git_facts(root: Path) -> tuple[str, ...] | None:
    """What git's answers about dates depend on, from git's own files; None if that is unclear."""
    top = find_repository(root)
    if top is None:
        return ()
    folder = top / ".git"
    try:
        if folder.is_file():
            return None  # a work tree or submodule has its refs in two folders
        head = (folder / "HEAD").read_text("utf-8").strip()
        facts = [str(folder), head]
        if head.startswith("ref: "):
            if (folder / "reftable").exists():
                return None
            ref = folder / head.removeprefix("ref: ")
            facts.append(ref.read_text("utf-8").strip() if ref.is_file() else "")
        facts += [_status_of(folder / name) for name in _GIT_FILES]
    except (OSError, UnicodeDecodeError):
        return None
    home = Path(os.path.expanduser("~"))
    settings = (home / ".gitconfig", Path("/etc/gitconfig"))
    return (*facts, _status_of(folder), *map(_status_of, settings))


_GIT_FILES = ("packed-refs", "shallow", "config", "objects/info/alternates", "info/grafts")


def _status_of(path: Path) -> str:
    """Owner and mode, and for a file its size and times."""
    try:
        status = path.stat()
    except OSError:
        return "none"
    owner = f"{status.st_uid} {status.st_mode}"
    if stat.S_ISDIR(status.st_mode):
        return owner
    return f"{owner} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"


def _below(path: str) -> Iterator[tuple[str, os.stat_result]]:
    """A file, or everything below a folder, sorted; links are not followed."""
    try:
        status = os.lstat(path)
    except OSError:
        return
    if not stat.S_ISDIR(status.st_mode):
        yield path, status
        return
    yield path, _mode_only(status)
    with os.scandir(path) as entries:
        names = sorted(entries, key=lambda entry: entry.name)
    for entry in names:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        else:
            yield entry.path, entry.stat(follow_symlinks=False)


def _mode_only(status: os.stat_result) -> os.stat_result:
    """Of a folder, only the mode counts, since its files are listed one by one."""
    return os.stat_result((status.st_mode, 0, 0, 0, 0, 0, 0, 0, 0, 0))


def _contents(path: str) -> bytes:
    try:
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "blake2b").digest()
    except OSError:
        return os.urandom(20)
