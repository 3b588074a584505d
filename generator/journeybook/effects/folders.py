"""Read every file below a folder without ever following a symbolic link.

Each folder is opened by descriptor from its parent (`O_NOFOLLOW`), so that a link that appears
while reading is not followed. On systems without such descriptors, each name is checked before use.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from journeybook.budget import KB, MB, Budget
from journeybook.diagnostics import Diagnostic, Severity
from journeybook.effects.faults import in_words
from journeybook.text import Span

_BY_DESCRIPTOR = (
    os.open in os.supports_dir_fd and os.scandir in os.supports_fd and hasattr(os, "O_NOFOLLOW")
)
_SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_FILE = os.O_RDONLY | _SAFELY | getattr(os, "O_NONBLOCK", 0)
_FOLDER = os.O_RDONLY | _SAFELY | getattr(os, "O_DIRECTORY", 0)
_TEXTS = (".md", ".yaml", ".yml", ".csv")
_LEFTOVERS = frozenset({"thumbs.db", "desktop.ini"})
_MOUNT_POINT = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", 0xA0000003)


def largest(name: str, budget: Budget) -> int:
    """The size limit for a file with this name, in bytes."""
    return budget.text if name.lower().endswith(_TEXTS) else budget.image


def is_leftover(name: str) -> bool:
    """Whether a name is hidden, or left behind by an editor or desktop: never content."""
    return name.startswith(".") or name.endswith("~") or name.lower() in _LEFTOVERS


class Reading:
    """One pass over a site's files: the files that were read, and findings for the others."""

    def __init__(self, budget: Budget) -> None:
        self.files: dict[str, bytes] = {}
        self.findings: list[Diagnostic] = []
        self.budget = budget
        self._total = 0
        self._full = False

    def read(self, root: str, names: tuple[str, ...]) -> None:
        """Read these files and folders of `root`, if they exist."""
        with _opened(root, root, None) as folder:
            for name in names:
                try:
                    status = folder.stat(name)
                except FileNotFoundError:
                    continue
                except OSError as error:
                    self._unreadable(name, in_words(error))
                    continue
                self._entry(folder, name, name, status)

    def _entry(self, folder: _Folder, name: str, path: str, status: os.stat_result) -> None:
        if self._full:
            return
        if _is_link(status):
            self._find(
                "JB120",
                path,
                f"symbolic links are not followed: `{_shown(path)}`",
                "replace the link with a copy of the file, or delete it",
            )
        elif _shown(path) != path:
            self._unreadable(path, "its name is not UTF-8", "rename the file")
        elif stat.S_ISDIR(status.st_mode):
            self._folder(folder, name, path)
        elif stat.S_ISREG(status.st_mode):
            self._file(folder, name, path)
        else:
            self._unreadable(path, "it is not a file", "move it out of the content folder")

    def _folder(self, parent: _Folder, name: str, path: str) -> None:
        if path.count("/") + 2 > self.budget.depth:
            self._find(
                "JB123",
                path,
                f"`{path}` is nested too deeply: the limit is {self.budget.depth} levels",
                "move the files to a higher folder",
            )
            return
        try:
            with parent.inner(name) as folder:
                for inner, status in folder.entries():
                    self._entry(folder, inner, f"{path}/{inner}", status)
        except OSError as error:
            self._unreadable(path, in_words(error))

    def _file(self, folder: _Folder, name: str, path: str) -> None:
        limit = largest(name, self.budget)
        try:
            data = folder.bytes_of(name, limit + 1)
        except OSError as error:
            self._unreadable(path, in_words(error))
            return
        if data is None:
            self._unreadable(path, "it is not a file")
        elif len(data) > limit:
            self._find(
                "JB122",
                path,
                f"`{path}` is too large: the limit is {_size(limit)}",
                "split the file or reduce its size",
            )
        elif len(self.files) >= self.budget.files:
            self._stop(path, f"more than {self.budget.files:,} files")
        elif self._total + len(data) > self.budget.total:
            self._stop(path, f"more than {_size(self.budget.total)} in total")
        else:
            self.files[path] = data
            self._total += len(data)

    def _stop(self, path: str, what: str) -> None:
        self._full = True
        self._find(
            "JB123",
            path,
            f"the site has {what}; reading stopped at `{path}`",
            "split the site in two",
        )

    def _unreadable(self, path: str, why: str, hint: str = "") -> None:
        self._find("JB121", path, f"cannot read `{_shown(path)}`: {why}", hint)

    def _find(self, code: str, path: str, message: str, hint: str) -> None:
        self.findings.append(
            Diagnostic(code, Severity.ERROR, message, Span.start_of(_shown(path)), hint)
        )


@dataclass(frozen=True, slots=True)
class _Folder:
    """An open folder. `handle` is its descriptor, or its path on systems without descriptors."""

    handle: int | str

    def _at(self, name: str) -> tuple[str, int | None]:
        if isinstance(self.handle, int):
            return name, self.handle
        return os.path.join(self.handle, name), None

    def stat(self, name: str) -> os.stat_result:
        path, dir_fd = self._at(name)
        return os.stat(path, dir_fd=dir_fd, follow_symlinks=False)

    def entries(self) -> list[tuple[str, os.stat_result]]:
        """Every name with its status, sorted, without leftovers and files deleted meanwhile."""
        listed = []
        with os.scandir(self.handle) as entries:
            for name in sorted(entry.name for entry in entries if not is_leftover(entry.name)):
                try:
                    listed.append((name, self.stat(name)))
                except FileNotFoundError:
                    continue
        return listed

    @contextmanager
    def inner(self, name: str) -> Iterator[_Folder]:
        path, dir_fd = self._at(name)
        with _opened(name, path, dir_fd, follow=False) as folder:
            yield folder

    def bytes_of(self, name: str, limit: int) -> bytes | None:
        """At most `limit` bytes, or None if this is no longer a regular file."""
        path, dir_fd = self._at(name)
        handle = os.open(path, _FILE, dir_fd=dir_fd)
        with open(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                return None
            return stream.read(limit)


@contextmanager
def _opened(name: str, path: str, dir_fd: int | None, *, follow: bool = True) -> Iterator[_Folder]:
    if not _BY_DESCRIPTOR:
        yield _Folder(path)
        return
    flags = _FOLDER & ~os.O_NOFOLLOW if follow else _FOLDER
    handle = os.open(name if dir_fd is not None else path, flags, dir_fd=dir_fd)
    try:
        yield _Folder(handle)
    finally:
        os.close(handle)


def _is_link(status: os.stat_result) -> bool:
    is_mount_point = getattr(status, "st_reparse_tag", 0) == _MOUNT_POINT
    return is_mount_point or stat.S_ISLNK(status.st_mode)


def _shown(path: str) -> str:
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _size(size: int) -> str:
    return f"{size // MB} MB" if size >= MB else f"{size // KB} KB"
