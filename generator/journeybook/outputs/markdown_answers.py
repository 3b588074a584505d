"""The Markdown twins of pages that answer questions."""

from __future__ import annotations

from journeybook.outputs import markdown_parts as md
from journeybook.pages.answers.views import AnswerView, Grid, GridCell, GridRow, Section


def answer_lines(view: AnswerView) -> list[str]:
    """The page below its title."""
    lines = [md.line(view.intro), ""]
    lines += [f"- {figure.label}: {figure.value}" for figure in view.figures] + [""]
    for card in view.cards:
        lines.append(f"- {md.link(card.link)}" + (f": {md.line(card.text)}" if card.text else ""))
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
        lines += [
            f"- {md.link(line.journey)}: {md.line(line.sentence)}" for line in section.overlay.lines
        ] + [""]
    if section.grid:
        lines += _grid(section.grid)
    if section.table:
        lines += md.tables([section.table])
    for change in section.changes:
        pages = ", ".join(md.link(link) for link in change.pages)
        said = f"- {change.iso}, {md.line(change.author)}: {md.line(change.subject)}"
        lines.append(f"{said} ({pages})" if pages else said)
    return [*lines, ""]


def _grid(grid: Grid) -> list[str]:
    rows = [[_head(row), *(_cell(cell) for cell in row.cells)] for row in grid.rows]
    return [*md.grid([grid.corner, *(md.link(column) for column in grid.columns)], rows), ""]


def _head(row: GridRow) -> str:
    small = [md.line(text) for text in row.under] + ([row.score.label] if row.score else [])
    return md.link(row.head) + (f" ({', '.join(small)})" if small else "")


def _cell(cell: GridCell) -> str:
    said = [cell.emotion.shown] if cell.emotion else []
    said += [badge.label for badge in cell.badges]
    said += [cell.score.label] if cell.score else []
    said += [md.html(text) for text in cell.texts]
    said += [md.marked(mark) for mark in cell.marks]
    said += [
        md.link(link) + (f" ({md.line(link.note)})" if link.note else "") for link in cell.links
    ]
    said += [f"⚡ {cell.pains}"] if cell.pains else []
    said += [text for text in (md.line(cell.note), cell.gap) if text]
    return "; ".join(said)
