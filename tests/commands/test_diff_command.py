"""`journeybook diff`: what is compared, in which format, and with which exit code."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest
from change_the_atlas import change
from terminals import run

from journeybook.publish.comment import has_changes
from journeybook.publish.untrusted import read_comment

ROOT = Path(__file__).parents[2]
JOURNEY = "content/journeys/lena-commuter/get-my-bicycle-fixed.md"


def git(*arguments: str) -> str:
    environment = {"PATH": os.environ["PATH"], "HOME": str(Path.cwd()), "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-c", "user.name=Ana", "-c", "user.email=ana@example.org", *arguments]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    ).stdout.strip()


def commit(subject: str = "next") -> str:
    git("add", "-A")
    git("commit", "-qm", subject)
    return git("rev-parse", "HEAD")


def edit(old: str, new: str, path: str = JOURNEY) -> None:
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def kept(starter: Path) -> Path:
    """The starter site in git, its journey a draft, with one commit on `main`."""
    edit("status: approved", "status: draft")
    git("init", "-q", "-b", "main")
    commit("first")
    return starter


def flip() -> None:
    """Turn the first good or bad feeling of the journey around."""
    text = Path(JOURNEY).read_text("utf-8")
    line = next(
        line for line in text.splitlines() if line.startswith(("- emotion: -", "- emotion: +"))
    )
    sign = line[len("- emotion: ")]
    other = "+" if sign == "-" else "-"
    edit(line, line.replace(f": {sign}", f": {other}"))


def test_nothing_changed_is_said_in_one_line(kept: Path) -> None:
    done = run("diff")
    assert (done.exit_code, done.stdout, done.stderr) == (
        0,
        "HEAD → the working tree: no changes\n",
        "",
    )


def test_the_working_tree_is_compared_with_the_last_commit(kept: Path) -> None:
    flip()
    done = run("diff")
    assert done.exit_code == 0
    assert done.stdout.startswith("HEAD → the working tree: 1 high")
    assert "crosses zero" in done.stdout


def test_a_branch_is_compared_from_where_it_left(kept: Path) -> None:
    git("checkout", "-qb", "branch")
    flip()
    commit()
    git("checkout", "-q", "main")
    edit("title: ", "title: Renamed on main, ")
    commit()
    git("checkout", "-q", "branch")
    assert "JD104" not in run("diff", "main").stdout
    assert "JD301" in run("diff", "main").stdout
    assert "JD104" in run("diff", "main..branch").stdout
    assert (
        run("diff", "main...branch").stdout.splitlines()[2:]
        == run("diff", "main").stdout.splitlines()[2:]
    )
    assert "JD104" in run("diff", "branch", "main").stdout


def test_fail_on_ends_with_1_from_its_level_on(kept: Path) -> None:
    flip()
    assert run("diff", "--fail-on", "high").exit_code == 1
    assert run("diff", "--fail-on", "info").exit_code == 1
    git("checkout", "-q", "--", ".")
    edit("title: ", "title: Another ")
    assert run("diff", "--fail-on", "high").exit_code == 0


def test_an_accepted_change_does_not_fail(kept: Path) -> None:
    flip()
    found = json.loads(run("diff", "--format", "json").stdout)
    change = found["journeys"][0]["changes"][0]
    Path(".journeybook-accept").write_text(
        f"# agreed\n{change['fingerprint']}  so it is\nnonsense\n"
    )
    done = run("diff", "--fail-on", "high")
    assert "1 accepted in .journeybook-accept" in done.stdout
    assert ".journeybook-accept:3: not a 12-digit fingerprint" in done.stderr
    assert "crosses zero" not in done.stdout


def test_two_drafts_outside_of_any_site(here: Path) -> None:
    for name, feeling in (("one.md", "-1 lost"), ("two.md", "+1 glad")):
        Path(name).write_text(
            f"---\ntitle: I buy\n---\n## Awareness\n### I look\n- emotion: {feeling}\n"
        )
    done = run("diff", "one.md", "two.md")
    assert "crosses zero" in done.stdout
    assert "two.md:6:3" in done.stdout


def test_two_folders_with_sites(starter: Path) -> None:
    subprocess.run(["cp", "-r", ".", "../other"], check=True)
    flip()
    assert "JD301" in run("diff", ".", "../other").stdout


@pytest.mark.parametrize(
    "name",
    [
        "nothing",
        "--output=x",
        "-c",
        "HEAD^{/x}",
        ":/text",
        "@{-1}",
        "a b",
        "main..nothing",
        "HEAD..:x",
    ],
)
def test_g1_a_name_that_is_no_revision_is_2_and_writes_nothing(kept: Path, name: str) -> None:
    before = sorted(kept.rglob("*"))
    done = run("diff", "--", name)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "not a revision: `" in done.stderr
    assert sorted(kept.rglob("*")) == before


def test_a_file_that_is_broken_on_one_side_is_named_and_the_rest_compared(kept: Path) -> None:
    edit("title: ", "title: &anchor ", "content/personas/lena-commuter.md")
    flip()
    done = run("diff")
    assert done.exit_code == 3
    assert "could not be read, after: content/personas/lena-commuter.md" in done.stdout
    assert "crosses zero" in done.stdout
    comment = run("diff", "--format", "markdown")
    assert comment.exit_code == 3
    assert "Some files could not be compared" in comment.stdout


def test_a_value_that_cannot_be_read_is_said_and_the_rest_of_its_file_compared(kept: Path) -> None:
    flip()
    edit("- emotion: ", "- emotion: happy\n- emotion: ")
    done = run("diff")
    assert done.exit_code == 0
    assert "only partly read, after" in done.stdout
    assert "crosses zero" in done.stdout


def test_no_repository_and_nothing_committed_are_3_with_the_command_to_run(
    starter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run("diff")
    assert (done.exit_code, done.stdout) == (3, "")
    assert "the site is not in a git repository; run `git init" in done.stderr
    git("init", "-q", "-b", "main")
    done = run("diff", "main")
    assert done.exit_code == 3
    assert "this branch has no commits yet; run `git add" in done.stderr


def test_the_root_commit_and_a_merge_are_revisions_like_others(kept: Path) -> None:
    git("checkout", "-qb", "side")
    flip()
    side = commit()
    git("checkout", "-q", "main")
    Path("note.txt").write_text("x")
    commit()
    git("merge", "-q", "--no-ff", "-m", "merge", side)
    root = git("rev-list", "--max-parents=0", "HEAD")
    assert "JD301" in run("diff", f"{root}..HEAD").stdout
    assert "JD301" in run("diff", "HEAD^1..HEAD").stdout


def test_json_is_of_the_published_shape(kept: Path) -> None:
    schema = json.loads((ROOT / "docs" / "changes.schema.json").read_text("utf-8"))
    flip()
    Path("content/touchpoints/ready-message.md").unlink()
    edit("title: ", "title: &a ", "content/personas/lena-commuter.md")
    found = json.loads(run("diff", "--format", "json").stdout)
    jsonschema.Draft202012Validator(schema).validate(found)
    assert [change["code"] for change in found["journeys"][0]["changes"]] == ["JD301", "JD360"]
    assert found["unreadable"][0]["side"] == "head"


def test_output_goes_into_a_file_also_a_second_time(kept: Path) -> None:
    for _ in range(2):
        done = run("diff", "--format", "markdown", "--output", "comment.md")
        assert (done.exit_code, done.stdout) == (0, "")
    assert (
        Path("comment.md")
        .read_text("utf-8")
        .startswith("<!-- journeybook-review -->\n### Map review: no changes\n")
    )


def test_settings_come_from_the_base_revision(kept: Path) -> None:
    flip()
    edit("title: ", "diff: {impact: {JD301: info}}\ntitle: ", "site.yaml")
    assert "2 high" in run("diff").stdout, "the emotion and the setting"
    commit()
    flip()
    assert "HIGH" not in run("diff").stdout


def test_a_kind_of_change_that_does_not_exist_is_a_finding(kept: Path) -> None:
    edit("title: ", "diff: {impact: {step-moveed: low}}\ntitle: ", "site.yaml")
    done = run("check")
    assert done.exit_code == 2
    assert "unknown kind of change `step-moveed`" in done.stdout
    assert "did you mean `step-moved`?" in done.stdout


def test_a_pull_request_on_the_sample_atlas_as_the_manual_shows_it(here: Path) -> None:
    shutil.copy(ROOT / "site.yaml", "site.yaml")
    shutil.copytree(ROOT / "content", "content")
    git("init", "-q", "-b", "main")
    commit("before")
    git("checkout", "-qb", "proposal")
    change(here)
    commit("after")
    text = run("diff", "main").stdout
    manual = (ROOT / "docs" / "review.md").read_text("utf-8")
    assert text.strip() in manual, text
    annotations = run("diff", "main", "--format", "github").stdout
    assert annotations.strip() in manual, annotations
    comment = run("diff", "main", "--format", "markdown").stdout
    said = [line.split(" · ")[0] for line in comment.splitlines() if line.startswith("- **")]
    assert len(said) == 5
    for line in said:
        assert line in manual, line
    assert read_comment(comment.encode(), "https://github.com/example/journeybook") == comment


def test_a_comment_about_nothing_is_one_that_is_never_posted(kept: Path) -> None:
    assert not has_changes(run("diff", "--format", "markdown").stdout)
    persona = Path("content/personas/lena-commuter.md")
    persona.write_text(persona.read_text("utf-8").replace("title: ", "title:   ", 1), "utf-8")
    comment = run("diff", "--format", "markdown").stdout
    assert "1 file changed, no change in meaning" in comment
    assert not has_changes(comment)
    flip()
    assert has_changes(run("diff", "--format", "markdown").stdout)


def test_never_is_a_level_that_no_change_reaches(kept: Path) -> None:
    flip()
    assert run("diff", "--fail-on", "never").exit_code == 0
    assert run("diff", "--fail-on", "info").exit_code == 1


def test_documents_that_a_build_has_read_are_taken_from_its_cache_and_say_the_same(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from journeybook.schema import read

    monkeypatch.setenv("JOURNEYBOOK_CACHE", str(kept.parent / f"{kept.name}-cache"))
    assert run("build", "--no-diagrams").exit_code == 0
    flip()
    assert run("build", "--no-diagrams").exit_code == 0
    commit()
    without = run("diff", "HEAD~1..HEAD", "--no-cache")
    opened: list[str] = []
    real = read.read_document
    monkeypatch.setattr(
        read,
        "read_document",
        lambda source, *more, **named: (opened.append(source.path), real(source, *more, **named))[
            1
        ],
    )
    done = run("diff", "HEAD~1..HEAD")
    assert (done.stdout, done.exit_code) == (without.stdout, 0)
    assert "JD301" in done.stdout
    assert opened == []
    run("diff", "HEAD~1..HEAD", "--no-cache")
    assert opened


def test_a_cache_inside_the_repository_is_not_looked_at(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It holds values that run code when they are read, and whoever wrote the branch could have put them there."""
    from journeybook.effects.cache_location import cache_file

    monkeypatch.setenv("JOURNEYBOOK_CACHE", "content")
    file = cache_file(Path(), None)
    file.write_bytes(b"no database")
    commit()
    flip()
    commit()
    assert run("diff", "HEAD~1..HEAD").exit_code == 0
    assert file.read_bytes() == b"no database"


