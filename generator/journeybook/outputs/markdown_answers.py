"""The Markdown twins of pages that answer questions."""

from __future__ import annotations

from journeybook.outputs import markdown_parts as md
from journeybook.pages.answers.views import AnswerView, Grid, GridCell, GridRow, Section


def answer_lines(view: AnswerView) -> list[str]:
    """The page below its title."""
    lines = [md.line(view.intro), ""]
    lines += [f"- {figure.label}: {figure.value}" for figure in view.figures] + [""]
    for card in view.cards:
        text = f": {md.line(card.text)}" if card.text else ""
        lines.append(f"- {md.link(card.link)}{text}")
        lines += [f"    - {md.link(link)}" for link in card.links if link.kind == "journey"]
    lines.append("")
    for diagram in view.diagrams:
        lines += [f"## {md.line(diagram.title)}", "", md.line(diagram.alternative), ""]
    for section in view.sections:
        lines += _section(section)
    return lines


def _section(section: Section) -> list[str]:
    lines = [
        f"## {md.line(section.title)}",
        "",
        md.line(section.note),
        "",
        md.line(section.empty),
        "",
    ]
    lines += [f"- {figure.label}: {figure.value}" for figure in section.figures] + [""]
    if section.overlay:
        for line in section.overlay.lines:
            lines.append(f"- {md.link(line.journey)}: {md.line(line.sentence)}")
        lines.append("")
    if section.grid:
        lines += _grid(section.grid)
    if section.table:
        lines += md.tables([section.table])
    for change in section.changes:
        pages = ", ".join(md.link(link) for link in change.pages)
        entry = f"- {change.iso}, {md.line(change.author)}: {md.line(change.subject)}"
        lines.append(md.in_brackets(entry, pages))
    return [*lines, ""]


def _grid(grid: Grid) -> list[str]:
    columns = [grid.corner, *map(md.link, grid.columns)]
    rows = [[_head(row), *map(_cell, row.cells)] for row in grid.rows]
    return [*md.grid(columns, rows), ""]


def _head(row: GridRow) -> str:
    notes = [md.line(text) for text in row.under]
    if row.score:
        notes.append(row.score.label)
    return md.in_brackets(md.link(row.head), ", ".join(notes))


def _cell(cell: GridCell) -> str:
    parts = [cell.emotion.shown] if cell.emotion else []
    parts += [badge.label for badge in cell.badges]
    if cell.score:
        parts.append(cell.score.label)
    parts += map(md.html, cell.texts)
    parts += map(md.marked, cell.marks)
    parts += [md.in_brackets(md.link(link), md.line(link.note)) for link in cell.links]
    if cell.pains:
        parts.append(f"⚡ {cell.pains}")
    parts += filter(None, (md.line(cell.note), cell.gap))
    return "; ".join(parts)
