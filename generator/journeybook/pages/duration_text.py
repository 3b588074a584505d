"""Lengths of time in the words of a language."""

from __future__ import annotations

from journeybook.insight.time import TimeRange, largest_unit
from journeybook.pages.context import PageContext
from journeybook.pages.messages import Messages
from journeybook.vocabulary import Duration


def time_text(ctx: PageContext, duration: Duration) -> str:
    """A written time in the words of the page's language."""
    return time_words(ctx.messages, duration)


def spell_text(ctx: PageContext, spell: TimeRange) -> str:
    """A time, or a range of two, rounded to its largest fitting unit."""
    return spell_words(ctx.messages, spell)


def amount_text(ctx: PageContext, seconds: float) -> str:
    """Seconds as `3 weeks` in the page's language."""
    return amount_words(ctx.messages, seconds)


def time_words(words: Messages, duration: Duration) -> str:
    """An author's time in words."""
    return spell_words(words, TimeRange(duration.low, duration.high))


def spell_words(words: Messages, spell: TimeRange) -> str:
    """A time, or a range of two, rounded to its largest fitting unit."""
    t = words.text
    low, high = amount_words(words, spell.low), amount_words(words, spell.high)
    if low == high:
        return low
    count, unit = largest_unit(spell.low)
    if unit == largest_unit(spell.high)[1]:
        low = words.number(count)
    return t("{low} to {high}", low=low, high=high)


def amount_words(words: Messages, seconds: float) -> str:
    """Seconds as `3 weeks` in the page's language."""
    tn = words.plural
    count, unit = largest_unit(seconds)
    if unit == "s":
        return tn("{count} second", "{count} seconds", count)
    if unit == "m":
        return tn("{count} minute", "{count} minutes", count)
    if unit == "h":
        return tn("{count} hour", "{count} hours", count)
    if unit == "d":
        return tn("{count} day", "{count} days", count)
    if unit == "w":
        return tn("{count} week", "{count} weeks", count)
    if unit == "mo":
        return tn("{count} month", "{count} months", count)
    return tn("{count} year", "{count} years", count)
