"""Parts that pages of all kinds have: the notice, rows of facts, tables, figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.publish.wiki.html_blocks import line_of
from journeybook.publish.wiki.model import (
    Block,
    Bullets,
    Grid,
    Inline,
    Line,
    Note,
    Paragraph,
    WebLink,
    Words,
)
from journeybook.publish.wiki.page_links import PageLinks, joined

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def picture_stem(url: str, part: str) -> str:
    """The name of a picture from the address of its page: `ana-buy-curve`."""
    place = url.removesuffix(".html").partition("/")[2] or url.removesuffix(".html")
    words = _NOT_PLAIN.sub("-", place.lower()).strip("-") or "map"
    return f"{words[:80]}-{part}"


def notice(ctx: PageContext, view: views.PageView, source: str, site_address: str) -> Note:
    """The box at the top: where the page comes from, and where to see and change it."""
    t = ctx.t
    line: list[Inline] = []
    if source:
        place: Inline = WebLink(source, view.edit_href) if view.edit_href else Words(source, "code")
        sentence = t(
            "This page is generated from {file}. Change it there: a page that is edited here is no "
            "longer updated.",
            file="\ue000",
        )
    else:
        place = Words("")
        sentence = t("This page is generated. A page that is edited here is no longer updated.")
    before, _, after = sentence.partition("\ue000")
    line += [Words(before), place, Words(after)] if source else [Words(before)]
    if site_address:
        line += [Words(" "), WebLink(t("Open the full map"), site_address)]
    return Note(tuple([part for part in line if not isinstance(part, Words) or part.text]))


def badges(view: views.PageView) -> Line:
    """Status, market and trust on one line."""
    return joined([(Words(badge.label),) for badge in view.badges], " · ")


def row_items(rows: Iterable[views.FactRow], links: PageLinks) -> Iterator[Line]:
    """One line for each row of facts."""
    for row in rows:
        values = [line_of(str(value), links.to) for value in row.values]
        for link in row.links:
            note: Line = (Words(f" ({link.note})"),) if link.note else ()
            values.append((links.link(link), *note))
        yield (Words(f"{row.label}: ", "strong"), *joined(values, "; "))


def figures(entries: Iterable[views.Figure]) -> Iterator[Block]:
    """Key figures as a list."""
    items: list[tuple[Block, ...]] = []
    for figure in entries:
        note = f" ({figure.note})" if figure.note else ""
        words = Words(f"{figure.label}: {figure.value}{note}")
        items.append((Paragraph((words,)),))
    if items:
        yield Bullets(tuple(items))


def grid(table: views.Table, links: PageLinks) -> Grid:
    """A table of the view."""
    columns = tuple([(Words(column),) if column else () for column in table.columns])
    rows = []
    for row in table.rows:
        rows.append(tuple([cell(entry, links) for entry in row.cells]))
    return Grid(columns, tuple(rows))


def cell(entry: views.TableCell, links: PageLinks) -> Line:
    """One cell with its note."""
    content = _content(entry, links)
    if entry.note:
        note = Words(f" ({entry.note})" if content else entry.note)
        return (*content, note)
    return content


def _content(entry: views.TableCell, links: PageLinks) -> Line:
    if entry.marked:
        return statement(entry.marked, links)
    if entry.links:
        return links.links(entry.links)
    if entry.emotion:
        return (Words(entry.emotion.shown),)
    if entry.score:
        return (Words(entry.score.label),)
    if entry.badges:
        return (Words(", ".join([badge.label for badge in entry.badges])),)
    words = entry.number or entry.text
    return (Words(words),) if words else ()


def statement(text: views.MarkedText, links: PageLinks) -> Line:
    """A statement with its severity, tags, evidence and place."""
    line: list[Inline] = []
    if text.speaker:
        line.append(Words(f"{text.speaker}: "))
    line += line_of(str(text.html), links.to)
    notes: list[Line] = [(Words(note),) for note in (text.severity_label, *text.tags) if note]
    notes += [(links.link(link),) for link in text.evidence]
    if notes:
        line += [Words(" ("), *joined(notes), Words(")")]
    if text.place:
        line += [Words(" — "), *links.links(text.place, " / ")]
    return tuple(line)