def test_a_comparison_alone_makes_no_cache(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = kept.parent / f"{kept.name}-cache"
    monkeypatch.setenv("JOURNEYBOOK_CACHE", str(folder))
    flip()
    commit()
    assert run("diff", "HEAD~1..HEAD").exit_code == 0
    assert not folder.exists()


# Said to somebody new --------------------------------------------------------------------------------------------


def test_a_journey_that_cannot_be_read_leaves_no_touchpoint_unused(kept: Path) -> None:
    """Whether anybody still comes to it stands in the file that could not be read."""
    Path(JOURNEY).write_bytes(b"\x00\x01\xff\xfe")
    done = run("diff")
    assert done.exit_code == 3
    assert "HEAD → the working tree: some files could not be compared" in done.stdout
    assert "no longer used in any journey" not in done.stdout
    Path(JOURNEY).unlink()
    assert "no longer used in any journey" in run("diff").stdout


def test_a_mistyped_branch_is_offered_by_its_name(kept: Path) -> None:
    done = run("diff", "mian")
    assert done.exit_code == 2
    assert "not a revision: `mian`; did you mean `main`?" in done.stderr
    assert "see `git branch --all`" in run("diff", "somewhere-else").stderr


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (("now.md",), "`now.md` is a single file; give a second file to compare it with"),
        (("now.md", "then.md"), "no such file: `then.md`"),
        (("then.md",), "no such file: `then.md`"),
    ],
)
def test_a_file_that_is_alone_or_missing_is_told_as_one_also_outside_of_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("now.md").write_text("---\ntitle: I buy\n---\n")
    done = run("diff", *what)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_two_drafts_are_told_without_the_id_that_they_do_not_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, feeling in (("now.md", "+1"), ("then.md", "-1")):
        Path(name).write_text(
            f"---\ntitle: I buy\n---\n## Awareness\n### I look\n- emotion: {feeling}\n"
        )
    said = run("diff", "now.md", "then.md").stdout
    assert "  “I look”: emotion changed from “+1” to “−1”" in said
    assert "draft" not in said


