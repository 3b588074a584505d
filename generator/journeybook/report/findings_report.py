"""The input of every machine-readable report of `check`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeybook.diagnostics import Diagnostic, Severity
from journeybook.text import Source, visible


@dataclass(frozen=True, slots=True)
class FindingsReport:
    """The findings of a run in order of place, and the files that were checked."""

    findings: tuple[Diagnostic, ...]
    files: int
    """How many files were read."""
    sources: Mapping[str, Source]
    """The text of each file, by its path from the site's root."""
    prefix: str = ""
    """The folder of the site within the repository, such as `maps/`; empty for its root."""
    version: str = ""

    def path(self, file: str) -> str:
        """The path of a file of the site from the root of the repository."""
        return self.prefix + file

    def of(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """The findings of one severity."""
        return tuple(finding for finding in self.findings if finding.severity is severity)


def sentence(finding: Diagnostic) -> str:
    """Message and hint in one line, without hidden characters."""
    return visible(f"{finding.message}; {finding.hint}" if finding.hint else finding.message)
