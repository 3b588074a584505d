"""A progress line on the terminal for everything that takes longer than a second."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
EVERY = 0.5
_ERASE = "\r\x1b[K"


Task = str | Callable[[], str]
"""What is being done; a function is asked again each time, for work that can be counted."""


@contextmanager
def show_progress(write: Callable[[str], None], task: Task) -> Iterator[None]:
    """Write `task … 3 s` twice a second after the first second, and erase it at the end."""
    done = threading.Event()
    start = time.monotonic()

    def tick() -> None:
        wait = PATIENCE
        while not done.wait(wait):
            words = task if isinstance(task, str) else task()
            write(f"{_ERASE}{words} … {time.monotonic() - start:.0f} s")
            wait = EVERY
        if wait == EVERY:
            write(_ERASE)

    thread = threading.Thread(target=tick, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join(EVERY)
