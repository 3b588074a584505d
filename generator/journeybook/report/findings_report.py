"""What every report for a machine is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeybook.diagnostics import Diagnostic, Severity
from journeybook.text import Source, visible


@dataclass(frozen=True, slots=True)
class FindingsReport:
    """The findings of a run in order of place, and what they are said of."""

    found: tuple[Diagnostic, ...]
    files: int
    """How many files were read."""
    sources: Mapping[str, Source]
    """The text of each file, by its path from the site's root."""
    prefix: str = ""
    """The site's folder counted from the repository's, as `maps/`; empty where the two are one."""
    version: str = ""

    def path(self, file: str) -> str:
        """A file of the site as the repository knows it."""
        return self.prefix + file

    def of(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """The findings of one weight."""
        return tuple(finding for finding in self.found if finding.severity is severity)


def sentence(finding: Diagnostic) -> str:
    """What is wrong and what to do, on one line without hidden characters."""
    return visible(f"{finding.message}; {finding.hint}" if finding.hint else finding.message)
