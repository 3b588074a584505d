"""The last check before names reach the disk: every name must be safe on every system.

URLs are chosen and checked in `pages/plan.py`; a name that is refused here is a bug in journeybook.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_FORBIDDEN = frozenset('<>:"|?*\\')
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"]
    + [f"{device}{digit}" for device in ("com", "lpt") for digit in "0123456789¹²³"]
)


def check_names(names: Iterable[str]) -> None:
    """Raise ValueError for a name outside the folder, or that some system cannot distinguish."""
    spelling: dict[str, str] = {}
    files = set()
    for name in names:
        parts = name.split("/")
        for part in parts:
            if reason := _unsafe(part):
                raise ValueError(f"output name {name!r}: {reason}")
        for end in range(1, len(parts) + 1):
            path = "/".join(parts[:end])
            other = spelling.setdefault(fold(path), path)
            if other != path:
                raise ValueError(
                    f"output names {other!r} and {path!r} are the same on some systems"
                )
        files.add(fold(name))
    for path in spelling.values():
        if "/" in path and fold(path.rpartition("/")[0]) in files:
            raise ValueError(f"output name {path!r} is below a file")


def fold(path: str) -> str:
    """The same text for all names that some file system considers the same."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", path).casefold())


def _unsafe(part: str) -> str:
    if part in ("", ".", ".."):
        return "it is not a plain relative path"
    if any(
        character in _FORBIDDEN or unicodedata.category(character) in ("Cc", "Cs", "Cf")
        for character in part
    ):
        return "it contains a character that file systems refuse"
    if part[-1] in ". ":
        return "it ends with a dot or a space"
    if part.partition(".")[0].rstrip(" ").lower() in _DEVICES:
        return "Windows reserves it"
    if fold(part) in (".git", "git~1"):
        return "git reserves it"
    if len(part.encode()) > 255:
        return "it is too long"
    return ""
