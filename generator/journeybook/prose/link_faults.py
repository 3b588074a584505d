"""Which link targets are refused, and why."""

from __future__ import annotations

import html
import re
import unicodedata

from journeybook.budget import STANDARD
from journeybook.text import hidden_character

ALLOWED_SCHEMES = ("http", "https", "mailto")

_IGNORED_BY_BROWSERS = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"([^/?#\\]*?):")
_WEB_ADDRESS = re.compile(r"https?://[^/\\?#]", re.IGNORECASE)


def link_fault(target: str) -> str:
    """Why a link to this target is refused, or "".

    The target is read as a browser would read it: entities decoded, outer blanks and inner line
    ends dropped.
    """
    if len(target) > STANDARD.link:
        return f"a link may have at most {STANDARD.link:,} characters; this one has {len(target):,}"
    read = _decoded(target)
    for character in read:
        if unicodedata.category(character) in ("Cc", "Cs"):
            return f"control character U+{ord(character):04X} in a link"
    if sign := hidden_character(read):
        return f"hidden character {sign} in a link"
    if not read.strip():
        return "the link has no target"
    read = read.strip()
    if len(read) > 1 and read[0] in "/\\" and read[1] in "/\\":
        return "a link to another site must start with https://"
    if read[0] in "/\\":
        return (
            "a link starting with '/' breaks if the site is published in a subfolder; use a "
            "path relative to this file"
        )
    if scheme := _SCHEME.match(read):
        return _scheme_fault(scheme[1].lower(), read)
    return ""


def is_external(target: str) -> bool:
    """Whether a target leads off the site; a target with a fault does not count."""
    return not link_fault(target) and _SCHEME.match(_decoded(target).strip()) is not None


def _scheme_fault(scheme: str, target: str) -> str:
    if scheme not in ALLOWED_SCHEMES:
        return f"link scheme '{scheme[:40]}' is not allowed; use http, https or mailto"
    if scheme == "mailto":
        return "" if len(target) > len("mailto:") else "the email link has no address"
    return (
        "" if _WEB_ADDRESS.match(target) else f"no host behind '{scheme}:'; write {scheme}://host"
    )


def _decoded(target: str) -> str:
    """Entities decoded, also doubly written ones; tabs and line ends count as the control
    characters they are."""
    for _ in range(3):
        decoded = html.unescape(target)
        if decoded == target:
            break
        target = decoded
    return target