def test_what_was_written_and_what_failed_is_said_beside_the_result(kept: Path) -> None:
    flip()
    done = run("diff", "--fail-on", "high", "--format", "html", "--output", "changes.html")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "--fail-on high: 1 change has this impact or higher",
        "written to changes.html",
    ]


def test_c18_edits_that_are_not_committed_are_named_in_a_comparison_of_commits(kept: Path) -> None:
    assert run("diff", "main").stderr == ""
    flip()
    told = "1 changed file is not committed and not compared; run `journeybook diff` to see it\n"
    assert run("diff", "main").stderr == told
    assert run("diff", "HEAD").stderr == told
    assert run("diff").stderr == ""
    Path("content/pages/new.md").write_text("---\ntitle: New\n---\nx\n")
    assert run("diff", "main").stderr.startswith("2 changed files are not committed")
    commit()
    assert run("diff", "main").stderr == ""


def test_c18_line_ends_of_a_checkout_are_no_edit(kept: Path) -> None:
    path = Path(JOURNEY)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run("diff", "main").stderr == ""


def test_c16_a_renamed_file_without_was_is_named_with_the_line_to_add(kept: Path) -> None:
    git("mv", "content/touchpoints/booking-page.md", "content/touchpoints/book-online.md")
    commit()
    done = run("diff", "HEAD~1")
    assert (
        "content/touchpoints/book-online.md was renamed; add `was: booking-page` to its front matter"
        in done.stderr
    )
    edit("title:", "was: booking-page\ntitle:", "content/touchpoints/book-online.md")
    commit()
    assert "was renamed" not in run("diff", "HEAD~2").stderr
