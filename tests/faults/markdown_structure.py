"""The structure of rendered Markdown, and random texts made of lists, quotes, tables and code."""

from __future__ import annotations

import random
import re
from html.parser import HTMLParser

KEPT = frozenset(
    "ul ol li p pre table tr th td blockquote h1 h2 h3 h4 h5 h6 hr br del em strong code".split()
)
EMPTY = frozenset(("br", "hr"))


class _Reader(HTMLParser):
    """Lists the elements of a page and its words, without blanks and boxes of tasks."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in KEPT:
            start = dict(attrs).get("start") if tag == "ol" else None
            name = re.sub(r"^h[1-6]$", "h", tag)
            self.parts.append(f"<{name}{start if start and start != '1' else ''}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in KEPT - EMPTY:
            self.parts.append(f"</{re.sub('^h[1-6]$', 'h', tag)}>")

    def handle_data(self, data: str) -> None:
        words = re.sub(r"[\s☐☑]+", "", data)
        if words and self.parts and not self.parts[-1].startswith("<"):
            self.parts[-1] += words
        elif words:
            self.parts.append(words)


def structure(html: str) -> str:
    """Elements and words in order; two renderers that agree have the same."""
    reader = _Reader()
    reader.feed(html)
    return " ".join(reader.parts)


WORDS = ("alpha", "beta", "gamma", "one two", "*x*", "`y`")
TABLE = ("| a | b |", "|---|---|", "| 1 | 2 |")


def text(seed: int) -> str:
    """A random text with blocks in blocks."""
    chance = random.Random(seed)
    return "\n".join(_blocks(chance, 2))


def _blocks(chance: random.Random, depth: int) -> list[str]:
    lines: list[str] = []
    for number in range(chance.randint(1, 3)):
        block = _block(chance, depth)
        is_table = TABLE[0] in (block[0], lines[-3] if len(lines) > 2 else "")
        if number and (is_table or chance.random() < 0.75):
            lines.append("")
        lines += block
        if TABLE[0] in block[0]:
            lines.append("")
    return lines


def _block(chance: random.Random, depth: int) -> list[str]:
    kinds = ["text", "text", "bullets", "numbers", "bullets", "quote", "code", "heading", "table"]
    kind = chance.choice(kinds if depth else ["text", "text", "code"])
    word = chance.choice(WORDS)
    if kind == "text":
        return [chance.choice(WORDS) for _ in range(chance.randint(1, 2))]
    if kind == "code":
        return ["```", word, *chance.choice(([], ["", word])), "```"]
    if kind == "heading":
        return [f"## {word}"]
    if kind == "table":
        return list(TABLE)
    if kind == "quote":
        return [f"> {line}".rstrip() for line in _blocks(chance, depth - 1)]
    return _list(chance, depth, is_ordered=kind == "numbers")


def _list(chance: random.Random, depth: int, *, is_ordered: bool) -> list[str]:
    bullet = chance.choice(("- ", "* ", "+ ", "-   "))
    delimiter = chance.choice(".)")
    is_loose = chance.random() < 0.3
    lines: list[str] = []
    for number in range(1, chance.randint(2, 4)):
        marker = f"{number}{delimiter} " if is_ordered else bullet
        inner = [chance.choice(WORDS), *chance.choice(([], _blocks(chance, depth - 1)))]
        if number > 1 and is_loose:
            lines.append("")
        lines.append(marker + inner[0])
        lines += [" " * len(marker) + line if line else "" for line in inner[1:]]
    return lines
