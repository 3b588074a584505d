"""Decide how to update the one comment that journeybook keeps on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.text import utf16_length

MARKER = "<!-- journeybook-review -->"
"""The first line of a comment on a site in the top folder of its repository."""
_MARKER = re.compile(r"<!-- journeybook-review(?: of (?:(?!--)[A-Za-z0-9/%_.~-])+)? -->")
"""The first line of every comment by journeybook: for a site in another folder, with its path."""
_NO_CHANGES = ("### Map review: no changes", "### Map review: no changes in meaning")
BUDGET = 60_000
"""UTF-16 units of a comment; GitHub rejects more than 65,536."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that exists."""

    id: int
    author: str
    body: str


@dataclass(frozen=True, slots=True)
class Create:
    """Write a new comment."""

    body: str


@dataclass(frozen=True, slots=True)
class Update:
    """Replace the text of our comment."""

    id: int
    body: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Delete our comment."""

    id: int


Action = Create | Update | Delete


def plan(existing: Iterable[Comment], body: str, me: str) -> tuple[Action, ...]:
    """What to do so that there is one comment with this text, or none if it has no changes.

    Only comments by `me` with the marker of this text are ours: anyone can write the marker, and
    each site of a repository has its own. The oldest is edited in place, our other ones are
    deleted. A text without any marker deletes the comments of every site.
    """
    marker = _first_line(body)
    own = [
        one
        for one in existing
        if is_ours(one, me) and (not marker or _first_line(one.body) == marker)
    ]
    own.sort(key=lambda one: one.id)
    if not has_changes(body):
        return tuple(Delete(one.id) for one in own)
    if not own:
        return (Create(body),)
    first, *others = own
    actions: list[Action] = [Delete(one.id) for one in others]
    if _plain(first.body) != _plain(body):
        actions.insert(0, Update(first.id, body))
    return tuple(actions)


def is_ours(comment: Comment, me: str) -> bool:
    """Whether the first line is a marker of ours and the author is `me`."""
    return comment.author.casefold() == me.casefold() and is_marker(_first_line(comment.body))


def is_marker(line: str) -> bool:
    """Whether this is the first line of a comment by journeybook."""
    return _MARKER.fullmatch(line) is not None


def _first_line(body: str) -> str:
    return _plain(body).split("\n", 1)[0]


def has_changes(body: str) -> bool:
    """Whether there is more than the marker and the heading of a review without changes."""
    first, _, rest = _plain(body).partition("\n")
    text = _plain(rest if is_marker(first) else body)
    return bool(text) and text.split("\n", 1)[0] not in _NO_CHANGES


def cut(body: str, limit: int = BUDGET) -> str:
    """The text in at most `limit` UTF-16 units: cut between two lines, open blocks closed, and with
    a note at the end."""
    if utf16_length(body) <= limit:
        return body
    kept: list[str] = []
    size = utf16_length(_NOTE) + _ROOM_TO_CLOSE
    for line in body.split("\n"):
        size += utf16_length(line) + 1
        if size > limit:
            break
        kept.append(line)
    return "\n".join((*kept, *_closing(kept))) + _NOTE


_NOTE = "\n\n*The comment was shortened. See the comparison for the full list.*\n"
_ROOM_TO_CLOSE = 400


def _closing(lines: Iterable[str]) -> Iterable[str]:
    """Lines that close an open fenced block and open `<details>`."""
    fence, details = "", 0
    for line in lines:
        if line.startswith("```"):
            fence = "" if fence else "`" * (len(line) - len(line.lstrip("`")))
        elif not fence:
            details += line.count("<details") - line.count("</details>")
    return ((fence,) if fence else ()) + tuple("\n</details>" for _ in range(min(details, 20)))


def _plain(body: str) -> str:
    """A text without what code hosts change: line ends, and blanks at both ends."""
    return body.replace("\r\n", "\n").strip()
