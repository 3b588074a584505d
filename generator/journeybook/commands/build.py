"""`journeybook build`: make the site."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from journeybook.commands.options import progress, say, site_option, voice_options, wants_colour


@click.command("build")
@click.option("--out", type=click.Path(path_type=Path), help="Folder to write to; `site` beside site.yaml if not said.")
@click.option("--profile", default="", help="Leave out what this profile of site.yaml says; `public` leaves out notes.")
@click.option("--strict", is_flag=True, help="Take warnings as errors.")
@click.option("--force", is_flag=True, help="Write into a folder that holds other files (they are kept).")
@site_option
@voice_options
def command(
    out: Path | None, profile: str, strict: bool, force: bool, site_dir: Path | None, quiet: bool, verbose: bool
) -> int:
    """Make the site. Nothing is written while there are errors: an earlier site stays as it was.

    \b
    Examples:
      journeybook build
      journeybook build --out /srv/wiki/journeys
      journeybook build --profile public --strict
    """
    from journeybook.commands.site import build_info, read_from_disk, site_root, theme_layers
    from journeybook.diagnostics import Severity, errors
    from journeybook.diagnostics import strict as as_errors
    from journeybook.effects.output import write_site
    from journeybook.outputs.site import build
    from journeybook.report.terminal import summary, terminal

    started = time.monotonic()
    root = site_root(site_dir)
    target = (out if out is not None else root / "site").absolute()
    with progress("building", quiet=quiet):
        site = read_from_disk(root)
        layers, folders = theme_layers(site)
        info = build_info(root)
        built = build(site.tree.files, layers, info, folders=folders, extra=site.found, profile=profile, strict=strict)
    found = as_errors(built.diagnostics) if strict else built.diagnostics
    heavy = [d for d in found if d.severity is Severity.ERROR]
    shown = found if verbose else heavy
    if shown:
        say(terminal(shown, built.sources, colour=wants_colour(sys.stderr)) + "\n")
    if found and not (quiet and not heavy):
        more = "" if len(shown) == len(found) else "; `journeybook check` shows them"
        say(summary(found, len(built.sources)) + more)
    if built.files is None:
        say("nothing was written", unless=quiet)
        return 2 if any(errors(site.config_found)) else 1
    with progress("writing", quiet=quiet):
        written = write_site(target, built.files, content=root / "content", site=root, force=force)
    for note in written.notes:
        say(note, unless=quiet)
    if info.history_note:
        say(f"no dates of changes: {info.history_note}", unless=quiet or not verbose)
    if not quiet:
        took = time.monotonic() - started
        click.echo(f"{built.pages} pages in {took:.1f} s. Open {target / 'index.html'}")
    return 0
