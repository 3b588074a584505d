"""One build at a time for an output folder: a lock that the system frees when its process ends."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, 1024, os.SEEK_SET)  # not at the process ID, which others read
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def locked(target: Path, *, patience: float, other: str = "another build") -> Iterator[None]:
    """Hold the lock of `target`, after waiting up to `patience` seconds for `other` work to end."""
    path = _place(target)
    handle = _acquire(path, patience, other)
    try:
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, b"%d\n" % os.getpid())
        yield
    finally:
        # Windows does not remove an open file; an unlocked one does no harm.
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _place(target: Path) -> Path:
    """The first name beside the target that is free or has a lock of ours: a process ID."""
    names = (f".{target.name}.lock{ending}" for ending in ("", *_FURTHER))
    return next(path for path in map(target.with_name, names) if _is_ours(path))


_FURTHER = tuple(f"-{number}" for number in range(1, 100))
_OURS = re.compile(r"[0-9]*\n?")


def _is_ours(path: Path) -> bool:
    try:
        with open(os.open(path, os.O_RDONLY | _NO_LINK), encoding="ascii") as stream:
            return bool(_OURS.fullmatch(stream.read(64)))
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return sys.platform == "win32"  # there, a locked file cannot be read


def _acquire(path: Path, patience: float, other: str) -> int:
    until = time.monotonic() + patience
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o644)
        if _try_lock(handle) and _is_still(path, handle):
            return handle
        os.close(handle)
        if time.monotonic() >= until:
            raise EnvironmentFault(f"{other}{_holder(path)} is running")
        time.sleep(0.05)


def _is_still(path: Path, handle: int) -> bool:
    """Whether the locked file still exists under its name; its last holder may have removed it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _holder(path: Path) -> str:
    with suppress(OSError, ValueError):
        return f" (process {int(path.read_text(encoding='ascii'))})"
    return ""
