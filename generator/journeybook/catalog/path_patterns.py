"""Path patterns: `*` and `?` match within one part of a path, `**` any number of parts, a folder
everything in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase


def matches(path: str, pattern: str) -> bool:
    """Whether a pattern matches a path. Works part by part, so that no pattern takes long."""
    wanted = [part for part in pattern.strip().removeprefix("./").split("/") if part]
    places = {0} if wanted else set()
    for part in path.split("/"):
        places = _through_stars(places, wanted)
        if len(wanted) in places:
            return True  # the pattern is a folder that contains the path
        after: set[int] = set()
        for at in places:
            if wanted[at] == "**":
                after.add(at)
            elif fnmatchcase(part, wanted[at]):
                after.add(at + 1)
        places = after
    return len(wanted) in _through_stars(places, wanted)


def _through_stars(places: Iterable[int], wanted: Sequence[str]) -> set[int]:
    """The same places, and those after every `**` that matches no part."""
    reached: set[int] = set()
    for place in places:
        at = place
        reached.add(at)
        while at < len(wanted) and wanted[at] == "**":
            at += 1
            reached.add(at)
    return reached
