"""A13: content in the wrong place is reported, and never empties a site that had pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.cli import cli

PAGE = "---\ntitle: Book\n---\nText.\n"


def write(root: Path, path: str, text: str = PAGE) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [arguments[0], "--site", str(root), *arguments[1:]])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, "site.yaml", "title: Maps\n")
    write(tmp_path, "content/pages/about.md")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("book.md", "content/, for example pages/"),
        ("journeys/book.md", "content/journeys/"),
        ("Touchpoints/book.md", "content/touchpoints/"),
    ],
)
def test_a13_a_file_of_content_outside_the_content_folder_is_a_warning(
    root: Path, path: str, place: str
) -> None:
    write(root, path)
    told = run(root, "check").stdout
    assert f"JB146] stray-file: `{path}` is outside content/ and not read" in told
    assert f"move it to {place}" in told


@pytest.mark.parametrize("path", ["README.md", "docs/book.md", "src/journeys/book.md"])
def test_a13_other_files_of_a_repository_are_left_alone(root: Path, path: str) -> None:
    write(root, path, PAGE if "/" in path else "# Maps\n")
    assert "no findings" in run(root, "check").stdout


@pytest.mark.parametrize("name", ["Content", "CONTENT", "contents"])
def test_a13_a_content_folder_of_another_name_is_an_error(root: Path, name: str) -> None:
    (root / "content").rename(root / "elsewhere")
    (root / "elsewhere").rename(root / name)
    result = run(root, "check")
    assert f"there is no folder `content`, but `{name}`" in result.stdout
    assert result.exit_code != 0


def test_a13_a_site_without_content_is_a_warning(root: Path) -> None:
    (root / "content/pages/about.md").unlink()
    result = run(root, "check")
    assert "JB147] no-content: the folder `content` is empty" in result.stdout
    assert result.exit_code == 0


def test_a13_a_build_does_not_replace_pages_by_an_empty_site(root: Path) -> None:
    assert run(root, "build").exit_code == 0
    (root / "content/pages/about.md").unlink()
    result = run(root, "build")
    assert result.exit_code == 2
    assert "nothing was written; to replace them, use --force" in result.stderr
    assert (root / "site/pages/about.html").is_file()
    assert run(root, "build", "--force").exit_code == 0
    assert not (root / "site/pages/about.html").exists()


def test_a13_a_settings_file_of_another_name_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "site.yml", "title: Maps\n")
    monkeypatch.chdir(tmp_path)
    assert "rename `site.yml`" in CliRunner().invoke(cli, ["check"]).stderr
