"""The code hosts, and how their APIs address and return comments."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from journeybook.publish.comment import Comment

PAGE = 50


@dataclass(frozen=True, slots=True)
class Forge:
    """One code host. `tokens` are the environment variables that may have the token, best first."""

    title: str
    tokens: tuple[str, ...]
    api: tuple[str, str]
    """The environment variable with the URL of the API, and its default."""
    server: tuple[str, str]
    """The environment variable with the URL of the website, and its default."""
    repository: str
    """The environment variable with the repository."""
    header: Callable[[str], Mapping[str, str]]
    comments: Callable[[str, int], str]
    comment: Callable[[str, int, int], str]
    update_with: str
    read: Callable[[Mapping[str, Any]], Comment | None]
    login: str
    """The field of `/user` with the author name of comments."""
    bot: str = ""
    """The author name if the token belongs to no user."""


def github_headers(token: str) -> Mapping[str, str]:
    """The headers that GitHub requires with every request."""
    return {
        "Authorization": f"Bearer {token}",
        "Accept": "application/vnd.github+json",
        "X-GitHub-Api-Version": "2022-11-28",
    }


class Unexpected(ValueError):  # noqa: N818 - of the host, not of ours
    """An answer of a code host does not have the form that its manual describes."""


def table(value: Any) -> Mapping[str, Any]:
    """A JSON object. Raises `Unexpected` for anything else, as the functions below do."""
    if isinstance(value, dict):
        return value
    raise Unexpected


def entries(value: Any) -> Sequence[Any]:
    """A JSON array."""
    if isinstance(value, list):
        return value
    raise Unexpected


def text(value: Any) -> str:
    """A text that is not empty."""
    if isinstance(value, str) and value:
        return value
    raise Unexpected


def number(value: Any) -> int:
    """A whole number from 1."""
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise Unexpected


def _github_comment(note: Mapping[str, Any]) -> Comment | None:
    # The author is null if the account was deleted.
    return _comment(note, note.get("user"), "login")


def _gitlab_comment(note: Mapping[str, Any]) -> Comment | None:
    return None if note.get("system") else _comment(note, note.get("author"), "username")


def _comment(note: Mapping[str, Any], author: Any, name: str) -> Comment:
    login = text(table(author).get(name)) if author is not None else ""
    body = note.get("body")
    return Comment(number(note.get("id")), login, text(body) if body else "")


FORGES = {
    "github": Forge(
        "GitHub",
        ("GITHUB_TOKEN", "GH_TOKEN"),
        ("GITHUB_API_URL", "https://api.github.com"),
        ("GITHUB_SERVER_URL", "https://github.com"),
        "GITHUB_REPOSITORY",
        github_headers,
        lambda repository, number: f"/repos/{repository}/issues/{number}/comments",
        lambda repository, number, id: f"/repos/{repository}/issues/comments/{id}",
        "PATCH",
        _github_comment,
        "login",
        "github-actions[bot]",
    ),
    "gitlab": Forge(
        "GitLab",
        ("JOURNEYBOOK_TOKEN", "GITLAB_TOKEN"),
        ("CI_API_V4_URL", "https://gitlab.com/api/v4"),
        ("CI_SERVER_URL", "https://gitlab.com"),
        "CI_PROJECT_PATH",
        lambda token: {"PRIVATE-TOKEN": token},
        lambda repository, number: (
            f"/projects/{quote(repository, safe='')}/merge_requests/{number}/notes"
        ),
        lambda repository, number, id: (
            f"/projects/{quote(repository, safe='')}/merge_requests/{number}/notes/{id}"
        ),
        "PUT",
        _gitlab_comment,
        "username",
    ),
}


def is_repository(name: str) -> bool:
    """Whether this can be `owner/name` (in GitLab also with nested groups)."""
    parts = name.split("/")
    return len(parts) >= 2 and all(
        re.fullmatch(r"[A-Za-z0-9_][\w.-]*", part, re.ASCII) for part in parts
    )


def page_of(path: str, number: int) -> str:
    """The URL of one page of a list."""
    return f"{path}?{urlencode({'per_page': PAGE, 'page': number})}"


def pulls_from(repository: str, head: str) -> str:
    """Where GitHub lists the open pull requests from a branch, `owner:branch`."""
    return (
        f"/repos/{repository}/pulls?{urlencode({'state': 'open', 'head': head, 'per_page': PAGE})}"
    )
