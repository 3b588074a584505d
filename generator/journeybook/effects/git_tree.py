"""The files of a site at one commit, parsed from `git ls-tree -z` only as far as needed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from journeybook.budget import STANDARD, Budget
from journeybook.diagnostics import Diagnostic, Severity
from journeybook.effects.folders import is_leftover
from journeybook.text import Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in a tree."""

    oid: str
    mode: str


@dataclass(frozen=True)
class Tree:
    """The files of a site at one commit. `listed` is the output of `ls-tree -z`."""

    commit: str
    listed: bytes = field(repr=False)
    prefix: str = ""
    budget: Budget = STANDARD

    @property
    def entries(self) -> Mapping[str, Entry]:
        """Every file by its path from the site's root."""
        return self._read[0]

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Findings for the files that are not read."""
        return () if self._is_plain else self._read[1]

    def at(self, paths: Iterable[str]) -> dict[str, Entry]:
        """The files at these paths, if they exist."""
        if not self._is_plain:
            return {path: self.entries[path] for path in paths if path in self.entries}
        entries = {}
        for path in paths:
            end = self.listed.find(f"\t{self.prefix}{path}\0".encode("utf-8", "surrogatepass"))
            if end >= 0:
                entries[path] = _entry(self.listed[self.listed.rfind(b"\0", 0, end) + 1 : end])
        return entries

    def differing(self, other: Tree) -> tuple[dict[str, Entry], dict[str, Entry]]:
        """The files of each tree that the other does not have with the same content."""
        if not (self._is_plain and other._is_plain and self.prefix == other.prefix):
            ours, theirs = self.entries, other.entries
            return (
                {path: entry for path, entry in ours.items() if theirs.get(path) != entry},
                {path: entry for path, entry in theirs.items() if ours.get(path) != entry},
            )
        one, two = set(self.listed.split(b"\0")), set(other.listed.split(b"\0"))
        return self._of(one - two), other._of(two - one)

    def _of(self, records: Iterable[bytes]) -> dict[str, Entry]:
        parted = (record.partition(b"\t") for record in records)
        return {
            name.decode().removeprefix(self.prefix): _entry(description)
            for description, _, name in parted
        }

    @cached_property
    def _read(self) -> tuple[dict[str, Entry], tuple[Diagnostic, ...]]:
        return _parse(self.listed, self.prefix, self.budget)

    @cached_property
    def _is_plain(self) -> bool:
        """Whether every path is certainly ordinary, tested without parsing the whole tree."""
        paths = _PLAIN.findall(self.listed)
        number = self.listed.count(b"\0")
        return (
            number == len(paths) == len(set(paths)) < self.budget.files
            and max((path.count(b"/") for path in paths), default=0) < self.budget.depth
            and not _ODD_NAME.search(self.listed)
            and _is_text(self.listed)
        )


def object_id(data: bytes, like: str) -> str:
    """The ID that git gives to a file with this content, by the hash of another ID."""
    digest = hashlib.new("sha1" if len(like) == 40 else "sha256", usedforsecurity=False)
    digest.update(b"blob %d\0" % len(data) + data)
    return digest.hexdigest()


_ODD_PART = frozenset({"", ".", "..", ".git"})
# A record of an ordinary file: no part of its path is hidden or ends with `~`, and the path has no
# character that paths of sites never have.
_PART = rb"[^\0\t./\\~][^\0\t/\\~]*"
_PLAIN = re.compile(
    rb"100(?:644|755) blob [0-9a-f]{40,64}\t((?:%b/)*(?:%b|\.journeybook-accept))\0"
    % (_PART, _PART)
)
_ODD_NAME = re.compile(rb"thumbs\.db|desktop\.ini|\xef\xbf\xbd", re.IGNORECASE)


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _entry(description: bytes) -> Entry:
    mode, _, oid = description.decode().split(" ")
    return Entry(oid, mode)


def _parse(
    listed: bytes, prefix: str, budget: Budget
) -> tuple[dict[str, Entry], tuple[Diagnostic, ...]]:
    entries: dict[str, Entry] = {}
    findings: list[Diagnostic] = []
    for record in listed.split(b"\0")[:-1]:
        description, _, name = record.partition(b"\t")
        mode, kind, oid = description.decode().split(" ")
        path = name.decode("utf-8", "replace").removeprefix(prefix)
        if _is_ignored(path):
            continue
        fault = _entry_fault(path, mode, kind, path in entries, budget)
        if len(entries) >= budget.files:
            findings.append(
                _finding(
                    "JB123", path, f"more than {budget.files:,} files; reading stopped at `{path}`"
                )
            )
            break
        if fault:
            findings.append(_finding(*fault))
        else:
            entries[path] = Entry(oid, mode)
    return entries, tuple(findings)


def _is_ignored(path: str) -> bool:
    if path == ".journeybook-accept" or ".." in path:
        return False
    return any(map(is_leftover, path.split("/")))


def _entry_fault(
    path: str, mode: str, kind: str, is_double: bool, budget: Budget
) -> tuple[str, str, str] | None:
    if mode == "120000":
        return "JB120", path, f"symbolic links are not followed: `{path}`"
    if kind != "blob":
        return "JB121", path, f"`{path}` is a submodule; submodules are not read"
    if _ODD_PART & set(path.lower().split("/")) or "\\" in path or "\ufffd" in path:
        return "JB121", path, f"`{path}` is not a valid path in a site"
    if path.count("/") + 1 > budget.depth:
        return (
            "JB123",
            path,
            f"`{path}` is nested too deeply: the limit is {budget.depth} levels",
        )
    return ("JB121", path, f"`{path}` appears twice in the tree") if is_double else None


def _finding(code: str, path: str, message: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, Span.start_of(path))
