"""C9 to C11, C16 to C18, C22: sites in folders, moved and renamed files, and what git knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import ANA, SITE, Repo, repository

from journeybook.publish.comment import MARKER, Comment, Delete, Update, is_marker, plan
from journeybook.publish.untrusted import read_comment


@pytest.mark.parametrize("folder", ["", "docs/cx"])
def test_c10_the_history_of_a_step_in_a_site_in_a_sub_folder(tmp_path: Path, folder: str) -> None:
    repo = repository(tmp_path, folder)
    repo.commit({ANA: SITE[ANA].replace("+1 curious", "-1 lost")})
    done = repo.run("log", "ana/buy#look")
    assert "emotion changed from “+1 curious” to “−1 lost”" in done.stdout
    assert done.stdout.endswith("step first added\n")


@pytest.mark.parametrize("folder", ["", "docs/cx"])
def test_c10_renames_in_a_site_in_a_sub_folder_are_followed(tmp_path: Path, folder: str) -> None:
    repo = repository(tmp_path, folder)
    renamed = ANA.replace("buy", "purchase")
    repo.git("mv", f"{repo.site}/{ANA}", f"{repo.site}/{renamed}")
    text = SITE[ANA].replace("I buy", "How I shop").replace("+1 curious", "-1 lost")
    repo.commit({renamed: text})
    done = repo.run("diff", "HEAD~1..HEAD")
    assert "journey “I buy” was renamed “How I shop”" in done.stdout
    assert "new journey" not in done.stdout
    assert "emotion changed from “+1 curious” to “−1 lost”" in done.stdout
    told = repo.run("log", "ana/purchase#look").stdout
    assert f"journey was then {ANA}" in told


def moved(tmp_path: Path, old: str = "docs/cx", new: str = "journeys") -> Repo:
    """A branch that moves the site, and in which a feeling falls."""
    before = repository(tmp_path, old)
    before.git("checkout", "-qb", "topic")
    (tmp_path / new).mkdir(parents=True, exist_ok=True)
    for name in ("site.yaml", "content"):
        before.git("mv", f"{before.site}/{name}", str(tmp_path / new / name))
    repo = Repo(tmp_path, new)
    repo.commit({ANA: SITE[ANA].replace("+1 curious", "-2 lost")})
    return repo


@pytest.mark.parametrize(("old", "new"), [("docs/cx", "journeys"), ("", "maps"), ("maps", "")])
def test_c9_a_moved_site_is_compared_with_where_it_was(tmp_path: Path, old: str, new: str) -> None:
    repo = moved(tmp_path, old, new)
    for what in ("main", "main..HEAD", "HEAD~1...HEAD"):
        done = repo.run("diff", what, "--fail-on", "high")
        assert done.exit_code == 1
        assert "emotion changed from “+1 curious” to “−2 lost”" in done.stdout
        assert "new journey" not in done.stdout
        assert f"the site is in {old or '.'}/ in" in done.stderr


def test_c9_a_move_that_is_not_committed_is_followed_too(tmp_path: Path) -> None:
    repo = repository(tmp_path, "docs/cx")
    repo.git("mv", "docs/cx", "journeys")
    repo = Repo(tmp_path, "journeys")
    repo.write({ANA: SITE[ANA].replace("+1 curious", "-2 lost")})
    done = repo.run("diff", "--fail-on", "high")
    assert done.exit_code == 1
    assert "emotion changed from “+1 curious” to “−2 lost”" in done.stdout
    assert "new journey" not in done.stdout


def test_c9_files_renamed_during_the_move_are_matched(tmp_path: Path) -> None:
    repo = moved(tmp_path)
    repo.git("mv", f"journeys/{ANA}", f"journeys/{ANA.replace('buy', 'purchase')}")
    repo.commit()
    assert "new journey" not in repo.run("diff", "main").stdout


def test_c9_a_site_compared_in_a_build_is_followed_too(tmp_path: Path) -> None:
    repo = moved(tmp_path)
    done = repo.run("build", "--out", str(tmp_path / "out"), "--compare-with", "main")
    assert done.exit_code == 0, done.stderr
    assert "the site is in docs/cx/ in main" in done.stderr
    assert "+1 curious" in (tmp_path / "out/changes.json").read_text("utf-8")


def test_c9_links_of_the_comment_lead_to_where_the_file_was(tmp_path: Path) -> None:
    site = "title: Maps\nrepository:\n  url: https://github.com/acme/maps\n"
    repo = repository(tmp_path, "docs/cx", {"site.yaml": site})
    base = repo.git("rev-parse", "HEAD")
    repo.git("mv", "docs/cx", "journeys")
    repo = Repo(tmp_path, "journeys")
    head = repo.commit({ANA: SITE[ANA].replace("+1 curious", "-2 lost")})
    comment = repo.run("diff", f"{base}..{head}", "--format", "markdown").stdout
    assert f"/blob/{base}/docs/cx/content/" in comment
    assert f"/blob/{head}/journeys/content/" in comment


def test_c9_one_of_two_moved_sites_is_known_by_its_settings(tmp_path: Path) -> None:
    one = repository(tmp_path, "docs/one")
    other = Repo(tmp_path, "docs/other")
    other.commit({**SITE, "site.yaml": "title: Others\n"})
    one.git("checkout", "-qb", "topic")
    one.git("mv", "docs/one", "docs/b")
    one.git("mv", "docs/other", "docs/a")
    repo = Repo(tmp_path, "docs/b")
    repo.commit({ANA: SITE[ANA].replace("+1 curious", "-2 lost")})
    assert "the site is in docs/one/ in main" in repo.run("diff", "main").stderr
    repo.commit({"site.yaml": "title: Neither\n"})
    done = repo.run("diff", "main")
    assert done.exit_code == 3
    assert "`main` has no site in docs/b/, but in docs/one/ and in docs/other/" in done.stderr


def test_c9_a_second_site_of_a_repository_is_new(tmp_path: Path) -> None:
    repository(tmp_path, "one").git("checkout", "-qb", "topic")
    repo = Repo(tmp_path, "two")
    repo.commit(SITE)
    done = repo.run("diff", "main")
    assert "new journey: “I buy”" in done.stdout
    assert done.exit_code == 0


@pytest.mark.parametrize("command", ["check", "build"])
def test_c9_settings_of_a_revision_without_this_site_are_refused(
    tmp_path: Path, command: str
) -> None:
    repo = moved(tmp_path)
    done = repo.run(command, "--settings-from", "main")
    assert done.exit_code not in (0, 1)
    assert "it has no site.yaml in `journeys/`; it has one in `docs/cx/`" in done.stderr
    assert not (repo.site / "site").exists()


def test_c22_a_branch_that_only_the_remote_has_is_offered(tmp_path: Path) -> None:
    repo = repository(tmp_path)
    repo.git("checkout", "-qb", "topic")
    repo.git("update-ref", "refs/remotes/origin/main", "HEAD")
    repo.git("branch", "-qD", "main")
    for name, offered in (("main", "origin/main"), ("topci", "topic")):
        done = repo.run("diff", name)
        assert done.exit_code == 2
        assert f"did you mean `{offered}`?" in done.stderr


def test_c22_of_several_last_common_commits_one_is_chosen_and_the_others_are_named(
    tmp_path: Path,
) -> None:
    repo = repository(tmp_path)
    repo.git("checkout", "-qb", "topic")
    one = repo.commit({"content/channels/a.md": "---\ntitle: A\n---\n"})
    repo.git("checkout", "-q", "main")
    other = repo.commit({"content/channels/b.md": "---\ntitle: B\n---\n"}, day="2026-10-02")
    repo.git("merge", "-q", "--no-edit", one)
    repo.git("checkout", "-q", "topic")
    repo.git("merge", "-q", "--no-edit", other)
    assert repo.run("diff", "main..HEAD").stderr == ""
    done = repo.run("diff", "main")
    assert "main and HEAD were merged into each other" in done.stderr
    named = {commit[:12] for commit in (one, other) if commit[:12] in done.stderr}
    assert len(named) == 2


def test_c22_characters_of_a_path_mean_nothing_in_a_link(tmp_path: Path) -> None:
    site = "title: Maps\nrepository:\n  url: https://git.example.com/a%20b\n"
    odd = "50%25 @off?"
    repo = repository(tmp_path, odd, {"site.yaml": site})
    repo.commit({ANA: SITE[ANA].replace("+1 curious", "-2 lost")})
    comment = repo.run("diff", "HEAD~1..HEAD", "--format", "markdown").stdout
    assert "(https://git.example.com/a%20b/blob/" in comment
    assert "/50%2525%20%40off%3F/content/journeys/ana/buy.md#L" in comment


def owned(handle: str) -> str:
    return SITE[ANA].replace("title: I buy\n", f'title: I buy\nowner: "@acme/{handle}"\n')


def test_c11_the_owners_of_each_site_of_a_repository_have_their_own_block(tmp_path: Path) -> None:
    sites = [
        repository(tmp_path, "docs/cx", {ANA: owned("one")}),
        Repo(tmp_path, "maps & more"),
        Repo(tmp_path),
    ]
    sites[1].commit({**SITE, ANA: owned("two")})
    sites[2].commit({**SITE, ANA: owned("three")})
    for repo in (*sites, *reversed(sites)):
        assert repo.run("owners").exit_code == 0
    text = (tmp_path / ".github/CODEOWNERS").read_text("utf-8")
    assert [line for line in text.splitlines() if line.startswith("/")] == [
        f"/docs/cx/{ANA} @acme/one",
        f"/maps\\ &\\ more/{ANA} @acme/two",
        f"/{ANA} @acme/three",
    ]
    for repo in sites:
        assert repo.run("owners", "--check").exit_code == 0


@pytest.mark.parametrize("folder", ["docs/cx", "a b", ""])
def test_c11_a_block_of_an_earlier_version_is_taken_over_by_its_own_site(
    tmp_path: Path, folder: str
) -> None:
    repo = repository(tmp_path, folder, {ANA: owned("one")})
    assert repo.run("owners").exit_code == 0
    file = tmp_path / ".github/CODEOWNERS"
    now = file.read_text("utf-8")
    name = f" of {folder}" if folder else ""
    file.write_text(now.replace(f"# journeybook owners{name}:", "# journeybook owners:"), "utf-8")
    if folder:
        other = Repo(tmp_path, "other")
        other.commit({**SITE, ANA: owned("other")})
        assert other.run("owners").exit_code == 0
        assert "@acme/one" in file.read_text("utf-8")
    assert repo.run("owners").exit_code == 0
    assert file.read_text("utf-8").startswith(now)


def test_c11_the_comment_on_each_site_is_its_own(tmp_path: Path) -> None:
    one = repository(tmp_path, "docs/cx--2")
    other = Repo(tmp_path)
    other.commit(SITE)
    texts = {}
    for repo in (one, other):
        repo.commit({ANA: SITE[ANA].replace("+1 curious", "-1 lost")})
        texts[repo.folder] = repo.run("diff", "HEAD~1..HEAD", "--format", "markdown").stdout
    assert texts["docs/cx--2"].startswith("<!-- journeybook-review of docs/cx%2D%2D2 -->\n")
    assert texts[""].startswith(f"{MARKER}\n")
    for text in texts.values():
        assert isinstance(read_comment(text.encode(), "https://github.com/acme/maps"), str)
    existing = [Comment(1, "bot", texts["docs/cx--2"]), Comment(2, "bot", texts[""])]
    for at, text in enumerate(texts.values(), 1):
        assert plan(existing, f"{text}more\n", "bot") == (Update(at, f"{text}more\n"),)
        nothing = "\n".join((text.split("\n")[0], "### Map review: no changes", ""))
        assert plan(existing, nothing, "bot") == (Delete(at),)
    assert plan(existing, "", "bot") == (Delete(1), Delete(2))


@pytest.mark.parametrize(
    "line",
    [
        "<!-- journeybook-review of  -->",
        "<!-- journeybook-review of a--b -->",
        "<!-- journeybook-review of a> -->",
        "<!-- journeybook-review of a b -->",
        "<!-- journeybook-review of a --><!-- -->",
        "<!-- journeybook-review-->",
    ],
)
def test_c11_only_what_we_write_is_a_marker(line: str) -> None:
    assert not is_marker(line)
