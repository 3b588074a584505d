"""`journeybook export`: export journeys as tables, images, or files for other programs."""

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
"""The keys of `exporting.formats.EXPORTS`, so that the help needs no import."""


@command(
    "export",
    examples=(
        ("journeybook export csv ana/buy", "the map as a table: lanes and steps"),
        ("journeybook export csv --what steps", "every step of every journey, one row per step"),
        ("journeybook export png ana/buy --scale 3", "the whole map as an image for printing"),
        ("journeybook export svg ana/buy --what curve", "only the emotion curve"),
        ("journeybook export mermaid ana/buy --what journey", "the whole journey as one diagram"),
        ("journeybook export html ana/buy --out map.html", "one self-contained file to email"),
        ("journeybook export pdf --out maps", "all journeys, written to a folder"),
        ("journeybook export json ana/buy --out -", "print to standard output"),
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
        "What to export. csv: matrix or steps; mermaid: diagrams or journey; svg, png: map or "
        "curve; pdf: page or map. Default: the first."
    ),
)
@click.option(
    "--scale",
    type=click.FloatRange(0.1, 8),
    default=2.0,
    metavar="NUMBER",
    help="PNG only: scale factor (pixels per SVG pixel). Default: 2.",
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
    it, all journeys are exported. Files are written to the current folder unless you use --out.
    Existing files are not overwritten unless you use --force.
    """
    from journeybook.cache import NULL_CACHE
    from journeybook.effects.files import write_files
    from journeybook.exporting.formats import EXPORTS
    from journeybook.exporting.pages import TemplateFault
    from journeybook.workflow.load_site import display_path, load_site
    from journeybook.workflow.markdown_sandbox import open_markdown_sandbox

    export_format = EXPORTS[form]
    part = _part(form, export_format, what)
    _check_package(form, export_format)
    convert = _converter(export_format, scale, font_dirs)
    with session.progress(f"exporting {form}"), open_markdown_sandbox() as sandbox:
        site = load_site(session, cache=NULL_CACHE)
        context = _context(site, sandbox)
        if isinstance(context, Outcome):
            return context
        try:
            files = _files(context, export_format, part, journey)
        except TemplateFault as fault:
            place = f"{fault.finding.span.file}:{fault.finding.span.line}"
            return _failed(f"{place}: {fault.finding.message}\nnothing was written")
        if not files:
            return _failed("nothing to export in this format; nothing was written")
        note = _without_font(files, font_dirs) if export_format.drawn == "png" else ""
        if convert is not None:
            files = {
                f"{name.rpartition('.')[0]}.{export_format.drawn}": convert(data)
                for name, data in files.items()
            }
        if out is not None and str(out) == "-":
            return _to_stdout(files)
        written = write_files(_target_paths(files, out), force=force)
    paths = "".join(f"{display_path(path)}\n" for path in written)
    return Outcome("" if session.quiet else paths, note)


def _without_font(files: Files, font_dirs: tuple[Path, ...]) -> str:
    """A remark on characters that no font has, or an empty text."""
    from journeybook.effects.raster import without_font
    from journeybook.report.remarks import drawn_as_boxes

    missing = "".join(without_font(data.decode(), font_dirs) for data in files.values())
    return f"{drawn_as_boxes(''.join(dict.fromkeys(missing)))}\n" if missing else ""


def _failed(reason: str) -> Outcome:
    return Outcome("", f"{reason}\n", CONTENT_ERRORS)


def _part(form: str, export_format: Export, what: str | None) -> str:
    """The part to export: that of `--what`, or the first one of the format."""
    if what is None:
        return next(iter(export_format.makes))
    if what not in export_format.makes:
        raise _usage_error(
            f"{form} cannot export `{what}`; choose from: {', '.join(export_format.makes)}"
        )
    return what


def _check_package(form: str, export_format: Export) -> None:
    """Raise EnvironmentFault if the package that a format needs is not installed."""
    from journeybook.effects.faults import EnvironmentFault

    if export_format.needs and importlib.util.find_spec(export_format.needs) is None:
        raise EnvironmentFault(
            f'{form} export needs an extra package; run: pip install "journeybook[{form}]"'
        )


def _converter(
    export_format: Export, scale: float, font_dirs: tuple[Path, ...]
) -> Callable[[bytes], bytes] | None:
    """What turns the exported SVG or HTML into PNG or PDF, for formats that need it."""
    if export_format.drawn == "png":
        from journeybook.effects.raster import png

        return lambda data: png(data.decode(), scale=scale, font_dirs=font_dirs)
    if export_format.drawn == "pdf":
        from journeybook.effects.chromium import pdf

        return pdf
    return None


def _context(site: SiteOnDisk, sandbox: MarkdownSandbox) -> ExportContext | Outcome:
    """The checked site that exports start from, or the outcome if it has errors."""
    from journeybook.diagnostics import errors
    from journeybook.exporting.context import export_context
    from journeybook.outputs.check_site import check
    from journeybook.pages.theme import Theme

    checked = check(site.files, site.info, outside=sandbox)
    count = sum(1 for _ in errors((*site.problems, *checked.diagnostics)))
    if count:
        counted = "1 error" if count == 1 else f"{count} errors"
        return _failed(
            f"the site has {counted}, so nothing was written; run `journeybook check` to see "
            f"{'it' if count == 1 else 'them'}"
        )
    theme = Theme(tuple(site.layers), tuple(site.folders))
    return export_context(checked, theme, site.info, sandbox)


def _files(context: ExportContext, export_format: Export, part: str, name: str | None) -> Files:
    """Name -> contents of the files for one journey, or for all without a name."""
    if name is not None:
        return export_format.makes[part](context, _journey(context, name))
    if part in export_format.whole:
        return export_format.whole[part](context, context.journeys)
    files: dict[str, bytes] = {}
    for journey in context.journeys:
        files |= export_format.makes[part](context, journey)
    return files


def _journey(context: ExportContext, name: str) -> Journey:
    """The journey with this ID or path."""
    from journeybook.diagnostics import did_you_mean

    identifier = name.removeprefix("content/journeys/").removesuffix(".md")
    journey = context.site.catalog.journey(identifier)
    if journey is not None and journey.path:
        return journey
    ids = [journey.id for journey in context.journeys]
    hint = did_you_mean(identifier, ids)
    if not hint:
        hint = f"for example `{ids[0]}`" if len(ids) == 1 else "use the form persona/journey"
    raise _usage_error(f"unknown journey `{name}`; {hint}")


def _target_paths(files: Files, out: Path | None) -> Mapping[Path, bytes]:
    """Where to write the files. A path with the ending of the format is a file, others a folder."""
    if out is None:
        return {Path(name): data for name, data in files.items()}
    endings = {Path(name).suffix for name in files}
    if out.is_dir() or out.suffix.lower() not in endings:
        return {out / name: data for name, data in files.items()}
    if len(files) > 1:
        raise _usage_error(
            f"cannot write {len(files)} files to a single file; use --out with a folder, or "
            "export one journey"
        )
    return {out: next(iter(files.values()))}


def _to_stdout(files: Files) -> Outcome:
    if len(files) > 1:
        raise _usage_error(
            f"cannot write {len(files)} files to standard output; export one journey"
        )
    data = next(iter(files.values()))
    try:
        return Outcome(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise _usage_error("this format is binary; use --out with a file name") from None


def _usage_error(message: str) -> click.UsageError:
    return click.UsageError(message, click.get_current_context(silent=True))


entry = export
