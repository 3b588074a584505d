"""The list of the pages that answer questions."""

from __future__ import annotations

from journeybook.pages.answers.compare import compare_link
from journeybook.pages.answers.views import AnswerCard, AnswerView
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.page_kind import PageKind, PlannedPage
from journeybook.pages.page_kinds import answer_kinds
from journeybook.pages.views import Link


def answers_view(ctx: PageContext) -> AnswerView:
    """Every page with its question."""
    cards = []
    for kind in answer_kinds():
        page = ctx.site.plan.index(kind.name)
        if page:
            cards.append(_card(ctx, page, kind))
    return AnswerView(
        **frame(ctx),
        title=ctx.t("Answers"),
        kind="answer",
        eyebrow=ctx.t("Index"),
        intro=ctx.t("Questions that no single map can answer. Calculated from all maps."),
        cards=tuple(cards),
    )


def _card(ctx: PageContext, page: PlannedPage, kind: PageKind) -> AnswerCard:
    return AnswerCard(
        link=Link(
            label=kind.title(ctx),
            href=ctx.href(page.url),
            kind=kind.icon,
        ),
        text=kind.intro(ctx),
        links=_comparisons(ctx) if page.kind == "compare-index" else (),
    )


def _comparisons(ctx: PageContext) -> tuple[Link, ...]:
    """The preset comparisons of `site.yaml`."""
    pages = [page for page in ctx.site.plan.pages if page.kind == "compare"]
    return tuple(compare_link(ctx, page) for page in pages)
