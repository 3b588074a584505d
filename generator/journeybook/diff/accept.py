"""The accept list of a repository: changes that were agreed to, by fingerprint.

`.journeybook-accept` beside `site.yaml` has one per line, with the reason: `1f0c9a7be2d4  agreed
with sales on 12 May`. Lines that start with `#` are comments.

A line accepts a change only until it is merged: what the base of a comparison has already, accepts
nothing any more, so that no old agreement hides a new change.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

ACCEPT_FILE = ".journeybook-accept"
_LINE = re.compile(r"(?P<fingerprint>[0-9a-f]{12})(?:\s+.*)?")


@dataclass(frozen=True, slots=True)
class AcceptList:
    """The fingerprints of one revision, each with the number of its line, and the numbers of the
    lines that are not valid."""

    lines: Mapping[str, int]
    wrong: tuple[int, ...] = ()

    def since(self, base: AcceptList) -> AcceptList:
        """Only what the base of a comparison does not have yet."""
        new = {
            fingerprint: line
            for fingerprint, line in self.lines.items()
            if fingerprint not in base.lines
        }
        return AcceptList(new, self.wrong)

    def without(self, used: Collection[str]) -> tuple[int, ...]:
        """The numbers of the lines whose fingerprints are not among these."""
        return tuple(line for each, line in self.lines.items() if each not in used)


def read_accept_list(data: bytes) -> AcceptList:
    """The accept list in the bytes of `.journeybook-accept`."""
    lines: dict[str, int] = {}
    wrong: list[int] = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        match = _LINE.fullmatch(text)
        if match is None:
            wrong.append(number)
        else:
            lines.setdefault(match["fingerprint"], number)
    return AcceptList(lines, tuple(wrong))
