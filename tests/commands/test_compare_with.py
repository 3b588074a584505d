"""`journeybook build --compare-with`: what the site then carries, and what happens where nothing can be compared."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from terminals import run
from test_diff_command import JOURNEY, commit, edit, flip, git

PAGE = Path("site/journeys/lena-commuter/get-my-bicycle-fixed.html")
COMPARED = Path("site/since/lena-commuter/get-my-bicycle-fixed.html")


@pytest.fixture
def branch(starter: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The starter site in git, on the branch `branch` that left `main`."""
    monkeypatch.setenv("JOURNEYBOOK_CACHE", str(starter.parent / f"{starter.name}-cache"))
    edit("status: approved", "status: draft")
    Path(".gitignore").write_text("/site/\n")
    git("init", "-q", "-b", "main")
    commit("first")
    git("checkout", "-qb", "branch")
    return starter


def built(*options: str, code: int = 0) -> str:
    done = run("build", "--no-diagrams", *options)
    assert done.exit_code == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def out() -> dict[str, bytes]:
    return {
        str(path): path.read_bytes() for path in sorted(Path("site").rglob("*")) if path.is_file()
    }


def words(path: Path) -> str:
    text = re.sub(r"<[^>]*>", " ", path.read_text("utf-8"))
    return re.sub(r"\s+", " ", text)


def test_the_changes_are_those_of_diff_byte_for_byte(branch: Path) -> None:
    flip()
    commit()
    built("--compare-with", "main")
    assert (
        Path("site/changes.json").read_text("utf-8")
        == run("diff", "main", "--format", "json").stdout
    )


def test_the_base_is_where_the_branch_left(branch: Path) -> None:
    flip()
    commit()
    git("checkout", "-q", "main")
    edit("title: ", "title: Renamed on main, ")
    commit()
    git("checkout", "-q", "branch")
    built("--compare-with", "main")
    found = json.loads(Path("site/changes.json").read_text("utf-8"))
    kinds = {change["code"] for journey in found["journeys"] for change in journey["changes"]}
    assert "JD301" in kinds
    assert "JD104" not in kinds


def test_what_is_not_committed_is_compared_too_since_the_pages_show_it(branch: Path) -> None:
    flip()
    built("--compare-with", "main")
    found = json.loads(Path("site/changes.json").read_text("utf-8"))
    assert found["head"] == {"name": "the working tree", "revision": ""}
    assert found["base"]["revision"] == git("rev-parse", "main")
    assert found["counts"]["high"] == 1


def test_a_changed_journey_says_so_in_the_menu_in_lists_on_its_page_and_in_its_cells(
    branch: Path,
) -> None:
    flip()
    built("--compare-with", "main")
    assert "Journeys 1 ± 1 changed" in words(Path("site/journeys/index.html"))
    card = re.search(
        r'<h2 class="card-title">.*?</h2>',
        Path("site/journeys/index.html").read_text("utf-8"),
        re.DOTALL,
    )
    assert card
    assert "changed" in card[0]
    page = PAGE.read_text("utf-8")
    assert "Changed since main" in page
    assert 'href="../../since/lena-commuter/get-my-bicycle-fixed.html"' in page
    cell = re.search(r'<details class="was">.*?</details>', page, re.DOTALL)
    assert cell
    assert "<del><bdi>" in cell[0]
    anchor = re.search(r'href="[^"]*\.html#(j0_\d+)"', cell[0])
    assert anchor
    assert f'id="{anchor[1]}"' in COMPARED.read_text("utf-8")
    assert "Changed since" not in words(Path("site/personas/lena-commuter.html"))


def test_new_and_removed_steps_are_told_apart_in_words(branch: Path) -> None:
    text = Path(JOURNEY).read_text("utf-8")
    steps = re.findall(r"^### .*$", text, re.MULTILINE)
    start = text.index(steps[1])
    end = text.index(steps[2])
    title = steps[1].removeprefix("### ").partition(" {#")[0]
    last = text.rindex("### ")
    text = f"{text[:last]}### I send a postcard {{#postcard}}\n- does: writes\n\n{text[last:]}"
    Path(JOURNEY).write_text(text[:start] + text[end:], "utf-8")
    built("--compare-with", "main")
    shown = words(PAGE)
    assert f"− removed step {title}" in shown
    assert re.search(r"I send a postcard\s*(\S+ )*?\+ new step", shown)


def test_a_removed_journey_has_a_page_of_the_comparison_and_no_other(branch: Path) -> None:
    Path(JOURNEY).unlink()
    built("--compare-with", "main")
    assert not PAGE.exists()
    assert "this journey was removed" in words(COMPARED)
    assert "lena-commuter/get-my-bicycle-fixed.html" in Path("site/since/index.html").read_text(
        "utf-8"
    )


def test_the_history_page_has_a_name_of_its_own_beside_the_comparison(branch: Path) -> None:
    flip()
    built()
    assert "<h1><bdi>What changed</bdi></h1>" in Path("site/changes.html").read_text("utf-8")
    built("--compare-with", "main")
    assert "<h1><bdi>Changes by commit</bdi></h1>" in Path("site/changes.html").read_text("utf-8")
    assert "<h1><bdi>What changed since main</bdi></h1>" in Path("site/since/index.html").read_text(
        "utf-8"
    )


