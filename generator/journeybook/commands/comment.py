"""`journeybook comment`: one comment in a pull request, edited in place, gone when there is nothing
to say."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import CONTENT_ERRORS, Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.effects.web import Answer, Service
    from journeybook.publish.comment import Action, Comment
    from journeybook.publish.forges import Forge

MOST_PAGES = 100
_SHORTER = 30_000


@command(
    "comment",
    examples=(
        (
            "journeybook comment --file comment.md --pull 12 --repo acme/maps",
            "create or update the comment",
        ),
        (
            "journeybook comment --file comment.md --head ana:fork --sha 4f0c…",
            "find the pull request by branch",
        ),
        (
            "journeybook comment --file comment.md --pull 12 --forge gitlab",
            "comment on a merge request",
        ),
        (
            "journeybook comment --file comment.md --pull 12 --pages-at https://maps.example.com/",
            "allow links to your published pages",
        ),
    ),
)
@click.option(
    "--file",
    "path",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="Comment text, created with `journeybook diff`.",
)
@click.option(
    "--pull",
    type=click.IntRange(1),
    metavar="NUMBER",
    help="Number of the pull request or merge request.",
)
@click.option(
    "--head",
    metavar="OWNER:BRANCH",
    help="Source branch, as an alternative to --pull (GitHub only).",
)
@click.option(
    "--sha", metavar="COMMIT", help="Latest commit of that branch (required with --head)."
)
@click.option(
    "--repo", metavar="OWNER/NAME", help="Repository. Default: taken from the CI environment."
)
@click.option(
    "--pages-at",
    multiple=True,
    metavar="URL",
    envvar="JOURNEYBOOK_PAGES_AT",
    help=(
        "URL where you publish comparison pages; links below it are allowed. Default: "
        "JOURNEYBOOK_PAGES_AT. Never taken from FILE."
    ),
)
@click.option(
    "--forge",
    "forge_name",
    type=click.Choice(["github", "gitlab"]),
    help="Code host. Default: detected from the environment.",
)
def comment(
    session: Session,
    path: Path,
    pull: int | None,
    head: str | None,
    sha: str | None,
    repo: str | None,
    pages_at: tuple[str, ...],
    forge_name: str | None,
) -> Outcome:
    """Create or update the review comment on a pull request.

    The token comes from the environment alone (GITHUB_TOKEN; in GitLab JOURNEYBOOK_TOKEN). FILE may
    come from anybody: one that calls people, links elsewhere or was not made by journeybook is
    refused, with 1. An empty one takes the comment away. Where the token may only read, nothing is
    written, a sentence says so, and the end is 0.
    """
    from journeybook.effects.faults import EnvironmentFault
    from journeybook.publish.forges import FORGES, is_repository
    from journeybook.publish.untrusted import Refusal, is_pages_address, read_comment

    forge = FORGES[forge_name or ("gitlab" if os.environ.get("GITLAB_CI") else "github")]
    repository = repo or os.environ.get(forge.repository, "")
    if not is_repository(repository):
        raise click.UsageError("--repo must be in the form owner/name", click.get_current_context())
    if (
        (pull is None) == (head is None)
        or (head is None) != (sha is None)
        or (head and forge.title != "GitHub")
    ):
        raise click.UsageError(
            "use either --pull, or --head with --sha (GitHub only)", click.get_current_context()
        )
    wrong = next((address for address in pages_at if not is_pages_address(address)), None)
    if wrong is not None:
        raise click.UsageError(
            (f"--pages-at must be a URL such as https://maps.example.com/reviews/, not `{wrong}`"),
            click.get_current_context(),
        )
    body = read_comment(_read(path), os.environ.get(*forge.server), pages_at)
    if isinstance(body, Refusal):
        return Outcome("", f"the comment in `{path}` was rejected: {body}\n", CONTENT_ERRORS)
    token = next(
        (found for name in forge.tokens if (found := os.environ.get(name, "").strip())), ""
    )
    if not token:
        raise EnvironmentFault(f"{forge.tokens[0]} is not set; nothing was written")
    service = _service(forge, token, session)
    number = pull if pull is not None else _pull_of(service, repository, head or "", sha or "")
    if number is None:
        return Outcome(
            "", "no open pull request has this commit as its head; nothing was written\n"
        )
    return Outcome(_keep(_Thread(forge, service, repository, number), body))


@dataclass(frozen=True, slots=True)
class _Thread:
    """The comments of one pull request."""

    forge: Forge
    service: Service
    repository: str
    number: int

    @property
    def path(self) -> str:
        return self.forge.comments(self.repository, self.number)


def _read(path: Path) -> bytes:
    """A little more than what is allowed of the file, so that too much is noticed."""
    from journeybook.effects.faults import EnvironmentFault, in_words
    from journeybook.publish.untrusted import MOST_BYTES

    try:
        if path.is_symlink() or not path.is_file():
            raise EnvironmentFault(f"no such file: `{path}`")
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise EnvironmentFault(f"cannot read `{path}`: {in_words(error)}") from error


def _service(forge: Forge, token: str, session: Session) -> Service:
    from journeybook.effects.web import Service

    return Service(os.environ.get(*forge.api), forge.header(token), session.console.remark)


def _keep(thread: _Thread, body: str) -> str:
    """Bring the comment in step with the text; the sentence that says what was done."""
    from journeybook.publish.comment import cut, plan

    me = _me(thread)
    existing = _existing(thread)
    if existing is None:
        return _MAY_ONLY_READ
    actions = plan(existing, cut(body), me)
    for action in actions:
        answer = _carry_out(thread, action)
        if answer.status == 403:
            return _MAY_ONLY_READ
        _expect(answer, thread.forge, 200, 201, 204)
    return _told(actions)


_MAY_ONLY_READ = (
    "the token is read-only here (for example in a pull request from a fork), so "
    "no comment was written; the comparison is in this run's artifact\n"
)


def _told(actions: tuple[Action, ...]) -> str:
    from journeybook.publish.comment import Create, Update

    if not actions:
        return "the comment is up to date\n"
    if any(isinstance(action, Create) for action in actions):
        return "comment created\n"
    edited = any(isinstance(action, Update) for action in actions)
    return "comment updated\n" if edited else "nothing changed for the customer; comment deleted\n"


def _me(thread: _Thread) -> str:
    """The name that our comments are signed with: that of the token, or the forge's where the token
    has no user."""
    answer = thread.service.ask("GET", "/user")
    if answer.status in (403, 404) and thread.forge.bot:
        return thread.forge.bot
    _expect(answer, thread.forge, 200)
    return str(_table(answer.values()).get(thread.forge.login, ""))


def _existing(thread: _Thread) -> list[Comment] | None:
    """Every comment of every page; None where the token may not even read them."""
    from journeybook.effects.faults import EnvironmentFault
    from journeybook.publish.forges import page_of

    found: list[Comment] = []
    for page in range(1, MOST_PAGES + 1):
        answer = thread.service.ask("GET", page_of(thread.path, page))
        if answer.status == 403:
            return None
        _expect(answer, thread.forge, 200)
        found += [
            made for one in _list(answer.values()) if (made := thread.forge.read(_table(one)))
        ]
        if 'rel="next"' not in answer.headers.get("link", ""):
            return found
    raise EnvironmentFault(
        f"there are more than {MOST_PAGES} pages of comments; nothing was written"
    )


def _carry_out(thread: _Thread, action: Action) -> Answer:
    """Do one thing. A text that the forge finds too long is sent once more, shorter."""
    from journeybook.publish.comment import Delete, Update, cut

    if isinstance(action, Delete):
        answer = thread.service.ask(
            "DELETE", thread.forge.comment(thread.repository, thread.number, action.id)
        )
        return answer if answer.status != 404 else _gone(answer)
    is_update = isinstance(action, Update)
    method = thread.forge.update_with if is_update else "POST"
    path = (
        thread.forge.comment(thread.repository, thread.number, action.id)
        if isinstance(action, Update)
        else thread.path
    )
    answer = thread.service.ask(method, path, {"body": action.body})
    if answer.status in (413, 422) and len(action.body) > _SHORTER:
        answer = thread.service.ask(method, path, {"body": cut(action.body, _SHORTER)})
    return answer


def _gone(answer: Answer) -> Answer:
    """Somebody else took the comment away first: what we wanted."""
    from journeybook.effects.web import Answer

    return Answer(204, answer.headers, b"")


def _pull_of(service: Service, repository: str, head: str, sha: str) -> int | None:
    """The number of the one open pull request from this branch that ends at this commit."""
    from journeybook.publish.forges import FORGES, pulls_from

    answer = service.ask("GET", pulls_from(repository, head))
    _expect(answer, FORGES["github"], 200)
    numbers = [
        _table(one).get("number")
        for one in _list(answer.values())
        if _table(_table(one).get("head")).get("sha") == sha
    ]
    return numbers[0] if len(numbers) == 1 and isinstance(numbers[0], int) else None


def _expect(answer: Answer, forge: Forge, *statuses: int) -> None:
    from journeybook.effects.faults import EnvironmentFault
    from journeybook.text import visible

    if answer.status in statuses:
        return
    if answer.status == 401:
        raise EnvironmentFault(f"{forge.title} rejected the token")
    try:
        said = visible(str(_table(answer.values()).get("message", "")))[:200]
    except EnvironmentFault:
        said = ""
    raise EnvironmentFault(
        f"{forge.title} said {answer.status}{': ' + said if said else ''}; the comment is not "
        "up to date"
    )


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


entry = comment
