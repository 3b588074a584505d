"""Pieces of pages, taken over from the build before where nothing that they tell has changed.

A page that lists the whole site is made again after every edit. Most of its rows tell of documents
that are as they were: each group of rows is kept by itself, with what it asked of the site (see
`pages/dependency_tracking.py`).
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import TypeVar

from journeybook.cache import Cache, key_of
from journeybook.pages.dependency_tracking import Dependency, DependencyRecorder, Fingerprints

P = TypeVar("P")
Kept = tuple[tuple[Dependency, ...], bytes, bytes]
"""What a piece asked, the digest of the answers, and the piece, pickled: it is mostly kept, and
seldom looked at."""
Fresh = tuple[str, bytes, object]
"""A value that a memory does not have yet: its level, its key, and itself."""


class CachedFragments:
    """Makes pieces of pages, and knows those of the build before. `fresh` gets those that are new.

    `common` is the digest of what every page may depend on without asking.
    """

    def __init__(
        self,
        cache: Cache,
        common: bytes,
        now: Fingerprints,
        watch: DependencyRecorder,
        fresh: list[Fresh],
    ) -> None:
        self._cache, self._common, self._now, self._watch, self._fresh = (
            cache,
            common,
            now,
            watch,
            fresh,
        )

    def __call__(self, names: tuple[str, ...], make: Callable[[], P]) -> P:
        key = key_of(self._common, *names)
        kept: Kept | None = self._cache.get("piece", key)
        if kept and self._now.digest(kept[0]) == kept[1]:
            self._watch.asked.update(kept[0])
            piece: P = pickle.loads(kept[2])
            return piece
        before, self._watch.asked = self._watch.asked, set()
        piece = make()
        asked = self._watch.taken()
        self._watch.asked = before
        before.update(asked)
        self._fresh.append(
            (
                "piece",
                key,
                (asked, self._now.digest(asked), pickle.dumps(piece, pickle.HIGHEST_PROTOCOL)),
            )
        )
        return piece
