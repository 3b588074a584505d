"""Decide what to do about each page: the one table by which nothing that a human wrote is lost.

Two things prove that a page is ours and untouched, so that either may be lost: the journal of this
computer, and the marker in the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journeybook.publish.wiki.journal import Entry, Journal
from journeybook.publish.wiki.target import RemotePage, Rendered


class Act(StrEnum):
    """What is done about a page."""

    CREATE = "create"
    UPDATE = "update"
    KEEP = "keep"
    """It is as it should be; only the journal may need a line."""
    LEAVE = "leave"
    """It is left alone, and a human is told why."""


class Why(StrEnum):
    """Why a page is left alone, or is not."""

    NEW = "new"
    SAME = "same"
    OURS = "ours"
    TAKEN_OVER = "taken over"
    EDITED = "edited by a person"
    DELETED = "deleted by a person"
    FOREIGN = "a person's page has this name"
    OBSTACLE = "cannot be written"


@dataclass(frozen=True)
class Decision:
    """What to do about one page."""

    act: Act
    why: Why
    remote: RemotePage | None = None
    """The page in the wiki that this is about."""
    moved: bool = False
    """Whether a human moved the page; it is kept where it is."""


@dataclass(frozen=True)
class Matched:
    """A page of ours with what the wiki and the journal have of it."""

    key: str
    entry: Entry
    remote: RemotePage | None
    certified: bool
    """Whether the marker in the page proves that it is this page, untouched."""
    by_id: bool
    """Whether it was recognised by its id or its marker, not only by its name."""


def decide(match: Matched, wanted: Rendered, *, take_over: bool = False) -> Decision:
    """What to do about a page; the rows are those of the manual's table.

    `take_over` is a human's order, by name, to write over what other people wrote.
    """
    remote, entry = match.remote, match.entry
    if remote is None:
        if entry.is_written and not take_over:
            return Decision(Act.LEAVE, Why.DELETED)
        return Decision(Act.CREATE, Why.NEW)
    moved = match.by_id and entry.is_written and remote.name != entry.name
    if remote.digest and remote.digest == wanted.digest:
        return Decision(Act.KEEP, Why.SAME, remote, moved)
    if remote.obstacle:
        return Decision(Act.LEAVE, Why.OBSTACLE, remote, moved)
    if is_ours(match):
        return Decision(Act.UPDATE, Why.OURS, remote, moved)
    if take_over:
        return Decision(Act.UPDATE, Why.TAKEN_OVER, remote, moved)
    is_strange = not entry.is_written and not match.by_id
    return Decision(Act.LEAVE, Why.FOREIGN if is_strange else Why.EDITED, remote, moved)


def is_ours(match: Matched) -> bool:
    """Whether nobody but us wrote what the page has now.

    Its version is the one we journalled; or it is the text of a write of ours whose answer was
    lost; or its marker proves it, and the journal knows nothing else or our account wrote it.
    """
    remote, entry = match.remote, match.entry
    if remote is None:
        return False
    if entry.is_written and remote.id == entry.id and remote.version == entry.version:
        return True
    if entry.intent and remote.digest == entry.intent:
        return True
    return match.certified and (not entry.is_written or remote.by_us)


@dataclass(frozen=True)
class Orphan:
    """A page of ours in the wiki whose source is gone."""

    key: str
    page: RemotePage
    can_retire: bool
    """Whether it is untouched, and nobody else's pages stand below it."""


@dataclass(frozen=True)
class Inventory:
    """The wiki's pages beside ours."""

    matches: Mapping[str, Matched]
    """By key, for every page that we want."""
    orphans: tuple[Orphan, ...]


OwnerKeys = Callable[[Sequence[RemotePage]], Mapping[str, tuple[str, str]]]
"""Reads the texts of pages: id -> the key that the marker claims, and the one that it proves."""


def take_inventory(
    wanted: Mapping[str, str],
    digests: Mapping[str, str],
    pages: Sequence[RemotePage],
    journal: Journal,
    owner_keys: OwnerKeys,
    folded: Callable[[str], str],
) -> Inventory:
    """Match the wiki's pages with ours: by the id in the journal, then by marker, then by name.

    `wanted` are the names of our pages by key, `digests` those of their texts. Only texts of pages
    that the journal does not explain are read.
    """
    by_id = {page.id: page for page in pages}
    by_name = {folded(page.name): page for page in pages}
    known_ids = {entry.id: key for key, entry in journal.pages.items() if entry.is_written}
    unexplained = list(_unexplained(pages, by_name, known_ids, wanted, digests, journal, folded))
    claims = owner_keys(unexplained) if unexplained else {}
    by_claim: dict[str, RemotePage] = {}
    for page in unexplained:
        claimed, certified = claims.get(page.id, ("", ""))
        if certified and page.id not in known_ids:
            by_claim.setdefault(certified, page)
        elif claimed and page.id not in known_ids:
            by_claim.setdefault(claimed, page)
    matches: dict[str, Matched] = {}
    for key, name in wanted.items():
        entry = journal.pages.get(key, Entry())
        remote = by_id.get(entry.id) if entry.is_written else None
        recognised = remote is not None
        if remote is None:
            remote = by_claim.get(key)
            recognised = remote is not None
        if remote is None:
            remote = by_name.get(folded(name))
            if remote is not None and known_ids.get(remote.id, key) != key:
                remote = by_claim.get(key)
        certified = remote is not None and claims.get(remote.id, ("", ""))[1] == key
        matches[key] = Matched(key, entry, remote, certified, recognised)
    orphans = tuple(_orphans(wanted, pages, journal, claims, by_id, matches))
    return Inventory(matches, orphans)


def _unexplained(
    pages: Iterable[RemotePage],
    by_name: Mapping[str, RemotePage],
    known_ids: Mapping[str, str],
    wanted: Mapping[str, str],
    digests: Mapping[str, str],
    journal: Journal,
    folded: Callable[[str], str],
) -> Iterator[RemotePage]:
    """The pages whose text must be read, because neither digest nor journal says whose they are."""
    expected = {folded(name): digests.get(key, "") for key, name in wanted.items()}
    for page in pages:
        key = known_ids.get(page.id)
        if key is not None:
            entry = journal.pages[key]
            if page.version in (entry.version, "") or page.digest in (
                entry.intent,
                digests.get(key),
            ):
                continue
        elif page.digest and page.digest == expected.get(folded(page.name)):
            continue
        yield page


def _orphans(
    wanted: Mapping[str, str],
    pages: Iterable[RemotePage],
    journal: Journal,
    claims: Mapping[str, tuple[str, str]],
    by_id: Mapping[str, RemotePage],
    matches: Mapping[str, Matched],
) -> Iterator[Orphan]:
    """Our pages without a source, by the journal and by their markers."""
    taken = {match.remote.id for match in matches.values() if match.remote}
    for key, entry in journal.pages.items():
        page = by_id.get(entry.id) if entry.is_written and key not in wanted else None
        if page is not None and page.id not in taken:
            taken.add(page.id)
            certified = claims.get(page.id, ("", ""))[1] == key
            match = Matched(key, entry, page, certified, by_id=True)
            yield Orphan(key, page, is_ours(match) and not page.has_children)
    for page in pages:
        claimed, certified = claims.get(page.id, ("", ""))
        if page.id in taken or not claimed or claimed in wanted:
            continue
        yield Orphan(claimed, page, bool(certified) and not page.has_children)
