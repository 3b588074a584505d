"""The place of a site's cache, and the places where it must not be. Imports little."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault

CACHE_VARIABLE = "JOURNEYBOOK_CACHE"


def cache_file(site: Path, chosen: Path | None) -> Path:
    """The cache file of a site in the chosen folder, in `JOURNEYBOOK_CACHE`, or in the user's."""
    variable = os.environ.get(CACHE_VARIABLE)
    folder = chosen or (Path(variable) if variable else _user_folder() / "journeybook")
    name = hashlib.sha256(os.fsencode(os.path.realpath(site))).hexdigest()[:24]
    return Path(os.path.realpath(folder)) / f"{name}.sqlite"


def refuse_place(file: Path, *outside: Path) -> None:
    """Raise EnvironmentFault for a cache in a folder that others write to: the site or its output.

    A cache holds pickled values, which run code when they are read.
    """
    for folder in outside:
        if file.is_relative_to(os.path.realpath(folder)):
            raise EnvironmentFault(
                f"the cache cannot be in `{folder}`, because other people can write to that folder"
            )


def _user_folder() -> Path:
    """The user's cache folder on this system."""
    if folder := os.environ.get("XDG_CACHE_HOME"):
        return Path(folder)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
