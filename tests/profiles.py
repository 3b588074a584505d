"""How long tests by chance look: `quick` in `make test`, `long` in `make test-long` (HYPOTHESIS_PROFILE=long)."""

from __future__ import annotations

import os

IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
TIMES = 30


def examples(number: int) -> int:
    """How many examples a test tries that tries `number` of them in the quick profile."""
    return number * TIMES if IS_LONG else number


def rounds(quick: int, long: int) -> int:
    """How often a test repeats what chance decides: `quick` times in the quick profile."""
    return long if IS_LONG else quick
