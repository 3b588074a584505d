"""Preview a site while it is being written: build, serve from memory, rebuild on every change."""

from __future__ import annotations

import html
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.preview_server import open_server
from journeybook.effects.preview_state import Built, Preview
from journeybook.effects.preview_watch import Changes, start_watching

__all__ = ["Built", "serve"]

_IDLE_PAUSE = 0.2
"""Seconds to wait for changes if there is no postponed work."""
_WORK_PAUSE = 0.001
"""Seconds between two steps of postponed work, so that requests are answered."""


def serve(
    build: Callable[[], Built],
    *,
    on_ready: Callable[[str], None],
    watch: Sequence[Path],
    ignore: Sequence[Path] = (),
    host: str = "127.0.0.1",
    port: int = 8000,
    allow_remote: bool = False,
    poll: bool = False,
    on_note: Callable[[str], None] = lambda note: None,
    stop: threading.Event | None = None,
) -> None:
    """Build, call `on_ready` with the URL, and go on until Ctrl-C or `stop`.

    `build` runs in one thread at a time. An EnvironmentFault in a later build is shown over the
    page; any other exception ends the preview and is raised here, so that it is reported as a bug.
    """
    preview, changes = Preview(), Changes()
    stop = stop or threading.Event()
    server = open_server(preview, host, port, allow_remote=allow_remote)
    try:
        observer = start_watching(watch, ignore, changes, poll=poll)
    except EnvironmentFault:
        server.server_close()
        raise
    crashes: list[BaseException] = []
    answering = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True
    )
    try:
        first = build()
        preview.show(first)
        rebuilding = threading.Thread(
            target=_rebuild, args=(build, first, preview, changes, stop, crashes), daemon=True
        )
        rebuilding.start()
        answering.start()
        if port not in (0, server.port):
            on_note(f"port {port} is in use; using {server.port}")
        on_ready(server.url)
        while not stop.wait(0.5):
            pass
    except KeyboardInterrupt:
        pass
    finally:
        stop.set()
        preview.close()
        if answering.ident:
            server.shutdown()
        server.server_close()
        observer.stop()
        with suppress(KeyboardInterrupt):
            observer.join(2)
    for crash in crashes:
        raise crash


def _rebuild(
    build: Callable[[], Built],
    first: Built,
    preview: Preview,
    changes: Changes,
    stop: threading.Event,
    crashes: list[BaseException],
) -> None:
    """Build after each change; between changes, do the work that the last build postponed."""
    rest: Iterator[Built | float] = first.rest
    pause = 0.0
    while not stop.is_set():
        try:
            if changes.wait(pause):
                built = build()
                preview.show(built)
                rest, pause = built.rest, 0.0
                continue
            step = next(rest, _IDLE_PAUSE)
            if isinstance(step, Built):
                preview.show(step)
            else:
                pause = max(step, _WORK_PAUSE)
        except EnvironmentFault as fault:
            preview.show(Built(None, html.escape(str(fault))))
            rest = iter(())
        except Exception as crash:  # a bug, which the main thread reports
            crashes.append(crash)
            stop.set()
