"""A page of a wiki as blocks, the same for every wiki; `publish.markup` writes it as text.

Pages name each other by key: the path of the source file, which stays when a title changes.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Words:
    """A run of plain text, never markup; `style` is empty, or how it is set."""

    text: str
    style: Literal["", "strong", "emphasis", "code", "deleted"] = ""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to another published page."""

    label: str
    key: str
    anchor: str = ""
    """`Heading.anchor` on that page, or empty."""


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link to an address with `https:`, `http:` or `mailto:`."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The next words stand on a new line."""


Inline = Words | PageLink | WebLink | LineBreak
Line = tuple[Inline, ...]


def plain(line: Line) -> str:
    """The words of a line, without styles and links."""
    texts: list[str] = []
    for part in line:
        match part:
            case Words(text=text):
                texts.append(text)
            case PageLink(label=label) | WebLink(label=label):
                texts.append(label)
            case LineBreak():
                texts.append(" ")
    return "".join(texts)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the page's title, which the wiki shows itself; levels begin at 2."""

    level: int
    text: Line
    anchor: str = ""
    """A name for links: lower-case ASCII letters, digits and `-`; or empty."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: Line


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item is one or more blocks, the first usually a paragraph."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A box that stands out, such as the notice at the top of a page."""

    text: Line


@dataclass(frozen=True, slots=True)
class Code:
    """Text in fixed width, with the name of its language or an empty one."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. The first cell of each row is its head, shown while scrolling where a wiki can."""

    columns: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture on its own, as wide as it may be."""

    picture: Picture


@dataclass(frozen=True, slots=True)
class Diagram:
    """A Mermaid diagram: its source where the wiki draws Mermaid, its picture elsewhere."""

    title: str
    source: str
    alternative: str
    """What it shows, in words."""
    picture: Picture | None


Block = Heading | Paragraph | Bullets | Quote | Note | Code | Grid | PictureBlock | Diagram


@dataclass(frozen=True)
class Picture:
    """A drawing that a page shows.

    Its name ends with a digest of the drawing, so that a changed drawing is a new file and no
    file is ever written over.
    """

    stem: str
    """Its name without digest and ending: lower-case ASCII letters, digits and `-`."""
    svg: str
    alternative: str
    """What it shows, in words."""

    def name(self, form: Literal["svg", "png"]) -> str:
        """The file name in a wiki, such as `ana-buy-curve-1f00ba2d9c.svg`."""
        return f"{self.stem}-{_digest(self.svg.encode())}.{form}"


PICTURE_NAME = re.compile(r"[a-z0-9-]+-([0-9a-f]{10})\.(?:svg|png)")
"""What `Picture.name` makes; the group is the digest of the drawing."""


def is_as_drawn(name: str, svg: bytes) -> bool:
    """Whether a file has the drawing whose digest is in its name."""
    match = PICTURE_NAME.fullmatch(name)
    return match is not None and match[1] == _digest(svg)


def _digest(svg: bytes) -> str:
    return hashlib.sha256(svg).hexdigest()[:10]


@dataclass(frozen=True)
class WikiPage:
    """One page, in the words of no wiki."""

    key: str
    """Path of its source from the site's root; for a thing without a file, where that would be."""
    kind: str
    """index, persona, journey, touchpoint, stage or channel."""
    title: str
    place: tuple[str, ...]
    """Its stable place by ids: `("journeys", "ana", "buy")`; `("index",)` for the first page."""
    parent: str
    """Key of the page above it, or empty for the first page."""
    lang: str
    direction: Literal["ltr", "rtl"]
    blocks: tuple[Block, ...]

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Its pictures, each once, in the order shown."""
        pictures: dict[str, Picture] = {}
        for block in all_blocks(self.blocks):
            if isinstance(block, PictureBlock | Diagram) and block.picture:
                pictures.setdefault(block.picture.name("svg"), block.picture)
        return tuple(pictures.values())


def all_blocks(blocks: tuple[Block, ...]) -> list[Block]:
    """The blocks and all those inside them, in reading order."""
    flat: list[Block] = []
    for block in blocks:
        flat.append(block)
        if isinstance(block, Bullets):
            for item in block.items:
                flat += all_blocks(item)
        elif isinstance(block, Quote):
            flat += all_blocks(block.blocks)
    return flat
