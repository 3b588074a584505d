"""The list of the pages that answer questions."""

from __future__ import annotations

from journeybook.pages.answers.compare import compare_link
from journeybook.pages.answers.titles import AnswerWords, answer_words
from journeybook.pages.answers.views import AnswerCard, AnswerView
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.plan import ANSWERS, PlannedPage
from journeybook.pages.views import Link


def answers_view(ctx: PageContext) -> AnswerView:
    """Every page with its question."""
    words = answer_words(ctx)
    cards = []
    for kind in ANSWERS:
        page = ctx.site.plan.index(kind)
        if page:
            cards.append(_card(ctx, page, words[kind]))
    return AnswerView(
        **frame(ctx, "answer"),
        title=ctx.t("Answers"),
        kind="answer",
        eyebrow=ctx.t("Index"),
        intro=ctx.t("Questions that no single map can answer. Calculated from all maps."),
        cards=tuple(cards),
    )


def _card(ctx: PageContext, page: PlannedPage, words: AnswerWords) -> AnswerCard:
    return AnswerCard(
        link=Link(
            label=words.title,
            href=ctx.href(page.url),
            kind=words.icon,
        ),
        text=words.question,
        links=_comparisons(ctx) if page.kind == "compare-index" else (),
    )


def _comparisons(ctx: PageContext) -> tuple[Link, ...]:
    """The preset comparisons of `site.yaml`."""
    pages = [page for page in ctx.site.plan.pages if page.kind == "compare"]
    return tuple(compare_link(ctx, page) for page in pages)
