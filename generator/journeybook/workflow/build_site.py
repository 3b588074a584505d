"""One build: read the site, build what changed since the last one, write it, keep the results.

Imports little at the top, since a build without changes needs none of the rest.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from journeybook.workflow.build_cache import BuildCache, Stamp
from journeybook.workflow.outcome import CLEAN, COULD_NOT_READ, Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.budget import Budget
    from journeybook.diagnostics import Diagnostic
    from journeybook.diff.compared import Compared
    from journeybook.effects.output import Written
    from journeybook.outputs.site import Built
    from journeybook.workflow.comparison_base import ComparisonBase
    from journeybook.workflow.load_site import SiteOnDisk
    from journeybook.workflow.trusted_settings import TrustedSettings

T = TypeVar("T")


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
    """Settings and themes used instead of the site's own."""


def run_build(
    session: Session, options: BuildOptions, build_cache: BuildCache | None, start: float
) -> Outcome:
    """Build the site and write it. `start` is when the command began (`time.monotonic`)."""
    from journeybook.cache import NULL_CACHE
    from journeybook.effects.revisions import CouldNotRead
    from journeybook.report import remarks
    from journeybook.workflow.load_site import load_site

    # A build makes few reference cycles and then ends; collecting them takes a sixth of its time.
    gc.disable()
    with session.progress("building the site"):
        stamp = build_cache.input_stamp() if build_cache else None
        cache = build_cache.cache if build_cache else NULL_CACHE
        site = load_site(session, options.settings, cache=cache)
        try:
            compared = _compare(site, options, build_cache)
        except CouldNotRead as fault:
            return comparison_failed(fault)
        built, written = _build_and_write(site, options, build_cache, compared)
        findings = _findings_of(session, site, options, built)
        if written is None:
            return _nothing_written(site, options, built, findings)
        unread = _unread_files(compared)
        pages = remarks.count_pages(built.pages)
        if build_cache and stamp:
            can_skip_next = not (session.quiet or unread)
            kept_notes = (*site.notes, *_left_out(session, built))
            summary = (pages, findings.summary + remarks.as_lines(kept_notes))
            _save(build_cache, stamp, written, summary if can_skip_next else None)
    code = COULD_NOT_READ if unread else CLEAN
    if session.quiet:
        return Outcome("", findings.text + unread, code)
    notes = remarks.as_lines(_notes(session, site, built, written, compared))
    seconds = time.monotonic() - start
    result = result_line(f"{pages} in {seconds:.1f} s", options.target)
    return Outcome(result, findings.text + unread + notes, code)


def result_line(summary: str, target: Path) -> str:
    """The line that a build prints: what it did, and the page to open."""
    index = os.path.relpath(target / "index.html").replace(os.sep, "/")
    return f"{summary}; open {index}\n"


def comparison_failed(reason: Exception) -> Outcome:
    """A build with `--compare-with` for which the other revision could not be read."""
    from journeybook.report import remarks

    lines = (remarks.cannot_compare(reason), remarks.nothing_written())
    return Outcome("", remarks.as_lines(lines), COULD_NOT_READ)


def _compare(
    site: SiteOnDisk, options: BuildOptions, build_cache: BuildCache | None
) -> Compared | None:
    if options.since is None:
        return None
    from journeybook.cache import NULL_CACHE
    from journeybook.workflow.comparison_base import compare_with

    cache = build_cache.cache if build_cache else NULL_CACHE
    return compare_with(options.since, site.root, site.files, options.profile, cache)


def _build_and_write(
    site: SiteOnDisk,
    options: BuildOptions,
    build_cache: BuildCache | None,
    compared: Compared | None,
) -> tuple[Built, Written | None]:
    """The built site, and what was written: nothing if there are errors.

    Files that are the same as in the existing output are not built. If the output changes
    meanwhile, all are built again.
    """
    from journeybook.effects.output import Outdated
    from journeybook.effects.output_manifest import output_state

    manifest = build_cache.manifest() if build_cache else None
    existing = output_state(options.target, manifest).digests if manifest else {}
    built = _build(site, options, build_cache, existing, compared)
    if built.files is None:
        return built, None
    _refuse_to_empty(options, built)
    try:
        return built, _write(site, options, built, manifest)
    except Outdated:
        built = _build(site, options, build_cache, {}, compared)
        return built, _write(site, options, built, None)


def _refuse_to_empty(options: BuildOptions, built: Built) -> None:
    """Raise EnvironmentFault rather than replace the pages of an earlier build by an empty
    site."""
    from journeybook.effects.faults import EnvironmentFault
    from journeybook.effects.output_manifest import pages_in

    documents = built.catalog.documents.keys() - built.catalog.stubs
    if documents or options.force:
        return
    pages = pages_in(options.target)
    if pages > built.pages:
        raise EnvironmentFault(
            f"the site has no content, and `{options.target}` has {pages} pages of an earlier "
            "build; nothing was written; to replace them, use --force"
        )


