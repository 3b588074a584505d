"""Small parts of Markdown twins: lines, links, statements, tables, and our own HTML back to
text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

from journeybook.pages import views


def marked(statement: views.MarkedText) -> str:
    """A statement with its weight, tags, evidence and place."""
    notes = [statement.severity_label, *statement.tags, *map(link, statement.evidence)]
    where = " — " + " / ".join(map(link, statement.place)) if statement.place else ""
    shown = ", ".join(note for note in notes if note)
    return line(statement.text) + (f" ({shown})" if shown else "") + where


def tables(found: Iterable[views.Table]) -> list[str]:
    """Tables below their titles."""
    lines: list[str] = []
    for table in found:
        lines += [f"## {table.title}", ""] if table.title else []
        lines += [
            *grid(list(table.columns), [[cell(one) for one in row.cells] for row in table.rows]),
            "",
        ]
    return lines


def cell(shown: views.TableCell) -> str:
    """What a cell holds."""
    if shown.marked:
        return marked(shown.marked)
    if shown.links:
        return ", ".join(map(link, shown.links))
    if shown.emotion:
        return shown.emotion.shown
    if shown.score:
        return shown.score.label
    if shown.badges:
        return ", ".join(badge.label for badge in shown.badges)
    return shown.number or line(shown.text)


def grid(columns: list[str], rows: list[list[str]]) -> list[str]:
    """A table in pipes."""

    def joined(cells: Iterable[str]) -> str:
        return (
            "| " + " | ".join(text.replace("|", "\\|").replace("\n", " ") for text in cells) + " |"
        )

    return [joined(columns), joined("---" for _ in columns), *map(joined, rows)]


_SPECIAL = re.compile(r"([\\`*_\[\]<>])")


def line(text: str) -> str:
    """A text on one line, its Markdown signs as they are."""
    return _SPECIAL.sub(r"\\\1", " ".join(str(text).split()))


def link(shown: views.Link) -> str:
    """A link to the twin of a page, or the label alone; and that it is new or changed, where it
    is."""
    mark = f" ({shown.mark_label})" if shown.mark_label else ""
    return twin_link(shown.label, shown.href, external=shown.external) + mark


def twin_link(label: str, href: str, *, external: bool = False) -> str:
    """Words that lead to the twin of a page, or the words alone."""
    page, sign, anchor = href.partition("#")
    target = page.removesuffix(".html") + ".md" if page.endswith(".html") and not external else page
    return f"[{line(label)}]({target}{sign}{anchor})" if target or anchor else line(label)


def since(shown: views.Since) -> list[str]:
    """What the top of a page says of the revision that its site is compared with."""
    said = [twin_link(shown.label, shown.href), *map(line, shown.weights)]
    return [
        " · ".join(said),
        "",
        *(f"- {line(words)}: {line(title)}" for words, title in shown.gone),
        "",
    ]


def changed(mark: views.ChangeMark | None) -> list[str]:
    """That a stage or a step is otherwise than before, on a line of its own."""
    return [f"*{line(mark.words)}*", ""] if mark else []


_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"</(?:p|h[1-6]|li|tr|pre|dd|dt|blockquote|div)>")
_ITEM = re.compile(r"<li[^>]*>")
_ANCHOR = re.compile(r"<a\b[^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a>", re.DOTALL)


def html(markup: Markup) -> str:
    """Safe HTML of ours back to plain Markdown: links and paragraphs are kept, other marks are let
    go."""

    def anchor(match: re.Match[str]) -> str:
        label = Markup(_TAG.sub("", match[2])).unescape()
        href = Markup(match[1]).unescape()
        return Markup.escape(link(views.Link(label=label, href=href, external="://" in href)))

    text = _ANCHOR.sub(anchor, str(markup))
    text = _ITEM.sub("- ", text)
    text = _BREAK.sub("\n\n", text)
    text = Markup(_TAG.sub("", text)).unescape()
    return re.sub(r"[ \t]*\n[ \t]*", "\n", re.sub(r"\n{3,}", "\n\n", text)).strip()
