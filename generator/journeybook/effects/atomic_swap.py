"""Put a finished folder in another's place, so that a reader sees the old one or the new one, never
a mix.

Linux and macOS exchange two folders in one step. Elsewhere it takes two renames; a note beside them
lets the next run finish what was interrupted in between.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import shutil
import sys
from contextlib import suppress
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EPERM})


def staging(target: Path) -> Path:
    """Where this process builds: beside the target, so on the same file system."""
    return target.with_name(f".{target.name}.new.{os.getpid()}")


def flush(folder: Path) -> None:
    """Have the system write out the folder's file system once; a sync for each file is far
    slower."""
    if sys.platform.startswith("linux"):
        handle = os.open(folder, os.O_RDONLY)
        try:
            if _libc().syncfs(handle) == 0:
                return
            code = ctypes.get_errno()
        except AttributeError:
            code = errno.ENOSYS
        finally:
            os.close(handle)
        if code not in _UNSUPPORTED:
            raise OSError(code, os.strerror(code))
    if hasattr(os, "sync"):
        os.sync()


def swap_in(fresh: Path, target: Path) -> Path | None:
    """Make `fresh` the target; the path where the old one is now, or None where there was none."""
    if not os.path.lexists(target):
        os.rename(fresh, target)
        return None
    if _exchange(fresh, target):
        return fresh
    return _two_renames(fresh, target)


def tidy(target: Path) -> bool:
    """Finish or remove what a killed run left beside the target (under its lock); whether there was
    any."""
    note = _note(target)
    if note.exists() and not target.exists():
        process = note.read_text(encoding="ascii", errors="replace").strip()
        for kind in ("new", "old"):
            candidate = target.with_name(f".{target.name}.{kind}.{process}")
            if process.isdecimal() and candidate.is_dir():
                os.rename(candidate, target)
                break
    leftover = re.compile(rf"\.{re.escape(target.name)}\.(new|old)\.[0-9]+")
    found = [
        path
        for path in target.parent.iterdir()
        if leftover.fullmatch(path.name) and not path.is_symlink()
    ]
    for path in found:
        shutil.rmtree(path)
    note.unlink(missing_ok=True)
    return bool(found)


def _exchange(one: Path, other: Path) -> bool:
    """One step, or False where the system or its file system cannot."""
    try:
        if sys.platform.startswith("linux"):
            result = _libc().renameat2(
                _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
            )
        elif sys.platform == "darwin":
            result = _libc().renamex_np(os.fsencode(one), os.fsencode(other), _RENAME_SWAP)
        else:
            return False
    except AttributeError:
        return False
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _two_renames(fresh: Path, target: Path) -> Path:
    note, old = _note(target), target.with_name(f".{target.name}.old.{os.getpid()}")
    note.write_text(f"{os.getpid()}\n", encoding="ascii")
    os.rename(target, old)
    try:
        os.rename(fresh, target)
    except OSError:
        os.rename(old, target)
        note.unlink(missing_ok=True)
        raise
    with suppress(OSError):  # the exchange is done; the next run removes the note
        note.unlink()
    return old


def _note(target: Path) -> Path:
    return target.with_name(f".{target.name}.swap")


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
