"""The text of a new file: its id from its title, its front matter, and the stages and steps of a
journey."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journeybook.schema.values import file_id_fault, slug

Value = str | tuple[str, ...] | Mapping[str, str]
"""What a front-matter key may get: a text, a list, or a table."""

_LONGEST_ID = 40
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
    """A file id from a title in Latin letters, with or without accents; empty where there is none
    in it."""
    letters = unicodedata.normalize(
        "NFKD", title.replace("ß", "ss").replace("ł", "l").replace("đ", "d").replace("Đ", "d")
    )
    plain = "".join(c if c.isascii() else "" if unicodedata.combining(c) else "-" for c in letters)
    words = slug(plain.replace("'", "")).split("-")
    made = words[0][:_LONGEST_ID]
    for word in words[1:]:
        if len(made) + len(word) >= _LONGEST_ID:
            break
        made = f"{made}-{word}"
    return "" if not made or file_id_fault(made) else made


def title_from(identifier: str) -> str:
    """`ines-sales-ops` as `Ines sales ops`, until somebody writes a better one."""
    words = identifier.replace("-", " ")
    return words[:1].upper() + words[1:]


def document(fields: Mapping[str, Value], body: str = "") -> str:
    """A whole file: front matter, and what stands below it."""
    lines = [line for key, value in fields.items() if value for line in _entry(key, value)]
    return (
        "---\n"
        + "".join(f"{line}\n" for line in lines)
        + "---\n"
        + (body.rstrip("\n") + "\n" if body.strip() else "")
    )


def journey_body(stages: Sequence[DraftStage]) -> str:
    """Stages and steps as headings and facts. Steps get ids that last, each once."""
    parts: list[str] = []
    taken: set[str] = set()
    for stage in stages:
        parts.append(f"## {one_line(stage.name)}")
        for step in stage.steps:
            identifier = _step_id(step.title, taken)
            parts.append(
                f"### {one_line(step.title)}" + (f" {{#{identifier}}}" if identifier else "")
            )
            parts += [f"- {key}: {one_line(value)}" for key, value in step.facts if value.strip()]
            parts.append("")
        if not stage.steps:
            parts.append("")
    return "\n".join(parts)


def scalar(text: str, *, in_list: bool = False) -> str:
    """A text as YAML that reads back as just this text."""
    plain = (
        _PLAIN.fullmatch(text)
        and text == text.strip()
        and "  " not in text
        and not (in_list and "," in text)
    )
    if plain and not text.endswith(":"):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"' + "".join(c if c.isprintable() or c == "\u200c" else _escape(c) for c in escaped) + '"'
    )


def one_line(text: str) -> str:
    """A text without line ends, as headings and facts need it."""
    return " ".join(text.split())


def _entry(key: str, value: Value) -> list[str]:
    if isinstance(value, str):
        return [f"{key}: {scalar(one_line(value))}"]
    if isinstance(value, Mapping):
        return [
            f"{key}:",
            *(
                f"  {scalar(name)}: {scalar(one_line(text)) if text else ''}".rstrip()
                for name, text in value.items()
            ),
        ]
    return [f"{key}: [{', '.join(scalar(one_line(item), in_list=True) for item in value)}]"]


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _step_id(title: str, taken: set[str]) -> str:
    """The first words of a step's title that say something, made unlike those before."""
    words = [word for word in slug(title).split("-") if word not in _SMALL]
    base = "-".join(words[:3]) or slug(title)
    made, count = base, 2
    while made and made in taken:
        made, count = f"{base}-{count}", count + 1
    taken.add(made)
    return made


_SMALL = frozenset(
    [
        "i",
        "a",
        "an",
        "the",
        "my",
        "me",
        "to",
        "of",
        "in",
        "on",
        "at",
        "for",
        "and",
        "or",
        "it",
        "is",
    ]
)
