"""Read a site at any revision out of git's store: never a checkout, so that nothing of it can run.

Names of revisions are resolved once, by `rev-parse --end-of-options`; from then on only object ids
are used. Symbolic links, submodules, paths that lead out of the site and files that are too large
are findings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from journeybook.budget import STANDARD, Budget
from journeybook.diagnostics import did_you_mean
from journeybook.effects.git_program import Git, Refused, Status, asked, fetch_hint, moment
from journeybook.effects.git_tree import Tree

T = TypeVar("T")


class NotARevision(Exception):  # noqa: N818 - somebody mistyped
    """Nothing in the repository has this name."""

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__(f"not a revision: `{name[:100]}`" + (f"; {hint}" if hint else ""))


class CouldNotRead(Exception):  # noqa: N818 - what surrounds us does not allow the work
    """Git could not hand out what was asked for; the message ends in the command to run."""


@dataclass(frozen=True, slots=True)
class Step:
    """From a commit to one of its parents: the files of the site that differ, as path before and
    path after."""

    parent: str
    """Empty for the first commit of a history."""
    files: tuple[tuple[str, str], ...] = ()
    """A path is empty on the side where the file does not exist."""

    def before(self, path: str) -> str:
        """What a file was called in the parent; empty where there was none."""
        return next((old for old, new in self.files if new == path), path if self.parent else "")


@dataclass(frozen=True, slots=True)
class CommitInfo:
    """One commit: what it says of itself, and what it did to each of its parents."""

    commit: str
    when: datetime | None
    author: str
    subject: str
    steps: tuple[Step, ...]

    @property
    def is_merge(self) -> bool:
        return len(self.steps) > 1


@dataclass(frozen=True)
class Repository:
    """The repository around a site; `root` is the folder of the site."""

    root: Path

    def commit(self, name: str) -> str:
        """The id of the commit that a branch, tag or other name stands for."""
        if _REFUSED_NAME.search(name) or not name:
            raise NotARevision(name)
        try:
            return self._ask(lambda git: _resolved(git, name))
        except Refused as refused:
            raise self._unknown(name, refused) from refused

    def merge_base(self, one: str, other: str) -> str:
        """The commit where two lines of history parted (ids of commits in, an id out)."""
        try:
            found = self._ask(lambda git: git.run("merge-base", one, other)).decode().split()
        except Refused as refused:
            if refused.status is not Status.FAILED or refused.complaint:
                raise self._fault(refused) from refused
            found = []
        if not found:
            if self.is_shallow():
                raise CouldNotRead(
                    "this shallow clone does not contain the commit where the two revisions "
                    f"diverged; {_DEEPER}"
                )
            raise CouldNotRead(
                "the two revisions have no common commit; compare them directly with `A..B`"
            )
        return found[0]

    def is_shallow(self) -> bool:
        """Whether only the newest part of the history was fetched."""
        return self._asked("rev-parse", "--is-shallow-repository").strip() == b"true"

    def tree(self, commit: str, budget: Budget = STANDARD) -> Tree:
        """What the site's files were at a commit (an id)."""
        return self._tree(commit, ("site.yaml", "content", ".journeybook-accept"), budget)

    def settings(self, commit: str) -> Tree:
        """What `site.yaml` and the files of themes were at a commit."""
        return self._tree(commit, ("site.yaml", "themes"), STANDARD)

    def _tree(self, commit: str, names: Iterable[str], budget: Budget) -> Tree:
        prefix = self.folder
        wanted = tuple(f"{prefix}{name}" for name in names)
        return Tree(
            commit,
            self._asked("ls-tree", "-r", "-z", "--full-tree", commit, "--", *wanted),
            prefix,
            budget,
        )

    def blobs(
        self, oids: tuple[str, ...], limits: Mapping[str, int]
    ) -> tuple[dict[str, bytes], dict[str, int]]:
        """Contents by object id, and the size of those larger than their limit, which are not
        read."""
        wanted = tuple(dict.fromkeys(oids))
        if not wanted:
            return {}, {}
        checked = (
            self._asked("cat-file", "--batch-check", given=_lines(wanted)).decode().splitlines()
        )
        large: dict[str, int] = {}
        total = 0
        for line in checked:
            oid, kind, *size = line.split(" ")
            if kind != "blob" or not size:
                raise CouldNotRead(
                    f"the repository is missing the content of a file ({oid[:12]}); run `git "
                    "fetch --refetch`"
                )
            if int(size[0]) > limits[oid]:
                large[oid] = int(size[0])
            else:
                total += int(size[0])
        if total > STANDARD.total:
            raise CouldNotRead("the site is larger than the limit of 256 MB")
        small = tuple(oid for oid in wanted if oid not in large)
        return dict(
            _contents(self._asked("cat-file", "--batch", given=_lines(small)))
        ) if small else {}, large

    def renames(self, base: str, head: str) -> dict[str, str]:
        """Path at the head -> path at the base, for files that git takes for renamed."""
        prefix = self.folder
        shown = self._asked(
            "diff-tree",
            "-r",
            "-z",
            "-M",
            "--no-ext-diff",
            "--no-textconv",
            "--diff-filter=R",
            "--name-status",
            base,
            head,
            "--",
            f"{prefix}content",
        )
        fields = [field.decode("utf-8", "replace") for field in shown.split(b"\0")[:-1]]
        moves = zip(fields[1::3], fields[2::3], strict=False)
        return {new.removeprefix(prefix): old.removeprefix(prefix) for old, new in moves}

    def changed_paths(self, base: str, head: str) -> tuple[str, ...]:
        """Every path of the repository that differs, counted from its top; for questions about
        code."""
        shown = self._asked(
            "diff-tree",
            "-r",
            "-z",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
            "--name-only",
            base,
            head,
        )
        return tuple(field.decode("utf-8", "replace") for field in shown.split(b"\0")[:-1])

    def story(self, commit: str, path: str, most: int) -> tuple[CommitInfo, ...]:
        """The commits that changed a file of the site, newest first, up to where it got this name,
        or to the first merge that has the file otherwise than all of its parents: from there on
        there is more than one story."""
        name = f"{self.folder}{path}"
        found = self._asked("rev-list", "--topo-order", f"--max-count={most}", commit, "--", name)
        if not found:
            return ()
        parents = [
            line.split()
            for line in self._asked(
                "rev-list", "--no-walk=unsorted", "--parents", "--stdin", given=found
            ).splitlines()
        ]
        merge = next((at for at, ids in enumerate(parents) if len(ids) > 2), len(parents))
        pairs = [
            b" ".join((ids[0], other))
            for ids in parents[: merge + 1]
            for other in (ids[1:] or (b"",))
        ]
        shown = self._asked(
            "diff-tree",
            "--stdin",
            "-r",
            "-z",
            "-M",
            "--root",
            "--no-ext-diff",
            "--no-textconv",
            "--name-status",
            "--format=/%H%x00%P%x00%ct%x00%an%x00%s",
            given=b"".join(pair.rstrip() + b"\n" for pair in pairs),
        )
        return tuple(_joined(_told(shown, self.folder)))

    def file_at(self, commit: str, path: str) -> bytes | None:
        """A file of the site at a commit; None where there is none, or where it is no plain
        file."""
        listed = self._asked("ls-tree", "-z", "--full-tree", commit, "--", f"{self.folder}{path}")
        entry = Tree(commit, listed, self.folder).entries.get(path)
        if entry is None:
            return None
        return self.blobs((entry.oid,), {entry.oid: STANDARD.text})[0].get(entry.oid)

    @cached_property
    def folder(self) -> str:
        """The folder of the site within the repository, with its `/`, or empty."""
        return (
            self._asked("rev-parse", "--show-prefix").decode("utf-8", "replace").removesuffix("\n")
        )

    def _asked(self, *arguments: str, given: bytes = b"") -> bytes:
        try:
            return self._ask(lambda git: git.run(*arguments, given=given))
        except Refused as refused:
            raise self._fault(refused) from refused

    def _ask(self, question: Callable[[Git], T]) -> T:
        return asked(self.root, question)

    def _fault(self, refused: Refused) -> CouldNotRead:
        return CouldNotRead(f"{_WORDS[refused.status]}; run `{fetch_hint(refused.status)}`")

    def _unknown(self, name: str, refused: Refused) -> Exception:
        """Why a name could not be resolved: git is not there, nothing is committed, history is cut
        short, or a typo."""
        if refused.status is not Status.FAILED:
            return self._fault(refused)
        try:
            self._ask(lambda git: _resolved(git, "HEAD"))
        except Refused:
            return CouldNotRead(f"{_WORDS[Status.EMPTY]}; run `{fetch_hint(Status.EMPTY)}`")
        if self.is_shallow():
            return CouldNotRead(
                f"this clone is shallow, and `{name[:100]}` is not in it; {_DEEPER}"
            )
        return NotARevision(
            name, did_you_mean(name, self._names()) or "see `git branch --all` and `git tag`"
        )

    def _names(self) -> list[str]:
        """What branches and tags are called."""
        try:
            found = self._ask(
                lambda git: git.run("for-each-ref", "--format=%(refname:short)", "--count=2000")
            )
        except Refused:
            return []
        return found.decode("utf-8", "replace").split("\n")


