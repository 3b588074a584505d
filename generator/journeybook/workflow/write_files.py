"""Write the few files that commands create: completely or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault, in_words


def write_new(root: Path, files: Mapping[str, str]) -> None:
    """Write new files below `root`, or none of them. Existing files are never replaced."""
    taken = [path for path in files if os.path.lexists(root / path)]
    if taken:
        raise EnvironmentFault(f"{_listed(taken)}; nothing was changed")
    written: list[Path] = []
    try:
        for path, text in files.items():
            _stay_inside(root, root / path)
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            with open(root / path, "x", encoding="utf-8", newline="\n") as stream:
                written.append(root / path)
                stream.write(text)
    except OSError as error:
        for file in written:
            with suppress(OSError):
                file.unlink()
        raise EnvironmentFault(f"cannot write `{root / path}`: {in_words(error)}") from error


def _listed(taken: list[str]) -> str:
    names = ", ".join(f"`{path}`" for path in taken[:3])
    if len(taken) > 3:
        names += f" and {len(taken) - 3} more"
    verb = "already exists" if len(taken) == 1 else "already exist"
    return f"{names} {verb}"


def overwrite(path: Path, text: str) -> Path:
    """Write one file, replacing an existing one. Returns its path."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise EnvironmentFault(f"cannot write `{path}`: {in_words(error)}") from error
    return path


def _stay_inside(root: Path, path: Path) -> None:
    """Refuse to follow a symbolic link out of the folder."""
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
        raise EnvironmentFault(
            f"`{path}` goes through a symbolic link to outside the site; nothing was written"
        )
