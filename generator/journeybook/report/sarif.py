"""Findings as SARIF 2.1.0, for code scanning and editors.

Columns are counted in UTF-16 units, as declared in `columnKind`. Each rule that occurs includes the
text of `journeybook explain`. URIs are relative to the repository and percent-encoded.
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
    codes = sorted({finding.code for finding in report.findings})
    numbered = zip(report.findings, fingerprints(report), strict=True)
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
            _result(report, finding, codes.index(finding.code), fingerprint)
            for finding, fingerprint in numbered
        ],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str) -> Json:
    rule = explanation(code)
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.title} {_why(rule)}"},
        "help": {"text": _help(rule, fence=""), "markdown": _help(rule, fence="````")},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _help(rule: Explanation, fence: str) -> str:
    parts = [rule.title, _why(rule)]
    for label, example in (("Bad", rule.bad), ("Good", rule.good)):
        if not example.strip():
            continue
        lines = "\n".join(map(visible, example.rstrip("\n").split("\n")))
        if fence:
            parts.append(f"{label}:\n\n{fence}\n{lines}\n{fence}")
        else:
            parts.append(f"{label}:\n{lines}")
    return "\n\n".join(parts)


def _why(rule: Explanation) -> str:
    return rule.why[:1].upper() + rule.why[1:]


def _result(report: FindingsReport, finding: Diagnostic, rule: int, fingerprint: str) -> Json:
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(sentence(finding))},
        "locations": [{"physicalLocation": _place(report, finding.span)}],
        "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint}:1"},
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
    """A column in UTF-16 units. Past the end of the line, and in a file without a source, each
    column is one unit."""
    source = report.sources.get(file)
    if source is None:
        return column
    before = source.line(line)[: column - 1]
    return utf16_length(before.ljust(column - 1)) + 1


def _address(path: str) -> str:
    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


def _message(text: str) -> str:
    """The text without `[words](target)`, which SARIF would read as a link."""
    return re.sub(r"\](?=\()", "] ", text)