_REFUSED_NAME = re.compile(r"^[-:]|\^\{/|@\{-|\.\.|[\x00-\x20\x7f]")
"""Options, searches through messages and files, places of the reflog counted backwards, ranges,
blanks."""
_DEEPER = (
    "run `git fetch --unshallow` (in GitHub Actions: `fetch-depth: 0` below "
    "`actions/checkout`; in GitLab: `GIT_DEPTH: 0`)"
)
_WORDS = {
    Status.OK: "git failed",
    Status.NO_GIT: "git is not installed",
    Status.NOT_A_REPOSITORY: "the site is not in a git repository",
    Status.EMPTY: "this branch has no commits yet",
    Status.SHALLOW: "this clone is shallow",
    Status.DUBIOUS_OWNERSHIP: "git does not trust this folder because it belongs to another user",
    Status.FAILED: "git could not read the repository",
}


def _resolved(git: Git, name: str) -> str:
    return (
        git.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        .decode()
        .strip()
    )


def _told(shown: bytes, prefix: str) -> Iterator[CommitInfo]:
    """Read `diff-tree -z --name-status`: a field with a leading `/` starts a commit, a status
    stands before paths."""
    fields = shown.decode("utf-8", "replace").split("\0")[:-1]
    at = 0
    while at < len(fields):
        commit, parents, seconds, author, subject = fields[at : at + 5]
        at += 5
        files: list[tuple[str, str]] = []
        while at < len(fields) and not fields[at].startswith("/"):
            status = fields[at].strip()
            if status[:1] in ("R", "C"):
                files.append((fields[at + 1], fields[at + 2]))
                at += 3
            else:
                path = fields[at + 1]
                files.append(("" if status == "A" else path, "" if status == "D" else path))
                at += 2
        inside = tuple(
            (old.removeprefix(prefix), new.removeprefix(prefix))
            for old, new in files
            if (old or new).startswith(prefix)
        )
        yield CommitInfo(
            commit[1:], moment(seconds), author, subject, (Step(parents.split(" ")[0], inside),)
        )


def _joined(told: Iterable[CommitInfo]) -> Iterator[CommitInfo]:
    """A merge is told once for each parent; here once."""
    for _, group in groupby(told, key=lambda one: one.commit):
        same = list(group)
        yield replace(same[0], steps=tuple(step for one in same for step in one.steps))


def _lines(oids: tuple[str, ...]) -> bytes:
    return "".join(f"{oid}\n" for oid in oids).encode()


def _contents(stream: bytes) -> Iterator[tuple[str, bytes]]:
    """Read `cat-file --batch`: a line `<oid> blob <size>`, that many bytes, a line end; again and
    again."""
    at = 0
    while at < len(stream):
        end = stream.index(b"\n", at)
        oid, _, size = stream[at:end].decode().split(" ")
        yield oid, stream[end + 1 : end + 1 + int(size)]
        at = end + 2 + int(size)
