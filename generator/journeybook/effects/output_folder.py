"""Refuse an output folder if replacing it would delete more than a site."""

from __future__ import annotations

import os
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault


def refuse_target(target: Path, name: str, *, content: Path, site: Path) -> None:
    """Raise EnvironmentFault if `target` (its parents resolved) must not be the output folder."""
    content, site = Path(os.path.realpath(content)), Path(os.path.realpath(site))
    if reason := _reason(target, content=content, site=site):
        raise EnvironmentFault(
            f"`{name}` cannot be used as the output folder: {reason}; nothing was changed"
        )


def _reason(target: Path, *, content: Path, site: Path) -> str:
    if target.is_symlink():
        return "it is a symbolic link"
    if target.exists() and not target.is_dir():
        return "it is a file"
    if target == target.parent:
        return "it is the root folder of the disk"
    if _same(content, target):
        return "it is the content folder"
    if _contains(content, target):
        return "it is inside the content folder"
    if _contains(target, content):
        return "it contains the content"
    if _contains(target, site):
        return "it contains the site's sources"
    if _contains(target, Path.home()):
        return "it is, or contains, your home folder"
    if _contains(target, Path.cwd()):
        return "it is, or contains, the current folder"
    if os.path.lexists(target / ".git"):
        return "it is the root of a git repository"
    if ".git" in (part.lower() for part in target.parts):
        return "it belongs to git"
    return ""


def _contains(outer: Path, inner: Path) -> bool:
    """Whether `inner` is `outer` or inside it, even if their names differ in case."""
    return any(_same(outer, folder) for folder in (inner, *inner.parents))


def _same(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return one == other
