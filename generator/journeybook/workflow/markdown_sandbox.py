"""A process of its own for texts that are long or unusual, so that no text can stop a build."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from journeybook.budget import Budget
from journeybook.effects.limited_process import LimitedProcess
from journeybook.prose.sandbox_protocol import WORK, Sandbox


class MarkdownSandbox:
    """One process for all builds of a command, as long as its limits stay the same."""

    def __init__(self) -> None:
        self._process: LimitedProcess | None = None

    def __call__(self, budget: Budget) -> Sandbox:
        """Render texts within this budget. The process starts with the first text."""
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
    """A sandbox for one command."""
    sandbox = MarkdownSandbox()
    try:
        yield sandbox
    finally:
        sandbox.close()
