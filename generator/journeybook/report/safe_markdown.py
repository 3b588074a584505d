"""Author text inside a comment on a code host: shown as written, and nothing else.

Nothing in it may call a person, link to an issue or a commit, become HTML, close a block or turn
the direction of the text around it. Hosts look for mentions after they have rendered the Markdown,
so that a backslash alone does not help: an invisible space stands behind every character that
starts one.
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
"""What hosts take for the id of a commit, wherever it stands; broken after every fourth digit."""
_PUNCTUATION = frozenset("\\`*_{}[]<>()#+-.!|~:$^&@\"'=/%")


def safe(text: str) -> str:
    """One line of author text for a Markdown comment."""
    line = " ".join(visible(unicodedata.normalize("NFC", text)).split())
    pieces: list[str] = []
    at = 0
    ends = {
        match.end() for pattern in (_STARTS, _ADDRESS, _ISSUE) for match in pattern.finditer(line)
    }
    ends |= {
        end for match in _COMMIT.finditer(line) for end in range(match.start() + 4, match.end(), 4)
    }
    for end in sorted(ends):
        pieces.append(line[at:end])
        at = end
    pieces.append(line[at:])
    return _BREAK.join(
        "".join(f"\\{c}" if c in _PUNCTUATION else c for c in piece) for piece in pieces
    )
