"""The sample atlas and the day and history that tests build it with."""

from __future__ import annotations

import datetime
from pathlib import Path

from journeybook.insight.build_info import Change, FixedBuildInfo

ROOT = Path(__file__).resolve().parent.parent
TODAY = datetime.date(2026, 11, 24)
INFO = FixedBuildInfo(
    today=TODAY,
    version="0.0.0",
    revision="0123456789abcdef0123456789abcdef01234567",
    last_change={
        "content/journeys/marta-maintenance/replace-the-pumps.md": Change(
            TODAY, "Ana Lima", "Say what the pilot changed"
        )
    },
)
