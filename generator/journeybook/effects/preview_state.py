"""What the preview shows now, shared between the threads that build and those that answer."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol


class Files(Protocol):
    """The files of a site by path: a mapping, or an object that renders them on request."""

    def get(self, path: str, /) -> bytes | None:
        """A file, or None if it does not exist."""


@dataclass(frozen=True, slots=True)
class Built:
    """The result of one build: the site's files, or None if there are errors.

    `overlay_html` are errors to show over the page; authors' text in it is escaped already.
    `findings_json` are all findings, for the list (`report/preview_findings.py`).
    """

    files: Files | None
    overlay_html: str = ""
    findings_json: str = "[]"
    rest: Iterator[Built | float] = field(default_factory=lambda: iter(()), compare=False)
    """Postponed work in small steps. Each step gives a build with findings to show, or how many
    seconds to wait for changes before the next step."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The last good pages and the last findings.

    `pages` changes with the pages, `number` with every build.
    """

    files: Files | None
    overlay_html: str
    pages: int
    number: int
    findings_json: str = "[]"


class Preview:
    """The only state that changes while the server runs."""

    def __init__(self) -> None:
        start = int(time.time()) * 1000  # so that pages of an earlier server notice this one
        self._shown = Shown(None, "", start, start)
        self._changed = threading.Condition()
        self._closed = False

    @property
    def shown(self) -> Shown:
        with self._changed:
            return self._shown

    def show(self, built: Built) -> None:
        """Show a build. One with errors leaves the last good pages."""
        with self._changed:
            shown = replace(
                self._shown,
                overlay_html=built.overlay_html,
                findings_json=built.findings_json,
                number=self._shown.number + 1,
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
        """Wait for a build other than `after`, at most so long. Its number, or None if closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._shown.number != after, seconds)
            return None if self._closed else self._shown.number
