"""Findings as workflow commands, which GitHub shows as annotations beside the lines of a pull request.

    ::error file=content/journeys/ana/buy.md,line=7,col=15,endColumn=24,title=JB102 unknown-reference::no touchpoint …

GitHub shows at most ten errors, ten warnings and ten notices of a step and drops the rest without a word, so the rest
is counted here. Nothing an author wrote can start a line, and with it a command: hidden characters are spelled out.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.diagnostics import Diagnostic, Severity
from journeybook.report.findings_report import FindingsReport, sentence
from journeybook.report.names import name_of
from journeybook.report.terminal import summary

MOST_SHOWN = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(report: FindingsReport) -> str:
    """One command a line, at most ten of each level; then a line with the count of all."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: FindingsReport) -> Iterator[str]:
    for severity, command in _COMMANDS.items():
        of_this_level = report.of(severity)
        for finding in of_this_level[:MOST_SHOWN]:
            yield annotation(command, report.path(finding.span.file), finding)
        rest = len(of_this_level) - MOST_SHOWN
        if rest > 0:
            yield f"... and {rest} more of level {severity.value}, beyond what GitHub shows; `journeybook check` lists all"
    yield summary(report.found, report.files)


def annotation(command: str, file: str, finding: Diagnostic) -> str:
    """The workflow command for one finding. Columns are said only where it stands on one line, as GitHub wants."""
    span = finding.span
    title = " ".join(word for word in (finding.code, name_of(finding.code)) if word)
    values = {"file": file, "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:
        values |= {"col": span.column, "endColumn": max(span.end_column, span.column)}
    told = ",".join(f"{name}={_property(str(value))}" for name, value in {**values, "title": title}.items())
    return f"::{command} {told}::{_data(sentence(finding))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
