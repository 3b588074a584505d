"""Replace a folder by a finished one, so that readers see the old one or the new one, never a mix.

Linux and macOS exchange two folders in one step. Other systems need two renames; a note beside the
folders lets the next run finish what was interrupted in between.
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
    """The folder this process builds in: beside the target, so on the same file system."""
    return target.with_name(f".{target.name}.new.{os.getpid()}")


def flush(folder: Path) -> None:
    """Flush the folder's file system to disk once, which is much faster than file by file."""
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
    """Make `fresh` the target. The new path of the old target, or None if there was none."""
    if not os.path.lexists(target):
        os.rename(fresh, target)
        return None
    if _exchange(fresh, target):
        return fresh
    return _two_renames(fresh, target)


def tidy(target: Path) -> bool:
    """Finish or remove what a killed run left beside the target. Whether there was anything.

    The caller holds the lock of the target.
    """
    note = _note(target)
    if note.exists() and not target.exists():
        process = note.read_text(encoding="ascii", errors="replace").strip()
        for kind in ("new", "old"):
            candidate = target.with_name(f".{target.name}.{kind}.{process}")
            if process.isdecimal() and candidate.is_dir():
                os.rename(candidate, target)
                break
    leftover = re.compile(rf"\.{re.escape(target.name)}\.(new|old)\.[0-9]+")
    leftovers = [
        path
        for path in target.parent.iterdir()
        if leftover.fullmatch(path.name) and not path.is_symlink()
    ]
    for path in leftovers:
        shutil.rmtree(path)
    note.unlink(missing_ok=True)
    return bool(leftovers)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step. False if the system or the file system cannot."""
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
