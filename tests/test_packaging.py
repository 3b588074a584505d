"""What is packaged: the wheel holds the theme, and works in a fresh environment from an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONPATH", "VIRTUAL_ENV")
    }
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=clean,
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist of the checkout, and the wheel built from that sdist."""
    out = tmp_path_factory.mktemp("dist")
    made = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    assert made.returncode == 0, made.stdout[-2000:] + made.stderr[-2000:]
    return out


def theme_files() -> set[str]:
    theme = ROOT / "themes" / "default"
    return {path.relative_to(theme).as_posix() for path in theme.rglob("*") if path.is_file()}


def test_the_wheel_holds_every_file_of_the_theme(dist: Path) -> None:
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    packed = {
        name.removeprefix("journeybook/themes/default/")
        for name in names
        if "/themes/default/" in name
    }
    assert packed == theme_files()
    assert "journeybook/py.typed" in names
    assert any(name.startswith("journeybook/starter/") for name in names)


def test_the_sdist_holds_what_the_tests_need(dist: Path) -> None:
    with tarfile.open(next(dist.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {
        "site.yaml",
        "README.md",
        "Makefile",
        "requirements.txt",
        "tests/test_packaging.py",
    } <= names
    assert {f"themes/default/{name}" for name in theme_files()} <= names


def test_the_wheel_makes_and_builds_a_new_site_in_an_empty_folder(
    dist: Path, tmp_path: Path
) -> None:
    venv = tmp_path / "venv"
    assert run(sys.executable, "-m", "venv", venv, cwd=tmp_path).returncode == 0
    python = venv / "bin" / "python"
    locked = (
        "-m",
        "pip",
        "install",
        "--quiet",
        "--require-hashes",
        "--no-deps",
        "-r",
        ROOT / "requirements.txt",
    )
    installed = run(python, *locked, cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr[-2000:]
    assert (
        run(
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            next(dist.glob("*.whl")),
            cwd=tmp_path,
        ).returncode
        == 0
    )
    journeybook = venv / "bin" / "journeybook"
    empty = tmp_path / "new site"
    empty.mkdir()
    for command in (("init",), ("check", "--strict"), ("build",)):
        done = run(journeybook, *command, cwd=empty)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr
    assert (empty / "site" / "index.html").read_text("utf-8").startswith("<!")
