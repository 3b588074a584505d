"""The command line: a group of lazy commands, and the only module that prints and exits.

Results go to standard output, everything else to standard error. `workflow.outcome` lists the exit
codes.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn, TextIO

import click

from journeybook import __version__
from journeybook.effects.faults import CouldNotFinish, EnvironmentFault, in_words
from journeybook.workflow.command_line import Entry, LazyGroup
from journeybook.workflow.outcome import (
    CLEAN,
    COULD_NOT_READ,
    CRASHED,
    INTERRUPTED,
    WRONG_USE,
    Outcome,
)
from journeybook.workflow.progress import Task, show_progress

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
    "publish": Entry(
        "journeybook.commands.publish",
        "Publish the maps to a wiki, without ever overwriting what people wrote there.",
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
    """The whole command line. Every call, also that of a test, goes through `main`."""

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
            return parent(
                None if expand else arguments,
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
    """Write customer journeys as text files, check them, and build a site from them.

    To learn about a command, run for example `journeybook build --help`.
    """


def main() -> NoReturn:
    """The entry point of the installed program."""
    if sys.flags.optimize > 1:
        _start_with_docstrings()
    cli.main()
    raise AssertionError("unreachable")


def _start_with_docstrings() -> None:
    """Start again without `PYTHONOPTIMIZE=2`, which removes the docstrings that are the help of
    commands and the explanations of findings. `-P`: a module in the current folder is not ours."""
    command = [sys.executable, "-P", "-m", "journeybook", *sys.argv[1:]]
    environment = {**os.environ, "PYTHONOPTIMIZE": ""}
    if os.name == "posix":
        os.execve(sys.executable, command, environment)
    import subprocess

    sys.exit(subprocess.run(command, env=environment, check=False).returncode)


class Terminal:
    """Standard input, output and error."""

    def __init__(self) -> None:
        for stream in (sys.stdout, sys.stderr):
            with suppress(AttributeError, ValueError):
                stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]

    @property
    def is_interactive(self) -> bool:
        return _is_terminal(sys.stdin) and _is_terminal(sys.stderr)

    @property
    def colour_of_results(self) -> bool:
        return _wants_colour(sys.stdout)

    @property
    def colour_of_remarks(self) -> bool:
        return _wants_colour(sys.stderr)

    def remark(self, text: str) -> None:
        self._write(f"{text}\n", to_results=False)

    def result(self, text: str) -> None:
        self._write(f"{text}\n", to_results=True)

    def ask(self, question: str) -> str:
        answer = click.prompt(
            question, default="", show_default=False, prompt_suffix="\n> ", err=True
        )
        return str(answer).strip()

    @contextmanager
    def progress(self, task: Task) -> Iterator[None]:
        if not _is_terminal(sys.stderr) or os.environ.get("TERM") == "dumb":
            yield
            return

        def write(text: str) -> None:
            with suppress(OSError):
                click.echo(text, err=True, nl=False, color=True)

        with show_progress(write, task):
            yield

    def show(self, outcome: Outcome) -> None:
        self._write(outcome.remarks, to_results=False)
        self._write(outcome.results, to_results=True)

    def _write(self, text: str, *, to_results: bool) -> None:
        """Print a text on standard output or standard error, where everything is written.

        If the reader of a pipe has left, as in `journeybook check | head`, nothing more is printed
        and the command goes on. Raises EnvironmentFault if a result cannot be written; what cannot
        be remarked is left out.
        """
        stream = sys.stdout if to_results else sys.stderr
        colour = self.colour_of_results if to_results else self.colour_of_remarks
        try:
            click.echo(text, file=stream, nl=False, color=colour)
            if stream is not None:
                stream.flush()
        except OSError as error:
            _silence(stream)
            if to_results and not isinstance(error, BrokenPipeError):
                raise EnvironmentFault(
                    f"cannot write to standard output: {in_words(error)}"
                ) from error


def _guarded(call: Callable[[], Any], terminal: Terminal, arguments: Sequence[str]) -> int:
    """Run a command and print its outcome; turn every exception into one line. The exit code."""
    try:
        outcome = call()
        if not isinstance(outcome, Outcome):
            return outcome if isinstance(outcome, int) else CLEAN
        terminal.show(outcome)
        return outcome.code
    except click.exceptions.NoArgsIsHelpError as no_arguments:
        terminal.remark(no_arguments.format_message())
        return WRONG_USE
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "journeybook"
        message = _one_line(error.format_message())
        terminal.remark(f"{path}: {message} (run `{path} --help` for details)")
        return WRONG_USE
    except click.ClickException as error:
        terminal.remark(f"journeybook: {_one_line(error.format_message())}")
        return WRONG_USE
    except CouldNotFinish as fault:
        terminal.remark(f"journeybook: {_one_line(str(fault))}")
        return COULD_NOT_READ
    except EnvironmentFault as fault:
        terminal.remark(f"journeybook: {_one_line(str(fault))}")
        return WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        terminal.remark("stopped")
        return INTERRUPTED
    except Exception as bug:
        if isinstance(bug, OSError) and bug.filename is None and bug.errno in _CANNOT_PRINT:
            return _after_failed_help(bug, terminal)
        return _report(bug, terminal, arguments)


_CANNOT_PRINT = (errno.ENOSPC, errno.EPIPE, errno.EIO, errno.EBADF)


def _after_failed_help(error: OSError, terminal: Terminal) -> int:
    """The exit code if click could not print a help; everything else is printed by `Terminal`."""
    _silence(sys.stdout)
    if error.errno == errno.EPIPE:
        return CLEAN
    terminal.remark(f"journeybook: cannot write to standard output: {in_words(error)}")
    return WRONG_USE


def _report(bug: Exception, terminal: Terminal, arguments: Sequence[str]) -> int:
    """Write a crash report and print its path."""
    from journeybook.effects.crash import write_report

    if "--debug" in arguments:
        terminal.remark("".join(traceback.format_exception(bug)).rstrip())
    try:
        argv = ["journeybook", *arguments]
        report = write_report(bug, folder=Path.cwd(), version=__version__, argv=argv)
    except OSError:
        where = "not saved, because no folder is writable."
    else:
        where = f"{report}. Please attach it to your issue."
    terminal.remark(f"journeybook: This is a bug in journeybook. Crash report: {where}")
    return CRASHED


def _silence(stream: TextIO | None) -> None:
    """Discard what was not written and all that follows, so that Python does not fail at its end
    either."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[union-attr]


def _one_line(text: str) -> str:
    from journeybook.text import visible

    return visible(" ".join(text.split())).rstrip(".")


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def _wants_colour(stream: TextIO | None) -> bool:
    return (
        _is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
