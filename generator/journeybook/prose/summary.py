"""The first sentence of a text, for page descriptions and lists."""

from __future__ import annotations

import re

from journeybook.prose.render import plain

_END = re.compile(
    # Latin, Cyrillic, Greek: a blank must follow, so 1.5 and example.org do not count
    r"(?:[.!?…]+[\"'”’»)\]]*(?=\s|$))"
    r"|[؟۔।॥]+[\"'”’»)\]]*"  # Arabic script, Devanagari
    r"|[。！？｡]+[」』”’）]*"  # Chinese, Japanese: no blank follows
    r"|[።፧።]+"  # Ethiopic
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Za-z]|e\.g|i\.e|etc|vs|cf|Dr|Mr|Mrs|Ms|St|No|z\.B|d\.h|bzw|ca|Nr)\.)$"
)
_ENOUGH = 4000


def first_sentence(text: str, limit: int = 160) -> str:
    """The first sentence of the first paragraph as plain text; a longer one than `limit` is cut
    between words and ends in `…`."""
    paragraph = plain(_beginning(text)).partition("\n")[0]
    for end in _END.finditer(paragraph):
        sentence = paragraph[: end.end()]
        if not _ABBREVIATION.search(sentence):
            paragraph = sentence
            break
    return _cut(paragraph.strip(), limit)


def _beginning(text: str) -> str:
    """Enough of the text for one sentence, without headings."""
    lines = text[:_ENOUGH].split("\n")
    prose = [line for line in lines if not line.startswith("#")]
    return "\n".join(prose).strip("\n")


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    start = text[: max(0, limit - 1)]
    words = start if text[limit - 1] == " " else start.rpartition(" ")[0]
    if len(words) > limit // 2:
        start = words
    return start.rstrip(" ,;:،؛、") + "…"
