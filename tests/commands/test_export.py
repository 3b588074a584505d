"""`journeybook export`: what is written where, and a sentence where it cannot be."""

from __future__ import annotations

import csv
import importlib.util
import io
import os
import shutil
from pathlib import Path

import pytest
from terminals import run

from chromium import executable
from journeybook.commands.export import FORMATS
from journeybook.exporting.formats import EXPORTS


@pytest.fixture
def journey(starter: Path) -> str:
    """The id of a journey of the starter site."""
    file = sorted((starter / "content/journeys").rglob("*.md"))[0]
    return file.relative_to(starter / "content/journeys").with_suffix("").as_posix()


def test_help_names_every_format() -> None:
    assert tuple(EXPORTS) == FORMATS
    assert all(name in run("export", "--help").stdout for name in FORMATS)


@pytest.mark.parametrize("form", ["csv", "json", "svg", "html", "xlsx", "png"])
def test_a_journey_becomes_a_file_in_the_current_folder(
    starter: Path, journey: str, form: str
) -> None:
    if form in ("xlsx", "png"):
        pytest.importorskip("openpyxl" if form == "xlsx" else "resvg_py")
    done = run("export", form, journey, *(["--scale", "0.5"] if form == "png" else []))
    assert (done.exit_code, done.stderr) == (0, "")
    name = f"{journey.replace('/', '-')}.{form}"
    assert done.stdout == f"{name}\n"
    assert (starter / name).stat().st_size > 500


def test_a_file_that_is_there_is_kept_unless_force_says_so(starter: Path, journey: str) -> None:
    (starter / "map.csv").write_text("mine")
    done = run("export", "csv", journey, "--out", "map.csv")
    assert done.exit_code == 2
    assert "`map.csv` already exists; use --force to overwrite it" in done.stderr
    assert (starter / "map.csv").read_text() == "mine"
    assert run("export", "csv", journey, "--out", "map.csv", "--force").exit_code == 0
    assert (starter / "map.csv").read_text() != "mine"
    assert not list(starter.glob(".journeybook-*"))


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_is_replaced_and_never_followed(starter: Path, journey: str) -> None:
    (starter / "precious").write_text("mine")
    (starter / "map.csv").symlink_to("precious")
    assert run("export", "csv", journey, "--out", "map.csv", "--force").exit_code == 0
    assert (starter / "precious").read_text() == "mine"
    assert not (starter / "map.csv").is_symlink()


def test_without_a_journey_all_go_into_a_folder(starter: Path) -> None:
    done = run("export", "svg", "--out", "pictures")
    assert done.exit_code == 0
    assert len(list((starter / "pictures").glob("*.svg"))) == len(
        list((starter / "content/journeys").rglob("*.md"))
    )


def test_the_steps_of_all_journeys_are_one_table(starter: Path) -> None:
    done = run("export", "csv", "--what", "steps", "--out", "-")
    assert done.exit_code == 0
    rows = list(csv.reader(io.StringIO(done.stdout.lstrip("\ufeff"), newline="")))
    assert rows[0][:2] == ["journey", "persona"]
    assert len(rows) > 3


def test_several_files_do_not_fit_into_one(starter: Path, journey: str) -> None:
    for arguments in (("mermaid", journey, "--out", "-"), ("mermaid", journey, "--out", "one.mmd")):
        done = run("export", *arguments)
        assert done.exit_code == 2
        assert "files to " in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("csv", "ana/nothing"), "unknown journey `ana/nothing`"),
        (("csv", "--what", "curve"), "csv cannot export `curve`; choose from: matrix, steps"),
        (("docx",), "Invalid value for 'FORMAT'"),
    ],
)
def test_what_is_not_there_is_said(starter: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run("export", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_a_picture_does_not_go_to_a_terminal(starter: Path, journey: str) -> None:
    pytest.importorskip("resvg_py")
    done = run("export", "png", journey, "--scale", "0.2", "--out", "-")
    assert done.exit_code == 2
    assert "this format is binary" in done.stderr


def test_a_site_with_errors_is_not_exported(starter: Path, journey: str) -> None:
    (starter / f"content/journeys/{journey}.md").write_text("no front matter\n")
    done = run("export", "csv", journey)
    assert done.exit_code == 1
    assert "nothing was written; run `journeybook check` to see it" in done.stderr


@pytest.mark.parametrize(("form", "package"), [("xlsx", "openpyxl"), ("png", "resvg_py")])
def test_a_missing_extra_is_named(
    starter: Path, journey: str, form: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name, *more: None if name == package else real(name, *more),
    )
    done = run("export", form, journey)
    assert done.exit_code == 2
    assert (
        f'{form} export needs an extra package; run: pip install "journeybook[{form}]"'
        in done.stderr
    )


def test_a_missing_chromium_is_said(
    starter: Path, journey: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    done = run("export", "pdf", journey)
    assert done.exit_code == 2
    assert "PDF export needs Chromium or Chrome" in done.stderr


@pytest.mark.skipif(executable() is None, reason="no Chromium")
@pytest.mark.parametrize("what", ["page", "map"])
def test_a_pdf_is_made_where_chromium_is(starter: Path, journey: str, what: str) -> None:
    done = run("export", "pdf", journey, "--what", what, "--out", "map.pdf")
    assert (done.exit_code, done.stderr) == (0, "")
    data = (starter / "map.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"D:20000101000000" in data
    if what == "map":
        assert data.count(b"/Type /Page\n") == 1
