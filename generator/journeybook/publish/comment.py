"""Decide what becomes of the one comment that journeybook keeps in a pull request."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.text import utf16_length

MARKER = "<!-- journeybook-review -->"
"""The first line of every comment of ours."""
_NOTHING = ("### Map review: no change", "### Map review: no change in meaning")
BUDGET = 60_000
"""UTF-16 units of a comment; GitHub refuses more than 65,536."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that is there."""

    id: int
    author: str
    body: str


@dataclass(frozen=True, slots=True)
class Create:
    """Write a new comment."""

    body: str


@dataclass(frozen=True, slots=True)
class Update:
    """Put another text into a comment of ours."""

    id: int
    body: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a comment of ours away."""

    id: int


Action = Create | Update | Delete


def plan(existing: Iterable[Comment], body: str, me: str) -> tuple[Action, ...]:
    """What to do so that one comment with this text is there, or none where the text says nothing.

    Only comments with our marker and by `me` are ours: anybody can write the marker. The oldest is
    edited in place, others of ours are taken away.
    """
    ours = sorted((one for one in existing if is_ours(one, me)), key=lambda one: one.id)
    if not says_something(body):
        return tuple(Delete(one.id) for one in ours)
    if not ours:
        return (Create(body),)
    first, *others = ours
    kept: tuple[Action, ...] = (
        () if _plain(first.body) == _plain(body) else (Update(first.id, body),)
    )
    return (*kept, *(Delete(one.id) for one in others))


def is_ours(comment: Comment, me: str) -> bool:
    """Whether it has our marker as its first line and was written by `me`."""
    return (
        comment.author.casefold() == me.casefold()
        and _plain(comment.body).split("\n", 1)[0] == MARKER
    )


def says_something(body: str) -> bool:
    """Whether there is more than the marker and the word that nothing changed for the customer."""
    text = _plain(body.replace(MARKER, "", 1))
    return bool(text) and text.split("\n", 1)[0] not in _NOTHING


def cut(body: str, limit: int = BUDGET) -> str:
    """The text in at most `limit` UTF-16 units, cut between two lines, with a note and everything
    open closed."""
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
    """What closes a fenced block and the details that are still open."""
    fence, details = "", 0
    for line in lines:
        if line.startswith("```"):
            fence = "" if fence else "`" * (len(line) - len(line.lstrip("`")))
        elif not fence:
            details += line.count("<details") - line.count("</details>")
    return ((fence,) if fence else ()) + tuple("\n</details>" for _ in range(min(details, 20)))


def _plain(body: str) -> str:
    """A text as forges give it back: line ends and the end may differ."""
    return body.replace("\r\n", "\n").strip()
