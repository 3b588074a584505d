"""Findings as annotations beside the lines of a pull request on GitHub.

Findings beyond the number that GitHub shows are counted. Author text cannot start a line, and so
cannot start a command: hidden characters are spelled out.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.diagnostics import Diagnostic, Severity
from journeybook.report.findings_report import FindingsReport, sentence
from journeybook.report.names import name_of
from journeybook.report.terminal import summary
from journeybook.report.workflow_commands import MOST_SHOWN, workflow_command

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(report: FindingsReport) -> str:
    """One command per line, at most ten of each level, and a last line that counts all findings."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: FindingsReport) -> Iterator[str]:
    for severity, command in _COMMANDS.items():
        of_this_level = report.of(severity)
        for finding in of_this_level[:MOST_SHOWN]:
            yield annotation(command, report.path(finding.span.file), finding)
        rest = len(of_this_level) - MOST_SHOWN
        if rest > 0:
            yield (
                f"... and {rest} more at level {severity.value} that GitHub does not show; run "
                "`journeybook check` to see all"
            )
    yield summary(report.findings, report.files)


def annotation(command: str, file: str, finding: Diagnostic) -> str:
    """The workflow command for one finding. GitHub accepts columns only for a finding on one
    line."""
    span = finding.span
    title = " ".join(word for word in (finding.code, name_of(finding.code)) if word)
    values: dict[str, object] = {"file": file, "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:
        values |= {"col": span.column, "endColumn": max(span.end_column, span.column)}
    return workflow_command(command, {**values, "title": title}, sentence(finding))
