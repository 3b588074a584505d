"""The child's side of `limited_process`: take a task, work under limits, send the result, wait for
the next."""

from __future__ import annotations

import importlib
import math
import struct
import sys
from collections.abc import Callable
from typing import IO

try:
    import resource
except ImportError:  # Windows: only the clock of the other side bounds the work
    resource = None  # type: ignore[assignment]

TASK, ANSWER, QUESTION, RESULT, NO_MEMORY, FAILED = b"TAQRMF"
_HEAD = struct.Struct(">BI")


def send(stream: IO[bytes], kind: int, data: bytes) -> None:
    """One message: what it is, its length, its bytes."""
    stream.write(_HEAD.pack(kind, len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[int, bytes]:
    """The next message; EOFError where the other side has ended."""
    kind, length = _HEAD.unpack(_exactly(stream, _HEAD.size))
    return kind, _exactly(stream, length)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def main() -> None:
    """Serve tasks until the other side closes; the arguments name the function and its limits."""
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
        if not _served(work, task, ask, target):
            return


def _served(
    work: Callable[[bytes, Callable[[bytes], bytes]], bytes],
    task: bytes,
    ask: Callable[[bytes], bytes],
    target: IO[bytes],
) -> bool:
    """Whether this process may take another task: not after it ran out of memory."""
    try:
        send(target, RESULT, work(task, ask))
    except MemoryError:
        send(target, NO_MEMORY, b"")
        return False
    except EOFError:
        return False
    except Exception as error:  # told to the other side, which knows what the task was
        send(target, FAILED, type(error).__name__.encode())
    return True


def _lower(what: int, limit: int) -> None:
    """Set the soft limit, which ends the process with a signal or refuses memory; the hard one
    stays."""
    _, most = resource.getrlimit(what)
    resource.setrlimit(what, (limit if most == resource.RLIM_INFINITY else min(limit, most), most))
