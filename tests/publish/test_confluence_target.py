"""Publishing to Confluence: a stand-in keeps the contract of both products."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from journeybook.publish.wiki.model import WikiPage
from journeybook.publish.wiki.prepare import Orders
from journeybook.publish.wiki.publisher import State
from publish.wiki_desk import (
    BUY,
    RENEW,
    Desk,
    Killed,
    edition,
    few_pages,
    reasons,
    settings,
    states,
    without_renew,
)
from wikis.hostile_pages import hostile_pages
from wikis.servers.confluence import MAIL, TOKEN, Confluence, Trouble, confluence

PRODUCTS = ("confluence-cloud", "confluence-data-center")


@pytest.fixture(params=PRODUCTS)
def product(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def wiki() -> Iterator[Confluence]:
    with confluence() as server:
        yield server
        assert server.invalid == [], "every request keeps the contract"


@pytest.fixture
def desk(wiki: Confluence, product: str, tmp_path: Path) -> Desk:
    return new_desk(wiki, product, tmp_path)


def new_desk(wiki: Confluence, product: str, folder: Path, **more: object) -> Desk:
    folder.mkdir(exist_ok=True)
    user = {"user": MAIL} if product == "confluence-cloud" else {}
    target = settings(product, url=wiki.address, space="CX", **user, **more)
    return Desk(folder, target, TOKEN)


def test_pages_are_made_with_their_pictures_and_a_second_run_writes_nothing(
    wiki: Confluence, desk: Desk
) -> None:
    report = desk.publish()
    assert set(states(report).values()) == {State.CREATED}
    buy = wiki.titled("Buy")
    assert buy is not None
    (name,) = buy.attachments
    assert f'ri:filename="{name}"' in buy.body
    assert buy.attachments[name][0].startswith(b"\x89PNG")
    assert wiki.pages[buy.parent].title == "Journeys"
    writes = wiki.writes()
    assert desk.publish().writes == 0
    assert wiki.writes() == writes
    assert desk.requests <= 5


def test_a_new_title_renames_the_page(wiki: Confluence, desk: Desk) -> None:
    desk.publish()
    desk.publish(few_pages(title="Buy a machine"))
    assert wiki.titled("Buy") is None
    page = wiki.titled("Buy a machine")
    assert page is not None
    assert len(page.versions) == 2
    assert page.versions[1].message.startswith("journeybook ")


@pytest.mark.parametrize("is_lost", [False, True], ids=["journal", "no journal"])
@pytest.mark.parametrize("number", [1, 2], ids=["first version", "second version"])
class TestWhateverPeopleDo:
    """Their words are there afterwards, and the report names the page."""

    @pytest.fixture(autouse=True)
    def _published(self, desk: Desk, is_lost: bool, number: int) -> None:
        desk.publish()
        if number == 2:
            desk.publish(edition("Edition two."))
        if is_lost:
            desk.lose_journal()

    def test_nobody_did_anything(self, wiki: Confluence, desk: Desk, number: int) -> None:
        """Without a journal, pages are adopted without a new version."""
        writes = wiki.writes()
        report = desk.publish(edition("Edition two.") if number == 2 else few_pages())
        assert report.code == 0
        assert wiki.writes() == writes
        desk.publish(edition("Edition three."))
        assert "Edition three." in body(wiki, "Buy")

    def test_somebody_edits_a_page(self, wiki: Confluence, desk: Desk) -> None:
        before = wiki.edit("Buy").body
        report = desk.publish(edition("Edition three."))
        assert body(wiki, "Buy") == before
        assert reasons(report)[BUY] == "edited by a person"
        assert states(report)[RENEW] is State.UPDATED

    def test_somebody_renames_a_page(self, wiki: Confluence, desk: Desk) -> None:
        """A rename makes a version like any other: it is a person's page then."""
        wiki.rename("Buy", "Buy (old)")
        before = body(wiki, "Buy (old)")
        report = desk.publish(edition("Edition three."))
        assert wiki.titled("Buy") is None
        assert body(wiki, "Buy (old)") == before
        assert states(report)[BUY] is State.LEFT
        assert 'ri:content-title="Buy (old)"' in body(wiki, "Renew")

    def test_somebody_comments(self, wiki: Confluence, desk: Desk) -> None:
        page = wiki.titled("Buy")
        assert page is not None
        page.comments.append("Is this true?")
        report = desk.publish(edition("Edition three."))
        assert reasons(report)[BUY].startswith("it has open inline comments")
        assert "Edition three." not in page.body

    def test_somebody_restricts_a_page(self, wiki: Confluence, desk: Desk) -> None:
        page = wiki.titled("Buy")
        assert page is not None
        page.is_restricted = True
        report = desk.publish(edition("Edition three."))
        assert reasons(report)[BUY] == "this account may not edit it, or it is restricted"
        assert "Edition three." in body(wiki, "Renew")

    def test_labels_and_files_of_people_stay(self, wiki: Confluence, desk: Desk) -> None:
        page = wiki.titled("Buy")
        assert page is not None
        page.labels.add("important")
        page.attachments["contract.pdf"] = [b"%PDF"]
        desk.publish(edition("Edition three."))
        assert page.labels >= {"important"}
        assert page.attachments["contract.pdf"] == [b"%PDF"]
        assert "Edition three." in page.body

    def test_a_source_is_removed(self, wiki: Confluence, desk: Desk) -> None:
        pages = edition("Edition three.", without_renew())
        assert states(desk.publish(pages))[RENEW] is State.ORPHANED
        assert wiki.titled("Renew") is not None
        assert states(desk.publish(pages, Orders(prune="delete")))[RENEW] is State.RETIRED
        assert wiki.titled("Renew") is None

    def test_a_page_with_other_peoples_pages_below_it_stays(
        self, wiki: Confluence, desk: Desk
    ) -> None:
        page = wiki.titled("Renew")
        assert page is not None
        wiki.add("Notes of Ana", "<p>x</p>", parent=page.id)
        pages = edition("Edition three.", without_renew())
        desk.publish(pages, Orders(prune="delete"))
        assert wiki.titled("Renew") is page


