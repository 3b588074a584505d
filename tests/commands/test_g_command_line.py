"""G3, G10, G12: empty arguments, streams that cannot be written, and what the exit codes mean."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from terminals import run

from journeybook.cli import COMMANDS, cli
from journeybook.workflow.command_line import LazyGroup


def commands(
    group: LazyGroup, words: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command and subcommand with the words that call it."""
    for name in group.entries:
        command = group.get_command(click.Context(group), name)
        assert command is not None
        if isinstance(command, LazyGroup):
            yield from commands(command, (*words, name))
        else:
            yield (*words, name), command


def options_with_values() -> list[tuple[str, ...]]:
    """Every option of every command that takes a value, as the words of a call."""
    assert isinstance(cli, LazyGroup)
    return [
        (*words, option.opts[-1])
        for words, command in commands(cli)
        for option in command.params
        if isinstance(option, click.Option) and not option.is_flag
    ]


@pytest.mark.parametrize("words", options_with_values(), ids=" ".join)
@pytest.mark.parametrize("empty", ["", " "])
def test_g3_an_empty_value_is_wrong_use_for_every_option(
    words: tuple[str, ...], empty: str
) -> None:
    for call in ((*words, empty), (*words[:-1], f"{words[-1]}={empty}")):
        wrong = run(*call)
        assert (wrong.exit_code, wrong.stdout) == (2, "")
        assert f"the value of `{words[-1]}` is empty" in wrong.stderr


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "new"])
def test_g3_an_empty_argument_is_wrong_use_for_every_command(name: str) -> None:
    wrong = run(name, "--", "")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "an argument is empty" in wrong.stderr


@pytest.mark.parametrize("name", ["diff", "impact"])
@pytest.mark.parametrize("revision", ["..HEAD", "...HEAD", "HEAD..", "HEAD...", "..", "..."])
def test_g3_a_range_with_an_empty_side_is_wrong_use(
    starter: Path, name: str, revision: str
) -> None:
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *words], cwd=starter, check=True)
    wrong = run(name, revision)
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "a revision is empty" in wrong.stderr
