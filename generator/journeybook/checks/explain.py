"""Find the page of a fault or a rule, for `journeybook explain` and the manual."""

from __future__ import annotations

from journeybook.checks.run import all_rules
from journeybook.faults import FAULTS, Explanation


def all_explanations() -> tuple[Explanation, ...]:
    """Every fault and every rule in order of its code."""
    found = (*FAULTS.values(), *(rule.explanation for rule in all_rules()))
    return tuple(sorted(found, key=lambda explanation: explanation.code))


def explanation(code_or_name: str) -> Explanation | None:
    """The page of a code (`JB311`) or a name (`flat-emotion-curve`), in any case; None where there
    is none."""
    wanted = code_or_name.strip().lower()
    return next((one for one in all_explanations() if wanted in (one.code.lower(), one.name)), None)
