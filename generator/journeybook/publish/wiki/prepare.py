"""Compare the pages we want with those that the wiki has, and decide about each: nothing is
written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from journeybook.publish.wiki import marker
from journeybook.publish.wiki.inventory import Claim, Inventory, Orphan, Wanted, take_inventory
from journeybook.publish.wiki.journal import Entry, Journal
from journeybook.publish.wiki.model import WikiPage
from journeybook.publish.wiki.plan import Decision, Matched, decide
from journeybook.publish.wiki.target import RemotePage, Rendered, Target
from journeybook.publish.wiki.web import REFUSED, WRONG_SETTINGS, Stop

Prune = Literal["report", "archive", "delete"]


@dataclass(frozen=True)
class Orders:
    """What a human asked for."""

    only: tuple[str, ...] = ()
    """Source files or folders; empty for all."""
    take_over: frozenset[str] = frozenset()
    """Names or source files of pages to write over, whoever changed them."""
    prune: Prune = "report"
    most_writes: int | None = None
    is_sure: bool = False
    """Whether even most of the pages may be taken away."""

    def wants(self, key: str) -> bool:
        """Whether the page is one of those asked for."""
        return not self.only or any(
            key == path or key.startswith(f"{path.rstrip('/')}/") for path in self.only
        )


@dataclass(frozen=True)
class PlannedPage:
    """A page of ours and what to do about it."""

    rendered: Rendered
    match: Matched
    decision: Decision

    @property
    def key(self) -> str:
        return self.rendered.key

    @property
    def names(self) -> frozenset[str]:
        """What a human may call it: its file, its name, the name it has in the wiki."""
        return _names(self.rendered, self.match)


def _names(page: Rendered, match: Matched) -> frozenset[str]:
    remote = match.remote
    return frozenset((page.key, page.name, remote.name if remote else page.name))


@dataclass(frozen=True)
class PublishPlan:
    """What to do, pages above others first."""

    pages: tuple[PlannedPage, ...]
    orphans: tuple[Orphan, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    """Id -> text of the wiki's pages that were read, for differences."""


def rendered_pages(target: Target, pages: Sequence[WikiPage]) -> tuple[Rendered, ...]:
    """All pages under the names that they get in an empty wiki.

    Raises Stop with the code REFUSED if the wiki cannot have a name, or two pages would have one.
    """
    names = target.names(pages)
    faults = list(_name_faults(target, pages, names))
    if faults:
        raise Stop("; ".join(faults), REFUSED)
    return tuple([target.render(page, names) for page in pages])


def _name_faults(
    target: Target, pages: Sequence[WikiPage], names: Mapping[str, str]
) -> Iterator[str]:
    first_key: dict[str, str] = {}
    for page in pages:
        name = names[page.key]
        fault = target.name_fault(name)
        if fault:
            yield f"{page.key}: this wiki cannot have a page `{name}`: {fault}; change the title"
        other = first_key.setdefault(target.folded(name), page.key)
        if other != page.key:
            yield (
                f"{other} and {page.key} would both be the page `{name}`; give them different "
                "titles"
            )


def prepare(
    target: Target, pages: Sequence[WikiPage], journal: Journal, orders: Orders
) -> PublishPlan:
    """What to do about every page. Asks the wiki in bulk; raises Stop and Unusable."""
    first = rendered_pages(target, pages)
    names = {page.key: page.name for page in first}
    ids = [entry.id for entry in journal.pages.values() if entry.is_written]
    snapshot = target.snapshot(list(names.values()), ids)
    texts: dict[str, str] = {}

    def read_claims(unexplained: Sequence[RemotePage]) -> Mapping[str, Claim]:
        texts.update(target.texts(unexplained))
        claims: dict[str, Claim] = {}
        for page in unexplained:
            claims[page.id] = _claim(target, page, texts.get(page.id, ""), journal)
        return claims

    digests = {page.key: page.digest for page in first}
    wanted = Wanted(names, digests, target.folded, target.traits.ids_survive_moves)
    inventory = take_inventory(snapshot.pages, journal, wanted, read_claims)
    final = _where_they_are(target, pages, first, inventory)
    planned = [_planned(page, inventory, orders) for page in final if orders.wants(page.key)]
    _check_orders(orders, planned)
    orphans = () if orders.only else tuple(inventory.orphans())
    return PublishPlan(tuple(planned), orphans, texts)


def _check_orders(orders: Orders, planned: Sequence[PlannedPage]) -> None:
    """Raise Stop if an order names no page: a slip would otherwise do nothing, silently."""
    for path in orders.only:
        if not any(Orders((path,)).wants(page.key) for page in planned):
            raise Stop(f"no page comes from `{path}`", WRONG_SETTINGS)
    names: set[str] = set()
    for page in planned:
        names |= page.names
    for name in sorted(orders.take_over - names):
        raise Stop(f"there is no page `{name}` to take over", WRONG_SETTINGS)


def _claim(target: Target, page: RemotePage, text: str, journal: Journal) -> Claim:
    proven = target.owner_key(page, text)
    is_in_doubt = bool(proven) and journal.pages.get(proven, Entry()).is_written
    by_us = is_in_doubt and target.wrote(page)
    digest = marker.claimed_digest(text) if proven else ""
    return Claim(proven or marker.claimed_key(text, target.scope), proven, by_us, digest)


def _where_they_are(
    target: Target, pages: Sequence[WikiPage], first: Sequence[Rendered], inventory: Inventory
) -> Sequence[Rendered]:
    """The pages under the names that they have in the wiki: a page that a human moved stays there,
    and links lead there."""
    names = {page.key: _name(target, page, inventory.match(page.key)) for page in first}
    if all(names[page.key] == page.name for page in first):
        return first
    return [target.render(page, names) for page in pages]


def _name(target: Target, page: Rendered, match: Matched) -> str:
    """Where a page is, or will be: a person's page with our name keeps it, and so do we."""
    remote = match.remote
    if remote is None or not match.by_id:
        return page.name
    author_renamed = match.entry.is_written and remote.name == match.entry.name
    return page.name if target.traits.can_rename and author_renamed else remote.name


def _planned(page: Rendered, inventory: Inventory, orders: Orders) -> PlannedPage:
    match = inventory.match(page.key)
    decision = decide(match, page, take_over=bool(_names(page, match) & orders.take_over))
    return PlannedPage(page, match, decision)
