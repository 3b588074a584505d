"""`journeybook build`: the site from its files, whole or not at all."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeybook.workflow.build_cache import open_build_cache
from journeybook.workflow.build_site import BuildOptions, comparison_failed, run_build
from journeybook.workflow.command_line import command, with_settings_from
from journeybook.workflow.outcome import Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.workflow.comparison_base import ComparisonBase
    from journeybook.workflow.trusted_settings import TrustedSettings


def _workers(_: click.Context, __: click.Parameter, given: str) -> str:
    if given != "auto" and not (given.isascii() and given.isdecimal() and 1 <= int(given) <= 64):
        raise click.BadParameter("use `auto` or a number from 1 to 64")
    return given


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
    callback=_workers,
    help="Number of processes for a large site. Default: one per core.",
)
@click.option("--no-cache", is_flag=True, help="Rebuild everything and do not write a cache.")
@click.option(
    "--cache",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=(
        "Private cache folder outside the site. Default: JOURNEYBOOK_CACHE, else your user "
        "cache folder."
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

    Nothing is written while there are errors: an earlier output stays as it was. The pages open
    from disk, and work on any web server. With --compare-with it ends with 3 where something of REV
    could not be read; where nothing could, nothing is written. With --settings-from, what a branch
    changes in site.yaml and in themes is not used, and said so.
    """
    start = time.monotonic()
    root = session.root()
    target = out or root / "site"
    found: ComparisonBase | None = None
    more: tuple[Path, ...] = ()
    if compare_with:
        from journeybook.effects.revisions import CouldNotRead
        from journeybook.workflow.comparison_base import ACCEPT, find_comparison_base

        try:
            found, more = find_comparison_base(root, compare_with), (root / ACCEPT,)
        except CouldNotRead as fault:
            return comparison_failed(fault)
    settings: TrustedSettings | None = None
    if settings_from:
        from journeybook.workflow.trusted_settings import load_trusted_settings

        settings = load_trusted_settings(root, settings_from)
    options = (
        is_strict,
        profile,
        no_diagrams,
        found,
        settings and (settings.name, settings.commit),
    )
    kept = open_build_cache(root, target, options, chosen=cache, wanted=not no_cache, more=more)
    if kept and not session.verbose and (told := kept.unchanged_summary()) is not None:
        pages, remarks = told
        where = os.path.relpath(target / "index.html").replace(os.sep, "/")
        done = Outcome(
            "" if session.quiet else f"{pages}, no changes; open {where}\n",
            "" if session.quiet else remarks,
        )
    else:
        wanted = BuildOptions(
            target, force, is_strict, profile, not no_diagrams, workers, found, settings
        )
        done = run_build(session, wanted, kept, start)
    if kept:
        kept.cache.close()
    return done


entry = build
