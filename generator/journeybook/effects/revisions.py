"""Read a site at any revision from git's object store, without a checkout, so that nothing can run.

Names of revisions are resolved once, by `rev-parse --end-of-options`; after that, only object IDs
are used. Symbolic links, submodules, paths that lead out of the site, and files that are too large
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
from journeybook.effects.git_program import Git, Refused, Status, ask_git, fetch_hint, moment
from journeybook.effects.git_tree import Tree

T = TypeVar("T")


class NotARevision(Exception):  # noqa: N818 - probably a typo
    """The repository has no revision with this name."""

    def __init__(self, name: str, hint: str = "") -> None:
        hint = hint if name else "it is empty; give a name on both sides of `..`"
        super().__init__(f"not a revision: `{name[:100]}`" + (f"; {hint}" if hint else ""))


class CouldNotRead(Exception):  # noqa: N818 - the environment does not allow the work
    """Git could not read something. The message ends with the command to run."""


@dataclass(frozen=True, slots=True)
class Step:
    """A commit and one of its parents: the files of the site that differ, as (old, new) path."""

    parent: str
    """Empty for the first commit of a history."""
    files: tuple[tuple[str, str], ...] = ()
    """A path is empty if the file does not exist on that side."""

    def before(self, path: str) -> str:
        """The path of a file in the parent; empty if it did not exist."""
        return next((old for old, new in self.files if new == path), path if self.parent else "")


@dataclass(frozen=True, slots=True)
class CommitInfo:
    """One commit, and how it differs from each of its parents."""

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
        """The ID of the commit that a branch, tag or other name refers to.

        Raises `NotARevision` for an unknown name, `CouldNotRead` if git does not answer.
        """
        if _REFUSED_NAME.search(name) or not name:
            raise NotARevision(name)
        try:
            commit = self._ask(lambda git: _resolved(git, name))
        except Refused as refused:
            raise self._unknown(name, refused) from refused
        if not _COMMIT_ID.fullmatch(commit):  # an exclusion such as `^HEAD`, not one commit
            raise NotARevision(name, did_you_mean(name, self._names()))
        return commit

    def merge_bases(self, one: str, other: str) -> tuple[str, ...]:
        """The IDs of the commits where two commits (by ID) diverged: one, or several if the two
        were merged into each other. Raises `CouldNotRead` if there is none."""
        try:
            commits = (
                self._ask(lambda git: git.run("merge-base", "--all", one, other)).decode().split()
            )
        except Refused as refused:
            if refused.status is not Status.FAILED or refused.complaint:
                raise self._fault(refused) from refused
            commits = []
        if not commits:
            if self.is_shallow():
                raise CouldNotRead(
                    "this shallow clone does not contain the commit where the two revisions "
                    f"diverged; {_DEEPER}"
                )
            raise CouldNotRead(
                "the two revisions have no common commit; compare them directly with `A..B`"
            )
        return tuple(commits)

    def is_shallow(self) -> bool:
        """Whether only the newest part of the history was fetched."""
        return self._run("rev-parse", "--is-shallow-repository").strip() == b"true"

    def tree(self, commit: str, budget: Budget = STANDARD, *, folder: str | None = None) -> Tree:
        """The site's files at a commit (by ID). `folder` is where the site was at that commit, if
        not where it is now."""
        prefix = self.folder if folder is None else folder
        return self._tree(commit, ("site.yaml", "content", ".journeybook-accept"), budget, prefix)

    def settings(self, commit: str) -> Tree:
        """`site.yaml` and the files of themes at a commit (by ID)."""
        return self._tree(commit, ("site.yaml", "themes"), STANDARD, self.folder)

    def site_files(self, commit: str) -> dict[str, str]:
        """The folder of each site at a commit (by ID), with its `/`, and the object ID of its
        `site.yaml`."""
        listed = self._run("ls-tree", "-r", "-z", "--full-tree", commit)
        sites = {}
        for record in _fields(listed):
            description, _, path = record.partition("\t")
            folder, slash, name = path.rpartition("/")
            if name == "site.yaml":
                sites[folder + slash] = description.split(" ")[2]
        return sites

    def _tree(self, commit: str, names: Iterable[str], budget: Budget, prefix: str) -> Tree:
        paths = tuple(f"{prefix}{name}" for name in names)
        listed = self._run("ls-tree", "-r", "-z", "--full-tree", commit, "--", *paths)
        return Tree(commit, listed, prefix, budget)

    def blobs(
        self, oids: tuple[str, ...], limits: Mapping[str, int]
    ) -> tuple[dict[str, bytes], dict[str, int]]:
        """Contents by object ID, and the size of each object over its limit, which is not read."""
        wanted = tuple(dict.fromkeys(oids))
        if not wanted:
            return {}, {}
        answers = self._run("cat-file", "--batch-check", stdin=_lines(wanted)).decode()
        large: dict[str, int] = {}
        total = 0
        for line in answers.splitlines():
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
        if not small:
            return {}, large
        return dict(_contents(self._run("cat-file", "--batch", stdin=_lines(small)))), large

    def renames(self, base: str, head: str, *, old_folder: str | None = None) -> dict[str, str]:
        """New path -> old path of each file that git considers renamed. `old_folder` is where the
        base has the site, if not where it is now."""
        prefix = self.folder
        old_prefix = prefix if old_folder is None else old_folder
        output = self._run(
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
            "content",
            f"{self.way_up}{old_prefix}content",
        )
        fields = _fields(output)
        moves = zip(fields[1::3], fields[2::3], strict=False)
        return {
            new.removeprefix(prefix): old.removeprefix(old_prefix)
            for old, new in moves
            if new.startswith(prefix) and old.startswith(old_prefix)
        }

    def changed_paths(self, base: str, head: str) -> tuple[str, ...]:
        """Every path of the repository that differs, relative to its top folder."""
        output = self._run(
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
        return tuple(_fields(output))

    def story(self, commit: str, path: str, most: int) -> tuple[CommitInfo, ...]:
        """The commits that changed a file of the site, newest first.

        They go back to where the file got this name, or to the first merge in which it differs from
        all parents, since there the history branches.
        """
        # Unlike `ls-tree --full-tree`, `rev-list` and `diff-tree` take paths from this folder.
        commits = self._run("rev-list", "--topo-order", f"--max-count={most}", commit, "--", path)
        if not commits:
            return ()
        with_parents = self._run(
            "rev-list", "--no-walk=unsorted", "--parents", "--stdin", stdin=commits
        )
        pairs: list[bytes] = []
        for line in with_parents.splitlines():
            own, *parents = line.split()
            pairs += [own + b" " + parent for parent in parents] or [own]
            if len(parents) > 1:
                break
        output = self._run(
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
            stdin=b"".join(pair + b"\n" for pair in pairs),
        )
        return tuple(_joined(_commits(output, self.folder)))

    def file_at(self, commit: str, path: str) -> bytes | None:
        """A file of the site at a commit; None if it does not exist or is not an ordinary file."""
        listed = self._run("ls-tree", "-z", "--full-tree", commit, "--", f"{self.folder}{path}")
        entry = Tree(commit, listed, self.folder).entries.get(path)
        if entry is None:
            return None
        return self.blobs((entry.oid,), {entry.oid: STANDARD.text})[0].get(entry.oid)

    @cached_property
    def folder(self) -> str:
        """The folder of the site within the repository, with its `/`, or empty."""
        prefix = self._run("rev-parse", "--show-prefix")
        return prefix.decode("utf-8", "replace").removesuffix("\n")

    @property
    def way_up(self) -> str:
        """The path from the site to the top of the repository, such as `../../`, or empty."""
        return "../" * self.folder.count("/")

    def _run(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """The output of a git command. Raises `CouldNotRead`."""
        try:
            return self._ask(lambda git: git.run(*arguments, stdin=stdin))
        except Refused as refused:
            raise self._fault(refused) from refused

    def _ask(self, question: Callable[[Git], T]) -> T:
        return ask_git(self.root, question)

    def _fault(self, refused: Refused) -> CouldNotRead:
        return _could_not_read(refused.status)

    def _unknown(self, name: str, refused: Refused) -> Exception:
        """Why a name could not be resolved: no git, no commits, a shallow clone, or a typo."""
        if refused.status is not Status.FAILED:
            return self._fault(refused)
        try:
            self._ask(lambda git: _resolved(git, "HEAD"))
        except Refused:
            return _could_not_read(Status.EMPTY)
        if self.is_shallow():
            return CouldNotRead(
                f"this clone is shallow, and `{name[:100]}` is not in it; {_DEEPER}"
            )
        names = self._names()
        remote = next((each for each in names if each.partition("/")[2] == name), "")
        offered = f"did you mean `{remote}`?" if remote else did_you_mean(name, names)
        return NotARevision(name, offered or "see `git branch --all` and `git tag`")

    def _names(self) -> list[str]:
        """The names of branches and tags."""
        try:
            names = self._ask(
                lambda git: git.run("for-each-ref", "--format=%(refname:short)", "--count=2000")
            )
        except Refused:
            return []
        return names.decode("utf-8", "replace").split("\n")


_REFUSED_NAME = re.compile(r"^[-:]|\^\{/|@\{-|\.\.|[\x00-\x20\x7f]")
"""Options, searches in messages and files, entries of the reflog by number, ranges, spaces."""
_COMMIT_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
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


def _could_not_read(status: Status) -> CouldNotRead:
    hint = fetch_hint(status)
    action = hint if status is Status.NO_GIT else f"run `{hint}`"
    return CouldNotRead(f"{_WORDS[status]}; {action}")


def _resolved(git: Git, name: str) -> str:
    commit = f"{name}^{{commit}}"
    output = git.run("rev-parse", "--verify", "--quiet", "--end-of-options", commit)
    return output.decode().strip()


def _fields(output: bytes) -> list[str]:
    """The fields of a command with `-z`, each of which ends with a NUL."""
    return output.decode("utf-8", "replace").split("\0")[:-1]


def _commits(output: bytes, prefix: str) -> Iterator[CommitInfo]:
    """Parse `diff-tree -z --name-status`: a field with a leading `/` starts a commit.

    After it come a status and one or two paths for each file.
    """
    fields = _fields(output)
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
        step = Step(parents.split(" ")[0], inside)
        yield CommitInfo(commit[1:], moment(seconds), author, subject, (step,))


def _joined(commits: Iterable[CommitInfo]) -> Iterator[CommitInfo]:
    """Each commit once: git lists a merge once for each parent."""
    for _, group in groupby(commits, key=lambda commit: commit.commit):
        first, *others = group
        steps = first.steps
        for other in others:
            steps += other.steps
        yield replace(first, steps=steps)


def _lines(oids: tuple[str, ...]) -> bytes:
    return "".join(f"{oid}\n" for oid in oids).encode()


def _contents(stream: bytes) -> Iterator[tuple[str, bytes]]:
    """Parse `cat-file --batch`: for each object `<oid> blob <size>`, the bytes, a line break."""
    at = 0
    while at < len(stream):
        end = stream.index(b"\n", at)
        oid, _, size = stream[at:end].decode().split(" ")
        yield oid, stream[end + 1 : end + 1 + int(size)]
        at = end + 2 + int(size)
