"""G13: Python without docstrings, and names that git understands as something else than a commit."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from journeybook.cli import cli
from sample import ROOT


def journeybook(
    folder: Path, *words: str, level: str = "", flags: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *flags, "-m", "journeybook", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator"), "PYTHONOPTIMIZE": level},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("words", [("check",), ("explain", "JB102"), ("check", "--help")])
def test_g13_every_level_of_optimisation_gives_the_same(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert journeybook(tmp_path, "init", "--quiet").returncode == 0
    plain = journeybook(tmp_path, *words)
    assert plain.returncode == 0
    for level, flags in (("1", ()), ("2", ()), ("", ("-OO",))):
        other = journeybook(tmp_path, *words, level=level, flags=flags)
        assert (other.returncode, other.stdout) == (0, plain.stdout)


def test_g13_starting_again_imports_nothing_from_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "journeybook").mkdir()
    (tmp_path / "journeybook" / "__init__.py").write_text("raise SystemExit('not ours')")
    code = "import sys; sys.path.pop(0); sys.argv = ['journeybook', 'explain', 'JB102']; from journeybook.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-OO", "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("JB102")


@pytest.mark.parametrize("revision", ["^HEAD", "HEAD..^HEAD", "^HEAD..HEAD", "^main"])
@pytest.mark.parametrize("command", ["diff", "impact"])
def test_g13_an_exclusion_is_not_a_revision(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, revision: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site.yaml").write_text("title: Maps\n")
    for words in (
        ["init", "-q", "-b", "main"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    wrong = CliRunner().invoke(cli, [command, "--", revision])
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "not a revision: `^" in wrong.stderr
    assert "fsck" not in wrong.stderr
