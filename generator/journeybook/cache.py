"""What was made before, by the digest of everything it was made from; who keeps it is not known
here.

A pure function asks a memory before it works, and tells it afterwards. Nothing depends on an
answer: a memory that forgets everything only costs time.
"""

from __future__ import annotations

import hashlib
import io
from typing import Any, Protocol


class Cache(Protocol):
    """Values that never change, by the kind of thing they are and the digest of what they were made
    from."""

    def get(self, level: str, key: bytes) -> Any:
        """What was put there, or None."""

    def put(self, level: str, key: bytes, value: object) -> None:
        """Keep a value; it must hold nothing that its key does not say."""


class NullCache:
    """A memory that keeps nothing."""

    def get(self, level: str, key: bytes) -> Any:
        return None

    def put(self, level: str, key: bytes, value: object) -> None:
        return None


NULL_CACHE = NullCache()


def key_of(*parts: str | bytes) -> bytes:
    """One digest of several texts, each with its length, so that no two lists of texts have the
    same."""
    digest = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.digest()


class CompactPickle:
    """A data class with slots that is kept by the hundred thousand: it is pickled as a call of its
    class, since what Python does for frozen ones with slots takes several times as long."""

    __slots__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[type[CompactPickle], tuple[Any, ...]]:
        cls = type(self)
        return cls, tuple([getattr(self, name) for name in cls.__slots__])


def digest_of(value: object) -> bytes:
    """The digest of a value that can be pickled, whether or not equal parts of it are one
    object."""
    import pickle  # for builds alone; a comparison starts without it

    written = io.BytesIO()
    pickler = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(value)
    return hashlib.blake2b(written.getbuffer(), digest_size=20).digest()


class InMemoryCache:
    """A memory for as long as the program runs. Values that a whole turn did not ask for are
    forgotten."""

    def __init__(self) -> None:
        self._before: dict[tuple[str, bytes], object] = {}
        self._now: dict[tuple[str, bytes], object] = {}

    def get(self, level: str, key: bytes) -> Any:
        found = self._now.get((level, key)) or self._before.get((level, key))
        if found is not None:
            self._now[level, key] = found
        return found

    def put(self, level: str, key: bytes, value: object) -> None:
        self._now[level, key] = value

    def turn(self) -> None:
        """A turn is over: what it did not ask for goes."""
        self._before, self._now = self._now, {}
