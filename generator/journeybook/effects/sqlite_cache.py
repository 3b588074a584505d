"""A cache for the results of builds, in one file in the user's cache folder.

The file is SQLite in write-ahead mode: two processes may use it at once, and it survives a kill. It
holds pickled values, which run code when they are read, so that nobody else may be able to write to
it: it is never in the site or in its output, and its folder must belong to the user alone. Each
value has a digest that is checked before it is read, since disks fail. The file is deleted when the
program, its libraries or Python change, and whenever it cannot be read.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sqlite3
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

_FORMAT = "3"
_DIGEST_SIZE = 16
"""Bytes before each value that say whether it is still what was stored under its key."""
_MOST_UNUSED = 20
"""Values that were not used in so many runs are deleted."""
_MOST_WAITING = 16_000_000
"""Bytes that are collected before they are written together."""
_CLEAN_EVERY = 8
"""Runs between two updates of which values were used, since one takes as long as reading them."""
_TRIES = 200
_PACKAGE = Path(__file__).resolve().parents[1]


def program_digest() -> str:
    """A digest of the program, its libraries and Python, without importing any of them."""
    digest = hashlib.blake2b(f"{_FORMAT} {sys.version} {sys.prefix}".encode(), digest_size=16)
    for path, status in sorted(_program_files()):
        line = f"{path}\0{status.st_size}\0{status.st_mtime_ns}\n"
        digest.update(line.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


class SqliteCache:
    """A `Cache` on disk. Reading and writing never fail: a damaged file is deleted."""

    def __init__(self, file: Path, program: str) -> None:
        self._file = file
        self._program = program
        self._new: dict[tuple[str, bytes], bytes] = {}
        self._waiting = 0
        self._used: set[tuple[str, bytes]] = set()
        self._base: sqlite3.Connection | None = None
        self._process = os.getpid()
        if _private(file.parent):
            self._base = _opened(file, program)

    def get(self, level: str, key: bytes) -> Any:
        data = self.text(level, key)
        if data is None:
            return None
        try:
            value = pickle.loads(data)
        except Exception:  # a damaged value may raise anything
            self._delete()
            return None
        self._used.add((level, key))
        return value

    def put(self, level: str, key: bytes, value: object) -> None:
        self.put_text(level, key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    def text(self, level: str, key: bytes) -> bytes | None:
        """The bytes of an entry; None if there is none, or if it is damaged."""
        if self._process != os.getpid():
            self._reopen()
        if self._base is None:
            return None
        try:
            row = self._base.execute(
                "select value from entry where level = ? and key = ?", (level, key)
            ).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        return None if row is None else _intact(level, key, row[0])

    def put_text(self, level: str, key: bytes, value: bytes) -> None:
        if self._base is None or self._process != os.getpid():
            return  # a forked process writes nothing; its parent keeps the results
        self._new[level, key] = _digest(level, key, value) + value
        self._used.add((level, key))
        self._waiting += len(value)
        if self._waiting > _MOST_WAITING:
            self._write()

    def _write(self) -> None:
        """Write the collected values, so that they take up no memory."""

        def change(base: sqlite3.Connection) -> None:
            (run,) = base.execute("select number from run").fetchone()
            rows = ((level, key, value, run) for (level, key), value in self._new.items())
            base.executemany("insert or replace into entry values (?, ?, ?, ?)", rows)

        if self._transact(change):
            self._new.clear()
            self._waiting = 0

    def save(self) -> None:
        """Write new values, and delete those that were not used in many runs."""

        def change(base: sqlite3.Connection) -> None:
            (run,) = base.execute("update run set number = number + 1 returning number").fetchone()
            if run % _CLEAN_EVERY == 0:
                used = [(run, level, key) for level, key in self._used]
                base.executemany("update entry set run = ? where level = ? and key = ?", used)
                base.execute("delete from entry where run < ?", (run - _MOST_UNUSED,))

        self._write()
        if self._transact(change):
            self._used.clear()

    def _transact(self, change: Callable[[sqlite3.Connection], None]) -> bool:
        """Make a change in one transaction. Whether it succeeded."""
        base = self._base
        if base is None:
            return False
        try:
            base.execute("begin immediate")
            with base:
                change(base)
        except sqlite3.Error as error:
            self._give_up(error)
            return False
        return True

    def close(self) -> None:
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.close()
            self._base = None

    def _reopen(self) -> None:
        """Open a new connection in a forked process, since SQLite forbids using the old one."""
        self._inherited, self._process = self._base, os.getpid()
        self._base = _opened(self._file, self._program) if self._base else None

    def _give_up(self, error: sqlite3.Error) -> None:
        """Leave the file alone if it is locked by another process; delete it after other errors."""
        if "locked" in str(error):
            self.close()
        else:
            self._delete()

    def _delete(self) -> None:
        self.close()
        _remove(self._file)


def _digest(level: str, key: bytes, value: bytes) -> bytes:
    """What a value is stored with. A damaged value may be a wrong page, or crash when unpickled."""
    digest = hashlib.blake2b(value, digest_size=_DIGEST_SIZE)
    digest.update(b"%s\0%s" % (level.encode(), key))
    return digest.digest()


def _intact(level: str, key: bytes, stored: object) -> bytes | None:
    """A value as it was stored, or None in case of doubt, so that it is made again."""
    if not isinstance(stored, bytes):
        return None
    value = stored[_DIGEST_SIZE:]
    return value if stored[:_DIGEST_SIZE] == _digest(level, key, value) else None


def _opened(file: Path, program: str) -> sqlite3.Connection | None:
    """A connection to the cache, emptied if another program wrote it; None if there can be none."""
    for _ in range(2):
        try:
            base = sqlite3.connect(file, timeout=20, isolation_level=None)
            _use_write_ahead_log(base)
            base.execute("pragma synchronous = normal")
            base.execute("begin immediate")
            with base:
                base.execute("create table if not exists run (program text, number integer)")
                base.execute(
                    "create table if not exists entry (level text, key blob, value blob, "
                    "run integer, primary key (level, key)) without rowid"
                )
                row = base.execute("select program from run").fetchone()
                if row is None or row[0] != program:
                    base.execute("delete from entry")
                    base.execute("delete from run")
                    base.execute("insert into run values (?, 0)", (program,))
            with suppress(OSError):
                os.chmod(file, 0o600)
            return base
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                return None
            _remove(file)
        except sqlite3.Error:
            _remove(file)
    return None


def _use_write_ahead_log(base: sqlite3.Connection) -> None:
    """Switch to write-ahead mode. While another process does the same, SQLite refuses at once."""
    for _ in range(_TRIES):
        with suppress(sqlite3.OperationalError):
            base.execute("pragma journal_mode = wal")
            return
        time.sleep(0.01)
    base.execute("pragma journal_mode = wal")


def _remove(file: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):
            os.unlink(f"{file}{ending}")


def _private(folder: Path) -> bool:
    """Create the folder. Whether it belongs to the user and is closed to others."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(status.st_mode):
        return False
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & 0o077


def _program_files() -> Iterator[tuple[str, os.stat_result]]:
    waiting = [str(_PACKAGE)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in ("__pycache__", "themes"):
                        waiting.append(entry.path)
                elif entry.name.endswith(".py"):
                    yield entry.path, entry.stat()
    for folder in sys.path:
        # Installing, removing and updating a library all change the folder that it is in.
        with suppress(OSError):
            if folder and os.path.basename(folder) in ("site-packages", "dist-packages"):
                yield folder, os.stat(folder)
