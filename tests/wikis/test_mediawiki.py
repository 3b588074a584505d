"""Publishing to a real MediaWiki: pages, people, faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journeybook.publish.wiki.model import WikiPage
from journeybook.publish.wiki.prepare import Orders
from journeybook.publish.wiki.publisher import State
from publish.test_markups import words_of
from publish.wiki_desk import (
    BUY,
    RENEW,
    Desk,
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
from wikis.servers.mediawiki import BOT_PASSWORD, HOW, IS_INSTALLED, MediaWiki, mediawiki
from wikis.shown import words_of_html

pytestmark = pytest.mark.skipif(not IS_INSTALLED, reason=f"MediaWiki is not installed: {HOW}")


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MediaWiki]:
    with mediawiki(tmp_path_factory.mktemp("mediawiki") / "wiki") as server:
        yield server


@pytest.fixture
def area(request: pytest.FixtureRequest) -> str:
    """A page of its own for each test: `Test an edited page`."""
    return request.node.originalname.replace("_", " ").capitalize()


@pytest.fixture
def desk(wiki: MediaWiki, area: str, tmp_path: Path) -> Desk:
    return new_desk(wiki, area, tmp_path)


def new_desk(wiki: MediaWiki, area: str, folder: Path, password: str = BOT_PASSWORD) -> Desk:
    target = settings("mediawiki", url=wiki.api, user="Pubbot@jb", under=area)
    return Desk(folder, target, password)


def test_pages_are_made_and_a_second_run_writes_nothing(
    wiki: MediaWiki, desk: Desk, area: str, figure: Callable[[str], None]
) -> None:
    assert set(states(desk.publish()).values()) == {State.CREATED}
    html = wiki.html(f"{area}/Buy")
    assert "First edition." in html
    assert 'class="wikitable"' in html
    assert 'class="image"' in html or "mw-file-description" in html
    assert "redlink" not in html.partition("mw-parser-output")[2].partition("printfooter")[0]
    report = desk.publish()
    assert set(states(report).values()) == {State.SAME}
    assert report.writes == 0
    assert desk.requests <= 5
    figure(f"MediaWiki: a run without changes asks {desk.requests} questions")


@pytest.mark.parametrize("is_lost", [False, True], ids=["journal", "no journal"])
class TestWhateverPeopleDo:
    """Their words are there afterwards, and the report names the page."""

    @pytest.fixture(autouse=True)
    def _published(self, desk: Desk, is_lost: bool, area: str) -> None:
        self.area = f"{area} {is_lost}"
        desk.target = settings(
            "mediawiki", url=str(desk.target.url), user="Pubbot@jb", under=self.area
        )
        desk.publish()
        if is_lost:
            desk.lose_journal()

    def test_somebody_adds_a_section(self, wiki: MediaWiki, desk: Desk) -> None:
        wiki.add_section(f"{self.area}/Buy")
        before = wiki.text(f"{self.area}/Buy")
        report = desk.publish(edition("Second."))
        assert wiki.text(f"{self.area}/Buy") == before
        assert reasons(report)[BUY] == "edited by a person"
        assert states(report)[RENEW] is State.UPDATED

    def test_somebody_edits_the_same_line(self, wiki: MediaWiki, desk: Desk) -> None:
        text = (wiki.text(f"{self.area}/Buy") or "").replace("First edition.", "Ana's edition.")
        wiki.edit(f"{self.area}/Buy", text)
        report = desk.publish(edition("Second."))
        assert wiki.text(f"{self.area}/Buy") == text
        assert states(report)[BUY] is State.LEFT

    def test_somebody_moves_a_page(self, wiki: MediaWiki, desk: Desk) -> None:
        wiki.act("move", **{"from": f"{self.area}/Buy", "to": f"{self.area}/Archive/Buy"})
        report = desk.publish(edition("Second."))
        assert (wiki.text(f"{self.area}/Buy") or "").startswith("#REDIRECT")
        assert "Second." in (wiki.text(f"{self.area}/Archive/Buy") or "")
        assert f"[[:{self.area}/Archive/Buy|" in (wiki.text(self.area) or "")
        assert states(report)[BUY] is State.UPDATED

    def test_somebody_protects_a_page(self, wiki: MediaWiki, desk: Desk) -> None:
        wiki.act(
            "protect", admin=True, title=f"{self.area}/Buy", protections="edit=sysop|move=sysop"
        )
        before = wiki.text(f"{self.area}/Buy")
        report = desk.publish(edition("Second."))
        assert wiki.text(f"{self.area}/Buy") == before
        assert reasons(report)[BUY] == "it is protected"

    def test_somebody_makes_a_page_with_our_title(self, wiki: MediaWiki, desk: Desk) -> None:
        wiki.edit(f"{self.area}/Return", "Ana's own page")
        more = few_pages(title="Return")[1]
        page = WikiPage("content/journeys/ana/return.md", *list(vars(more).values())[1:])
        report = desk.publish((*few_pages(), page))
        assert wiki.text(f"{self.area}/Return") == "Ana's own page"
        assert states(report)["content/journeys/ana/return.md"] is State.LEFT

    def test_somebody_makes_one_in_another_case(self, wiki: MediaWiki, desk: Desk) -> None:
        wiki.edit(f"{self.area}/buy", "Ana's own page")
        desk.publish(edition("Second."))
        assert wiki.text(f"{self.area}/buy") == "Ana's own page"
        assert "Second." in (wiki.text(f"{self.area}/Buy") or "")

    def test_somebody_writes_on_the_talk_page(self, wiki: MediaWiki, desk: Desk) -> None:
        wiki.edit(f"Talk:{self.area}/Buy", "Is this true?")
        report = desk.publish(edition("Second."))
        assert wiki.text(f"Talk:{self.area}/Buy") == "Is this true?"
        assert states(report)[BUY] is State.UPDATED

    def test_somebody_takes_an_edit_back(self, wiki: MediaWiki, desk: Desk) -> None:
        before = wiki.text(f"{self.area}/Buy") or ""
        wiki.edit(f"{self.area}/Buy", f"{before} more")
        wiki.edit(f"{self.area}/Buy", before)
        report = desk.publish(edition("Second."))
        assert states(report)[BUY] is State.UPDATED

    def test_a_source_is_removed(self, wiki: MediaWiki, desk: Desk) -> None:
        pages = edition("Second.", without_renew())
        report = desk.publish(pages)
        assert states(report)[RENEW] is State.ORPHANED
        assert wiki.text(f"{self.area}/Renew") is not None
        report = desk.publish(pages, Orders(prune="delete"))
        assert states(report)[RENEW] is State.RETIRED
        assert wiki.text(f"{self.area}/Renew") is None


def test_somebody_deletes_a_page(wiki: MediaWiki, desk: Desk, area: str) -> None:
    desk.publish()
    wiki.act("delete", admin=True, title=f"{area}/Buy")
    report = desk.publish(edition("Second."))
    assert wiki.text(f"{area}/Buy") is None
    assert reasons(report)[BUY] == "deleted by a person"


def test_somebody_edits_while_we_publish(
    wiki: MediaWiki, desk: Desk, area: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MediaWiki merges an edit elsewhere in the page with ours; then it is a person's page."""
    from journeybook.publish.targets.mediawiki import MediaWikiTarget

    desk.publish()
    edit, edits = MediaWikiTarget._edit, iter([1])

    def edit_after_ana(self: object, page: object, on: object, base: object) -> object:
        if getattr(page, "key", "") == BUY and next(edits, None):
            text = wiki.text(f"{area}/Buy") or ""
            wiki.edit(f"{area}/Buy", text.replace("Last line.", "Last line of Ana."))
        return edit(self, page, on, base)  # type: ignore[arg-type]

    monkeypatch.setattr(MediaWikiTarget, "_edit", edit_after_ana)
    report = desk.publish(edition("Second."))
    assert "Last line of Ana." in (wiki.text(f"{area}/Buy") or "")
    assert states(report)[BUY] is State.LEFT
    again = desk.publish(edition("Third."))
    assert "Last line of Ana." in (wiki.text(f"{area}/Buy") or "")
    assert states(again)[BUY] is State.LEFT


