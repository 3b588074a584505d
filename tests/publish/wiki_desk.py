"""A computer that publishes a few pages to a wiki through the real targets and connections."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from journeybook.effects import append_only
from journeybook.publish.targets.table import open_target
from journeybook.publish.wiki.journal import JournalKeeper, read_journal
from journeybook.publish.wiki.model import (
    Grid,
    Heading,
    PageLink,
    Paragraph,
    Picture,
    PictureBlock,
    WikiPage,
    Words,
)
from journeybook.publish.wiki.prepare import Orders, PublishPlan, prepare
from journeybook.publish.wiki.publisher import Publisher, PublishReport, State
from journeybook.publish.wiki.web import Answer, LostAnswer, Request
from journeybook.schema.publish_target import PublishTarget
from journeybook.schema.values import Text
from journeybook.workflow.publish_site import picture_data
from journeybook.workflow.wiki_access import OpenAccess
from journeybook.workflow.wiki_connection import WikiConnection

NO_ORDERS = Orders()
INDEX, BUY, RENEW = "site.yaml", "content/journeys/ana/buy.md", "content/journeys/ana/renew.md"


class Killed(BaseException):
    """The process was killed."""


def settings(to: str, **values: object) -> PublishTarget:
    """The settings of a target, as `site.yaml` would have them."""
    texts = {key: Text(value) if isinstance(value, str) else value for key, value in values.items()}
    return PublishTarget(to=Text(to), **texts)


def curve(words: str) -> Picture:
    """A small drawing."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40">'
        f'<title>{words}</title><path d="M0 {len(words) % 40}L120 5" stroke="#0b6e6e"/></svg>'
    )
    return Picture("ana-buy-curve", svg, "The curve rises")


def few_pages(words: str = "First edition.", title: str = "Buy") -> tuple[WikiPage, ...]:
    """An index and two journeys that link each other."""
    table = Grid(((), (Words("1.1 I search"),)), (((Words("Emotion", "strong"),), (Words("+1"),)),))
    index = WikiPage(
        INDEX, "index", "Journeys", ("index",), "", "en", "ltr",
        (Paragraph((Words(words),)), Paragraph((PageLink(title, BUY), Words(" and "), PageLink("Renew", RENEW)))),
    )  # fmt: skip
    buy = WikiPage(
        BUY, "journey", title, ("journeys", "ana", "buy"), INDEX, "en", "ltr",
        (
            Paragraph((Words(words),)),
            PictureBlock(curve("buy")),
            Heading(2, (Words("Map"),), "map"),
            table,
            Paragraph((Words("Last line."),)),
        ),
    )  # fmt: skip
    renew = WikiPage(
        RENEW, "journey", "Renew", ("journeys", "ana", "renew"), INDEX, "en", "ltr",
        (Paragraph((Words(words), PageLink(title, BUY, "map"))), PictureBlock(curve("renew"))),
    )  # fmt: skip
    return index, buy, renew


def without_renew() -> tuple[WikiPage, ...]:
    """The pages after one journey was deleted, and the links to it."""
    index, buy, _ = few_pages()
    return replace(index, blocks=(index.blocks[0], Paragraph((PageLink("Buy", BUY),)))), buy


def edition(words: str, pages: Iterable[WikiPage] = ()) -> tuple[WikiPage, ...]:
    """The pages with other words in their first paragraph."""
    changed = []
    for page in pages or few_pages():
        first, *rest = page.blocks
        assert isinstance(first, Paragraph)
        paragraph = Paragraph((Words(words), *first.text[1:]))
        changed.append(replace(page, blocks=(paragraph, *rest)))
    return tuple(changed)


@dataclass
class Desk:
    """Publishes from a folder of its own, with a journal on disk; the plug can be pulled."""

    folder: Path
    target: PublishTarget
    secret: str = ""
    requests: int = 0
    pull_at: int = 0
    """Number of the line of the journal at which the process is killed; 0 for never."""
    lines: int = 0
    remarks: list[str] = field(default_factory=list)

    @property
    def journal_file(self) -> Path:
        return self.folder / "journal.jsonl"

    def publish(
        self, pages: Sequence[WikiPage] | None = None, orders: Orders = NO_ORDERS
    ) -> PublishReport:
        access = OpenAccess(self.folder, self.secret, self.remarks.append)
        target = open_target(self.target, access)
        try:
            text = append_only.read_text(self.journal_file)
            journal = read_journal(text, target.address)
            keeper = JournalKeeper(journal, target.address, self._add)
            chosen = pages or few_pages()
            draw = picture_data(target)
            return Publisher(target, chosen, keeper, orders, draw).publish()
        finally:
            self.requests = access.requests
            target.close()
            access.close()

    def plan(self, pages: Sequence[WikiPage] | None = None) -> PublishPlan:
        """What would be done."""
        access = OpenAccess(self.folder, self.secret, self.remarks.append)
        target = open_target(self.target, access)
        try:
            target.preflight()
            journal = read_journal(append_only.read_text(self.journal_file), target.address)
            return prepare(target, pages or few_pages(), journal, NO_ORDERS)
        finally:
            target.close()
            access.close()

    def lose_journal(self) -> None:
        self.journal_file.unlink(missing_ok=True)

    def _add(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.lines += 1
            if self.lines == self.pull_at:
                append_only.add_lines(self.journal_file, [line[: len(line) // 2]])
                raise Killed
            append_only.add_lines(self.journal_file, [line])
            if self.lines == -self.pull_at:
                raise Killed


def states(report: PublishReport) -> dict[str, State]:
    """By source file."""
    return {page.key: page.state for page in report.pages}


def reasons(report: PublishReport) -> dict[str, str]:
    return {page.key: page.reason for page in report.pages if page.reason}


FIRST_LINES, UPDATE_LINES = range(2, 10), range(1, 7)
"""Lines that the journal gets in a first run and in an update of all pages, without its head."""


def kill_everywhere(new_desk: Callable[[str], Desk]) -> Iterator[str]:
    """Kill a first run and an update at each line of the journal, torn and whole, each in an area of
    its own, and run again. Yields the area after each."""
    for line in FIRST_LINES:
        for sign in (1, -1):
            area = f"first{line}{'torn' if sign > 0 else 'whole'}"
            desk = new_desk(area)
            kill(desk, sign * line, few_pages())
            yield area
    for line in UPDATE_LINES:
        for sign in (1, -1):
            area = f"update{line}{'torn' if sign > 0 else 'whole'}"
            desk = new_desk(area)
            assert desk.publish().code == 0
            kill(desk, sign * (desk.lines + line), edition("Second."))
            yield area


def kill(desk: Desk, line: int, pages: Sequence[WikiPage]) -> None:
    """A run that is killed at a line, and one that is not."""
    desk.pull_at = line
    try:
        desk.publish(pages)
    except Killed:
        desk.pull_at = 0
        assert desk.publish(pages).code == 0
        return
    raise AssertionError(f"the journal has no line {line}")


def lose_answers(patched: pytest.MonkeyPatch, seed: int, share: float = 0.1) -> list[int]:
    """From now on, this share of the answers to changes gets lost after the work. Returns a list
    that grows by one for each."""
    chance, losses, send = random.Random(seed), list[int](), WikiConnection.send

    def send_and_lose(self: WikiConnection, request: Request) -> Answer:
        answer = send(self, request)
        if request.changes and chance.random() < share:
            losses.append(1)
            raise LostAnswer("lost by the test")
        return answer

    patched.setattr(WikiConnection, "send", send_and_lose)
    return losses
