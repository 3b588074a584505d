"""The publish jobs for GitHub and GitLab: their scripts, run by a real shell on a real site."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
GITHUB = yaml.safe_load((ROOT / "docs/ci/publish.yml").read_text("utf-8"))["jobs"]
GITLAB = yaml.safe_load((ROOT / "docs/ci/gitlab/journeybook.gitlab-ci.yml").read_text("utf-8"))
REAL = f"""#!/bin/sh
PYTHONPATH="{ROOT / "generator"}" exec "{sys.executable}" -m journeybook "$@"
"""
MAP = "---\ntitle: Buy\n---\n## Decision\n### I ask {#ask}\n- emotion: +1 glad\n"


@dataclass(frozen=True)
class Checkout:
    """A clone of a site whose `main` publishes into the folder `wiki` beside it."""

    folder: Path

    @property
    def wiki(self) -> Path:
        return self.folder.parent / "wiki"

    @property
    def summary(self) -> str:
        file = self.folder.parent / "summary.md"
        return file.read_text("utf-8") if file.exists() else ""

    def git(self, *arguments: str) -> None:
        named = ("-c", "user.name=Ana", "-c", "user.email=ana@example.com")
        subprocess.run(
            ["git", *named, *arguments], cwd=self.folder, check=True, capture_output=True
        )

    def commit(self) -> None:
        self.git("add", ".")
        self.git("commit", "-qm", "A change")

    def run(self, script: str, shell: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run the script of a job, as its code host does."""
        environment = {
            **os.environ,
            "PATH": f"{self.folder.parent}/journeybook/bin:{os.environ['PATH']}",
            "RUNNER_TEMP": str(self.folder.parent),
            "GITHUB_STEP_SUMMARY": str(self.folder.parent / "summary.md"),
            "WIKI_TOKEN": "canary-token",
            "TARGET": "handbook",
            "JOURNEYBOOK_TARGET": "handbook",
            "JOURNEYBOOK_SITE": ".",
            **variables,
        }
        return subprocess.run(
            [shell, "-e", "-c", script],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
        )


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    program = tmp_path / "journeybook/bin/journeybook"
    program.parent.mkdir(parents=True)
    program.write_text(REAL)
    program.chmod(0o755)
    site = Checkout(tmp_path / "site")
    (site.folder / "content/journeys/ana").mkdir(parents=True)
    (site.folder / "content/journeys/ana/buy.md").write_text(MAP)
    (site.folder / "site.yaml").write_text(
        "title: Maps\npublish:\n  handbook: {to: folder, path: ../wiki, under: Maps}\n"
    )
    site.git("init", "-q", "-b", "main")
    site.commit()
    return site


def step(job: str, name: str) -> str:
    steps: list[dict[str, Any]] = GITHUB[job]["steps"]
    (script,) = [step["run"] for step in steps if step.get("name") == name]
    return str(script)


def publish(site: Checkout, host: str) -> subprocess.CompletedProcess[str]:
    """What the job for the main branch does."""
    if host == "github":
        return site.run(step("publish", "Publish"), "bash")
    return site.run("\n".join(GITLAB["journeybook-publish"]["script"]), "sh")


def preview(site: Checkout, host: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """What the job for a pull request does."""
    if host == "github":
        script = step("preview", "Show the differences")
        return site.run(script, "bash", **{"BASE": "main", **variables})
    script = "\n".join(GITLAB["journeybook-publish-preview"]["script"])
    return site.run(script, "sh", **{"CI_MERGE_REQUEST_DIFF_BASE_SHA": "main", **variables})


def shown(site: Checkout, host: str, done: subprocess.CompletedProcess[str]) -> str:
    return site.summary if host == "github" else done.stdout


each_host = pytest.mark.parametrize("host", ["github", "gitlab"])


@each_host
def test_the_main_branch_is_published_and_an_edited_page_fails_the_job(
    checkout: Checkout, host: str
) -> None:
    done = publish(checkout, host)
    assert done.returncode == 0, done.stdout + done.stderr
    page = checkout.wiki / "Maps/journeys/ana/buy.md"
    page.write_text(page.read_text("utf-8").replace("Buy", "Buy, as Ana sees it"), "utf-8")
    again = publish(checkout, host)
    assert again.returncode == 1
    assert "edited by a person" in shown(checkout, host, again)
    assert "Buy, as Ana sees it" in page.read_text("utf-8")


@each_host
def test_a_pull_request_shows_the_differences_and_writes_nothing(
    checkout: Checkout, host: str
) -> None:
    publish(checkout, host)
    before = {file: file.read_bytes() for file in checkout.wiki.rglob("*") if file.is_file()}
    checkout.git("checkout", "-qb", "topic")
    (checkout.folder / "content/journeys/ana/buy.md").write_text(MAP.replace("I ask", "I wait"))
    checkout.commit()
    done = preview(checkout, host)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = shown(checkout, host, done).splitlines()
    assert any(line.startswith("-") and "I ask" in line for line in lines)
    assert any(line.startswith("+") and "I wait" in line for line in lines)
    after = {file: file.read_bytes() for file in checkout.wiki.rglob("*") if file.is_file()}
    assert after == before


@each_host
def test_a_branch_cannot_send_the_token_elsewhere_or_run_a_command(
    checkout: Checkout, host: str, tmp_path: Path
) -> None:
    publish(checkout, host)
    checkout.git("checkout", "-qb", "topic")
    (checkout.folder / "site.yaml").write_text(
        "title: Maps\npublish:\n  handbook:\n    to: dokuwiki\n    url: https://evil.invalid/\n"
        f"    user: maps\n    token-command: touch {tmp_path}/was-run\n"
    )
    checkout.commit()
    done = preview(checkout, host)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ignoring this branch's changes to site.yaml" in done.stderr
    assert "evil.invalid" not in done.stdout + done.stderr + checkout.summary
    assert not (tmp_path / "was-run").exists()


@each_host
def test_a_failed_comparison_fails_the_job(checkout: Checkout, host: str) -> None:
    checkout.git("checkout", "-qb", "topic")
    (checkout.folder / "content/journeys/ana/buy.md").write_text("---\ntitle: [\n---\n")
    checkout.commit()
    assert preview(checkout, host).returncode == 1


def test_without_the_secret_a_pull_request_is_not_compared(checkout: Checkout) -> None:
    done = preview(checkout, "github", WIKI_TOKEN="")
    assert (done.returncode, checkout.summary) == (0, "")
    assert "the secret WIKI_TOKEN is not set" in done.stdout
