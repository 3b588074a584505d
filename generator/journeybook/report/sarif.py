"""Findings as SARIF 2.1.0, for code scanning and editors.

Columns are counted in UTF-16 units, as the file says of itself (`columnKind`). The rules that occur
bring the page of `journeybook explain` along. Addresses are relative to the repository and
percent-encoded.
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

from journeybook.checks.explain import explanation
from journeybook.diagnostics import Diagnostic, Severity
from journeybook.faults import Explanation
from journeybook.report.findings_report import FindingsReport, sentence
from journeybook.report.fingerprints import fingerprints
from journeybook.text import Span, utf16_length, visible

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"

Json = dict[str, Any]


def as_sarif(report: FindingsReport) -> str:
    """The report as JSON text."""
    codes = sorted({finding.code for finding in report.found})
    marks = fingerprints(report)
    run = {
        "tool": {
            "driver": {
                "name": "journeybook",
                "version": report.version,
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder of the repository."}}},
        "results": [
            _result(report, finding, codes.index(finding.code), mark)
            for finding, mark in zip(report.found, marks, strict=True)
        ],
    }
    return (
        json.dumps(
            {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2
        )
        + "\n"
    )


def _rule(code: str) -> Json:
    known = explanation(code)
    if known is None:
        return {"id": code}
    return {
        "id": code,
        "name": known.name,
        "shortDescription": {"text": known.title},
        "fullDescription": {"text": f"{known.title} {_why(known)}"},
        "help": {"text": _help(known, fence=""), "markdown": _help(known, fence="````")},
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
    }


def _help(known: Explanation, fence: str) -> str:
    parts = [known.title, _why(known)]
    for label, example in (("Bad", known.bad), ("Good", known.good)):
        if example.strip():
            lines = "\n".join(visible(line) for line in example.rstrip("\n").split("\n"))
            parts.append(
                f"{label}:\n\n{fence}\n{lines}\n{fence}".rstrip() if fence else f"{label}:\n{lines}"
            )
    return "\n\n".join(parts)


def _why(known: Explanation) -> str:
    return known.why[:1].upper() + known.why[1:]


def _result(report: FindingsReport, finding: Diagnostic, rule: int, mark: str) -> Json:
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(sentence(finding))},
        "locations": [{"physicalLocation": _place(report, finding.span)}],
        "partialFingerprints": {"primaryLocationLineHash": f"{mark}:1"},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": _message(visible(other.message))},
                "physicalLocation": _place(report, other.span),
            }
            for number, other in enumerate(finding.related, 1)
        ]
    return result


def _place(report: FindingsReport, span: Span) -> Json:
    region = {
        "startLine": span.line,
        "startColumn": _column(report, span.file, span.line, span.column),
    }
    region |= {
        "endLine": span.end_line,
        "endColumn": _column(report, span.file, span.end_line, span.end_column),
    }
    return {
        "artifactLocation": {"uri": _address(report.path(span.file)), "uriBaseId": _ROOT},
        "region": region,
    }


def _column(report: FindingsReport, file: str, line: int, column: int) -> int:
    """A column in UTF-16 units; one behind the end of the line, or of a file not at hand, counts on
    by ones."""
    source = report.sources.get(file)
    return utf16_length(source.line(line)[: column - 1].ljust(column - 1)) + 1 if source else column


def _address(path: str) -> str:
    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


def _message(text: str) -> str:
    """SARIF reads `[words](target)` in a message as a link, and an author's words are none."""
    return re.sub(r"\](?=\()", "] ", text)
