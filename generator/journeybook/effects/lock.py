"""One build at a time for an output folder: a lock that the system frees when its process ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault

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
def locked(target: Path, *, patience: float) -> Iterator[None]:
    """Hold the lock of `target`, after waiting up to `patience` seconds for another build."""
    path = target.with_name(f".{target.name}.lock")
    handle = _acquire(path, patience)
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


def _acquire(path: Path, patience: float) -> int:
    until = time.monotonic() + patience
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        if _try_lock(handle) and _is_still(path, handle):
            return handle
        os.close(handle)
        if time.monotonic() >= until:
            raise EnvironmentFault(f"another build{_holder(path)} is running")
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
