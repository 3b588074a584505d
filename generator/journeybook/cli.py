"""The command line: arguments to one function a verb. Only this module prints and exits.

Commands are imported when they are called, so that `--help` and `--version` cost next to nothing.
Exit codes: 0 clean or warnings only, 1 errors in content, 2 wrong use or a broken `site.yaml`, 3 our own bug.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

import click

from journeybook import __version__
from journeybook.diagnostics import did_you_mean

COMMANDS: dict[str, str] = {
    "init": "Make a small complete site in a folder.",
    "new": "Write a new journey, persona, touchpoint, …",
    "check": "Say what is wrong, with place and remedy.",
    "build": "Make the site.",
    "serve": "Preview the site and reload it on every change.",
    "explain": "Tell what the code of a finding means.",
    "schema": "Write JSON Schemas for editors.",
    "doctor": "Say what is missing on this computer and what that costs.",
}


class LazyGroup(click.Group):
    """A group whose commands are imported by name when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"journeybook.commands.{cmd_name}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            hint = did_you_mean(args[0], COMMANDS)
            raise click.UsageError(f"there is no command `{args[0]}`" + (f"; {hint}" if hint else ""), ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="journeybook")
def cli() -> None:
    """Customer journeys kept as text in git, validated, linked and published as a site.

    \b
    Start here:
      journeybook init my-journeys     a small complete site
      cd my-journeys
      journeybook serve                look at it while you write
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(run(given))


def run(arguments: list[str]) -> int:
    """Run a command; the exit code. Whatever goes wrong ends in a sentence, never in a bare traceback."""
    debug = "--debug" in arguments
    try:
        code = cli.main(
            args=[word for word in arguments if word != "--debug"], prog_name="journeybook", standalone_mode=False
        )
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.Abort:
        click.echo("stopped", err=True)
        return 130
    except click.ClickException as wrong:
        wrong.show()
        return 2
    except KeyboardInterrupt:
        return 130
    except (BrokenPipeError, SystemExit):
        # The reader went away (`journeybook check | head`), for which click leaves with 1: nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as bug:
        return _own_fault(bug, arguments, debug)


def _own_fault(error: Exception, arguments: list[str], debug: bool) -> int:
    from pathlib import Path

    from journeybook.effects.crash import write_report
    from journeybook.effects.faults import EnvironmentFault, in_words

    if isinstance(error, EnvironmentFault):
        click.echo(f"journeybook: {error}", err=True)
        return 2
    if isinstance(error, OSError) and not debug:
        click.echo(f"journeybook: {in_words(error)}", err=True)
        return 2
    if debug:
        raise error
    report = write_report(error, folder=Path.cwd(), version=__version__, argv=arguments)
    click.echo(f"journeybook: this is a bug of ours, not of your content; a report is in {report}", err=True)
    return 3
