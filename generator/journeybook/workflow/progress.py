"""A line on a terminal that says work goes on, for whatever takes longer than a second."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
EVERY = 0.5
_ERASE = "\r\x1b[K"


@contextmanager
def ticking(write: Callable[[str], None], what: str) -> Iterator[None]:
    """Write `what … 3 s` again and again after the first second, and wipe it away at the end."""
    done = threading.Event()
    start = time.monotonic()

    def tick() -> None:
        wait = PATIENCE
        while not done.wait(wait):
            write(f"{_ERASE}{what} … {time.monotonic() - start:.0f} s")
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
