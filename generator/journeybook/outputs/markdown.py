"""The Markdown twin of every page, made from the same view, and `llms.txt`, the list of them.

Links in a twin lead to the twins of other pages, so that a reader without a browser can walk the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from markupsafe import Markup

from journeybook.pages import views


def markdown_twin(view: views.PageView) -> bytes:
    """A page as Markdown text."""
    lines = [f"# {_line(view.title)}", ""]
    if view.summary:
        lines += [_line(view.summary), ""]
    if view.badges:
        lines += ["*" + " · ".join(_line(badge.label) for badge in view.badges) + "*", ""]
    lines += _rows(view.facts)
    if isinstance(view, views.JourneyView):
        lines += _journey(view)
    elif isinstance(view, views.EntityView):
        lines += _entity(view)
    elif isinstance(view, views.IndexView):
        lines += [_line(view.intro), "", *_cards(view.cards), *_tables(view.tables)]
    elif isinstance(view, views.HomeView):
        for group in view.groups:
            lines += [f"## {_link(group.persona)}", "", *_cards(group.cards)]
    elif isinstance(view, views.ProseView):
        lines += [_html(view.body), ""]
    text = "\n".join(lines)
    return (re.sub(r"\n{3,}", "\n\n", text).strip() + "\n").encode()


def llms_txt(title: str, description: str, pages: Iterable[tuple[str, str, str, str]]) -> bytes:
    """The list of all Markdown twins by kind; `pages` are (group, title, address, summary)."""
    lines = [f"# {_line(title)}", ""]
    if description:
        lines += [f"> {_line(description)}", ""]
    group = None
    for kind, name, url, summary in pages:
        if kind != group:
            lines += ["", f"## {kind}", ""] if group is not None else [f"## {kind}", ""]
            group = kind
        lines.append(f"- [{_line(name)}]({url})" + (f": {_line(summary)}" if summary else ""))
    return ("\n".join(lines) + "\n").encode()


def _journey(view: views.JourneyView) -> list[str]:
    lines = [_html(view.argument), ""]
    if view.canvas.curve:
        lines += [_line(view.canvas.curve.sentence), ""]
    if view.committee:
        stages = [link.label for link in view.committee.stages]
        rows = [
            [_link(row.person), row.role, row.say.label if row.say else "", *(_seat(seat) for seat in row.seats)]
            for row in view.committee.rows
        ]
        lines += [*_grid(["", "", "", *stages], rows), ""]
    for stage in view.stages:
        lines += [
            f"## {stage.stage.number}. {_line(stage.stage.title)}",
            "",
            *_facts(stage.facts),
            _html(stage.story),
            "",
        ]
        for step in stage.steps:
            lines += [f"### {step.step.number} {_line(step.step.title)}", ""]
            for emotion in step.emotions:
                who = f"{emotion.person}: " if emotion.person else ""
                lines.append(f"- {who}{emotion.shown} {emotion.word or emotion.label}")
            lines += [*_facts(step.facts), _html(step.story), ""]
    for title, text in view.notes:
        lines += [f"## {_line(title)}", "", _html(text), ""]
    return [*lines, *_rows(view.chain), *_rows(view.used_by)]


def _seat(seat: views.Seat) -> str:
    if not seat.present:
        return ""
    return seat.emotion.shown if seat.emotion else "•"


def _facts(facts: Iterable[tuple[views.Lane, views.Cell]]) -> list[str]:
    lines = []
    for lane, cell in facts:
        said = [text for item in cell.items if (text := _item(item))]
        if said:
            lines.append(f"- {lane.title}: " + "; ".join(said))
    return [*lines, ""]


def _item(item: views.CellItem) -> str:
    if item.text:
        return _marked(item.text) + (f" ({item.note})" if item.note else "")
    if item.link:
        return _link(item.link) + (f" {item.note}" if item.note else "")
    if item.score:
        return item.score.label
    if item.ways:
        return " | ".join(f"{way.label}" + (f" ({way.reason})" if way.reason else "") for way in item.ways)
    return item.note


def _marked(marked: views.MarkedText) -> str:
    notes = [marked.severity_label, *marked.tags, *(_link(link) for link in marked.evidence)]
    where = " — " + " / ".join(_link(link) for link in marked.place) if marked.place else ""
    shown = ", ".join(note for note in notes if note)
    return _line(marked.text) + (f" ({shown})" if shown else "") + where


def _entity(view: views.EntityView) -> list[str]:
    lines = [f"> {_line(view.quote)}", ""] if view.quote else []
    lines += [_html(view.body), ""]
    for figure in view.figures:
        lines.append(f"- {figure.label}: {figure.value}" + (f" ({figure.note})" if figure.note else ""))
    lines.append("")
    if view.series:
        lines += [view.series.sentence, ""]
    for named in view.lists:
        lines += [f"## {named.title}", "", *(f"- {_html(text)}" for text in named.items), ""]
    lines += [f"- {_marked(claim)}" for claim in view.claims] + [""]
    lines += _cards(view.cards)
    lines += _tables(view.tables)
    for found in view.occurrences:
        felt = f" {found.emotion.shown}" if found.emotion else ""
        pains = "; ".join(_line(pain.text) for pain in found.pains)
        lines.append(f"- {_link(found.journey)} / {_link(found.step)}{felt}" + (f": {pains}" if pains else ""))
    lines.append("")
    for related in view.related:
        lines += [f"## {related.title}", "", *(f"- {_link(link)}" for link in related.links), ""]
    return lines


def _cards(cards: Iterable[views.JourneyCard]) -> list[str]:
    made = [
        f"- {_link(card.link)} ({', '.join(badge.label for badge in card.badges)})"
        + (f": {_line(card.summary)}" if card.summary else "")
        for card in cards
    ]
    return [*made, ""]


def _rows(rows: Iterable[views.FactRow]) -> list[str]:
    lines = []
    for row in rows:
        values = [_html(value) for value in row.values]
        values += [_link(link) + (f" ({link.note})" if link.note else "") for link in row.links]
        lines.append(f"- {row.label}: {'; '.join(values)}")
    return [*lines, ""]


def _tables(tables: Iterable[views.Table]) -> list[str]:
    lines: list[str] = []
    for table in tables:
        lines += [f"## {table.title}", ""] if table.title else []
        lines += [*_grid(list(table.columns), [[_cell(cell) for cell in row.cells] for row in table.rows]), ""]
    return lines


def _cell(cell: views.TableCell) -> str:
    if cell.marked:
        return _marked(cell.marked)
    if cell.links:
        return ", ".join(_link(link) for link in cell.links)
    if cell.emotion:
        return cell.emotion.shown
    if cell.score:
        return cell.score.label
    if cell.badges:
        return ", ".join(badge.label for badge in cell.badges)
    return cell.number or _line(cell.text)


def _grid(columns: list[str], rows: list[list[str]]) -> list[str]:
    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"

    return [line(columns), line("---" for _ in columns), *(line(row) for row in rows)]


_SPECIAL = re.compile(r"([\\`*_\[\]<>])")


def _line(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(str(text).split()))


def _link(link: views.Link) -> str:
    if not link.href:
        return _line(link.label)
    page, mark, anchor = link.href.partition("#")
    href = page.removesuffix(".html") + ".md" if page.endswith(".html") and not link.external else page
    return f"[{_line(link.label)}]({href}{mark}{anchor})" if href or anchor else _line(link.label)


_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"</(?:p|h[1-6]|li|tr|pre|dd|dt|blockquote|div)>")
_ITEM = re.compile(r"<li[^>]*>")
_ANCHOR = re.compile(r"<a\b[^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a>", re.DOTALL)


def _html(html: Markup) -> str:
    """Safe HTML of ours back to plain Markdown: links and paragraphs are kept, other marks are let go."""

    def anchor(match: re.Match[str]) -> str:
        label = Markup(_TAG.sub("", match[2])).unescape()
        href = Markup(match[1]).unescape()
        return Markup.escape(_link(views.Link(label=label, href=href, external="://" in href)))

    text = _ANCHOR.sub(anchor, str(html))
    text = _ITEM.sub("- ", text)
    text = _BREAK.sub("\n\n", text)
    text = Markup(_TAG.sub("", text)).unescape()
    return re.sub(r"[ \t]*\n[ \t]*", "\n", re.sub(r"\n{3,}", "\n\n", text)).strip()


def diagrams_of(view: object) -> Iterator[views.Diagram]:
    """Every diagram of a view, for its `.mmd` file."""
    if isinstance(view, views.Diagram):
        yield view
    elif is_dataclass(view) and not isinstance(view, type):
        for field in fields(view):
            if field.name == "diagrams":
                yield from getattr(view, field.name)
