"""Which files of a site differ from those of a commit, without asking git to look at the files:
it might run filters that the repository's settings name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from journeybook.effects.disk import read_site
from journeybook.effects.git_tree import Tree

_TEXTS = (".md", ".yaml", ".csv")


def uncommitted(root: Path, commit: Tree) -> tuple[str, ...]:
    """The paths of texts in the site folder that are new, removed or different; line ends do not
    count. `commit` has the files of the same site."""
    from journeybook.workflow.load_site import budget_of

    on_disk = read_site(root, budget_of)[0].files
    return tuple(sorted(_differing(on_disk, {p: e.oid for p, e in commit.entries.items()})))


def _differing(on_disk: Mapping[str, bytes], committed: Mapping[str, str]) -> Iterator[str]:
    for path in on_disk.keys() | committed.keys():
        if path.endswith(_TEXTS):
            data, oid = on_disk.get(path), committed.get(path, "")
            if data is None or oid not in (
                _blob_id(data, oid),
                _blob_id(data.replace(b"\r\n", b"\n"), oid),
            ):
                yield path


def _blob_id(data: bytes, like: str) -> str:
    """The object ID that git gives to these bytes, by the algorithm of another ID."""
    content = b"blob %d\x00%b" % (len(data), data)
    algorithm = hashlib.sha256 if len(like) == 64 else hashlib.sha1
    return algorithm(content, usedforsecurity=False).hexdigest()
