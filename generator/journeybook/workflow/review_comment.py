"""Keep the one review comment of a pull request up to date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, TypeVar

from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.web import Answer, Service
from journeybook.publish.comment import Action, Comment, Create, Delete, Update, cut, plan
from journeybook.publish.forges import (
    FORGES,
    Forge,
    Unexpected,
    entries,
    number,
    page_of,
    pulls_from,
    table,
    text,
)
from journeybook.text import visible

T = TypeVar("T")
MOST_PAGES = 100
"""Pages of comments that are read, so that no code host can keep us busy for ever."""
_SHORT = 30_000
"""UTF-16 units of a comment that is sent again because the code host found it too long."""


class CommentState(Enum):
    """What happened to the comment."""

    UNCHANGED = auto()
    CREATED = auto()
    UPDATED = auto()
    DELETED = auto()
    READ_ONLY = auto()
    """The token may not write here."""


@dataclass(frozen=True, slots=True)
class Thread:
    """The comments of one pull request."""

    forge: Forge
    service: Service
    repository: str
    number: int

    @property
    def path(self) -> str:
        return self.forge.comments(self.repository, self.number)

    def comment_path(self, comment: int) -> str:
        return self.forge.comment(self.repository, self.number, comment)


def keep_comment(thread: Thread, body: str) -> CommentState:
    """Create, update or delete our comment so that it has this text.

    Raises EnvironmentFault if the code host refuses.
    """
    me = _my_name(thread)
    existing = _existing_comments(thread)
    if existing is None:
        return CommentState.READ_ONLY
    actions = plan(existing, cut(body), me)
    for action in actions:
        answer = _carry_out(thread, action)
        if answer.status == 403:
            return CommentState.READ_ONLY
        _expect(answer, thread.forge, 200, 201, 204)
    return _state_after(actions)


def find_pull_request(service: Service, repository: str, head: str, commit: str) -> int | None:
    """The number of the open pull request from this branch if this is its last commit."""
    forge = FORGES["github"]
    answer = service.ask("GET", pulls_from(repository, head))
    _expect(answer, forge, 200)

    def pulls(value: Any) -> list[int]:
        return [
            number(table(pull).get("number"))
            for pull in entries(value)
            if text(table(table(pull).get("head")).get("sha")) == commit
        ]

    numbers = _read(forge, answer, pulls)
    return numbers[0] if len(numbers) == 1 else None


def _state_after(actions: tuple[Action, ...]) -> CommentState:
    if not actions:
        return CommentState.UNCHANGED
    if any(isinstance(action, Create) for action in actions):
        return CommentState.CREATED
    if any(isinstance(action, Update) for action in actions):
        return CommentState.UPDATED
    return CommentState.DELETED


def _my_name(thread: Thread) -> str:
    """The author of our comments: the token's user, or the code host's bot if it has none."""
    answer = thread.service.ask("GET", "/user")
    if answer.status in (403, 404) and thread.forge.bot:
        return thread.forge.bot
    _expect(answer, thread.forge, 200)
    return _read(thread.forge, answer, lambda user: text(table(user).get(thread.forge.login)))


def _existing_comments(thread: Thread) -> list[Comment] | None:
    """All comments of the pull request; None if the token may not read them."""
    comments: list[Comment] = []
    for page in range(1, MOST_PAGES + 1):
        answer = thread.service.ask("GET", page_of(thread.path, page))
        if answer.status == 403:
            return None
        _expect(answer, thread.forge, 200)
        listed = _read(
            thread.forge,
            answer,
            lambda notes: [thread.forge.read(table(note)) for note in entries(notes)],
        )
        comments += filter(None, listed)
        if 'rel="next"' not in answer.headers.get("link", ""):
            return comments
    raise EnvironmentFault(
        f"there are more than {MOST_PAGES} pages of comments; nothing was written"
    )


def _read(forge: Forge, answer: Answer, reader: Callable[[Any], T]) -> T:
    """What an answer says. Raises EnvironmentFault for an answer that the reader does not expect,
    so that nothing is guessed about comments of others."""
    try:
        return reader(answer.values())
    except Unexpected as unexpected:
        raise EnvironmentFault(
            f"{forge.title} sent an answer that journeybook does not understand; the comment is "
            "not up to date"
        ) from unexpected


def _carry_out(thread: Thread, action: Action) -> Answer:
    """Do one action. A text that the code host finds too long is sent once more, shortened."""
    if isinstance(action, Delete):
        answer = thread.service.ask("DELETE", thread.comment_path(action.id))
        # If it was deleted by someone else meanwhile, that is what we wanted.
        return Answer(204, answer.headers, b"") if answer.status == 404 else answer
    if isinstance(action, Update):
        method, path = thread.forge.update_with, thread.comment_path(action.id)
    else:
        method, path = "POST", thread.path
    answer = thread.service.ask(method, path, {"body": action.body})
    if answer.status in (413, 422) and len(action.body) > _SHORT:
        answer = thread.service.ask(method, path, {"body": cut(action.body, _SHORT)})
    return answer


def _expect(answer: Answer, forge: Forge, *statuses: int) -> None:
    """Raise EnvironmentFault with the code host's message for any other status."""
    if answer.status in statuses:
        return
    if answer.status == 401:
        raise EnvironmentFault(f"{forge.title} rejected the token")
    try:
        message = visible(str(table(answer.values()).get("message", "")))[:200]
    except (EnvironmentFault, Unexpected):
        message = ""
    detail = f": {message}" if message else ""
    raise EnvironmentFault(
        f"{forge.title} returned {answer.status}{detail}; the comment is not up to date"
    )
