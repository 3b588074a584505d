"""What every command is given besides its own arguments: where the site is, how much to say, and
the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class Console(Protocol):
    """The terminal, for what cannot wait until a command is done."""

    @property
    def asks(self) -> bool:
        """Whether somebody is there to answer questions."""

    @property
    def colour_of_results(self) -> bool: ...

    @property
    def colour_of_remarks(self) -> bool: ...

    def remark(self, text: str) -> None:
        """A line on standard error, now."""

    def result(self, text: str) -> None:
        """A line on standard output, now."""

    def ask(self, question: str) -> str:
        """What somebody answers, without blanks around it; empty where nothing was typed."""

    def progress(self, what: str) -> AbstractContextManager[None]:
        """Show on a terminal that work goes on, once it has taken a second."""


@dataclass(frozen=True, slots=True)
class Session:
    """The options that every command has, and the console."""

    console: Console
    site: Path | None = None
    quiet: bool = False
    verbose: bool = False

    @contextmanager
    def progress(self, what: str) -> Iterator[None]:
        """Like the console's, unless silence is wanted."""
        if self.quiet:
            yield
            return
        with self.console.progress(what):
            yield

    def root(self) -> Path:
        """The folder of the site; a fault with the way out where there is none."""
        from journeybook.effects.disk import SITE_FILE, find_site
        from journeybook.effects.faults import EnvironmentFault

        if self.site is not None:
            if not (self.site / SITE_FILE).is_file():
                raise EnvironmentFault(
                    f"no {SITE_FILE} in `{self.site}`; run `journeybook init {self.site}` to "
                    "create a site"
                )
            return self.site
        found = find_site(Path.cwd())
        if found is None:
            raise EnvironmentFault(
                f"no {SITE_FILE} in this folder or a parent folder; go to your site's folder, "
                "use --site, or run `journeybook init` to create one"
            )
        return found
