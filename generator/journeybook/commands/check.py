"""`journeybook check`: what is wrong, with place and remedy."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from journeybook.commands.options import progress, site_option, voice_options, wants_colour


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people, or for tools.")
@click.option("--strict", is_flag=True, help="Take warnings as errors.")
@site_option
@voice_options
def command(paths: tuple[Path, ...], form: str, strict: bool, site_dir: Path | None, quiet: bool, verbose: bool) -> int:
    """Say what is wrong in the site, with place and remedy; all files, all findings, in one run.

    PATHS narrow what is shown to some files or folders; everything is still read, because maps refer to each other.

    \b
    Examples:
      journeybook check
      journeybook check content/journeys/ana
      journeybook check --strict --format json > findings.json
    """
    from journeybook.commands.site import build_info, read_from_disk, site_root
    from journeybook.diagnostics import Severity, errors, in_order
    from journeybook.diagnostics import strict as as_errors
    from journeybook.effects.faults import EnvironmentFault
    from journeybook.outputs.site import check
    from journeybook.report.machine import machine
    from journeybook.report.terminal import summary, terminal

    root = site_root(site_dir)
    with progress("checking", quiet=quiet):
        site = read_from_disk(root)
        checked = check(site.tree.files, build_info(root))
    found = in_order((*site.found, *checked.diagnostics))
    if strict:
        found = as_errors(found)
    files = [path for path in site.tree.files if path.endswith((".md", ".yaml", ".csv"))]
    if paths:
        wanted = [_inside(path, root) for path in paths]
        chosen = [file for file in files if any(file == w or file.startswith(f"{w}/") or w == "." for w in wanted)]
        missing = [str(path) for path, w in zip(paths, wanted, strict=True) if not _names(w, files)]
        if missing:
            raise EnvironmentFault(f"no file of this site is called `{missing[0]}`")
        found = tuple(d for d in found if d.span.file in chosen)
        files = chosen
    if quiet:
        found = tuple(d for d in found if d.severity is not Severity.INFO)
    if form == "json":
        click.echo(machine(found, len(files)))
    else:
        text = terminal(found, checked.sources, colour=wants_colour(sys.stdout))
        if text:
            click.echo(text + "\n")
        if not quiet or found:
            click.echo(summary(found, len(files)))
    if any(errors(site.config_found)):
        return 2
    return 1 if any(errors(found)) else 0


def _inside(path: Path, root: Path) -> str:
    """A path as the site names its files: from its root, with `/`."""
    absolute = path if path.is_absolute() else Path.cwd() / path
    try:
        return absolute.resolve().relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def _names(wanted: str, files: list[str]) -> bool:
    return wanted == "." or any(file == wanted or file.startswith(f"{wanted}/") for file in files)
