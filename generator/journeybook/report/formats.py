"""The machine-readable formats of `journeybook check`: name -> writer."""

from __future__ import annotations

from collections.abc import Callable

from journeybook.report.findings_report import FindingsReport
from journeybook.report.github import as_github
from journeybook.report.gitlab import as_gitlab
from journeybook.report.machine import as_json
from journeybook.report.sarif import as_sarif

FORMATS: dict[str, Callable[[FindingsReport], str]] = {
    "json": lambda report: as_json(report.findings, report.files),
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
}
