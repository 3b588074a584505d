"""The files of a build until they are written: some in memory, the others in a temporary file.

A site of a thousand journeys has more pages than memory should hold at once, and none of them may
be written to the output folder before all are there. The temporary file has no name and ends with
the process; if there can be none, everything stays in memory.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from typing import IO

IN_MEMORY = 32_000_000
"""Bytes kept in memory; most sites need no more."""


class SpooledOutput(MutableMapping[str, bytes]):
    """Path -> contents. A file that is set again replaces the first one."""

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._room = in_memory
        self._in_memory: dict[str, bytes] = {}
        self._on_disk: dict[str, tuple[int, int]] = {}
        self._disk: IO[bytes] | None = None
        self._end = 0

    def __setitem__(self, path: str, data: bytes) -> None:
        if path in self:
            del self[path]
        if len(data) <= self._room or not self._write(path, data):
            self._in_memory[path] = data
            self._room -= len(data)

    def __getitem__(self, path: str) -> bytes:
        if path not in self._on_disk:
            return self._in_memory[path]
        assert self._disk is not None
        start, size = self._on_disk[path]
        self._disk.seek(start)
        data = self._disk.read(size)
        if len(data) != size:
            raise OSError("the temporary file of this build is incomplete")
        return data

    def __delitem__(self, path: str) -> None:
        if path in self._in_memory:
            self._room += len(self._in_memory.pop(path))
        else:
            del self._on_disk[path]

    def __iter__(self) -> Iterator[str]:
        yield from self._in_memory
        yield from self._on_disk

    def __len__(self) -> int:
        return len(self._in_memory) + len(self._on_disk)

    def close(self) -> None:
        """Delete the temporary file."""
        if self._disk is not None:
            self._disk.close()

    def _write(self, path: str, data: bytes) -> bool:
        """Whether the file could be written to the temporary file."""
        with suppress(OSError):
            if self._disk is None:
                self._disk = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as this object
            self._disk.seek(self._end)
            self._disk.write(data)
            self._disk.flush()
            self._on_disk[path] = (self._end, len(data))
            self._end += len(data)
            return True
        return False
