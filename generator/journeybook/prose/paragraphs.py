"""Render plain paragraphs without the parser. Most stories are a few sentences without Markdown.

This is for texts without any sign of Markdown only; a property test compares with the parser.
"""

from __future__ import annotations

import re

# Characters with a meaning in Markdown or HTML, or that the writer of HTML may change.
_SIGN = re.compile(
    r"://|www\.|[\x00-\x09\x0b-\x1f\\`*_\[\]<>{}|~^=+#$@&\x7f-\xa0\u2028\u2029\ud800-\uf8ff\ufeff\ufff0-\uffff\U000e0000-\U0010ffff]"
)
# A line that starts with a letter is not a list, heading or rule. Blanks at its end may be a line
# break.
_LINES = re.compile(r"\n*+(?:[^\W\d_][^\n]*+(?<! )(?:\n++|\Z))*+")
_BLANK = re.compile(r"\n{2,}")


def paragraphs(text: str) -> str | None:
    """The text as safe HTML, or None if it may contain anything but plain paragraphs."""
    if _SIGN.search(text) or not _LINES.fullmatch(text):
        return None
    inside = text.strip("\n")
    return "<p>" + _BLANK.sub("</p>\n<p>", inside) + "</p>" if inside else ""
