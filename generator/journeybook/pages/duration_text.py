"""Lengths of time in the words of a language."""

from __future__ import annotations

from journeybook.insight.time import TimeRange, rounded
from journeybook.pages.context import PageContext
from journeybook.pages.messages import Messages
from journeybook.vocabulary import Amount, Duration

AMOUNTS = {
    "s": ("{count} second", "{count} seconds"),
    "m": ("{count} minute", "{count} minutes"),
    "h": ("{count} hour", "{count} hours"),
    "d": ("{count} day", "{count} days"),
    "w": ("{count} week", "{count} weeks"),
    "mo": ("{count} month", "{count} months"),
    "y": ("{count} year", "{count} years"),
}
"""The messages for one and for many of each unit of time."""


def time_text(ctx: PageContext, duration: Duration) -> str:
    """A time as its author typed it, in the words of the page's language."""
    return time_words(ctx.messages, duration)


def spell_text(ctx: PageContext, spell: TimeRange) -> str:
    """A time, or a range of two: as typed, or a sum rounded by less than 5 %."""
    return spell_words(ctx.messages, spell)


def amount_text(ctx: PageContext, amount: Amount) -> str:
    """An amount as `3 weeks` in the page's language."""
    return amount_words(ctx.messages, amount)


def time_words(words: Messages, duration: Duration) -> str:
    """An author's time in words."""
    return _range_words(words, *duration.typed)


def spell_words(words: Messages, spell: TimeRange) -> str:
    """A time, or a range of two: as typed, or a sum rounded by less than 5 %."""
    if spell.typed:
        return time_words(words, spell.typed)
    return _range_words(words, rounded(spell.low), rounded(spell.high))


def _range_words(words: Messages, low: Amount, high: Amount) -> str:
    """`3 weeks`, or `2 to 3 weeks`."""
    if low == high:
        return amount_words(words, low)
    is_one_unit = low.unit == high.unit
    first = number_words(words, low) if is_one_unit else amount_words(words, low)
    t = words.text
    return t("{low} to {high}", low=first, high=amount_words(words, high))


def amount_words(words: Messages, amount: Amount) -> str:
    """An amount as `3 weeks` or `1.5 hours` in a language."""
    one, many = AMOUNTS[amount.unit]
    return words.measure(one, many, amount.number)


def number_words(words: Messages, amount: Amount) -> str:
    """The number of an amount, with at most three decimals, as many as can be typed."""
    return words.number(amount.number, 3)
