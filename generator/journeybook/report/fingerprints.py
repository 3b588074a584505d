"""A fingerprint for each finding that edits elsewhere in its file do not change, so that code hosts
recognise a finding that they have shown before.

It depends on the code, the file and the text of the line, not on the line number or on our wording.
Findings that are equal in all three are numbered.
"""

from __future__ import annotations

import hashlib
from collections import Counter

from journeybook.report.findings_report import FindingsReport


def fingerprints(report: FindingsReport) -> tuple[str, ...]:
    """One fingerprint of 32 hex digits for each finding, in the order of the findings; no two are
    equal."""
    seen: Counter[tuple[str, str, str]] = Counter()
    fingerprints = []
    for finding in report.findings:
        span = finding.span
        source = report.sources.get(span.file)
        same = (
            finding.code,
            report.path(span.file),
            " ".join(source.line(span.line).split()) if source else "",
        )
        seen[same] += 1
        text = "\0".join((*same, str(seen[same])))
        fingerprints.append(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return tuple(fingerprints)
