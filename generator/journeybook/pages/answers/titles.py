"""What the pages that answer questions are called, what they ask, and their icons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from journeybook.pages.context import PageContext


class AnswerWords(NamedTuple):
    """The title of an answer, its question, and the name of its icon."""

    title: str
    question: str
    icon: str


def answer_words(ctx: PageContext) -> Mapping[str, AnswerWords]:
    """Kind of page -> its words in the language of the page; the kinds are those of
    `plan.ANSWERS`."""
    # Beside the comparison with a revision, the history needs a name that nobody takes for it.
    title = ctx.t("Changes by commit") if ctx.site.comparison else ctx.t("What changed")
    return {
        "compare-index": AnswerWords(
            ctx.t("Compare journeys"),
            ctx.t("How do two journeys differ, and what is the gap to the future state?"),
            "journey",
        ),
        "heat-map": AnswerWords(
            ctx.t("Heat map"),
            ctx.t("Where does it hurt, and which touchpoint do we fix first?"),
            "emotion",
        ),
        "committees": AnswerWords(
            ctx.t("Buying committees"),
            ctx.t(

                    "Who decides, when are they involved, what do they need, and what content do we "
                    "have for them?"

            ),
            "persona",
        ),
        "channel-flow": AnswerWords(
            ctx.t("How channels connect"),
            ctx.t("How do customers move between channels, and where do we lose sight of them?"),
            "channel",
        ),
        "markets": AnswerWords(
            ctx.t("B2B vs B2C"),
            ctx.t("How do B2B and B2C journeys differ across fourteen dimensions?"),
            "metric",
        ),
        "trust": AnswerWords(
            ctx.t("How reliable are these maps?"),
            ctx.t("What is stale, assumed, unowned or unmeasured, and who can fix it?"),
            "evidence",
        ),
        "changes": AnswerWords(
            title, ctx.t("What changed recently, who changed it, and why?"), "edit"
        ),
    }
