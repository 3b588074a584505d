"""What a command returns: its results, its remarks and its exit code."""

from __future__ import annotations

from dataclasses import dataclass

CLEAN = 0
CONTENT_ERRORS = 1
WRONG_USE = 2
COULD_NOT_READ = 3
REFUSED = 4
CRASHED = 70
INTERRUPTED = 130

EXIT_CODES = {
    CLEAN: "Done. There may be warnings.",
    CONTENT_ERRORS: (
        "Findings: errors in content, a change that reaches `--fail-on`, something rejected, or "
        "pages of a wiki that are left for a person to decide."
    ),
    WRONG_USE: (
        "Wrong use: an unknown option, revision or file, a broken `site.yaml`, a missing program, "
        "permission or disk space, or a service that does not answer."
    ),
    COULD_NOT_READ: (
        "Not all could be read or finished, so that “no changes” may be incomplete; publishing "
        "goes on if the same command is run again."
    ),
    REFUSED: "Publishing was refused before anything was written.",
    CRASHED: "A bug in journeybook; the message names the crash report.",
    INTERRUPTED: "Stopped with Ctrl-C.",
}
"""What the exit code of every command means; 70 is `EX_SOFTWARE` of sysexits.h, 130 is that of
shells for an interrupt. The manual shows this table."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`results` go to standard output, `remarks` to standard error.

    Both end with a line break or are empty.
    """

    results: str = ""
    remarks: str = ""
    code: int = CLEAN
