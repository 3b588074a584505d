"""Wiki pages as GitHub-flavoured Markdown, in the dialects of the wikis that read it.

Author's text never has an effect: every sign that any of these wikis reads is escaped.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from journeybook.publish.markup.author_text import between_blanks, on_one_line, without_controls
from journeybook.publish.markup.lines import separated
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


@dataclass(frozen=True)
class MarkdownDialect:
    """What differs between the wikis that read Markdown."""

    mermaid: Literal["fence", "colons", ""] = "fence"
    """How a diagram is written that the wiki draws itself; empty if it draws none."""
    link_ending: str = ""
    """Ending of the files of pages in links."""
    links_from_root: bool = False
    """Whether links begin at the wiki's root instead of at the page."""
    keeps_html: bool = True
    """Whether `<div dir>` is kept."""
    alerts: bool = True
    """Whether `> [!NOTE]` is a box."""


DIALECTS: Mapping[str, MarkdownDialect] = {
    "github": MarkdownDialect(),
    "gitlab": MarkdownDialect(),
    "gitea": MarkdownDialect(),
    "azure": MarkdownDialect(
        mermaid="colons", link_ending=".md", links_from_root=True, keeps_html=False, alerts=False
    ),
    "otter": MarkdownDialect(links_from_root=True, keeps_html=False, alerts=False),
    "gollum": MarkdownDialect(mermaid="", links_from_root=True, keeps_html=False, alerts=False),
    "folder": MarkdownDialect(link_ending=".md"),
}

PictureName = Callable[[Picture], str]
"""Where a picture is stored, from the wiki's root."""


def markdown_text(
    page: WikiPage,
    names: Mapping[str, str],
    dialect: MarkdownDialect,
    picture_name: PictureName,
) -> str:
    """The page as Markdown. `names` are the paths of all pages from the wiki's root, without
    ending, by key."""
    writer = _Writer(page, names, dialect, picture_name)
    lines = [f"# {escaped(page.title)}", ""]
    is_turned = page.direction == "rtl" and dialect.keeps_html
    if is_turned:
        lines += ['<div dir="rtl">', ""]
    for block in page.blocks:
        lines += [*writer.block(block), ""]
    if is_turned:
        lines += ["</div>", ""]
    return "\n".join(lines).rstrip() + "\n"


_SIGNS = re.compile(r"[\\`*_\[\]<>|~$^=#!]|&(?=#?\w+;)")
_AT_START = re.compile(r"([-+:]|\d+(?=[.)](?:\s|$)))")
_SAFE = re.compile(r"(?:[^\W_]|[ ,;?€—–“”‘’…()\"'−%])*")
"""Most texts: letters, digits and signs that mean nothing to any of the wikis."""
_SHORTCODE = re.compile(r":(?=[\w+-]+:)")
_BARE = re.compile(
    r"(https?|ftp)(?=://)|(www)(?=\.)|(?<=\w)@(?=[\w-]+\.)|(?<!\w)@(?=\w)", re.IGNORECASE
)


def escaped(text: str) -> str:
    """Text of an author on one line, without any effect in Markdown."""
    words = on_one_line(text)
    if _SAFE.fullmatch(words):
        return words
    words = _SIGNS.sub(lambda sign: f"\\{sign[0]}" if sign[0] != "&" else "&amp;", words)
    words = _SHORTCODE.sub("&#58;", words)
    words = _BARE.sub(_broken, words)
    start = _AT_START.match(words)
    if start:
        return _escaped_start(words, start)
    return words


def _broken(match: re.Match[str]) -> str:
    """An address or a mention that is no longer recognised, and looks the same."""
    if match[0] == "@":
        return "&#64;"
    return f"{match[0][0]}&#{ord(match[0][1])};{match[0][2:]}"


def _escaped_start(words: str, start: re.Match[str]) -> str:
    """Words that would begin a list, a rule or a container."""
    if start[0][0].isdigit():
        return f"{start[0]}\\{words[start.end() :]}"
    return f"\\{words}"


