"""G4: a marked value in every variable of the environment shows up in no output, no file and no argument."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journeybook.publish.comment import MARKER
from publish.fake_forge import Forge, running

GENERATOR = Path(__file__).parents[2] / "generator"
MARKED = "tr4ced-s3cret"
NEEDED = (
    "PATH",
    "HOME",
    "JOURNEYBOOK_CACHE",
    "TMPDIR",
    "LANG",
    "LC_ALL",
    "LD_LIBRARY_PATH",
    "SYSTEMROOT",
)
NAMES = (
    "GITHUB_TOKEN", "GH_TOKEN", "GITLAB_TOKEN", "JOURNEYBOOK_TOKEN", "CI_JOB_TOKEN", "AWS_SECRET_ACCESS_KEY", "NPM_TOKEN",
    "GIT_ASKPASS", "GIT_SSH_COMMAND", "GIT_CONFIG_PARAMETERS", "GITHUB_ACTOR", "USER", "LOGNAME", "HOSTNAME", "EDITOR",
    "PASSWORD", "DATABASE_URL", "GITHUB_WORKSPACE", "GITHUB_REF", "CI_COMMIT_REF_NAME", "ACTIONS_RUNTIME_TOKEN",
)  # fmt: skip


@pytest.fixture
def environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in NEEDED if name in os.environ}
    marked = {name: f"{MARKED}-{name}" for name in {*NAMES, *os.environ} - set(kept)}
    return {
        **marked,
        **kept,
        "PYTHONPATH": str(GENERATOR),
        "NO_COLOR": "1",
        "TERM": "dumb",
    } | without_python(marked)


def without_python(marked: dict[str, str]) -> dict[str, str]:
    """The interpreter's own switches would stop it, not leak."""
    return {name: "" for name in marked if name.startswith(("PYTHON", "SOURCE_DATE"))} | {
        "PYTHONPATH": str(GENERATOR)
    }


def run(
    folder: Path, environment: dict[str, str], *arguments: str
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "journeybook", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, timeout=120, check=False
    )


def test_g4_no_command_writes_what_the_environment_holds(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    site = tmp_path / "site of ours"
    told = [run(tmp_path, environment, "init", str(site))]
    (site / ".git").mkdir()
    text = (site / "site.yaml").read_text("utf-8")
    (site / "site.yaml").write_text(
        text + 'owners:\n  "*": "@acme/all"\n  shop team: "@acme/shop"\n', "utf-8"
    )
    (site / "content/journeys/lena-commuter/broken.md").write_text(
        "---\ntitle: x\nstattus: y\n---\n", "utf-8"
    )
    for form in ("text", "json", "github", "gitlab", "sarif"):
        told.append(run(site, environment, "check", "--verbose", "--format", form))
    assert told[-1].returncode == 1
    told.append(run(site, environment, "build", "--verbose"))
    (site / "content/journeys/lena-commuter/broken.md").unlink()
    told.append(run(site, environment, "build", "--verbose"))
    assert told[-1].returncode == 0, told[-1].stderr
    told += [
        run(site, environment, *arguments)
        for arguments in (("owners",), ("owners", "--output", "-"), ("doctor",))
    ]
    files = [path for path in site.rglob("*") if path.is_file()]
    assert len(files) > 30
    for path in files:
        assert MARKED.encode() not in path.read_bytes(), path
    for done in told:
        assert MARKED.encode() not in done.stdout + done.stderr, done.args


def test_g4_no_comparison_writes_what_the_environment_holds(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    site = tmp_path / "site"
    told = [run(tmp_path, environment, "init", str(site))]
    plain = {name: os.environ[name] for name in NEEDED if name in os.environ}
    git = ["git", "-c", "user.name=Ana", "-c", "user.email=ana@example.com"]
    page = site / "content/pages/about.md"
    page.parent.mkdir(exist_ok=True)
    for text in ("---\ntitle: About\n---\n", "---\ntitle: About us\n---\n"):
        page.write_text(text, "utf-8")
        for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
            subprocess.run([*git, *arguments], cwd=site, env=plain, check=True)
    for form in ("text", "json", "markdown", "github", "html"):
        told.append(run(site, environment, "diff", "HEAD~1..HEAD", "--format", form))
        assert told[-1].returncode == 0, told[-1].stderr
    told.append(run(site, environment, "diff", "no-such-revision"))
    told.append(
        run(
            site,
            environment,
            "build",
            "--verbose",
            "--compare-with",
            "HEAD~1",
            "--settings-from",
            "HEAD~1",
        )
    )
    assert told[-1].returncode == 0, told[-1].stderr
    for done in told:
        assert MARKED.encode() not in done.stdout + done.stderr, done.args
    for path in (path for path in site.rglob("*") if path.is_file()):
        assert MARKED.encode() not in path.read_bytes(), path


@pytest.mark.parametrize("status", [0, 401, 403, 404, 422, 302])
def test_g4_g7_the_token_reaches_the_forge_and_nothing_else(
    tmp_path: Path, environment: dict[str, str], status: int
) -> None:
    (tmp_path / "comment.md").write_text(f"{MARKER}\nx\n")
    with running(Forge()) as forge:
        if status:
            forge.special = lambda handler: (
                handler.say(status, {"message": "no"}, Location="https://evil.example/") is None
            )
        here = {
            **environment,
            "GITHUB_API_URL": forge.url,
            "GITHUB_SERVER_URL": "https://github.com",
            "GITLAB_CI": "",
        }
        arguments = ("comment", "--file", "comment.md", "--pull", "3", "--repo", "acme/maps")
        done = run(tmp_path, here, *arguments)
        assert done.returncode == (2 if status in (401, 404, 422, 302) else 0), done.stderr
        assert MARKED.encode() not in done.stdout + done.stderr
        assert {
            name for head in forge.headers for name, value in head.items() if MARKED in value
        } == {"authorization"}
        assert not [path for _, path in forge.seen if MARKED in path]
    assert [path.name for path in tmp_path.iterdir()] == ["comment.md"]
