"""Publish pages to a wiki: plan, note the intent, write, note the end; look again where an answer
was lost or somebody was faster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from journeybook.publish.wiki.inventory import Orphan
from journeybook.publish.wiki.journal import Entry, JournalKeeper
from journeybook.publish.wiki.model import Picture, WikiPage
from journeybook.publish.wiki.plan import Act, Decision, Why
from journeybook.publish.wiki.prepare import Orders, PlannedPage, PublishPlan, prepare
from journeybook.publish.wiki.target import (
    Change,
    Create,
    Done,
    Lost,
    PutPicture,
    Refused,
    RemotePage,
    Rendered,
    Result,
    Retire,
    Target,
    Update,
)
from journeybook.publish.wiki.web import INCOMPLETE, REFUSED, LostAnswer, Stop, Unusable

ROUNDS = 8
"""How often the wiki is looked at again, if answers are lost or others write at the same time."""


class State(StrEnum):
    """What became of a page."""

    CREATED = "created"
    UPDATED = "updated"
    SAME = "unchanged"
    LEFT = "left alone"
    REFUSED = "refused"
    OPEN = "not finished"
    RETIRED = "taken away"
    ORPHANED = "without a source"


@dataclass(frozen=True)
class PageReport:
    """One page of the report."""

    key: str
    name: str
    state: State
    reason: str = ""
    """Why it was left alone or refused, as an end of a sentence; or a note."""
    address: str = ""
    moved: bool = False


@dataclass(frozen=True)
class PublishReport:
    """What a run did."""

    pages: tuple[PageReport, ...] = ()
    pictures: int = 0
    """Stored in this run."""
    refused_pictures: tuple[tuple[str, str], ...] = ()
    """Name and reason of pictures that the wiki did not take."""
    writes: int = 0
    remarks: tuple[str, ...] = ()
    stopped: str = ""
    """Why the run ended early, or empty."""
    code: int = 0


@dataclass
class _Progress:
    """What has happened so far in a run."""

    states: dict[str, PageReport] = field(default_factory=dict)
    remote: dict[str, RemotePage] = field(default_factory=dict)
    """Key -> the page in the wiki."""
    refused_pictures: dict[str, str] = field(default_factory=dict)
    pictures: int = 0
    writes: int = 0
    unfinished: set[str] = field(default_factory=set)
    """Keys and picture names that must be looked at again."""


class Enough(Exception):  # noqa: N818 - an order, not an error
    """As many writes as were allowed have been made."""


@dataclass
class Publisher:
    """Publishes to one wiki. `draw` makes the file of a picture; `tick` is called after each write
    with how many are done and how many there are."""

    target: Target
    pages: Sequence[WikiPage]
    keeper: JournalKeeper
    orders: Orders
    draw: Callable[[Picture], bytes]
    tick: Callable[[int, int], None] = lambda done, all: None
    _progress: _Progress = field(default_factory=_Progress)
    _orphans: tuple[Orphan, ...] = ()

    def publish(self) -> PublishReport:
        """Publish all pages. Never raises for anything the wiki does."""
        remarks: tuple[str, ...] = ()
        try:
            remarks = self.target.preflight()
            for _ in range(ROUNDS):
                self._progress.unfinished.clear()
                self._round()
                if not self._progress.unfinished:
                    break
            self._retire_orphans()
        except Enough:
            reason = (
                f"stopped after {self._progress.writes} writes, as ordered; run the same command "
                "again to go on"
            )
            return self._report(remarks, reason, INCOMPLETE)
        except Stop as stop:
            code = INCOMPLETE if stop.code == REFUSED and self._progress.writes else stop.code
            return self._report(remarks, stop.reason, code)
        except (Unusable, LostAnswer) as fault:
            return self._report(remarks, f"the wiki answered something unusable: {fault}", 3)
        return self._report(remarks)

    def _round(self) -> None:
        plan = prepare(self.target, self.pages, self.keeper.journal, self.orders)
        self._orphans = plan.orphans
        for page in plan.pages:
            self._settle(page)
        pictures = self._missing_pictures(plan)
        changes = [page for page in plan.pages if page.decision.act in (Act.CREATE, Act.UPDATE)]
        if self.target.traits.at_once:
            self._write_at_once(changes, pictures)
        elif self.target.traits.pictures_on_pages:
            self._write_pages(changes, len(pictures))
            self._write_pictures(pictures)
        else:
            self._write_pictures(pictures, len(changes))
            self._write_pages(changes)

    def _settle(self, page: PlannedPage) -> None:
        """Note pages that need no writing."""
        decision, key = page.decision, page.key
        before = self._progress.states.get(key)
        if decision.remote:
            self._progress.remote[key] = decision.remote
        if decision.act is Act.KEEP and decision.remote:
            self.keeper.written(key, _entry(decision.remote, page.rendered.digest))
            if before is None or before.state is State.OPEN:
                state = before_state(before)
                self._note(page.rendered, state, decision=decision)
        elif decision.act is Act.LEAVE:
            self._note(page.rendered, State.LEFT, reason_of(decision), decision)

    def _missing_pictures(self, plan: PublishPlan) -> list[PutPicture]:
        """The pictures of pages that we keep or write and that the wiki does not have."""
        form = self.target.traits.picture_form
        stored = self.keeper.journal.pictures
        asked: dict[str, PutPicture] = {}
        for page in plan.pages:
            if page.decision.act is Act.LEAVE:
                continue
            for picture in shown_pictures(self.target, page.rendered):
                name = picture.name(form)
                if name not in stored and name not in self._progress.refused_pictures:
                    change = PutPicture(picture, page.rendered, page.decision.remote)
                    asked.setdefault(name, change)
        if not asked:
            return []
        there = self.target.stored_pictures(list(asked.values()))
        self.keeper.stored(sorted(there))
        return [change for name, change in asked.items() if name not in there]

    def _write_pages(self, pages: Sequence[PlannedPage], more: int = 0) -> None:
        for number, page in enumerate(pages):
            self._check_budget()
            change = self._change(page)
            self.keeper.intend({page.key: page.rendered.digest})
            (result,) = self._apply([change])
            self._page_result(page, result)
            self.tick(number + 1, len(pages) + more)

    def _write_pictures(self, changes: Sequence[PutPicture], more: int = 0) -> None:
        for number, change in enumerate(changes):
            on = self._progress.remote.get(change.page.key)
            if self.target.traits.pictures_on_pages and on is None:
                continue
            self._check_budget()
            data = self.draw(change.picture)
            if not data:
                self._picture_result(change, Refused("it is too large to be drawn"))
                continue
            (result,) = self._apply([replace(change, on=on, data=data)])
            self._picture_result(change, result)
            self.tick(number + 1, len(changes) + more)

    def _write_at_once(self, pages: Sequence[PlannedPage], pictures: Sequence[PutPicture]) -> None:
        """Everything in one go, so that readers see all of it or nothing."""
        if not pages and not pictures:
            return
        self._check_budget()
        drawn = [replace(change, data=self.draw(change.picture)) for change in pictures]
        changes: list[Change] = [*drawn, *map(self._change, pages)]
        self.keeper.intend({page.key: page.rendered.digest for page in pages})
        results = self._apply(changes)
        for change, result in zip(pictures, results[: len(pictures)], strict=True):
            self._picture_result(change, result)
        for page, result in zip(pages, results[len(pictures) :], strict=True):
            self._page_result(page, result)

    def _change(self, page: PlannedPage) -> Change:
        remote = page.decision.remote
        if page.decision.act is Act.UPDATE and remote is not None:
            return Update(page.rendered, remote)
        return Create(page.rendered, self._progress.remote.get(page.rendered.page.parent))

    def _apply(self, changes: Sequence[Change]) -> list[Result]:
        """One result for each change; where an answer was lost, that is the result."""
        results: list[Result] = []
        try:
            for result in self.target.apply(changes):
                results.append(result)
        except (LostAnswer, Unusable):
            pass
        return [*results, *([Lost()] * (len(changes) - len(results)))]

    def _page_result(self, page: PlannedPage, result: Result) -> None:
        rendered, decision = page.rendered, page.decision
        match result:
            case Done(page=remote, note=note) if remote is not None:
                self._progress.writes += 1
                self._progress.remote[page.key] = remote
                if not remote.digest or remote.digest == rendered.digest:
                    self.keeper.written(page.key, _entry(remote, rendered.digest))
                    state = State.CREATED if decision.act is Act.CREATE else State.UPDATED
                    self._note(rendered, state, note, replace(decision, remote=remote))
                else:
                    # The wiki merged a human's edit into ours: the page is no longer only ours.
                    self._note(rendered, State.LEFT, note or Why.EDITED, decision)
            case Refused(reason=reason):
                self._note(rendered, State.REFUSED, reason, decision)
            case _:
                self._progress.unfinished.add(page.key)
                self._note(rendered, State.OPEN, decision=decision)

    def _picture_result(self, change: PutPicture, result: Result) -> None:
        name = change.picture.name(self.target.traits.picture_form)
        match result:
            case Done():
                self._progress.writes += 1
                self._progress.pictures += 1
                self.keeper.stored([name])
            case Refused(reason=reason):
                self._progress.refused_pictures[name] = reason
            case _:
                self._progress.unfinished.add(name)

    def _check_budget(self) -> None:
        most = self.orders.most_writes
        if most is not None and self._progress.writes >= most:
            raise Enough

    def _note(
        self,
        page: Rendered,
        state: State,
        reason: str = "",
        decision: Decision | None = None,
    ) -> None:
        remote = decision.remote if decision else None
        address = remote.address if remote else ""
        moved = decision.moved if decision else False
        self._progress.states[page.key] = PageReport(
            page.key, page.name, state, str(reason), address, moved
        )

    def _retire_orphans(self) -> None:
        """Take away pages whose source is gone, if ordered and if nothing looks wrong."""
        how = self.orders.prune
        if how == "report" or not self._orphans:
            return
        if self._progress.writes:
            # Our own writes made new versions; what is taken away must be seen after them.
            plan = prepare(self.target, self.pages, self.keeper.journal, self.orders)
            self._orphans = plan.orphans
        ready = [orphan for orphan in self._orphans if orphan.can_retire]
        self._check_retiring(how, len(ready))
        retired = [Retire(orphan.page, orphan.key, how) for orphan in ready]
        size = len(ready) if self.target.traits.at_once else 1
        for start in range(0, len(ready), max(size, 1)):
            self._check_budget()
            results = self._apply(retired[start : start + size])
            for orphan, result in zip(ready[start : start + size], results, strict=True):
                self._retire_result(orphan, result)

    def _retire_result(self, orphan: Orphan, result: Result) -> None:
        state, reason = State.ORPHANED, "it changed meanwhile"
        if isinstance(result, Done):
            state, reason = State.RETIRED, ""
            self._progress.writes += 1
            self.keeper.retired(orphan.key)
        elif isinstance(result, Refused):
            reason = result.reason
        page = orphan.page
        report = PageReport(orphan.key, page.name, state, reason, page.address)
        self._progress.states[orphan.key] = report

    def _check_retiring(self, how: str, count: int) -> None:
        states = [report.state for report in self._progress.states.values()]
        if State.REFUSED in states or State.OPEN in states or self._progress.refused_pictures:
            raise Stop("not every page was published, so no page was taken away", 1)
        if how == "archive" and not self.target.traits.can_archive:
            raise Stop("this wiki cannot archive pages through its interface", 2)
        remaining = len(self.pages)
        if not self.orders.is_sure and (not remaining or count > remaining):
            raise Stop(
                f"{count} pages would be taken away and only {remaining} would remain; if that is "
                "right, use --yes",
                1,
            )

    def _report(self, remarks: tuple[str, ...], stopped: str = "", code: int = 0) -> PublishReport:
        pages = dict(self._progress.states)
        for orphan in self._orphans:
            reason = "" if orphan.can_retire else "it was edited, or other pages stand below it"
            pages.setdefault(
                orphan.key,
                PageReport(
                    orphan.key, orphan.page.name, State.ORPHANED, reason, orphan.page.address
                ),
            )
        reports = tuple(pages.values())
        refused = tuple(self._progress.refused_pictures.items())
        if not code:
            code = exit_code(reports, has_refused_pictures=bool(refused))
        return PublishReport(
            reports,
            self._progress.pictures,
            refused,
            self._progress.writes,
            remarks,
            stopped,
            code,
        )


def shown_pictures(target: Target, page: Rendered) -> Iterator[Picture]:
    """The pictures that the text of a page names."""
    form = target.traits.picture_form
    for picture in page.page.pictures:
        if picture.name(form) in page.text:
            yield picture


def exit_code(pages: Sequence[PageReport], *, has_refused_pictures: bool = False) -> int:
    """0 if the wiki is as it should be, 1 if something is left for a human, 3 if the next run has
    something to finish."""
    states = {page.state for page in pages}
    if State.OPEN in states:
        return INCOMPLETE
    is_left = states & {State.LEFT, State.REFUSED, State.ORPHANED}
    return 1 if is_left or has_refused_pictures else 0


def before_state(before: PageReport | None) -> State:
    """The state of a page that is as it should be: it was written by us if its fate was open."""
    return State.SAME if before is None else State.UPDATED


def reason_of(decision: Decision) -> str:
    """Why a page is left alone, as an end of a sentence."""
    if decision.why is Why.OBSTACLE and decision.remote:
        return decision.remote.obstacle
    return str(decision.why)


def _entry(remote: RemotePage, digest: str) -> Entry:
    return Entry(remote.id, remote.name, remote.version, digest)
