"""The text of a new file: its ID, its front matter, and the stages and steps of a journey."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journeybook.schema.values import file_id_fault, slug

Value = str | tuple[str, ...] | Mapping[str, str]
"""The value of a front-matter key: a text, a list, or a table."""

_LONGEST_ID = 40
_NOT_DECOMPOSED = {
    "ß": "ss", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae",
    "œ": "oe", "Œ": "oe", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i",
}  # fmt: skip
"""Letters that Unicode does not decompose into a plain letter and an accent."""
_ZERO_WIDTH_NON_JOINER = "\u200c"
_PLAIN = re.compile(r"[^\W_](?:[^:#,\[\]{}\"\\\x00-\x1f\x7f-\x9f]|:(?=\S))*")


@dataclass(frozen=True)
class DraftStep:
    """One step of a journey that is being written."""

    title: str
    facts: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class DraftStage:
    """One stage of a journey that is being written."""

    name: str
    steps: Sequence[DraftStep] = field(default=())


def id_from(title: str) -> str:
    """A file ID from the Latin letters of a title, without accents; empty if it has none."""
    for letter, plain in _NOT_DECOMPOSED.items():
        title = title.replace(letter, plain)
    letters = unicodedata.normalize("NFKD", title)
    words = slug("".join(map(_plain_letter, letters)).replace("'", "")).split("-")
    identifier = words[0][:_LONGEST_ID]
    for word in words[1:]:
        if len(identifier) + len(word) >= _LONGEST_ID:
            break
        identifier = f"{identifier}-{word}"
    return "" if not identifier or file_id_fault(identifier) else identifier


def _plain_letter(character: str) -> str:
    if character.isascii():
        return character
    return "" if unicodedata.combining(character) else "-"


def title_from(identifier: str) -> str:
    """`ines-sales-ops` as `Ines sales ops`, until the author writes a better one."""
    words = identifier.replace("-", " ")
    return words[:1].upper() + words[1:]


def document(fields: Mapping[str, Value], body: str = "") -> str:
    """A whole file: front matter, and the text below it."""
    lines = ["---"]
    for key, value in fields.items():
        if value:
            lines += _entry(key, value)
    lines.append("---")
    if body.strip():
        lines.append(body.rstrip("\n"))
    return "\n".join(lines) + "\n"


def journey_body(stages: Sequence[DraftStage]) -> str:
    """Stages and steps as headings and facts. Every step gets an ID of its own."""
    parts: list[str] = []
    taken: set[str] = set()
    for stage in stages:
        parts.append(f"## {one_line(stage.name)}")
        for step in stage.steps:
            identifier = _step_id(step.title, taken)
            marker = f" {{#{identifier}}}" if identifier else ""
            parts.append(f"### {one_line(step.title)}{marker}")
            parts += [f"- {key}: {one_line(value)}" for key, value in step.facts if value.strip()]
            parts.append("")
        if not stage.steps:
            parts.append("")
    return "\n".join(parts)


def scalar(text: str, *, in_list: bool = False) -> str:
    """A text as YAML that reads back as exactly this text."""
    is_plain = (
        _PLAIN.fullmatch(text)
        and text == text.strip()
        and "  " not in text
        and not text.endswith(":")
        and not (in_list and "," in text)
    )
    return text if is_plain else f'"{"".join(map(_escape, text))}"'


def one_line(text: str) -> str:
    """A text without line breaks, as headings and facts need it."""
    return " ".join(text.split())


def _entry(key: str, value: Value) -> list[str]:
    if isinstance(value, str):
        return [f"{key}: {scalar(one_line(value))}"]
    if isinstance(value, Mapping):
        lines = [f"{key}:"]
        for name, text in value.items():
            lines.append(
                f"  {scalar(name)}: {scalar(one_line(text))}" if text else f"  {scalar(name)}:"
            )
        return lines
    items = [scalar(one_line(item), in_list=True) for item in value]
    return [f"{key}: [{', '.join(items)}]"]


def _escape(character: str) -> str:
    """A character within double quotes of YAML."""
    if character in '\\"':
        return f"\\{character}"
    if character.isprintable() or character == _ZERO_WIDTH_NON_JOINER:
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _step_id(title: str, taken: set[str]) -> str:
    """The first three words of a step's title without small words, numbered if taken already."""
    words = [word for word in slug(title).split("-") if word not in _SMALL_WORDS]
    base = "-".join(words[:3]) or slug(title)
    identifier, count = base, 2
    while identifier and identifier in taken:
        identifier, count = f"{base}-{count}", count + 1
    taken.add(identifier)
    return identifier


_SMALL_WORDS = frozenset(
    {"a", "an", "the", "i", "it", "me", "my"}
    | {"at", "for", "in", "of", "on", "to"}
    | {"and", "or", "is"}
)
