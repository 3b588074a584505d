"""The revision that `build --compare-with` names, and the comparison of the site with it.

The base is the same as for `diff REV`: the commit where this branch diverged from REV. The head is
the files that the site is built from, because the marks on a page must be true of that page. If
these files are exactly the last commit, the head is called `HEAD`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from journeybook.effects.git_tree import Tree, object_id
from journeybook.effects.revisions import NotARevision, Repository

if TYPE_CHECKING:
    from pathlib import Path

    from journeybook.cache import Cache
    from journeybook.diff.compared import Compared

ACCEPT_FILE = ".journeybook-accept"
"""The same as `diff.accept.ACCEPT_FILE`; repeated here, since this module imports little."""


@dataclass(frozen=True, slots=True)
class ComparisonBase:
    """A revision by name, the commit where this branch diverged from it, and the last commit."""

    name: str
    base: str
    head: str
    remarks: tuple[str, ...] = ()
    """What to know about the choice of the base."""


def find_base(root: Path, name: str) -> ComparisonBase:
    """The base for a revision; a usage error if it does not exist.

    Raises `CouldNotRead` if git does not answer.
    """
    from journeybook.workflow.site_in_base import base_remark

    repository = Repository(root)
    try:
        other, head = repository.commit(name), repository.commit("HEAD")
    except NotARevision as unknown:
        raise click.UsageError(
            f"--compare-with: {unknown}", click.get_current_context(silent=True)
        ) from unknown
    bases = repository.merge_bases(other, head)
    return ComparisonBase(name, bases[0], head, base_remark(bases, name, "HEAD"))


def compare_with(
    base: ComparisonBase, root: Path, files: Mapping[str, bytes], profile: str, cache: Cache
) -> Compared:
    """Compare the files of a site with the base; both without what the `profile` leaves out."""
    from journeybook.effects.disk import read_accept
    from journeybook.workflow.compare_revisions import Side, compare_sides, files_at
    from journeybook.workflow.site_in_base import base_tree

    repository = Repository(root)
    found = base_tree(repository, base.base, base.name, None)
    before, last = found.tree, repository.tree(base.head)
    same = {path for path, data in files.items() if _contains(before, path, data)}
    wanted = _files_to_read(before, files, same)
    entries = {path: entry for path, entry in before.entries.items() if path in wanted}
    (old,) = files_at(repository, (base.name, before, entries))
    is_last_commit = _is_tree(last, files)
    new = Side(
        "HEAD" if is_last_commit else "the working tree",
        {path: data for path, data in files.items() if path in wanted},
        base.head if is_last_commit else "",
        accept=read_accept(root, ACCEPT_FILE),
    )
    renames = repository.renames(base.base, base.head, old_folder=found.folder)
    renamed = {path: earlier for path, earlier in renames.items() if path in files}
    unread = same - wanted
    compared = compare_sides(
        old,
        new,
        renamed,
        lambda matters: {path: files[path] for path in unread if matters(path)},
        profile,
        cache,
    )
    remarks = (*base.remarks, *found.remarks, *compared.remarks)
    return replace(compared, remarks=remarks, base_folder=found.folder)


def _files_to_read(before: Tree, files: Mapping[str, bytes], same: set[str]) -> set[str]:
    """Every file that differs, and what must be read beside it."""
    from journeybook.effects.disk import SITE_FILE
    from journeybook.workflow.compare_revisions import companions

    wanted = (before.entries.keys() | files.keys()) - same
    if SITE_FILE in wanted:  # with another site.yaml, every file may mean something else
        wanted |= same
    return wanted | companions(wanted)


def _is_tree(tree: Tree, files: Mapping[str, bytes]) -> bool:
    """Whether these are exactly the files of a commit."""
    if tree.entries.keys() - {ACCEPT_FILE} != files.keys():
        return False
    return all(_contains(tree, path, data) for path, data in files.items())


def _contains(tree: Tree, path: str, data: bytes) -> bool:
    """Whether a tree has this file with this content, by git's object ID of the content."""
    entry = tree.entries.get(path)
    return entry is not None and object_id(data, entry.oid) == entry.oid
