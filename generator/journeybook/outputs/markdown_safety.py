"""The last step of every Markdown twin: only our own links are links, and nothing is HTML.

Parts of a twin mark their links with characters that no Markdown reader knows. Whatever else looks
like a link or like HTML is text of an author, and is escaped here, wherever it came from.
"""

from __future__ import annotations

import re
from urllib.parse import quote

OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
LINK = re.compile(f"{MIDDLE}[^{CLOSE}]*{CLOSE}")
"""The end of a marked link: where it leads."""
_LIVE = re.compile(rf"\\.|{OPEN}|{LINK.pattern}|[<\[\]]|[{OPEN}-{CLOSE}]", re.DOTALL)
_SCHEME = re.compile(r"([^/?#]*?):")
_SCHEMES = ("http", "https", "mailto")
_ENDS = re.compile(r"[\s()<>\\\x00-\x20]")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def marked_link(label: str, address: str) -> str:
    """A link for a twin; the label is escaped already."""
    return f"{OPEN}{label}{MIDDLE}{address}{CLOSE}"


def finished(twin: str) -> str:
    """A twin whose marked links are Markdown links, and in which nothing else has an effect."""
    return _LIVE.sub(_finished, twin)


def _finished(match: re.Match[str]) -> str:
    piece = match[0]
    if piece == OPEN:
        return "["
    if len(piece) > 1 and piece[0] == MIDDLE:
        target = _target(piece[1:-1])
        return f"]({target})" if target else "\\]"
    if piece[0] == "\\":
        return piece
    return f"\\{piece}" if piece in "<[]" else ""


def _target(address: str) -> str:
    """An address as the target of a link; empty if a browser could run it."""
    scheme = _SCHEME.match(address)
    if scheme and scheme[1].strip().lower() not in _SCHEMES:
        return ""
    encoded = _ENDS.sub(lambda end: quote(end[0], safe=""), address)
    return _ENTITY.sub("&amp;", encoded)
