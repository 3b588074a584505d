"""The accept list of a repository: changes that were agreed to, by fingerprint.

`.journeybook-accept` beside `site.yaml` has one per line, with the reason: `1f0c9a7be2d4  agreed
with sales on 12 May`. Lines that start with `#` are comments.
"""

from __future__ import annotations

import re

ACCEPT_FILE = ".journeybook-accept"
_LINE = re.compile(r"(?P<print>[0-9a-f]{12})(?:\s+(?P<why>.*))?")


def accepted(data: bytes) -> tuple[dict[str, str], tuple[int, ...]]:
    """Fingerprint -> reason, and the numbers of the lines that are not valid."""
    reasons: dict[str, str] = {}
    wrong: list[int] = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        match = _LINE.fullmatch(text)
        if match is None:
            wrong.append(number)
        else:
            reasons[match["print"]] = match["why"] or ""
    return reasons, tuple(wrong)