def test_no_change_is_said_and_nothing_is_marked(branch: Path) -> None:
    built("--compare-with", "main")
    assert "No changes in meaning." in words(Path("site/since/index.html"))
    assert "±" not in words(PAGE)


def test_a_profile_leaves_out_of_the_comparison_what_it_leaves_out_of_the_site(
    branch: Path,
) -> None:
    text = Path(JOURNEY).read_text("utf-8")
    at = text.index("- emotion: ")
    Path(JOURNEY).write_text(f"{text[:at]}- note: a secret about the buyer\n{text[at:]}", "utf-8")
    built("--compare-with", "main", "--profile", "public")
    assert not [path for path, data in out().items() if b"a secret about the buyer" in data]
    built("--compare-with", "main")
    assert [path for path, data in out().items() if b"a secret about the buyer" in data]


def test_accepted_changes_are_counted_and_not_marked(branch: Path) -> None:
    flip()
    built("--compare-with", "main")
    found = json.loads(Path("site/changes.json").read_text("utf-8"))
    prints = [
        change["fingerprint"] for journey in found["journeys"] for change in journey["changes"]
    ]
    Path(".journeybook-accept").write_text("".join(f"{one} agreed\n" for one in prints), "utf-8")
    assert "no changes" not in built("--compare-with", "main")
    assert "already accepted" in words(Path("site/since/index.html"))
    assert "Changed since" not in words(PAGE)


# Where nothing can be compared ------------------------------------------------------------------------------------


def test_a_mistyped_revision_is_wrong_use_and_nothing_is_written(branch: Path) -> None:
    assert "--compare-with: not a revision: `mian`" in built("--compare-with", "mian", code=2)
    assert "not a revision" in built("--compare-with", "--output=x", code=2)
    assert not Path("site").exists()


def test_a_shallow_clone_fails_with_the_command_that_helps_and_leaves_the_old_site(
    branch: Path, tmp_path: Path
) -> None:
    flip()
    commit()
    url = Path.cwd().as_uri()
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", "--branch", "branch", url, "shallow"], check=True
    )
    built("--site", "shallow")
    before = {path: path.read_bytes() for path in Path("shallow/site").rglob("*") if path.is_file()}
    said = built("--site", "shallow", "--compare-with", "main", code=3)
    assert "cannot compare: this clone is shallow" in said
    assert "git fetch --unshallow" in said
    assert {
        path: path.read_bytes() for path in Path("shallow/site").rglob("*") if path.is_file()
    } == before


def test_without_a_repository_the_build_fails(starter: Path) -> None:
    assert "the site is not in a git repository" in built("--compare-with", "main", code=3)
    assert not Path("site").exists()


def test_a_base_that_is_broken_in_part_never_looks_clean_not_even_the_second_time(
    branch: Path,
) -> None:
    good = Path(JOURNEY).read_text("utf-8")
    Path(JOURNEY).write_bytes(b"---\ntitle: \xff\xfe\n---\n")
    commit("break it")
    broken = git("rev-parse", "HEAD")
    Path(JOURNEY).write_text(good, "utf-8")
    commit("mend it")
    for _ in range(2):
        said = built("--compare-with", broken, code=3)
        assert f"not compared: {JOURNEY}:" in said
    assert "Some files could not be compared" in words(Path("site/since/index.html"))
    assert f"Not fully compared with {broken[:10]}" in words(PAGE)


# A second build ---------------------------------------------------------------------------------------------------


def test_with_and_without_the_option_a_cached_build_equals_a_clean_one(branch: Path) -> None:
    built()
    plain = out()
    flip()
    built("--compare-with", "main")
    assert "no changes" in built("--compare-with", "main")
    compared = out()
    built("--compare-with", "main", "--no-cache")
    assert out() == compared
    git("checkout", "-q", "--", ".")
    assert "no changes" not in built()
    assert out() == plain


def test_a_branch_that_moved_is_noticed_though_nothing_here_changed(branch: Path) -> None:
    first = git("rev-parse", "HEAD")
    flip()
    commit()
    git("branch", "-f", "other", first)
    built("--compare-with", "other")
    assert "Changed since other" in words(PAGE)
    git("branch", "-f", "other", "HEAD")
    assert "no changes" not in built("--compare-with", "other")
    assert "Changed since other" not in words(PAGE)
    compared = out()
    shutil.rmtree("site")
    built("--compare-with", "other", "--no-cache")
    assert out() == compared


def test_when_a_change_is_taken_back_only_its_marks_go(branch: Path) -> None:
    good = Path(JOURNEY).read_text("utf-8")
    flip()
    built("--compare-with", "main")
    Path(JOURNEY).write_text(good, "utf-8")
    built("--compare-with", "main")
    made = out()
    shutil.rmtree("site")
    built("--compare-with", "main", "--no-cache")
    assert out() == made
    assert not COMPARED.exists()
