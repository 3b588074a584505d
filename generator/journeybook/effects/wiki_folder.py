"""A wiki that is a folder: pages as files, written one by one, never over a file that changed."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault, in_words

_MOST_BYTES = 64_000_000
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def files_below(root: Path) -> dict[str, str]:
    """Path -> digest of every regular file below a folder, without hidden files and links."""
    files: dict[str, str] = {}
    for path in _walk(root):
        data = read(root, path)
        if data is not None:
            files[path] = digest(data)
    return files


def _walk(root: Path) -> Iterator[str]:
    for folder, names, entries in os.walk(root):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(entries):
            file = Path(folder, name)
            if not name.startswith(".") and file.is_file() and not file.is_symlink():
                yield file.relative_to(root).as_posix()


def read(root: Path, path: str) -> bytes | None:
    """The contents of a file, or None if there is none that can be read."""
    try:
        with open(os.open(root / path, os.O_RDONLY | _NO_LINK), "rb") as stream:
            return stream.read(_MOST_BYTES)
    except OSError:
        return None


def digest(data: bytes) -> str:
    """The digest of contents."""
    return hashlib.sha1(data, usedforsecurity=False).hexdigest()


def write(root: Path, path: str, data: bytes, before: str) -> bool:
    """Write a file whose digest is still `before`, or that does not exist yet if that is empty.
    Whether it was written; if not, it is as somebody else left it."""
    target = root / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if not Path(os.path.realpath(target.parent)).is_relative_to(os.path.realpath(root)):
            raise EnvironmentFault(f"`{target}` goes through a link to outside the folder")
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".journeybook-")
        try:
            with open(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(name, 0o644)
            return _put(root, path, Path(name), before)
        finally:
            with suppress(OSError):
                os.unlink(name)
    except OSError as error:
        raise EnvironmentFault(f"cannot write `{target}`: {in_words(error)}") from error


def _put(root: Path, path: str, prepared: Path, before: str) -> bool:
    target = root / path
    if before:
        current = read(root, path)
        if current is None or digest(current) != before:
            return False
        os.replace(prepared, target)
        return True
    try:
        os.link(prepared, target)
    except FileExistsError:
        return False
    except OSError:  # file systems without hard links
        if os.path.lexists(target):
            return False
        os.rename(prepared, target)
    return True


def delete(root: Path, path: str, before: str) -> bool:
    """Delete a file whose digest is still `before`; whether it was deleted."""
    current = read(root, path)
    if current is None or digest(current) != before:
        return False
    try:
        (root / path).unlink()
    except OSError as error:
        raise EnvironmentFault(f"cannot delete `{root / path}`: {in_words(error)}") from error
    return True


def contents(root: Path, files: Mapping[str, str]) -> dict[str, bytes]:
    """Digest -> contents of files, path -> digest."""
    by_digest: dict[str, bytes] = {}
    for path, wanted in files.items():
        data = read(root, path)
        if data is not None:
            by_digest[wanted] = data
    return by_digest
