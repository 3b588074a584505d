"""Author text in a comment on a code host: shown as written, without any effect.

It must not mention a person, link to an issue or a commit, become HTML, close a block or change the
direction of the text around it. Hosts look for mentions after they have rendered the Markdown,
where a backslash does not help: every character that starts one is followed by an invisible space.
"""

from __future__ import annotations

import re
import unicodedata

from journeybook.text import visible

_BREAK = "&#8203;"
_STARTS = re.compile(r"[@#!$%&~^*+/](?=\S)")
"""What starts a mention, a reference or a command on GitHub or GitLab."""
_ADDRESS = re.compile(r"(?i)(https?|ftp|mailto|www|xmpp)(?=[:.])")
_ISSUE = re.compile(r"(?i)\b(gh|jira|[a-z]{2,10})-(?=\d)")
_COMMIT = re.compile(r"(?i)[0-9a-f]{7,}")
"""What hosts take for the ID of a commit anywhere in a text; broken after every fourth digit."""
_PUNCTUATION = frozenset("\\`*_{}[]<>()#+-.!|~:$^&@\"'=/%")


def safe(text: str) -> str:
    """One line of author text for a Markdown comment."""
    line = " ".join(visible(unicodedata.normalize("NFC", text)).split())
    pieces: list[str] = []
    start = 0
    for end in sorted(_breaks(line)):
        pieces.append(line[start:end])
        start = end
    pieces.append(line[start:])
    return _BREAK.join(map(_escaped, pieces))


def _breaks(line: str) -> set[int]:
    """The positions where an invisible space keeps a host from recognising something."""
    breaks: set[int] = set()
    for pattern in (_STARTS, _ADDRESS, _ISSUE):
        breaks |= {match.end() for match in pattern.finditer(line)}
    for match in _COMMIT.finditer(line):
        breaks.update(range(match.start() + 4, match.end(), 4))
    return breaks


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in _PUNCTUATION else c for c in text)
