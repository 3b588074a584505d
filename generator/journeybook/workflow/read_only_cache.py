"""What builds of a site have read before, for commands that only look."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journeybook.cache import NULL_CACHE, Cache
from journeybook.effects.cache_location import cache_file, refuse_place
from journeybook.effects.disk import find_repository
from journeybook.effects.faults import EnvironmentFault

if TYPE_CHECKING:
    from journeybook.effects.sqlite_cache import SqliteCache


@contextmanager
def open_read_only_cache(root: Path) -> Iterator[Cache]:
    """What builds of a site have read before, for a command that only looks: nothing is kept, and
    no cache is made."""
    file, real = cache_file(root, None), Path(os.path.realpath(root))
    try:
        refuse_place(file, real, find_repository(real) or real)
    except EnvironmentFault:  # a cache where others can write is not looked at
        file = Path()
    if not file.is_file():
        yield NULL_CACHE
        return
    from journeybook.effects.sqlite_cache import SqliteCache, program_digest

    cache = SqliteCache(file, program_digest())
    try:
        yield ReadOnlyCache(cache)
    finally:
        cache.close()


@dataclass(frozen=True)
class ReadOnlyCache:
    """A memory that is asked and told nothing."""

    cache: SqliteCache

    def get(self, level: str, key: bytes) -> Any:
        return self.cache.get(level, key)

    def put(self, level: str, key: bytes, value: object) -> None:
        return None
