"""How commands are declared: common options, examples in the help, groups that load lazily."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import click

from journeybook.workflow.outcome import Outcome
from journeybook.workflow.session import Session

Examples = Sequence[tuple[str, str]]
"""Command lines, each with what it does."""

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class CommandWithExamples(click.Command):
    """A command whose help ends with examples, and that takes no empty argument.

    In a script, an empty argument is a variable that is not set. Ignoring it would use another
    revision, folder or profile than its author means.
    """

    def __init__(self, *args: Any, examples: Examples = (), **kwargs: Any) -> None:
        super().__init__(*args, **{"context_settings": SETTINGS, **kwargs})
        self.examples = tuple(examples)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        name = _empty_argument(args)
        if name is not None:
            where = f"the value of `{name}`" if name else "an argument"
            raise click.UsageError(f"{where} is empty; give a value or leave it out", ctx)
        return super().parse_args(ctx, args)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_examples(self.examples, formatter)


class Entry(NamedTuple):
    """The module of a command, and its line in the help of the group (without importing it)."""

    module: str
    summary: str


class LazyGroup(click.Group):
    """A group that imports a command only when it is used, as `entry` of its module."""

    def __init__(
        self, *args: Any, entries: Mapping[str, Entry], examples: Examples = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **{"context_settings": SETTINGS, **kwargs})
        self.entries = dict(entries)
        self.examples = tuple(examples)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.entries:
            return None
        command = import_module(self.entries[cmd_name].module).entry
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in self.entries.items()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_examples(self.examples, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in self.entries and not name.startswith("-"):
            near = difflib.get_close_matches(name, self.entries, n=1, cutoff=0.5)
            choices = ", ".join(self.entries)
            hint = f"did you mean `{near[0]}`?" if near else f"choose from: {choices}"
            raise click.UsageError(f"unknown command `{name}`; {hint}", ctx)
        return super().resolve_command(ctx, args)


def command(
    name: str, *, examples: Examples
) -> Callable[[Callable[..., Outcome]], CommandWithExamples]:
    """Turn a function that takes the session first into a command; its docstring is the help."""

    def decorate(function: Callable[..., Outcome]) -> CommandWithExamples:
        as_command = click.command(name, cls=CommandWithExamples, examples=examples)
        result = as_command(with_session(function))
        result.params += common_options()
        return result

    return decorate


with_settings_from = click.option(
    "--settings-from",
    "settings_from",
    default="",
    metavar="REV",
    help="Use site.yaml and themes/ from REV instead of this branch.",
)
"""For untrusted branches; see `trusted_settings`."""


def common_options() -> list[click.Parameter]:
    """The options that every command has."""
    return [
        click.Option(
            ["--site"],
            type=click.Path(path_type=Path, file_okay=False),
            metavar="DIR",
            help=(
                "Folder of the site. Default: the nearest site.yaml in this folder or a parent "
                "folder."
            ),
        ),
        click.Option(["-q", "--quiet"], is_flag=True, help="Print only errors and results."),
        click.Option(["-v", "--verbose"], is_flag=True, help="Print more detail."),
        click.Option(["--debug"], is_flag=True, help="Show a traceback if journeybook crashes."),
    ]


def with_session(function: Callable[..., Outcome]) -> Callable[..., Outcome]:
    """A function that takes the session first, as click calls it with the common options."""

    @functools.wraps(function)
    def run(
        *, site: Path | None, quiet: bool, verbose: bool, debug: bool, **arguments: Any
    ) -> Outcome:
        console = click.get_current_context().find_root().obj
        return function(Session(console, site, quiet, verbose), **arguments)

    return run


def _empty_argument(args: Sequence[str]) -> str | None:
    """The option before the first empty argument, or "" if there is none; None if all have text."""
    for before, argument in zip(["", *args], args, strict=False):
        name, equals, value = argument.partition("=")
        if not argument.strip():
            return before if before.startswith("-") and before != "--" else ""
        if name.startswith("--") and equals and not value.strip():
            return name
    return None


def _write_examples(examples: Examples, formatter: click.HelpFormatter) -> None:
    if not examples:
        return
    with formatter.section("Examples"):
        formatter.write_dl(list(examples), col_max=52)
