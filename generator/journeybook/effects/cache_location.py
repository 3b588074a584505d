"""Where the cache of a site lies, and where it may not; found out without loading what reads it."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault

CACHE_VARIABLE = "JOURNEYBOOK_CACHE"


def cache_file(site: Path, chosen: Path | None) -> Path:
    """The file for a site: in the folder chosen, or named by `JOURNEYBOOK_CACHE`, or the user's
    own."""
    folder = chosen or (
        Path(given)
        if (given := os.environ.get(CACHE_VARIABLE))
        else _users_folder() / "journeybook"
    )
    name = hashlib.sha256(os.fsencode(os.path.realpath(site))).hexdigest()[:24]
    return Path(os.path.realpath(folder)) / f"{name}.sqlite"


def refuse_place(file: Path, *outside: Path) -> None:
    """Raise where the cache would lie in a folder whose files others write: the site's content, or
    its output."""
    for folder in outside:
        if file.is_relative_to(os.path.realpath(folder)):
            raise EnvironmentFault(
                f"the cache cannot be in `{folder}`, because other people can write to that folder"
            )


def _users_folder() -> Path:
    """Where the system keeps what programs can make again."""
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
