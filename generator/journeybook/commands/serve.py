"""`journeybook serve`: the site while it is written, built again after every save."""

from __future__ import annotations

import gc
import hashlib
import time
import webbrowser
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from journeybook.commands.options import command
from journeybook.commands.outcome import Outcome
from journeybook.commands.session import Session
from journeybook.memory import Remembering

if TYPE_CHECKING:
    from journeybook.effects.serve import Built


@command(
    "serve",
    examples=(
        ("journeybook serve", "and open the address that it prints"),
        ("journeybook serve --open", "open it in the browser at once"),
        ("journeybook serve --port 9000", "on another port"),
        ("journeybook serve --poll", "where saves go unnoticed, as on network drives"),
    ),
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The next free one is taken.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to answer on; this computer only.")
@click.option("--allow-remote", is_flag=True, help="Let other computers in as well; needs a --host.")
@click.option("--poll", is_flag=True, help="Look for changes twice a second instead of waiting for word of them.")
@click.option("--open", "is_opened", is_flag=True, help="Open the site in the browser.")
def serve(session: Session, port: int, host: str, allow_remote: bool, poll: bool, is_opened: bool) -> Outcome:
    """Show the site while you write; pages follow every save.

    While a file has errors, the last good pages stay and the errors lie over them. Ctrl-C ends it.
    """
    from journeybook.effects.serve import serve as run_server

    root = session.root()
    console = session.console

    def ready(url: str) -> None:
        console.result(url)
        if not session.quiet:
            console.remark("Ctrl-C ends the preview")
        if is_opened:
            webbrowser.open(url)

    sitting = Sitting()
    gc.set_threshold(100_000, 50, 100)  # a build makes few circles, and much that is no circle
    run_server(
        lambda: preview(session, sitting),
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


class Sitting:
    """What one preview remembers from save to save: values that were made, and the pages as they are now."""

    def __init__(self) -> None:
        self.memory = Remembering()
        self.files: Mapping[str, bytes] = {}
        self.digests: Mapping[str, str] = {}

    def takes_over(self, made: Mapping[str, bytes], same: Mapping[str, str]) -> Mapping[str, bytes]:
        """All files of a build: those that it made, and those that it found to be the same as before."""
        self.digests = {**{path: hashlib.sha256(data).hexdigest() for path, data in made.items()}, **same}
        self.files = dict(sorted({**made, **{path: self.files[path] for path in same}}.items()))
        self.memory.turn()
        return self.files


def preview(session: Session, sitting: Sitting | None = None) -> Built:
    """Build for the preview: pages, or errors to lay over the last good ones; both are told on the terminal."""
    from journeybook.commands.reading import look, open_site
    from journeybook.diagnostics import errors
    from journeybook.effects.serve import Built
    from journeybook.outputs.site import Means, build
    from journeybook.report.overlay import overlay
    from journeybook.report.terminal import render, summary

    start = time.monotonic()
    sitting = sitting or Sitting()
    with session.progress("building the site"):
        site = open_site(session)
        means = Means(sitting.memory, sitting.digests)
        built = build(site.files, site.layers, site.info, folders=site.folders, extra=site.problems, means=means)
    broken = tuple(errors(built.diagnostics))
    if broken:
        shown = render(broken, built.sources, look(site.root, colour=session.console.colour_of_remarks))
        session.console.remark(f"{shown}\n{summary(built.diagnostics, len(site.files))}; showing the last good pages")
    elif not session.quiet:
        counted = summary(built.diagnostics, len(site.files))
        session.console.remark(f"{built.pages} pages in {time.monotonic() - start:.1f} s, {counted}")
    shown_files = None if broken or built.files is None else sitting.takes_over(built.files, built.same)
    return Built(shown_files, overlay(built.diagnostics, built.sources))


entry = serve
