"""Watch the sources for changes, and wait until the author's editor has finished writing."""

from __future__ import annotations

import errno
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
    """A signal that many threads set and one waits for."""

    def __init__(self) -> None:
        self._rung = threading.Event()
        self._guard = threading.Lock()
        self._last = 0.0

    def ring(self) -> None:
        with self._guard:
            self._last = time.monotonic()
            self._rung.set()

    def wait(self, seconds: float) -> bool:
        """Whether something changed within this time. Waits until the changes have stopped."""
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
    """Which paths matter: those at or below `sources`, not `ignored`, and no leftovers."""

    sources: tuple[str, ...]
    ignored: tuple[str, ...]

    def accepts(self, path: str) -> bool:
        if any(_below(folder, path) for folder in self.ignored):
            return False
        for source in self.sources:
            if _below(source, path):
                parts = path[len(source) :].split(os.sep)
                if not any(part and is_leftover(part) for part in parts):
                    return True
        return False


def start_watching(
    watch: Sequence[Path], ignore: Sequence[Path], changes: Changes, *, poll: bool
) -> BaseObserver:
    """Signal `changes` when a watched file or folder, which need not exist yet, is written to."""
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
        is_limit = error.errno == errno.ENOSPC  # what Linux says if it can watch no more files
        reason = "the system cannot watch more files" if is_limit else in_words(error)
        raise EnvironmentFault(f"cannot watch files: {reason}; use `--poll`") from error
    return observer


class _Handler(FileSystemEventHandler):
    def __init__(self, observer: BaseObserver, wanted: Filter, changes: Changes) -> None:
        self._observer = observer
        self._wanted = wanted
        self._changes = changes
        self._followed: dict[str, ObservedWatch] = {}

    def follow(self, source: str) -> None:
        """Watch a folder, or watch it again after it was replaced, which ended the old watch."""
        if source in self._followed:
            self._observer.unschedule(self._followed.pop(source))
        if os.path.isdir(source):
            self._followed[source] = self._observer.schedule(self, source, recursive=True)

    def on_any_event(self, event: FileSystemEvent) -> None:
        is_listing = event.is_directory and event.event_type == "modified"
        if event.event_type not in _WRITES or is_listing:
            return
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        if any(self._wanted.accepts(path) for path in paths):
            self._changes.ring()
        for path in paths:
            if event.event_type in ("created", "moved") and path in self._wanted.sources:
                self.follow(path)


def _below(folder: str, path: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
