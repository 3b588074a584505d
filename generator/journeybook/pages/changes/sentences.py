"""The sentence and the reason of a change, and the names of fields, in the language of a page."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from journeybook.diff.change import Change
from journeybook.diff.kinds import KINDS, words
from journeybook.diff.message import render
from journeybook.pages.labels import isolated, word
from journeybook.pages.messages import Messages
from journeybook.vocabulary import FACTS, is_right_to_left
from journeybook.vocabulary import KINDS as DOCUMENTS

_FILES = ("JD701", "JD702", "JD703")
_FEELINGS = ("JD301", "JD302", "JD303")
_NUMBER = re.compile("(?<=“)\u2068?[+−]?\\d+")


@dataclass(frozen=True)
class Speaker:
    """Renders the messages of changes (`diff/message.py`) in the language of a page."""

    messages: Messages

    def text(self, message: str, **values: object) -> str:
        """A message with its `{placeholders}` filled."""
        days = {
            name: self.messages.date(value)
            for name, value in values.items()
            if isinstance(value, datetime.date)
        }
        return self.messages.text(message, **{**values, **days})

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """A message for a number of things."""
        return self.messages.plural(one, many, count, **values)

    def word(self, key: str) -> str:
        """A word of the format in the language of the page."""
        weight = _WEIGHTS.get(key)
        return weight(self.messages.text) if weight else word(self.messages.text, key)


def change_sentence(change: Change, messages: Messages) -> str:
    """The sentence about a change."""
    kind = KINDS[change.code]
    rtl = is_right_to_left(messages.lang)
    filled = words(change, lambda text: isolated(text, rtl), Speaker(messages))
    if change.code in _FEELINGS:
        filled = {
            name: _NUMBER.sub(lambda match: messages.digits(match[0]), text)
            for name, text in filled.items()
        }
    of_file = change.code in _FILES
    filled["field"] = (
        kind_name(change.element.what, messages)
        if of_file
        else field_name(change.element.what, messages)
    )
    return messages.text(kind.sentence_for(change), **filled)


def change_reason(change: Change, messages: Messages) -> str:
    """Why a change has its impact, or empty."""
    return render(change.why, Speaker(messages), lambda text: f"“{text}”")


def field_name(what: str, messages: Messages) -> str:
    """The name of a fact, a field or a kind of document; a key that has no name stays as it is."""
    t = messages.text
    for end, message in _OF_FACT.items():
        if what.endswith(end):
            return message(t, field_name(what.removesuffix(end), messages))
    if what in _FIELDS:
        return _FIELDS[what](t)
    if what in FACTS:
        return t(FACTS[what].title)
    return kind_name(what, messages)


def kind_name(what: str, messages: Messages) -> str:
    """The name of a kind of document within a sentence."""
    title = DOCUMENTS[what].title if what in DOCUMENTS else _OF_TITLE.get(what, "")
    if not title:
        return what
    return messages.text(title).lower() if messages.lang == "en" else messages.text(title)


_OF_TITLE = {kind.title.lower(): kind.title for kind in DOCUMENTS.values()}


_T = Callable[..., str]
_OF_FACT: dict[str, Callable[[_T, str], str]] = {
    " marks": lambda t, fact: t("{fact}: markers", fact=fact),
    " id": lambda t, fact: t("{fact}: ID", fact=fact),
}
_WEIGHTS: dict[str, Callable[[_T], str]] = {
    "low": lambda t: t("Mild"),
    "medium": lambda t: t("Medium"),
    "high": lambda t: t("Severe"),
}
_FIELDS: dict[str, Callable[[_T], str]] = {
    "title": lambda t: t("Title"),
    "story": lambda t: t("Story"),
    "text": lambda t: t("Text"),
    "notes": lambda t: t("Notes"),
    "goal": lambda t: t("Goal"),
    "goals": lambda t: t("Goals"),
    "question": lambda t: t("Why this map"),
    "trigger": lambda t: t("Trigger"),
    "length": lambda t: t("Duration"),
    "deal": lambda t: t("Deal"),
    "segment": lambda t: t("Segment"),
    "metrics": lambda t: t("Metrics"),
    "owner": lambda t: t("Owner"),
    "status": lambda t: t("Status"),
    "reviewed": lambda t: t("Reviewed"),
    "evidence": lambda t: t("Evidence"),
    "tags": lambda t: t("Tags"),
    "market": lambda t: t("Market"),
    "needs": lambda t: t("Needs"),
    "role": lambda t: t("Role"),
    "channel": lambda t: t("Channels"),
    "committee": lambda t: t("The buying committee"),
    "type": lambda t: t("Type"),
    "unit": lambda t: t("Unit"),
    "target": lambda t: t("Target"),
    "source": lambda t: t("Source"),
    "quote": lambda t: t("Quote"),
    "stages": lambda t: t("Stages"),
    "series": lambda t: t("Measurements"),
    "solves": lambda t: t("Pain points"),
    "value": lambda t: t("Value"),
    "effort": lambda t: t("Effort"),
    "kind": lambda t: t("Kind"),
    "state": lambda t: t("State"),
    "lang": lambda t: t("Language"),
    "link": lambda t: t("Link"),
    "date": lambda t: t("Day"),
    "people": lambda t: t("People"),
    "presence": lambda t: t("Online or offline"),
    "phase": lambda t: t("Phase"),
    "due": lambda t: t("Due"),
}
