"""Run a function in a child process with limited processor time and memory.

No time-out inside a process can stop native code, and a crash of native code ends the whole
process. The child starts with the first task, does one task after another, and is replaced when it
ends; a task may ask its caller questions. On systems without the `resource` module (Windows), only
elapsed time is limited.
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

PATIENCE = 4
"""Elapsed seconds for each second of processor time, since a busy machine shares its processor."""
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
    """Calls `work` (`module:function`), a function of a task and a way to ask questions."""

    def __init__(self, work: str, *, seconds: int, memory: int) -> None:
        self.limits = (seconds, memory)
        self._work = work
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def __call__(self, task: bytes, ask: Callable[[bytes], bytes]) -> bytes | str:
        """The result, or in plain words why there is none."""
        child = self._start()
        overdue = threading.Event()
        watch = threading.Timer(self.limits[0] * PATIENCE, _stop, (child, overdue))
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
        """Stop the child, if there is one."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                with suppress(OSError):  # unwritten data has no reader any more
                    stream.close()
        child.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid():
            self._child = None  # this process is a fork of the one that started the child
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


def _stop(child: subprocess.Popen[bytes], overdue: threading.Event) -> None:
    overdue.set()
    child.kill()


def _why(code: int) -> str:
    if code >= 0:
        return f"the renderer process ended (exit code {code})"
    with suppress(ValueError):
        return f"it crashed the renderer process ({signal.Signals(-code).name})"
    return f"it crashed the renderer process (signal {-code})"
