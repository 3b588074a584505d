"""Lines of text that markups build in the same way: lists, and blocks that must fit on one line."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from journeybook.publish.wiki.model import (
    Block,
    Bullets,
    Code,
    Grid,
    Heading,
    Line,
    Note,
    Paragraph,
    Quote,
)


def separated(blocks: Iterable[list[str]]) -> list[str]:
    """The lines of blocks, with an empty line between two of them."""
    lines: list[str] = []
    for block in blocks:
        lines += ["", *block] if lines else block
    return lines


def list_lines(
    block: Bullets,
    lead: Callable[[tuple[bool, ...]], str],
    text: Callable[[Block], str],
    line_break: str,
    levels: tuple[bool, ...] = (),
) -> list[str]:
    """A list with each item on one line, and the lists inside an item below it.

    `lead` makes the sign of an item from the lists around it, outermost first: whether each is
    ordered. `text` writes a block on one line.
    """
    levels = (*levels, block.ordered)
    lines: list[str] = []
    for item in block.items:
        texts = [text(part) for part in item if not isinstance(part, Bullets)]
        lines.append(f"{lead(levels)} {line_break.join(texts)}")
        for part in item:
            if isinstance(part, Bullets):
                lines += list_lines(part, lead, text, line_break, levels)
    return lines


def on_a_line(
    block: Block,
    line: Callable[[Line], str],
    code: Callable[[str], str],
    line_break: str,
    other: Callable[[Block], str],
) -> str:
    """A block within an item or a cell. `line` writes words, `code` a line of code, `other` lists
    and pictures."""
    match block:
        case Heading(text=text) | Paragraph(text=text) | Note(text=text):
            return line(text)
        case Code(text=text):
            return line_break.join([code(row) for row in text.split("\n") if row.strip()])
        case Quote(blocks=blocks):
            parts = [on_a_line(part, line, code, line_break, other) for part in blocks]
            return line_break.join(parts)
        case Grid(columns=columns, rows=rows):
            return line_break.join([" · ".join(map(line, row)) for row in (columns, *rows)])
    return other(block)
