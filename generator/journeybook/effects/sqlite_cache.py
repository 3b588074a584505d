"""What builds made before, kept between runs in one file of the user's cache folder.

The file is SQLite in write-ahead mode: two processes may use it at once, and a kill leaves it as it
was. It holds pickled values, which run code when they are read, so nobody else may write to it: it
never lies in the site, nor in its output, and its folder must belong to the user alone. It is
thrown away whole when the program, its libraries or Python changed, and whenever it cannot be read.
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

_FORMAT = "2"
_MOST_UNUSED = 20
"""Values that this many runs did not ask for are dropped."""
_MOST_WAITING = 16_000_000
"""Bytes that wait to be written together."""
_LOOKED_AFTER = 8
"""Runs from one look at which values are asked for to the next: it takes as long as reading them
all."""
_TRIES = 200
_PACKAGE = Path(__file__).resolve().parents[1]


def program_digest() -> str:
    """Changes with the program, its libraries and Python; found out without importing any of
    them."""
    digest = hashlib.blake2b(f"{_FORMAT} {sys.version} {sys.prefix}".encode(), digest_size=16)
    for path, found in sorted(_program_files()):
        digest.update(
            f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n".encode("utf-8", "surrogatepass")
        )
    return digest.hexdigest()


class SqliteCache:
    """A memory on disk. Reading and writing never fail: a file in doubt is removed, and the work is
    done again."""

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
        found = self.text(level, key)
        if found is None:
            return None
        try:
            value = pickle.loads(found)
        except Exception:  # whatever a damaged value raises, it is one in doubt
            self._throw_away()
            return None
        self._used.add((level, key))
        return value

    def put(self, level: str, key: bytes, value: object) -> None:
        self.put_text(level, key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    def text(self, level: str, key: bytes) -> bytes | None:
        """Bytes as they were put."""
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
        return None if row is None else bytes(row[0])

    def put_text(self, level: str, key: bytes, value: bytes) -> None:
        if self._base is None or self._process != os.getpid():
            # A copy of the process keeps nothing: what it makes is kept by the one that it is a
            # copy of
            return
        self._new[level, key] = value
        self._used.add((level, key))
        self._waiting += len(value)
        if self._waiting > _MOST_WAITING:
            self._write()

    def _write(self) -> None:
        """Write what waits to be written, so that it takes up no memory."""

        def change(base: sqlite3.Connection) -> None:
            (run,) = base.execute("select number from run").fetchone()
            rows = ((level, key, value, run) for (level, key), value in self._new.items())
            base.executemany("insert or replace into entry values (?, ?, ?, ?)", rows)

        if self._changed(change):
            self._new.clear()
            self._waiting = 0

    def save(self) -> None:
        """Write what is new, and drop what has not been asked for in many runs."""

        def change(base: sqlite3.Connection) -> None:
            (run,) = base.execute("update run set number = number + 1 returning number").fetchone()
            if run % _LOOKED_AFTER == 0:
                used = [(run, *which) for which in self._used]
                base.executemany("update entry set run = ? where level = ? and key = ?", used)
                base.execute("delete from entry where run < ?", (run - _MOST_UNUSED,))

        self._write()
        if self._changed(change):
            self._used.clear()

    def _changed(self, change: Callable[[sqlite3.Connection], None]) -> bool:
        """Whether a change could be made, in one transaction."""
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
        """In a copy of the process: SQLite forbids using a connection from before."""
        self._inherited, self._process = self._base, os.getpid()
        self._base = _opened(self._file, self._program) if self._base else None

    def _give_up(self, error: sqlite3.Error) -> None:
        """A file that another process holds is whole: it is left alone. Any other error is a
        doubt."""
        if "locked" in str(error):
            self.close()
        else:
            self._throw_away()

    def _throw_away(self) -> None:
        self.close()
        _remove(self._file)


def _opened(file: Path, program: str) -> sqlite3.Connection | None:
    """The cache, emptied where it is another program's; None where there can be none."""
    for _ in range(2):
        try:
            base = sqlite3.connect(file, timeout=20, isolation_level=None)
            _ahead(base)
            base.execute("pragma synchronous = normal")
            base.execute("begin immediate")
            with base:
                base.execute("create table if not exists run (program text, number integer)")
                base.execute(
                    "create table if not exists entry (level text, key blob, value blob, run integer, "
                    "primary key (level, key)) without rowid"
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


def _ahead(base: sqlite3.Connection) -> None:
    """Switch to write-ahead mode. While another process does the same with a new file, SQLite
    refuses at once, whatever its timeout."""
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
    """Make the folder; whether it is the user's own and closed to others."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(found.st_mode):
        return False
    return not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & 0o077)


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
    for folder in (
        sys.path
    ):  # installing, removing and updating a library all change the folder that it is in
        with suppress(OSError):
            if folder and os.path.basename(folder) in ("site-packages", "dist-packages"):
                yield folder, os.stat(folder)
