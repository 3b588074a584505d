"""Escape any text as a Mermaid label, so that the real parser reads it back as the same text.

Mermaid shows every `#NN;` in a source as that character after drawing. All characters except
letters, digits and some harmless punctuation are written that way. Each further rule is here
because a label failed without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

PLACEHOLDER = "…"
"""The label of a text with nothing visible: several kinds of diagram reject an empty label."""


def label(text: str, *, actor: bool = False) -> str:
    """The text, safe in any label. `actor` also escapes commas, which separate actors in a
    journey."""
    plain = plain_text(text) or PLACEHOLDER
    signs = []
    for position, sign in enumerate(plain):
        is_safe = _is_harmless(plain, position, comma_is_harmless=not actor)
        signs.append(sign if is_safe else _reference(sign))
    escaped = "".join(signs)
    # Mermaid's internal placeholders look like `ﬂ°…¶ß`: labels with such pairs would become one.
    escaped = re.sub("ﬂ(?=°)", _reference("ﬂ"), escaped)
    escaped = re.sub("¶(?=ß)", _reference("¶"), escaped)
    # A lexer rule of flowcharts swallows the whole line from this word on, and draws nothing.
    escaped = _SWALLOWED.sub(lambda match: _reference(match[0]), escaped)
    if _KEYWORD.match(escaped) or re.match(r"\d{4}-\d\d-\d\d", escaped):
        return _reference(escaped[0]) + escaped[1:]
    return escaped


def _reference(sign: str) -> str:
    return f"#{ord(sign)};"


def plain_text(text: str) -> str:
    """The text on one line, without the characters that XML or Mermaid cannot carry."""
    return _BLANKS.sub(" ", _UNWRITABLE.sub("", text)).strip()


def shorten(text: str, limit: int) -> str:
    """The text, cut at a word with an ellipsis if it is longer than `limit`."""
    plain = plain_text(text)
    if len(plain) <= limit:
        return plain
    head = plain[: limit - 1]
    at_word = head.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > limit // 2 else head).rstrip() + "…"


def words(text: str) -> str:
    """Only letters, digits and spaces, for tooltips and axis units: Mermaid decodes none there."""
    signs = []
    for sign in plain_text(text):
        signs.append(sign if sign.isalnum() or sign in "\u200c\u200d" else " ")
    joined = _BLANKS.sub(" ", "".join(signs)).strip()
    # Nothing is decoded here, so an invisible word joiner hides the word from the lexer.
    return _SWALLOWED.sub(lambda match: f"{match[0]}\u2060", joined)


def address(href: str) -> str:
    """A link target for a quoted address, with all other characters percent-encoded."""
    return "".join(map(_encode, plain_text(href)))


def indented(header: str, body: Iterable[str]) -> str:
    """A whole Mermaid text: the header, and the body indented below it."""
    lines = [header, *(f"  {line}" for line in body)]
    return "\n".join(lines) + "\n"


def _encode(sign: str) -> str:
    if sign.isascii() and (sign.isalnum() or sign in "-._~:/?#@!$&'()*+,=%[]"):
        return sign
    return "".join(f"%{byte:02X}" for byte in sign.encode("utf-8"))


def _is_harmless(text: str, position: int, *, comma_is_harmless: bool) -> bool:
    """Whether a character needs no escape: it is not punctuation, or harmless in its position."""
    sign = text[position]
    if sign not in _PUNCTUATION:
        return True
    if sign not in _HARMLESS or position == 0:
        return False
    if sign in (text[position - 1], text[position + 1 : position + 2]):
        return False
    if sign in ".)" and re.fullmatch(r"[0-9]+", text[:position]):
        return False  # `1.` and `1)` at the start would be a Markdown list
    return comma_is_harmless or sign != ","


_SWALLOWED = re.compile(r"(?i)d(?=irection\s+(?:TB|BT|RL|LR|TD))")
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_BLANKS = re.compile(r"[\s\x85\u2028\u2029]+")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_HARMLESS = frozenset(",.!?'()/-")
_KEYWORD = re.compile(
    r"(?i)(?:title|section|journey|timeline|gantt|acctitle|accdescr|accdescription|click|call|href|dateformat|"
    r"axisformat|tickinterval|includes|excludes|todaymarker|weekday|weekend|inclusiveenddates|topaxis|end|style|class|"
    r"classdef|cssclass|linkstyle|default|graph|flowchart|subgraph|state|statediagram|note|direction|hide|scale|as|bar|"
    r"line|mindmap|pie|showdata|sankey|xychart|quadrantchart|vertical|horizontal|interpolate|quadrant|x|y|o|v)"
    r"(?![A-Za-z0-9])"
)
