"""How deep the elements of a text stand in each other.

A page has a limit of levels, since browsers, and the native code that makes HTML safe, suffer from
very deep ones. Few texts come near it, so whether one might is asked first, of its signs alone.
"""

from __future__ import annotations

import re
from functools import cache

from journeybook.budget import Budget
from journeybook.prose.blocks import without_markers

AROUND = 20
"""Levels of a page that are kept for what stands around its texts; the built-in theme has 15."""

_WITHIN = 10
"""A paragraph in a table in a footnote, and a link with code in it: elements that need no deep
nesting."""
_TAG = re.compile(r"<(/?)([a-z0-9]+)")
_EMPTY = frozenset(("br", "hr", "img"))


def most_levels(budget: Budget) -> int:
    """How many levels one text may have."""
    return budget.page_nesting - AROUND


def may_nest(text: str, levels: int) -> bool:
    """Whether a text could have more levels than this. For what people write the answer is no."""
    if len(text) <= levels - _WITHIN:  # no sign makes more than one element
        return False
    if "\r" in text or "\x02" in text or "\x03" in text:
        text = without_markers(text).replace("\r", "\n")
    marks = text.count("*") + text.count("_")
    if marks > levels:
        marks = max(part.count("*") + part.count("_") for part in text.split("\n\n"))
    rest = levels - _WITHIN - marks // 2  # two marks make an element at the most
    if rest < 0:
        return True
    line, footnote = _beginnings(rest // 2 + 1)
    return line.search("\n" + text) is not None or (
        "[^" in text and footnote.search(text) is not None
    )


def levels_of(safe_html: str) -> int:
    """The levels of sanitised HTML."""
    level = most = 0
    for closing, element in _TAG.findall(safe_html):
        if closing:
            level -= 1
        elif element not in _EMPTY:
            level += 1
            most = max(most, level)
    return most


@cache
def _beginnings(length: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A line, and a footnote, that begins with so many signs of lists, quotes and indentation; each
    makes two elements at the most."""
    signs = rf"[ \t>+*:.\-\d]{{{length}}}"
    return re.compile("\n" + signs), re.compile(r"\]:" + signs)
