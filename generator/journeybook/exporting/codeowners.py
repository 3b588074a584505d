"""Owners as lines of a CODEOWNERS file, in a block of their own; lines that people wrote around it
stay.

The last line that matches a file wins, in GitHub and in GitLab (there, in each section). So the
line for everybody else comes first, and the block goes to the end of a file that has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.insight.owners import OwnedFile

MARK = "# journeybook owners: begin"
BEGIN = f"{MARK}. `journeybook owners` writes these lines; write your own above."
END = "# journeybook owners: end"
SECTION = "[Customer journeys]"

_GITHUB = re.compile(
    r"@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:/[A-Za-z0-9_.-]+)?|[^\s@]+@[^\s@]+\.[^\s@]+"
)
_GITLAB = re.compile(r"@@?[A-Za-z0-9_][\w.-]*(?:/[\w.-]+)*|[^\s@]+@[^\s@]+\.[^\s@]+")


@dataclass(frozen=True, slots=True)
class Forge:
    """Where a forge looks for the file, first place first; and what it takes for a handle."""

    title: str
    places: tuple[str, ...]
    default: str
    handle: re.Pattern[str]
    sections: bool

    def knows(self, handle: str) -> bool:
        """Whether this can be the handle of somebody there."""
        return self.handle.fullmatch(handle) is not None


FORGES = {
    "github": Forge(
        "GitHub",
        (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"),
        ".github/CODEOWNERS",
        _GITHUB,
        False,
    ),
    "gitlab": Forge(
        "GitLab",
        ("CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"),
        ".gitlab/CODEOWNERS",
        _GITLAB,
        True,
    ),
}


def lines(
    files: Iterable[OwnedFile], everyone_else: Iterable[str], forge: Forge, prefix: str = ""
) -> tuple[str, ...]:
    """A line for each file with a handle that the forge takes, by path. `prefix` is the site's
    folder, as `maps/`."""
    others = [handle for handle in everyone_else if forge.knows(handle)]
    made = [f"{pattern(f'{prefix}content/')} {' '.join(others)}"] if others else []
    for file in files:
        handles = [handle for handle in file.handles if forge.knows(handle)]
        if handles:
            made.append(f"{pattern(prefix + file.path)} {' '.join(handles)}")
    return tuple(made)


def pattern(path: str) -> str:
    """A path from the top of the repository as a pattern that matches it alone: signs with a
    meaning are escaped, and those that no line can hold match as any one sign."""
    return "/" + "".join(_sign(character) for character in path)


def _sign(character: str) -> str:
    if character == " " or character in "\\*?[]#!":
        return "\\" + character
    return "?" if character.isspace() or not character.isprintable() else character


def merged(text: str, owned: Iterable[str], forge: Forge) -> str | None:
    """The text of the file with the block of these lines: in its place, or at the end. Line ends
    stay as they are. None where our two marks do not each stand once, in order."""
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    around = _around(text.replace("\r\n", "\n"))
    if around is None:
        return None
    above, below = around
    in_section = forge.sections and re.search(r"^\^?\[[^\]\n]+\]", above, re.MULTILINE)
    block = "\n".join((BEGIN, *((SECTION,) if in_section else ()), *owned, END)) + "\n"
    return (above + block + below).replace("\n", end_of_line)


def _around(text: str) -> tuple[str, str] | None:
    """What stands above and below the block."""
    rows = text.split("\n")
    begins = [at for at, row in enumerate(rows) if row.startswith(MARK)]
    ends = [at for at, row in enumerate(rows) if row.strip() == END]
    if not begins and not ends:
        above = text.rstrip("\n")
        return (above + "\n\n" if above else ""), ""
    if len(begins) != 1 or len(ends) != 1 or begins[0] > ends[0]:
        return None
    return "".join(f"{row}\n" for row in rows[: begins[0]]), "\n".join(rows[ends[0] + 1 :])
