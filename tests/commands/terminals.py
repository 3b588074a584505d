"""Run commands as a person would: in process with captured streams, in a process of its own, or on a real terminal."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from click.testing import CliRunner, Result

from journeybook.cli import cli

PACKAGE = Path(__file__).parents[2] / "generator"


def run(*arguments: str) -> Result:
    """A command in this process; `stdout`, `stderr` and `exit_code` of what it did."""
    return CliRunner().invoke(cli, list(arguments))


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in ("NO_COLOR", "SOURCE_DATE_EPOCH", "TERM")
    }
    return {**clean, "PYTHONPATH": str(PACKAGE), "TERM": "xterm", **(more or {})}


def process(*arguments: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own."""
    command = [sys.executable, "-m", "journeybook", *arguments]
    return subprocess.run(
        command,
        cwd=cwd,
        env=environment(more),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def on_terminal(
    arguments: Sequence[str], *, cwd: Path, answers: Sequence[str] = (), **more: str
) -> tuple[int, str]:
    """Exit code and screen of a command on a terminal. Each prompt (`> `) gets the next answer."""
    pid, terminal = pty.fork()
    if pid == 0:
        signal.signal(
            signal.SIGINT, signal.SIG_DFL
        )  # a test run started in the background ignores it, and hands that on
        os.chdir(cwd)
        os.execve(
            sys.executable, [sys.executable, "-m", "journeybook", *arguments], environment(more)
        )
    screen, given, seen = "", list(answers), 0
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                data = os.read(terminal, 65536)
            except OSError:
                break
            if not data:
                break
            screen += data.decode("utf-8", "replace")
        elif given and screen.endswith("> ") and len(screen) != seen:
            os.write(
                terminal,
                given.pop(0).encode() + (b"" if answers[-1:] == ["\x03"] and not given else b"\n"),
            )
            seen = len(screen)
    else:
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), screen
