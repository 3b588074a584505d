"""The process in which commands have long and strange texts laid out, so that no text can hold up
or end a build."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from journeybook.budget import Budget
from journeybook.effects.limited_process import LimitedProcess
from journeybook.prose.sandbox_protocol import WORK, Sandbox


class MarkdownSandbox:
    """Keeps one process from build to build, as long as its limits stay the same."""

    def __init__(self) -> None:
        self._process: LimitedProcess | None = None

    def __call__(self, budget: Budget) -> Sandbox:
        """The way to lay out texts within a budget; the process starts when the first text needs
        it."""
        limits = (budget.layout_time, budget.layout_memory)
        if self._process is None or self._process.limits != limits:
            self.close()
            self._process = LimitedProcess(WORK, seconds=limits[0], memory=limits[1])
        return self._process

    def close(self) -> None:
        if self._process is not None:
            self._process.close()


@contextmanager
def open_markdown_sandbox() -> Iterator[MarkdownSandbox]:
    """A layout for one command."""
    made = MarkdownSandbox()
    try:
        yield made
    finally:
        made.close()
