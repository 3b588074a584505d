"""Small parts of the pages that answer questions: cells, heads and figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from journeybook.pages import views
from journeybook.pages.answers import views as shown
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.links import link
from journeybook.pages.marked_text import marked
from journeybook.pages.scales import emotion
from journeybook.schema.documents import Fact, Journey, Step
from journeybook.schema.values import Ref


def answer(ctx: PageContext, **parts: Any) -> shown.AnswerView:
    """A page that answers a question, with the title, question and icon of its kind."""
    kind = ctx.page_kind
    return shown.AnswerView(
        **frame(ctx),
        title=kind.title(ctx),
        kind=kind.icon,
        eyebrow=ctx.t("Answers"),
        intro=kind.intro(ctx),
        **parts,
    )


def mark(
    ctx: PageContext, journey: Journey, fact: Fact, step: Step | None = None
) -> views.MarkedText:
    """A statement away from its map, without its place and its anchor, which stand on the map."""
    return replace(marked(ctx, journey, fact, step=step), id="")


def plain(*texts: object) -> shown.GridCell:
    """A cell with words of ours, or an author's plain text."""
    return shown.GridCell(texts=tuple(Markup.escape(str(text)) for text in texts if text))


def linked(links: Iterable[views.Link]) -> shown.GridCell:
    """A cell with links."""
    return shown.GridCell(links=tuple(links))


def felt(ctx: PageContext, value: float | None, pains: int = 0, note: str = "") -> shown.GridCell:
    """A cell with a feeling, the number of pains, and small print."""
    return shown.GridCell(
        emotion=None if value is None else emotion(ctx, value), pains=pains, note=note
    )


def head(label: str, icon: str = "") -> views.Link:
    """The head of a row or column that leads nowhere."""
    return views.Link(label=label, kind=icon)


def stage_head(ctx: PageContext, identifier: str, title: str = "") -> views.Link:
    """The head of a stage, leading to its page."""
    made = link(ctx, Ref("stage", identifier))
    return made if made.href else head(title or made.label, "stage")


def signed(ctx: PageContext, value: float) -> str:
    """A feeling or a change of one, with its sign."""
    return ctx.messages.number(value, 0 if value == int(value) else 1, sign=True)


def number(ctx: PageContext, value: float) -> str:
    """A number with at most one decimal."""
    return ctx.messages.number(value, 0 if value == int(value) else 1)


def figure(
    ctx: PageContext, label: str, count: int, tone: str = "", href: str = ""
) -> views.Figure:
    """A count; its tone only where there is something to count."""
    return views.Figure(
        label=label,
        value=ctx.messages.number(count),
        tone=tone if count else "",
        href=href if count else "",
    )


def filled(rows: Iterable[shown.GridRow]) -> tuple[shown.GridRow, ...]:
    """Only the rows that say something."""
    return tuple(row for row in rows if any(cell != shown.GridCell() for cell in row.cells))
