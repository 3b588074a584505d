"""The marker at the end of a page that certifies itself: whose it is, and a digest of the text
above it. A page whose text still has its digest was not edited by anybody since we wrote it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, unquote

_MARKER = re.compile(r"journeybook src=(\S+)(?: in=(\S+))? sha=([0-9a-f]{40})")
_KEPT = "/._-~"


@dataclass(frozen=True)
class Owner:
    """Whose a page is: the key of its source, and the place below which the target publishes, so
    that two sets of maps in one wiki do not take each other's pages for theirs."""

    key: str
    scope: str = ""


def marker(owner: Owner, text: str) -> str:
    """The words of the marker for a page with this text, without a comment's signs around them.

    They are ASCII letters, digits, blanks and `/ . _ - ~ % =`, so that no markup reads them; `--`
    never occurs, which would end a comment.
    """
    place = f" in={_plain(owner.scope)}" if owner.scope else ""
    return f"journeybook src={_plain(owner.key)}{place} sha={digest(text)}"


def _plain(text: str) -> str:
    return quote(text, safe=_KEPT).replace("--", "-%2D")


def digest(text: str) -> str:
    """The digest of a text, whatever wikis do to all texts: line ends, trailing blanks, NFC."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").split("\n")
    plain = "\n".join([line.rstrip() for line in lines]).strip()
    return hashlib.sha1(plain.encode(), usedforsecurity=False).hexdigest()


@dataclass(frozen=True)
class Signs:
    """What stands before and after the marker, such as those of a comment."""

    before: str
    after: str


COMMENT = Signs("<!-- ", " -->")
"""For wikis that keep HTML comments and do not show them."""


def stamped(text: str, owner: Owner, signs: Signs) -> str:
    """A text with its marker on a last line of its own."""
    body = text.rstrip()
    return f"{body}\n\n{signs.before}{marker(owner, body)}{signs.after}\n"


def claimed_key(text: str, scope: str) -> str:
    """The key in the last marker of a text, whether or not the text is still ours; empty if there
    is none, or one of another scope."""
    markers = list(_MARKER.finditer(text))
    return _key(markers[-1], scope) if markers else ""


def claimed_digest(text: str) -> str:
    """The digest in the last marker of a text, or empty."""
    markers = list(_MARKER.finditer(text))
    return markers[-1][3] if markers else ""


def certified_key(text: str, signs: Signs, scope: str) -> str:
    """The key of a page whose text is exactly what we wrote, or empty."""
    above, _, last_line = text.rstrip().rpartition("\n")
    match = _MARKER.search(last_line)
    if match is None or last_line.strip() != f"{signs.before}{match[0]}{signs.after}".strip():
        return ""
    return _key(match, scope) if digest(above) == match[3] else ""


def _key(match: re.Match[str], scope: str) -> str:
    return unquote(match[1]) if unquote(match[2] or "") == scope else ""
