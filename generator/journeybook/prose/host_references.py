"""What code hosts recognise in a text besides Markdown: mentions, references, commands, addresses.

Hosts look for them after they have rendered the Markdown, where a backslash does not help: only an
invisible space after the character that starts one does. This table is used to write comments
(`report/safe_markdown.py`) and to check those of others (`publish/comment_grammar.py`).
"""

from __future__ import annotations

import re

BREAK = "&#8203;"
"""An invisible space."""
_STARTS = re.compile(r"[@#!$%&~^*+/](?=[^\s”:,;.)])")
"""What starts a mention, a reference or a command on a code host, unless a sentence goes on."""
_ADDRESS = re.compile(r"(?i)(https?|ftp|mailto|www|xmpp)(?=[:.][^\s”:,)])")
_ISSUE = re.compile(r"(?i)\b(gh|jira|[a-z]{2,10})-(?=\d)")
_COMMIT = re.compile(r"(?i)[0-9a-f]{7,}")
"""What hosts take for the ID of a commit anywhere in a text; broken after every fourth digit."""


def needed_breaks(line: str) -> set[int]:
    """The positions in a shown line where an invisible space keeps a host from recognising
    something."""
    breaks: set[int] = set()
    for pattern in (_STARTS, _ADDRESS, _ISSUE):
        breaks |= {match.end() for match in pattern.finditer(line)}
    for match in _COMMIT.finditer(line):
        breaks.update(range(match.start() + 4, match.end(), 4))
    return breaks
