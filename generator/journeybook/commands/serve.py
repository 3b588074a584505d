"""`journeybook serve`: the site while it is written, built again after every save."""

from __future__ import annotations

import gc
import time
import webbrowser
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from journeybook.cache import InMemoryCache
from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from journeybook.diagnostics import Diagnostic
    from journeybook.effects.git import History
    from journeybook.effects.serve import Built
    from journeybook.text import Source
    from journeybook.workflow.markdown_sandbox import MarkdownSandbox


_LEISURE = 5.0
"""Seconds without a save after which work begins that would keep the next save waiting, on a large
site."""


@command(
    "serve",
    examples=(
        ("journeybook serve", "then open the address it prints"),
        ("journeybook serve --open", "open it in your browser"),
        ("journeybook serve --port 9000", "on another port"),
        (
            "journeybook serve --poll",
            "when changes are not detected, for example on network drives",
        ),
    ),
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port. If it is in use, the next free one is used.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on. Default: this computer only.",
)
@click.option(
    "--allow-remote", is_flag=True, help="Allow other computers to connect; requires --host."
)
@click.option(
    "--poll",
    is_flag=True,
    help="Check for changes twice a second instead of relying on file events.",
)
@click.option("--open", "is_opened", is_flag=True, help="Open the site in your browser.")
def serve(
    session: Session, port: int, host: str, allow_remote: bool, poll: bool, is_opened: bool
) -> Outcome:
    """Preview the site and rebuild it on every save.

    While a file has errors, the last working pages stay visible with the errors on top. Press
    Ctrl-C to stop.
    """
    from journeybook.effects.serve import serve as run_server
    from journeybook.workflow.markdown_sandbox import open_markdown_sandbox

    root = session.root()
    console = session.console

    def ready(url: str) -> None:
        console.result(url)
        if not session.quiet:
            console.remark("press Ctrl-C to stop the preview")
        if is_opened:
            webbrowser.open(url)

    sitting = PreviewSession()
    gc.set_threshold(100_000, 50, 100)  # a build makes few circles, and much that is no circle
    with open_markdown_sandbox() as outside:
        run_server(
            lambda: preview(session, sitting, outside),
            on_ready=ready,
            on_note=console.remark,
            watch=(root / "site.yaml", root / "content", root / "themes"),
            ignore=(root / "site",),
            host=host,
            port=port,
            allow_remote=allow_remote,
            poll=poll,
        )
    return Outcome()


class PreviewSession:
    """What one preview remembers from save to save: values that were made, and the files as they
    are now."""

    def __init__(self) -> None:
        from journeybook.outputs.lazy_site import LastGood

        self.cache = InMemoryCache()
        self.held = LastGood()
        self._is_settled = False
        self._git: tuple[tuple[str, ...] | None, History] | None = None

    def settle(self) -> None:
        """After the first build: what it made is there to stay, and need not be looked at when
        memory is cleaned up."""
        if not self._is_settled:
            self._is_settled = True
            gc.freeze()

    def history(self, root: Path) -> History:
        """What git tells of the site; it is asked again only where its own files are not as they
        were."""
        from journeybook.effects import git
        from journeybook.effects.input_fingerprint import git_facts

        facts = git_facts(root)
        if self._git is None or facts is None or facts != self._git[0]:
            self._git = (facts, git.history(root))
        return self._git[1]


def preview(
    session: Session, sitting: PreviewSession | None = None, outside: MarkdownSandbox | None = None
) -> Built:
    """Build for the preview: pages that are made when they are asked for, or errors to lay over the
    last good ones; what was found is told on the terminal."""
    from journeybook.diagnostics import errors, in_order
    from journeybook.effects.serve import Built
    from journeybook.outputs.lazy_site import LazySite, Progress
    from journeybook.outputs.site import BuildResources, Ready, prepare
    from journeybook.report.overlay import overlay
    from journeybook.report.terminal import render, summary
    from journeybook.workflow.load_site import load_site, terminal_style

    start = time.monotonic()
    sitting = sitting or PreviewSession()
    with session.progress("reading the site"):
        site = load_site(session, history=sitting.history)
        resources = BuildResources(sitting.cache, sitting.held.digests)
        ready = prepare(
            site.files,
            site.layers,
            site.info,
            folders=site.folders,
            extra=site.problems,
            resources=resources,
            outside=outside,
        )

    def broken(found: Sequence[Diagnostic], sources: Mapping[str, Source]) -> Built:
        shown = render(
            tuple(errors(found)),
            sources,
            terminal_style(site.root, colour=session.console.colour_of_remarks),
        )
        session.console.remark(
            f"{shown}\n{summary(found, len(site.files))}; showing the last working pages"
        )
        return Built(None, overlay(found, sources))

    if not isinstance(ready, Ready):
        return broken(ready.diagnostics, ready.sources)
    pages, sources = LazySite(ready, sitting.held), ready.checked.sources
    seconds = time.monotonic() - start
    if not session.quiet:
        said = summary(ready.diagnostics, len(site.files))
        session.console.remark(f"{ready.maker.count} pages ready in {seconds:.1f} s, {said}")
    sitting.settle()

    def rest() -> Iterator[Built | float]:
        told: tuple[Diagnostic, ...] = ()
        for turn in pages.rest():
            if pages.problems != told:
                told = pages.problems
                yield broken(in_order((*ready.diagnostics, *told)), sources)
            yield min(_LEISURE, 10 * seconds) if turn is Progress.LARGE else 0.0
        sitting.cache.turn()

    return Built(pages, overlay(ready.diagnostics, sources), rest())


entry = serve
