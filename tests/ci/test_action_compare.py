"""The steps of the action, run by a real shell in a real clone, with a stand-in for journeybook."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
STEPS = {
    step["name"]: step
    for step in yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
}
STAND_IN = """#!/bin/sh
printf '%s\\n' "$*" >> "$CALLS"
case "$*" in *"--fail-on never"*) [ "$EXIT" = 1 ] && EXIT=0 ;; esac
while [ $# -gt 0 ]; do
  if [ "$1" = --output ]; then echo made > "$2"; fi
  shift
done
exit "$EXIT"
"""
REAL = f"""#!/bin/sh
printf '%s\\n' "$*" >> "$CALLS"
PYTHONPATH="{ROOT / "generator"}" exec "{sys.executable}" -m journeybook "$@"
"""


def git(folder: Path, *arguments: str) -> str:
    named = (
        "-c",
        "user.name=Ana",
        "-c",
        "user.email=ana@example.com",
        "-c",
        "init.defaultBranch=main",
    )
    return subprocess.run(
        ["git", *named, *arguments], cwd=folder, capture_output=True, text=True, check=True
    ).stdout.strip()


def commit(folder: Path, name: str) -> str:
    (folder / name).write_text(name)
    git(folder, "add", name)
    git(folder, "commit", "-qm", name)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def merged(tmp_path: Path) -> tuple[Path, str]:
    """A shallow clone of two commits at the merge of a branch with its base, as GitHub checks it out; and the base."""
    origin = tmp_path / "origin"
    origin.mkdir()
    git(origin, "init", "-q")
    for name in ("one", "two", "three"):
        base = commit(origin, name)
    git(origin, "checkout", "-qb", "topic", "HEAD~1")
    commit(origin, "mine")
    git(origin, "checkout", "-q", "main")
    git(origin, "merge", "-q", "--no-ff", "-m", "merge", "topic")
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{origin}", "clone")
    return tmp_path / "clone", base


def compare(
    folder: Path, code: int = 0, program: str = STAND_IN, **more: str
) -> tuple[list[str], dict[str, str], Path]:
    """Run the step “Compare”: the calls of journeybook, the outputs of the step, the temporary folder."""
    temporary = folder.parent / "temporary"
    temporary.mkdir()
    file = folder.parent / "journeybook"
    file.write_text(program)
    file.chmod(0o755)
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(folder.parent), "RUNNER_TEMP": str(temporary), "EXIT": str(code),
        "CALLS": str(temporary / "calls"), "GITHUB_OUTPUT": str(temporary / "output"), "JOURNEYBOOK": str(file),
        "GITHUB_STEP_SUMMARY": str(temporary / "summary"), "SITE": ".", "FAIL_ON": "never", "GIVEN_BASE": "",
        "EVENT": "pull_request", "GITHUB_SHA": git(folder, "rev-parse", "HEAD"), **more,
    }  # fmt: skip
    script = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS["Compare"]["run"]]
    done = subprocess.run(
        script, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    calls = (temporary / "calls").read_text().splitlines() if (temporary / "calls").exists() else []
    output = temporary / "output"
    lines = output.read_text().splitlines() if output.exists() else []
    return calls, dict(line.split("=", 1) for line in lines), temporary


def test_two_commits_of_history_are_enough_for_a_pull_request(merged: tuple[Path, str]) -> None:
    folder, base = merged
    assert git(folder, "rev-parse", "HEAD^1") == base
    calls, outputs, temporary = compare(folder, BASE=base)
    assert [call.split(" -- ")[1] for call in calls] == ["HEAD^1..HEAD", "HEAD^1..HEAD"]
    assert outputs == {"code": "0", "since": base}
    assert (temporary / "journeybook-review-comment/comment.md").read_text() == "made\n"
    assert (temporary / "journeybook-review/comparison.html").exists()
    assert (temporary / "summary").read_text() == "made\n"


def test_the_real_program_accepts_the_calls_of_the_action(merged: tuple[Path, str]) -> None:
    folder, _ = merged
    (folder / "content/personas").mkdir(parents=True)
    (folder / "site.yaml").write_text("title: Maps\n")
    (folder / "content/personas/ana.md").write_text("---\ntitle: Ana\n---\n")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "a site")
    base = git(folder, "rev-parse", "HEAD")
    (folder / "content/personas/ben.md").write_text("---\ntitle: Ben\n---\n")
    commit(folder, "content/personas/README.md")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "a new persona")
    calls, outputs, temporary = compare(folder, program=REAL, BASE=base, GIVEN_BASE=base)
    assert len(calls) == 2
    assert outputs == {"code": "0", "since": base}
    assert "new persona: “Ben”" in (temporary / "journeybook-review-comment/comment.md").read_text(
        "utf-8"
    )
    assert (
        (temporary / "journeybook-review/comparison.html")
        .read_text("utf-8")
        .startswith("<!DOCTYPE html>")
    )


def test_a_merge_commit_of_the_branch_is_not_mistaken_for_the_merge_by_github(
    merged: tuple[Path, str],
) -> None:
    folder, base = merged
    assert (
        compare(folder, BASE=base, GITHUB_SHA="0" * 40)[0][0].split(" -- ")[1] == f"{base}...HEAD"
    )


def test_the_input_base_wins_over_the_base_of_the_pull_request(merged: tuple[Path, str]) -> None:
    assert compare(merged[0], BASE="v1", GIVEN_BASE="v1")[0][0].split(" -- ")[1] == "v1...HEAD"


def test_reaching_fail_on_keeps_the_comment_and_the_comparison(
    merged: tuple[Path, str],
) -> None:
    _, outputs, temporary = compare(merged[0], code=1, BASE="v1", FAIL_ON="high")
    assert outputs == {"code": "1", "since": merged[1]}
    assert (temporary / "journeybook-review-comment/comment.md").exists()
    assert (temporary / "journeybook-review/comparison.html").exists()


def test_a_failed_comparison_is_never_reported_as_no_changes(merged: tuple[Path, str]) -> None:
    calls, outputs, temporary = compare(merged[0], code=3, BASE="v1")
    assert (len(calls), outputs) == (1, {"code": "3"})
    assert not (temporary / "journeybook-review-comment/comment.md").exists()
    assert result(CHECK="0", DIFF="3") == 1


def test_without_a_base_nothing_is_compared(merged: tuple[Path, str]) -> None:
    assert compare(merged[0], BASE="", EVENT="push")[:2] == ([], {})


def test_a_hostile_base_is_one_argument_and_is_never_run_by_the_shell(
    merged: tuple[Path, str],
) -> None:
    calls, _, temporary = compare(merged[0], BASE="x; touch owned $(touch owned)", GIVEN_BASE="x")
    assert calls[0].endswith(" -- x; touch owned $(touch owned)...HEAD")
    assert not (merged[0] / "owned").exists()
    assert not (temporary / "owned").exists()


def call(folder: Path, step: str, since: str, fork: str = "false") -> str:
    """Run a step: the call of journeybook, or nothing."""
    temporary = folder.parent / f"step {step}"
    temporary.mkdir()
    file = folder.parent / "journeybook"
    file.write_text(STAND_IN)
    file.chmod(0o755)
    environment = {
        "PATH": os.environ["PATH"], "RUNNER_TEMP": str(temporary), "JOURNEYBOOK": str(file), "SITE": ".", "EXIT": "0",
        "CALLS": str(temporary / "calls"), "SINCE": since, "FORK": fork, "GITHUB_OUTPUT": str(temporary / "output"),
    }  # fmt: skip
    script = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[step]["run"]]
    subprocess.run(script, cwd=folder, env=environment, check=True)
    calls = temporary / "calls"
    return calls.read_text().strip().replace(str(temporary), "TEMP") if calls.exists() else ""


BUILD = "build --site . --out TEMP/journeybook-review/site"


def test_the_preview_highlights_changes_after_a_comparison(merged: tuple[Path, str]) -> None:
    assert call(merged[0], "Build the preview", "v1") == f"{BUILD} --compare-with=v1"


def test_the_preview_highlights_nothing_without_a_comparison(
    merged: tuple[Path, str],
) -> None:
    assert call(merged[0], "Build the preview", "") == BUILD


def test_m8_a_fork_is_checked_and_built_with_settings_and_templates_of_the_base(
    merged: tuple[Path, str],
) -> None:
    assert (
        call(merged[0], "Check", "v1", "true")
        == "check --site . --format github --settings-from=v1"
    )
    assert (
        call(merged[0], "Build the preview", "v1", "true")
        == f"{BUILD} --compare-with=v1 --settings-from=v1"
    )


@pytest.mark.parametrize("step", ["Check", "Build the preview"])
def test_m8_g3_without_a_base_the_action_stops_for_a_fork(
    merged: tuple[Path, str], step: str
) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        call(merged[0], step, "", "true")


def test_a_branch_of_the_same_repository_is_checked_with_its_own_settings(
    merged: tuple[Path, str],
) -> None:
    assert call(merged[0], "Check", "v1") == "check --site . --format github"


def result(**environment: str) -> int:
    script = [
        "bash",
        "--noprofile",
        "--norc",
        "-eo",
        "pipefail",
        "-c",
        STEPS["Report the result"]["run"],
    ]
    return subprocess.run(
        script, env={"PATH": os.environ["PATH"], **environment}, capture_output=True, check=False
    ).returncode


@pytest.mark.parametrize(
    ("check", "diff", "code"),
    [("0", "", 0), ("0", "0", 0), ("1", "0", 1), ("2", "", 1), ("0", "1", 1), ("", "0", 1)],
)
def test_the_job_fails_if_the_check_or_the_comparison_failed(
    check: str, diff: str, code: int
) -> None:
    assert result(CHECK=check, DIFF=diff) == code
