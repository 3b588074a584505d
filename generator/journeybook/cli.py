"""The command line: one group of lazy commands, and the only place that prints and exits.

Exit codes: 0 clean or warnings only, 1 errors in content, 2 wrong use, a broken `site.yaml` or an
environment that does not allow the work, 3 a bug of ours, 130 stopped with Ctrl-C. Results go to
standard output, everything else to standard error.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn, TextIO

import click

from journeybook import __version__
from journeybook.effects.faults import EnvironmentFault
from journeybook.workflow.command_line import Entry, LazyGroup
from journeybook.workflow.outcome import CLEAN, OUR_BUG, STOPPED, WRONG_USE, Outcome
from journeybook.workflow.progress import ticking

COMMANDS = {
    "init": Entry("journeybook.commands.init", "Create a small, complete starter site."),
    "new": Entry(
        "journeybook.commands.new", "Create a journey, persona, touchpoint or other file."
    ),
    "check": Entry("journeybook.commands.check", "Check a site's files and list the problems."),
    "build": Entry("journeybook.commands.build", "Build the site."),
    "diff": Entry(
        "journeybook.commands.diff",
        "Show what changed for the customer, the impact, and who should review it.",
    ),
    "impact": Entry(
        "journeybook.commands.impact",
        "List the journeys, moments of truth and open pain points that a code change affects.",
    ),
    "log": Entry("journeybook.commands.log", "Show the history of a step, newest first."),
    "serve": Entry("journeybook.commands.serve", "Preview the site and rebuild it on every save."),
    "export": Entry(
        "journeybook.commands.export",
        "Export a journey (CSV, Excel, SVG, PDF, …).",
    ),
    "theme": Entry(
        "journeybook.commands.theme",
        (
            "List theme files, copy one to customise it, and compare your copies with the built-in "
            "files."
        ),
    ),
    "owners": Entry(
        "journeybook.commands.owners",
        "Generate a CODEOWNERS file from the owners in your files.",
    ),
    "comment": Entry(
        "journeybook.commands.comment", "Create or update the review comment on a pull request."
    ),
    "explain": Entry("journeybook.commands.explain", "Explain a finding and how to fix it."),
    "schema": Entry(
        "journeybook.commands.schema", "Print the JSON Schema for each kind of file (for editors)."
    ),
    "doctor": Entry(
        "journeybook.commands.doctor",
        (
            "Check your installation: what is installed, what is missing, and what you lose "
            "without it."
        ),
    ),
}
EXAMPLES = (
    ("journeybook init my-journeys", "create a starter site in a new folder"),
    ("journeybook serve", "preview it while you write"),
    ("journeybook build", "build the site for publishing"),
)


class Journeybook(LazyGroup):
    """The whole command line. Every way in, also a test's, goes through `main`."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        terminal = Terminal()
        parent = super().main
        arguments = sys.argv[1:] if args is None else list(args)
        expand = args is None and windows_expand_args

        def call() -> Any:
            given = None if expand else arguments
            return parent(
                given,
                "journeybook",
                complete_var,
                standalone_mode=False,
                windows_expand_args=expand,
                obj=terminal,
                **extra,
            )

        sys.exit(_guarded(call, terminal, arguments))


@click.group(cls=Journeybook, entries=COMMANDS, examples=EXAMPLES)
@click.version_option(__version__, message="journeybook %(version)s")
def cli() -> None:
    """Keep customer journeys as text: check them, link them, and build a site from them.

    Every command has its own help: `journeybook build --help`.
    """


def main() -> NoReturn:
    """The way in of the installed program."""
    cli.main()
    raise AssertionError("unreachable")


class Terminal:
    """Standard input, output and error."""

    def __init__(self) -> None:
        for stream in (sys.stdout, sys.stderr):
            with suppress(AttributeError, ValueError):
                stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]

    @property
    def asks(self) -> bool:
        return _is_terminal(sys.stdin) and _is_terminal(sys.stderr)

    @property
    def colour_of_results(self) -> bool:
        return _wants_colour(sys.stdout)

    @property
    def colour_of_remarks(self) -> bool:
        return _wants_colour(sys.stderr)

    def remark(self, text: str) -> None:
        click.echo(text, err=True, color=self.colour_of_remarks)

    def result(self, text: str) -> None:
        click.echo(text, color=self.colour_of_results)

    def ask(self, question: str) -> str:
        answer = click.prompt(
            question, default="", show_default=False, prompt_suffix="\n> ", err=True
        )
        return str(answer).strip()

    @contextmanager
    def progress(self, what: str) -> Iterator[None]:
        if not _is_terminal(sys.stderr) or os.environ.get("TERM") == "dumb":
            yield
            return
        with ticking(lambda text: click.echo(text, err=True, nl=False, color=True), what):
            yield

    def show(self, outcome: Outcome) -> None:
        click.echo(outcome.remarks, err=True, nl=False, color=self.colour_of_remarks)
        click.echo(outcome.results, nl=False, color=self.colour_of_results)
        if sys.stdout is not None:
            sys.stdout.flush()


def _guarded(call: Callable[[], Any], terminal: Terminal, arguments: Sequence[str]) -> int:
    """Run a command, show what it hands back, and turn whatever goes wrong into one line and an
    exit code."""
    try:
        made = call()
        if not isinstance(made, Outcome):
            return made if isinstance(made, int) else CLEAN
        with _quiet_when_nobody_reads():
            terminal.show(made)
        return made.code
    except click.exceptions.NoArgsIsHelpError as help_wanted:
        terminal.remark(help_wanted.format_message())
        return WRONG_USE
    except click.UsageError as wrong:
        path = wrong.ctx.command_path if wrong.ctx else "journeybook"
        terminal.remark(f"{path}: {_one_line(wrong.format_message())} ({path} --help for details)")
        return WRONG_USE
    except click.ClickException as wrong:
        terminal.remark(f"journeybook: {_one_line(wrong.format_message())}")
        return WRONG_USE
    except EnvironmentFault as fault:
        terminal.remark(f"journeybook: {_one_line(str(fault))}")
        return WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        terminal.remark("stopped")
        return STOPPED
    except Exception as bug:
        return _report(bug, terminal, arguments)


def _report(bug: Exception, terminal: Terminal, arguments: Sequence[str]) -> int:
    """Write the report of a bug of ours, and say where it is."""
    from journeybook.effects.crash import write_report

    if "--debug" in arguments:
        terminal.remark("".join(traceback.format_exception(bug)).rstrip())
    try:
        where = str(
            write_report(
                bug, folder=Path.cwd(), version=__version__, argv=["journeybook", *arguments]
            )
        )
    except OSError:
        where = "not saved (no folder is writable)"
    terminal.remark(
        f"journeybook: This is a bug in journeybook. Crash report: {where}. Please attach it to "
        "your issue."
    )
    return OUR_BUG


@contextmanager
def _quiet_when_nobody_reads() -> Iterator[None]:
    """Go on in silence when the reader of a pipe has left, as `journeybook check | head` does."""
    try:
        yield
    except BrokenPipeError:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _one_line(text: str) -> str:
    from journeybook.text import visible

    return visible(" ".join(text.split())).rstrip(".")


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def _wants_colour(stream: TextIO | None) -> bool:
    return (
        _is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
