"""`journeybook build`: build the site from its files, completely or not at all."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeybook.workflow.build_cache import open_build_cache
from journeybook.workflow.build_site import (
    BuildOptions,
    comparison_failed,
    result_line,
    run_build,
)
from journeybook.workflow.command_line import command, with_settings_from
from journeybook.workflow.outcome import Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.workflow.comparison_base import ComparisonBase
    from journeybook.workflow.trusted_settings import TrustedSettings


def _check_workers(_: click.Context, __: click.Parameter, value: str) -> str:
    is_number = value.isascii() and value.isdecimal()
    if value != "auto" and not (is_number and 1 <= int(value) <= 64):
        raise click.BadParameter("use `auto` or a number from 1 to 64")
    return value


@command(
    "build",
    examples=(
        ("journeybook build", "build into the folder site/ next to site.yaml"),
        ("journeybook build --out public", "build into another folder"),
        ("journeybook build --strict", "fail on warnings too"),
        (
            "journeybook build --profile public",
            "leave out the fields listed in that profile in site.yaml",
        ),
        (
            "journeybook build --compare-with main",
            "highlight what this branch changes compared with main",
        ),
        (
            "journeybook build --settings-from main",
            "build an untrusted branch with your own settings and theme",
        ),
    ),
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Output folder. Default: site/ next to site.yaml.",
)
@click.option(
    "--force", is_flag=True, help="Allow an output folder that contains other files. They are kept."
)
@click.option("--strict", "is_strict", is_flag=True, help="Treat warnings as errors.")
@click.option(
    "--profile",
    default="",
    metavar="NAME",
    help="Leave out the facts and fields listed in this profile in site.yaml.",
)
@click.option(
    "--compare-with",
    "compare_with",
    default="",
    metavar="REV",
    help="Highlight what changed since this branch diverged from REV.",
)
@with_settings_from
@click.option(
    "--no-diagrams",
    is_flag=True,
    help="Show Mermaid diagrams as source text. Saves drawing time.",
)
@click.option(
    "--workers",
    default="auto",
    metavar="N",
    callback=_check_workers,
    help="Number of processes for a large site. Default: one per core.",
)
@click.option("--no-cache", is_flag=True, help="Rebuild everything and do not write a cache.")
@click.option(
    "--cache",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=(
        "Private cache folder outside the site. Default: JOURNEYBOOK_CACHE if it is set, "
        "otherwise your user cache folder."
    ),
)
def build(
    session: Session,
    out: Path | None,
    force: bool,
    is_strict: bool,
    profile: str,
    compare_with: str,
    settings_from: str,
    no_diagrams: bool,
    workers: str,
    no_cache: bool,
    cache: Path | None,
) -> Outcome:
    """Build the site.

    If there are errors, nothing is written and the existing output stays as it is. Pages can be
    opened from disk or served by any web server.

    With --compare-with, the exit code is 3 if part of REV could not be read; if none of it could
    be read, nothing is written. With --settings-from, changes that the branch makes to site.yaml
    and themes are ignored, and a message says so.
    """
    start = time.monotonic()
    root = session.root()
    target = out or root / "site"
    base: ComparisonBase | None = None
    more_inputs: tuple[Path, ...] = ()
    if compare_with:
        from journeybook.effects.revisions import CouldNotRead
        from journeybook.workflow.comparison_base import ACCEPT_FILE, find_base

        try:
            base = find_base(root, compare_with)
        except CouldNotRead as fault:
            return comparison_failed(fault)
        more_inputs = (root / ACCEPT_FILE,)
    settings: TrustedSettings | None = None
    if settings_from:
        from journeybook.workflow.trusted_settings import load_trusted_settings

        settings = load_trusted_settings(root, settings_from)
    options = BuildOptions(
        target, force, is_strict, profile, not no_diagrams, workers, base, settings
    )
    if no_cache:
        return run_build(session, options, None, start)
    depends_on = (
        is_strict,
        profile,
        no_diagrams,
        base,
        settings and (settings.name, settings.commit),
    )
    build_cache = open_build_cache(root, target, depends_on, folder=cache, more_inputs=more_inputs)
    summary = None if session.verbose else build_cache.unchanged_summary()
    if summary is None:
        outcome = run_build(session, options, build_cache, start)
    elif session.quiet:
        outcome = Outcome()
    else:
        pages, remarks = summary
        outcome = Outcome(result_line(f"{pages}, no changes", target), remarks)
    build_cache.cache.close()
    return outcome


entry = build
