"""Run a function in a child process that may use only so much processor time and memory, and
replace it when it dies.

No time-out inside a process ends native code, and a crash of native code takes the whole process
with it. The child starts at the first task and serves one after the other; a task may ask its
caller questions on the way. Where the system has no `resource` module (Windows), only the time on
the clock is bounded.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from journeybook.effects.faults import EnvironmentFault, in_words
from journeybook.effects.limited_child import (
    ANSWER,
    FAILED,
    NO_MEMORY,
    QUESTION,
    RESULT,
    TASK,
    receive,
    send,
)

# A loaded machine gives a process only a part of its time, so the clock is more patient than the
# processor's.
PATIENCE = 4
_BOOT = (
    "import sys; sys.path[:] = sys.argv[4:]; from journeybook.effects.limited_child import "
    "main; main()"
)
_KEPT = (
    "PATH",
    "SYSTEMROOT",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "TMPDIR",
    "TEMP",
    "LANG",
    "LC_ALL",
)


class LimitedProcess:
    """Calls `work`, written `module:function`, which takes a task and a way to ask, and returns a
    result."""

    def __init__(self, work: str, *, seconds: int, memory: int) -> None:
        self.limits = (seconds, memory)
        self._work = work
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def __call__(self, task: bytes, ask: Callable[[bytes], bytes]) -> bytes | str:
        """The result, or in plain words why there is none; the next task then gets a new child."""
        child = self._started()
        overdue = threading.Event()
        watch = threading.Timer(self.limits[0] * PATIENCE, _end, (child, overdue))
        watch.daemon = True
        watch.start()
        try:
            return self._converse(child, task, ask)
        except (BrokenPipeError, EOFError):
            child.wait()
            late = overdue.is_set() or child.returncode == -getattr(signal, "SIGXCPU", -1)
            return self._too_long() if late else _why(child.returncode)
        finally:
            watch.cancel()
            if child.poll() is not None:
                self.close()

    def close(self) -> None:
        """End the child, if there is one."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                with suppress(OSError):  # what was not written yet has nobody to read it
                    stream.close()
        child.wait()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid():
            self._child = None  # this process is a copy of the one that the child serves
        if self._child is not None and self._child.poll() is None:
            return self._child
        self.close()
        self._owner = os.getpid()
        seconds, memory = self.limits
        places = [os.path.abspath(place) for place in sys.path]
        command = [
            sys.executable,
            "-I",
            "-S",
            "-c",
            _BOOT,
            self._work,
            str(seconds),
            str(memory),
            *places,
        ]
        env = {name: os.environ[name] for name in _KEPT if name in os.environ}
        try:
            self._child = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=env,
            )
        except OSError as error:
            raise EnvironmentFault(
                f"cannot start the process that renders long texts: {in_words(error)}"
            ) from error
        return self._child

    def _converse(
        self, child: subprocess.Popen[bytes], task: bytes, ask: Callable[[bytes], bytes]
    ) -> bytes | str:
        assert child.stdin is not None  # both are pipes
        assert child.stdout is not None
        send(child.stdin, TASK, task)
        while True:
            kind, data = receive(child.stdout)
            if kind == RESULT:
                return data
            if kind == NO_MEMORY:
                child.wait()
                return f"it needs more than {self.limits[1] // (1 << 20):,} MB of memory"
            if kind == FAILED:
                return f"the renderer failed on it ({data.decode('ascii', 'replace')})"
            assert kind == QUESTION, "the child speaks this protocol only"
            send(child.stdin, ANSWER, ask(data))

    def _too_long(self) -> str:
        return f"it takes longer than {self.limits[0]} s"


def _end(child: subprocess.Popen[bytes], overdue: threading.Event) -> None:
    overdue.set()
    child.kill()


def _why(code: int) -> str:
    if code >= 0:
        return f"the renderer process ended (exit code {code})"
    with suppress(ValueError):
        return f"it crashed the process that lays out texts ({signal.Signals(-code).name})"
    return f"it crashed the process that lays out texts (signal {-code})"