def body(wiki: Confluence, title: str) -> str:
    page = wiki.titled(title)
    assert page is not None, title
    return page.body


def test_somebody_deletes_a_page(wiki: Confluence, desk: Desk) -> None:
    desk.publish()
    wiki.delete("Buy")
    report = desk.publish(edition("Second."))
    assert wiki.titled("Buy") is None
    assert reasons(report)[BUY] == "deleted by a person"


@pytest.mark.parametrize("title", ["Return", "RETURN"])
def test_somebody_has_a_page_with_our_title_anywhere_in_the_space(
    wiki: Confluence, desk: Desk, title: str
) -> None:
    own = wiki.add(title, "<p>Ana's own page</p>")
    before = own.body
    page = replace(few_pages(title="Return")[1], key="content/journeys/ana/return.md")
    report = desk.publish((*few_pages(), page))
    assert own.body == before
    assert states(report)[page.key] is State.LEFT


def test_somebody_edits_while_we_publish(wiki: Confluence, desk: Desk) -> None:
    desk.publish()
    edits = iter([1])

    def edit() -> None:
        if next(edits, None):
            wiki.edit("Buy")

    wiki.before_write = edit
    report = desk.publish(edition("Second."))
    assert "Words of Ana." in body(wiki, "Buy")
    assert states(report)[BUY] is State.LEFT


def test_somebody_deletes_a_page_while_we_publish(wiki: Confluence, desk: Desk) -> None:
    """The run goes on with the others; the page stays deleted."""
    desk.publish()
    deletions = iter([1])

    def delete() -> None:
        if next(deletions, None):
            wiki.delete("Buy")

    wiki.before_write = delete
    report = desk.publish(edition("Second."))
    assert wiki.titled("Buy") is None
    assert reasons(report)[BUY] == "deleted by a person"
    assert "Second." in body(wiki, "Renew")
    wiki.invalid.clear()


def test_a_page_to_which_people_added_something_is_not_taken_away(
    wiki: Confluence, desk: Desk
) -> None:
    desk.publish()
    page = wiki.titled("Renew")
    assert page is not None
    page.attachments["contract.pdf"] = [b"%PDF"]
    report = desk.publish(edition("Second.", without_renew()), Orders(prune="delete"))
    assert wiki.titled("Renew") is page
    assert reasons(report)[RENEW] == "people commented on it, or attached files to it"


