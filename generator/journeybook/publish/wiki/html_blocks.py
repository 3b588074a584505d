"""Our own rendered HTML as blocks of a wiki page. Unknown tags keep their words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal

from journeybook.publish.wiki.model import (
    Block,
    Bullets,
    Code,
    Grid,
    Heading,
    Inline,
    Line,
    LineBreak,
    Paragraph,
    Quote,
    Words,
)

LinkTo = Callable[[str, str], Inline]
"""A link with this label to an address as the HTML has it: to a page, to the web, or only words."""
Style = Literal["", "strong", "emphasis", "code", "deleted"]

_STYLES: Mapping[str, Style] = {
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "code": "code",
    "del": "deleted",
    "s": "deleted",
}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PARAGRAPHS = ("p", "div", "dt", "dd", "summary", "figcaption", "caption", *_HEADINGS)
_LISTS = ("ul", "ol")
_NO_WORDS = ("script", "style", "svg", "title", "head")


def blocks_of(html: str, link_to: LinkTo, *, level: int = 3) -> tuple[Block, ...]:
    """The blocks of HTML; its headings become headings of this level and deeper."""
    if not html.strip():
        return ()
    reader = _Reader(link_to, level)
    reader.feed(html)
    reader.close()
    return reader.finished()


def line_of(html: str, link_to: LinkTo) -> Line:
    """Inline HTML as one line; its blocks are separated by line breaks."""
    line: list[Inline] = []
    for block in blocks_of(html, link_to):
        for part in _lines(block):
            line += [LineBreak()] if line else []
            line += part
    return tuple(line)


def _lines(block: Block) -> list[Line]:
    """The lines of a block that must fit into a cell."""
    lines: list[Line] = []
    match block:
        case Heading(text=text) | Paragraph(text=text):
            lines.append(text)
        case Bullets(items=items):
            for item in items:
                lines += _lines_of(item)
        case Quote(blocks=blocks):
            lines += _lines_of(blocks)
        case Code(text=text):
            lines += [(Words(line, "code"),) for line in text.split("\n") if line.strip()]
        case Grid(columns=columns, rows=rows):
            for row in (columns, *rows):
                lines += [cell for cell in row if cell]
    return lines


def _lines_of(blocks: tuple[Block, ...]) -> list[Line]:
    lines: list[Line] = []
    for block in blocks:
        lines += _lines(block)
    return lines


@dataclass
class _Open:
    """An element that is being read: the blocks it has so far."""

    tag: str
    blocks: list[Block] = field(default_factory=list)
    items: list[tuple[Block, ...]] = field(default_factory=list)
    rows: list[list[Line]] = field(default_factory=list)
    has_head: bool = False


class _Reader(HTMLParser):
    def __init__(self, link_to: LinkTo, level: int) -> None:
        super().__init__(convert_charrefs=True)
        self._link_to = link_to
        self._level = level
        self._open = [_Open("")]
        self._line: list[Inline] = []
        self._styles: list[Style] = []
        self._link: str | None = None
        self._label = ""
        self._silent = 0
        self._code: list[str] | None = None

    def finished(self) -> tuple[Block, ...]:
        """All blocks, once everything is fed."""
        self._end_line()
        while len(self._open) > 1:
            self._close_block()
        return tuple(self._open[0].blocks)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag in _NO_WORDS:
            self._silent += 1
        elif tag == "pre":
            self._end_line()
            self._code = []
        elif tag in _STYLES and self._code is None:
            self._styles.append(_STYLES[tag])
        elif tag == "a":
            self._link, self._label = attributes.get("href") or "", ""
        elif tag == "br":
            self._line.append(LineBreak())
        elif tag == "img":
            self._add(attributes.get("alt") or "")
        elif tag == "input":
            self._add("☑" if "checked" in attributes else "☐")
        elif tag in _PARAGRAPHS or tag == "tr":
            self._end_line()
            if tag == "tr":
                self._start_row()
        elif tag in (*_LISTS, "li", "blockquote", "table"):
            self._end_line()
            self._open.append(_Open(tag))
        elif tag == "th" and self._open[-1].tag == "table" and len(self._open[-1].rows) == 1:
            self._open[-1].has_head = True

    def handle_endtag(self, tag: str) -> None:
        if tag in _NO_WORDS:
            self._silent = max(0, self._silent - 1)
        elif tag == "pre" and self._code is not None:
            text = "".join(self._code).strip("\n")
            self._code = None
            self._open[-1].blocks.append(Code(text))
        elif tag in _STYLES and self._styles and self._code is None:
            self._styles.pop()
        elif tag == "a" and self._link is not None:
            self._end_link()
        elif tag in _HEADINGS:
            self._end_heading(int(tag[1]))
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag in _PARAGRAPHS:
            self._end_line()
        elif tag in (*_LISTS, "li", "blockquote", "table"):
            self._end_line()
            if any(element.tag == tag for element in self._open[1:]):
                while self._close_block() != tag:
                    pass

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._code is not None:
            self._code.append(data)
        else:
            self._add(data)

    def _add(self, text: str) -> None:
        if self._link is not None:
            self._label += text
            return
        words = " ".join(text.split())
        if not words:
            words = " " if text and self._line else ""
        else:
            before = " " if text[0].isspace() and self._line else ""
            after = " " if text[-1].isspace() else ""
            words = f"{before}{words}{after}"
        if words:
            self._line.append(Words(words, self._styles[-1] if self._styles else ""))

    def _end_link(self) -> None:
        label = " ".join(self._label.split())
        target, self._link = self._link or "", None
        if label:
            self._line.append(self._link_to(label, target))

    def _take_line(self) -> Line:
        if self._link is not None:
            self._end_link()
        line, self._line = _trimmed(self._line), []
        return line

    def _end_line(self) -> None:
        line = self._take_line()
        if line:
            self._open[-1].blocks.append(Paragraph(line))

    def _end_heading(self, level: int) -> None:
        line = self._take_line()
        if line:
            deeper = min(6, self._level + max(0, level - 2))
            self._open[-1].blocks.append(Heading(deeper, line))

    def _start_row(self) -> None:
        if self._open[-1].tag == "table":
            self._open[-1].rows.append([])

    def _end_cell(self) -> None:
        line = self._take_line()
        table = self._open[-1]
        if table.tag == "table" and table.rows:
            table.rows[-1].append(line)
        elif line:
            table.blocks.append(Paragraph(line))

    def _close_block(self) -> str:
        """Close the innermost element and give its block to the one around it."""
        element = self._open.pop()
        around = self._open[-1]
        blocks = tuple(element.blocks)
        if element.tag == "li":
            if around.tag in _LISTS:
                around.items.append(blocks)
            else:
                around.blocks += blocks
        elif element.tag in _LISTS:
            items = [*element.items, *([blocks] if blocks else [])]
            if items:
                around.blocks.append(Bullets(tuple(items), ordered=element.tag == "ol"))
        elif element.tag == "blockquote":
            if blocks:
                around.blocks.append(Quote(blocks))
        elif element.tag == "table":
            around.blocks += _table(element)
        return element.tag


def _table(element: _Open) -> list[Block]:
    rows = [row for row in element.rows if row]
    if not rows:
        return list(element.blocks)
    width = max(map(len, rows))
    full = [(*row, *([()] * (width - len(row)))) for row in rows]
    if element.has_head:
        return [*element.blocks, Grid(full[0], tuple(full[1:]))]
    return [*element.blocks, Grid(tuple([()] * width), tuple(full))]


def _trimmed(line: list[Inline]) -> Line:
    """A line without blanks and breaks at its ends."""
    parts = list(line)
    while parts and _is_blank(parts[0]):
        parts.pop(0)
    while parts and _is_blank(parts[-1]):
        parts.pop()
    if parts and isinstance(parts[0], Words):
        parts[0] = Words(parts[0].text.lstrip(), parts[0].style)
    if parts and isinstance(parts[-1], Words):
        parts[-1] = Words(parts[-1].text.rstrip(), parts[-1].style)
    return tuple(parts)


def _is_blank(part: Inline) -> bool:
    return isinstance(part, LineBreak) or (isinstance(part, Words) and not part.text.strip())