def test_somebody_has_a_file_with_the_name_of_our_picture(
    wiki: MediaWiki, desk: Desk, area: str
) -> None:
    import requests

    from publish.wiki_desk import curve

    name = curve("special").name("svg")
    wiki.log_in("Human", "Human-pass-1234567")
    token = wiki.ask(action="query", meta="tokens")["query"]["tokens"]["csrftoken"]
    data = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    form = {"action": "upload", "filename": name, "token": token, "format": "json"}
    answer = wiki._session.post(wiki.api, data=form, files={"file": (name, data)}, timeout=60)
    assert answer.json()["upload"]["result"] == "Success"
    from dataclasses import replace

    from journeybook.publish.wiki.model import PictureBlock

    index, buy, renew = few_pages()
    buy = replace(buy, blocks=(buy.blocks[0], PictureBlock(curve("special")), *buy.blocks[2:]))
    report = desk.publish((index, buy, renew))
    assert dict(report.refused_pictures)[name] == "a person's file has this name"
    image = requests.get(f"{wiki.address}/index.php?title=Special:FilePath/{name}", timeout=60)
    assert image.content == data


def test_hostile_text_comes_back_as_written(wiki: MediaWiki, desk: Desk, area: str) -> None:
    hostile = hostile_pages()
    pages = [*few_pages(), *(page for _, page in hostile)]
    assert desk.publish(pages).code == 0
    for text, page in hostile:
        shown = words_of(words_of_html(wiki.html(f"{area}/{page.title}")))
        assert shown.count(words_of(text)) >= 8, text
    assert desk.publish(pages).writes == 0, "it is stored as it was sent"


