"""One build: read the site, make it with what was kept of the build before, write it, and keep it
for the next."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from journeybook.text import visible
from journeybook.workflow.build_cache import BuildCache
from journeybook.workflow.outcome import CLEAN, COULD_NOT_READ, Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.diff.compared import Compared
    from journeybook.effects.output import Written
    from journeybook.outputs.site import Built
    from journeybook.workflow.comparison_base import ComparisonBase
    from journeybook.workflow.load_site import SiteOnDisk
    from journeybook.workflow.trusted_settings import TrustedSettings


@dataclass(frozen=True)
class BuildOptions:
    """What the command line asks for."""

    target: Path
    force: bool
    is_strict: bool
    profile: str
    drawings: bool
    workers: str
    since: ComparisonBase | None = None
    """The revision that the site is compared with."""
    settings: TrustedSettings | None = None
    """The settings and themes that stand in the place of the site's own."""


def comparison_failed(why: Exception) -> Outcome:
    """A build that was to compare, and could not."""
    return Outcome(
        "", f"journeybook build: cannot compare: {why}\nnothing was written\n", COULD_NOT_READ
    )


def run_build(
    session: Session, wanted: BuildOptions, kept: BuildCache | None, start: float
) -> Outcome:
    """Make the site and write it; `kept` is what is there of the build before."""
    from journeybook.diagnostics import Severity, strict
    from journeybook.effects.output import Outdated
    from journeybook.effects.output_manifest import manifest_of, output_state
    from journeybook.effects.revisions import CouldNotRead
    from journeybook.report.terminal import render, summary
    from journeybook.workflow.load_site import display_path, exit_code, load_site, terminal_style

    # A build makes few circles and then ends; looking for them takes a sixth of its time
    gc.disable()
    with session.progress("building the site"):
        before = kept.start() if kept else None
        site = load_site(session, wanted.settings)
        try:
            compared = _compared(site, wanted, kept)
        except CouldNotRead as fault:
            return comparison_failed(fault)
        looked = kept.seen() if kept else None
        built = _built(
            site,
            wanted,
            kept,
            output_state(wanted.target, looked).digests if looked else {},
            compared,
        )
        found = strict(built.diagnostics) if wanted.is_strict else built.diagnostics
        shown = (
            found
            if session.verbose
            else [finding for finding in found if finding.severity is Severity.ERROR]
        )
        remarks = render(
            shown,
            built.sources,
            terminal_style(site.root, colour=session.console.colour_of_remarks),
        )
        summed = ""
        if found and (shown or not session.quiet):
            more = "" if len(shown) == len(found) else "; run `journeybook check` to see them all"
            summed = f"{summary(found, len(site.files))}{more}\n"
            remarks += ("\n" if shown else "") + summed
        if built.files is None:
            remarks += "".join(f"{note}\n" for note in site.notes)
            remarks += f"nothing was written to {display_path(wanted.target)}\n"
            return Outcome("", remarks, exit_code(found, as_written=built.diagnostics))
        unread = _unread(compared)
        try:
            written = _written(site, wanted, built, looked)
        except Outdated:
            built = _built(site, wanted, kept, {}, compared)
            written = _written(site, wanted, built, None)
        pages = "1 page" if built.pages == 1 else f"{built.pages} pages"
        if kept and before:
            if not written.kept:
                kept.keep_seen(manifest_of(wanted.target))
                if not session.quiet and not unread:
                    kept.keep(before, (pages, summed + "".join(f"{note}\n" for note in site.notes)))
            kept.cache.save()
    notes = [*site.notes, *written.notes]
    notes += compared.remarks if compared else ()
    if str(built.catalog.config.pictures) == "png" and _png_of_svg() is None:
        notes.append(
            'images were created as SVG only; for PNG, run: pip install "journeybook[png]"'
        )
    if written.kept:
        notes.append(f"{len(written.kept)} files not created by journeybook were kept")
    if session.verbose:
        notes += [
            (
                f"{written.files} files, {written.size / 1e6:.1f} "
                f"MB{'' if written.changed else ', nothing changed'}"
            )
        ]
        notes += [site.info.history_note] if site.info.history_note else []
    remarks += unread
    code = COULD_NOT_READ if unread else CLEAN
    if session.quiet:
        return Outcome("", remarks, code)
    remarks += "".join(f"{note}\n" for note in notes)
    seconds = time.monotonic() - start
    return Outcome(
        f"{pages} in {seconds:.1f} s; open {display_path(wanted.target / 'index.html')}\n",
        remarks,
        code,
    )


def _compared(site: SiteOnDisk, wanted: BuildOptions, kept: BuildCache | None) -> Compared | None:
    if wanted.since is None:
        return None
    from journeybook.cache import NULL_CACHE
    from journeybook.workflow.comparison_base import compare_with_base

    cache = kept.cache if kept else NULL_CACHE
    return compare_with_base(site.root, wanted.since, site.files, wanted.profile, cache)


def _built(
    site: SiteOnDisk,
    wanted: BuildOptions,
    kept: BuildCache | None,
    standing: Mapping[str, str],
    compared: Compared | None,
) -> Built:
    from journeybook.cache import NULL_CACHE
    from journeybook.effects.processor_time import at_most
    from journeybook.effects.spooled_output import SpooledOutput
    from journeybook.effects.workers import spread_over, workers_for
    from journeybook.outputs.site import BuildResources, build
    from journeybook.workflow.markdown_sandbox import open_markdown_sandbox

    spread = spread_over(workers_for(wanted.workers))
    resources = BuildResources(
        kept.cache if kept else NULL_CACHE,
        standing,
        spread,
        wanted.drawings,
        _png_of_svg(),
        SpooledOutput,
    )
    with (
        open_markdown_sandbox() as outside,
        at_most(site.budget.build_time, site.budget.said("build_time")),
    ):
        return build(
            site.files,
            site.layers,
            site.info,
            folders=site.folders,
            extra=site.problems,
            profile=wanted.profile,
            strict=wanted.is_strict,
            resources=resources,
            outside=outside,
            compared=compared,
        )


def _unread(compared: Compared | None) -> str:
    """What could not be compared, as lines; empty where all could be."""
    if compared is None or compared.changes.is_whole:
        return ""
    lines = [
        f"not compared: {fault.path}:{fault.span.line}, {fault.reason} ({_SIDES[fault.side]})"
        for fault in compared.changes.unreadable
        if not fault.in_part
    ]
    return "".join(f"{visible(line)}\n" for line in lines)


_SIDES = {"base": "in the base revision", "head": "in the current site"}


def _png_of_svg() -> Callable[[str], bytes] | None:
    """What makes PNG of SVG, where its package is installed."""
    import importlib.util

    if importlib.util.find_spec("resvg_py") is None:
        return None

    def drawn(svg: str) -> bytes:
        from journeybook.effects.raster import png  # only where a site asks for pictures in pixels

        return png(svg, scale=1)

    return drawn


def _written(site: SiteOnDisk, wanted: BuildOptions, built: Built, before: object) -> Written:
    from journeybook.effects.output import write_site
    from journeybook.effects.output_manifest import Manifest

    assert built.files is not None, "there is something to write"
    return write_site(
        wanted.target,
        built.files,
        content=site.root / "content",
        site=site.root,
        force=wanted.force,
        same=built.same,
        before=before if isinstance(before, Manifest) else None,
    )
