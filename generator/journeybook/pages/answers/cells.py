"""Small parts of the pages that answer questions: cells, headings and figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from journeybook.pages.answers.views import AnswerView, GridCell, GridRow
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.links import link
from journeybook.pages.marked_text import marked
from journeybook.pages.scales import emotion
from journeybook.pages.views import Figure, Link, MarkedText
from journeybook.schema.documents import Fact, Journey, Step
from journeybook.schema.values import Ref


def answer(ctx: PageContext, **parts: Any) -> AnswerView:
    """A page that answers a question, with the title, question and icon of its kind."""
    kind = ctx.page_kind
    return AnswerView(
        **frame(ctx),
        title=kind.title(ctx),
        kind=kind.icon,
        eyebrow=ctx.t("Answers"),
        intro=kind.intro(ctx),
        **parts,
    )


def statement(
    ctx: PageContext,
    journey: Journey,
    fact: Fact,
    step: Step | None = None,
) -> MarkedText:
    """A fact with its markers, without the anchor that it has on its map."""
    return replace(marked(ctx, journey, fact, step=step), id="")


def text_cell(*texts: object) -> GridCell:
    """A cell with plain texts; empty ones are left out."""
    return GridCell(texts=tuple(Markup.escape(str(text)) for text in texts if text))


def link_cell(links: Iterable[Link]) -> GridCell:
    """A cell with links."""
    return GridCell(links=tuple(links))


def emotion_cell(ctx: PageContext, value: float | None) -> GridCell:
    """A cell with an emotion; empty for None."""
    return GridCell() if value is None else GridCell(emotion=emotion(ctx, value))


def heading(label: str, icon: str = "") -> Link:
    """The heading of a row or column, without a link."""
    return Link(label=label, kind=icon)


def stage_heading(ctx: PageContext, identifier: str, title: str = "") -> Link:
    """The heading of a stage, a link if the stage has a page."""
    stage = link(ctx, Ref("stage", identifier))
    return stage if stage.href else heading(title or stage.label, "stage")


def signed(ctx: PageContext, value: float) -> str:
    """An emotion, or a change of one, with its sign."""
    return ctx.messages.number(value, _decimals(value), sign=True)


def number(ctx: PageContext, value: float) -> str:
    """A number with at most one decimal."""
    return ctx.messages.number(value, _decimals(value))


def _decimals(value: float) -> int:
    return 0 if value == int(value) else 1


def figure(
    ctx: PageContext,
    label: str,
    count: int,
    tone: str = "",
    href: str = "",
) -> Figure:
    """A count; tone and link only if it is not 0."""
    return Figure(
        label=label,
        value=ctx.messages.number(count),
        tone=tone if count else "",
        href=href if count else "",
    )


def filled(rows: Iterable[GridRow]) -> tuple[GridRow, ...]:
    """Only the rows with a cell that is not empty."""
    return tuple(row for row in rows if _has_content(row))


def _has_content(row: GridRow) -> bool:
    return any(cell != GridCell() for cell in row.cells)
