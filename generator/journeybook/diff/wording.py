"""Texts that say the same: wrapped at another column, or with other signs for emphasis or quotes.

What is the same is only the layout of the source. A line that begins a list item, a table row, a
heading, a quotation or a block of code stays a line of its own, and code stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import Any

from journeybook.schema.documents import Prose
from journeybook.schema.values import Emotion, Statement, Truth

_SIGNS = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'",
        "\u00a0": " ", "\u202f": " ",
    }
)  # fmt: skip
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_BLOCK = re.compile(r"\s*(?:[-*+](?:\s|$)|\d+[.)](?:\s|$)|#{1,6}(?:\s|$)|>|\||:?-{3,})")
"""Lines that no paragraph continues into."""
_ONE_LINE = re.compile(r"\s*(?:#{1,6}(?:\s|$)|\|)")
"""Lines that end their paragraph."""
_BULLET = re.compile(r"^[*+](?=\s|$)")
_CODE = re.compile(r"(`+[^`]+`+)")
_STRONG = re.compile(r"(?<![\w\\_])__(?=[^\s_])(.+?)(?<=[^\s_\\])__(?![\w_])")
_EMPHASIS = re.compile(r"(?<![\w\\_])_(?=[^\s_])(.+?)(?<=[^\s_\\])_(?![\w_])")


def same_words(old: str, new: str) -> bool:
    """Whether two texts of an author differ in nothing that a reader would notice."""
    return old == new or plain_words(old) == plain_words(new)


def same_prose(old: Prose, new: Prose) -> bool:
    """The same for longer texts."""
    return same_words(old.text, new.text)


def same_value(old: Any, new: Any) -> bool:
    """The same for values of fields and facts; lists are compared item by item."""
    if old == new:
        return True
    if isinstance(old, str) and isinstance(new, str):
        return same_words(old, new)
    if isinstance(old, tuple) and isinstance(new, tuple):
        return len(old) == len(new) and all(map(same_value, old, new))
    if isinstance(old, Statement | Truth) and type(old) is type(new):
        return replace(old, text=new.text) == new and same_words(old.text, new.text)
    if isinstance(old, Emotion) and isinstance(new, Emotion):
        return replace(old, word=new.word) == new and same_words(old.word, new.word)
    return False


@lru_cache(maxsize=4096)
def plain_words(text: str) -> str:
    """A text without what only its source shows: line breaks within a paragraph, doubled blanks,
    the choice between two signs for the same thing."""
    lines: list[str] = []
    paragraph: list[str] = []
    fence = ""

    def close() -> None:
        if paragraph:
            lines.append(_plain_paragraph(paragraph))
            paragraph.clear()

    for line in unicodedata.normalize("NFC", text).split("\n"):
        mark = _FENCE.match(line)
        if fence or mark:
            close()
            lines.append(line.rstrip())
            fence = _fence_after(fence, mark[1] if mark else "")
            continue
        if not line.strip() or _BLOCK.match(line):
            close()
        if line.strip():
            paragraph.append(line)
        if _ONE_LINE.match(line):
            close()
    close()
    return "\n".join(lines)


def _fence_after(fence: str, mark: str) -> str:
    """The fence of the block of code that is open after a line with this mark, or empty."""
    if not fence:
        return mark
    return "" if mark.startswith(fence) else fence


def _plain_paragraph(lines: list[str]) -> str:
    first = lines[0]
    indent = first[: len(first) - len(first.lstrip())] if _BLOCK.match(first) else ""
    pieces = _CODE.split(_BULLET.sub("-", " ".join(line.strip() for line in lines)))
    pieces[::2] = map(_plain_piece, pieces[::2])
    return indent + "".join(pieces)


def _plain_piece(piece: str) -> str:
    plain = _EMPHASIS.sub(r"*\1*", _STRONG.sub(r"**\1**", piece.translate(_SIGNS)))
    return re.sub(r"\s+", " ", plain.replace("...", "…"))
