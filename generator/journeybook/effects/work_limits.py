"""Stop work in this process that uses too much processor time or memory, in whichever thread it is.

A signal reaches the main thread only, and the preview works in others. One thread watches all work
of its process, and raises an exception in the thread whose work exceeds its limits. Native code is
not interrupted: what calls such code on untrusted input has a process of its own
(`limited_process.py`).
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from journeybook.budget import MB

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

R = TypeVar("R")
_PAUSE = 0.05
"""Seconds between two looks at running work."""
_AGAIN_AFTER = 1.0
"""Seconds after which the exception is raised again, if something caught it."""


class _LimitExceeded(BaseException):
    """Raised in the thread that exceeds a limit. No `except Exception` catches it."""


@dataclass
class _Work:
    """Work that is running: its thread, and the limits that it must not reach."""

    thread: int
    clock: Callable[[], float]
    seconds: int
    memory: int
    end: float
    peak: int
    reason: str = ""
    next_try: float = 0.0

    def excess(self) -> str:
        """Which limit was reached, in words."""
        if self.clock() > self.end:
            return f"it takes longer than {self.seconds} s"
        if _peak_memory() > self.peak:
            return f"it needs more than {self.memory // MB:,} MB of memory"
        return ""


def run_limited(seconds: int, memory: int, work: Callable[[], R]) -> R | str:
    """The result of the work, or in plain words why it was stopped: it used more than `seconds` of
    the thread's processor time, or the process grew by more than `memory` bytes meanwhile."""
    watcher = _watcher()
    running = watcher.start(seconds, memory)
    try:
        try:
            return work()
        finally:
            watcher.end(running)
    except _LimitExceeded:
        watcher.end(running)
        return running.reason
    except MemoryError:
        return f"it needs more than {memory // MB:,} MB of memory"


class _Watcher:
    """Looks at all running work of one process."""

    def __init__(self) -> None:
        self.process = os.getpid()
        self._running: list[_Work] = []
        self._changed = threading.Condition()
        threading.Thread(target=self._watch, name="work limits", daemon=True).start()

    def start(self, seconds: int, memory: int) -> _Work:
        thread = threading.get_ident()
        clock = _clock_of(thread)
        running = _Work(thread, clock, seconds, memory, clock() + seconds, _peak_memory() + memory)
        with self._changed:
            self._running.append(running)
            self._changed.notify()
        return running

    def end(self, work: _Work) -> None:
        """Watch this work no longer. After this no exception is raised because of it."""
        with self._changed:
            with suppress(ValueError):  # it has ended already
                self._running.remove(work)
            if work.reason:
                _raise_in(work.thread, None)

    def _watch(self) -> None:
        while True:
            with self._changed:
                while not self._running:
                    self._changed.wait()
                for work in self._running:
                    _stop_if_over(work)
            time.sleep(_PAUSE)


def _stop_if_over(work: _Work) -> None:
    now = time.monotonic()
    if now < work.next_try:
        return
    reason = work.reason or work.excess()
    if reason:
        work.reason, work.next_try = reason, now + _AGAIN_AFTER
        _raise_in(work.thread, _LimitExceeded)


_current: _Watcher | None = None


def _watcher() -> _Watcher:
    """The watcher of this process; a fork has lost the thread of its parent, and starts its own."""
    global _current  # noqa: PLW0603 - one thread per process
    if _current is None or _current.process != os.getpid():
        _current = _Watcher()
    return _current


def _raise_in(thread: int, exception: type[BaseException] | None) -> None:
    """Raise an exception in a thread at its next instruction; None takes back one that waits."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(
        ctypes.c_ulong(thread), ctypes.py_object(exception) if exception else None
    )


def _clock_of(thread: int) -> Callable[[], float]:
    """Gives the processor time of a thread; where threads have no clock, that of the process."""
    if hasattr(time, "pthread_getcpuclockid"):
        clock = time.pthread_getcpuclockid(thread)
        return lambda: time.clock_gettime(clock)
    return time.process_time


def _peak_memory() -> int:
    """The largest amount of memory that this process has had, in bytes; 0 if unknown."""
    peak = 0 if resource is None else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
