"""The day of a build, in a module that imports nothing else."""

from __future__ import annotations

import datetime
import os

from journeybook.effects.faults import EnvironmentFault


def today() -> datetime.date:
    """The day of the build, or that of `SOURCE_DATE_EPOCH` if it is set (reproducible builds)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.datetime.now(datetime.UTC).astimezone().date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise EnvironmentFault(
            "SOURCE_DATE_EPOCH must be a whole number of seconds since 1970"
        ) from None
