"""How deep the HTML elements of a text are nested.

A page has a limit of levels, because very deep pages slow down browsers and the native code of the
sanitiser. Few texts come near it, so a quick look at the formatting characters comes first.
"""

from __future__ import annotations

import re
from functools import cache

from journeybook.budget import Budget
from journeybook.prose.blocks import without_markers

AROUND = 20
"""Levels of a page reserved for the elements around its texts; the built-in theme needs 15."""

_WITHIN = 10
"""Levels that need no nested formatting, such as a link with code in a table in a footnote."""
_TAG = re.compile(r"<(/?)([a-z0-9]+)")
_EMPTY = frozenset(("br", "hr", "img"))


def most_levels(budget: Budget) -> int:
    """The most levels that one text may have."""
    return budget.page_nesting - AROUND


def may_nest(text: str, levels: int) -> bool:
    """Whether a text could have more levels than this. No text that people write could."""
    if len(text) <= levels - _WITHIN:  # one character makes at most one element
        return False
    if "\r" in text or "\x02" in text or "\x03" in text:
        text = without_markers(text).replace("\r", "\n")
    marks = _emphasis_marks(text)
    if marks > levels:
        marks = max(map(_emphasis_marks, text.split("\n\n")))
    rest = levels - _WITHIN - marks // 2  # two marks make at most one element
    if rest < 0:
        return True
    line, footnote = _starts(rest // 2 + 1)
    if line.search("\n" + text):
        return True
    return "[^" in text and footnote.search(text) is not None


def _emphasis_marks(text: str) -> int:
    return text.count("*") + text.count("_")


def levels_of(safe_html: str) -> int:
    """How deep the elements of sanitised HTML are nested."""
    level = most = 0
    for closing, element in _TAG.findall(safe_html):
        if closing:
            level -= 1
        elif element not in _EMPTY:
            level += 1
            most = max(most, level)
    return most


@cache
def _starts(length: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of a line and of a footnote that start with `length` characters of lists, quotes and
    indentation. Each of these makes at most two elements."""
    signs = rf"[ \t>+*:.)\-\d]{{{length}}}"
    return re.compile("\n" + signs), re.compile(r"\]:" + signs)
