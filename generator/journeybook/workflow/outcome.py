"""What a command hands back: its results, its remarks, and how it went."""

from __future__ import annotations

from dataclasses import dataclass

CLEAN, CONTENT_ERRORS, WRONG_USE, OUR_BUG, STOPPED = 0, 1, 2, 3, 130
"""Exit codes: clean or warnings only; errors in content; wrong use, a broken `site.yaml` or an
environment that does not allow the work; a bug of ours; stopped by Ctrl-C."""
COULD_NOT_READ = 3
"""A comparison could not read something: silence is then no all-clear."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`results` go to standard output, `remarks` to standard error; both end in a line end or are
    empty."""

    results: str = ""
    remarks: str = ""
    code: int = CLEAN
