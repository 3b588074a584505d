"""Publishing to git wikis and folders: real bare repositories on this disk."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from journeybook.effects import wiki_git
from journeybook.publish.wiki.model import PictureBlock
from journeybook.publish.wiki.prepare import Orders
from journeybook.publish.wiki.publisher import State
from journeybook.schema.publish_target import DIALECTS
from publish.wiki_desk import (
    BUY,
    RENEW,
    Desk,
    Killed,
    curve,
    edition,
    few_pages,
    reasons,
    settings,
    states,
    without_renew,
)

ANA = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")


class GitWiki:
    """A bare repository, and Ana who works in a clone of it."""

    def __init__(self, folder: Path) -> None:
        self.bare, self.clone = folder / "wiki.git", folder / "ana"
        git(folder, "init", "--quiet", "--bare", "-b", "main", str(self.bare))

    def files(self) -> dict[str, str]:
        if not self.commits():
            return {}
        names = git(self.bare, "ls-tree", "-r", "-z", "--name-only", "main").split("\0")[:-1]
        return {name: git(self.bare, "show", f"main:{name}") for name in names}

    def commits(self) -> int:
        result = subprocess.run(
            ["git", "rev-list", "--count", "main"], cwd=self.bare, capture_output=True, text=True
        )
        return int(result.stdout or 0)

    def act(self, change: Callable[[Path], None]) -> None:
        """Ana changes files and pushes."""
        if not self.clone.exists():
            git(self.bare.parent, "clone", "--quiet", str(self.bare), str(self.clone))
        git(self.clone, "pull", "--quiet", "--ff-only")
        change(self.clone)
        git(self.clone, "add", "--all")
        git(self.clone, *ANA, "commit", "--quiet", "-m", "By hand")
        git(self.clone, "push", "--quiet")


def git(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    result = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, env=environment
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.fixture
def wiki(tmp_path: Path) -> GitWiki:
    return GitWiki(tmp_path)


@pytest.fixture
def desk(wiki: GitWiki, tmp_path: Path) -> Desk:
    return new_desk(wiki, tmp_path / "desk")


def new_desk(wiki: GitWiki, folder: Path, dialect: str = "gitlab") -> Desk:
    folder.mkdir(exist_ok=True)
    target = settings("git", url=str(wiki.bare), dialect=dialect, under="Maps", branch="main")
    return Desk(folder, target)


BUY_FILE, RENEW_FILE = "Maps/journeys/ana/buy.md", "Maps/journeys/ana/renew.md"


def test_all_pages_are_one_commit_and_a_second_run_makes_none(wiki: GitWiki, desk: Desk) -> None:
    assert set(states(desk.publish()).values()) == {State.CREATED}
    assert wiki.commits() == 1
    files = wiki.files()
    assert set(files) == {
        "Maps.md",
        BUY_FILE,
        RENEW_FILE,
        f"Maps/pictures/{curve('buy').name('svg')}",
        f"Maps/pictures/{curve('renew').name('svg')}",
    }
    assert "[Buy](Maps/journeys/ana/buy)" in files["Maps.md"]
    assert desk.publish().code == 0
    assert wiki.commits() == 1


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_links_pages_and_pictures_that_exist(
    wiki: GitWiki, tmp_path: Path, dialect: str
) -> None:
    import posixpath
    import re

    new_desk(wiki, tmp_path / "desk", dialect).publish()
    files = wiki.files()
    pages = [name for name in files if name.endswith(".md")]
    assert len(pages) == 3
    for name in pages:
        for address in re.findall(r"\]\(([^)<#]+)", files[name]):
            if address.startswith("/"):
                target = address[1:]
            else:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), address))
            assert target in files or f"{target}.md" in files, f"{name} -> {address}"


def test_the_author_and_the_message_say_who_and_what(wiki: GitWiki, desk: Desk) -> None:
    desk.publish()
    log = git(wiki.bare, "log", "--format=%an <%ae>%n%B", "main")
    assert log.startswith("journeybook <journeybook@localhost>\nPublish 3 pages\n")
    desk.target = replace(desk.target, author=type(desk.target.to)("Ana <ana@example.org>"))
    desk.publish(edition("Second."))
    assert git(wiki.bare, "log", "-1", "--format=%an <%ae>", "main") == "Ana <ana@example.org>\n"


def test_a_changed_drawing_replaces_the_old_file(wiki: GitWiki, desk: Desk) -> None:
    desk.publish()
    index, buy, renew = few_pages()
    blocks = (buy.blocks[0], PictureBlock(curve("other")), *buy.blocks[2:])
    desk.publish((index, replace(buy, blocks=blocks), renew))
    assert f"Maps/pictures/{curve('buy').name('svg')}" not in wiki.files()
    assert f"Maps/pictures/{curve('other').name('svg')}" in wiki.files()
    assert f"Maps/pictures/{curve('renew').name('svg')}" in wiki.files()


@pytest.mark.parametrize("is_lost", [False, True], ids=["journal", "no journal"])
class TestWhateverPeopleDo:
    """Their words are there afterwards, and the report names the page."""

    @pytest.fixture(autouse=True)
    def _published(self, desk: Desk, is_lost: bool) -> None:
        desk.publish()
        if is_lost:
            desk.lose_journal()

    def test_somebody_edits_a_page(self, wiki: GitWiki, desk: Desk) -> None:
        wiki.act(lambda folder: append(folder / BUY_FILE, "Words of Ana."))
        before = wiki.files()[BUY_FILE]
        report = desk.publish(edition("Second."))
        assert wiki.files()[BUY_FILE] == before
        assert reasons(report)[BUY] == "edited by a person"
        assert "Second." in wiki.files()[RENEW_FILE]

    def test_somebody_renames_a_page(self, wiki: GitWiki, desk: Desk) -> None:
        def move(folder: Path) -> None:
            (folder / "Archive").mkdir()
            (folder / BUY_FILE).rename(folder / "Archive/buy.md")

        wiki.act(move)
        report = desk.publish(edition("Second."))
        assert BUY_FILE not in wiki.files()
        assert "Second." in wiki.files()["Archive/buy.md"]
        assert "](Archive/buy)" in wiki.files()["Maps.md"]
        assert report.code == 0

    def test_somebody_adds_pages_and_files(self, wiki: GitWiki, desk: Desk) -> None:
        def add(folder: Path) -> None:
            (folder / "Home.md").write_text("Home of Ana")
            (folder / "Maps/pictures/photo.png").write_bytes(b"png")
            (folder / "_Sidebar.md").write_text("menu")

        wiki.act(add)
        desk.publish(edition("Second."))
        files = wiki.files()
        assert (files["Home.md"], files["_Sidebar.md"]) == ("Home of Ana", "menu")
        assert files["Maps/pictures/photo.png"] == "png"
        assert "Second." in files[BUY_FILE]

    def test_somebody_has_a_page_of_our_name(self, wiki: GitWiki, desk: Desk) -> None:
        name = "Maps/journeys/ana/return.md"
        wiki.act(lambda folder: append(folder / name, "Own page"))
        page = replace(
            few_pages()[1],
            key="content/journeys/ana/return.md",
            place=("journeys", "ana", "return"),
        )
        report = desk.publish((*few_pages(), page))
        assert wiki.files()[name] == "Own page"
        assert states(report)[page.key] is State.LEFT

    def test_a_source_is_removed(self, wiki: GitWiki, desk: Desk) -> None:
        pages = edition("Second.", without_renew())
        assert states(desk.publish(pages))[RENEW] is State.ORPHANED
        assert RENEW_FILE in wiki.files()
        assert states(desk.publish(pages, Orders(prune="delete")))[RENEW] is State.RETIRED
        assert RENEW_FILE not in wiki.files()


def test_a_link_where_a_page_of_ours_would_stand_stays(wiki: GitWiki, desk: Desk) -> None:
    wiki_file = "Maps/journeys/ana/buy.md"

    def link(folder: Path) -> None:
        (folder / wiki_file).parent.mkdir(parents=True)
        (folder / wiki_file).symlink_to("elsewhere.md")

    git(wiki.bare.parent, "clone", "--quiet", str(wiki.bare), str(wiki.clone))
    link(wiki.clone)
    git(wiki.clone, "add", "--all")
    git(wiki.clone, *ANA, "commit", "--quiet", "-m", "By hand")
    git(wiki.clone, "push", "--quiet", "origin", "HEAD:main")
    report = desk.publish()
    assert states(report)[BUY] is State.LEFT
    assert "120000" in git(wiki.bare, "ls-tree", "main", wiki_file)


def test_a_file_where_a_folder_of_ours_would_stand_stays(wiki: GitWiki, desk: Desk) -> None:
    git(wiki.bare.parent, "clone", "--quiet", str(wiki.bare), str(wiki.clone))
    (wiki.clone / "Maps").write_text("Words of Ana.")
    git(wiki.clone, "add", "--all")
    git(wiki.clone, *ANA, "commit", "--quiet", "-m", "By hand")
    git(wiki.clone, "push", "--quiet", "origin", "HEAD:main")
    report = desk.publish()
    assert wiki.files()["Maps"] == "Words of Ana."
    assert states(report)[BUY] is State.REFUSED
    assert reasons(report)[BUY] == "`Maps` is a file, and a folder is needed there"


def test_pages_are_updated_and_taken_away_in_one_run(wiki: GitWiki, desk: Desk) -> None:
    desk.publish()
    report = desk.publish(edition("Second.", without_renew()), Orders(prune="delete"))
    assert states(report)[RENEW] is State.RETIRED
    assert states(report)[BUY] is State.UPDATED
    assert wiki.commits() == 3
    assert f"Maps/pictures/{curve('renew').name('svg')}" not in wiki.files()


def test_a_picture_that_someone_changed_stays(wiki: GitWiki, desk: Desk) -> None:
    desk.publish()
    name = f"Maps/pictures/{curve('buy').name('svg')}"
    wiki.act(lambda folder: (folder / name).write_text("<svg>Ana drew this</svg>"))
    index, buy, renew = few_pages()
    blocks = (buy.blocks[0], PictureBlock(curve("other")), *buy.blocks[2:])
    desk.publish((index, replace(buy, blocks=blocks), renew))
    assert wiki.files()[name] == "<svg>Ana drew this</svg>"


def append(file: Path, text: str) -> None:
    before = file.read_text() if file.exists() else ""
    file.write_text(f"{before}{text}")


def test_somebody_deletes_a_page(wiki: GitWiki, desk: Desk) -> None:
    desk.publish()
    wiki.act(lambda folder: (folder / BUY_FILE).unlink())
    report = desk.publish(edition("Second."))
    assert BUY_FILE not in wiki.files()
    assert reasons(report)[BUY] == "deleted by a person"


def test_somebody_pushes_while_we_publish(
    wiki: GitWiki, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Our push is refused; we go on on top of Ana's commit, and hers survives."""
    desk.publish()
    push, pushes = wiki_git.GitWiki.push, iter([1])

    def push_after_ana(self: wiki_git.GitWiki, *arguments: object) -> str:
        if next(pushes, None):
            wiki.act(lambda folder: append(folder / BUY_FILE, "Words of Ana."))
        return push(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(wiki_git.GitWiki, "push", push_after_ana)
    report = desk.publish(edition("Second."))
    assert "Words of Ana." in wiki.files()[BUY_FILE]
    assert "Second." in wiki.files()[RENEW_FILE]
    assert states(report)[BUY] is State.LEFT


def test_two_computers_publish_the_same_maps(wiki: GitWiki, desk: Desk, tmp_path: Path) -> None:
    desk.publish()
    new_desk(wiki, tmp_path / "other").publish(edition("Second."))
    report = desk.publish(edition("Third."))
    assert report.code == 0
    assert "Third." in wiki.files()[BUY_FILE]


def test_a_run_killed_anywhere_is_finished_by_the_next(tmp_path: Path) -> None:
    for line in (2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8, 9, -9):
        folder = tmp_path / str(line)
        folder.mkdir()
        wiki = GitWiki(folder)
        desk = new_desk(wiki, folder / "desk")
        desk.pull_at = line
        with pytest.raises(Killed):
            desk.publish()
        desk.pull_at = 0
        assert desk.publish().code == 0
        assert wiki.commits() == 1, f"after a kill at line {line}"


def test_a_push_whose_answer_is_lost_is_not_made_twice(
    wiki: GitWiki, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    push, losses = wiki_git.GitWiki.push, iter([1])

    def lose_answer(self: wiki_git.GitWiki, *arguments: object) -> str:
        result = push(self, *arguments)  # type: ignore[arg-type]
        return "fatal: the remote end hung up unexpectedly" if next(losses, None) else result

    monkeypatch.setattr(wiki_git.GitWiki, "push", lose_answer)
    assert desk.publish().code == 0
    assert wiki.commits() == 1


def test_a_repository_that_does_not_exist(tmp_path: Path) -> None:
    desk = Desk(tmp_path, settings("git", url=str(tmp_path / "no.git"), dialect="github"))
    report = desk.publish()
    assert report.code == 4
    assert "open the wiki there once" in report.stopped


def test_the_token_is_in_no_command_line_and_in_no_message(tmp_path: Path) -> None:
    """The host does not exist; what matters is what git was called with."""
    program = tmp_path / "bin/git"
    program.parent.mkdir()
    real = subprocess.run(["which", "git"], capture_output=True, text=True).stdout.strip()
    program.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/calls\nexec {real} "$@"\n')
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PATH", path)
        target = settings("git", url="https://127.0.0.1:1/x.git", dialect="gitlab")
        report = Desk(tmp_path, target, "canary-git-8d1f").publish()
    calls = (tmp_path / "calls").read_text()
    assert "ls-remote" in calls
    assert "canary-git-8d1f" not in calls + report.stopped


class TestFolder:
    """A folder of Markdown files."""

    @pytest.fixture
    def place(self, tmp_path: Path) -> Path:
        return tmp_path / "share"

    @pytest.fixture
    def desk(self, place: Path, tmp_path: Path) -> Desk:
        return Desk(tmp_path, settings("folder", path=str(place), under="Maps"))

    def test_files_are_written_and_then_left(self, place: Path, desk: Desk) -> None:
        desk.publish()
        before = (place / BUY_FILE).stat().st_mtime_ns
        assert "](Maps/journeys/ana/buy.md)" in (place / "Maps.md").read_text()
        assert desk.publish().writes == 0
        assert (place / BUY_FILE).stat().st_mtime_ns == before

    def test_a_file_that_somebody_edited_is_left_alone(self, place: Path, desk: Desk) -> None:
        desk.publish()
        append(place / BUY_FILE, "Words of Ana.")
        report = desk.publish(edition("Second."))
        assert "Words of Ana." in (place / BUY_FILE).read_text()
        assert "Second." in (place / RENEW_FILE).read_text()
        assert reasons(report)[BUY] == "edited by a person"

    def test_a_file_that_somebody_made_is_left_alone(self, place: Path, desk: Desk) -> None:
        (place / "Maps/journeys/ana").mkdir(parents=True)
        (place / BUY_FILE).write_text("Own page")
        desk.publish()
        assert (place / BUY_FILE).read_text() == "Own page"

    def test_nothing_is_written_through_a_link(
        self, place: Path, desk: Desk, tmp_path: Path
    ) -> None:
        (tmp_path / "outside").mkdir()
        (place / "Maps").mkdir(parents=True)
        (place / "Maps/journeys").symlink_to(tmp_path / "outside")
        report = desk.publish()
        assert "goes through a link to outside" in report.stopped
        assert not list((tmp_path / "outside").rglob("*.md"))
