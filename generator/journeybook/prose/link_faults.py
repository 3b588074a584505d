"""Which link targets are refused, and why."""

from __future__ import annotations

import html
import re
import unicodedata

from journeybook.budget import STANDARD
from journeybook.text import hidden_character

ALLOWED_SCHEMES = ("http", "https", "mailto")

_SCHEME = re.compile(r"([^/?#\\]*?):")
_WEB_ADDRESS = re.compile(r"https?://[^/\\?#]", re.IGNORECASE)


def link_fault(target: str) -> str:
    """Why a link to this target is refused, or an empty string.

    The target is read as a browser reads it: with entities decoded, and without blanks around it.
    """
    if len(target) > STANDARD.link:
        return f"a link may have at most {STANDARD.link:,} characters; this one has {len(target):,}"
    decoded = _decoded(target)
    for character in decoded:
        if unicodedata.category(character) in ("Cc", "Cs"):
            return f"control character U+{ord(character):04X} in a link"
    if name := hidden_character(decoded):
        return f"hidden character {name} in a link"
    address = decoded.strip()
    if not address:
        return "the link has no target"
    if re.match(r"[/\\]{2}", address):
        return "a link to another site must start with https://"
    if address[0] in "/\\":
        return (
            "a link starting with '/' breaks if the site is published in a subfolder; use a "
            "path relative to this file"
        )
    if scheme := _SCHEME.match(address):
        return _scheme_fault(scheme[1].lower(), address)
    return ""


def is_external(target: str) -> bool:
    """Whether a target is on another site; a refused target is not."""
    return not link_fault(target) and _SCHEME.match(_decoded(target).strip()) is not None


def _scheme_fault(scheme: str, target: str) -> str:
    if scheme not in ALLOWED_SCHEMES:
        return f"link scheme '{scheme[:40]}' is not allowed; use http, https or mailto"
    if scheme == "mailto":
        return "" if len(target) > len("mailto:") else "the email link has no address"
    if _WEB_ADDRESS.match(target):
        return ""
    return f"no host after '{scheme}:'; write {scheme}://host"


def _decoded(target: str) -> str:
    """The target with entities decoded, even if they were encoded up to three times."""
    for _ in range(3):
        decoded = html.unescape(target)
        if decoded == target:
            break
        target = decoded
    return target
