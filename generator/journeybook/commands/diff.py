"""`journeybook diff`: show what changed for the customer between two revisions."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import CLEAN, CONTENT_ERRORS, COULD_NOT_READ, Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.diff.compared import Compared

FORMATS = ("text", "json", "markdown", "github", "html", "changelog")
LEVELS = ("high", "medium", "low", "info", "never")


@command(
    "diff",
    examples=(
        ("journeybook diff", "your changes since the last commit"),
        ("journeybook diff main", "what this branch changes compared with main"),
        ("journeybook diff v1..v2", "compare two revisions"),
        (
            "journeybook diff v1..v2 --format changelog",
            "a change log for people who did not see the reviews",
        ),
        ("journeybook diff now.md future.md", "compare two maps, or two drafts of one map"),
        (
            "journeybook diff main --format markdown --output comment.md",
            "a comment for a pull request",
        ),
        (
            "journeybook diff main --fail-on high",
            "exit code 1 if there is a high-impact change",
        ),
    ),
)
@click.argument("what", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    help="Output format. Default: text.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to this file (overwrites it).",
)
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS),
    default="never",
    help="Exit code 1 if a change has this impact or higher. Default: never.",
)
@click.option(
    "--no-cache", is_flag=True, help="Read every file again instead of using the build cache."
)
@click.option(
    "--page",
    default="",
    metavar="URL",
    help="For --format markdown: URL of the published comparison page.",
)
def diff(
    session: Session,
    what: tuple[str, ...],
    form: str,
    output: Path | None,
    fail_on: str,
    no_cache: bool,
    page: str,
) -> Outcome:
    """Show what changed for the customer, the impact, and who should review it.

    WHAT is a revision (shows what this branch changed since it diverged), A..B, A...B, two
    revisions, two files, or two site folders. Without it, your working files are compared with the
    last commit.

    Exit code: 0 on success, 1 if --fail-on is reached, 2 for wrong usage, 3 if something could not
    be read, so that "no changes" may be incomplete.
    """
    from journeybook.diff.change import Impact
    from journeybook.diff.compare import reached
    from journeybook.effects.files import write_files
    from journeybook.effects.revisions import CouldNotRead
    from journeybook.report.remarks import as_lines, impact_reached
    from journeybook.workflow.compare_revisions import compare_revisions

    if len(what) > 2:
        raise click.UsageError(
            "too many arguments; give at most two revisions, files or folders",
            click.get_current_context(silent=True),
        )
    # A comparison makes few reference cycles and then ends; collecting them takes a sixth of its
    # time.
    gc.disable()
    try:
        with session.progress("comparing"):
            compared = compare_revisions(session, what, cached=not no_cache, titled=form == "html")
            text = _render(session, compared, form, page)
    except CouldNotRead as fault:
        return Outcome("", f"journeybook diff: nothing was compared: {fault}\n", COULD_NOT_READ)
    code = CLEAN
    changes = compared.changes
    remarks = list(compared.remarks)
    if not changes.is_whole:
        code = COULD_NOT_READ
    elif fail_on != "never" and reached(changes, Impact(fail_on)):
        code = CONTENT_ERRORS
        count = sum(change.impact.reaches(Impact(fail_on)) for change in changes.changes)
        remarks.append(impact_reached(fail_on, count))
    if output is not None:
        write_files({output: text.encode("utf-8", "surrogatepass")}, force=True)
        remarks.append(f"written to {output}")
        text = ""
    return Outcome(text, as_lines(remarks), code)


def _render(session: Session, compared: Compared, form: str, page: str) -> str:
    """The comparison in one of the formats. Only the module of that format is loaded."""
    from journeybook.workflow.load_site import terminal_style

    if form == "json":
        from journeybook.report.changes_json import as_json

        return as_json(compared.changes)
    if form == "markdown":
        return _comment(session, compared, page)
    if form == "github":
        from journeybook.report.changes_github import as_annotations

        return as_annotations(compared.changes, _folder(session))
    if form == "changelog":
        from journeybook.report.changes_log import as_log

        return as_log(compared.changes)
    if form == "html":
        return _page(compared)
    from journeybook.report.changes_text import as_text

    style = terminal_style(_root(session), colour=session.console.colour_of_results)
    return as_text(compared.changes, style)


def _page(compared: Compared) -> str:
    from journeybook.diagnostics import Diagnostic
    from journeybook.effects.disk import packaged_theme, read_theme
    from journeybook.outputs.changes_page import changes_page

    page = changes_page(compared, read_theme(packaged_theme()))
    assert not isinstance(page, Diagnostic), page.message
    return page


def _comment(session: Session, compared: Compared, page: str) -> str:
    from journeybook.report.changes_markdown import Links, as_comment, curves_of

    config = compared.before.config
    url = str(config.repository.url or "").rstrip("/")
    links = Links(url, _folder(session), page, compared.base_folder)
    return as_comment(compared.changes, links, curves_of(compared))


def _folder(session: Session) -> str:
    """The folder of the site within its repository, with a `/`; empty without a repository."""
    from journeybook.effects.revisions import CouldNotRead, Repository

    try:
        return Repository(_root(session)).folder
    except CouldNotRead:
        return ""


def _root(session: Session) -> Path:
    from journeybook.effects.faults import EnvironmentFault

    try:
        return session.root()
    except EnvironmentFault:
        return Path()


entry = diff
