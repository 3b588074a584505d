"""`journeybook explain`: what a finding means, why it matters, and a bad and a good example."""

from __future__ import annotations

import textwrap
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
        ("journeybook explain", "list all codes"),
    ),
)
@click.argument("code", required=False)
def explain(session: Session, code: str | None) -> Outcome:
    """Explain a finding and how to fix it.

    CODE is a code such as JB102, or a name such as unknown-reference. Without it all codes are
    listed.
    """
    from journeybook.checks.explain import all_explanations, explanation
    from journeybook.diagnostics import nearest

    if code is None:
        known = all_explanations()
        width = max(len(one.name) for one in known)
        return Outcome(
            "".join(
                f"{one.code}  {one.severity:<7}  {one.name:<{width}}  {one.title}\n"
                for one in known
            )
        )
    found = explanation(code)
    if found is None:
        wanted = code.strip().lower()
        names = {name.lower(): name for one in all_explanations() for name in (one.code, one.name)}
        near = next(
            (name for name in names if len(wanted) > 2 and name.startswith(wanted)),
            nearest(wanted, names),
        )
        hint = (
            f"did you mean `{names[near]}`?"
            if near
            else "run `journeybook explain` to list all findings"
        )
        return Outcome(
            "", f"journeybook explain: unknown finding `{_short(code)}`; {hint}\n", WRONG_USE
        )
    return Outcome(page(found))


def page(found: Explanation) -> str:
    """One explanation as plain text."""
    parts = [
        f"{found.code} {found.name} ({found.severity.value})",
        _wrapped(found.title),
        _wrapped(found.why),
    ]
    parts += [
        f"{label}:\n{_example(text)}"
        for label, text in (("Bad", found.bad), ("Good", found.good))
        if text.strip()
    ]
    return "\n\n".join(parts) + "\n"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _example(text: str) -> str:
    from journeybook.text import visible

    lines = text.rstrip("\n").split("\n")
    shown = [visible(line) if len(line) <= 200 else visible(line[:80]) + " …" for line in lines]
    return "\n".join(f"    {line}".rstrip() for line in shown)


def _short(code: str) -> str:
    from journeybook.text import visible

    return visible(code if len(code) <= 60 else code[:60] + "…")


entry = explain
