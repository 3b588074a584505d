"""The accept list of a repository: changes that somebody has agreed to, by fingerprint.

`.journeybook-accept` beside `site.yaml` holds one a line, and why: `1f0c9a7be2d4  agreed with sales
on 12 May`. Lines that start with `#` are remarks.
"""

from __future__ import annotations

import re

ACCEPT_FILE = ".journeybook-accept"
_LINE = re.compile(r"(?P<print>[0-9a-f]{12})(?:\s+(?P<why>.*))?")


def accepted(data: bytes) -> tuple[dict[str, str], tuple[int, ...]]:
    """Fingerprint -> reason, and the numbers of the lines that are none."""
    found: dict[str, str] = {}
    wrong: list[int] = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        match = _LINE.fullmatch(text)
        if match is None:
            wrong.append(number)
        else:
            found[match["print"]] = match["why"] or ""
    return found, tuple(wrong)
