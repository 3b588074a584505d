"""Build a site for the preview, and keep what the next build after a save can use."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from journeybook.cache import InMemoryCache
from journeybook.diagnostics import Diagnostic, errors, in_order
from journeybook.effects import git
from journeybook.effects.faults import CouldNotFinish
from journeybook.effects.input_fingerprint import git_facts
from journeybook.effects.preview_state import Built
from journeybook.effects.work_limits import run_limited
from journeybook.outputs.lazy_site import LastGood, LazySite, Progress
from journeybook.outputs.site import BuildResources, Ready, prepare
from journeybook.report.editor_links import LinkOf, linking
from journeybook.report.overlay import overlay
from journeybook.report.preview_findings import (
    NOWHERE,
    PagePlaces,
    places_of,
    places_while_broken,
    preview_findings,
)
from journeybook.report.terminal import render, summary
from journeybook.text import Source
from journeybook.workflow.build_site import build_within_limits
from journeybook.workflow.load_site import SiteOnDisk, load_site, terminal_style
from journeybook.workflow.markdown_sandbox import MarkdownSandbox
from journeybook.workflow.session import Session

_LONGEST_QUIET_TIME = 5.0
"""Seconds without a save before work starts that would delay the next build of a large site."""


class PreviewSession:
    """What one preview keeps from save to save: results, the last good pages, git's answers."""

    def __init__(self) -> None:
        self.cache = InMemoryCache()
        self.held = LastGood()
        self.places = NOWHERE
        self._is_settled = False
        self._git: tuple[tuple[str, ...] | None, git.History] | None = None

    def settle(self) -> None:
        """After the first build: exclude its results from garbage collection, since they stay."""
        if not self._is_settled:
            self._is_settled = True
            gc.freeze()

    def history(self, root: Path) -> git.History:
        """The history of the site. Git is asked again only if its own files changed."""
        facts = git_facts(root)
        if self._git is None or facts is None or facts != self._git[0]:
            self._git = (facts, git.history(root))
        return self._git[1]


def preview(
    session: Session,
    previous: PreviewSession | None = None,
    sandbox: MarkdownSandbox | None = None,
    editor: str = "",
) -> Built:
    """Build for the preview, and print the summary.

    Pages are rendered when they are requested. If there are errors, the result has no pages, only
    the errors to show over the last good ones. `editor` is an address from
    `editor_links.address_of`, by which places in files are opened.
    """
    start = time.monotonic()
    previous = previous or PreviewSession()
    with session.progress("reading the site"):
        site = load_site(session, history=previous.history, cache=previous.cache)
        resources = BuildResources(
            previous.cache, previous.held.digests, limited=build_within_limits
        )
        ready = run_limited(
            site.budget.build_time,
            sys.maxsize,
            lambda: prepare(
                site.files,
                site.layers,
                site.info,
                folders=site.folders,
                extra=site.problems,
                resources=resources,
                outside=sandbox,
            ),
        )
    if isinstance(ready, str):
        raise CouldNotFinish(f"cannot read the site: {ready}")
    link_of = linking(editor, str(site.root.resolve()))
    if not isinstance(ready, Ready):
        places = places_while_broken(ready.catalog, previous.places)
        return _broken(session, site, ready.diagnostics, ready.sources, link_of, places)
    pages = LazySite(ready, previous.held)
    seconds = time.monotonic() - start
    if not session.quiet:
        findings = summary(ready.diagnostics, len(site.files))
        session.console.remark(f"{ready.maker.count} pages ready in {seconds:.1f} s, {findings}")
    previous.settle()

    places = places_of(ready.checked.catalog, ready.checked.plan)

    def rest() -> Iterator[Built | float]:
        """Render the other pages; errors in them replace the pages, as those of a build do."""
        problems: tuple[Diagnostic, ...] = ()
        for progress in pages.rest():
            if pages.problems != problems:
                problems = pages.problems
                findings = in_order((*ready.diagnostics, *problems))
                sources = ready.checked.sources
                yield _broken(session, site, findings, sources, link_of, places)
            is_large = progress is Progress.LARGE
            yield min(_LONGEST_QUIET_TIME, 10 * seconds) if is_large else 0.0
        previous.cache.turn()

    previous.places = places
    listed = preview_findings(ready.diagnostics, places, link_of)
    covering = overlay(ready.diagnostics, ready.checked.sources, link_of)
    return Built(pages, covering, listed, rest())


def _broken(
    session: Session,
    site: SiteOnDisk,
    findings: Sequence[Diagnostic],
    sources: Mapping[str, Source],
    link_of: LinkOf,
    places: PagePlaces,
) -> Built:
    """Print the errors, and show all findings over the last good pages."""
    style = terminal_style(site.root, colour=session.console.colour_of_remarks)
    text = render(tuple(errors(findings)), sources, style)
    counts = summary(findings, len(site.files))
    session.console.remark(f"{text}\n{counts}; showing the last working pages")
    listed = preview_findings(findings, places, link_of)
    return Built(None, overlay(findings, sources, link_of), listed)
