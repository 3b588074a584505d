"""Notice that sources changed, and wait until the author's editor is done with them."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from journeybook.effects.faults import EnvironmentFault, in_words
from journeybook.effects.folders import is_leftover

QUIET = 0.05
LONGEST_WAIT = 1.0
POLL_EVERY = 0.5
_WRITES = frozenset({"created", "modified", "deleted", "moved", "closed"})


class Changes:
    """A bell that many threads ring and one answers."""

    def __init__(self) -> None:
        self._rung = threading.Event()
        self._guard = threading.Lock()
        self._last = 0.0

    def ring(self) -> None:
        with self._guard:
            self._last = time.monotonic()
            self._rung.set()

    def wait(self, seconds: float) -> bool:
        """Whether something changed within this time; returns once it has been quiet for a
        moment."""
        if not self._rung.wait(seconds):
            return False
        until = time.monotonic() + LONGEST_WAIT
        while True:
            with self._guard:
                if time.monotonic() >= min(until, self._last + QUIET):
                    self._rung.clear()
                    return True
            time.sleep(QUIET / 5)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which paths matter: those at or below `sources`, outside `ignored`, and no editor's
    leftovers."""

    sources: tuple[str, ...]
    ignored: tuple[str, ...]

    def lets_through(self, path: str) -> bool:
        if any(_below(folder, path) for folder in self.ignored):
            return False
        return any(
            _below(source, path)
            and not any(is_leftover(part) for part in path[len(source) :].split(os.sep) if part)
            for source in self.sources
        )


def start_watching(
    watch: Sequence[Path], ignore: Sequence[Path], changes: Changes, *, poll: bool
) -> BaseObserver:
    """Ring `changes` when a watched file or folder, which need not exist yet, is written to."""
    sources = tuple(os.path.realpath(path) for path in watch)
    wanted = Filter(sources, tuple(os.path.realpath(path) for path in ignore))
    observer: BaseObserver = PollingObserver(timeout=POLL_EVERY) if poll else Observer()
    handler = _Handler(observer, wanted, changes)
    try:
        for folder in sorted({os.path.dirname(source) for source in sources}):
            if os.path.isdir(folder):
                observer.schedule(handler, folder, recursive=False)
        for source in sources:
            handler.follow(source)
        observer.start()
    except OSError as error:
        raise EnvironmentFault(f"cannot watch files: {in_words(error)}; try `--poll`") from error
    return observer


class _Handler(FileSystemEventHandler):
    def __init__(self, observer: BaseObserver, wanted: Filter, changes: Changes) -> None:
        self._observer = observer
        self._wanted = wanted
        self._changes = changes
        self._followed: dict[str, ObservedWatch] = {}

    def follow(self, source: str) -> None:
        """Watch a folder; a second time where it was made anew, since the old watch ended with the
        old folder."""
        if source in self._followed:
            self._observer.unschedule(self._followed.pop(source))
        if os.path.isdir(source):
            self._followed[source] = self._observer.schedule(self, source, recursive=True)

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _WRITES or (
            event.is_directory and event.event_type == "modified"
        ):
            return
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        if any(self._wanted.lets_through(path) for path in paths):
            self._changes.ring()
        for path in paths:
            if event.event_type in ("created", "moved") and path in self._wanted.sources:
                self.follow(path)


def _below(folder: str, path: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
