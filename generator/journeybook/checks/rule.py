"""The type of a rule, and the decorator that registers one.

The docstring of a rule's function is its page in the manual. It has a title on the first line, a
paragraph `Why: …`, and two indented examples, `Bad:` and `Good:`, in the form that `faults.py`
describes. A bad example too long to print is described in parentheses instead.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.diagnostics import Severity
from journeybook.faults import Explanation
from journeybook.insight.build_info import BuildInfo
from journeybook.text import Span

Findings = Iterator[tuple[Span, str] | tuple[Span, str, str]]
"""What a rule yields: the place, the message, and optionally a hint."""

Check = Callable[[Catalog, BuildInfo], Findings]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule with its default level and its explanation."""

    code: str
    name: str
    severity: Severity
    check: Check
    explanation: Explanation


RULES: dict[str, Rule] = {}
"""Code -> rule; filled by `@rule` while the modules of this folder are imported (see `run.py`)."""


def rule(code: str, name: str, severity: Severity) -> Callable[[Check], Check]:
    """Register a function as a rule.

    Raises ValueError if its docstring is not a page of the manual.
    """

    def register(check: Check) -> Check:
        explanation = _explanation(code, name, severity, check)
        RULES[code] = Rule(code, name, severity, check, explanation)
        return check

    return register


_DOCSTRING = re.compile(
    r"(?P<title>.+?)\n\nWhy: (?P<why>.+?)\n\nBad:\n(?P<bad>.+?)\nGood:\n(?P<good>.+)", re.DOTALL
)


def _explanation(code: str, name: str, severity: Severity, check: Check) -> Explanation:
    parts = _DOCSTRING.fullmatch(inspect.getdoc(check) or "")
    if parts is None:
        raise ValueError(f"the docstring of rule {code} needs a title, `Why:`, `Bad:` and `Good:`")
    bad = _example(parts["bad"])
    return Explanation(
        code,
        name,
        severity,
        title=_one_line(parts["title"]),
        why=_one_line(parts["why"]),
        bad=bad,
        good=_example(parts["good"]),
        staged=bad.startswith("("),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _example(text: str) -> str:
    return textwrap.dedent(text).strip("\n") + "\n"
