"""Split a file into front matter and body."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.schema.findings import Findings
from journeybook.text import Source


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines of the front matter, an empty range if there are none, and the first line of the
    body."""

    yaml_first: int
    yaml_last: int
    body_first: int


def split(source: Source, findings: Findings) -> Parts | None:
    """Find the front matter between two `---` lines; None with a finding if that fails."""
    lines = source.lines
    if not source.text.strip():
        findings.add(
            "JB100",
            findings.span(1, 1, 1),
            "this file is empty",
            "add three lines: `---`, `title: …`, `---`",
        )
        return None
    opening = next(number for number, line in enumerate(lines, 1) if line.strip())
    if lines[opening - 1].rstrip() != "---":
        findings.add(
            "JB107",
            findings.span(opening, 1, len(lines[opening - 1])),
            "this file does not start with front matter",
            "add three lines at the top: `---`, `title: …`, `---`",
        )
        return Parts(1, 0, 1)
    for number in range(opening + 1, len(lines) + 1):
        if lines[number - 1].rstrip() in ("---", "..."):
            return Parts(opening + 1, number - 1, number + 1)
    findings.add(
        "JB106",
        findings.span(opening, 1, 3),
        "the front matter starts here but is not closed",
        "add a line `---` after the last key",
    )
    return None
