"""The list of the pages that answer questions."""

from __future__ import annotations

from journeybook.pages import views
from journeybook.pages.answers import views as shown
from journeybook.pages.answers.compare import compare_link
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.page_kinds import answer_kinds


def answers_view(ctx: PageContext) -> shown.AnswerView:
    """Every answer with its question."""
    cards = []
    for kind in answer_kinds():
        page = ctx.site.plan.index(kind.name)
        if page:
            cards.append(
                shown.AnswerCard(
                    link=views.Link(label=kind.title(ctx), href=ctx.href(page.url), kind=kind.icon),
                    text=kind.intro(ctx),
                    links=_comparisons(ctx) if kind.name == "compare-index" else (),
                )
            )
    return shown.AnswerView(
        **frame(ctx),
        title=ctx.t("Answers"),
        kind="answer",
        eyebrow=ctx.t("Index"),
        intro=ctx.t("Questions that no single map can answer. Calculated from all maps."),
        cards=tuple(cards),
    )


def _comparisons(ctx: PageContext) -> tuple[views.Link, ...]:
    """The comparisons that the site has ready."""
    pages = (page for page in ctx.site.plan.pages if page.kind == "compare")
    return tuple(compare_link(ctx, page) for page in pages)
