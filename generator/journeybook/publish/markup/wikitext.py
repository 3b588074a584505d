"""Wiki pages as wikitext of MediaWiki.

Author's text never has an effect: every sign that the parser reads is written as an entity.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from html import escape as html_escape

from journeybook.publish.markup.author_text import between_blanks, on_one_line, without_controls
from journeybook.publish.markup.lines import list_lines, on_a_line, separated
from journeybook.publish.wiki.model import (
    Block,
    Bullets,
    Code,
    Diagram,
    Grid,
    Heading,
    Inline,
    Line,
    LineBreak,
    Note,
    PageLink,
    Paragraph,
    Picture,
    PictureBlock,
    Quote,
    WebLink,
    WikiPage,
    Words,
)

_NOTE = "border-left:4px solid #36c; padding:0.5em 1em; background:rgba(51,102,204,.08)"
_STICKY = "position:sticky; left:0; text-align:start"
_SIGNS = re.compile(r"[&<>\[\]{}|~=]|''|__|!!|::|(?<=\w):(?=\S)|(?:(?<=\W)|^)(?:RFC|PMID|ISBN)\s")
_AT_START = re.compile(r"[*#:; !+-]")
_UNSAFE = re.compile(r"[\s<>\[\]{}|~_\"'\x00-\x20]")
_BREAK = "<br />"
_AT_EDGES = re.compile(r"^['_!:/]|['_!:]$")
"""Signs that would have an effect together with those of the part beside them."""


def wikitext(page: WikiPage, names: Mapping[str, str], *, has_pictures: bool = True) -> str:
    """The page as wikitext; `names` are the titles of all pages by key. Without pictures, their
    words stand in their place."""
    writer = _Writer(names, has_pictures=has_pictures)
    # A list of contents would stand between the curve and the map.
    place = f'<div lang="{html_escape(page.lang)}" dir="{page.direction}">'
    lines = [f"__NOTOC____NOEDITSECTION__{place}"]
    for block in page.blocks:
        lines += [*writer.block(block), ""]
    lines.append("</div>")
    return unicodedata.normalize("NFC", "\n".join(lines))


def escaped(text: str) -> str:
    """Text of an author on one line, without any effect in wikitext."""
    words = _SIGNS.sub(_entities, on_one_line(text))
    start = _AT_START.match(words)
    return _entity(words[0]) + words[1:] if start else words


def _entities(match: re.Match[str]) -> str:
    """The signs as entities; for several, the first one is enough to take their effect."""
    piece = match[0]
    if piece[-1].isspace():
        return f"{piece[:-1]}&#32;"
    if piece == "''":
        return "&#39;&#39;"
    return "".join(map(_entity, piece))


def _entity(sign: str) -> str:
    named = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    return named.get(sign, f"&#{ord(sign)};")


class _Writer:
    def __init__(self, names: Mapping[str, str], *, has_pictures: bool) -> None:
        self._names = names
        self._has_pictures = has_pictures

    def block(self, block: Block) -> list[str]:
        """The lines of a block."""
        match block:
            case Heading(level=level, text=text, anchor=anchor):
                mark = f'<span id="{anchor}"></span>' if anchor else ""
                sign = "=" * level
                return [f"{sign} {mark}{self.line(text)} {sign}"]
            case Paragraph(text=text):
                return [self.line(text)]
            case Bullets():
                return list_lines(block, _lead, self._on_a_line, _BREAK)
            case Quote(blocks=blocks):
                return ["<blockquote>", *separated(map(self.block, blocks)), "</blockquote>"]
            case Note(text=text):
                return [f'<div style="{_NOTE}">{self.line(text)}</div>']
            case Code(text=text):
                return [f"<pre>{html_escape(without_controls(text), quote=False)}</pre>"]
            case Grid():
                return self._grid(block)
            case PictureBlock(picture=picture):
                return [self._picture(picture)]
            case Diagram(picture=picture, alternative=alternative):
                return [self._picture(picture) if picture else escaped(alternative)]

    def _on_a_line(self, block: Block) -> str:
        return on_a_line(
            block,
            self.line,
            lambda row: f"<code>{escaped(row)}</code>",
            _BREAK,
            lambda other: " ".join(self.block(other)),
        )

    def _grid(self, grid: Grid) -> list[str]:
        """A table whose first column stays while the others scroll."""
        lines = ['<div style="overflow-x:auto">', '{| class="wikitable"']
        if any(grid.columns):
            lines += [f'! scope="col" | {self.line(cell)}' for cell in grid.columns]
        for row in grid.rows:
            lines.append("|-")
            head, *cells = row
            lines.append(f'! scope="row" style="{_STICKY}" | {self.line(head)}')
            lines += [f"| {self.line(cell)}" for cell in cells]
        return [*lines, "|}", "</div>"]

    def _picture(self, picture: Picture) -> str:
        if not self._has_pictures:
            return escaped(picture.alternative)
        alternative = escaped(picture.alternative)
        return f"[[File:{picture.name('svg')}|alt={alternative}|frameless|1200px]]"

    def line(self, parts: Line) -> str:
        """Inline parts as one line."""
        text = "".join(map(self._inline, parts))
        start = _AT_START.match(text)
        return _entity(text[0]) + text[1:] if start else text

    def _inline(self, part: Inline) -> str:
        match part:
            case Words():
                return _words(part)
            case PageLink(label=label, key=key, anchor=anchor):
                sign = f"#{anchor}" if anchor else ""
                return f"[[:{self._names[key]}{sign}|{_inner(label)}]]"
            case WebLink(label=label, address=address):
                target = _UNSAFE.sub(_percent, address)
                return f"[{target} {_inner(label)}]"
            case LineBreak():
                return _BREAK


def _percent(sign: re.Match[str]) -> str:
    """A sign as an address can hold it; `quote` leaves `~` and `_` as they are."""
    return "".join(f"%{byte:02X}" for byte in sign[0].encode())


def _lead(levels: tuple[bool, ...]) -> str:
    """The signs of an item: one for each list around it."""
    return "".join(["#" if is_ordered else "*" for is_ordered in levels])


def _words(words: Words) -> str:
    style = _STYLES.get(words.style, "{}")
    return between_blanks(words, lambda text: style.format(_inner(text).replace("{", "&#123;")))


_STYLES = {
    "strong": "<b>{}</b>",
    "emphasis": "<i>{}</i>",
    "code": "<code>{}</code>",
    "deleted": "<s>{}</s>",
}


def _inner(text: str) -> str:
    """Escaped words between others."""
    words = _SIGNS.sub(_entities, on_one_line(text))
    return _AT_EDGES.sub(lambda sign: _entity(sign[0]), words)
