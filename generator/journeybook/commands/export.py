"""`journeybook export`: a journey as a table, a picture, one file to mail."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import CONTENT_ERRORS, Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.exporting.context import ExportContext
    from journeybook.exporting.formats import Export, Files
    from journeybook.schema.documents import Journey
    from journeybook.workflow.load_site import SiteOnDisk
    from journeybook.workflow.markdown_sandbox import MarkdownSandbox

FORMATS = ("csv", "xlsx", "json", "mermaid", "svg", "png", "html", "pdf")
"""The keys of `exporting.formats.EXPORTS`, so that help needs no import."""


@command(
    "export",
    examples=(
        ("journeybook export csv ana/buy", "the map as a table: lanes and steps"),
        ("journeybook export csv --what steps", "every step of every journey, one row per step"),
        ("journeybook export png ana/buy --scale 3", "the whole map as an image for printing"),
        ("journeybook export svg ana/buy --what curve", "only the emotion curve"),
        ("journeybook export html ana/buy --out map.html", "one self-contained file to email"),
        ("journeybook export pdf --out pictures", "all journeys, written to a folder"),
        ("journeybook export json ana/buy --out -", "write to standard output"),
    ),
)
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("journey", required=False)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Output file or folder; - for standard output. Default: the current folder.",
)
@click.option(
    "--what",
    metavar="PART",
    help=(
        "What to export. csv: matrix or steps; svg, png: map or curve; pdf: page or map. "
        "Default: the first."
    ),
)
@click.option(
    "--scale",
    type=click.FloatRange(0.1, 8),
    default=2.0,
    show_default=True,
    help="PNG only: scale factor (pixels per SVG pixel).",
)
@click.option(
    "--font-dir",
    "font_dirs",
    multiple=True,
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="PNG only: use only fonts from this folder (may be repeated).",
)
@click.option("--force", is_flag=True, help="Overwrite existing files.")
def export(
    session: Session,
    form: str,
    journey: str | None,
    out: Path | None,
    what: str | None,
    scale: float,
    font_dirs: tuple[Path, ...],
    force: bool,
) -> Outcome:
    """Export a journey (CSV, Excel, SVG, PDF, …).

    FORMAT is csv, xlsx, json, mermaid, svg, png, html or pdf. JOURNEY is persona/journey; without
    it every journey is exported. Files are written into the current folder where --out does not say
    otherwise, never over others.
    """
    from journeybook.effects.files import write_files
    from journeybook.exporting.formats import EXPORTS
    from journeybook.exporting.pages import TemplateFault
    from journeybook.workflow.load_site import display_path, load_site
    from journeybook.workflow.markdown_sandbox import open_markdown_sandbox

    chosen = EXPORTS[form]
    part = _part(form, chosen, what)
    _extra(form, chosen)
    draw = _drawing(chosen, scale, font_dirs)
    with session.progress(f"exporting {form}"), open_markdown_sandbox() as outside:
        site = load_site(session)
        made, remarks = _atlas(site, outside)
        if made is None:
            return Outcome("", remarks, CONTENT_ERRORS)
        try:
            files = _files(made, chosen, part, journey)
        except TemplateFault as wrong:
            place = f"{wrong.finding.span.file}:{wrong.finding.span.line}"
            return Outcome(
                "", f"{place}: {wrong.finding.message}\nnothing was written\n", CONTENT_ERRORS
            )
        if not files:
            return Outcome(
                "", "nothing to export in this format; nothing was written\n", CONTENT_ERRORS
            )
        if draw is not None:
            files = {
                f"{name.rpartition('.')[0]}.{chosen.drawn}": draw(data)
                for name, data in files.items()
            }
        if out is not None and str(out) == "-":
            return _to_stdout(files)
        written = write_files(_placed(files, out), force=force)
    return Outcome("" if session.quiet else "".join(f"{display_path(path)}\n" for path in written))


def _part(form: str, chosen: Export, what: str | None) -> str:
    if what is None:
        return next(iter(chosen.makes))
    if what not in chosen.makes:
        known = ", ".join(chosen.makes)
        raise click.UsageError(
            f"{form} cannot export `{what}`; choose from: {known}",
            click.get_current_context(silent=True),
        )
    return what


def _extra(form: str, chosen: Export) -> None:
    """A sentence with the way out where the package that a format needs is not installed."""
    from journeybook.effects.faults import EnvironmentFault

    if chosen.needs and importlib.util.find_spec(chosen.needs) is None:
        raise EnvironmentFault(
            f'{form} export needs an extra package: pip install "journeybook[{form}]"'
        )


def _drawing(
    chosen: Export, scale: float, font_dirs: tuple[Path, ...]
) -> Callable[[bytes], bytes] | None:
    if chosen.drawn == "png":
        from journeybook.effects.raster import png

        return lambda data: png(data.decode(), scale=scale, font_dirs=font_dirs)
    if chosen.drawn == "pdf":
        from journeybook.effects.chromium import pdf

        return pdf
    return None


def _atlas(site: SiteOnDisk, outside: MarkdownSandbox) -> tuple[ExportContext | None, str]:
    """What exports start from; or nothing, and what is wrong, where the site has errors."""
    from journeybook.diagnostics import errors, in_order
    from journeybook.exporting.context import export_context
    from journeybook.outputs.check_site import check
    from journeybook.pages.theme import Theme

    checked = check(site.files, site.info, outside=outside)
    wrong = list(errors(in_order((*site.problems, *checked.diagnostics))))
    if wrong:
        many = "1 error" if len(wrong) == 1 else f"{len(wrong)} errors"
        return (
            None,
            f"the site has {many}, so nothing was written; run `journeybook check` to see them\n",
        )
    return export_context(
        checked, Theme(tuple(site.layers), tuple(site.folders)), site.info, outside
    ), ""


def _files(made: ExportContext, chosen: Export, part: str, wanted: str | None) -> Files:
    if wanted is not None:
        return chosen.makes[part](made, _journey(made, wanted))
    if part in chosen.whole:
        return chosen.whole[part](made, made.journeys)
    files: dict[str, bytes] = {}
    for journey in made.journeys:
        files |= chosen.makes[part](made, journey)
    return files


def _journey(made: ExportContext, wanted: str) -> Journey:
    from journeybook.diagnostics import did_you_mean

    name = wanted.removeprefix("content/journeys/").removesuffix(".md")
    found = made.site.catalog.journey(name)
    if found is not None and found.path:
        return found
    known = [journey.id for journey in made.journeys]
    hint = did_you_mean(name, known) or (
        f"for example {known[0]}" if len(known) == 1 else "use the form persona/journey"
    )
    raise click.UsageError(
        f"unknown journey `{wanted}`; {hint}", click.get_current_context(silent=True)
    )


def _placed(files: Files, out: Path | None) -> Mapping[Path, bytes]:
    """Where files go: a path with an ending of its own is the file, any other a folder."""
    if out is None:
        return {Path(name): data for name, data in files.items()}
    endings = {Path(name).suffix for name in files}
    if len(files) == 1 and not out.is_dir() and out.suffix.lower() in endings:
        return {out: next(iter(files.values()))}
    if out.suffix.lower() in endings and not out.is_dir():
        raise click.UsageError(
            (
                f"cannot write {len(files)} files to a single file; use --out with a folder, or "
                "export one journey"
            ),
            click.get_current_context(silent=True),
        )
    return {out / name: data for name, data in files.items()}


def _to_stdout(files: Files) -> Outcome:
    if len(files) > 1:
        raise click.UsageError(
            f"cannot write {len(files)} files to standard output; export one journey",
            click.get_current_context(silent=True),
        )
    data = next(iter(files.values()))
    try:
        return Outcome(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise click.UsageError(
            "this format is binary; use --out with a file name",
            click.get_current_context(silent=True),
        ) from None


entry = export
