"""Values on a scale: emotions from -2 to +2 and scores from 1 to 5, in the language of the page."""

from __future__ import annotations

from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.vocabulary import EMOTION_LABELS

STEPS = ("low", "down", "mid", "up", "high")


def emotion(
    ctx: PageContext,
    value: float,
    word: str = "",
    person: str = "",
) -> views.EmotionView:
    """An emotion; an average gets the label of the nearest whole value."""
    nearest = max(-2, min(2, round(value)))
    config = ctx.catalog.config
    label = config.emotion_label(nearest) if ctx.lang == config.language else ""
    digits = 0 if value == int(value) else 1
    return views.EmotionView(
        value=value,
        shown=ctx.messages.number(value, digits, sign=True),
        label=label or ctx.t(EMOTION_LABELS[nearest]),
        word=word,
        person=person,
        step=STEPS[nearest + 2],
    )


def score(ctx: PageContext, value: int) -> views.Score:
    """A number from 1 to 5."""
    return views.Score(value=value, label=ctx.t("{value} of 5", value=value))
