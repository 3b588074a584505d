"""`journeybook check`: list every finding in every file."""

from __future__ import annotations

import gc
from contextlib import nullcontext
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from journeybook.workflow.command_line import command, with_settings_from
from journeybook.workflow.outcome import Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.diagnostics import Diagnostic

_SITE_FILE = "site.yaml"


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
        "Output format: text for people, json or sarif for programs, github or gitlab for "
        "annotations. Default: text."
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

    With PATHS (files or folders), only their findings are shown.

    `check` finds everything that would stop a build, except three problems that only show up in
    pages: a page that is too large (JB165) or takes too long to build (JB191), and an error in a
    theme template (JB180).

    Exit code: 0 without errors, 1 with errors, 2 if site.yaml cannot be read.
    """
    from journeybook import __version__
    from journeybook.cache import NULL_CACHE
    from journeybook.diagnostics import (
        errors_last,
        in_order,
        once_for_each_missing,
        strict,
        without_unproved,
    )
    from journeybook.effects.processor_time import at_most
    from journeybook.outputs.check_site import check as check_site
    from journeybook.report.findings_report import FindingsReport
    from journeybook.report.formats import FORMATS
    from journeybook.report.remarks import as_lines
    from journeybook.report.terminal import render, summary
    from journeybook.workflow.load_site import exit_code, from_repository, load_site, terminal_style
    from journeybook.workflow.markdown_sandbox import open_markdown_sandbox
    from journeybook.workflow.read_only_cache import open_read_only_cache

    # A check makes few reference cycles and then ends; collecting them takes a third of its time.
    gc.disable()
    settings = None
    if settings_from:
        from journeybook.workflow.trusted_settings import load_trusted_settings

        settings = load_trusted_settings(session.root(), settings_from)
    opened = nullcontext(NULL_CACHE) if no_cache else open_read_only_cache(session.root())
    with session.progress("checking the site"), opened as cache:
        site = load_site(session, settings, cache=cache)
        chosen = tuple(_path_in_site(path, site.root) for path in paths)
        limit = at_most(site.budget.build_time, site.budget.limit_text("build_time"))
        with open_markdown_sandbox() as sandbox, limit:
            checked = check_site(site.files, site.info, cache=cache, outside=sandbox)
        everything = without_unproved(in_order((*site.problems, *checked.diagnostics)))
    as_written = tuple(finding for finding in everything if _concerns(finding, chosen))
    findings = strict(as_written) if is_strict else as_written
    code = exit_code(findings, as_written=as_written)
    remarks = as_lines(site.notes)
    if form in FORMATS:
        prefix = from_repository(site.root)
        report = FindingsReport(findings, len(site.files), checked.sources, prefix, __version__)
        return Outcome(FORMATS[form](report), remarks, code)
    style = terminal_style(site.root, colour=session.console.colour_of_results)
    shown = errors_last(once_for_each_missing(findings))
    text = render(shown, checked.sources, style)
    if not session.quiet:
        gap = "\n" if text else ""
        text = f"{text}{gap}{summary(shown, len(site.files))}\n"
    if session.verbose and site.info.history_note:
        remarks += f"{site.info.history_note}\n"
    return Outcome(text, remarks, code)


def _path_in_site(path: Path, root: Path) -> str:
    """A path as typed, relative to the current folder or to the site, as the site has it."""
    top = root.resolve()
    for candidate in (path, root / path):
        if candidate.exists() and candidate.resolve().is_relative_to(top):
            return candidate.resolve().relative_to(top).as_posix()
    reason = "the path is outside the site" if path.exists() else "no such file or folder"
    raise click.UsageError(
        f"cannot check `{path}`: {reason}", click.get_current_context(silent=True)
    )


def _concerns(finding: Diagnostic, paths: tuple[str, ...]) -> bool:
    """Whether a finding is in one of these files or folders; one in `site.yaml` always counts."""
    file = PurePosixPath(finding.span.file)
    if not paths or finding.span.file == _SITE_FILE:
        return True
    return any(file.is_relative_to(path) for path in paths)


entry = check
