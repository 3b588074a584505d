"""Write any text as a Mermaid label that the real parser reads back as the same text.

Mermaid shows every `#NN;` in a source as that character after drawing. All signs outside letters,
digits and a few quiet ones are written that way, and each further guard stands for a label that
failed without it.
"""

from __future__ import annotations

import re

PLACEHOLDER = "…"
"""Stands where a text has nothing visible: several kinds of diagram refuse an empty label."""


def label(text: str, *, actor: bool = False) -> str:
    """The text, safe in any label. `actor` also writes commas, which separate actors in a
    journey."""
    plain = plain_text(text) or PLACEHOLDER
    written = "".join(
        sign if _is_quiet(plain, place, comma_is_quiet=not actor) else f"#{ord(sign)};"
        for place, sign in enumerate(plain)
    )
    # Mermaid keeps its place-holders as `ﬂ°…¶ß`: labels that hold such pairs would be read as one.
    written = re.sub("¶(?=ß)", "#182;", re.sub("ﬂ(?=°)", "#64258;", written))
    # A lexer rule of flowcharts swallows the whole line from this word on, and draws nothing.
    written = re.sub(rf"(?i)d(?={_SWALLOWING})", lambda match: f"#{ord(match[0])};", written)
    if _KEYWORD.match(written) or re.match(r"\d{4}-\d\d-\d\d", written):
        return f"#{ord(written[0])};{written[1:]}"
    return written


def plain_text(text: str) -> str:
    """The text on one line, without the characters that XML or Mermaid cannot carry."""
    return _BLANKS.sub(" ", _UNWRITABLE.sub("", text)).strip()


def shorten(text: str, limit: int) -> str:
    """The text, cut at a word where it is longer than `limit`, with an ellipsis for what is
    missing."""
    plain = plain_text(text)
    if len(plain) <= limit:
        return plain
    head = plain[: limit - 1]
    at_word = head.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > limit // 2 else head).rstrip() + "…"


def words(text: str) -> str:
    """Only letters, digits and spaces, for the places where Mermaid decodes nothing: tool tips and
    axis units."""
    kept = "".join(
        sign if sign.isalnum() or sign in "\u200c\u200d" else " " for sign in plain_text(text)
    )
    # Nothing is decoded here, so an invisible word joiner keeps the lexer from its word.
    return re.sub(
        rf"(?i)d(?={_SWALLOWING})",
        lambda match: f"{match[0]}\u2060",
        _BLANKS.sub(" ", kept).strip(),
    )


def address(href: str) -> str:
    """A link target that may stand between quotes: what a quoted address cannot hold is
    percent-encoded."""
    return "".join(
        sign
        if sign.isascii() and (sign.isalnum() or sign in "-._~:/?#@!$&'()*+,=%[]")
        else _percent(sign)
        for sign in plain_text(href)
    )


def _percent(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode("utf-8"))


def _is_quiet(text: str, place: int, *, comma_is_quiet: bool) -> bool:
    """Whether a sign may stay as it is: it is no punctuation, or harmless where it stands."""
    sign = text[place]
    if sign not in _PUNCTUATION:
        return True
    if sign not in _QUIET or place == 0 or sign in (text[place - 1], text[place + 1 : place + 2]):
        return False
    if sign in ".)" and re.fullmatch(r"[0-9]+", text[:place]):
        return False  # `1.` and `1)` at the start would be a Markdown list
    return comma_is_quiet or sign != ","


_SWALLOWING = r"irection\s+(?:TB|BT|RL|LR|TD)"
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_BLANKS = re.compile(r"[\s\x85\u2028\u2029]+")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_QUIET = frozenset(",.!?'()/-")
_KEYWORD = re.compile(
    r"(?i)(?:title|section|journey|timeline|gantt|acctitle|accdescr|accdescription|click|call|href|dateformat|"
    r"axisformat|tickinterval|includes|excludes|todaymarker|weekday|weekend|inclusiveenddates|topaxis|end|style|class|"
    r"classdef|cssclass|linkstyle|default|graph|flowchart|subgraph|state|statediagram|note|direction|hide|scale|as|bar|"
    r"line|mindmap|pie|showdata|sankey|xychart|quadrantchart|vertical|horizontal|interpolate|quadrant|x|y|o|v)"
    r"(?![A-Za-z0-9])"
)
