"""Stop a command that uses too much processor time, with one plain line instead of a signal."""

from __future__ import annotations

import math
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from journeybook.effects.faults import CouldNotFinish

try:
    import resource
except ImportError:  # Windows has no such limit
    resource = None  # type: ignore[assignment]


@contextmanager
def at_most(seconds: int, what: str) -> Iterator[None]:
    """Raise CouldNotFinish once the body has used `seconds` of processor time.

    `what` is the limit in words.
    """
    if resource is None or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise CouldNotFinish(
            f"stopped after {what} of processor time; to allow more, raise `build-time` under "
            "`limits` in site.yaml"
        )

    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    used = resource.getrusage(resource.RUSAGE_SELF)
    end = math.ceil(used.ru_utime + used.ru_stime) + seconds
    if any(limit != resource.RLIM_INFINITY and limit <= end for limit in (soft, hard)):
        yield  # the system has a lower limit
        return
    before = signal.signal(signal.SIGXCPU, stop)
    resource.setrlimit(resource.RLIMIT_CPU, (end, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
        signal.signal(signal.SIGXCPU, before)
