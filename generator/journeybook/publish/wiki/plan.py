"""Decide what to do about each page: the one table by which nothing that a human wrote is lost.

Two things prove that a page is ours and untouched, so that either may be lost: the journal of this
computer, and the marker in the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from journeybook.publish.wiki.journal import Entry
from journeybook.publish.wiki.target import RemotePage, Rendered


class Act(StrEnum):
    """What is done about a page."""

    CREATE = "create"
    UPDATE = "update"
    KEEP = "keep"
    """It is as it should be; only the journal may need a line."""
    LEAVE = "leave"
    """It is left alone, and a human is told why."""


class Why(StrEnum):
    """Why a page is left alone, or is not."""

    NEW = "new"
    SAME = "same"
    OURS = "ours"
    TAKEN_OVER = "taken over"
    EDITED = "edited by a person"
    DELETED = "deleted by a person"
    FOREIGN = "a person's page has this name"
    OBSTACLE = "cannot be written"


@dataclass(frozen=True)
class Decision:
    """What to do about one page."""

    act: Act
    why: Why
    remote: RemotePage | None = None
    """The page in the wiki that this is about."""
    moved: bool = False
    """Whether a human moved the page; it is kept where it is."""


@dataclass(frozen=True)
class Matched:
    """A page of ours with what the wiki and the journal have of it."""

    key: str
    entry: Entry
    remote: RemotePage | None
    certified: bool
    """Whether the marker in the page proves that it is this page, untouched."""
    by_id: bool
    """Whether it was recognised by its id or its marker, not only by its name."""
    by_us: bool = False
    """Whether our own account made its latest version."""


def decide(match: Matched, wanted: Rendered, *, take_over: bool = False) -> Decision:
    """What to do about a page; the rows are those of the manual's table.

    `take_over` is a human's order, by name, to write over what other people wrote.
    """
    remote, entry = match.remote, match.entry
    if remote is None:
        if entry.is_written and not take_over:
            return Decision(Act.LEAVE, Why.DELETED)
        return Decision(Act.CREATE, Why.NEW)
    moved = match.by_id and entry.is_written and remote.name != entry.name
    has_its_name = not match.by_id or remote.name == wanted.name
    if remote.digest and remote.digest == wanted.digest and has_its_name:
        return Decision(Act.KEEP, Why.SAME, remote, moved)
    if remote.obstacle:
        return Decision(Act.LEAVE, Why.OBSTACLE, remote, moved)
    if is_ours(match):
        return Decision(Act.UPDATE, Why.OURS, remote, moved)
    if take_over:
        return Decision(Act.UPDATE, Why.TAKEN_OVER, remote, moved)
    return Decision(Act.LEAVE, Why.EDITED if match.by_id else Why.FOREIGN, remote, moved)


def is_ours(match: Matched) -> bool:
    """Whether nobody but us wrote what the page has now.

    Its version or its text is the one we journalled; or it is the text of a write of ours whose
    answer was lost; or its marker proves it, and the journal knows nothing else or our account
    wrote it (another computer that publishes the same maps).
    """
    remote, entry = match.remote, match.entry
    if remote is None:
        return False
    if entry.is_written and remote.id == entry.id and remote.version == entry.version:
        return True
    if remote.digest and remote.digest in (entry.intent, entry.digest):
        return True
    return match.certified and (not entry.is_written or match.by_us)
