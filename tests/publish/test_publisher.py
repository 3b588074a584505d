"""Nothing that a human made is lost, and a run that was killed anywhere is finished by the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.publish.wiki.journal import JournalKeeper, read_journal
from journeybook.publish.wiki.model import WikiPage
from journeybook.publish.wiki.prepare import Orders
from journeybook.publish.wiki.publisher import Publisher, PublishReport, State
from journeybook.publish.wiki.target import Traits
from publish.fake_wiki import FakeWiki, Killed, drawing, page, with_words

INDEX = page("site.yaml", "Journeys")
BUY = page("content/journeys/ana/buy.md", "Buy", picture=drawing("buy"))
RENEW = page("content/journeys/ana/renew.md", "Renew", picture=drawing("renew"))
PAGES = (INDEX, BUY, RENEW)
NO_ORDERS = Orders()


class Desk:
    """A computer that publishes: its journal, and a plug that can be pulled at a line of it."""

    def __init__(self, wiki: FakeWiki) -> None:
        self.wiki, self.journal = wiki, ""
        self.pull_at = 0
        self.lines = 0

    def publish(self, *pages: WikiPage, orders: Orders = NO_ORDERS) -> PublishReport:
        keeper = JournalKeeper(
            read_journal(self.journal, self.wiki.address), self.wiki.address, self._add
        )
        pages = pages or PAGES
        return Publisher(self.wiki, pages, keeper, orders, lambda p: p.svg.encode()).publish()

    def _add(self, lines: Sequence[str]) -> None:
        for line in lines:
            self.lines += 1
            if self.lines == self.pull_at:
                self.journal += line[: len(line) // 2]
                raise Killed
            self.journal += line
            if self.lines == -self.pull_at:
                raise Killed

    def lose_journal(self) -> None:
        self.journal = ""


def states(report: PublishReport) -> dict[str, State]:
    return {reported.name: reported.state for reported in report.pages}


def test_pages_are_made_and_a_second_run_writes_nothing() -> None:
    desk = Desk(FakeWiki())
    first = desk.publish()
    assert set(states(first).values()) == {State.CREATED}
    assert first.code == 0
    writes, reads = desk.wiki.writes, desk.wiki.reads
    second = desk.publish()
    assert set(states(second).values()) == {State.SAME}
    assert desk.wiki.writes == writes
    assert desk.wiki.reads == reads + 1, "one look at the wiki"


def test_a_changed_page_is_updated_and_only_that_one() -> None:
    desk = Desk(FakeWiki())
    desk.publish()
    report = desk.publish(INDEX, with_words(BUY, "Second."), RENEW)
    assert states(report) == {
        "Journeys": State.SAME,
        "Buy": State.UPDATED,
        "Renew": State.SAME,
    }
    assert [author for author, _ in desk.wiki.named("Buy").history] == ["us", "us"]


def test_a_changed_drawing_is_a_new_file() -> None:
    desk = Desk(FakeWiki())
    desk.publish()
    before = dict(desk.wiki.pictures)
    changed = replace(BUY, blocks=page("x.md", "x", picture=drawing("other")).blocks)
    desk.publish(INDEX, changed, RENEW)
    assert before.items() <= desk.wiki.pictures.items()
    assert len(desk.wiki.pictures) == len(before) + 1


@pytest.mark.parametrize("is_lost", [False, True], ids=["journal", "no journal"])
class TestWhateverAHumanDid:
    """With the journal and without it, as on another computer."""

    def desk(self, *, is_lost: bool) -> Desk:
        desk = Desk(FakeWiki())
        desk.publish()
        if is_lost:
            desk.lose_journal()
        return desk

    def changed(self) -> tuple[WikiPage, ...]:
        return (INDEX, with_words(BUY, "Second."), RENEW)

    def test_an_edited_page_is_left_alone(self, is_lost: bool) -> None:
        desk = self.desk(is_lost=is_lost)
        desk.wiki.edit("Buy")
        text = desk.wiki.named("Buy").text
        report = desk.publish(*self.changed())
        assert desk.wiki.named("Buy").text == text
        assert states(report)["Buy"] is State.LEFT
        assert report.code == 1
        (left,) = [reported for reported in report.pages if reported.state is State.LEFT]
        assert (left.reason, left.address) == ("edited by a person", "https://wiki.example/Buy")

    def test_it_is_written_over_by_order_and_by_name_only(self, is_lost: bool) -> None:
        desk = self.desk(is_lost=is_lost)
        desk.wiki.edit("Buy")
        desk.wiki.edit("Renew")
        renew = desk.wiki.named("Renew").text
        orders = Orders(take_over=frozenset(["content/journeys/ana/buy.md"]))
        report = desk.publish(*self.changed(), orders=orders)
        assert states(report)["Buy"] is State.UPDATED
        assert states(report)["Renew"] is State.LEFT
        assert desk.wiki.named("Renew").text == renew

    def test_an_untouched_page_is_adopted_and_updated(self, is_lost: bool) -> None:
        desk = self.desk(is_lost=is_lost)
        report = desk.publish(*self.changed())
        assert states(report)["Buy"] is State.UPDATED
        assert len(desk.wiki.pages) == 3

    def test_a_moved_page_is_updated_where_it_is_and_links_lead_there(self, is_lost: bool) -> None:
        desk = self.desk(is_lost=is_lost)
        desk.wiki.move("Buy", "Archive/Buy")
        report = desk.publish(*self.changed())
        assert desk.wiki.named("Buy") is None
        assert "Second." in desk.wiki.named("Archive/Buy").text
        assert "[[Archive/Buy]]" in desk.wiki.named("Renew").text
        assert report.code == 0
        again = desk.publish(*self.changed())
        assert set(states(again).values()) == {State.SAME}

    def test_a_page_of_somebody_with_our_title_is_left_alone(self, is_lost: bool) -> None:
        desk = self.desk(is_lost=is_lost)
        desk.wiki.add("return", "Ana's own page")
        report = desk.publish(*PAGES, page("content/journeys/ana/return.md", "Return"))
        assert desk.wiki.named("Return").history == [("ana", "Ana's own page")]
        assert states(report)["Return"] is State.LEFT

    def test_a_copy_of_our_page_is_not_taken_for_it(self, is_lost: bool) -> None:
        desk = self.desk(is_lost=is_lost)
        copy = desk.wiki.add("My copy", desk.wiki.named("Buy").text)
        desk.publish(*self.changed())
        assert copy.history == [("ana", copy.text)]
        assert "Second." in desk.wiki.named("Buy").text

    def test_a_page_whose_source_is_gone_is_reported_and_stays(self, is_lost: bool) -> None:
        desk = self.desk(is_lost=is_lost)
        report = desk.publish(with_words(INDEX, "Second."), with_words(BUY, "Second."))
        assert states(report)["Renew"] is State.ORPHANED
        assert desk.wiki.named("Renew") is not None
        assert report.code == 1

    def test_it_is_deleted_by_order_unless_somebody_edited_it(self, is_lost: bool) -> None:
        for edited in (False, True):
            desk = self.desk(is_lost=is_lost)
            if edited:
                desk.wiki.edit("Renew")
            desk.publish(
                with_words(INDEX, "Second."),
                with_words(BUY, "Second."),
                orders=Orders(prune="delete"),
            )
            assert (desk.wiki.named("Renew") is not None) == edited


def test_a_page_that_a_human_deleted_stays_deleted() -> None:
    desk = Desk(FakeWiki())
    desk.publish()
    desk.wiki.delete("Buy")
    report = desk.publish(INDEX, with_words(BUY, "Second."), RENEW)
    assert desk.wiki.named("Buy") is None
    assert states(report)["Buy"] is State.LEFT
    ordered = desk.publish(*PAGES, orders=Orders(take_over=frozenset(["Buy"])))
    assert states(ordered)["Buy"] is State.CREATED


def test_an_edit_that_a_human_took_back_is_no_edit() -> None:
    desk = Desk(FakeWiki())
    desk.publish()
    text = desk.wiki.named("Buy").text
    desk.wiki.edit("Buy")
    desk.wiki.edit("Buy", text)
    report = desk.publish(INDEX, with_words(BUY, "Second."), RENEW)
    assert states(report)["Buy"] is State.UPDATED


def test_two_computers_publish_the_same_maps() -> None:
    wiki = FakeWiki()
    here, there = Desk(wiki), Desk(wiki)
    here.publish()
    there.publish(INDEX, with_words(BUY, "Second."), RENEW)
    report = here.publish(INDEX, with_words(BUY, "Third."), RENEW)
    assert states(report)["Buy"] is State.UPDATED
    assert report.code == 0


def test_an_edit_during_the_run_survives() -> None:
    desk = Desk(FakeWiki())
    desk.publish()
    edits = iter(["edit"])

    def edit() -> None:
        if next(edits, None):
            desk.wiki.edit("Buy")

    desk.wiki.before_write = edit
    report = desk.publish(INDEX, with_words(BUY, "Second."), RENEW)
    assert "Ana was here." in desk.wiki.named("Buy").text
    assert states(report)["Buy"] is State.LEFT


def test_most_pages_are_not_taken_away_without_being_sure() -> None:
    desk = Desk(FakeWiki())
    desk.publish()
    report = desk.publish(INDEX, orders=Orders(prune="delete"))
    assert len(desk.wiki.pages) == 3
    assert "use --yes" in report.stopped
    desk.publish(INDEX, orders=Orders(prune="delete", is_sure=True))
    assert len(desk.wiki.pages) == 1


def test_two_sources_with_one_title_are_refused_before_anything_is_written() -> None:
    desk = Desk(FakeWiki())
    report = desk.publish(BUY, replace(RENEW, title="BUY"))
    assert report.code == 4
    assert report.stopped == (
        "content/journeys/ana/buy.md and content/journeys/ana/renew.md would both be the page "
        "`BUY`; give them different titles"
    )
    assert desk.wiki.pages == {}


def test_a_title_that_the_wiki_cannot_have_is_refused_before_anything_is_written() -> None:
    desk = Desk(FakeWiki())
    report = desk.publish(INDEX, replace(BUY, title="Buy | pay"))
    assert report.code == 4
    assert report.stopped.startswith(
        "content/journeys/ana/buy.md: this wiki cannot have a page `Buy | pay`"
    )
    assert desk.wiki.pages == {}


def test_only_some_pages() -> None:
    desk = Desk(FakeWiki())
    report = desk.publish(*PAGES, orders=Orders(only=("content/journeys/ana/buy.md",)))
    assert states(report) == {"Buy": State.CREATED}
    assert len(desk.wiki.pages) == 1


def test_at_most_so_many_writes_then_the_next_run_goes_on() -> None:
    desk = Desk(FakeWiki())
    for _ in range(5):
        before = desk.wiki.writes
        report = desk.publish(*PAGES, orders=Orders(most_writes=1))
        assert desk.wiki.writes <= before + 1
    assert report.code == 0
    assert len(desk.wiki.pages) == 3
    assert len(desk.wiki.pictures) == 2


def test_two_sets_of_maps_in_one_wiki_do_not_take_each_others_pages() -> None:
    wiki = FakeWiki(scope="Ana")
    Desk(wiki).publish()
    others = [replace(wiki_page, title=f"Bea {wiki_page.title}") for wiki_page in PAGES]
    wiki.scope = "Bea"
    report = Desk(wiki).publish(*others)
    assert report.code == 0
    assert len(wiki.pages) == 6


def test_a_journal_of_another_wiki_is_not_used() -> None:
    desk = Desk(FakeWiki())
    desk.publish()
    journal = read_journal(desk.journal, "fake:other")
    assert journal.is_of_another
    assert not journal.pages


def kills() -> Iterator[int]:
    """Every line of the journal of a first run and of an update: torn in its middle, and after
    it."""
    for line in range(1, 14):
        yield from (line, -line)


@pytest.mark.parametrize("at_once", [False, True], ids=["one by one", "at once"])
@pytest.mark.parametrize("line", list(kills()))
def test_a_run_killed_at_any_line_of_the_journal_is_finished_by_the_next(
    line: int, at_once: bool
) -> None:
    desk = Desk(FakeWiki(Traits(at_once=at_once)))
    desk.pull_at = line
    for pages in (PAGES, (INDEX, with_words(BUY, "Second."), with_words(RENEW, "Second."))):
        try:
            desk.publish(*pages)
        except Killed:
            desk.pull_at = 0
            report = desk.publish(*pages)
            assert report.code == 0
    assert sorted(stored.name for stored in desk.wiki.pages.values()) == [
        "Buy",
        "Journeys",
        "Renew",
    ]
    assert len(desk.wiki.pictures) == 2
    for stored in desk.wiki.pages.values():
        texts = [text for _, text in stored.history]
        assert len(texts) == len(set(texts)), "no second version with the same text"
    assert "Second." in desk.wiki.named("Buy").text


PEOPLE = ("edit", "move", "delete", "add", "copy", "nothing")


@given(st.data())
def test_whatever_people_do_between_and_during_runs_their_words_stay(data: st.DataObject) -> None:
    chance = st.integers(0, 9)
    wiki = FakeWiki(Traits(at_once=data.draw(st.booleans())))
    desks = [Desk(wiki), Desk(wiki)]
    human: dict[str, str] = {}

    def act() -> None:
        choice = data.draw(st.sampled_from(PEOPLE))
        pages = sorted(wiki.pages.values(), key=lambda stored: stored.id)
        if choice == "add":
            name = data.draw(st.sampled_from(("Buy", "buy", "Renew", "Other")))
            if wiki.named(name) is None:
                stored = wiki.add(name, f"Own page {len(human)}")
                human[stored.id] = stored.text
            return
        if not pages or choice == "nothing":
            return
        stored = data.draw(st.sampled_from(pages))
        if choice == "edit":
            wiki.edit(stored.name, f"{stored.text}Words of Ana {len(human)}")
            human[stored.id] = stored.text
        elif choice == "copy":
            wiki.add(f"Copy {len(wiki.pages)} of {stored.name}", stored.text)
        elif choice == "move":
            stored.name = f"Moved {len(stored.history)} {stored.id}"
        elif stored.id not in human:
            wiki.delete(stored.name)

    def act_sometimes() -> None:
        if data.draw(chance) == 0:
            act()

    wiki.before_write = act_sometimes
    wiki.loses = lambda: data.draw(chance) == 0
    wiki.drops = lambda: data.draw(chance) == 0
    for number in range(data.draw(st.integers(1, 4))):
        desk = data.draw(st.sampled_from(desks))
        if data.draw(chance) == 0:
            desk.lose_journal()
        words = f"Edition {number}."
        desk.publish(INDEX, with_words(BUY, words), with_words(RENEW, words))
        act()
    for id, text in human.items():
        assert wiki.pages[id].text == text
