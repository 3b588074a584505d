"""What a command returns: its results, its remarks and its exit code."""

from __future__ import annotations

from dataclasses import dataclass

CLEAN = 0
"""No findings, or only warnings."""
CONTENT_ERRORS = 1
WRONG_USE = 2
"""Wrong usage, a broken `site.yaml`, or a missing program, permission or disk space."""
COULD_NOT_READ = 3
"""A comparison could not read everything, so "no changes" may be incomplete."""
CRASHED = 3
"""A bug in journeybook."""
INTERRUPTED = 130
"""Stopped with Ctrl-C."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`results` go to standard output, `remarks` to standard error.

    Both end with a line break or are empty.
    """

    results: str = ""
    remarks: str = ""
    code: int = CLEAN
