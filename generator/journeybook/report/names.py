"""The name that goes with a code, as in `JB102` and `unknown-reference`."""

from __future__ import annotations

from functools import cache


def name_of(code: str) -> str:
    """The name of a fault or a rule, or an empty string for a code that has no page."""
    return _names().get(code, "")


@cache
def _names() -> dict[str, str]:
    from journeybook.checks.explain import (
        all_explanations,  # with every rule; comparisons show no names
    )

    return {one.code: one.name for one in all_explanations()}
