"""The list of the pages that answer questions."""

from __future__ import annotations

from journeybook.pages import views
from journeybook.pages.answers import views as shown
from journeybook.pages.answers.compare import compare_link
from journeybook.pages.answers.titles import answer_words
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.plan import ANSWERS


def answers_view(ctx: PageContext) -> shown.AnswerView:
    """Every answer with its question."""
    words = answer_words(ctx)
    cards = []
    for kind in ANSWERS:
        page = ctx.site.plan.index(kind)
        if page:
            title, question, icon = words[kind]
            below = (
                ()
                if kind != "compare-index"
                else tuple(
                    compare_link(ctx, other)
                    for other in ctx.site.plan.pages
                    if other.kind == "compare"
                )
            )
            cards.append(
                shown.AnswerCard(
                    link=views.Link(label=title, href=ctx.href(page.url), kind=icon),
                    text=question,
                    links=below,
                )
            )
    return shown.AnswerView(
        **frame(ctx, "answer"),
        title=ctx.t("Answers"),
        kind="answer",
        eyebrow=ctx.t("Index"),
        intro=ctx.t("Questions that no single map can answer. Calculated from all maps."),
        cards=tuple(cards),
    )
