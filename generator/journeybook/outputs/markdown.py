"""The Markdown twin of every page, made from the same view, and `llms.txt`, the list of them.

Links in a twin lead to the twins of other pages, so that a reader without a browser can walk the
site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from journeybook.outputs import markdown_parts as md
from journeybook.outputs.markdown_answers import answer_lines
from journeybook.outputs.markdown_comparison import comparison_lines
from journeybook.pages import views
from journeybook.pages.answers.views import AnswerView
from journeybook.pages.changes.views import ComparisonView


def markdown_twin(view: views.PageView) -> bytes:
    """A page as Markdown text."""
    lines = [f"# {md.line(view.title)}", ""]
    if view.since:
        lines += md.since(view.since)
    if view.summary:
        lines += [md.line(view.summary), ""]
    if view.badges:
        lines += ["*" + " · ".join(md.line(badge.label) for badge in view.badges) + "*", ""]
    lines += _rows(view.facts)
    if isinstance(view, views.JourneyView):
        lines += _journey(view)
    elif isinstance(view, views.EntityView):
        lines += _entity(view)
    elif isinstance(view, AnswerView):
        lines += answer_lines(view)
    elif isinstance(view, ComparisonView):
        lines += comparison_lines(view)
    elif isinstance(view, views.IndexView):
        lines += [md.line(view.intro), "", *_cards(view.cards), *md.tables(view.tables)]
    elif isinstance(view, views.HomeView):
        for group in view.groups:
            lines += [f"## {md.link(group.persona)}", "", *_cards(group.cards)]
    elif isinstance(view, views.ProseView):
        lines += [md.html(view.body), ""]
    text = "\n".join(lines)
    return (re.sub(r"\n{3,}", "\n\n", text).strip() + "\n").encode()


def llms_txt(title: str, description: str, pages: Iterable[tuple[str, str, str, str]]) -> bytes:
    """The list of all Markdown twins by kind; `pages` are (group, title, address, summary)."""
    lines = [f"# {md.line(title)}", ""]
    if description:
        lines += [f"> {md.line(description)}", ""]
    group = None
    for kind, name, url, summary in pages:
        if kind != group:
            lines += ["", f"## {kind}", ""] if group is not None else [f"## {kind}", ""]
            group = kind
        lines.append(f"- [{md.line(name)}]({url})" + (f": {md.line(summary)}" if summary else ""))
    return ("\n".join(lines) + "\n").encode()


def _journey(view: views.JourneyView) -> list[str]:
    lines = [md.html(view.argument), ""]
    if view.canvas.curve:
        lines += [md.line(view.canvas.curve.sentence), ""]
        if view.canvas.curve.before:
            lines += [md.line(view.canvas.curve.before.sentence), ""]
    if view.committee:
        stages = [link.label for link in view.committee.stages]
        rows = [
            [
                md.link(row.person),
                row.role,
                row.say.label if row.say else "",
                *(_seat(seat) for seat in row.seats),
            ]
            for row in view.committee.rows
        ]
        lines += [*md.grid(["", "", "", *stages], rows), ""]
    for stage in view.stages:
        lines += [
            f"## {stage.stage.number}. {md.line(stage.stage.title)}",
            "",
            *md.changed(stage.stage.change),
            *_facts(stage.facts),
            md.html(stage.story),
            "",
        ]
        for step in stage.steps:
            lines += [
                f"### {step.step.number} {md.line(step.step.title)}",
                "",
                *md.changed(step.step.change),
            ]
            for emotion in step.emotions:
                who = f"{emotion.person}: " if emotion.person else ""
                lines.append(f"- {who}{emotion.shown} {emotion.word or emotion.label}")
            lines += [f"- *{md.line(step.felt.words)}*"] if step.felt else []
            lines += [*_facts(step.facts), md.html(step.story), ""]
    for title, text in view.notes:
        lines += [f"## {md.line(title)}", "", md.html(text), ""]
    return [*lines, *_rows(view.chain), *_rows(view.used_by)]


def _seat(seat: views.Seat) -> str:
    if not seat.present:
        return ""
    return seat.emotion.shown if seat.emotion else "•"


def _facts(facts: Iterable[tuple[views.Lane, views.Cell]]) -> list[str]:
    lines = []
    for lane, cell in facts:
        said = [text for item in cell.items if (text := _item(item))]
        said += [f"*{md.line(cell.change.words)}*"] if cell.change else []
        if said:
            lines.append(f"- {lane.title}: " + "; ".join(said))
    return [*lines, ""]


def _item(item: views.CellItem) -> str:
    if item.text:
        return md.marked(item.text) + (f" ({item.note})" if item.note else "")
    if item.link:
        return md.link(item.link) + (f" {item.note}" if item.note else "")
    if item.score:
        return item.score.label
    if item.ways:
        return " | ".join(
            f"{way.label}" + (f" ({way.reason})" if way.reason else "") for way in item.ways
        )
    return item.note


def _entity(view: views.EntityView) -> list[str]:
    lines = [f"> {md.line(view.quote)}", ""] if view.quote else []
    lines += [md.html(view.body), ""]
    for figure in view.figures:
        lines.append(
            f"- {figure.label}: {figure.value}" + (f" ({figure.note})" if figure.note else "")
        )
    lines.append("")
    if view.series:
        lines += [view.series.sentence, ""]
    for named in view.lists:
        lines += [f"## {named.title}", "", *(f"- {md.html(text)}" for text in named.items), ""]
    lines += [f"- {md.marked(claim)}" for claim in view.claims] + [""]
    lines += _cards(view.cards)
    lines += md.tables(view.tables)
    for found in view.occurrences:
        felt = f" {found.emotion.shown}" if found.emotion else ""
        pains = "; ".join(md.line(pain.text) for pain in found.pains)
        lines.append(
            f"- {md.link(found.journey)} / {md.link(found.step)}{felt}"
            + (f": {pains}" if pains else "")
        )
    lines.append("")
    for related in view.related:
        lines += [f"## {related.title}", "", *(f"- {md.link(link)}" for link in related.links), ""]
    return lines


def _cards(cards: Iterable[views.JourneyCard]) -> list[str]:
    made = [
        f"- {md.link(card.link)} ({', '.join(badge.label for badge in card.badges)})"
        + (f": {md.line(card.summary)}" if card.summary else "")
        for card in cards
    ]
    return [*made, ""]


def _rows(rows: Iterable[views.FactRow]) -> list[str]:
    lines = []
    for row in rows:
        values = [md.html(value) for value in row.values]
        values += [md.link(link) + (f" ({link.note})" if link.note else "") for link in row.links]
        lines.append(f"- {row.label}: {'; '.join(values)}")
    return [*lines, ""]


def diagrams_of(view: object) -> Iterator[views.Diagram]:
    """Every diagram of a view, for its `.mmd` file."""
    if isinstance(view, views.Diagram):
        yield view
    elif is_dataclass(view) and not isinstance(view, type):
        for field in fields(view):
            if field.name == "diagrams":
                yield from getattr(view, field.name)
