"""Where the base of a comparison has the site: in the same folder, unless the site was moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeybook.effects.disk import SITE_FILE
from journeybook.effects.git_tree import Tree, object_id
from journeybook.effects.revisions import CouldNotRead, Repository
from journeybook.report.remarks import several_bases, site_moved


@dataclass(frozen=True)
class BaseTree:
    """The site's files in the base of a comparison."""

    tree: Tree
    folder: str
    """Where the base has the site within the repository, with its `/`."""
    remarks: tuple[str, ...] = ()


def base_tree(repository: Repository, commit: str, name: str, head: str | None) -> BaseTree:
    """The site at the base, a commit called `name`, also if it was in another folder there.

    Without a `head` commit, the head is the working tree. Raises `CouldNotRead` if several sites
    may have been moved here.
    """
    here = repository.folder
    tree = repository.tree(commit)
    if tree.listed:
        return BaseTree(tree, here)
    before = repository.site_files(commit)
    now = repository.site_files(head) if head else _on_disk(repository, before)
    folder = _moved_here(before, now, here, name)
    if folder is None:
        return BaseTree(tree, here)
    moved = site_moved(name, folder, here)
    return BaseTree(repository.tree(commit, folder=folder), folder, (moved,))


def _on_disk(repository: Repository, before: Mapping[str, str]) -> dict[str, str]:
    """This site and those that are still where they were, with the object IDs of `site.yaml`."""
    top = repository.root / repository.way_up
    sites = {}
    for folder in {repository.folder, *before}:
        file = top / folder / SITE_FILE
        if file.is_file():
            like = next(iter(before.values()), "")
            sites[folder] = object_id(file.read_bytes(), like)
    return sites


def _moved_here(
    before: Mapping[str, str], now: Mapping[str, str], here: str, name: str
) -> str | None:
    """The folder that the site was in; None for a new site. Of several sites that are no longer
    where they were, it is the one with the same `site.yaml`."""
    gone = [folder for folder in before if folder not in now]
    same = [folder for folder in gone if before[folder] == now.get(here)]
    if len(same) == 1:
        return same[0]
    if len(gone) > 1:
        raise CouldNotRead(
            f"`{name}` has no site in {here or './'}, but in {' and in '.join(gone)}; run "
            f"`git worktree add ../base {name}`, then give `journeybook diff` the two folders"
        )
    return gone[0] if gone else None


def base_remark(bases: tuple[str, ...], base: str, head: str) -> tuple[str, ...]:
    """A remark if two revisions have several last common commits, of which the first is used."""
    return (several_bases(bases, base, head),) if len(bases) > 1 else ()
