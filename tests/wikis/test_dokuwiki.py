"""Publishing to a real DokuWiki: pages, people, faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from journeybook.publish.targets.dokuwiki import DokuWikiTarget
from journeybook.publish.wiki.model import Code, PictureBlock
from journeybook.publish.wiki.prepare import Orders
from journeybook.publish.wiki.publisher import State
from publish.test_markups import words_of
from publish.wiki_desk import (
    BUY,
    RENEW,
    Desk,
    curve,
    edition,
    few_pages,
    kill_everywhere,
    lose_answers,
    reasons,
    settings,
    states,
    without_renew,
)
from wikis.hostile_pages import hostile_pages
from wikis.servers.dokuwiki import BOT_PASSWORD, HOW, IS_INSTALLED, DokuWiki, dokuwiki
from wikis.shown import words_of_html

pytestmark = pytest.mark.skipif(not IS_INSTALLED, reason=f"DokuWiki is not installed: {HOW}")


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DokuWiki]:
    with dokuwiki(tmp_path_factory.mktemp("dokuwiki") / "wiki") as server:
        yield server


NUMBERS = iter(range(1000))


@pytest.fixture
def area() -> str:
    """A namespace of its own for each test."""
    return f"journeys:area{next(NUMBERS)}"


@pytest.fixture
def desk(wiki: DokuWiki, area: str, tmp_path: Path) -> Desk:
    return new_desk(wiki, area, tmp_path)


def new_desk(wiki: DokuWiki, area: str, folder: Path, password: str = BOT_PASSWORD) -> Desk:
    folder.mkdir(exist_ok=True)
    target = settings("dokuwiki", url=wiki.address, user="jbbot", under=area)
    return Desk(folder, target, password)


def buy(area: str) -> str:
    return f"{area}:journeys:ana:buy"


def renew(area: str) -> str:
    return f"{area}:journeys:ana:renew"


def test_pages_are_made_and_a_second_run_writes_nothing(
    wiki: DokuWiki, desk: Desk, area: str, figure: Callable[[str], None]
) -> None:
    assert set(states(desk.publish()).values()) == {State.CREATED}
    html = wiki.html(buy(area))
    assert "First edition." in html
    assert "<table" in html
    assert f"{area}:{curve('buy').name('svg')}" in html
    assert "wikilink2" not in wiki.html(f"{area}:start"), "no link leads nowhere"
    report = desk.publish()
    assert report.writes == 0
    assert desk.requests <= 5
    figure(f"DokuWiki: a run without changes asks {desk.requests} questions")


@pytest.mark.parametrize("is_lost", [False, True], ids=["journal", "no journal"])
class TestWhateverPeopleDo:
    """Their words are there afterwards, and the report names the page."""

    @pytest.fixture(autouse=True)
    def _published(self, desk: Desk, is_lost: bool) -> None:
        desk.publish()
        if is_lost:
            desk.lose_journal()

    def test_somebody_edits_a_page(self, wiki: DokuWiki, desk: Desk, area: str) -> None:
        text = wiki.text(buy(area)).replace("First edition.", "Ana's edition.")
        wiki.edit(buy(area), text)
        report = desk.publish(edition("Second."))
        assert wiki.text(buy(area)) == text
        assert reasons(report)[BUY] == "edited by a person"
        assert "Second." in wiki.text(renew(area))

    def test_somebody_adds_a_line_at_the_end(self, wiki: DokuWiki, desk: Desk, area: str) -> None:
        text = f"{wiki.text(buy(area))}\n\nWords of Ana."
        wiki.edit(buy(area), text)
        desk.publish(edition("Second."))
        assert wiki.text(buy(area)) == text

    def test_somebody_has_the_editor_open(self, wiki: DokuWiki, desk: Desk, area: str) -> None:
        wiki.open_editor(buy(area))
        before = wiki.text(buy(area))
        report = desk.publish(edition("Second."))
        assert wiki.text(buy(area)) == before
        assert reasons(report)[BUY].startswith("someone is editing it")
        assert "Second." in wiki.text(renew(area))

    def test_somebody_has_a_page_of_our_name(self, wiki: DokuWiki, desk: Desk, area: str) -> None:
        wiki.edit(f"{area}:journeys:ana:return", "Ana's own page")
        page = replace(
            few_pages()[1],
            key="content/journeys/ana/return.md",
            place=("journeys", "ana", "return"),
        )
        report = desk.publish((*few_pages(), page))
        assert wiki.text(f"{area}:journeys:ana:return") == "Ana's own page"
        assert states(report)[page.key] is State.LEFT

    def test_somebody_takes_an_edit_back(self, wiki: DokuWiki, desk: Desk, area: str) -> None:
        before = wiki.text(buy(area))
        wiki.edit(buy(area), f"{before} more")
        wiki.edit(buy(area), before)
        desk.publish(edition("Second."))
        assert "Second." in wiki.text(buy(area))

    def test_a_source_is_removed(self, wiki: DokuWiki, desk: Desk, area: str) -> None:
        pages = edition("Second.", without_renew())
        assert states(desk.publish(pages))[RENEW] is State.ORPHANED
        assert wiki.text(renew(area))
        report = desk.publish(pages, Orders(prune="delete"))
        assert states(report)[RENEW] is State.RETIRED
        assert not wiki.text(renew(area))

    def test_the_edited_page_of_a_removed_source_stays(
        self, wiki: DokuWiki, desk: Desk, area: str
    ) -> None:
        wiki.edit(renew(area), f"{wiki.text(renew(area))}\n\nWords of Ana.")
        desk.publish(edition("Second.", without_renew()), Orders(prune="delete"))
        assert "Words of Ana." in wiki.text(renew(area))


def test_somebody_deletes_a_page(wiki: DokuWiki, desk: Desk, area: str) -> None:
    desk.publish()
    wiki.delete(buy(area))
    report = desk.publish(edition("Second."))
    assert not wiki.text(buy(area))
    assert reasons(report)[BUY] == "deleted by a person"


def test_somebody_edits_while_we_publish(
    wiki: DokuWiki, desk: Desk, area: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.publish()
    save, edits = DokuWikiTarget._save, iter([1])

    def save_after_ana(self: object, page: object, base: object) -> object:
        if getattr(page, "key", "") == BUY and next(edits, None):
            wiki.edit(buy(area), f"{wiki.text(buy(area))}\n\nWords of Ana.")
        return save(self, page, base)  # type: ignore[arg-type]

    monkeypatch.setattr(DokuWikiTarget, "_save", save_after_ana)
    report = desk.publish(edition("Second."))
    assert "Words of Ana." in wiki.text(buy(area))
    assert states(report)[BUY] is State.LEFT


def test_somebody_has_a_file_with_the_name_of_our_picture(
    wiki: DokuWiki, desk: Desk, area: str
) -> None:
    name = curve("special").name("svg")
    data = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    wiki.attach(f"{area}:{name}", data)
    index, bought, renewed = few_pages()
    blocks = (bought.blocks[0], PictureBlock(curve("special")), *bought.blocks[2:])
    report = desk.publish((index, replace(bought, blocks=blocks), renewed))
    assert dict(report.refused_pictures)[name] == "a person's file has this name"
    assert wiki.call("wiki.getAttachment", f"{area}:{name}").data == data


def test_hostile_text_comes_back_as_written(wiki: DokuWiki, desk: Desk, area: str) -> None:
    hostile = hostile_pages()
    pages = [*few_pages(), *(page for _, page in hostile)]
    assert desk.publish(pages).code == 0
    for text, page in hostile:
        html = wiki.html(":".join((area, *page.place)))
        shown = words_of(words_of_html(html))
        assert shown.count(words_of(text)) >= 8, text
        assert "<script>alert" not in html
    assert desk.publish(pages).writes == 0, "it is stored as it was sent"


@pytest.mark.parametrize("name", ["café", "Größe", "łódź", "سفر", "поездка", "a b", "đường"])
def test_ids_of_every_script_are_pages(wiki: DokuWiki, desk: Desk, area: str, name: str) -> None:
    page = replace(few_pages()[1], key=f"content/journeys/ana/{name}.md", place=("ana", name))
    assert desk.publish((*few_pages(), page)).code == 0
    assert desk.publish((*few_pages(), page)).writes == 0


def test_code_with_every_closing_tag_has_no_effect(wiki: DokuWiki, desk: Desk, area: str) -> None:
    code = "- one **bold** </code>\n  * two </file> {{https://example.org/x.png}}"
    index, bought, renewed = few_pages()
    desk.publish((index, replace(bought, blocks=(*bought.blocks, Code(code))), renewed))
    html = wiki.html(buy(area))
    assert "<strong>bold" not in html
    assert 'example.org/x.png"' not in html
    assert words_of("{{https://example.org/x.png}}") in words_of(words_of_html(html))


def test_two_computers_publish_the_same_maps(
    wiki: DokuWiki, desk: Desk, area: str, tmp_path: Path
) -> None:
    desk.publish()
    other = new_desk(wiki, area, tmp_path / "other")
    other.publish(edition("Second."))
    report = desk.publish(edition("Third."))
    assert report.code == 0
    assert "Third." in wiki.text(buy(area))


def test_a_wrong_password(wiki: DokuWiki, area: str, tmp_path: Path) -> None:
    report = new_desk(wiki, area, tmp_path, "wrong").publish()
    assert report.code == 4
    assert report.stopped == "the wiki does not accept the password of jbbot"


def test_no_rights(wiki: DokuWiki, tmp_path: Path) -> None:
    rights = wiki.folder / "conf/acl.auth.php"
    before = rights.read_text()
    rights.write_text("*\t@ALL\t1\n*\t@user\t1\n")
    try:
        report = new_desk(wiki, "elsewhere", tmp_path).publish()
    finally:
        rights.write_text(before)
    assert report.code == 4
    assert "jbbot may not create pages in `elsewhere:`" in report.stopped


def test_the_remote_interface_is_off(tmp_path: Path) -> None:
    with dokuwiki(tmp_path / "wiki", remote=False) as wiki:
        report = new_desk(wiki, "journeys", tmp_path / "desk").publish()
    assert report.code == 4
    assert "remote" in report.stopped


def test_a_run_killed_anywhere_is_finished_by_the_next(
    wiki: DokuWiki, area: str, tmp_path: Path, figure: Callable[[str], None]
) -> None:
    count = 0
    places = kill_everywhere(lambda place: new_desk(wiki, f"{area}:{place}", tmp_path / place))
    for place in places:
        count += 1
        versions = 1 if place.startswith("first") else 2
        for name in (f"{area}:{place}:start", buy(f"{area}:{place}"), renew(f"{area}:{place}")):
            assert wiki.versions(name) <= versions, place
    figure(f"DokuWiki: {count} kills, no page or version twice")


@pytest.mark.parametrize("seed", range(3))
def test_with_lost_answers_nothing_is_written_twice(
    wiki: DokuWiki, desk: Desk, area: str, seed: int, monkeypatch: pytest.MonkeyPatch,
    figure: Callable[[str], None],
) -> None:  # fmt: skip
    losses = lose_answers(monkeypatch, seed, 0.3)
    for words in ("First edition.", "Second.", "Third."):
        assert desk.publish(edition(words)).code == 0
    for name in (f"{area}:start", buy(area), renew(area)):
        assert wiki.versions(name) <= 3
        assert "Third." in wiki.text(name)
    figure(f"DokuWiki, seed {seed}: {len(losses)} lost answers, nothing twice")
