"""Small parts of Markdown twins: lines, links, statements, tables, and HTML turned back into
Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

from journeybook.outputs.markdown_safety import marked_link
from journeybook.pages import views
from journeybook.pages.fact_text import FactText


def marked(statement: views.MarkedText) -> str:
    """A statement with its severity, tags, evidence and place."""
    notes = [statement.severity_label, *statement.tags, *map(link, statement.evidence)]
    words = f"{statement.speaker}: {statement.text}" if statement.speaker else statement.text
    text = in_brackets(line(words), ", ".join(filter(None, notes)))
    place = " / ".join(map(link, statement.place))
    return f"{text} — {place}" if place else text


def fact(text: FactText) -> str:
    """A fact with a link to the page of the thing it names, and links to its evidence."""
    words = link(text.link) if text.link else line(text.words)
    if text.person:
        words = f"{line(text.person)}: {words}"
    if text.detail:
        words = f"{words}: {line(text.detail)}"
    return in_brackets(words, ", ".join((*map(line, text.markers), *map(link, text.evidence))))


def in_brackets(text: str, note: str) -> str:
    """A text with a note behind it, if there is one."""
    return f"{text} ({note})" if note else text


def tables(table_views: Iterable[views.Table]) -> list[str]:
    """Tables below their titles."""
    lines: list[str] = []
    for table in table_views:
        if table.title:
            lines += [f"## {table.title}", ""]
        rows = [list(map(cell, row.cells)) for row in table.rows]
        lines += [*grid(list(table.columns), rows), ""]
    return lines


def cell(table_cell: views.TableCell) -> str:
    """The content of a cell, with its note."""
    content = _content(table_cell)
    if not content:
        return line(table_cell.note)
    return in_brackets(content, line(table_cell.note))


def _content(table_cell: views.TableCell) -> str:
    if table_cell.marked:
        return marked(table_cell.marked)
    if table_cell.links:
        return ", ".join(map(link, table_cell.links))
    if table_cell.emotion:
        return table_cell.emotion.shown
    if table_cell.score:
        return table_cell.score.label
    if table_cell.badges:
        return ", ".join(badge.label for badge in table_cell.badges)
    return table_cell.number or line(table_cell.text)


def grid(columns: list[str], rows: list[list[str]]) -> list[str]:
    """A table with pipes."""
    rule = ["---"] * len(columns)
    return list(map(_grid_row, [columns, rule, *rows]))


def _grid_row(cells: Iterable[str]) -> str:
    texts = [text.replace("|", "\\|").replace("\n", " ") for text in cells]
    return f"| {' | '.join(texts)} |"


_SPECIAL = re.compile(r"([\\`*_\[\]<>]|&(?=#?\w+;))")


def line(text: str) -> str:
    """A text on one line, with Markdown signs escaped."""
    return _SPECIAL.sub(r"\\\1", " ".join(str(text).split()))


def link(target: views.Link) -> str:
    """A link to the twin of a page, or its label without an address; in a compared site with `new`
    or `changed`."""
    text = twin_link(target.label, target.href, external=target.external)
    return in_brackets(text, target.mark_label)


def twin_link(label: str, href: str, *, external: bool = False) -> str:
    """A link to the twin of a page, or the label without an address."""
    page, sign, anchor = href.partition("#")
    target = page.removesuffix(".html") + ".md" if page.endswith(".html") and not external else page
    address = f"{target}{sign}{anchor}"
    return marked_link(line(label), address) if target or anchor else line(label)


def since(banner: views.Since) -> list[str]:
    """The banner of a page that changed since the revision its site is compared with."""
    parts = [twin_link(banner.label, banner.href), *map(line, banner.weights)]
    removed = [f"- {line(label)}: {line(title)}" for label, title in banner.gone]
    return [" · ".join(parts), "", *removed, ""]


def changed(mark: views.ChangeMark | None) -> list[str]:
    """The change of a stage or a step, on a line of its own."""
    return [f"*{line(mark.words)}*", ""] if mark else []


_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"</(?:p|h[1-6]|li|tr|pre|dd|dt|blockquote|div)>")
_ITEM = re.compile(r"<li[^>]*>")
_ANCHOR = re.compile(r"<a\b[^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a>", re.DOTALL)


def html(markup: Markup) -> str:
    """Rendered HTML as plain Markdown: links, paragraphs and lists stay, other tags are dropped."""

    source = str(markup)
    text = ""
    end = 0
    for anchor in _ANCHOR.finditer(source):
        label = Markup(_TAG.sub("", anchor[2])).unescape()
        href = Markup(anchor[1]).unescape()
        text += _words(source[end : anchor.start()])
        text += twin_link(label, href, external="://" in href)
        end = anchor.end()
    text += _words(source[end:])
    return re.sub(r"[ \t]*\n[ \t]*", "\n", re.sub(r"\n{3,}", "\n\n", text)).strip()


def _words(source: str) -> str:
    """A piece of HTML without links as text, with Markdown signs escaped."""
    text = _BREAK.sub("\n\n", _ITEM.sub("- ", source))
    return _SPECIAL.sub(r"\\\1", Markup(_TAG.sub("", text)).unescape())
