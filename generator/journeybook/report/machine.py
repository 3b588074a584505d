"""Findings for other programs, as JSON in a stable format.

    {"findings": [{"code", "name", "severity",
                   "file", "line", "column", "end_line", "end_column", "message", "hint",
                   "related": [{"file", "line", "column", "end_line", "end_column", "message"}]}],
     "counts": {"errors", "warnings", "infos", "files"}}

`file` is the path from the site's root with `/`. Lines and columns count from 1, columns in
characters (Unicode code points); the end column is the one after the last character. `severity` is
error, warning or info; `hint` may be empty. Findings come in order of place. Keys may be added,
never renamed or removed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from journeybook.diagnostics import Diagnostic, Severity
from journeybook.report.names import name_of
from journeybook.report.places import place


def as_json(findings: Iterable[Diagnostic], files: int) -> str:
    """The findings of `files` files as JSON text."""
    return json.dumps(document(tuple(findings), files), ensure_ascii=False, indent=2) + "\n"


def document(findings: tuple[Diagnostic, ...], files: int) -> dict[str, Any]:
    """The findings as plain values."""
    counts = Counter(finding.severity for finding in findings)
    return {
        "findings": [_finding(finding) for finding in findings],
        "counts": {
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "infos": counts[Severity.INFO],
            "files": files,
        },
    }


def _finding(finding: Diagnostic) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": name_of(finding.code),
        "severity": finding.severity.value,
        **place(finding.span),
        "message": finding.message,
        "hint": finding.hint,
        "related": [{**place(other.span), "message": other.message} for other in finding.related],
    }
