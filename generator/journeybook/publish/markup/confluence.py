"""Wiki pages in the storage format of Confluence: well-formed XHTML with a few of its macros."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

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

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAGS = {"strong": "strong", "emphasis": "em", "code": "code", "deleted": "del"}
_WIDTH = 1200


def storage_format(page: WikiPage, names: Mapping[str, str], *, has_pictures: bool = True) -> str:
    """The page; `names` are the titles of all pages by key. Without pictures, their words stand in
    their place."""
    writer = _Writer(names, has_pictures=has_pictures)
    blocks = [writer.block(block) for block in page.blocks]
    if page.direction == "rtl":
        return '<div dir="rtl">\n' + "\n".join(blocks) + "\n</div>"
    return "\n".join(blocks)


def escaped(text: str) -> str:
    """Text for elements and attributes; what XML cannot hold becomes a replacement character."""
    return escape(_NOT_IN_XML.sub("\ufffd", text), quote=True)


def _cdata(text: str) -> str:
    """Text that is not parsed. Its end cannot stand in it, so it is split there."""
    plain = _NOT_IN_XML.sub("\ufffd", text).replace("]]>", "]]]]><![CDATA[>")
    return f"<![CDATA[{plain}]]>"


def _macro(name: str, parameters: Mapping[str, str], body: str) -> str:
    inside = "".join(
        f'<ac:parameter ac:name="{escaped(key)}">{escaped(value)}</ac:parameter>'
        for key, value in parameters.items()
    )
    return f'<ac:structured-macro ac:name="{name}">{inside}{body}</ac:structured-macro>'


class _Writer:
    def __init__(self, names: Mapping[str, str], *, has_pictures: bool) -> None:
        self._names = names
        self._has_pictures = has_pictures

    def block(self, block: Block) -> str:
        """The element of a block."""
        match block:
            case Heading(level=level, text=text, anchor=anchor):
                mark = _macro("anchor", {"": anchor}, "") if anchor else ""
                return f"<h{level}>{mark}{self.line(text)}</h{level}>"
            case Paragraph(text=text):
                return f"<p>{self.line(text)}</p>"
            case Bullets(items=items, ordered=ordered):
                tag = "ol" if ordered else "ul"
                return f"<{tag}>{''.join(map(self._item, items))}</{tag}>"
            case Quote(blocks=blocks):
                return f"<blockquote>{self._blocks(blocks)}</blockquote>"
            case Note(text=text):
                body = f"<ac:rich-text-body><p>{self.line(text)}</p></ac:rich-text-body>"
                return _macro("info", {}, body)
            case Code(text=text, language=language):
                body = f"<ac:plain-text-body>{_cdata(text)}</ac:plain-text-body>"
                return _macro("code", {"language": language} if language else {}, body)
            case Grid():
                return self._grid(block)
            case PictureBlock(picture=picture):
                return f"<p>{self._picture(picture)}</p>"
            case Diagram(picture=picture, alternative=alternative):
                inside = self._picture(picture) if picture else escaped(alternative)
                return f"<p>{inside}</p>"

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(map(self.block, blocks))

    def _item(self, blocks: Iterable[Block]) -> str:
        return f"<li>{self._blocks(blocks)}</li>"

    def _grid(self, grid: Grid) -> str:
        rows: list[str] = []
        if any(grid.columns):
            cells = "".join(f"<th>{self._cell(cell)}</th>" for cell in grid.columns)
            rows.append(f"<tr>{cells}</tr>")
        for head, *cells_of_row in grid.rows:
            cells = "".join(f"<td>{self._cell(cell)}</td>" for cell in cells_of_row)
            rows.append(f"<tr><th>{self._cell(head)}</th>{cells}</tr>")
        return f'<table data-layout="full-width"><tbody>{"".join(rows)}</tbody></table>'

    def _cell(self, line: Line) -> str:
        return f"<p>{self.line(line)}</p>"

    def _picture(self, picture: Picture) -> str:
        alternative = escaped(picture.alternative)
        if not self._has_pictures:
            return alternative
        name = escaped(picture.name("png"))
        return (
            f'<ac:image ac:alt="{alternative}" ac:width="{_WIDTH}">'
            f'<ri:attachment ri:filename="{name}" /></ac:image>'
        )

    def line(self, parts: Line) -> str:
        """Inline parts as one line."""
        return "".join(map(self._inline, parts))

    def _inline(self, part: Inline) -> str:
        match part:
            case Words(text=text, style=style):
                tag = _TAGS.get(style)
                return f"<{tag}>{escaped(text)}</{tag}>" if tag else escaped(text)
            case PageLink(label=label, key=key, anchor=anchor):
                place = f' ac:anchor="{escaped(anchor)}"' if anchor else ""
                title = escaped(self._names[key])
                body = f"<ac:plain-text-link-body>{_cdata(label)}</ac:plain-text-link-body>"
                return f'<ac:link{place}><ri:page ri:content-title="{title}" />{body}</ac:link>'
            case WebLink(label=label, address=address):
                return f'<a href="{escaped(address)}">{escaped(label)}</a>'
            case LineBreak():
                return "<br />"
