"""`journeybook build` a second time: nothing to do is said at once, and anything that changed is noticed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journeybook.commands.init import starter


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in starter({"TITLE": "Journeys", "TODAY": "2026-11-20"}).items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text, "utf-8")
    return tmp_path / "site"


def build(site: Path, *options: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "journeybook", "build", "--no-diagrams", *options],
        cwd=site,
        env={**os.environ, "JOURNEYBOOK_CACHE": str(site.parent / "cache"), **environment},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def out(site: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(site)): path.read_bytes()
        for path in sorted((site / "site").rglob("*"))
        if path.is_file()
    }


def test_the_second_build_has_nothing_to_do(site: Path) -> None:
    assert "no changes" not in build(site)
    assert "no changes" in build(site)


@pytest.mark.parametrize(
    "what", ["content", "site.yaml", "theme", "output", "missing output", "options", "the day"]
)
def test_a_change_is_noticed_and_the_output_equals_a_clean_build(site: Path, what: str) -> None:
    build(site)
    options: tuple[str, ...] = ()
    environment = {}
    page = site / "site/personas/lena-commuter.html"
    if what == "content":
        persona = site / "content/personas/lena-commuter.md"
        persona.write_text(persona.read_text("utf-8") + "\nMore.\n", "utf-8")
    elif what == "site.yaml":
        (site / "site.yaml").write_text(
            (site / "site.yaml").read_text("utf-8").replace("title: ", "title: The ", 1), "utf-8"
        )
    elif what == "theme":
        (site / "themes/default/static/css").mkdir(parents=True)
        (site / "themes/default/static/css/z.css").write_text("p { color: red }")
    elif what == "output":
        page.write_bytes(page.read_bytes()[::-1])
        options = ("--force",)
    elif what == "missing output":
        page.unlink()
    elif what == "options":
        options = ("--strict",)
    else:
        environment = {"SOURCE_DATE_EPOCH": "1900000000"}
    assert "no changes" not in build(site, *options, **environment)
    made = out(site)
    build(site, "--no-cache", "--force", **environment)
    assert made == out(site)


def test_without_a_cache_everything_is_made_anew_and_nothing_is_kept(site: Path) -> None:
    assert "no changes" not in build(site, "--no-cache") + build(site, "--no-cache")
    assert not (site.parent / "cache").exists()
