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
        raise click.BadParameter("it is `auto`, or a number from 1 to 64")
    return given


@command(
    "build",
    examples=(
        ("journeybook build", "into the folder site beside site.yaml"),
        ("journeybook build --out public", "into another folder"),
        ("journeybook build --strict", "not if there is a warning"),
        ("journeybook build --profile public", "without what that profile in site.yaml leaves out"),
        (
            "journeybook build --compare-with main",
            "with marks on what this branch changes, from where it left main",
        ),
        (
            "journeybook build --settings-from main",
            "a branch of somebody you do not know, with your settings and theme",
        ),
    ),
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder of the output. Else site, beside site.yaml.",
)
@click.option(
    "--force", is_flag=True, help="Write into a folder that holds files of others; theirs stay."
)
@click.option("--strict", "is_strict", is_flag=True, help="Count every warning as an error.")
@click.option(
    "--profile", default="", metavar="NAME", help="Leave out what this profile in site.yaml says."
)
@click.option(
    "--compare-with",
    "compare_with",
    default="",
    metavar="REV",
    help="Mark what changed since this branch left REV.",
)
@with_settings_from
@click.option(
    "--no-diagrams",
    is_flag=True,
    help="Leave Mermaid diagrams as text, which saves the time to draw them.",
)
@click.option(
    "--workers",
    default="auto",
    metavar="N",
    callback=_workers,
    help="Processes for a large site; else one a core.",
)
@click.option(
    "--no-cache", is_flag=True, help="Make everything anew, and keep nothing for the next time."
)
@click.option(
    "--cache",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=(
        "Private folder for what is kept, outside the site. Else JOURNEYBOOK_CACHE, or your "
        "own cache folder."
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
    """Make the site from its files.

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
            "" if session.quiet else f"{pages}, nothing changed, open {where}\n",
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
