"""The ways in which a site is built again after an edit, and the clean build that each must equal."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from edits import State

from compared_sites import compared
from journeybook.cache import Cache, InMemoryCache
from journeybook.diagnostics import Diagnostic
from journeybook.effects.sqlite_cache import SqliteCache
from journeybook.outputs.lazy_site import LastGood, LazySite
from journeybook.outputs.site import BuildResources, Built, Ready, build, prepare


@dataclass(frozen=True)
class Output:
    """What a build says and makes; where errors forbid it, it has no files."""

    findings: tuple[Diagnostic, ...]
    files: Mapping[str, bytes]
    taken_over: int = 0
    is_whole: bool = True
    """Whether `files` are all that there are."""

    def differs(self, other: Output) -> list[str]:
        """In what a whole output and this one differ."""
        if self.findings != other.findings:
            return [f"findings: {self.findings} against {other.findings}"]
        paths = self.files.keys() | other.files.keys() if self.is_whole else self.files.keys()
        return [path for path in sorted(paths) if self.files.get(path) != other.files.get(path)]


class Desk(Protocol):
    """Builds one state after the other, and keeps for the next what such builds keep."""

    def again(self, state: State) -> Output:
        """The output of a state, made with what was kept."""


class Builds:
    """`journeybook build`, run after run: each opens the file of the cache, saves what is new, and closes it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._output: dict[str, bytes] = {}

    def again(self, state: State) -> Output:
        cache = SqliteCache(self._file, "one program")
        standing = {path: hashlib.sha256(data).hexdigest() for path, data in self._output.items()}
        try:
            built = _built(state, BuildResources(cache, standing, drawings=False))
            if built.files is None:
                return Output(built.diagnostics, {})
            cache.save()
        finally:
            cache.close()
        self._output = {**built.files, **{path: self._output[path] for path in built.same}}
        return Output(built.diagnostics, self._output, len(built.same))


class Previews:
    """`journeybook serve`, save after save: some pages are asked for, the rest is made while nobody asks, if there is
    time before the next save."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._held, self._cache = LastGood(), InMemoryCache()

    def again(self, state: State) -> Output:
        before = dict(self._held.files)
        resources = BuildResources(self._cache, self._held.digests, drawings=False)
        ready = prepare(
            state.files,
            (state.theme, state.built_in),
            state.info,
            resources=resources,
            compared=_compared(state),
        )
        if not isinstance(ready, Ready):
            return Output(ready.diagnostics, {})
        pages = LazySite(ready, self._held)
        urls = [page.url for page in ready.checked.plan.pages]
        asked = {url: pages.get(url) for url in self._rng.sample(urls, min(5, len(urls)))}
        if self._rng.random() < 0.2:
            return Output(
                ready.diagnostics,
                {url: data for url, data in asked.items() if data is not None},
                is_whole=False,
            )
        assert all(pages.rest())
        self._cache.turn()
        files = self._held.files
        assert asked == {url: files[url] for url in asked}
        return Output(
            ready.diagnostics, files, sum(before.get(path) is data for path, data in files.items())
        )


class _Templates:
    """A memory for compiled templates alone, which is most of a clean build of a small site; they are kept by their text."""

    def __init__(self) -> None:
        self._kept: dict[bytes, object] = {}

    def get(self, level: str, key: bytes) -> Any:
        return self._kept.get(key) if level == "template" else None

    def put(self, level: str, key: bytes, value: object) -> None:
        if level == "template":
            self._kept[key] = value


TEMPLATES = _Templates()


def clean(state: State, cache: Cache = TEMPLATES) -> Output:
    """The output of a state, made from nothing."""
    built = _built(state, BuildResources(cache, drawings=False))
    return Output(built.diagnostics, built.files or {})


def _built(state: State, resources: BuildResources) -> Built:
    return build(
        state.files,
        (state.theme, state.built_in),
        state.info,
        resources=resources,
        compared=_compared(state),
    )


def _compared(state: State) -> Any:
    return compared(state.base, state.files) if state.base is not None else None
