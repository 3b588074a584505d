"""The name that goes with a code, as in `JB102` and `unknown-reference`."""

from __future__ import annotations

from functools import cache


def name_of(code: str) -> str:
    """The name of a finding, or an empty string for a code without an explanation."""
    return _names().get(code, "")


@cache
def _names() -> dict[str, str]:
    # Imported late: it loads every rule, and comparisons show no names.
    from journeybook.checks.explain import all_explanations

    return {explanation.code: explanation.name for explanation in all_explanations()}
