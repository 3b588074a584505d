"""The note beside an output folder that names the folders of a build in progress.

A folder is deleted after a killed build only because this note, in our own words, names it. A name
that looks like one of ours proves nothing: such a folder is left alone, and another name is taken.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_FIRST_LINE = "journeybook build in progress: these folders may be deleted"
_COMPLETE = "complete"
_NAMES = 100
"""Names that are tried until one is free."""


@dataclass(frozen=True, slots=True)
class BuildFolders:
    """The folders of one build, beside its target: where the new site is built, and where the old
    one goes if the two cannot be exchanged. `is_complete` if the new site has all its files."""

    fresh: Path
    old: Path
    is_complete: bool = False


def choose_folders(target: Path) -> BuildFolders:
    """Two names beside the target that nothing has yet."""
    return BuildFolders(_free(target, "new"), _free(target, "old"))


def write_note(target: Path, folders: BuildFolders) -> None:
    """Name the folders of a build, before they are created."""
    lines = [_FIRST_LINE, folders.fresh.name, folders.old.name, ""]
    _place(target).write_text("\n".join(lines), encoding="utf-8", errors="surrogateescape")


def note_that_all_is_written(target: Path) -> None:
    """Add to the note that the new site has all its files. Nothing of it is lost in a kill."""
    with _place(target).open("a", encoding="utf-8") as note:
        note.write(f"{_COMPLETE}\n")


def read_note(target: Path) -> BuildFolders | None:
    """The folders that an unfinished build has named; None if there is no note of ours."""
    note = _place(target)
    lines = _text(note).split("\n")
    if len(lines) < 4 or not all(_is_beside(name, target) for name in lines[1:3]):
        return None
    fresh, old = (target.with_name(name) for name in lines[1:3])
    return BuildFolders(fresh, old, lines[3] == _COMPLETE)


def remove_note(target: Path) -> None:
    """Remove our note, if there is one."""
    note = _place(target)
    with suppress(OSError):
        note.unlink(missing_ok=True)


def _place(target: Path) -> Path:
    """Where our note is or can be: the first name that is free or has a note of ours."""
    return next(path for path in _names(target, "swap") if _is_ours(path))


def _is_ours(path: Path) -> bool:
    if not os.path.lexists(path):
        return True
    is_empty_file = stat.S_ISREG(path.lstat().st_mode) and not path.lstat().st_size
    return is_empty_file or bool(_text(path))


def _text(path: Path) -> str:
    """The text of a note of ours; empty for anything else."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return ""
        text = path.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
    return text if text.partition("\n")[0] == _FIRST_LINE else ""


def _is_beside(name: str, target: Path) -> bool:
    """Whether a name is one that `choose_folders` gives for this target."""
    starts = (f".{target.name}.new.", f".{target.name}.old.")
    return name.startswith(starts) and "/" not in name and os.sep not in name


def _free(target: Path, kind: str) -> Path:
    names = _names(target, f"{kind}.{os.getpid()}")
    return next(path for path in names if not os.path.lexists(path))


def _names(target: Path, ending: str) -> list[Path]:
    """`.site.ending`, `.site.ending-1` and so on."""
    endings = [ending, *(f"{ending}-{number}" for number in range(1, _NAMES))]
    return [target.with_name(f".{target.name}.{one}") for one in endings]
