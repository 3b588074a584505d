"""What the preview shows right now, shared between the building and the answering threads."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol


class Files(Protocol):
    """The files of a site by address; a mapping is such, and so is what makes them when they are
    asked for."""

    def get(self, path: str, /) -> bytes | None:
        """A file, or None where there is none."""


@dataclass(frozen=True, slots=True)
class Built:
    """One build: the site's files, or None where errors stopped it, and findings to lay over the
    page.

    `overlay_html` is shown whenever it is not empty; every text of an author in it is escaped
    already.
    """

    files: Files | None
    overlay_html: str = ""
    rest: Iterator[Built | float] = field(default_factory=lambda: iter(()), compare=False)
    """Work that was put off, a bit a step; a step gives findings to show, or the seconds without a
    change in the files after which it wants to go on."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The last good pages and the last findings. `pages` changes with the pages, `number` with
    every build."""

    files: Files | None
    overlay_html: str
    pages: int
    number: int


class Preview:
    """The one place that changes while the server runs."""

    def __init__(self) -> None:
        start = int(time.time()) * 1000  # so that a page of an earlier server notices the new one
        self._shown = Shown(None, "", start, start)
        self._changed = threading.Condition()
        self._closed = False

    @property
    def shown(self) -> Shown:
        with self._changed:
            return self._shown

    def show(self, built: Built) -> None:
        """Take over a build; a broken one leaves the last good pages where they are."""
        with self._changed:
            shown = replace(
                self._shown, overlay_html=built.overlay_html, number=self._shown.number + 1
            )
            if built.files is not None and built.files != shown.files:
                shown = replace(shown, files=built.files, pages=shown.number)
            self._shown = shown
            self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def news(self, after: int, seconds: float) -> int | None:
        """The number of the current build once it differs from `after` or time is up; None once
        closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._shown.number != after, seconds)
            return None if self._closed else self._shown.number
