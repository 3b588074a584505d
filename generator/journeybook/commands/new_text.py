"""The text of new files: answers in, Markdown with front matter out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journeybook.schema.values import slug


@dataclass(frozen=True)
class JourneyAnswers:
    """What the eight questions ask for (SOURCES: "the 8 steps to a map"); everything but the title may be empty."""

    title: str
    question: str = ""
    persona: str = ""
    kind: str = "buyer"
    market: str = ""
    trigger: str = ""
    goal: str = ""
    stages: Sequence[str] = ()
    steps: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Stage -> titles of its steps."""
    touchpoints: Sequence[str] = ()
    """Ids, given to the steps in order."""
    feelings: Sequence[int] = ()
    """From -2 to +2, given to the steps in order."""
    pain: str = ""
    owner: str = ""
    lang: str = ""


def journey_text(answers: JourneyAnswers) -> str:
    """A journey file that `check` accepts."""
    front = {
        "title": answers.title,
        "kind": answers.kind if answers.kind != "buyer" else "",
        "market": answers.market,
        "status": "draft",
        "owner": answers.owner,
        "question": answers.question,
        "goal": answers.goal,
        "trigger": answers.trigger,
        "lang": answers.lang,
    }
    lines = [*_front(front), "What this map says, in a sentence or two.", ""]
    number = 0
    taken: set[str] = set()
    for stage in answers.stages:
        lines += [f"## {stage}"]
        for step in answers.steps.get(stage, ()):
            identifier = slug(step) or f"step-{number + 1}"
            while identifier in taken:
                identifier += "-2"
            taken.add(identifier)
            lines.append(f"### {step} {{#{identifier}}}")
            if number < len(answers.feelings):
                lines.append(f"- emotion: {answers.feelings[number]:+d}".replace("+0", "0"))
            if number < len(answers.touchpoints):
                lines.append(f"- touchpoint: {answers.touchpoints[number]}")
            if number == 0 and answers.pain:
                lines.append(f"- pain: {answers.pain}")
            number += 1
            lines.append("")
        if not answers.steps.get(stage):
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def entity_text(title: str, fields: Sequence[tuple[str, str]] = ()) -> str:
    """A file of any other kind."""
    return "\n".join(_front({"title": title, **dict(fields)})) + "\n"


def _front(fields: Mapping[str, str]) -> list[str]:
    return ["---", *(f"{key}: {_scalar(value)}" for key, value in fields.items() if value), "---"]


_SPECIAL = re.compile(r"""^[\s\-?:,\[\]{}#&*!|>'"%@`]|:\s|:$|\s#|\s$|[\n\t]""")


def _scalar(text: str) -> str:
    """A value as YAML reads it back unchanged."""
    text = " ".join(text.split())
    if not _SPECIAL.search(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
