"""Author text in a comment on a code host: shown as written, without any effect.

It must not mention a person, link to an issue or a commit, become HTML, close a block or change the
direction of the text around it (`prose/host_references.py`).
"""

from __future__ import annotations

import unicodedata

from journeybook.prose.host_references import BREAK, needed_breaks
from journeybook.text import visible

_PUNCTUATION = frozenset("\\`*_{}[]<>()#+-.!|~:$^&@\"'=/%")


def safe(text: str) -> str:
    """One line of author text for a Markdown comment."""
    line = " ".join(visible(unicodedata.normalize("NFC", text)).split())
    pieces: list[str] = []
    start = 0
    for end in sorted(needed_breaks(line)):
        pieces.append(line[start:end])
        start = end
    pieces.append(line[start:])
    return BREAK.join(map(_escaped, pieces))


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in _PUNCTUATION else c for c in text)
