"""Replace a folder by a finished one, so that readers see the old one or the new one, never a mix.

Linux and macOS exchange two folders in one step. Other systems need two renames; a note beside the
folders lets the next run finish what was interrupted in between.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

from journeybook.effects.swap_note import (
    BuildFolders,
    choose_folders,
    note_that_all_is_written,
    read_note,
    remove_note,
    write_note,
)

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EPERM})


def staging(target: Path) -> BuildFolders:
    """The folders of a build of this process: beside the target, so on the same file system. They
    do not exist yet; the note beside them says that they are ours."""
    folders = choose_folders(target)
    write_note(target, folders)
    return folders


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


def swap_in(folders: BuildFolders, target: Path) -> Path | None:
    """Make the new folder the target. The new path of the old target, or None if there was none."""
    note_that_all_is_written(target)
    if not os.path.lexists(target):
        os.rename(folders.fresh, target)
        return None
    if _exchange(folders.fresh, target):
        return folders.fresh
    _two_renames(folders, target)
    return folders.old


def end_build(target: Path, folders: BuildFolders) -> None:
    """Remove the note of a build, unless a folder of it could not be deleted; the next build does
    that."""
    if not any(map(os.path.lexists, (folders.fresh, folders.old))):
        remove_note(target)


def tidy(target: Path) -> bool:
    """Finish or remove what a killed run left beside the target. Whether there was anything.

    The caller holds the lock of the target.
    """
    folders = read_note(target)
    if folders is None:
        remove_note(target)
        return False
    own = [folders.fresh, folders.old]
    leftovers = [path for path in own if path.is_dir() and not path.is_symlink()]
    if folders.is_complete and leftovers and not os.path.lexists(target):
        os.rename(leftovers.pop(0), target)
    for path in leftovers:
        shutil.rmtree(path)
    remove_note(target)
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


def _two_renames(folders: BuildFolders, target: Path) -> None:
    os.rename(target, folders.old)
    try:
        os.rename(folders.fresh, target)
    except OSError:
        os.rename(folders.old, target)
        raise


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
