"""Find the explanation of a finding, for `journeybook explain` and the manual."""

from __future__ import annotations

from journeybook.checks.run import all_rules
from journeybook.faults import FAULTS, Explanation


def all_explanations() -> tuple[Explanation, ...]:
    """The explanation of every fault and every rule, in order of code."""
    explanations = [*FAULTS.values()]
    explanations += [rule.explanation for rule in all_rules()]
    return tuple(sorted(explanations, key=lambda explanation: explanation.code))


def explanation(code_or_name: str) -> Explanation | None:
    """The explanation of a code (`JB311`) or a name (`flat-emotion-curve`), in any case.

    None if no fault and no rule has this code or name.
    """
    wanted = code_or_name.strip().lower()
    for candidate in all_explanations():
        if wanted in (candidate.code.lower(), candidate.name):
            return candidate
    return None
