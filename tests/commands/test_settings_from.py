"""M8: the branch of a stranger is checked and built with the settings and the theme of a revision that is trusted."""

from __future__ import annotations

from pathlib import Path

import pytest
from terminals import run
from test_diff_command import commit, git

HOME = Path("themes/acme/templates/pages/home.html")
OURS = "{% extends 'default:pages/home.html' %}{% block content %}<p>ours</p>{% endblock %}"
SAID = "ignoring templates changed on this branch (themes/acme/templates/pages/home.html); using those from main"


@pytest.fixture
def branch(starter: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with a theme of its own on `main`, and a branch that somebody else has made of it."""
    monkeypatch.setenv("JOURNEYBOOK_CACHE", str(starter.parent / f"{starter.name}-cache"))
    Path(".gitignore").write_text("/site/\n")
    HOME.parent.mkdir(parents=True)
    HOME.write_text(OURS)
    settings = Path("site.yaml")
    settings.write_text(f"{settings.read_text('utf-8')}theme: acme\n", "utf-8")
    git("init", "-q", "-b", "main")
    commit("first")
    git("checkout", "-qb", "branch")
    return starter


def home() -> str:
    return Path("site/index.html").read_text("utf-8")


def test_m8_templates_changed_on_a_branch_are_not_run(branch: Path) -> None:
    HOME.write_text(
        "{% extends 'default:base.html' %}{% block content %}<p>theirs</p>{% endblock %}"
    )
    commit("theirs")
    done = run("build", "--no-diagrams", "--settings-from", "main")
    assert done.exit_code == 0, done.stderr
    assert SAID in done.stderr
    assert "<p>ours</p>" in home()
    assert "theirs" not in home()
    again = run("build", "--no-diagrams", "--settings-from", "main")
    assert "no changes" in again.stdout
    assert SAID in again.stderr
    run("build", "--no-diagrams")
    assert "<p>theirs</p>" in home(), "who trusts the branch says nothing, and gets it"


def test_m8_a_template_that_a_branch_brings_or_takes_away_changes_nothing(branch: Path) -> None:
    HOME.with_name("page.html").write_text("{{ nothing.at.all }}")
    HOME.unlink()
    commit("theirs")
    done = run("build", "--no-diagrams", "--settings-from", "main")
    assert done.exit_code == 0, done.stderr
    assert (
        "ignoring templates changed on this branch (themes/acme/templates/pages/home.html and 1 more)"
        in done.stderr
    )
    assert "<p>ours</p>" in home()


@pytest.mark.parametrize("command", ["check", "build"])
def test_m8_a_branch_raises_no_limit_and_switches_off_no_rule(branch: Path, command: str) -> None:
    Path("content/pages").mkdir(exist_ok=True)
    Path("content/pages/long.md").write_text("---\ntitle: Long\n---\n" + "word " * 14_000)
    Path("site.yaml").write_text("title: Mine\nlimits: {body: 256}\n")
    commit("theirs")
    assert run("check").exit_code == 0, "by its own settings all is well"
    done = run(command, "--settings-from", "main")
    assert done.exit_code == 1
    assert "the text below the front matter is larger than 64 KB" in done.stdout + done.stderr
    assert "ignoring this branch's changes to site.yaml; using site.yaml from main" in done.stderr


def test_a_branch_that_changes_neither_is_built_as_ever(branch: Path) -> None:
    done = run("build", "--no-diagrams", "--settings-from", "main")
    assert (done.exit_code, "not" in done.stderr) == (0, False), done.stderr
    assert "<p>ours</p>" in home()


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_name_that_is_no_revision_is_wrong_use(branch: Path, command: str) -> None:
    done = run(command, "--settings-from", "--output=x")
    assert done.exit_code == 2
    assert "not a revision: `--output=x`" in done.stderr
    assert not Path("x").exists()


def test_settings_that_cannot_be_read_are_no_settings(branch: Path) -> None:
    HOME.unlink()
    HOME.symlink_to("/etc/passwd")
    commit("a link")
    done = run("check", "--settings-from", "branch")
    assert done.exit_code == 2
    assert "cannot use the settings from `branch`: symbolic links are not followed" in done.stderr
