"""Values of fields and facts as short text, written as an author would write them."""

from __future__ import annotations

import datetime
from functools import singledispatch

from journeybook.diff.message import Named, Text, join, message
from journeybook.schema.documents import Member
from journeybook.schema.values import (
    Branch,
    Branches,
    Emotion,
    MetricMove,
    Ref,
    References,
    Score,
    Statement,
    Timing,
    Truth,
)
from journeybook.vocabulary import Duration


@singledispatch
def format_value(value: object) -> str:
    """Any value of a field or a fact as text; empty for None."""
    return str(value)


def format_field(value: object) -> Text:
    """The value of a front-matter field: documents by their titles; yes and no in the language of
    the page."""
    if isinstance(value, bool):
        return message("yes") if value else message("no")
    if isinstance(value, Ref):
        return Named(value)
    if isinstance(value, tuple) and value and isinstance(value[0], Ref):
        return join(map(Named, value), ", ")
    return format_value(value)


@format_value.register
def _none(_value: None) -> str:
    return ""


@format_value.register
def _yes_or_no(value: bool) -> str:
    return "yes" if value else "no"


@format_value.register
def _statement(value: Statement) -> str:
    return f"{value.persona}: {value.text}" if value.persona else value.text


@format_value.register
def _truth(value: Truth) -> str:
    return value.text


@format_value.register
def format_emotion(value: Emotion) -> str:
    """`−1 uneasy`."""
    number = "0" if value.value == 0 else f"{value.value:+d}".replace("-", "−")
    return f"{number} {value.word}".strip()


@format_value.register
def _ref(value: Ref) -> str:
    return value.id


@format_value.register
def _references(value: References) -> str:
    everyone = ["all"] if value.everyone else []
    return ", ".join([*everyone, *(ref.id for ref in value.refs)])


@format_value.register
def _metric_move(value: MetricMove) -> str:
    return " → ".join(filter(None, (value.now, value.target))) or value.ref.id


@format_value.register
def _timing(value: Timing) -> str:
    return value.duration.text


@format_value.register
def _duration(value: Duration) -> str:
    return value.text


@format_value.register
def _score(value: Score) -> str:
    return str(value.value)


@format_value.register
def _branches(value: Branches) -> str:
    return " | ".join(map(_branch, value.ways))


@format_value.register
def _branch(value: Branch) -> str:
    target = "exit" if value.is_exit else value.step
    reason = f'"{value.reason}"' if value.reason else ""
    return " ".join(filter(None, (target, reason)))


@format_value.register
def _member(value: Member) -> str:
    influence = f"say {value.say}" if value.say else ""
    needs = map(format_value, value.needs)
    return ", ".join(filter(None, (format_value(value.role), influence, *needs)))


@format_value.register
def _date(value: datetime.date) -> str:
    return value.isoformat()


@format_value.register(tuple)
def _several(values: tuple[object, ...]) -> str:
    return ", ".join(map(_item, values))


def _item(value: object) -> str:
    """One item of a list, or a key of a mapping with its value."""
    match value:
        case (str(key), item) if key:
            return f"{key}: {format_value(item)}"
        case (str(), item):
            return format_value(item)
    return format_value(value)
