"""Read a site, or a theme, from disk into plain mappings of path to bytes."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from journeybook.budget import STANDARD, Budget
from journeybook.diagnostics import Diagnostic, in_order
from journeybook.effects.faults import EnvironmentFault, in_words
from journeybook.effects.folders import Reading

SITE_FILE = "site.yaml"
CONTENT = "content"
THEMES = "themes"
THEME_PARTS = ("theme.yaml", "templates", "static")
_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class SourceTree:
    """The files of a site by their path from its root, with `/`, sorted."""

    files: Mapping[str, bytes]


def find_site(start: Path) -> Path | None:
    """The nearest folder at or above `start` with a `site.yaml`."""
    here = start.absolute()
    return next(
        (folder for folder in (here, *here.parents) if (folder / SITE_FILE).is_file()), None
    )


def find_repository(start: Path) -> Path | None:
    """The nearest folder at or above `start` that is the top of a git work tree."""
    here = start.absolute()
    return next(
        (folder for folder in (here, *here.parents) if os.path.lexists(folder / ".git")), None
    )


def read_site(
    root: Path, budget_of: Callable[[bytes], Budget] = lambda site_file: STANDARD
) -> tuple[SourceTree, tuple[Diagnostic, ...]]:
    """`site.yaml` and everything below `content/`, and a finding for each unreadable file.

    `budget_of` gives the limits for `content/` from the bytes of `site.yaml`.
    """
    reading = Reading(STANDARD)
    _read(root, (SITE_FILE,), reading)
    reading.budget = budget_of(reading.files.get(SITE_FILE, b""))
    _read(root, (CONTENT,), reading)
    return SourceTree(_in_order(reading.files)), in_order(reading.findings)


def read_theme(folder: Path) -> Mapping[str, bytes]:
    """A theme's `theme.yaml`, `templates/` and `static/`.

    Raises EnvironmentFault if a file cannot be read.
    """
    reading = Reading(STANDARD)
    _read(folder, THEME_PARTS, reading)
    for finding in reading.findings:
        raise EnvironmentFault(f"cannot use the theme `{folder.name}`: {finding.message}")
    return _in_order(reading.files)


def read_themes(root: Path) -> Mapping[str, bytes]:
    """Every readable file below `themes/`, by its path from the site's root."""
    reading = Reading(STANDARD)
    _read(root, (THEMES,), reading)
    return _in_order(reading.files)


def read_accept(root: Path, name: str) -> bytes:
    """One file beside `site.yaml`; empty if there is none."""
    reading = Reading(STANDARD)
    _read(root, (name,), reading)
    return reading.files.get(name, b"")


def packaged_theme() -> Path:
    """The built-in theme: that of the installed package, or of the checkout."""
    for folder in (_PACKAGE / "themes" / "default", _PACKAGE.parents[1] / "themes" / "default"):
        if folder.is_dir():
            return folder
    raise EnvironmentFault("the built-in theme is missing; reinstall journeybook")


def _read(root: Path, names: tuple[str, ...], reading: Reading) -> None:
    try:
        reading.read(str(root), names)
    except OSError as error:
        raise EnvironmentFault(f"cannot read the folder `{root}`: {in_words(error)}") from error


def _in_order(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return MappingProxyType(dict(sorted(files.items())))
