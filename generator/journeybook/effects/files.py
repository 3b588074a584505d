"""Write files that somebody asked for by name: each whole or not at all, and over another only
where that is wanted."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault, in_words


def write_files(files: Mapping[Path, bytes], *, force: bool) -> tuple[Path, ...]:
    """The paths written. Nothing is written if one of them is there already, unless `force` says to
    replace it."""
    taken = [path for path in files if os.path.lexists(path)]
    folders = [path for path in taken if path.is_dir() and not path.is_symlink()]
    if folders:
        raise EnvironmentFault(f"`{folders[0]}` is a folder, not a file; nothing was written")
    if taken and not force:
        more = f" and {len(taken) - 1} more" if len(taken) > 1 else ""
        raise EnvironmentFault(f"`{taken[0]}`{more} already exists; use --force to overwrite it")
    for path, data in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _put(path, data)
        except OSError as error:
            raise EnvironmentFault(f"cannot write `{path}`: {in_words(error)}") from error
    return tuple(files)


def _put(path: Path, data: bytes) -> None:
    """Write beside, then exchange: a link at the path is replaced, never followed."""
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
