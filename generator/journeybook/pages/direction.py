"""The direction of every text of a page, by the majority of its letters.

By itself, a browser takes the first letter of a `<bdi>`, so that a Persian sentence which begins
with “CRM” runs from left to right; and a paragraph takes that of its page. One pass over the
finished HTML decides for all of them, whatever template they come from. Code and names that are
isolated in a text do not count for it. HTML without letters of a right-to-left script stays as it
is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_PARTS = re.compile(
    r"<(?P<drawn>script|style|svg|title)\b.*?</(?P=drawn)>"
    r"|<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)(?P<attributes>[^>]*)>"
    r"|<[^>]*>|(?P<text>[^<]+)",
    re.DOTALL,
)
_BLOCKS = frozenset(
    "p li h1 h2 h3 h4 h5 h6 td th dt dd blockquote figcaption summary caption".split()
)
_OF_CODE = frozenset(("code", "pre", "kbd", "samp"))
_UNDECIDED = "?"
"""Inherited from an element whose own direction is not decided yet, so it is always written."""
_HAS_DIRECTION = re.compile(r"\sdir=")


@dataclass(slots=True)
class _Element:
    """An open element whose direction is decided by its own text."""

    tag: str
    at: int
    """Where its start tag is among the parts of the page; -1 if it stays as it is."""
    inherited: str
    """The direction it has if nothing is written down, or empty if that of its first letter."""
    left: int = 0
    right: int = 0
    first: str = ""

    def read(self, text: str) -> None:
        """Count the letters of a text."""
        for character in text:
            kind = unicodedata.bidirectional(character)
            if kind == "L":
                self.left += 1
                self.first = self.first or "ltr"
            elif kind in ("R", "AL"):
                self.right += 1
                self.first = self.first or "rtl"

    @property
    def direction(self) -> str:
        """The direction to write down; empty if the element has it already, or no majority."""
        if self.left == self.right:
            return ""
        wanted = "ltr" if self.left > self.right else "rtl"
        return "" if wanted == (self.inherited or self.first) else wanted


def with_directions(html: str) -> str:
    """A page on which each text has the direction of most of its letters."""
    if not _RIGHT_TO_LEFT.search(html):
        return html
    parts = [match[0] for match in _PARTS.finditer(html)]
    if sum(map(len, parts)) != len(html):  # not HTML that we understand
        return html
    for at, direction in _directions(html):
        tag = re.match(r"<[a-z0-9]+", parts[at])
        if tag:
            parts[at] = f'{tag[0]} dir="{direction}"{parts[at][tag.end() :]}'
    return "".join(parts)


def _directions(html: str) -> Iterator[tuple[int, str]]:
    """Position of a start tag among the parts of a page, and the direction to give it."""
    page = "rtl" if re.search(r'<html\b[^>]*\sdir="rtl"', html) else "ltr"
    stack: list[_Element] = []
    for at, match in enumerate(_PARTS.finditer(html)):
        tag = match["tag"] or ""
        if match["text"] and stack and stack[-1].tag not in _OF_CODE:
            stack[-1].read(unescape(match["text"]))
        elif tag not in _BLOCKS and tag not in _OF_CODE and tag != "bdi":
            continue
        elif match["end"]:
            yield from _closed(stack, tag)
        else:
            is_given = tag in _OF_CODE or bool(_HAS_DIRECTION.search(match["attributes"]))
            stack.append(_Element(tag, -1 if is_given else at, _inherited(tag, stack, page)))


def _inherited(tag: str, outer: list[_Element], page: str) -> str:
    if tag == "bdi":
        return ""
    return _UNDECIDED if any(element.tag in _BLOCKS for element in outer) else page


def _closed(stack: list[_Element], tag: str) -> Iterator[tuple[int, str]]:
    """Close an element, and those in it that have no end tag."""
    if not any(element.tag == tag for element in stack):
        return
    while True:
        element = stack.pop()
        if element.at >= 0 and element.direction:
            yield element.at, element.direction
        if element.tag == tag:
            return
