"""The command line as a whole: help, wrong use, exit codes, streams."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from terminals import environment, on_terminal, process, run

from journeybook import __version__
from journeybook.cli import COMMANDS, cli
from journeybook.commands.new import KINDS
from journeybook.workflow.command_line import CommandWithExamples, Entry, LazyGroup

BROKEN = "---\ntitle: I buy\nstatus: approved\n---\n## Awareness\n### I look {#look}\n- touchpoint: shop-flor\n"
EVERY = [(name,) for name in COMMANDS] + [("new", kind) for kind in KINDS]


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_help_of_every_command_has_an_example_and_the_common_options(
    words: tuple[str, ...],
) -> None:
    shown = run(*words, "--help")
    assert shown.exit_code == 0
    assert f"journeybook {words[0]}" in shown.stdout.partition("Examples:")[2]
    if words != ("new",):
        assert {"--site", "--quiet", "--verbose"} <= set(shown.stdout.replace(",", " ").split())


@pytest.mark.parametrize("name", COMMANDS)
def test_the_summary_in_the_list_is_the_first_sentence_of_the_help(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert isinstance(command, CommandWithExamples | LazyGroup)
    assert (command.help or "").split("\n")[0] == COMMANDS[name].summary


def test_version_and_help_import_neither_yaml_nor_jinja_nor_markdown(here: Path) -> None:
    code = (
        "import sys; sys.argv = ['journeybook', '{}']\n"
        "from journeybook.cli import main\n"
        "try:\n main()\nexcept SystemExit: pass\n"
        "print([name for name in ('yaml', 'jinja2', 'markdown', 'nh3', 'watchdog', 'mermaid', 'journeybook.schema') "
        "if name in sys.modules], file=sys.stderr)"
    )
    for flag in ("--version", "--help"):
        done = subprocess.run(
            [sys.executable, "-c", code.format(flag)],
            cwd=here,
            env=environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr.strip() == "[]"
        assert "journeybook" in done.stdout
    assert process("--version", cwd=here).stdout == f"journeybook {__version__}\n"


def test_a_mistyped_command_gets_a_suggestion() -> None:
    wrong = run("biuld")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "did you mean `build`?" in wrong.stderr
    assert wrong.stderr.count("\n") == 1


def test_without_a_command_the_help_is_shown_as_wrong_use() -> None:
    shown = run()
    assert shown.exit_code == 2
    assert "Commands:" in shown.stderr


@pytest.mark.parametrize(
    "words",
    [("check", "--frob"), ("build", "--out"), ("serve", "--port", "99999"), ("schema", "jorney")],
)
def test_wrong_use_is_one_line_and_exit_code_2(words: tuple[str, ...]) -> None:
    wrong = run(*words)
    assert (wrong.exit_code, wrong.stdout, wrong.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    "words", [("check",), ("build",), ("serve",), ("new", "page", "--title", "x")]
)
def test_no_site_is_one_line_that_says_what_to_do(here: Path, words: tuple[str, ...]) -> None:
    wrong = run(*words)
    assert (wrong.exit_code, wrong.stdout, wrong.stderr.count("\n")) == (2, "", 1)
    assert "journeybook init" in wrong.stderr
    assert run(*words, "--site", "nowhere").exit_code == 2


def test_a_bug_of_ours_leaves_a_report_without_content_and_no_traceback(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(cli, LazyGroup)
    monkeypatch.setitem(cli.entries, "broken", Entry("broken_command", "Fail."))
    found = run("broken")
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (70, "", 1)
    (report,) = here.glob("journeybook-crash-*.txt")
    assert str(report) in found.stderr
    assert "secret" not in report.read_text("utf-8") + found.stderr
    assert "Traceback" in run("broken", "--debug").stderr


def test_the_site_is_found_from_a_folder_inside_it(
    starter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(starter / "content" / "personas")
    assert run("check").exit_code == 0
    (starter / "content/personas/ana.md").write_text("---\ntitel: Ana\n---\n")
    assert "--> ana.md:2:1" in run("check").stdout.replace("../../content/personas/", "")


def test_a_reader_that_leaves_early_is_no_fault(starter: Path) -> None:
    folder = starter / "content/journeys/ana"
    folder.mkdir()
    for at in range(300):
        (folder / f"buy-{at}.md").write_text(BROKEN)
    command = f"{sys.executable} -m journeybook check | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=starter,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines()[0].startswith(("error[", "warning["))
    assert done.stdout.splitlines()[-1] == "1"


def test_colour_only_on_a_terminal_that_wants_it(starter: Path) -> None:
    (starter / "content/personas/ana.md").write_text("---\ntitel: Ana\n---\n")
    assert "\x1b[" not in process("check", cwd=starter).stdout
    assert "\x1b[1;31m" in on_terminal(["check"], cwd=starter)[1]
    assert "\x1b[" not in on_terminal(["check"], cwd=starter, NO_COLOR="1")[1]
    assert "\x1b[" not in on_terminal(["check"], cwd=starter, TERM="dumb")[1]


def test_ctrl_c_stops_with_130_and_a_word(starter: Path) -> None:
    code, screen = on_terminal(["new", "journey"], cwd=starter, answers=["\x03"])
    assert code == 130
    assert "stopped" in screen
    assert "Traceback" not in screen


def interruptible() -> None:
    """A test run started in the background ignores interrupts, and hands that on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_serve_prints_its_address_and_ends_on_ctrl_c(starter: Path) -> None:
    command = [sys.executable, "-m", "journeybook", "serve", "--port", "0"]
    with subprocess.Popen(
        command,
        cwd=starter,
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=interruptible,  # noqa: PLW1509 -- no other thread runs here
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline().startswith("http://127.0.0.1:")
        os.kill(running.pid, signal.SIGINT)
        assert running.wait(20) == 0


def test_output_survives_a_terminal_that_knows_no_unicode(starter: Path) -> None:
    (starter / "content/personas/ana.md").write_text("---\ntitel: 旅程\n---\n", "utf-8")
    done = process("check", cwd=starter, PYTHONIOENCODING="latin-1")
    assert done.returncode == 1
    assert "\\u65c5" in done.stdout
