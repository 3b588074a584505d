"""Python-Markdown as journeybook uses it: no raw HTML, but wiki links, and fenced code in one
pass."""

from __future__ import annotations

import html
import re
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from journeybook.prose.blocks import fences, without_markers
from journeybook.prose.gfm_blocks import register_blocks

WIKI_TAG = "wikilink"
"""The tag of a wiki link until its target is resolved; authors cannot write it."""


def parser() -> markdown.Markdown:
    """A new parser. Reset it between texts, and drop it after an error in the middle of one."""
    md = markdown.Markdown(
        extensions=[
            TableExtension(use_align_attribute=True),
            _Footnotes(PLACE_MARKER="\x02no author can write this\x02", BACKLINK_TITLE=""),
            "def_list",
            "attr_list",
            "admonition",
        ]
    )
    fenced_code = _FencedCode(md)
    register_blocks(md, fenced_code.run)
    md.preprocessors.deregister("html_block")
    md.preprocessors.register(fenced_code, "fenced_code", 25)
    md.preprocessors.register(_LinksInTables(md), "links_in_tables", 24)
    for pattern in ("html", "entity", "automail"):
        md.inlinePatterns.deregister(pattern)
    md.treeprocessors.register(_AttributeLists(md), "attr_list", 8)
    md.inlinePatterns.register(_WikiLink(r"\[\[([^\[\]\n]+)\]\](?!\()", md), WIKI_TAG, 178)
    md.inlinePatterns.register(_HardBreak(r"\\\n", md), "hard_break", 185)
    md.inlinePatterns.register(_Deleted(r"(?<!~)~~(?![\s~])([^~\n]{1,2000})~~(?!~)", md), "del", 70)
    md.inlinePatterns.register(_BareAddress(_BARE, md), "bare_address", 90)
    md.inlinePatterns.register(_MailAddress(r"<([^<> !]+@[^@<> ]+)>", md), "mail_address", 110)
    return md


def block_tree(md: markdown.Markdown, text: str) -> Element:
    """Parse a whole text."""
    lines = without_markers(text).split("\n")
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    root = md.parser.parseDocument(lines).getroot()
    return _processed(md, root) if root is not None else Element("div")


def inline_tree(md: markdown.Markdown, text: str) -> Element:
    """Parse a text as one line, in which nothing starts a block."""
    root = Element("div")
    line = SubElement(root, "p")
    line.text = " ".join(without_markers(text).split())
    return _processed(md, root)


def serialize(md: markdown.Markdown, root: Element) -> str:
    """The tree as HTML, which is not safe yet."""
    output: str = md.serializer(root)
    for postprocessor in md.postprocessors:
        output = postprocessor.run(output)
    return output


def _processed(md: markdown.Markdown, root: Element) -> Element:
    for processor in md.treeprocessors:
        replaced = processor.run(root)
        root = root if replaced is None else replaced
    return root


class _Footnotes(FootnoteExtension):
    """Footnotes whose text may define other footnotes, on which the extension itself fails."""

    def __init__(self, **settings: str) -> None:
        self._inner: dict[str, str] | None = None
        super().__init__(**settings)

    def setFootnote(self, id: str, text: str) -> None:  # noqa: N802
        """Store a footnote, separately while the text of another one is being parsed."""
        if self._inner is None:
            super().setFootnote(id, text)
        else:
            self._inner[id] = text

    def makeFootnotesDiv(self, root: Element) -> Element | None:  # noqa: N802
        """Build the list of footnotes, again if their texts define more footnotes."""
        inner: dict[str, str] = {}
        self._inner = inner
        try:
            section = super().makeFootnotesDiv(root)
        finally:
            self._inner = None
        more = {name: text for name, text in inner.items() if name not in self.footnotes}
        if not more:
            return section
        self.footnotes.update(more)
        return self.makeFootnotesDiv(root)


class _FencedCode(Preprocessor):
    """Replaces fenced code by placeholders. The extension that comes with Python-Markdown takes
    quadratic time for fences that are not closed."""

    def run(self, lines: list[str]) -> list[str]:
        output: list[str] = []
        after = 0
        for fence in fences(lines):
            source = "\n".join(lines[fence.first + 1 : fence.last])
            code = html.escape(source, quote=False)
            placeholder = self.md.htmlStash.store(f"<pre><code>{code}\n</code></pre>")
            output += lines[after : fence.first]
            output += ["", placeholder, ""]
            after = fence.last + 1
        return output + lines[after:]


class _LinksInTables(Preprocessor):
    """Keeps the `|` of a wiki link from ending the cell of a table that it is in."""

    _CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
    _LABELLED = re.compile(r"\[\[([^\[\]|\\]+)\|([^\[\]]*)\]\]")

    def run(self, lines: list[str]) -> list[str]:
        return [self._escaped(line) if "[[" in line and "|" in line else line for line in lines]

    def _escaped(self, line: str) -> str:
        if "|" not in self._LABELLED.sub("", line):
            return line  # no table
        parts, after = [], 0
        for code in self._CODE.finditer(line) if "`" in line else ():
            parts += [self._LABELLED.sub(r"[[\1\|\2]]", line[after : code.start()]), code[0]]
            after = code.end()
        parts.append(self._LABELLED.sub(r"[[\1\|\2]]", line[after:]))
        return "".join(parts)


class _AttributeLists(AttrListTreeprocessor):
    """Attributes such as `{#id}`. The extension tries its pattern at every blank of a heading or a
    table cell, which takes quadratic time for many blanks; the first of a run is enough."""

    HEADER_RE = re.compile(  # type: ignore[misc]  # final in the type stubs only
        "(?<! )" + AttrListTreeprocessor.HEADER_RE.pattern
    )


class _WikiLink(InlineProcessor):
    """`[[kind:id#anchor|label]]`, kept as written until its target is resolved."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        element = Element(WIKI_TAG)
        element.text = AtomicString(self.unescape(m.group(1)))
        return element, m.start(0), m.end(0)


class _HardBreak(InlineProcessor):
    """A backslash at the end of a line breaks it."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        return Element("br"), m.start(0), m.end(0)


class _Deleted(InlineProcessor):
    """`~~no longer~~`, struck through."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        element = Element("del")
        element.text = m.group(1)
        return element, m.start(0), m.end(0)


_BARE = (
    r"(?<![\w@/.:-])(?:https?://|www\.)[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){1,20}"
    r"(?::\d{1,5})?(?:[/?#][^\s<>\x02\x03]{0,2000})?"
)
_PUNCTUATION = "?!.,:*_~'\"”’»"
_ENTITY_AT_END = re.compile(r"&[a-z]{2,8};$")


class _BareAddress(InlineProcessor):
    """An address without brackets, and without the punctuation that ends its sentence."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        address = _without_end(m.group(0))
        element = Element("a")
        element.set("href", address if "://" in address else f"http://{address}")
        element.text = AtomicString(address)
        return element, m.start(0), m.start(0) + len(address)


def _without_end(address: str) -> str:
    """The address without punctuation at its end, a `)` that closes one before it, and an
    entity."""
    while True:
        shorter = _ENTITY_AT_END.sub("", address.rstrip(_PUNCTUATION))
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter


class _MailAddress(InlineProcessor):
    """`<name@host>` as an email link. Unlike Python-Markdown, it does not obscure the address."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        address = self.unescape(m.group(1)).removeprefix("mailto:")
        element = Element("a")
        element.set("href", f"mailto:{address}")
        element.text = AtomicString(address)
        return element, m.start(0), m.end(0)
