"""The cache of builds, for other commands."""

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
def open_shared_cache(root: Path) -> Iterator[Cache]:
    """The cache of builds, to which a command adds results of its own when it ends well."""
    file = _safe_file(root)
    if file is None:
        yield NULL_CACHE
        return
    from journeybook.effects.sqlite_cache import SqliteCache, program_digest

    cache = SqliteCache(file, program_digest())
    try:
        yield cache
        cache.save()
    finally:
        cache.close()


def _safe_file(root: Path) -> Path | None:
    """The file of the cache, or None if others can write to its folder."""
    file, real = cache_file(root, None), Path(os.path.realpath(root))
    try:
        refuse_place(file, real, find_repository(real) or real)
    except EnvironmentFault:
        return None
    return file


@contextmanager
def open_read_only_cache(root: Path) -> Iterator[Cache]:
    """The cache that builds of a site left; an empty one if there is none. Nothing is written."""
    file = _safe_file(root)
    if file is None or not file.is_file():
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
    """Answers from a cache, and keeps nothing new."""

    cache: SqliteCache

    def get(self, level: str, key: bytes) -> Any:
        return self.cache.get(level, key)

    def put(self, level: str, key: bytes, value: object) -> None:
        return None
