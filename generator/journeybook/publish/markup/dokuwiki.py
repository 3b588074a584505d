"""Wiki pages in the syntax of DokuWiki.

Author's text never has an effect: whatever may be read as syntax, or changed by DokuWiki's
typography, stands between signs that switch both off.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from urllib.parse import quote

from journeybook.publish.markup.author_text import between_blanks, on_one_line, without_controls
from journeybook.publish.markup.lines import list_lines, on_a_line
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
    plain,
)

_SAFE = re.compile(r"(?:[^\W_]|[ ,;?!€–—−·“”‘’„…→↩✕•%+](?!%)|(?<!\.)\.(?!\.)|:(?=\s|$))+")
"""Words that DokuWiki shows as they are: letters of all scripts, digits, and punctuation that is
neither syntax, typography nor the start of a smiley or an address."""
_WITH_EFFECT = re.compile(r"FIXME|DELETEME|LOL|www\.|ftp\.|\d[xX]\d", re.IGNORECASE)
"""Words that become a picture, a link, or a sign of multiplication."""
_UNSAFE = re.compile(r"[\s<>\[\]{}|\"\\\x00-\x20]")
_BREAK = "\\\\ "
_JOINER = "\u2060"
"""Invisible; keeps two signs apart where nothing else can."""

PictureName = Callable[[Picture], str]


def dokuwiki_text(
    page: WikiPage, names: Mapping[str, str], picture_name: PictureName | None
) -> str:
    """The page; `names` are the ids of all pages by key, `picture_name` that of a media file.
    Without it, the words of pictures stand in their place."""
    writer = _Writer(names, picture_name)
    lines = [f"====== {_heading(page.title)} ======", ""]
    for block in page.blocks:
        lines += [*writer.block(block), ""]
    return unicodedata.normalize("NFC", "\n".join(lines).rstrip())


def escaped(text: str) -> str:
    """Text of an author on one line, without any effect."""
    words = on_one_line(text)
    if not words:
        return ""
    has_free_edges = words[0] != "%" and words[-1] != "%"
    if has_free_edges and _SAFE.fullmatch(words) and not _WITH_EFFECT.search(words):
        return words
    if has_free_edges and "%%" not in words:
        return f"%%{words}%%"
    kept: list[str] = []
    for number, piece in enumerate(words.split("</nowiki>")):
        kept += ["%%</nowiki>%%"] if number else []
        kept += [f"<nowiki>{piece}</nowiki>"] if piece else []
    return "".join(kept)


def _heading(text: str) -> str:
    """A heading takes no syntax; only equals signs would end it."""
    return on_one_line(text.replace("==", f"={_JOINER}=")).strip("=") or "–"


def _label(text: str) -> str:
    """The words of a link, which take no syntax; only brackets would end them."""
    words = on_one_line(text)
    for sign in ("]", "{", "}"):
        words = words.replace(sign * 2, f"{sign}{_JOINER}{sign}")
    return words.replace("|", "∣")


class _Writer:
    def __init__(self, names: Mapping[str, str], picture_name: PictureName | None) -> None:
        self._names = names
        self._picture_name = picture_name

    def block(self, block: Block) -> list[str]:
        """The lines of a block."""
        match block:
            case Heading(level=level, text=text):
                sign = "=" * max(2, 7 - level)
                return [f"{sign} {_heading(plain(text))} {sign}"]
            case Paragraph(text=text):
                return [self.line(text)]
            case Bullets():
                return list_lines(block, _lead, self._on_a_line, _BREAK)
            case Quote(blocks=blocks):
                return [f"> {self._on_a_line(part)}" for part in blocks]
            case Note(text=text):
                return [f"> {self.line(text)}"]
            case Code(text=text):
                return _code(text)
            case Grid():
                return self._grid(block)
            case PictureBlock(picture=picture):
                return [self._picture(picture)]
            case Diagram(picture=picture, alternative=alternative):
                return [self._picture(picture) if picture else escaped(alternative)]

    def _on_a_line(self, block: Block) -> str:
        return on_a_line(block, self.line, _code_row, _BREAK, self._other_on_a_line)

    def _other_on_a_line(self, block: Block) -> str:
        if isinstance(block, Bullets):
            texts = [" ".join(map(self._on_a_line, item)) for item in block.items]
            return _BREAK.join([f"• {text}" for text in texts])
        return " ".join(self.block(block))

    def _grid(self, grid: Grid) -> list[str]:
        lines: list[str] = []
        if any(grid.columns):
            lines.append("^ " + " ^ ".join(map(self._cell, grid.columns)) + " ^")
        for head, *cells in grid.rows:
            row = "".join(f" | {self._cell(cell)}" for cell in cells)
            lines.append(f"^ {self._cell(head)}{row} |")
        return lines

    def _cell(self, line: Line) -> str:
        """A cell; one without words keeps a blank, since two bars would join it with the next."""
        return self.line(line) or " "

    def _picture(self, picture: Picture) -> str:
        if self._picture_name is None:
            return escaped(picture.alternative)
        return f"{{{{:{self._picture_name(picture)}?1000&direct|{_label(picture.alternative)}}}}}"

    def line(self, parts: Line) -> str:
        """Inline parts as one line."""
        return "".join(map(self._inline, parts))

    def _inline(self, part: Inline) -> str:
        match part:
            case Words():
                return _words(part)
            case PageLink(label=label, key=key):
                return f"[[:{self._names[key]}|{_label(label)}]]"
            case WebLink(label=label, address=address):
                target = _UNSAFE.sub(lambda sign: quote(sign[0]), address)
                target = target.removeprefix("mailto:")
                return f"[[{target}|{_label(label)}]]"
            case LineBreak():
                return _BREAK


_STYLES = {"strong": "**{}**", "emphasis": "//{}//", "code": "''{}''", "deleted": "<del>{}</del>"}


def _lead(levels: tuple[bool, ...]) -> str:
    """The indentation and the sign of an item."""
    return f"{'  ' * len(levels)}{'-' if levels[-1] else '*'}"


def _words(words: Words) -> str:
    style = _STYLES.get(words.style, "{}")
    return between_blanks(words, lambda text: style.replace("{}", escaped(text)))


def _code_row(row: str) -> str:
    return f"''{escaped(row)}''"


def _code(text: str) -> list[str]:
    """Code between tags that it does not hold itself, else line by line."""
    text = without_controls(text)
    for tag in ("code", "file"):
        if f"</{tag}>" not in text:
            return [f"<{tag}>", *text.split("\n"), f"</{tag}>"]
    return [_BREAK.join([_code_row(row) for row in text.split("\n") if row.strip()])]
