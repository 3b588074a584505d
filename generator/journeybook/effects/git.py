"""When each file of a site was last changed, and by whom, from the `git` program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from journeybook.effects.git_program import Git, Refused, Status, ask_git, fetch_hint, moment

__all__ = [
    "MOST_CHANGES",
    "SITE_PATHS",
    "Change",
    "Commit",
    "History",
    "Status",
    "fetch_hint",
    "history",
]

SITE_PATHS = ("site.yaml", "content")
MOST_CHANGES = 200


@dataclass(frozen=True, slots=True)
class Change:
    """The newest commit that changed a file; `when` is the commit's time in UTC."""

    when: datetime
    author: str
    revision: str
    subject: str


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit that touched the site; `paths` are relative to the site's root, sorted."""

    revision: str
    when: datetime
    author: str
    subject: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The history of a site. `revision` is the checked-out commit, or empty."""

    status: Status
    revision: str = ""
    last_change: Mapping[str, Change] = field(default_factory=lambda: MappingProxyType({}))
    changes: tuple[Commit, ...] = ()


def history(root: Path) -> History:
    """The changes of the site at `root`, newest first.

    A shallow clone has no changes, since its dates would be wrong.
    """
    try:
        return ask_git(root, _history)
    except Refused as refused:
        return History(refused.status)


def _history(git: Git) -> History:
    shallow = git.run("rev-parse", "--is-shallow-repository").strip() == b"true"
    try:
        revision = (
            git.run("rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}")
            .decode()
            .strip()
        )
    except Refused as refused:
        status = Status.EMPTY if refused.status is Status.FAILED else refused.status
        raise Refused(status) from refused
    if shallow:
        return History(Status.SHALLOW, revision)
    commits = git.run("rev-list", "--no-merges", "--date-order", revision, "--", *SITE_PATHS)
    shown = git.run(
        "diff-tree",
        "--stdin",
        "-r",
        "-z",
        "--root",
        "--no-renames",
        "--no-ext-diff",
        "--no-textconv",
        "--name-only",
        "--relative",
        "--format=/%H%x00%ct%x00%an%x00%s",
        "--",
        *SITE_PATHS,
        stdin=commits,
    )
    changes = tuple(_commits(shown))
    last: dict[str, Change] = {}
    for commit in changes:
        change = Change(commit.when, commit.author, commit.revision, commit.subject)
        for path in commit.paths:
            last.setdefault(path, change)
    by_path = MappingProxyType(dict(sorted(last.items())))
    return History(Status.OK, revision, by_path, changes[:MOST_CHANGES])


def _commits(shown: bytes) -> Iterator[Commit]:
    """Parse `diff-tree -z`: a field with a leading `/` starts a commit, since no path has one."""
    fields = shown.decode("utf-8", "replace").split("\0")[:-1]
    start = 0
    while start < len(fields):
        revision, seconds, author, subject = fields[start : start + 4]
        end = start + 4
        while end < len(fields) and not fields[end].startswith("/"):
            end += 1
        paths = tuple(sorted(path.lstrip("\n") for path in fields[start + 4 : end]))
        start = end
        if when := moment(seconds):
            yield Commit(revision[1:], when, author, subject, paths)
