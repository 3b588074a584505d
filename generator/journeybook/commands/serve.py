"""`journeybook serve`: the site while it is written, built again after every save."""

from __future__ import annotations

import time
import webbrowser
from typing import TYPE_CHECKING

import click

from journeybook.commands.options import command
from journeybook.commands.outcome import Outcome
from journeybook.commands.session import Session

if TYPE_CHECKING:
    from journeybook.commands.layout import Layout
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
    from journeybook.commands.layout import layout
    from journeybook.effects.serve import serve as run_server

    root = session.root()
    console = session.console

    def ready(url: str) -> None:
        console.result(url)
        if not session.quiet:
            console.remark("Ctrl-C ends the preview")
        if is_opened:
            webbrowser.open(url)

    with layout() as outside:
        run_server(
            lambda: preview(session, outside),
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


def preview(session: Session, outside: Layout | None = None) -> Built:
    """Build once for the preview: pages, or errors to lay over the last good ones; both are told on the terminal."""
    from journeybook.commands.reading import look, open_site
    from journeybook.diagnostics import errors
    from journeybook.effects.serve import Built
    from journeybook.outputs.site import build
    from journeybook.report.overlay import overlay
    from journeybook.report.terminal import render, summary

    start = time.monotonic()
    with session.progress("building the site"):
        site = open_site(session)
        built = build(site.files, site.layers, site.info, folders=site.folders, extra=site.problems, outside=outside)
    broken = tuple(errors(built.diagnostics))
    if broken:
        shown = render(broken, built.sources, look(site.root, colour=session.console.colour_of_remarks))
        session.console.remark(f"{shown}\n{summary(built.diagnostics, len(site.files))}; showing the last good pages")
    elif not session.quiet:
        counted = summary(built.diagnostics, len(site.files))
        session.console.remark(f"{built.pages} pages in {time.monotonic() - start:.1f} s, {counted}")
    return Built(None if broken else built.files, overlay(built.diagnostics, built.sources))


entry = serve
