"""G3, G10, G12: empty arguments, streams that cannot be written, and what the exit codes mean."""

from __future__ import annotations

import errno
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from terminals import environment, process, run

from journeybook.cli import COMMANDS, cli
from journeybook.effects.faults import CouldNotFinish, EnvironmentFault
from journeybook.workflow.command_line import LazyGroup
from journeybook.workflow.outcome import (
    CLEAN,
    COULD_NOT_READ,
    CRASHED,
    EXIT_CODES,
    INTERRUPTED,
    WRONG_USE,
)
from sample import ROOT


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
    assert "it is empty; give a name on both sides" in wrong.stderr


FULL = Path("/dev/full")
PRINTING = [
    ("check",),
    ("check", "--format", "json"),
    ("build",),
    ("diff", "site.yaml", "site.yaml"),
    ("export", "json", "--out", "-"),
    ("export", "csv", "--out", "-"),
    ("explain",),
    ("schema",),
    ("doctor",),
    ("theme", "list"),
    ("new", "page", "--title", "About us"),
    ("--help",),
    ("build", "--help"),
    ("--version",),
]


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has such a device")
@pytest.mark.parametrize("words", PRINTING, ids=" ".join)
def test_g10_a_result_that_cannot_be_printed_is_one_line_and_exit_code_2(
    starter: Path, words: tuple[str, ...]
) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "journeybook", *words],
            cwd=starter,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
            check=False,
        )
    assert done.returncode == 2, done.stderr
    last = done.stderr.splitlines()[-1]
    assert last == "journeybook: cannot write to standard output: no space left"
    assert not list(starter.glob("journeybook-crash-*"))


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has such a device")
def test_g10_a_remark_that_cannot_be_printed_changes_nothing(starter: Path) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "journeybook", "explain", "JB999"],
            cwd=starter,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=full,
            timeout=120,
            check=False,
        )
    assert (done.returncode, done.stdout) == (2, b"")


def test_g10_a_journey_is_printed_byte_for_byte(starter: Path) -> None:
    done = process("export", "json", "--out", "-", cwd=starter)
    assert done.returncode == 0
    assert json.loads(done.stdout)


def raising(error: BaseException) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


ENDS = [
    (EnvironmentFault("no git"), WRONG_USE),
    (CouldNotFinish("stopped after 10 min"), COULD_NOT_READ),
    (click.UsageError("wrong"), WRONG_USE),
    (KeyboardInterrupt(), INTERRUPTED),
    (ZeroDivisionError(), CRASHED),
    (OSError(errno.ENOENT, "no such file", "secret.md"), CRASHED),
]


@pytest.mark.parametrize("words", [words for words, _ in commands(cli)], ids=" ".join)  # type: ignore[arg-type]
def test_g12_every_command_ends_with_a_code_of_the_table(
    here: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    command = dict(commands(cli))[words]  # type: ignore[arg-type]
    assert run(*words, "--help").exit_code == CLEAN
    assert run(*words, "--no-such-option").exit_code == WRONG_USE
    if words[0] == "new":
        return  # made anew for each call
    for error, code in ENDS:
        monkeypatch.setattr(command, "callback", raising(error))
        monkeypatch.setattr(command, "params", [])
        ended = run(*words)
        assert (ended.exit_code, ended.stdout, ended.stderr.strip().count("\n")) == (code, "", 0)


def test_g12_the_table_is_complete_and_shown_by_the_manual() -> None:
    assert list(EXIT_CODES) == [0, 1, 2, 3, 4, 70, 130]
    manual = (ROOT / "tools" / "docs.py").read_text("utf-8")
    assert "EXIT_CODES.items()" in manual


def test_g12_no_module_writes_an_exit_code_as_a_number() -> None:
    """Every code that a command returns is a name of the table."""
    package = ROOT / "generator" / "journeybook"
    for path in [*(package / "commands").glob("*.py"), *(package / "workflow").glob("*.py")]:
        text = path.read_text("utf-8")
        assert not re.search(r"Outcome\([^)]*, [1-9]\d*\)|sys\.exit\(\d", text), path


@pytest.mark.parametrize("name", ["action.yml", "docs/ci.md", "docs/review.md"])
def test_g12_documents_name_no_other_codes(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    codes = {int(code) for code in re.findall(r"(?i)exit(?:s with)? code (\d+)", text)}
    assert codes <= EXIT_CODES.keys()
