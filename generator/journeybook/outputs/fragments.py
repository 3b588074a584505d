"""Parts of long pages, taken from the cache if nothing that they show has changed.

A page that lists the whole site has to be built after every edit, but most of its rows are about
documents that did not change. Each group of rows is cached by itself, with everything that it asked
about the site (see `pages/dependency_tracking.py`).
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import TypeVar

from journeybook.cache import Cache, key_of
from journeybook.pages.dependency_tracking import Dependency, DependencyRecorder, Fingerprints

P = TypeVar("P")
StoredFragment = tuple[tuple[Dependency, ...], bytes, bytes]
"""What a fragment depends on, the digest of the answers, and the fragment itself. It is pickled,
since most fragments are stored again without being read."""
NewEntry = tuple[str, bytes, object]
"""A value that the cache does not have yet: level, key, value."""


class CachedFragments:
    """Builds fragments of pages, or takes them from the cache.

    `common` is the digest of everything that every page may depend on without asking; new fragments
    are added to `new_entries`.
    """

    def __init__(
        self,
        cache: Cache,
        common: bytes,
        fingerprints: Fingerprints,
        recorder: DependencyRecorder,
        new_entries: list[NewEntry],
    ) -> None:
        self._cache = cache
        self._common = common
        self._fingerprints = fingerprints
        self._recorder = recorder
        self._new_entries = new_entries

    def __call__(self, names: tuple[str, ...], make: Callable[[], P]) -> P:
        key = key_of(self._common, *names)
        stored: StoredFragment | None = self._cache.get("piece", key)
        if stored:
            dependencies, answers, pickled = stored
            if self._fingerprints.digest(dependencies) == answers:
                self._recorder.asked.update(dependencies)
                fragment: P = pickle.loads(pickled)
                return fragment
        return self._make(key, make)

    def _make(self, key: bytes, make: Callable[[], P]) -> P:
        """Build a fragment; what it asks counts for it and for its page."""
        of_page, self._recorder.asked = self._recorder.asked, set()
        fragment = make()
        dependencies = self._recorder.taken()
        of_page.update(dependencies)
        self._recorder.asked = of_page
        answers = self._fingerprints.digest(dependencies)
        pickled = pickle.dumps(fragment, pickle.HIGHEST_PROTOCOL)
        self._new_entries.append(("piece", key, (dependencies, answers, pickled)))
        return fragment
