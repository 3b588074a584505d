"""Findings as a Code Quality report, which GitLab shows in a merge request: an array of

{"description", "check_name", "fingerprint", "severity", "location": {"path", "lines": {"begin",
"end"}}}
"""

from __future__ import annotations

import json
from typing import Any

from journeybook.diagnostics import Diagnostic, Severity
from journeybook.report.findings_report import FindingsReport, sentence
from journeybook.report.fingerprints import fingerprints
from journeybook.report.names import name_of

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def as_gitlab(report: FindingsReport) -> str:
    """The report as JSON text."""
    numbered = zip(report.findings, fingerprints(report), strict=True)
    issues = [_issue(report, finding, fingerprint) for finding, fingerprint in numbered]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(report: FindingsReport, finding: Diagnostic, fingerprint: str) -> dict[str, Any]:
    span = finding.span
    return {
        "description": sentence(finding),
        "check_name": f"{finding.code} {name_of(finding.code)}".strip(),
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": report.path(span.file),
            "lines": {"begin": span.line, "end": span.end_line},
        },
    }
