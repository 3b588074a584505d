"""Write files that the user named: each completely or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault, in_words


def write_files(files: Mapping[Path, bytes], *, force: bool) -> tuple[Path, ...]:
    """Write files and return their paths.

    Raises EnvironmentFault, before anything is written, if one exists and `force` is not set.
    """
    taken = [path for path in files if os.path.lexists(path)]
    folders = [path for path in taken if path.is_dir() and not path.is_symlink()]
    if folders:
        raise EnvironmentFault(f"`{folders[0]}` is a folder, not a file; nothing was written")
    if taken and not force:
        if len(taken) == 1:
            raise EnvironmentFault(f"`{taken[0]}` already exists; use --force to overwrite it")
        raise EnvironmentFault(
            f"`{taken[0]}` and {len(taken) - 1} more already exist; use --force to overwrite them"
        )
    for path, data in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, data)
        except OSError as error:
            raise EnvironmentFault(f"cannot write `{path}`: {in_words(error)}") from error
    return tuple(files)


def _write(path: Path, data: bytes) -> None:
    """Write a temporary file, then rename it: a link at the path is replaced, never followed."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".journeybook-")
    try:
        with open(handle, "wb") as stream:
            stream.write(data)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
