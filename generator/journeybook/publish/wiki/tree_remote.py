"""A wiki that is a tree of files, in a git repository or in a folder: what targets ask of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True)
class FileChanges:
    """Files to write and to take away, all at once if the store can."""

    writes: Mapping[str, bytes]
    deletes: frozenset[str] = frozenset()
    message: str = ""


class Pushed(StrEnum):
    """What became of changes."""

    DONE = "done"
    BEATEN = "somebody else was faster"
    LOST = "not known"


@dataclass(frozen=True)
class Tree:
    """All files at one moment: path -> id of its contents."""

    head: str
    files: Mapping[str, str] = field(default_factory=dict)
    ours: frozenset[str] = frozenset()
    """Paths that we changed last, as far as that is known."""


class TreeRemote(Protocol):
    """A store of files. May raise `Stop`."""

    def look(self) -> Tree:
        """All files as they are now."""

    def contents(self, ids: Sequence[str]) -> Mapping[str, bytes]:
        """The contents of files, by the ids that `look` returned."""

    def id_of(self, data: bytes) -> str:
        """The id that these contents have in a `Tree`."""

    def push(self, base: Tree, changes: FileChanges) -> Pushed:
        """Write on condition that the files still are as in `base`."""

    def close(self) -> None:
        """Drop what is temporary."""
