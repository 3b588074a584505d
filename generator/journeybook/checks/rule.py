"""What a rule is, and the decorator that registers one: the docstring of its function is its page
in the manual.

A docstring has a first line that says what is found, a paragraph `Why: …`, and two indented
examples, `Bad:` and `Good:`, in the form that `faults.py` describes. A bad example too long to
print is told in parentheses.
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
"""What a rule yields: where, what is wrong, and (if there is something to add) what to do about
it."""

Check = Callable[[Catalog, BuildInfo], Findings]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule with its default level and its page."""

    code: str
    name: str
    severity: Severity
    check: Check
    explanation: Explanation


RULES: dict[str, Rule] = {}
"""Code -> rule; filled by `@rule` while the modules of this folder are imported (see `run.py`)."""


def rule(code: str, name: str, severity: Severity) -> Callable[[Check], Check]:
    """Register a function as a rule."""

    def register(check: Check) -> Check:
        RULES[code] = Rule(code, name, severity, check, _explained(code, name, severity, check))
        return check

    return register


_PAGE = re.compile(
    r"(?P<title>.+?)\n\nWhy: (?P<why>.+?)\n\nBad:\n(?P<bad>.+?)\nGood:\n(?P<good>.+)", re.DOTALL
)


def _explained(code: str, name: str, severity: Severity, check: Check) -> Explanation:
    page = _PAGE.fullmatch(inspect.getdoc(check) or "")
    if page is None:
        raise ValueError(f"the docstring of rule {code} needs a title, `Why:`, `Bad:` and `Good:`")
    title, why = (" ".join(page[part].split()) for part in ("title", "why"))
    bad, good = (textwrap.dedent(page[part]).strip("\n") + "\n" for part in ("bad", "good"))
    return Explanation(code, name, severity, title, why, bad, good, staged=bad.startswith("("))
