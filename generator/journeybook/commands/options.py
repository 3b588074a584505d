"""Options that several commands share, and how they speak."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

# Below this many seconds a person does not wonder what is going on.
PATIENCE = 1.0


def site_option(function: F) -> F:
    """`--site DIR`: where the site is; else it is found upwards from here."""
    return click.option(
        "--site",
        "site_dir",
        type=click.Path(path_type=Path, file_okay=False),
        help="Folder of the site (the one with site.yaml). Without it, the site is looked for from here upwards.",
    )(function)


def voice_options(function: F) -> F:
    """`--quiet` and `--verbose`."""
    function = click.option("--quiet", "-q", is_flag=True, help="Say only what is wrong.")(function)
    return click.option("--verbose", "-v", is_flag=True, help="Say what is being done.")(function)


def wants_colour(stream: Any) -> bool:
    """Colour on a terminal, plain elsewhere; NO_COLOR (https://no-color.org) always wins."""
    return bool(stream.isatty()) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def say(text: str, *, unless: bool = False) -> None:
    """A sentence beside the results: on standard error."""
    if not unless:
        click.echo(text, err=True)


@contextmanager
def progress(what: str, *, quiet: bool) -> Iterator[None]:
    """On a terminal, say what takes longer than a second, and take it back when done."""
    import threading

    if quiet or not sys.stderr.isatty():
        yield
        return
    started = time.monotonic()
    done = threading.Event()

    def tell() -> None:
        while not done.wait(PATIENCE if time.monotonic() - started < PATIENCE else 0.5):
            click.echo(f"\r{what} … {time.monotonic() - started:.0f} s", err=True, nl=False)

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()
        if time.monotonic() - started > PATIENCE:
            click.echo("\r\x1b[K", err=True, nl=False)
