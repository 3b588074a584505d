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
    title = ctx.t("Changes, commit by commit") if ctx.site.comparison else ctx.t("What changed")
    return {
        "compare-index": AnswerWords(
            ctx.t("Compare journeys"),
            ctx.t("How do two journeys differ, and what is left to do until the future is there?"),
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
                "Who decides, when do they take part, what do they need, and what have we for them?"
            ),
            "persona",
        ),
        "channel-flow": AnswerWords(
            ctx.t("How channels connect"),
            ctx.t(
                "Which way do customers go from channel to channel, and where can we not see them?"
            ),
            "channel",
        ),
        "markets": AnswerWords(
            ctx.t("B2B against B2C"),
            ctx.t("How do business and consumer journeys differ, in fourteen dimensions?"),
            "metric",
        ),
        "trust": AnswerWords(
            ctx.t("How far to trust the maps"),
            ctx.t("What is old, assumed, without an owner or not measured, and who could mend it?"),
            "evidence",
        ),
        "changes": AnswerWords(
            title, ctx.t("What has been changed lately, by whom, and why?"), "edit"
        ),
    }