def test_pages_with_comments_are_updated_if_the_settings_say_so(
    wiki: Confluence, product: str, tmp_path: Path
) -> None:
    desk = new_desk(wiki, product, tmp_path, update_commented_pages=True)
    desk.publish()
    page = wiki.titled("Buy")
    assert page is not None
    page.comments.append("Is this true?")
    desk.publish(edition("Second."))
    assert "Second." in page.body


@pytest.mark.parametrize("seed", range(4))
def test_with_refusals_and_lost_answers_nothing_is_written_twice(
    wiki: Confluence, product: str, tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One request in ten is refused as too many, and one answer in ten gets lost."""
    monkeypatch.setattr("time.sleep", lambda _: None)
    monkeypatch.setattr("journeybook.workflow.wiki_connection.Patience.wait", lambda *_: None)
    wiki.trouble = Trouble(0.1, 0.1, random.Random(seed))
    desk = new_desk(wiki, product, tmp_path)
    for words in ("First edition.", "Second.", "Third."):
        report = desk.publish(many_pages(words))
        if report.code:
            report = desk.publish(many_pages(words))
        assert report.code == 0
    assert len(wiki.pages) == 31
    for page in wiki.pages.values():
        bodies = [version.body for version in page.versions]
        assert len(bodies) == len(set(bodies)) <= 3, "no version twice"
        assert all(len(files) == 1 for files in page.attachments.values())


def many_pages(words: str) -> tuple[WikiPage, ...]:
    index, buy, _ = edition(words, few_pages())
    more = []
    for number in range(29):
        key = f"content/journeys/ana/buy-{number}.md"
        more.append(replace(buy, key=key, title=f"Buy {number}"))
    return (replace(index, blocks=index.blocks[:1]), *more)


def test_a_run_killed_anywhere_is_finished_by_the_next(
    wiki: Confluence, product: str, tmp_path: Path
) -> None:
    desk = new_desk(wiki, product, tmp_path / "0")
    for line in (2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8):
        wiki.pages = {"100": wiki.pages["100"]}
        desk = new_desk(wiki, product, tmp_path / str(line))
        desk.pull_at = line
        with pytest.raises(Killed):
            desk.publish()
        desk.pull_at = 0
        assert desk.publish().code == 0
        assert sorted(page.title for page in wiki.pages.values()) == [
            "Buy",
            "Home of the space",
            "Journeys",
            "Renew",
        ]
        assert {len(page.versions) for page in wiki.pages.values()} == {1}


def test_hostile_text_is_accepted_and_comes_back(wiki: Confluence, desk: Desk) -> None:
    hostile = hostile_pages()
    assert desk.publish([*few_pages(), *(page for _, page in hostile)]).code == 0
    assert len(wiki.pages) == 4 + len(hostile)


def test_a_title_that_is_too_long_is_refused_before_anything_is_written(
    wiki: Confluence, desk: Desk
) -> None:
    report = desk.publish(few_pages(title="B" * 256))
    assert report.code == 4
    assert "it has 256 characters, and 255 are allowed" in report.stopped
    assert len(wiki.pages) == 1


def test_a_wrong_token(wiki: Confluence, desk: Desk) -> None:
    desk.secret = "wrong"
    report = desk.publish()
    assert report.code == 4
    assert "does not accept the token" in report.stopped


def test_a_space_that_does_not_exist(wiki: Confluence, product: str, tmp_path: Path) -> None:
    desk = new_desk(wiki, product, tmp_path)
    desk.target = replace(desk.target, space=type(desk.target.space)("NO"))
    report = desk.publish()
    assert report.code == 4
    assert "space" in report.stopped
    wiki.invalid.clear()


def test_a_page_above_that_does_not_exist(wiki: Confluence, product: str, tmp_path: Path) -> None:
    report = new_desk(wiki, product, tmp_path, under="Marketing").publish()
    assert report.stopped == "there is no page `Marketing` in the space; make it first"
