"""The child of a `LimitedProcess`: get a task, work within the limits, send the result, repeat."""

from __future__ import annotations

import importlib
import math
import struct
import sys
from collections.abc import Callable
from typing import IO

try:
    import resource
except ImportError:  # on Windows, only the parent limits the work, by time
    resource = None  # type: ignore[assignment]

TASK, ANSWER, QUESTION, RESULT, NO_MEMORY, FAILED = b"TAQRMF"
_HEAD = struct.Struct(">BI")


def send(stream: IO[bytes], kind: int, data: bytes) -> None:
    """Send one message: its kind, its length, its bytes."""
    stream.write(_HEAD.pack(kind, len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[int, bytes]:
    """The next message. Raises EOFError if the other side has ended."""
    kind, length = _HEAD.unpack(_exactly(stream, _HEAD.size))
    return kind, _exactly(stream, length)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def main() -> None:
    """Work on tasks until the parent closes. The arguments name the function and its limits."""
    module, _, function = sys.argv[1].partition(":")
    seconds, memory = int(sys.argv[2]), int(sys.argv[3])
    work = getattr(importlib.import_module(module), function)
    if resource:
        _lower(resource.RLIMIT_AS, memory)
        _lower(resource.RLIMIT_CORE, 0)
    source, target = sys.stdin.buffer, sys.stdout.buffer

    def ask(question: bytes) -> bytes:
        send(target, QUESTION, question)
        return receive(source)[1]

    while True:
        try:
            _, task = receive(source)
        except EOFError:
            return
        if resource:
            used = resource.getrusage(resource.RUSAGE_SELF)
            _lower(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime) + seconds)
        if not _serve(work, task, ask, target):
            return


def _serve(
    work: Callable[[bytes, Callable[[bytes], bytes]], bytes],
    task: bytes,
    ask: Callable[[bytes], bytes],
    target: IO[bytes],
) -> bool:
    """Do one task. False if the process must end, because it ran out of memory or of a parent."""
    try:
        send(target, RESULT, work(task, ask))
    except MemoryError:
        send(target, NO_MEMORY, b"")
        return False
    except EOFError:
        return False
    except Exception as error:  # the parent, which has the task, reports it
        send(target, FAILED, type(error).__name__.encode())
    return True


def _lower(what: int, limit: int) -> None:
    """Lower the soft limit, which ends the process with a signal or refuses memory."""
    _, hard = resource.getrlimit(what)
    soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(what, (soft, hard))
