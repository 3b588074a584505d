"""`journeybook serve`: preview the site while it is being written."""

from __future__ import annotations

import gc
import webbrowser

import click

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import Outcome
from journeybook.workflow.session import Session


@command(
    "serve",
    examples=(
        ("journeybook serve", "start the preview, then open the address it prints"),
        ("journeybook serve --open", "start it and open your browser"),
        ("journeybook serve --port 9000", "use another port"),
        (
            "journeybook serve --poll",
            "if changes are not detected, for example on network drives",
        ),
    ),
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    metavar="NUMBER",
    help="Port. If it is in use, the next free one is used. Default: 8000.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    metavar="ADDRESS",
    help="Address to listen on. Default: 127.0.0.1, which only this computer can reach.",
)
@click.option(
    "--allow-remote", is_flag=True, help="Allow other computers to connect; requires --host."
)
@click.option(
    "--poll",
    is_flag=True,
    help="Check for changes twice a second instead of relying on file events.",
)
@click.option(
    "--editor",
    default="vscode",
    envvar="JOURNEYBOOK_EDITOR",
    metavar="NAME|ADDRESS",
    help="Editor that opens the file of a finding: vscode, vscodium, cursor, zed, idea or none, or "
    "an address with {path}, {line} and {column}. Default: $JOURNEYBOOK_EDITOR or vscode.",
)
@click.option("--open", "is_opened", is_flag=True, help="Open the site in your browser.")
def serve(
    session: Session,
    port: int,
    host: str,
    allow_remote: bool,
    poll: bool,
    editor: str,
    is_opened: bool,
) -> Outcome:
    """Preview the site and rebuild it on every save.

    While a file has errors, the last working pages stay visible with the errors on top. Press
    Ctrl-C to stop.
    """
    from journeybook.effects.serve import serve as run_server
    from journeybook.workflow.markdown_sandbox import open_markdown_sandbox
    from journeybook.workflow.preview import PreviewSession, preview

    address = _address(editor, allow_remote)
    root = session.root()
    console = session.console

    def ready(url: str) -> None:
        console.result(url)
        if not session.quiet:
            console.remark("press Ctrl-C to stop the preview")
        if is_opened:
            webbrowser.open(url)

    previous = PreviewSession()
    gc.set_threshold(100_000, 50, 100)  # a build makes many objects, and few reference cycles
    with open_markdown_sandbox() as sandbox:
        run_server(
            lambda: preview(session, previous, sandbox, address),
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


def _address(editor: str, allow_remote: bool) -> str:
    """The address by which places are opened; none for other computers, which lack the files.

    Raises a usage error for an unknown editor.
    """
    from journeybook.report.editor_links import EDITORS, address_of

    address = address_of(editor)
    if address is None:
        raise click.BadParameter(
            f"unknown editor `{editor}`: use {', '.join(EDITORS)}, or an address with {{path}}",
            param_hint="--editor",
        )
    return "" if allow_remote else address


entry = serve
