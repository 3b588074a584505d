"""Refuse an output folder whose replacement would take more with it than a site."""

from __future__ import annotations

import os
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault


def refuse_target(target: Path, name: str, *, content: Path, site: Path) -> None:
    """Raise with one clear line where `target` (its parent resolved) may not become the output
    folder."""
    if reason := _reason(
        target, content=Path(os.path.realpath(content)), site=Path(os.path.realpath(site))
    ):
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
    if _holds(content, target):
        return (
            "it is inside the content folder"
            if not _same(content, target)
            else "it is the content folder"
        )
    for inner, what in ((content, "the content"), (site, "the site's sources")):
        if _holds(target, inner):
            return f"it contains {what}"
    if _holds(target, Path.home()):
        return "it contains your home folder"
    if _holds(target, Path.cwd()):
        return "it is, or contains, the current folder"
    if os.path.lexists(target / ".git"):
        return "it is the root of a git repository"
    if ".git" in (part.lower() for part in target.parts):
        return "it belongs to git"
    return ""


def _holds(outer: Path, inner: Path) -> bool:
    """Whether `inner` is `outer` or lies in it, also where names differ only in case."""
    return any(_same(outer, folder) for folder in (inner, *inner.parents))


def _same(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return one == other