def _build(
    site: SiteOnDisk,
    options: BuildOptions,
    build_cache: BuildCache | None,
    existing: Mapping[str, str],
    compared: Compared | None,
) -> Built:
    from journeybook.cache import NULL_CACHE
    from journeybook.effects.processor_time import at_most
    from journeybook.effects.spooled_output import SpooledOutput
    from journeybook.effects.workers import spread_over, workers_for
    from journeybook.outputs.site import BuildResources, build
    from journeybook.workflow.markdown_sandbox import open_markdown_sandbox

    resources = BuildResources(
        build_cache.cache if build_cache else NULL_CACHE,
        existing,
        spread_over(workers_for(options.workers)),
        options.drawings,
        _png_renderer(),
        SpooledOutput,
        build_within_limits,
    )
    time_limit = at_most(site.budget.build_time, site.budget.limit_text("build_time"))
    with open_markdown_sandbox() as outside, time_limit:
        return build(
            site.files,
            site.layers,
            site.info,
            folders=site.folders,
            extra=site.problems,
            profile=options.profile,
            strict=options.is_strict,
            resources=resources,
            outside=outside,
            compared=compared,
        )


def build_within_limits(budget: Budget, make: Callable[[], T]) -> T | str:
    """Build one page within the limits of a site, or say in words why it was stopped."""
    from journeybook.effects.work_limits import run_limited

    return run_limited(budget.page_time, budget.page_memory, make)


def _png_renderer() -> Callable[[str], bytes] | None:
    """What turns SVG into PNG, if its package is installed."""
    import importlib.util

    if importlib.util.find_spec("resvg_py") is None:
        return None

    def render(svg: str) -> bytes:
        from journeybook.effects.raster import png  # only if a site wants its images as PNG

        return png(svg, scale=1)

    return render


def _write(site: SiteOnDisk, options: BuildOptions, built: Built, manifest: object) -> Written:
    from journeybook.effects.output import write_site
    from journeybook.effects.output_manifest import Manifest

    assert built.files is not None, "there is something to write"
    return write_site(
        options.target,
        built.files,
        content=site.root / "content",
        site=site.root,
        force=options.force,
        same=built.same,
        before=manifest if isinstance(manifest, Manifest) else None,
    )


@dataclass(frozen=True)
class _Findings:
    """The findings of a build. `text` is what is shown of them, and ends with the `summary`."""

    all: Sequence[Diagnostic]
    text: str
    summary: str


def _findings_of(
    session: Session, site: SiteOnDisk, options: BuildOptions, built: Built
) -> _Findings:
    """Errors are shown in full, other findings only counted, unless `--verbose` asks for all."""
    from journeybook.diagnostics import errors, errors_last, once_for_each_missing, strict
    from journeybook.report import remarks
    from journeybook.report.terminal import render, summary
    from journeybook.workflow.load_site import terminal_style

    findings = strict(built.diagnostics) if options.is_strict else built.diagnostics
    once = errors_last(once_for_each_missing(findings))
    shown = once if session.verbose else tuple(errors(once))
    style = terminal_style(site.root, colour=session.console.colour_of_remarks)
    text = render(shown, built.sources, style)
    if not findings or (session.quiet and not shown):
        return _Findings(findings, text, "")
    line = summary(once, len(site.files))
    if len(shown) < len(once):
        line = remarks.findings_hidden(line)
    gap = "\n" if shown else ""
    return _Findings(findings, f"{text}{gap}{line}\n", f"{line}\n")


def _nothing_written(
    site: SiteOnDisk, options: BuildOptions, built: Built, findings: _Findings
) -> Outcome:
    from journeybook.report import remarks
    from journeybook.workflow.load_site import display_path, exit_code

    notes = [*site.notes, remarks.nothing_written(display_path(options.target))]
    code = exit_code(findings.all, as_written=built.diagnostics)
    return Outcome("", findings.text + remarks.as_lines(notes), code)


def _unread_files(compared: Compared | None) -> str:
    """What could not be compared, one file a line."""
    from journeybook.report import remarks

    if compared is None or compared.changes.is_whole:
        return ""
    lines = [
        remarks.not_compared(
            fault.path, fault.span.line, fault.reason, in_base=fault.side == "base"
        )
        for fault in compared.changes.unreadable
        if not fault.in_part
    ]
    return remarks.as_lines(lines)


def _save(
    build_cache: BuildCache, stamp: Stamp, written: Written, summary: Sequence[str] | None
) -> None:
    """Keep a build for the next one. With a `summary`, that one may find that nothing changed."""
    from journeybook.effects.output_manifest import manifest_of

    if not written.kept:
        build_cache.keep_manifest(manifest_of(written.target))
        if summary:
            build_cache.keep(stamp, summary)
    build_cache.cache.save()


def _left_out(session: Session, built: Built) -> list[str]:
    """What the profile left out, so that its owner sees what is not published."""
    from journeybook.report import remarks

    left_out = built.left_out
    if left_out is None:
        return []
    return remarks.left_out_by_profile(
        left_out.profile, left_out.keys, left_out.paths, in_full=session.verbose
    )


def _notes(
    session: Session,
    site: SiteOnDisk,
    built: Built,
    written: Written,
    compared: Compared | None,
) -> list[str]:
    """What is worth knowing about a build that was written."""
    from journeybook.report import remarks

    notes = [*site.notes, *written.notes, *_left_out(session, built)]
    if compared:
        notes += compared.remarks
    if str(built.catalog.config.pictures) == "png" and _png_renderer() is None:
        notes.append(remarks.no_png_renderer())
    if written.kept:
        notes.append(remarks.foreign_files_kept(len(written.kept)))
    if session.verbose:
        notes.append(remarks.output_size(written.files, written.size, changed=written.changed))
        if site.info.history_note:
            notes.append(site.info.history_note)
    return notes
