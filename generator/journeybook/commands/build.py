"""`journeybook build`: the site from its files, whole or not at all."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import click

from journeybook.commands.options import command
from journeybook.commands.outcome import Outcome
from journeybook.commands.session import Session


@command(
    "build",
    examples=(
        ("journeybook build", "into the folder site beside site.yaml"),
        ("journeybook build --out public", "into another folder"),
        ("journeybook build --strict", "not if there is a warning"),
        ("journeybook build --profile public", "without what that profile in site.yaml leaves out"),
    ),
)
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="DIR", help="Folder of the output. Else site, beside site.yaml."
)
@click.option("--force", is_flag=True, help="Write into a folder that holds files of others; theirs stay.")
@click.option("--strict", "is_strict", is_flag=True, help="Count every warning as an error.")
@click.option("--profile", default="", metavar="NAME", help="Leave out what this profile in site.yaml says.")
def build(session: Session, out: Path | None, force: bool, is_strict: bool, profile: str) -> Outcome:
    """Make the site from its files.

    Nothing is written while there are errors: an earlier output stays as it was. The pages open from disk, and work
    on any web server.
    """
    from journeybook.commands.reading import look, open_site, shown_path, verdict
    from journeybook.diagnostics import Severity, strict
    from journeybook.effects.output import write_site
    from journeybook.outputs.site import build as build_site
    from journeybook.report.terminal import render, summary

    start = time.monotonic()
    with session.progress("building the site"):
        site = open_site(session)
        built = build_site(
            site.files, site.layers, site.info,
            folders=site.folders, extra=site.problems, profile=profile, strict=is_strict, draw=drawing(),
        )  # fmt: skip
        found = strict(built.diagnostics) if is_strict else built.diagnostics
        shown = found if session.verbose else [finding for finding in found if finding.severity is Severity.ERROR]
        remarks = render(shown, built.sources, look(site.root, colour=session.console.colour_of_remarks))
        if found and (shown or not session.quiet):
            more = "" if len(shown) == len(found) else "; `journeybook check` shows them all"
            remarks += ("\n" if shown else "") + f"{summary(found, len(site.files))}{more}\n"
        target = out or site.root / "site"
        if built.files is None:
            remarks += f"nothing was written to {shown_path(target)}\n"
            return Outcome("", remarks, verdict(found, as_written=built.diagnostics))
        written = write_site(target, built.files, content=site.root / "content", site=site.root, force=force)
    notes = [*written.notes]
    if str(built.catalog.config.pictures) == "png" and drawing() is None:
        notes.append('pictures were made as SVG only; PNG needs a package: pip install "journeybook[png]"')
    if written.kept:
        notes.append(f"{len(written.kept)} files that journeybook did not make were kept")
    if session.verbose:
        notes += [f"{written.files} files, {written.size / 1e6:.1f} MB{'' if written.changed else ', nothing changed'}"]
        notes += [site.info.history_note] if site.info.history_note else []
    if session.quiet:
        return Outcome("", remarks)
    remarks += "".join(f"{note}\n" for note in notes)
    seconds = time.monotonic() - start
    pages = "1 page" if built.pages == 1 else f"{built.pages} pages"
    return Outcome(f"{pages} in {seconds:.1f} s, open {shown_path(target / 'index.html')}\n", remarks)


def drawing() -> Callable[[str], bytes] | None:
    """What makes PNG of SVG, where its package is installed."""
    import importlib.util

    if importlib.util.find_spec("resvg_py") is None:
        return None
    from journeybook.effects.raster import png

    return lambda svg: png(svg, scale=1)


entry = build
