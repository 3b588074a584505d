"""Lay out plain paragraphs without the parser: most stories are a few sentences, in which nothing
is Markdown.

Only texts of which that is certain at a glance; a property test compares with the parser.
"""

from __future__ import annotations

import re

# What Markdown, HTML or our writer of HTML may take for more than itself.
_SIGN = re.compile(
    r"[\x00-\x09\x0b-\x1f\\`*_\[\]<>{}|~^=+#$@&\x7f-\xa0\u2028\u2029\ud800-\uf8ff\ufeff\ufff0-\uffff\U000e0000-\U0010ffff]"
)
# Lines that begin with a letter are no lists, headings or rules; a blank at the end may break a
# line.
_LINES = re.compile(r"\n*+(?:[^\W\d_][^\n]*+(?<! )(?:\n++|\Z))*+")
_BLANK = re.compile(r"\n{2,}")


def paragraphs(text: str) -> str | None:
    """The text as safe HTML, or None where it may hold anything but plain paragraphs."""
    if _SIGN.search(text) or not _LINES.fullmatch(text):
        return None
    inside = text.strip("\n")
    return "<p>" + _BLANK.sub("</p>\n<p>", inside) + "</p>" if inside else ""
