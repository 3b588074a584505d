"""Ask the `git` program when, and by whom, each file of a site was last changed.

A repository is untrusted: its own configuration can name programs to run. So only plumbing commands
are used (`rev-parse`, `rev-list`, `diff-tree` on names), by object id, without a shell, with a scrubbed
environment and a time limit. The network is never used.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

SITE_PATHS = ("site.yaml", "content")
MOST_CHANGES = 200
PATIENCE = 20.0


class Status(StrEnum):
    """Whether git could say when files changed, and if not, why."""

    OK = "ok"
    NO_GIT = "no-git"
    NOT_A_REPOSITORY = "not-a-repository"
    EMPTY = "empty"
    SHALLOW = "shallow"
    DUBIOUS_OWNERSHIP = "dubious-ownership"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Change:
    """The newest commit that changed a file; `when` is the commit's time in UTC."""

    when: datetime
    author: str
    revision: str
    subject: str


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit that touched the site; `paths` are counted from the site's root, in order."""

    revision: str
    when: datetime
    author: str
    subject: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class History:
    """What git knows of a site. `revision` is the checked-out commit, also in a shallow clone, or empty."""

    status: Status
    revision: str = ""
    last_change: Mapping[str, Change] = field(default_factory=lambda: MappingProxyType({}))
    changes: tuple[Commit, ...] = ()


def history(root: Path) -> History:
    """The changes of the site at `root`, newest first; a shallow clone has none, since false dates are worse."""
    program = shutil.which("git")
    if program is None:
        return History(Status.NO_GIT)
    git = _Git(program, root)
    try:
        return _history(git)
    except _Refused as refused:
        if refused.status is not Status.DUBIOUS_OWNERSHIP:
            return History(refused.status)
    try:
        return _history(_Git(program, root, _trusted_folders(program, root)))
    except _Refused as refused:
        return History(refused.status)


def fetch_hint(status: Status) -> str:
    """The exact command that lets git tell, or an empty string where none does."""
    return _HINTS.get(status, "")


_HINTS = {
    Status.NO_GIT: "install git, then build again",
    Status.NOT_A_REPOSITORY: "git init && git add . && git commit -m 'First version'",
    Status.EMPTY: "git add . && git commit -m 'First version'",
    Status.SHALLOW: "git fetch --unshallow (in GitHub Actions: `fetch-depth: 0` below `actions/checkout`)",
    Status.DUBIOUS_OWNERSHIP: 'git config --global --add safe.directory "$(pwd)"',
    Status.FAILED: "git fsck",
}


class _Refused(Exception):  # noqa: N818 - never leaves this module
    def __init__(self, status: Status) -> None:
        super().__init__(status.value)
        self.status = status


@dataclass(frozen=True, slots=True)
class _Git:
    """The program, bound to one folder, with everything that could run something else switched off."""

    program: str
    root: Path
    trusted: tuple[str, ...] = ()

    def run(self, *arguments: str, given: bytes = b"") -> bytes:
        settings = [word for setting in (*_SETTINGS, *self._trust()) for word in ("-c", setting)]
        command = [self.program, "--no-pager", "--no-replace-objects", "--literal-pathspecs", *settings, *arguments]
        try:
            done = subprocess.run(
                command,
                cwd=self.root,
                env=_environment(),
                input=given,
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise _Refused(Status.FAILED) from error
        if done.returncode != 0:
            raise _Refused(_status_of(done.stderr))
        return done.stdout

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
    """Only what git needs: no `GIT_*` of the caller, no tokens. With `own_settings` the user's are read."""
    environment = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    environment |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
    if not own_settings:
        environment |= {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    return environment


def _trusted_folders(program: str, root: Path) -> tuple[str, ...]:
    """Folders the user, or the machine, told git to trust: asked for only when git distrusts this one."""
    folders: list[str] = []
    for level in ("--system", "--global"):
        try:
            done = subprocess.run(
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
        folders += os.fsdecode(done.stdout).split("\0")[:-1]
    return tuple(folders)


def _history(git: _Git) -> History:
    shallow = git.run("rev-parse", "--is-shallow-repository").strip() == b"true"
    try:
        revision = git.run("rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}").decode().strip()
    except _Refused as refused:
        raise _Refused(Status.EMPTY if refused.status is Status.FAILED else refused.status) from refused
    if shallow:
        return History(Status.SHALLOW, revision)
    commits = git.run("rev-list", "--no-merges", "--date-order", revision, "--", *SITE_PATHS)
    shown = git.run(
        "diff-tree", "--stdin", "-r", "-z", "--root", "--no-renames", "--no-ext-diff", "--no-textconv", "--name-only",
        "--relative", "--format=/%H%x00%ct%x00%an%x00%s", "--", *SITE_PATHS, given=commits,
    )  # fmt: skip
    changes = tuple(_commits(shown))
    last: dict[str, Change] = {}
    for commit in changes:
        for path in commit.paths:
            last.setdefault(path, Change(commit.when, commit.author, commit.revision, commit.subject))
    return History(Status.OK, revision, MappingProxyType(dict(sorted(last.items()))), changes[:MOST_CHANGES])


def _commits(shown: bytes) -> Iterator[Commit]:
    """Read `diff-tree -z`: a field with a leading `/` starts a commit, since no path from the root has one."""
    fields = shown.decode("utf-8", "replace").split("\0")[:-1]
    start = 0
    while start < len(fields):
        revision, seconds, author, subject = fields[start : start + 4]
        end = start + 4
        while end < len(fields) and not fields[end].startswith("/"):
            end += 1
        paths = tuple(sorted(path.lstrip("\n") for path in fields[start + 4 : end]))
        start = end
        if when := _moment(seconds):
            yield Commit(revision[1:], when, author, subject, paths)


def _moment(seconds: str) -> datetime | None:
    """A time in UTC, or None for one that no calendar holds: commits may claim anything."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _status_of(complaint: bytes) -> Status:
    if b"dubious ownership" in complaint or b"unsafe repository" in complaint:
        return Status.DUBIOUS_OWNERSHIP
    return Status.NOT_A_REPOSITORY if b"not a git repository" in complaint else Status.FAILED
