"""The last check before names reach the disk: every name must be safe on every system.

URLs are chosen and checked in `pages/plan.py`; a name that is refused here is a bug in journeybook.
"""

from __future__ import annotations

from collections.abc import Iterable

from journeybook.text import fold, unusable_name


def check_names(names: Iterable[str]) -> None:
    """Raise ValueError for a name outside the folder, or that some system cannot distinguish."""
    spelling: dict[str, str] = {}
    files = set()
    for name in names:
        parts = name.split("/")
        for part in parts:
            if reason := unusable_name(part):
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
