"""Render the pages of a large site in several processes.

Each worker is a fork of this process, so that it needs no input; it does every n-th task and sends
back the results. If a worker dies, this process does its tasks.
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
"""With fewer tasks, a second process costs more time than it saves."""
_BATCH = 16
"""Results that are sent together."""
_COLLECT_EVERY = 64
"""Tasks between two garbage collections."""


def workers_for(wanted: str) -> int:
    """The number of processes on this computer for `auto` or a number."""
    if not sys.platform.startswith("linux") or not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if wanted == "auto" else int(wanted)


def spread_over(
    workers: int,
) -> Callable[[Callable[[int], R], Sequence[int]], Iterator[tuple[int, R]]]:
    """A function that does tasks in so many processes: (task, result) in any order."""

    def spread(work: Callable[[int], R], tasks: Sequence[int]) -> Iterator[tuple[int, R]]:
        if len(tasks) < LARGE:
            return ((task, work(task)) for task in tasks)
        # Exclude existing objects from garbage collection, so that workers share their memory.
        gc.freeze()
        return _do_here(work, tasks) if workers < 2 else _do_in_workers(work, tasks, workers)

    return spread


def _do_here(work: Callable[[int], R], tasks: Sequence[int]) -> Iterator[tuple[int, R]]:
    for number, task in enumerate(tasks, 1):
        yield task, work(task)
        if number % _COLLECT_EVERY == 0:
            gc.collect(1)


def _do_in_workers(
    work: Callable[[int], R], tasks: Sequence[int], workers: int
) -> Iterator[tuple[int, R]]:
    running = [_start_worker(work, tasks[at::workers]) for at in range(workers)]
    missing = dict.fromkeys(tasks)
    try:
        for results in _receive([pipe for _, pipe in running]):
            for task, result in results.items():
                del missing[task]
                yield task, result
    finally:
        for process, pipe in running:
            os.close(pipe)
            with suppress(ChildProcessError):
                os.waitpid(process, 0)
    yield from _do_here(work, tuple(missing))


def _start_worker(work: Callable[[int], R], tasks: Sequence[int]) -> tuple[int, int]:
    """Start a worker. Its process ID, and the pipe to read its results from."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    try:
        os.close(reading)
        with open(writing, "wb") as stream:
            for start in range(0, len(tasks), _BATCH):
                results = [(task, work(task)) for task in tasks[start : start + _BATCH]]
                data = pickle.dumps(results, pickle.HIGHEST_PROTOCOL)
                stream.write(len(data).to_bytes(8, "big"))
                stream.write(data)
                if start % _COLLECT_EVERY == 0:
                    gc.collect(1)
    finally:
        os._exit(0)  # after an error too: the parent does the missing tasks


def _receive(pipes: Sequence[int]) -> Iterator[dict[int, Any]]:
    """The results from the pipes, batch by batch; an incomplete batch is ignored."""
    received = {pipe: bytearray() for pipe in pipes}
    with selectors.DefaultSelector() as ready:
        for pipe in pipes:
            ready.register(pipe, selectors.EVENT_READ)
        while ready.get_map():
            for key, _ in ready.select():
                piece = os.read(key.fd, 1 << 20)
                if not piece:
                    ready.unregister(key.fd)
                    continue
                received[key.fd] += piece
                yield from _complete_batches(received[key.fd])


def _complete_batches(received: bytearray) -> Iterator[dict[int, Any]]:
    """Take every complete batch from the start of the bytes."""
    while len(received) >= 8:
        end = 8 + int.from_bytes(received[:8], "big")
        if len(received) < end:
            return
        batch = dict(pickle.loads(memoryview(received)[8:end]))
        del received[:end]
        yield batch
