"""The revision that `build --compare-with` names, and the site as it is built compared with it.

The base is that of `diff REV`: the commit where this branch left REV. The head are the files that
the site is built from, since marks on a page must be true of that page; where these are just the
last commit, they are called so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from journeybook.effects.git_tree import Tree
from journeybook.effects.revisions import NotARevision, Repository

if TYPE_CHECKING:
    from pathlib import Path

    from journeybook.cache import Cache
    from journeybook.diff.compared import Compared

Files = Mapping[str, bytes]
ACCEPT = ".journeybook-accept"
"""Beside `site.yaml`: changes that somebody has agreed to. Named here too, since this module
imports little."""


@dataclass(frozen=True, slots=True)
class ComparisonBase:
    """A name, the commit where this branch left what it names, and the last commit of the
    branch."""

    name: str
    base: str
    head: str


def find_comparison_base(root: Path, name: str) -> ComparisonBase:
    """What to compare with. A mistyped name is wrong use; where git cannot tell, `CouldNotRead`
    goes on."""
    repository = Repository(root)
    try:
        other, head = repository.commit(name), repository.commit("HEAD")
    except NotARevision as wrong:
        raise click.UsageError(
            f"--compare-with: {wrong}", click.get_current_context(silent=True)
        ) from wrong
    return ComparisonBase(name, repository.merge_base(other, head), head)


def compare_with_base(
    root: Path, found: ComparisonBase, files: Files, profile: str, cache: Cache
) -> Compared:
    """The files of a site compared with what they were. A `profile` leaves out of both what the
    site leaves out."""
    from journeybook.effects.disk import SITE_FILE, read_accept
    from journeybook.workflow.compare_revisions import Side, companions, compare_sides, files_at

    repository = Repository(root)
    before, last = repository.tree(found.base), repository.tree(found.head)
    same = {path for path, data in files.items() if _stands_in(before, path, data)}
    wanted = (before.entries.keys() | files.keys()) - same
    if SITE_FILE in wanted:  # with another site.yaml every file may mean something else
        wanted |= same
    wanted |= companions(wanted)
    is_last = last.entries.keys() - {ACCEPT} == files.keys() and all(
        _stands_in(last, path, data) for path, data in files.items()
    )
    (old,) = files_at(
        repository, (found.name, before, {p: e for p, e in before.entries.items() if p in wanted})
    )
    new = Side(
        "HEAD" if is_last else "the working tree",
        {path: data for path, data in files.items() if path in wanted},
        found.head if is_last else "",
        accept=read_accept(root, ACCEPT),
    )
    renamed = {
        path: was
        for path, was in repository.renames(found.base, found.head).items()
        if path in files
    }
    return compare_sides(
        old,
        new,
        renamed,
        lambda matters: {p: files[p] for p in same - wanted if matters(p)},
        profile,
        cache,
    )


def _stands_in(tree: Tree, path: str, data: bytes) -> bool:
    """Whether a tree has a file with just these bytes, told by the id that git gives to
    contents."""
    entry = tree.entries.get(path)
    if entry is None:
        return False
    digest = hashlib.new("sha1" if len(entry.oid) == 40 else "sha256", usedforsecurity=False)
    digest.update(b"blob %d\0" % len(data) + data)
    return digest.hexdigest() == entry.oid
