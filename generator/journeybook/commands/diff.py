"""`journeybook diff`: what changed in the customer's journey between two revisions."""

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
            "a change log for people who did not follow the reviews",
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
    show_default=True,
    help="Output format.",
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
    show_default=True,
    help="Exit code 1 if a change has this impact or higher.",
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

    WHAT is a revision (this branch since it left it), A..B, A...B, two revisions, two files, or two
    folders of sites; without it the last commit is compared with the files as they are. Ends with
    0, with 1 where --fail-on is reached, with 2 after wrong use, with 3 where something could not
    be read: silence is then no all-clear.
    """
    from journeybook.diff.change import Impact
    from journeybook.diff.compare import reached
    from journeybook.effects.files import write_files
    from journeybook.effects.revisions import CouldNotRead
    from journeybook.workflow.compare_revisions import compare_revisions

    if len(what) > 2:
        raise click.UsageError(
            "too many arguments; give at most two things to compare",
            click.get_current_context(silent=True),
        )
    # A comparison makes few circles and then ends; looking for them takes a sixth of its time
    gc.disable()
    try:
        with session.progress("comparing"):
            found = compare_revisions(session, what, cached=not no_cache, titled=form == "html")
            written = _written(session, found, form, page)
    except CouldNotRead as fault:
        return Outcome("", f"journeybook diff: nothing was compared: {fault}\n", COULD_NOT_READ)
    code = CLEAN
    if fail_on != "never" and reached(found.changes, Impact(fail_on)):
        code = CONTENT_ERRORS
    if not found.changes.is_whole:
        code = COULD_NOT_READ
    remarks = list(found.remarks)
    if code == CONTENT_ERRORS:
        heavy = sum(change.impact.reaches(Impact(fail_on)) for change in found.changes.changes)
        remarks.append(
            f"--fail-on {fail_on}: {heavy} {'change weighs' if heavy == 1 else 'changes weigh'} "
            "or higher"
        )
    if output is not None:
        write_files({output: written.encode("utf-8", "surrogatepass")}, force=True)
        remarks.append(f"written: {output}")
        written = ""
    return Outcome(written, "".join(f"{line}\n" for line in remarks), code)


def _written(session: Session, found: Compared, form: str, page: str) -> str:
    """The comparison in one of the formats; only the module of that format is loaded."""
    from journeybook.workflow.load_site import terminal_style

    if form == "json":
        from journeybook.report.changes_json import as_json

        return as_json(found.changes)
    if form == "markdown":
        return _comment(session, found, page)
    if form == "github":
        from journeybook.report.changes_github import as_annotations

        return as_annotations(found.changes, _folder(session))
    if form == "changelog":
        from journeybook.report.changes_log import as_log

        return as_log(found.changes)
    if form == "html":
        return _page(found)
    from journeybook.report.changes_text import as_text

    return as_text(
        found.changes, terminal_style(_root(session), colour=session.console.colour_of_results)
    )


def _page(found: Compared) -> str:
    from journeybook.diagnostics import Diagnostic
    from journeybook.effects.disk import packaged_theme, read_theme
    from journeybook.outputs.changes_page import changes_page

    page = changes_page(found, read_theme(packaged_theme()))
    assert not isinstance(page, Diagnostic), page.message
    return page


def _comment(session: Session, found: Compared, page: str) -> str:
    from journeybook.diff.align import aligned
    from journeybook.report.changes_markdown import Links, as_comment

    config = found.before.config
    links = Links(str(config.repository.url or "").rstrip("/"), _folder(session), page)
    curves = []
    for pair in found.changes.journeys:
        columns = aligned(found.before.journey(pair.before), found.after.journey(pair.after))
        if any(column.old_feeling != column.new_feeling for column in columns):
            curves.append((pair.title, columns))
    return as_comment(found.changes, links, curves)


def _folder(session: Session) -> str:
    """The folder of the site within its repository, with its `/`; empty where there is no
    repository."""
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
