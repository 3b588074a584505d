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
    "Touch",
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
class Touch:
    """A commit that touched a file: object IDs of its content before and after, as far as it was
    an ordinary file. `removed` are the files that the commit deleted, with their object IDs."""

    change: Change
    old: str = ""
    new: str = ""
    removed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class History:
    """The history of a site. `revision` is the checked-out commit, or empty."""

    status: Status
    revision: str = ""
    last_change: Mapping[str, Change] = field(default_factory=lambda: MappingProxyType({}))
    """The newest commit that touched each file, also if it changed nothing in its meaning."""
    changes: tuple[Commit, ...] = ()
    touches: Mapping[str, tuple[Touch, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Every commit that touched each file, newest first."""
    submodules: tuple[str, ...] = ()
    """Folders of the site whose history is in another repository."""


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
        "--raw",
        "--no-abbrev",
        "--relative",
        "--format=/%H%x00%ct%x00%an%x00%s",
        "--",
        *SITE_PATHS,
        stdin=commits,
    )
    commits_shown = tuple(_commits(shown))
    touches: dict[str, list[Touch]] = {}
    last_entry: dict[str, _Entry] = {}
    for commit, entries in commits_shown:
        change = Change(commit.when, commit.author, commit.revision, commit.subject)
        removed = MappingProxyType({each.path: each.old for each in entries if not each.new})
        for entry in entries:
            touches.setdefault(entry.path, []).append(Touch(change, entry.old, entry.new, removed))
            last_entry.setdefault(entry.path, entry)
    by_path = {path: tuple(touches[path]) for path in sorted(touches)}
    return History(
        Status.OK,
        revision,
        MappingProxyType({path: newest[0].change for path, newest in by_path.items()}),
        tuple(commit for commit, _ in commits_shown[:MOST_CHANGES]),
        MappingProxyType(by_path),
        tuple(sorted(path for path, entry in last_entry.items() if entry.is_submodule)),
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """One file of one commit, as `diff-tree --raw` lists it. Links and submodules have no IDs."""

    path: str
    old: str
    new: str
    is_submodule: bool


def _entry(description: str, path: str) -> _Entry:
    old_mode, new_mode, old, new, *_ = description.removeprefix(":").split(" ")
    return _Entry(
        path,
        old if old_mode.startswith("100") else "",
        new if new_mode.startswith("100") else "",
        is_submodule=new_mode == "160000",
    )


def _commits(shown: bytes) -> Iterator[tuple[Commit, tuple[_Entry, ...]]]:
    """Parse `diff-tree -z --raw`: a field with a leading `/` starts a commit; after it come a
    description, which starts with `:`, and a path for each file."""
    fields = shown.decode("utf-8", "replace").split("\0")[:-1]
    start = 0
    while start < len(fields):
        revision, seconds, author, subject = fields[start : start + 4]
        start += 4
        entries: list[_Entry] = []
        while start < len(fields) and fields[start].lstrip("\n").startswith(":"):
            entries.append(_entry(fields[start].lstrip("\n"), fields[start + 1]))
            start += 2
        if when := moment(seconds):
            paths = tuple(sorted(entry.path for entry in entries))
            commit = Commit(revision[1:], when, author, subject, paths)
            yield commit, tuple(entries)
