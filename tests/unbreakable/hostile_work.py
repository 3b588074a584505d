"""Work that a text might cause in the process that lays out texts: it stands in for what nobody has found yet."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable


def work(task: bytes, ask: Callable[[bytes], bytes]) -> bytes:
    """Do what the task says."""
    if task == b"loop":
        while True:
            pass
    if task == b"sleep":
        time.sleep(60)
    if task == b"memory":
        return bytes(len(bytearray(2**31)))
    if task == b"crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if task == b"leave":
        os._exit(7)
    if task == b"raise":
        raise RecursionError("quotes content")
    if task == b"where":
        return str(os.getpid()).encode()
    if task == b"environment":
        return repr(sorted(os.environ)).encode()
    return ask(task) + b"!"


def slow_prose(task: bytes, ask: Callable[[bytes], bytes]) -> bytes:
    """The real work, except for texts that say they hang or crash."""
    from journeybook.prose.worker import work as real

    if b"hang " in task:
        while True:
            pass
    if b"crash " in task:
        os.abort()
    return real(task, ask)