def test_titles_that_the_wiki_cannot_have_are_refused_before_anything_is_written(
    wiki: MediaWiki, desk: Desk, area: str
) -> None:
    for title in ("Buy [now]", "Buy | pay", "Buy {{x}}", "B" * 300, "Buy #2", "Buy ~~~"):
        report = desk.publish(few_pages(title=title))
        assert report.code == 4
        assert report.stopped.startswith("content/journeys/ana/buy.md: this wiki cannot have")
    assert wiki.text(area) is None


def test_a_wrong_password(wiki: MediaWiki, area: str, tmp_path: Path) -> None:
    report = new_desk(wiki, area, tmp_path, "wrong").publish()
    assert report.code == 4
    assert "does not accept the password of Pubbot@jb" in report.stopped


def test_a_run_killed_anywhere_is_finished_by_the_next(
    wiki: MediaWiki, area: str, tmp_path: Path, figure: Callable[[str], None]
) -> None:
    def desk_in(place: str) -> Desk:
        (tmp_path / place).mkdir()
        return new_desk(wiki, f"{area} {place}", tmp_path / place)

    count = 0
    for place in kill_everywhere(desk_in):
        count += 1
        versions = 1 if place.startswith("first") else 2
        for name in ("", "/Buy", "/Renew"):
            assert len(wiki.history(f"{area} {place}{name}")) == versions, place
    figure(f"MediaWiki: {count} kills, no page or version twice")


@pytest.mark.parametrize("seed", range(3))
def test_with_lost_answers_nothing_is_written_twice(
    wiki: MediaWiki, desk: Desk, area: str, seed: int, monkeypatch: pytest.MonkeyPatch,
    figure: Callable[[str], None],
) -> None:  # fmt: skip
    place = f"{area} {seed}"
    desk.target = settings("mediawiki", url=wiki.api, user="Pubbot@jb", under=place)
    losses = lose_answers(monkeypatch, seed, 0.3)
    for words in ("First edition.", "Second.", "Third."):
        assert desk.publish(edition(words)).code == 0
    for name in (place, f"{place}/Buy", f"{place}/Renew"):
        texts = [digest for _, digest in wiki.history(name)]
        assert len(texts) == len(set(texts)) == 3
    figure(f"MediaWiki, seed {seed}: {len(losses)} lost answers, nothing twice")


def test_a_read_only_wiki(tmp_path: Path) -> None:
    with mediawiki(tmp_path / "wiki", settings="$wgReadOnly = 'moving house';\n") as wiki:
        report = new_desk(wiki, "Journeys", tmp_path).publish()
    assert report.code == 4
    assert report.stopped == "the wiki is read-only: moving house"
