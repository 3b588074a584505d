"""Blocks of Markdown as code hosts show them: lists, quotes with alerts, tables below a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.blockprocessors import BlockProcessor, HashHeaderProcessor

from journeybook.prose.list_reader import (
    Lines,
    ListBlock,
    list_marker,
    may_continue,
    read_list,
    start_of_list,
    starts_block,
)

Fenced = Callable[[list[str]], list[str]]
"""Replaces fenced code in lines by placeholders."""

_ANY_ITEM = re.compile(r"^ {0,3}(?:[-+*]|\d{1,9}[.)])(?: |$)", re.MULTILINE)
_TASK = re.compile(r"\[([ xX])\] +(?=\S)")
_BOXES = {" ": "☐ ", "x": "☑ "}
_QUOTE = re.compile(r" {0,3}>( ?)(.*)")
_ANY_QUOTE = re.compile(r"^ {0,3}>", re.MULTILINE)
_ALERT = re.compile(r"\[!(note|tip|important|warning|caution)\] *$", re.IGNORECASE)
_ALERT_CLASSES = {"important": "note", "caution": "danger"}
_DELIMITER = re.compile(r" {0,3}[|:-][|: -]*$")
_HEADING = re.compile(
    r"(?:^|\n)(?P<level>#{1,6})(?=[ \t\n]|$)"
    r"(?P<header>(?:\\.|[^\\#]|#+(?=[^#\n]))*?)#*(?:\n|$)"
)


def register_blocks(md: markdown.Markdown, fenced: Fenced) -> None:
    """Replace the lists and quotes of a parser, and what headings and tables need around them."""
    processors = md.parser.blockprocessors
    for name in ("indent", "olist", "ulist", "quote"):
        processors.deregister(name)
    processors.register(_Lists(md.parser, fenced), "lists", 85)
    processors.register(_TablesInText(md.parser, processors["table"]), "table_in_text", 76)
    processors.register(_Quotes(md.parser, fenced), "quote", 20)
    processors.register(_Headings(md.parser), "hashheader", 70)


class _Headings(HashHeaderProcessor):
    """Headings whose `#` a blank follows; `#tag` is text."""

    RE = _HEADING


def _put_back(lines: list[str], blocks: list[str]) -> None:
    """Leave lines to other processors."""
    text = "\n".join(lines).strip("\n")
    if text:
        blocks[0:0] = text.split("\n\n")


class _Lists(BlockProcessor):
    """Lists whose items are indented by the width of their markers, right below a text as well."""

    def __init__(self, parser: markdown.blockparser.BlockParser, fenced: Fenced) -> None:
        super().__init__(parser)
        self._fenced = fenced

    def test(self, parent: Element, block: str) -> bool:
        has_marker = bool(_ANY_ITEM.search(block))
        return has_marker and start_of_list(block.split("\n")) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        lines = blocks.pop(0).split("\n")
        first = start_of_list(lines) or 0
        if first:
            self.parser.parseBlocks(parent, ["\n".join(lines[:first])])
        source = Lines(
            lines[first:], lambda: blocks.pop(0).strip("\n").split("\n") if blocks else None
        )
        at = 0
        while at < len(source.lines) and list_marker(source.lines[at]):
            listing = read_list(source, at)
            self._build(parent, listing)
            at = listing.end
        _put_back(source.lines[at:], blocks)

    def _build(self, parent: Element, listing: ListBlock) -> None:
        element = SubElement(parent, "ul" if listing.number is None else "ol")
        if listing.number not in (None, 1):
            element.set("start", str(listing.number))
        for content in listing.items:
            item = SubElement(element, "li")
            task = _TASK.match(content[0])
            if task:
                content[0] = _BOXES[task[1].lower()] + content[0][task.end() :]
            # In the state `list`, the parser writes text into the item itself, without paragraphs.
            self.parser.state.set("item" if listing.is_loose else "list")
            self.parser.parseChunk(item, "\n".join(self._fenced(content)).strip("\n"))
            self.parser.state.reset()


class _Quotes(BlockProcessor):
    """Quotes that end where another block begins, and alerts (`> [!NOTE]`)."""

    def __init__(self, parser: markdown.blockparser.BlockParser, fenced: Fenced) -> None:
        super().__init__(parser)
        self._fenced = fenced

    def test(self, parent: Element, block: str) -> bool:
        return bool(_ANY_QUOTE.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        lines = blocks.pop(0).split("\n")
        first = next(at for at, line in enumerate(lines) if _QUOTE.match(line))
        if first:
            self.parser.parseBlocks(parent, ["\n".join(lines[:first])])
        inside: list[str] = []
        at = first
        while at < len(lines):
            quoted = _QUOTE.match(lines[at])
            is_lazy = (
                bool(inside)
                and may_continue(inside[-1])
                and not inside[-1].lstrip().startswith("|")
            )
            if not quoted and (not is_lazy or starts_block(lines[at]) or list_marker(lines[at])):
                break
            inside.append(quoted[2] if quoted else lines[at])
            at += 1
        _put_back(lines[at:], blocks)
        self._build(parent, inside)

    def _build(self, parent: Element, inside: list[str]) -> None:
        alert = _ALERT.match(inside[0])
        if alert:
            kind = alert[1].lower()
            element = SubElement(parent, "div")
            element.set("class", f"admonition {_ALERT_CLASSES.get(kind, kind)}")
            title = SubElement(element, "p")
            title.set("class", "admonition-title")
            title.text = kind.capitalize()
            inside = inside[1:]
        else:
            element = SubElement(parent, "blockquote")
        self.parser.state.set("blockquote")
        self.parser.parseChunk(element, "\n".join(self._fenced(inside)).strip("\n"))
        self.parser.state.reset()


class _TablesInText(BlockProcessor):
    """A table right below a line of text, or right above another block: each is a block of its
    own."""

    def __init__(self, parser: markdown.blockparser.BlockParser, tables: BlockProcessor) -> None:
        super().__init__(parser)
        self._tables = tables

    def test(self, parent: Element, block: str) -> bool:
        return self._cut(parent, block) > 0

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        at = self._cut(parent, block)
        lines = block.split("\n")
        self.parser.parseBlocks(parent, ["\n".join(lines[:at])])
        blocks.insert(0, "\n".join(lines[at:]))

    def _cut(self, parent: Element, block: str) -> int:
        """The line in front of which a block is cut in two; 0 if it is not."""
        start = self._start(parent, block)
        if start or "|" not in block or not self._tables.test(parent, block):
            return start
        lines = block.split("\n")
        return next((at for at in range(2, len(lines)) if starts_block(lines[at])), 0)

    def _start(self, parent: Element, block: str) -> int:
        """The line of the head of a table that is not the first line; 0 if there is none."""
        if "|" not in block or "-" not in block:
            return 0
        lines = block.split("\n")
        for at in range(2, len(lines)):
            is_delimiter = "|" in lines[at - 1] and "-" in lines[at] and _DELIMITER.match(lines[at])
            if is_delimiter and self._tables.test(parent, "\n".join(lines[at - 1 : at + 1])):
                is_first = self._tables.test(parent, block)
                return 0 if is_first else at - 1
        return 0
