"""Run the `git` program safely in an untrusted repository.

The configuration of a repository can name programs to run. So only plumbing commands are used, with
object IDs, without a shell, with a clean environment and a time limit, and never with the network.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

PATIENCE = 20.0
T = TypeVar("T")


class Status(StrEnum):
    """Whether git has a history for a site, and if not, why."""

    OK = "ok"
    NO_GIT = "no-git"
    NOT_A_REPOSITORY = "not-a-repository"
    EMPTY = "empty"
    SHALLOW = "shallow"
    DUBIOUS_OWNERSHIP = "dubious-ownership"
    FAILED = "failed"


def fetch_hint(status: Status) -> str:
    """The command (or for a missing git, the instruction) that helps; empty for `OK`."""
    return _HINTS.get(status, "")


_HINTS = {
    Status.NO_GIT: "install git from https://git-scm.com/",
    Status.NOT_A_REPOSITORY: "git init && git add . && git commit -m 'First version'",
    Status.EMPTY: "git add . && git commit -m 'First version'",
    Status.SHALLOW: (
        "git fetch --unshallow (in GitHub Actions: `fetch-depth: 0` below `actions/checkout`)"
    ),
    Status.DUBIOUS_OWNERSHIP: 'git config --global --add safe.directory "$(pwd)"',
    Status.FAILED: "git fsck",
}


def ask_git(root: Path, question: Callable[[Git], T]) -> T:
    """Ask git about the folder `root`. Raises `Refused` if it does not answer.

    If git distrusts the folder because of its owner, the question is asked again with the folders
    that the user told git to trust.
    """
    program = shutil.which("git")
    if program is None:
        raise Refused(Status.NO_GIT)
    try:
        return question(Git(program, root))
    except Refused as refused:
        if refused.status is not Status.DUBIOUS_OWNERSHIP:
            raise
    return question(Git(program, root, trusted_folders(program, root)))


class Refused(Exception):  # noqa: N818 - never leaves `effects`
    """Git did not answer: why, and what it wrote to standard error (`complaint`)."""

    def __init__(self, status: Status, complaint: bytes = b"") -> None:
        super().__init__(status.value)
        self.status = status
        self.complaint = complaint


@dataclass(frozen=True, slots=True)
class Git:
    """The git program in one folder, with every setting that could run another program disabled."""

    program: str
    root: Path
    trusted: tuple[str, ...] = ()

    def run(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """The standard output of a git command. Raises `Refused` if it fails."""
        command = [self.program, "--no-pager", "--no-replace-objects", "--literal-pathspecs"]
        for setting in (*_SETTINGS, *self._trust()):
            command += ["-c", setting]
        command += arguments
        try:
            process = subprocess.run(
                command,
                cwd=self.root,
                env=_environment(),
                input=stdin,
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Refused(Status.FAILED, str(error).encode()) from error
        if process.returncode != 0:
            raise Refused(_status_of(process.stderr), process.stderr)
        return process.stdout

    def _trust(self) -> Iterator[str]:
        return (f"safe.directory={folder}" for folder in self.trusted)


_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.attributesFile=/dev/null",
    "core.sshCommand=false",
    "core.quotePath=false",
    "credential.helper=",
    "diff.external=",
    "diff.orderFile=",
    "i18n.logOutputEncoding=UTF-8",
    "log.showSignature=false",
    "protocol.allow=never",
)
_INHERITED = ("PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "SUDO_UID")


def _environment(*, own_settings: bool = False) -> dict[str, str]:
    """Only the variables that git needs, so no tokens. With `own_settings`, the user's are read."""
    environment = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    environment |= {
        "LC_ALL": "C",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
    }
    if not own_settings:
        environment |= {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    return environment


def trusted_folders(program: str, root: Path) -> tuple[str, ...]:
    """The folders that git trusts by the settings of the user and of the system."""
    folders: list[str] = []
    for level in ("--system", "--global"):
        try:
            process = subprocess.run(
                [program, "config", level, "-z", "--get-all", "safe.directory"],
                cwd=root,
                env=_environment(own_settings=True),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        folders += os.fsdecode(process.stdout).split("\0")[:-1]
    return tuple(folders)


def _status_of(complaint: bytes) -> Status:
    if b"dubious ownership" in complaint or b"unsafe repository" in complaint:
        return Status.DUBIOUS_OWNERSHIP
    return Status.NOT_A_REPOSITORY if b"not a git repository" in complaint else Status.FAILED


def moment(seconds: str) -> datetime | None:
    """A time in UTC, or None if it is out of range, since commits may claim any time."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None
