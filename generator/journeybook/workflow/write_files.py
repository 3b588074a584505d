"""Write the few files that commands make: new ones never over others, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault, in_words


def write_new(root: Path, files: Mapping[str, str]) -> None:
    """Write new files below `root`, or none of them: nothing that is there is ever replaced."""
    taken = [path for path in files if os.path.lexists(root / path)]
    if taken:
        listed = ", ".join(taken[:3]) + (f" and {len(taken) - 3} more" if len(taken) > 3 else "")
        raise EnvironmentFault(
            f"{listed} {'is' if len(taken) == 1 else 'are'} already there; nothing was changed"
        )
    made: list[Path] = []
    try:
        for path, text in files.items():
            _stay_inside(root, root / path)
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            with open(root / path, "x", encoding="utf-8", newline="\n") as stream:
                made.append(root / path)
                stream.write(text)
    except OSError as error:
        for file in made:
            with suppress(OSError):
                file.unlink()
        raise EnvironmentFault(f"cannot write `{root / path}`: {in_words(error)}") from error


def overwrite(path: Path, text: str) -> Path:
    """Write one file that is ours to replace; its path."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise EnvironmentFault(f"cannot write `{path}`: {in_words(error)}") from error
    return path


def _stay_inside(root: Path, path: Path) -> None:
    """Refuse to follow a link that leads out of the folder."""
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
        raise EnvironmentFault(
            f"`{path}` goes through a symbolic link to outside the site; nothing was written"
        )
