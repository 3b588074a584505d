"""Findings as JSON for editors and other tools; the shape is stable.

`findings`: code, name, severity, file, line, column, end_line, end_column, message, hint, and `related`
(file, line, column, message). `counts`: errors, warnings, infos, files.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from journeybook.checks.explain import explanation
from journeybook.diagnostics import Diagnostic, Severity


def machine(diagnostics: Sequence[Diagnostic], files: int) -> str:
    """All findings as one JSON text."""
    counts = {
        "errors": sum(d.severity is Severity.ERROR for d in diagnostics),
        "warnings": sum(d.severity is Severity.WARNING for d in diagnostics),
        "infos": sum(d.severity is Severity.INFO for d in diagnostics),
        "files": files,
    }
    return json.dumps({"findings": [_finding(d) for d in diagnostics], "counts": counts}, ensure_ascii=False, indent=1)


def _finding(diagnostic: Diagnostic) -> dict[str, Any]:
    known = explanation(diagnostic.code)
    span = diagnostic.span
    made: dict[str, Any] = {
        "code": diagnostic.code,
        "name": known.name if known else "",
        "severity": str(diagnostic.severity),
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }
    if diagnostic.related:
        made["related"] = [
            {"file": r.span.file, "line": r.span.line, "column": r.span.column, "message": r.message}
            for r in diagnostic.related
        ]
    return made
