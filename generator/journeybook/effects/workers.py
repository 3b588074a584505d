"""Spread the pages of a large site over processes.

Each worker is a copy of this process, so that nothing has to be sent to it; it does every n-th task
and sends back what it made. A worker that dies costs its time only: its tasks are done here.
"""

from __future__ import annotations

import gc
import os
import pickle
import selectors
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

R = TypeVar("R")
LARGE = 150
"""Tasks below which a second process costs more than it brings."""
_AT_ONCE = 16
_SWEPT = 64
"""Tasks after which circles of values that nobody needs are looked for; between two looks they take
up memory."""


def workers_for(wanted: str) -> int:
    """How many processes `auto` or a number means here."""
    if not sys.platform.startswith("linux") or not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if wanted == "auto" else int(wanted)


def spread_over(
    workers: int,
) -> Callable[[Callable[[int], R], Sequence[int]], Iterator[tuple[int, R]]]:
    """A function that does tasks in so many processes and gives each with its result, in whatever
    order they are done."""

    def spread(work: Callable[[int], R], tasks: Sequence[int]) -> Iterator[tuple[int, R]]:
        if len(tasks) < LARGE:
            return ((task, work(task)) for task in tasks)
        # What is there already is looked at no more, and stays shared: no collector writes into it
        gc.freeze()
        return _here(work, tasks) if workers < 2 else _elsewhere(work, tasks, workers)

    return spread


def _here(work: Callable[[int], R], tasks: Sequence[int]) -> Iterator[tuple[int, R]]:
    for number, task in enumerate(tasks, 1):
        yield task, work(task)
        if number % _SWEPT == 0:
            gc.collect(1)


def _elsewhere(
    work: Callable[[int], R], tasks: Sequence[int], workers: int
) -> Iterator[tuple[int, R]]:
    running = [_started(work, tasks[at::workers]) for at in range(workers)]
    missing = dict.fromkeys(tasks)
    try:
        for part in _received([pipe for _, pipe in running]):
            for task, made in part.items():
                del missing[task]
                yield task, made
    finally:
        for process, pipe in running:
            os.close(pipe)
            with suppress(ChildProcessError):
                os.waitpid(process, 0)
    yield from _here(work, tuple(missing))


def _started(work: Callable[[int], R], tasks: Sequence[int]) -> tuple[int, int]:
    """A process at work: its id, and the end of the pipe to read from."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    try:
        os.close(reading)
        with open(writing, "wb") as stream:
            for start in range(0, len(tasks), _AT_ONCE):
                some = tasks[start : start + _AT_ONCE]
                data = pickle.dumps([(task, work(task)) for task in some], pickle.HIGHEST_PROTOCOL)
                stream.write(len(data).to_bytes(8, "big"))
                stream.write(data)
                if start % _SWEPT == 0:
                    gc.collect(1)
    finally:
        os._exit(
            0
        )  # whatever happened: what is missing is done by the process that started this one


def _received(pipes: Sequence[int]) -> Iterator[dict[int, Any]]:
    """What comes out of the pipes, part by part; a part that is cut off is left out."""
    held = {pipe: bytearray() for pipe in pipes}
    with selectors.DefaultSelector() as ready:
        for pipe in pipes:
            ready.register(pipe, selectors.EVENT_READ)
        while ready.get_map():
            for key, _ in ready.select():
                piece = os.read(key.fd, 1 << 20)
                if not piece:
                    ready.unregister(key.fd)
                    continue
                held[key.fd] += piece
                yield from _whole(held[key.fd])


def _whole(held: bytearray) -> Iterator[dict[int, Any]]:
    while len(held) >= 8 and len(held) >= 8 + (size := int.from_bytes(held[:8], "big")):
        part = dict(pickle.loads(memoryview(held)[8 : 8 + size]))
        del held[: 8 + size]
        yield part
