"""The Markdown twin of every page, made from the same view, and `llms.txt`, the list of all twins.

Links in a twin lead to the twins of other pages, so that the site can be read without a browser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

from journeybook.outputs import markdown_parts as md
from journeybook.outputs.markdown_answers import answer_lines
from journeybook.outputs.markdown_comparison import comparison_lines
from journeybook.outputs.markdown_safety import finished
from journeybook.pages import views
from journeybook.pages.answers.views import AnswerView
from journeybook.pages.changes.views import ComparisonView
from journeybook.pages.fact_text import emotion_text, of_item


def markdown_twin(view: views.PageView) -> bytes:
    """A page as Markdown text."""
    lines = [f"# {md.line(view.title)}", ""]
    if view.since:
        lines += md.since(view.since)
    if view.lead:
        lines += [md.line(view.lead), ""]
    if view.badges:
        badges = " · ".join(md.line(badge.label) for badge in view.badges)
        lines += [f"*{badges}*", ""]
    lines += _rows(view.facts)
    lines += _content(view)
    text = "\n".join(lines)
    return finished(re.sub(r"\n{3,}", "\n\n", text).strip() + "\n").encode()


def _content(view: views.PageView) -> list[str]:
    """The page below its head."""
    match view:
        case views.JourneyView():
            return _journey(view)
        case views.EntityView():
            return _entity(view)
        case AnswerView():
            return answer_lines(view)
        case ComparisonView():
            return comparison_lines(view)
        case views.IndexView():
            return [md.line(view.intro), "", *_cards(view.cards), *md.tables(view.tables)]
        case views.HomeView():
            return _home(view)
        case views.ProseView():
            return [md.html(view.body), ""]
    return []


def _home(view: views.HomeView) -> list[str]:
    lines = []
    for group in view.groups:
        lines += [f"## {md.link(group.persona)}", "", *_cards(group.cards)]
    return lines


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
        more = f": {md.line(summary)}" if summary else ""
        lines.append(f"- [{md.line(name)}]({url}){more}")
    return ("\n".join(lines) + "\n").encode()


def _journey(view: views.JourneyView) -> list[str]:
    lines = [md.html(view.argument), "", *_figures(view.figures)]
    curve = view.canvas.curve
    if curve:
        lines += [md.line(curve.sentence), ""]
        if curve.before:
            lines += [md.line(curve.before.sentence), ""]
    if view.committee:
        lines += _committee(view.committee)
    for stage in view.stages:
        lines += _stage(stage)
    for title, text in view.notes:
        lines += [f"## {md.line(title)}", "", md.html(text), ""]
    return [*lines, *_rows(view.chain), *_rows(view.used_by)]


def _committee(committee: views.Committee) -> list[str]:
    """People by stages."""
    stages = [link.label for link in committee.stages]
    rows = []
    for row in committee.rows:
        influence = row.say.label if row.say else ""
        rows.append([md.link(row.person), row.role, influence, *map(_seat, row.seats)])
    return [*md.grid(["", "", "", *stages], rows), ""]


def _stage(stage: views.StageStory) -> list[str]:
    lines = [
        f"## {stage.stage.number}. {md.line(stage.stage.title)}",
        "",
        *md.changed(stage.stage.change),
        *_facts(stage.facts),
        md.html(stage.story),
        "",
    ]
    for step in stage.steps:
        lines += _step(step)
    return lines


def _step(step: views.StepStory) -> list[str]:
    lines = [
        f"### {step.step.number} {md.line(step.step.title)}",
        "",
        *([f"*{md.line(step.step.branch)}*", ""] if step.step.branch else []),
        *md.changed(step.step.change),
    ]
    lines += [f"- {md.fact(emotion_text(emotion))}" for emotion in step.emotions]
    if step.felt:
        lines.append(f"- *{md.line(step.felt.words)}*")
    return [*lines, *_facts(step.facts), md.html(step.story), ""]


def _seat(seat: views.Seat) -> str:
    if not seat.present:
        return ""
    return seat.emotion.shown if seat.emotion else "•"


def _facts(facts: Iterable[tuple[views.Lane, views.Cell]]) -> list[str]:
    lines = []
    for lane, cell in facts:
        texts = list(filter(None, map(_item, cell.items)))
        if cell.change:
            texts.append(f"*{md.line(cell.change.words)}*")
        if texts:
            lines.append(f"- {lane.title}: " + "; ".join(texts))
    return [*lines, ""]


def _item(item: views.CellItem) -> str:
    """The facts of one item of a cell; alternatives are separated by `|`."""
    return " | ".join(map(md.fact, of_item(item)))


def _entity(view: views.EntityView) -> list[str]:
    lines = [f"> {md.line(view.quote)}", ""] if view.quote else []
    lines += [md.html(view.body), ""]
    lines += _figures(view.figures)
    for group in view.other_figures:
        lines += [f"{group.title}:", "", *_figures(group.figures)]
    if view.series:
        lines += [view.series.sentence, ""]
    for named in view.lists:
        lines += [f"## {named.title}", "", *(f"- {md.html(text)}" for text in named.items), ""]
    lines += _by_group(view.claims, lambda claim: f"- {md.marked(claim)}")
    lines += _cards(view.cards)
    lines += md.tables(view.tables)
    lines += _by_group(view.occurrences, _occurrence)
    for related in view.related:
        lines += [f"## {related.title}", "", *map(_noted_link, related.links), ""]
    return lines


def _figures(figures: Iterable[views.Figure]) -> list[str]:
    lines = []
    for figure in figures:
        lines.append(md.in_brackets(f"- {md.line(figure.label)}: {figure.value}", figure.note))
    return [*lines, ""]


G = TypeVar("G", views.MarkedText, views.Occurrence)


def _by_group(entries: Iterable[G], entry_line: Callable[[G], str]) -> list[str]:
    """Entries below the name of their group of maps."""
    lines: list[str] = []
    group = ""
    for entry in entries:
        if entry.group != group:
            group = entry.group
            lines += ["", f"{group}:", ""]
        lines.append(entry_line(entry))
    return [*lines, ""]


def _occurrence(use: views.Occurrence) -> str:
    """A step, its emotion and its pain points."""
    step = f"- {md.link(use.journey)} / {md.link(use.step)}"
    emotion = f" {use.emotion.shown}" if use.emotion else ""
    pains = "; ".join(md.line(pain.text) for pain in use.pains)
    return f"{step}{emotion}: {pains}" if pains else f"{step}{emotion}"


def _noted_link(link: views.Link) -> str:
    return md.in_brackets(f"- {md.link(link)}", md.line(link.note))


def _cards(cards: Iterable[views.JourneyCard]) -> list[str]:
    lines = []
    for card in cards:
        badges = ", ".join(badge.label for badge in card.badges)
        summary = f": {md.line(card.summary)}" if card.summary else ""
        lines.append(f"- {md.link(card.link)} ({badges}){summary}")
    return [*lines, ""]


def _rows(rows: Iterable[views.FactRow]) -> list[str]:
    lines = []
    for row in rows:
        values = [md.html(value) for value in row.values]
        values += [md.in_brackets(md.link(link), link.note) for link in row.links]
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
