"""Content-addressed cache: results keyed by a digest of their inputs.

Storage is up to the implementation (see `effects/sqlite_cache.py`). Results never depend on the
cache: an empty one only costs time.
"""

from __future__ import annotations

import hashlib
import io
from typing import Any, Protocol


class Cache(Protocol):
    """Immutable values by `level`, the kind of value, and by the digest of their inputs."""

    def get(self, level: str, key: bytes) -> Any:
        """The value stored under a key, or None."""

    def put(self, level: str, key: bytes, value: object) -> None:
        """Store a value, which must depend on nothing but the inputs in its key."""


class NullCache:
    """A cache that stores nothing."""

    def get(self, level: str, key: bytes) -> Any:
        return None

    def put(self, level: str, key: bytes, value: object) -> None:
        return None


NULL_CACHE = NullCache()


def key_of(*parts: str | bytes) -> bytes:
    """The digest of several parts, each with its length, so that different lists never collide."""
    digest = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.digest()


class CompactPickle:
    """Base of dataclasses with slots that are pickled by the hundred thousand.

    They are pickled as a call of their class, because Python's own way for frozen dataclasses with
    slots takes several times as long.
    """

    __slots__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[type[CompactPickle], tuple[Any, ...]]:
        cls = type(self)
        return cls, tuple([getattr(self, name) for name in cls.__slots__])


def digest_of(value: object) -> bytes:
    """The digest of a value that can be pickled. Whether equal parts are one object is ignored."""
    import pickle  # only builds need it; a comparison starts faster without it

    pickled = io.BytesIO()
    pickler = pickle.Pickler(pickled, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True  # writes each part in full, without references to earlier ones
    pickler.dump(value)
    return hashlib.blake2b(pickled.getbuffer(), digest_size=20).digest()


class InMemoryCache:
    """A cache for as long as the program runs. Values not used during a whole turn are dropped."""

    def __init__(self) -> None:
        self._before: dict[tuple[str, bytes], object] = {}
        self._now: dict[tuple[str, bytes], object] = {}

    def get(self, level: str, key: bytes) -> Any:
        value = self._now.get((level, key)) or self._before.get((level, key))
        if value is not None:
            self._now[level, key] = value
        return value

    def put(self, level: str, key: bytes, value: object) -> None:
        self._now[level, key] = value

    def turn(self) -> None:
        """End a turn and drop the values that it did not use."""
        self._before, self._now = self._now, {}
