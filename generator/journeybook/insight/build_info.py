"""What a build depends on besides the sources: the day, the version, and the history in git."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True)
class Change:
    """The last change of a file, or one commit."""

    date: datetime.date
    author: str
    subject: str = ""
    paths: tuple[str, ...] = ()


class BuildInfo(Protocol):
    """What a build asks about the world; the type to ask for.

    `FixedBuildInfo` is the plain one. The one that builders of pages get also records what they ask
    (`pages/dependency_tracking.py`).
    """

    @property
    def today(self) -> datetime.date: ...

    @property
    def version(self) -> str:
        """The version of journeybook."""

    @property
    def revision(self) -> str:
        """The commit that the site is built from, or empty."""

    @property
    def history_note(self) -> str:
        """Why there are no dates from git (one sentence), or empty where there are."""

    @property
    def last_change(self) -> Mapping[str, Change]:
        """Path from the site's root -> its last change."""

    @property
    def commits(self) -> tuple[Change, ...]:
        """Newest first."""


@dataclass(frozen=True)
class FixedBuildInfo:
    """Arrives as an argument, so that the same sources and the same info give the same bytes;
    fields as in `BuildInfo`."""

    today: datetime.date
    version: str
    revision: str = ""
    history_note: str = ""
    last_change: Mapping[str, Change] = field(default_factory=dict)
    commits: tuple[Change, ...] = ()