class _Writer:
    def __init__(
        self,
        page: WikiPage,
        names: Mapping[str, str],
        dialect: MarkdownDialect,
        picture_name: PictureName,
    ) -> None:
        self._folder = posixpath.dirname(names[page.key])
        self._names = names
        self._dialect = dialect
        self._picture_name = picture_name

    def block(self, block: Block) -> list[str]:
        """The lines of a block."""
        match block:
            case Heading(level=level, text=text, anchor=anchor):
                mark = f'<a id="{anchor}"></a>' if anchor and self._dialect.keeps_html else ""
                return [f"{'#' * level} {mark}{self.line(text)}"]
            case Paragraph(text=text):
                return self.line(text, hard_breaks=True).split("\n")
            case Bullets():
                return self._bullets(block)
            case Quote(blocks=blocks):
                return [f"> {line}".rstrip() for line in separated(map(self.block, blocks))]
            case Note(text=text):
                head = ["> [!NOTE]"] if self._dialect.alerts else []
                return [*head, f"> {self.line(text)}"]
            case Code(text=text, language=language):
                return _fenced(text, language)
            case Grid():
                return self._grid(block)
            case PictureBlock(picture=picture):
                return [self._picture(picture)]
            case Diagram():
                return self._diagram(block)

    def _bullets(self, block: Bullets) -> list[str]:
        lines: list[str] = []
        for number, item in enumerate(block.items, 1):
            mark = f"{number}. " if block.ordered else "- "
            inside = separated(map(self.block, item)) or [""]
            lines.append(f"{mark}{inside[0]}".rstrip())
            indent = " " * len(mark)
            lines += [f"{indent}{line}".rstrip() for line in inside[1:]]
        return lines

    def _grid(self, grid: Grid) -> list[str]:
        rows = [self._row(grid.columns), f"|{'---|' * len(grid.columns)}"]
        return [*rows, *map(self._row, grid.rows)]

    def _row(self, cells: Iterable[Line]) -> str:
        texts = [self.line(cell).replace("\n", " ") for cell in cells]
        return f"| {' | '.join(texts)} |"

    def _diagram(self, diagram: Diagram) -> list[str]:
        if self._dialect.mermaid == "fence":
            return _fenced(diagram.source.strip("\n"), "mermaid")
        if self._dialect.mermaid == "colons":
            source = diagram.source.strip("\n").replace(":::", ": : :")
            return ["::: mermaid", *source.split("\n"), ":::"]
        if diagram.picture:
            return [self._picture(diagram.picture)]
        return [escaped(diagram.alternative)]

    def _picture(self, picture: Picture) -> str:
        address = self._address(self._picture_name(picture))
        return f"![{escaped(picture.alternative)}]({address})"

    def line(self, parts: Line, *, hard_breaks: bool = False) -> str:
        """Inline parts as one line; a break is `<br>`, or the end of the line in a paragraph."""
        texts = [self._inline(part, hard_breaks=hard_breaks) for part in parts]
        joined = "".join(texts)
        start = _AT_START.match(joined)
        if start and joined[0] != "\\":
            return _escaped_start(joined, start)
        return joined

    def _inline(self, part: Inline, *, hard_breaks: bool) -> str:
        match part:
            case Words():
                return _words(part)
            case PageLink(label=label, key=key, anchor=anchor):
                sign = f"#{anchor}" if anchor else ""
                ending = self._dialect.link_ending
                return f"[{escaped(label)}]({self._address(self._names[key] + ending)}{sign})"
            case WebLink(label=label, address=address):
                return f"[{escaped(label)}](<{_web_address(address)}>)"
            case LineBreak():
                return "\\\n" if hard_breaks else "<br>"

    def _address(self, name: str) -> str:
        """The address of a file of the wiki, as links of this page have it."""
        if self._dialect.links_from_root:
            return f"/{quote(name)}"
        return quote(posixpath.relpath(name, self._folder or "."))


def _words(words: Words) -> str:
    if words.style == "code":
        return between_blanks(words, _code)
    sign = _STYLES.get(words.style, "")
    return between_blanks(words, lambda text: f"{sign}{_inner(text)}{sign}")


_STYLES = {"strong": "**", "emphasis": "*", "deleted": "~~"}


def _inner(text: str) -> str:
    """Escaped words between others, with which they must not become an address."""
    words = escaped(f"x{text}")[1:]
    if words.endswith(":"):
        words = f"{words[:-1]}&#58;"
    return f"\\{words}" if words.startswith(".") else words


def _code(text: str) -> str:
    """Words in fixed width. Pipes would end a cell even there, so they are written as entities."""
    text = text.replace("\n", " ")
    if "|" in text or "`" in text:
        return f"<code>{_inner(text)}</code>"
    return f"`{text}`"


def _fenced(text: str, language: str) -> list[str]:
    """Code between fences that are longer than any in it."""
    runs = [len(run) for run in re.findall(r"`+", text)]
    fence = "`" * max(3, max(runs, default=0) + 1)
    return [f"{fence}{language}", *without_controls(text).split("\n"), fence]


_UNSAFE = re.compile(r"[\s<>\\|\x00-\x20]")


def _web_address(address: str) -> str:
    return _UNSAFE.sub(lambda sign: quote(sign[0]), address)
