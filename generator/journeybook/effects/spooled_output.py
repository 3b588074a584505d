"""The files of an output while it is made: the first in memory, the others in an unnamed file on
disk.

A site of a thousand journeys has more pages than should lie in memory at once, and none of it may
stand in the output before all of it does. Nothing of the file on disk outlives the process; where
there can be none, all stays in memory.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from typing import IO

IN_MEMORY = 32_000_000
"""Bytes that are held before any go to disk: most sites never need it."""


class SpooledOutput(MutableMapping[str, bytes]):
    """Path -> contents. A file that is put again takes the place of the first."""

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._room = in_memory
        self._near: dict[str, bytes] = {}
        self._far: dict[str, tuple[int, int]] = {}
        self._disk: IO[bytes] | None = None
        self._end = 0

    def __setitem__(self, path: str, data: bytes) -> None:
        if path in self:
            del self[path]
        if len(data) <= self._room or not self._written(path, data):
            self._near[path] = data
            self._room -= len(data)

    def __getitem__(self, path: str) -> bytes:
        if path not in self._far:
            return self._near[path]
        assert self._disk is not None
        start, size = self._far[path]
        self._disk.seek(start)
        data = self._disk.read(size)
        if len(data) != size:
            raise OSError("the temporary file of this build was cut off")
        return data

    def __delitem__(self, path: str) -> None:
        if path in self._near:
            self._room += len(self._near.pop(path))
        else:
            del self._far[path]

    def __iter__(self) -> Iterator[str]:
        yield from self._near
        yield from self._far

    def __len__(self) -> int:
        return len(self._near) + len(self._far)

    def close(self) -> None:
        """Give the space on disk back."""
        if self._disk is not None:
            self._disk.close()

    def _written(self, path: str, data: bytes) -> bool:
        """Whether the file could be put on disk."""
        with suppress(OSError):
            if self._disk is None:
                self._disk = tempfile.TemporaryFile()  # noqa: SIM115 - it lasts as long as this
            self._disk.seek(self._end)
            self._disk.write(data)
            self._disk.flush()
            self._far[path] = (self._end, len(data))
            self._end += len(data)
            return True
        return False
