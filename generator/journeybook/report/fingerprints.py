"""A short name for each finding that survives edits elsewhere in its file, so that a forge knows an
old one again.

It is made of the code, the file and the text of the line, not of the line's number and not of our
wording. Findings that are equal in all three are counted.
"""

from __future__ import annotations

import hashlib
from collections import Counter

from journeybook.report.findings_report import FindingsReport


def fingerprints(report: FindingsReport) -> tuple[str, ...]:
    """One fingerprint of 32 hex digits for each finding, in the order of the findings; no two are
    equal."""
    seen: Counter[tuple[str, str, str]] = Counter()
    made = []
    for finding in report.found:
        span = finding.span
        source = report.sources.get(span.file)
        same = (
            finding.code,
            report.path(span.file),
            " ".join(source.line(span.line).split()) if source else "",
        )
        seen[same] += 1
        text = "\0".join((*same, str(seen[same])))
        made.append(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return tuple(made)
