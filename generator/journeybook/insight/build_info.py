"""What a build knows about the world besides the sources: the day, the version, and what git
tells."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Change:
    """The last change of a file, or one commit."""

    date: datetime.date
    author: str
    subject: str = ""
    paths: tuple[str, ...] = ()


@dataclass(frozen=True)
class BuildInfo:
    """Arrives as an argument, so that the same sources and the same info give the same bytes."""

    today: datetime.date
    version: str
    revision: str = ""
    history_note: str = ""
    """Why there are no dates from git (one sentence), or empty where there are."""
    last_change: Mapping[str, Change] = field(default_factory=dict)
    """Path from the site's root -> its last change."""
    commits: tuple[Change, ...] = ()
    """Newest first."""
