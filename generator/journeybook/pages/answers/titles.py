"""Titles, questions and icons of the pages that answer questions."""

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
    t = ctx.t
    # Next to the comparison with a revision, "What changed" would mean either page.
    history = t("Changes by commit") if ctx.site.comparison else t("What changed")
    return {
        "compare-index": AnswerWords(
            t("Compare journeys"),
            t("How do two journeys differ, and what is the gap to the future state?"),
            "journey",
        ),
        "heat-map": AnswerWords(
            t("Heat map"),
            t("Where does it hurt, and which touchpoint do we fix first?"),
            "emotion",
        ),
        "committees": AnswerWords(
            t("Buying committees"),
            t(
                "Who decides, when are they involved, what do they need, and what content do we "
                "have for them?"
            ),
            "persona",
        ),
        "channel-flow": AnswerWords(
            t("How channels connect"),
            t("How do customers move between channels, and where do we lose sight of them?"),
            "channel",
        ),
        "markets": AnswerWords(
            t("B2B vs B2C"),
            t("How do B2B and B2C journeys differ across fourteen dimensions?"),
            "metric",
        ),
        "trust": AnswerWords(
            t("How reliable are these maps?"),
            t("What is stale, assumed, unowned or unmeasured, and who can fix it?"),
            "evidence",
        ),
        "changes": AnswerWords(
            history,
            t("What changed recently, who changed it, and why?"),
            "edit",
        ),
    }
