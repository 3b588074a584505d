"""What every command gets: the site, the terminal, and how much to print."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from journeybook.workflow.progress import Task


class Console(Protocol):
    """The terminal, for output that cannot wait until a command is done."""

    @property
    def is_interactive(self) -> bool:
        """Whether questions can be asked."""

    @property
    def colour_of_results(self) -> bool: ...

    @property
    def colour_of_remarks(self) -> bool: ...

    def remark(self, text: str) -> None:
        """Print a line on standard error now."""

    def result(self, text: str) -> None:
        """Print a line on standard output now."""

    def ask(self, question: str) -> str:
        """The answer to a question, stripped; empty if nothing was typed."""

    def progress(self, task: Task) -> AbstractContextManager[None]:
        """Show a progress line once the task has taken a second."""


@dataclass(frozen=True, slots=True)
class Session:
    """The options that every command has, and the console."""

    console: Console
    site: Path | None = None
    quiet: bool = False
    verbose: bool = False

    @contextmanager
    def progress(self, task: Task) -> Iterator[None]:
        """Show a progress line, unless `--quiet` is set."""
        if self.quiet:
            yield
            return
        with self.console.progress(task):
            yield

    def root(self) -> Path:
        """The folder of the site. Raises EnvironmentFault if there is none."""
        from journeybook.effects.disk import SITE_FILE, find_site
        from journeybook.effects.faults import EnvironmentFault

        if self.site is not None:
            if not (self.site / SITE_FILE).is_file():
                raise EnvironmentFault(
                    f"no {SITE_FILE} in `{self.site}`; run `journeybook init {self.site}` to "
                    "create a site"
                )
            return self.site
        folder = find_site(Path.cwd())
        if folder is None:
            other = _near_site_file(Path.cwd())
            if other:
                raise EnvironmentFault(f"no {SITE_FILE} in this folder; rename `{other}`")
            raise EnvironmentFault(
                f"no {SITE_FILE} in this folder or a parent folder; go to your site's folder, "
                "use --site, or run `journeybook init` to create one"
            )
        return folder


def _near_site_file(folder: Path) -> str:
    """The name of a file that was meant as `site.yaml`, or an empty text."""
    names = [entry.name for entry in folder.iterdir()]
    return next((name for name in sorted(names) if name.lower() in _SITE_FILES), "")


_SITE_FILES = ("site.yml", "site.yaml", "site.yaml.txt", "site.yml.txt")
