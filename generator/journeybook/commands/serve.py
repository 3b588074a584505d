"""`journeybook serve`: a preview that reloads on every change."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from journeybook.commands.options import say, site_option, voice_options, wants_colour


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The next free one if taken.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--allow-remote", is_flag=True, help="Let other computers in; think twice.")
@click.option("--poll", is_flag=True, help="Look for changes by asking, for network drives.")
@click.option("--profile", default="", help="Leave out what this profile of site.yaml says.")
@click.option("--open", "open_browser", is_flag=True, help="Open the preview in a browser.")
@site_option
@voice_options
def command(
    port: int,
    host: str,
    allow_remote: bool,
    poll: bool,
    profile: str,
    open_browser: bool,
    site_dir: Path | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Preview the site on this computer and reload it on every change, with the scroll position kept.

    A broken file shows its findings over the last good page.

    \b
    Examples:
      journeybook serve
      journeybook serve --port 9000 --open
    """
    from journeybook.commands.site import build_info, read_from_disk, site_root, theme_layers
    from journeybook.diagnostics import Severity
    from journeybook.effects.serve import Built, serve
    from journeybook.outputs.site import build
    from journeybook.report.overlay import overlay
    from journeybook.report.terminal import summary, terminal

    root = site_root(site_dir)

    def once() -> Built:
        site = read_from_disk(root)
        layers, folders = theme_layers(site)
        built = build(site.tree.files, layers, build_info(root), folders=folders, extra=site.found, profile=profile)
        shown = [d for d in built.diagnostics if d.severity is Severity.ERROR or (verbose and not quiet)]
        if shown:
            say(terminal(shown, built.sources, colour=wants_colour(sys.stderr)) + "\n")
        say(summary(built.diagnostics, len(built.sources)), unless=quiet)
        return Built(built.files, overlay(built.diagnostics, built.sources))

    def ready(address: str) -> None:
        click.echo(f"preview at {address} (stop with Ctrl-C)")
        sys.stdout.flush()
        if open_browser:
            click.launch(address)

    watched = [path for path in (root / "site.yaml", root / "content", root / "themes") if path.exists()]
    serve(
        once,
        on_ready=ready,
        watch=watched,
        ignore=(root / "site",),
        host=host,
        port=port,
        allow_remote=allow_remote,
        poll=poll,
        on_note=lambda text: say(text, unless=quiet),
    )
    return 0
