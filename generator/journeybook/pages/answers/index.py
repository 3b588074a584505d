"""The list of the pages that answer questions."""

from __future__ import annotations

from journeybook.pages import answer_views as shown
from journeybook.pages import views
from journeybook.pages.answers.compare import compare_link
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.plan import ANSWERS


def answers_view(ctx: PageContext) -> shown.AnswerView:
    """Every answer with its question."""
    words = {
        "compare-index": (
            ctx.t("Compare journeys"),
            ctx.t("How do two journeys differ, and what is left to do until the future is there?"),
            "journey",
        ),
        "heat-map": (ctx.t("Heat map"), ctx.t("Where does it hurt, and which touchpoint do we fix first?"), "emotion"),
        "committees": (
            ctx.t("Buying committees"),
            ctx.t("Who decides, when do they take part, what do they need, and what have we for them?"),
            "persona",
        ),
        "channel-flow": (
            ctx.t("How channels connect"),
            ctx.t("Which way do customers go from channel to channel, and where can we not see them?"),
            "channel",
        ),
        "markets": (
            ctx.t("B2B against B2C"),
            ctx.t("How do business and consumer journeys differ, in fourteen dimensions?"),
            "metric",
        ),
        "trust": (
            ctx.t("How far to trust the maps"),
            ctx.t("What is old, assumed, without an owner or not measured, and who could mend it?"),
            "evidence",
        ),
        "changes": (ctx.t("What changed"), ctx.t("What has been changed lately, by whom, and why?"), "edit"),
    }
    cards = []
    for kind in ANSWERS:
        page = ctx.site.plan.index(kind)
        if page:
            title, question, icon = words[kind]
            below = (
                ()
                if kind != "compare-index"
                else tuple(compare_link(ctx, other) for other in ctx.site.plan.pages if other.kind == "compare")
            )
            cards.append(
                shown.AnswerCard(link=views.Link(label=title, href=ctx.way(page.url), kind=icon), text=question, links=below)
            )
    return shown.AnswerView(
        **frame(ctx, "answer"),
        title=ctx.t("Answers"),
        kind="answer",
        eyebrow=ctx.t("Index"),
        intro=ctx.t("Questions that no single map can answer, worked out from all of them. Nobody typed these pages."),
        cards=tuple(cards),
    )
