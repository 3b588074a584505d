"""Ask the `git` program when, and by whom, each file of a site was last changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from journeybook.effects.git_program import Git, Refused, Status, asked, fetch_hint, moment

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
    """One commit that touched the site; `paths` are counted from the site's root, in order."""

    revision: str
    when: datetime
    author: str
    subject: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class History:
    """What git knows of a site. `revision` is the checked-out commit, also in a shallow clone, or
    empty."""

    status: Status
    revision: str = ""
    last_change: Mapping[str, Change] = field(default_factory=lambda: MappingProxyType({}))
    changes: tuple[Commit, ...] = ()


def history(root: Path) -> History:
    """The changes of the site at `root`, newest first; a shallow clone has none, since false dates
    are worse."""
    try:
        return asked(root, _history)
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
        raise Refused(
            Status.EMPTY if refused.status is Status.FAILED else refused.status
        ) from refused
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
        given=commits,
    )
    changes = tuple(_commits(shown))
    last: dict[str, Change] = {}
    for commit in changes:
        for path in commit.paths:
            last.setdefault(
                path, Change(commit.when, commit.author, commit.revision, commit.subject)
            )
    return History(
        Status.OK, revision, MappingProxyType(dict(sorted(last.items()))), changes[:MOST_CHANGES]
    )


def _commits(shown: bytes) -> Iterator[Commit]:
    """Read `diff-tree -z`: a field with a leading `/` starts a commit, since no path from the root
    has one."""
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
