"""`journeybook owners`: which file it writes, and how it ends."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from terminals import run

from journeybook.exporting.codeowners import Block

BEGIN, END = Block().begin, Block().end


@pytest.fixture
def owned(starter: Path) -> Path:
    """A repository whose site knows its teams."""
    (starter / ".git").mkdir()
    used = sorted({line.split(": ", 1)[1] for path in starter.rglob("*.md") for line in path.read_text("utf-8").splitlines()
                   if line.startswith("owner: ")})  # fmt: skip
    assert used
    table = "".join(f'  {name}: "@acme/{name.replace(" ", "-")}"\n' for name in used)
    (starter / "site.yaml").write_text(
        (starter / "site.yaml").read_text("utf-8") + "owners:\n" + table, "utf-8"
    )
    return starter


def test_writes_checks_and_says_when_out_of_date(owned: Path) -> None:
    assert run("owners", "--check").exit_code == 1
    assert not (owned / ".github/CODEOWNERS").exists()
    written = run("owners")
    assert (written.exit_code, written.stderr) == (0, "")
    assert written.stdout.endswith(" lines written to .github/CODEOWNERS\n")
    assert (
        "/content/journeys/lena-commuter/get-my-bicycle-fixed.md @acme/"
        in (owned / ".github/CODEOWNERS").read_text()
    )
    assert run("owners", "--check").exit_code == 0
    path = owned / "content/journeys/lena-commuter/get-my-bicycle-fixed.md"
    path.write_text(path.read_text("utf-8").replace("owner: ", "owner: nobody and ", 1), "utf-8")
    stale = run("owners", "--check")
    assert stale.exit_code == 1
    assert "out of date; run `journeybook owners`" in stale.stderr
    assert "warning[JB221] owner-without-handle" in stale.stderr


def test_the_file_that_is_there_is_used_and_its_lines_stay(owned: Path) -> None:
    (owned / "CODEOWNERS").write_text("* @everybody\n")
    assert run("owners").exit_code == 0
    assert (owned / "CODEOWNERS").read_text().startswith(f"* @everybody\n\n{BEGIN}\n/content/")
    assert not (owned / ".github/CODEOWNERS").exists()


def test_gitlab_has_its_own_place(owned: Path) -> None:
    (owned / ".gitlab-ci.yml").write_text("{}\n")
    shutil.rmtree(owned / ".github")
    assert run("owners").exit_code == 0
    assert (owned / ".gitlab/CODEOWNERS").read_text().startswith(BEGIN)
    assert run("owners", "--for", "github", "--output", "-").stdout.startswith(BEGIN)


def test_a_link_at_the_place_is_not_followed(owned: Path) -> None:
    (owned / "elsewhere").write_text("precious")
    (owned / "CODEOWNERS").symlink_to(owned / "elsewhere")
    found = run("owners")
    assert (found.exit_code, found.stdout) == (2, "")
    assert "symbolic link" in found.stderr
    assert (owned / "elsewhere").read_text() == "precious"


def test_a_damaged_block_is_2_and_nothing_is_written(owned: Path) -> None:
    (owned / "CODEOWNERS").write_text(END + "\n")
    found = run("owners")
    assert (found.exit_code, (owned / "CODEOWNERS").read_text()) == (2, END + "\n")


def test_where_no_owner_has_a_handle_nothing_is_written(starter: Path) -> None:
    found = run("owners")
    assert found.exit_code == 1
    assert "no owner has a handle yet" in found.stderr
    assert not (starter / ".github/CODEOWNERS").exists()
