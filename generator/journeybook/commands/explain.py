"""`journeybook explain`: explain a finding, with a bad and a good example."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import WRONG_USE, Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.faults import Explanation

_WIDTH = 88


@command(
    "explain",
    examples=(
        ("journeybook explain JB102", "look up a finding by code"),
        ("journeybook explain unknown-reference", "look up a finding by name"),
        ("journeybook explain", "list all findings"),
    ),
)
@click.argument("code", required=False)
def explain(session: Session, code: str | None) -> Outcome:
    """Explain a finding and how to fix it.

    CODE is a code such as JB102 or a name such as unknown-reference. Without CODE, all findings are
    listed.
    """
    from journeybook.checks.explain import all_explanations, explanation

    if code is None:
        return Outcome(_table(all_explanations()))
    entry_of_code = explanation(code)
    if entry_of_code is None:
        message = f"unknown finding `{_short(code)}`; {_hint(code, all_explanations())}"
        return Outcome("", f"journeybook explain: {message}\n", WRONG_USE)
    return Outcome(page(entry_of_code))


def _table(explanations: Sequence[Explanation]) -> str:
    """One line for each finding."""
    width = max(len(row.name) for row in explanations)
    return "".join(
        f"{row.code}  {row.severity:<7}  {row.name:<{width}}  {row.title}\n" for row in explanations
    )


def _hint(code: str, explanations: Sequence[Explanation]) -> str:
    """The code or name that was probably meant: one that starts the same, or a similar one."""
    from journeybook.diagnostics import nearest

    typed = code.strip().lower()
    names: dict[str, str] = {}
    for explanation in explanations:
        names[explanation.code.lower()] = explanation.code
        names[explanation.name.lower()] = explanation.name
    longer = [name for name in names if name.startswith(typed)] if len(typed) > 2 else []
    near = longer[0] if longer else nearest(typed, names)
    if near:
        return f"did you mean `{names[near]}`?"
    return "run `journeybook explain` to list all findings"


def page(explanation: Explanation) -> str:
    """One explanation as plain text."""
    parts = [
        f"{explanation.code} {explanation.name} ({explanation.severity.value})",
        _wrapped(explanation.title),
        _wrapped(explanation.why),
    ]
    for label, example in (("Bad", explanation.bad), ("Good", explanation.good)):
        if example.strip():
            parts.append(f"{label}:\n{_example(example)}")
    return "\n\n".join(parts) + "\n"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _example(text: str) -> str:
    from journeybook.text import visible

    lines = text.rstrip("\n").split("\n")
    shown = [visible(line if len(line) <= 200 else f"{line[:80]} …") for line in lines]
    return "\n".join(f"    {line}".rstrip() for line in shown)


def _short(code: str) -> str:
    from journeybook.text import visible

    return visible(code if len(code) <= 60 else code[:60] + "…")


entry = explain
