"""History from git: every state of a repository, and that a hostile one runs nothing."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journeybook.effects import git as module
from journeybook.effects import git_program
from journeybook.effects.git import History, Status, fetch_hint, history

AUTHOR = ("-c", "user.name=Ana B", "-c", "user.email=ana@example.org")


def run(folder: Path, *arguments: str, when: int = 1_700_000_000) -> str:
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": f"{when} +0900", "GIT_COMMITTER_DATE": f"{when} +0900",
    }  # fmt: skip
    done = subprocess.run(
        ["git", *AUTHOR, *arguments], cwd=folder, env=environment, capture_output=True, check=True
    )
    return done.stdout.decode()


def commit(folder: Path, files: dict[str, str], subject: str, when: int) -> str:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    run(folder, "add", "-A")
    run(folder, "commit", "-qm", subject, when=when)
    return run(folder, "rev-parse", "HEAD").strip()


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    folder = tmp_path / "repo"
    folder.mkdir()
    run(folder, "init", "-q", "-b", "main")
    return folder


def test_each_file_has_its_newest_commit(repo: Path) -> None:
    one = commit(
        repo, {"site.yaml": "a", "content/x.md": "1", "content/y.md": "1"}, "first", 1_700_000_000
    )
    commit(repo, {"README.md": "not the site"}, "readme", 1_700_000_100)
    two = commit(repo, {"content/x.md": "2"}, "second\n\nbody", 1_700_000_200)
    found = history(repo)
    assert (found.status, found.revision) == (Status.OK, two)
    assert [(change.revision, change.subject, change.paths) for change in found.changes] == [
        (two, "second", ("content/x.md",)),
        (one, "first", ("content/x.md", "content/y.md", "site.yaml")),
    ]
    assert found.last_change["content/x.md"].when == datetime.fromtimestamp(1_700_000_200, UTC)
    assert found.last_change["content/y.md"].revision == one
    assert found.last_change["content/y.md"].author == "Ana B"
    assert list(found.last_change) == ["content/x.md", "content/y.md", "site.yaml"]


def test_a_site_in_a_folder_has_paths_from_its_own_root(repo: Path) -> None:
    commit(
        repo,
        {"shop/site.yaml": "a", "shop/content/x.md": "1", "content/other.md": "1"},
        "first",
        1_700_000_000,
    )
    assert list(history(repo / "shop").last_change) == ["content/x.md", "site.yaml"]


def test_the_newest_change_wins_in_history_order_even_with_a_wrong_clock(repo: Path) -> None:
    commit(repo, {"content/x.md": "1"}, "from the future", 1_900_000_000)
    two = commit(repo, {"content/x.md": "2"}, "later", 1_700_000_000)
    assert history(repo).last_change["content/x.md"].revision == two


def test_changes_of_a_merged_branch_are_found(repo: Path) -> None:
    commit(repo, {"content/x.md": "1"}, "first", 1_700_000_000)
    run(repo, "checkout", "-qb", "side")
    side = commit(repo, {"content/y.md": "1"}, "side", 1_700_000_100)
    run(repo, "checkout", "-q", "main")
    commit(repo, {"content/z.md": "1"}, "main", 1_700_000_200)
    run(repo, "merge", "-q", "--no-ff", "-m", "merge", "side", when=1_700_000_300)
    assert history(repo).last_change["content/y.md"].revision == side


def test_odd_names_authors_and_subjects_are_read_as_written(repo: Path) -> None:
    names = [
        "content/-rf.md",
        "content/a;touch b.md",
        "content/$(id).md",
        'content/"q".md',
        "content/a\nb.md",
        "content/é.md",
    ]
    for name in names:
        (repo / name).parent.mkdir(exist_ok=True)
        (repo / name).write_text("x")
    run(repo, "add", "-A")
    run(repo, "commit", "-qm", "/slash", "--author", "/Ana <a@b>")
    run(repo, "commit", "-q", "--allow-empty", "-m", "nothing")
    found = history(repo)
    assert sorted(found.last_change) == sorted(names)
    assert found.last_change["content/é.md"].author == "/Ana"
    assert found.last_change["content/é.md"].subject == "/slash"
    assert len(found.changes) == 1


def test_only_the_newest_changes_are_listed_but_every_file_has_a_date(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_CHANGES", 2)
    for number in range(4):
        commit(repo, {f"content/{number}.md": "x"}, str(number), 1_700_000_000 + number)
    found = history(repo)
    assert [change.subject for change in found.changes] == ["3", "2"]
    assert len(found.last_change) == 4


def test_g3_no_git_no_repository_and_an_empty_one(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "plain").mkdir()
    assert history(tmp_path / "plain") == History(Status.NOT_A_REPOSITORY)
    assert history(repo) == History(Status.EMPTY)
    assert history(tmp_path / "missing") == History(Status.FAILED)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history(repo) == History(Status.NO_GIT)


def test_g3_a_shallow_clone_has_a_revision_and_no_dates(repo: Path, tmp_path: Path) -> None:
    commit(repo, {"content/x.md": "1"}, "first", 1_700_000_000)
    two = commit(repo, {"content/y.md": "1"}, "second", 1_700_000_100)
    run(tmp_path, "clone", "-q", "--depth", "1", f"file://{repo}", "clone")
    assert history(tmp_path / "clone") == History(Status.SHALLOW, two)
    assert "git fetch --unshallow" in fetch_hint(Status.SHALLOW)
    assert "fetch-depth: 0" in fetch_hint(Status.SHALLOW)


def test_g3_a_detached_head_a_lock_and_sha256_are_fine(repo: Path, tmp_path: Path) -> None:
    one = commit(repo, {"content/x.md": "1"}, "first", 1_700_000_000)
    commit(repo, {"content/x.md": "2"}, "second", 1_700_000_100)
    run(repo, "checkout", "-q", "--detach", one)
    (repo / ".git" / "index.lock").touch()
    assert history(repo).revision == one
    assert [change.revision for change in history(repo).changes] == [one]
    other = tmp_path / "sha256"
    other.mkdir()
    run(other, "init", "-q", "--object-format=sha256")
    assert len(commit(other, {"content/x.md": "1"}, "first", 1_700_000_000)) == 64
    assert history(other).status is Status.OK


@pytest.mark.skipif(os.geteuid() != 0, reason="needs another user's folder")
def test_g3_dubious_ownership_is_named_until_the_user_trusts_the_folder(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repo, {"content/x.md": "1"}, "first", 1_700_000_000)
    for path in (repo, repo / ".git"):
        os.chown(path, 12345, 12345)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert history(repo) == History(Status.DUBIOUS_OWNERSHIP)
    assert "safe.directory" in fetch_hint(Status.DUBIOUS_OWNERSHIP)
    (tmp_path / ".gitconfig").write_text(f"[safe]\n\tdirectory = {repo}\n")
    assert history(repo).status is Status.OK


def test_g2_a_hostile_repository_runs_nothing(repo: Path, tmp_path: Path) -> None:
    proof = tmp_path / "proof"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {proof}\ncat\n")
    program.chmod(0o755)
    (repo / ".gitattributes").write_text("*.md diff=evil filter=evil\n")
    commit(repo, {"content/x.md": "1"}, "first", 1_700_000_000)
    commit(repo, {"content/x.md": "2"}, "second", 1_700_000_100)
    settings = (
        "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "diff.evil.textconv", "diff.evil.command",
        "diff.external", "filter.evil.smudge", "filter.evil.clean", "gpg.program", "credential.helper", "pager.log",
        "pager.rev-list", "pager.diff-tree", "core.alternateRefsCommand", "alias.rev-list", "alias.rev-parse",
    )  # fmt: skip
    for setting in settings:
        run(repo, "config", setting, str(program))
    run(repo, "config", "log.showSignature", "true")
    for hook in ("post-checkout", "reference-transaction", "fsmonitor-watchman"):
        (repo / ".git" / "hooks" / hook).write_text(program.read_text())
        (repo / ".git" / "hooks" / hook).chmod(0o755)
    proof.unlink(missing_ok=True)
    found = history(repo)
    assert found.status is Status.OK
    assert len(found.changes) == 2
    assert not proof.exists()


def test_g2_a_replaced_commit_does_not_forge_a_date(repo: Path) -> None:
    one = commit(repo, {"content/x.md": "1"}, "first", 1_700_000_000)
    two = commit(repo, {"content/x.md": "2"}, "second", 1_700_000_100)
    run(repo, "replace", two, one)
    assert history(repo).last_change["content/x.md"].subject == "second"


def test_g4_nothing_of_the_callers_environment_reaches_git(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repo, {"content/x.md": "1"}, "first", 1_700_000_000)
    fake = tmp_path / "bin"
    fake.mkdir()
    (fake / "git").write_text(
        f'#!/bin/sh\nenv >> {tmp_path}/seen\nprintf "%s\\n" "$@" >> {tmp_path}/seen\nexit 128\n'
    )
    (fake / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake}:{os.environ['PATH']}")
    hostile = (
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_EXTERNAL_DIFF",
        "GIT_ASKPASS",
        "GIT_SSH_COMMAND",
        "WIKI_TOKEN",
        "GIT_TRACE",
    )
    for name in hostile:
        monkeypatch.setenv(name, "MARKED-VALUE")
    assert history(repo).status is Status.FAILED
    seen = (tmp_path / "seen").read_text()
    assert "MARKED-VALUE" not in seen
    assert "GIT_CONFIG_NOSYSTEM=1" in seen
    assert "protocol.allow=never" in seen


def test_a_git_that_hangs_is_given_up(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / "bin"
    fake.mkdir()
    (fake / "git").write_text("#!/bin/sh\nexec sleep 30\n")
    (fake / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake}:{os.environ['PATH']}")
    monkeypatch.setattr(git_program, "PATIENCE", 0.2)
    assert history(repo).status is Status.FAILED


def test_every_refusal_has_a_command_to_run() -> None:
    assert all(fetch_hint(status) for status in Status if status is not Status.OK)
    assert fetch_hint(Status.OK) == ""
