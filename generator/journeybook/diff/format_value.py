"""Values as short text, the way an author would write them."""

from __future__ import annotations

import datetime

from journeybook.diff.message import Text, message
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


def format_value(value: object) -> str:
    """Any value of a field or a fact as text; empty for nothing."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return str(value)
        case Statement(text) | Truth(text):
            return text
        case Emotion():
            return format_emotion(value)
        case Ref():
            return value.id
        case References():
            return ", ".join(["all"] * value.everyone + [ref.id for ref in value.refs])
        case MetricMove():
            return " → ".join(part for part in (value.now, value.target) if part) or value.ref.id
        case Timing(duration):
            return duration.text
        case Duration():
            return value.text
        case Score(number):
            return str(number)
        case Branches(ways):
            return " | ".join(map(format_value, ways))
        case Branch():
            return " ".join(
                filter(
                    None,
                    ("exit" if value.is_exit else value.step, value.reason and f'"{value.reason}"'),
                )
            )
        case Member():
            return ", ".join(
                filter(
                    None,
                    (
                        format_value(value.role),
                        f"say {value.say}" if value.say else "",
                        *map(format_value, value.needs),
                    ),
                )
            )
        case datetime.date():
            return value.isoformat()
        case tuple() if (
            len(value) == 2 and isinstance(value[0], str) and isinstance(value[1], Member | str)
        ):
            return f"{value[0]}: {format_value(value[1])}"
        case tuple():
            return ", ".join(map(format_value, value))
    return str(value)


def format_field(value: object) -> Text:
    """The value of a front-matter field; yes and no in the language of the page."""
    if isinstance(value, bool):
        return message("yes") if value else message("no")
    return format_value(value)


def format_emotion(emotion: Emotion) -> str:
    """`−1 uneasy`."""
    number = "0" if emotion.value == 0 else f"{emotion.value:+d}".replace("-", "−")
    return f"{number} {emotion.word}".strip()
