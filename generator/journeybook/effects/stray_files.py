"""Look beside `site.yaml` for what was meant as content and is not in `content/`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_MOST = 200
"""Entries of a folder that are looked at; the root of a site may be that of a large repository."""
_HEAD = 2048


@dataclass(frozen=True, slots=True)
class BesideSite:
    """What is beside `site.yaml`: all folders, and the Markdown files with a title."""

    folders: tuple[str, ...] = ()
    titled: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Folder, or empty for the site's own -> names of Markdown files with front matter."""


def beside_site(root: Path, kinds: frozenset[str]) -> BesideSite:
    """Look at the folder of a site, and at those folders in it that are named like `kinds`."""
    folders = tuple(sorted(entry.name for entry in _entries(root) if entry.is_dir()))
    titled = {"": tuple(_titled(root))}
    for name in folders:
        if name.lower() in kinds:
            titled[name] = tuple(_titled(root / name))
    return BesideSite(folders, {name: files for name, files in titled.items() if files})


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            listed = [entry for entry, _ in zip(entries, range(_MOST), strict=False)]
    except OSError:
        return []
    return sorted(listed, key=lambda entry: entry.name)


def _titled(folder: Path) -> Iterator[str]:
    """The Markdown files of a folder that begin with front matter that has a title."""
    for entry in _entries(folder):
        if entry.name.lower().endswith(".md") and entry.is_file(follow_symlinks=False):
            try:
                with open(entry.path, "rb") as file:
                    head = file.read(_HEAD)
            except OSError:
                continue
            if head.startswith(b"---") and b"\ntitle:" in head:
                yield entry.name
