"""`journeybook comment`: one review comment per pull request, updated in place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import CONTENT_ERRORS, Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.publish.forges import Forge
    from journeybook.workflow.review_comment import CommentState


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

    The token is read only from the environment (GITHUB_TOKEN; on GitLab JOURNEYBOOK_TOKEN). FILE
    may come from an untrusted source: if it has anything that `journeybook diff` does not write, or
    links outside this repository, it is rejected with exit code 1. An empty FILE deletes the
    comment. If the token is read-only, nothing is written, a message says so, and the exit code
    is 0.
    """
    from journeybook.effects.web import Service
    from journeybook.publish.forges import FORGES, is_repository
    from journeybook.publish.untrusted import Refusal, is_pages_address, read_comment
    from journeybook.workflow.review_comment import Thread, find_pull_request, keep_comment

    forge = FORGES[forge_name or ("gitlab" if os.environ.get("GITLAB_CI") else "github")]
    repository = repo or os.environ.get(forge.repository, "")
    if not is_repository(repository):
        raise _usage_error("--repo must be in the form owner/name")
    _check_pull(pull, head, sha, forge)
    for address in pages_at:
        if not is_pages_address(address):
            raise _usage_error(
                "--pages-at must be a URL such as https://maps.example.com/reviews/, not "
                f"`{address}`"
            )
    address = f"{os.environ.get(*forge.server).rstrip('/')}/{repository}"
    body = read_comment(_read(path), address, pages_at)
    if isinstance(body, Refusal):
        return Outcome("", f"the comment in `{path}` was rejected: {body}\n", CONTENT_ERRORS)
    api, token = os.environ.get(*forge.api), _token(forge)
    service = Service(api, forge.header(token), session.console.remark)
    number = pull or find_pull_request(service, repository, head or "", sha or "")
    if number is None:
        return Outcome(
            "", "no open pull request has this commit as its head; nothing was written\n"
        )
    state = keep_comment(Thread(forge, service, repository, number), body)
    return Outcome(f"{_sentence(state)}\n")


def _check_pull(pull: int | None, head: str | None, sha: str | None, forge: Forge) -> None:
    """A usage error unless the pull request is given in exactly one way."""
    by_number = pull is not None and head is None and sha is None
    by_branch = pull is None and bool(head) and sha is not None and forge.title == "GitHub"
    if not (by_number or by_branch):
        raise _usage_error("use either --pull, or --head with --sha (GitHub only)")


def _read(path: Path) -> bytes:
    """The file, up to one byte more than allowed, so that a longer one is noticed."""
    from journeybook.effects.faults import EnvironmentFault, in_words
    from journeybook.publish.untrusted import MOST_BYTES

    try:
        if path.is_symlink() or not path.is_file():
            raise EnvironmentFault(f"no such file: `{path}`")
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise EnvironmentFault(f"cannot read `{path}`: {in_words(error)}") from error


def _token(forge: Forge) -> str:
    """The first token in the environment."""
    from journeybook.effects.faults import EnvironmentFault

    for name in forge.tokens:
        if token := os.environ.get(name, "").strip():
            return token
    raise EnvironmentFault(f"{forge.tokens[0]} is not set; nothing was written")


def _sentence(state: CommentState) -> str:
    """What happened to the comment, in words."""
    from journeybook.workflow.review_comment import CommentState

    sentences = {
        CommentState.UNCHANGED: "the comment is up to date",
        CommentState.CREATED: "comment created",
        CommentState.UPDATED: "comment updated",
        CommentState.DELETED: "nothing changed for the customer; comment deleted",
        CommentState.READ_ONLY: (
            "the token is read-only here (for example in a pull request from a fork), so no "
            "comment was written; the comparison is in this run's artifact"
        ),
    }
    return sentences[state]


def _usage_error(message: str) -> click.UsageError:
    return click.UsageError(message, click.get_current_context(silent=True))


entry = comment
