"""The first sentence of a text, for page descriptions and lists."""

from __future__ import annotations

import re

from journeybook.prose.render import plain

_END = re.compile(
    # Latin, Cyrillic, Greek: followed by a blank, so not in 1.5 or example.org
    r"(?:[.!?…]+[\"'”’»)\]]*(?=\s|$))"
    r"|[؟۔।॥]+[\"'”’»)\]]*"  # Arabic script, Devanagari
    r"|[。！？｡]+[」』”’）]*"  # Chinese, Japanese: no blank follows
    r"|[።፧።]+"  # Ethiopic
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Za-z]|e\.g|i\.e|etc|vs|cf|Dr|Mr|Mrs|Ms|St|No|z\.B|d\.h|bzw|ca|Nr)\.)$"
)
_WORTH_A_LOOK = 4000


def first_sentence(text: str, limit: int = 160) -> str:
    """The first sentence of the first paragraph as plain text, cut between words with `…` behind
    the limit."""
    paragraph = plain(_beginning(text)).partition("\n")[0]
    for end in _END.finditer(paragraph):
        sentence = paragraph[: end.end()]
        if not _ABBREVIATION.search(sentence):
            paragraph = sentence
            break
    return _cut(paragraph.strip(), limit)


def _beginning(text: str) -> str:
    """Enough of the text for one sentence: the first paragraphs that are not headings."""
    start = [line for line in text[:_WORTH_A_LOOK].split("\n") if not line.startswith("#")]
    return "\n".join(start).strip("\n")


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    kept = text[: max(0, limit - 1)]
    words = kept if text[limit - 1] == " " else kept.rpartition(" ")[0]
    return (words if len(words) > limit // 2 else kept).rstrip(" ,;:،؛、") + "…"
