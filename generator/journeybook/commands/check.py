"""`journeybook check`: every finding of every file, in one run."""

from __future__ import annotations

import gc
from contextlib import nullcontext
from pathlib import Path, PurePosixPath

import click

from journeybook.workflow.command_line import command, with_settings_from
from journeybook.workflow.outcome import Outcome
from journeybook.workflow.session import Session


@command(
    "check",
    examples=(
        ("journeybook check", "check the whole site"),
        ("journeybook check content/journeys/ana", "show only findings for one folder or file"),
        ("journeybook check --strict", "treat warnings as errors, for example before a release"),
        (
            "journeybook check --settings-from main",
            "check an untrusted branch with your own rules and limits",
        ),
        ("journeybook check --format json", "output for another program"),
        ("journeybook check --format github", "annotations in a GitHub workflow"),
        (
            "journeybook check --format gitlab > gl-code-quality-report.json",
            "report for a merge request",
        ),
    ),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "gitlab", "sarif"]),
    default="text",
    help=(
        "Output format: text for people, JSON or SARIF for programs, or annotations for GitHub "
        "or GitLab."
    ),
)
@click.option("--strict", "is_strict", is_flag=True, help="Treat warnings as errors.")
@with_settings_from
@click.option(
    "--no-cache", is_flag=True, help="Read every file again instead of using the build cache."
)
def check(
    session: Session,
    paths: tuple[Path, ...],
    form: str,
    is_strict: bool,
    settings_from: str,
    no_cache: bool,
) -> Outcome:
    """Check a site's files and list the problems.

    With PATHS (files or folders), only what concerns them is shown. It finds what would keep
    `build` from making the site, but for what only pages show: one that is too large (JB165), and
    faults of templates (JB180), since a check never runs a theme. Ends with 1 where there are
    errors, with 2 where site.yaml is broken, else with 0.
    """
    from journeybook import __version__
    from journeybook.cache import NULL_CACHE
    from journeybook.diagnostics import in_order, strict
    from journeybook.effects.disk import SITE_FILE
    from journeybook.effects.processor_time import at_most
    from journeybook.outputs.check_site import check as check_site
    from journeybook.report.findings_report import FindingsReport
    from journeybook.report.formats import FORMATS
    from journeybook.report.terminal import render, summary
    from journeybook.workflow.load_site import exit_code, from_repository, load_site, terminal_style
    from journeybook.workflow.markdown_sandbox import open_markdown_sandbox
    from journeybook.workflow.read_only_cache import open_read_only_cache

    # A check makes few circles and then ends; looking for them takes a third of its time
    gc.disable()
    settings = None
    if settings_from:
        from journeybook.workflow.trusted_settings import load_trusted_settings

        settings = load_trusted_settings(session.root(), settings_from)
    with session.progress("checking the site"):
        site = load_site(session, settings)
        wanted = tuple(_inside(path, site.root) for path in paths)
        kept = nullcontext(NULL_CACHE) if no_cache else open_read_only_cache(site.root)
        limit = at_most(site.budget.build_time, site.budget.limit_text("build_time"))
        with kept as cache, open_markdown_sandbox() as outside, limit:
            checked = check_site(site.files, site.info, cache=cache, outside=outside)
        everything = in_order((*site.problems, *checked.diagnostics))
    as_written = tuple(
        d for d in everything if d.span.file == SITE_FILE or _is_wanted(d.span.file, wanted)
    )
    found = strict(as_written) if is_strict else as_written
    code = exit_code(found, as_written=as_written)
    remarks = "".join(f"{note}\n" for note in site.notes)
    if form in FORMATS:
        prefix = from_repository(site.root)
        report = FindingsReport(found, len(site.files), checked.sources, prefix, __version__)
        return Outcome(FORMATS[form](report), remarks, code)
    text = render(
        found, checked.sources, terminal_style(site.root, colour=session.console.colour_of_results)
    )
    if not session.quiet:
        text += ("\n" if text else "") + summary(found, len(site.files)) + "\n"
    if session.verbose and site.info.history_note:
        remarks += f"{site.info.history_note}\n"
    return Outcome(text, remarks, code)


def _inside(path: Path, root: Path) -> str:
    """A path that somebody typed, counted from the site's root."""
    top = root.resolve()
    for candidate in (path, root / path):
        if candidate.exists() and candidate.resolve().is_relative_to(top):
            return candidate.resolve().relative_to(top).as_posix()
    wrong = "the path is outside the site" if path.exists() else "no such file or folder"
    raise click.UsageError(
        f"cannot check `{path}`: {wrong}", click.get_current_context(silent=True)
    )


def _is_wanted(file: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or any(PurePosixPath(file).is_relative_to(path) for path in wanted)


entry = check
