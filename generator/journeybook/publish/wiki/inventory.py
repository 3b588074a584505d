"""Match the pages that a wiki has with ours: by the id in the journal, by marker, by name.

Texts are read only of pages that neither their digest nor the journal explains, so that a run in
which nothing changed reads none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from journeybook.publish.wiki.journal import Entry, Journal
from journeybook.publish.wiki.plan import Matched, is_ours
from journeybook.publish.wiki.target import RemotePage


@dataclass(frozen=True)
class Claim:
    """What the marker of a page says."""

    key: str = ""
    """The page that it names, whether or not its text was edited since; empty without a marker."""
    proven: str = ""
    """The same if nobody but us wrote the text, else empty."""
    by_us: bool = False
    """Whether our account made that version."""
    digest: str = ""
    """The digest that a proven marker names, for wikis that rewrite texts."""


ReadClaims = Callable[[Sequence[RemotePage]], Mapping[str, Claim]]
"""Reads the texts of pages: id -> what the marker says."""


@dataclass(frozen=True)
class Orphan:
    """A page of ours in the wiki whose source is gone."""

    key: str
    page: RemotePage
    can_retire: bool
    """Whether it is untouched, and no pages of other people stand below it."""


@dataclass(frozen=True)
class Wanted:
    """The pages that we want the wiki to have."""

    names: Mapping[str, str]
    """By key: the names they would get in an empty wiki."""
    digests: Mapping[str, str]
    """By key: the digests of their texts."""
    folded: Callable[[str], str]
    """See `Target.folded`."""
    ids_survive_moves: bool = True
    """See `Traits.ids_survive_moves`."""

    @cached_property
    def expected(self) -> Mapping[str, str]:
        """The digest that a page with a folded name should have."""
        return {self.folded(name): self.digests.get(key, "") for key, name in self.names.items()}


@dataclass(frozen=True)
class Inventory:
    """What the wiki has, seen from our pages."""

    pages: tuple[RemotePage, ...]
    journal: Journal
    wanted: Wanted
    claims: Mapping[str, Claim] = field(default_factory=dict)
    """By id, for pages whose text was read."""

    @cached_property
    def _by_id(self) -> Mapping[str, RemotePage]:
        return {page.id: page for page in self.pages}

    @cached_property
    def _by_name(self) -> Mapping[str, RemotePage]:
        return {self.wanted.folded(page.name): page for page in self.pages}

    @cached_property
    def _journalled(self) -> Mapping[str, str]:
        """Id -> key of the pages that the journal knows."""
        entries = self.journal.pages.items()
        return {entry.id: key for key, entry in entries if entry.is_written}

    @cached_property
    def _by_claim(self) -> Mapping[str, RemotePage]:
        """Key -> the page whose marker names it. Somebody may have copied one: the page with our
        name goes first, then one whose marker proves it, never one that is another page of ours."""
        by_claim: dict[str, RemotePage] = {}
        for page in sorted(self.pages, key=self._doubt):
            key = self.claims.get(page.id, Claim()).key
            if key and self._journalled.get(page.id, key) == key:
                by_claim.setdefault(key, page)
        return by_claim

    def _doubt(self, page: RemotePage) -> tuple[bool, bool]:
        claim = self.claims.get(page.id, Claim())
        name = self.wanted.names.get(claim.key, "")
        return self.wanted.folded(page.name) != self.wanted.folded(name), not claim.proven

    def match(self, key: str) -> Matched:
        """A page of ours with what the wiki and the journal have of it."""
        entry = self.journal.pages.get(key, Entry())
        remote = self._by_id.get(entry.id) if entry.is_written else None
        # A page with another id is a copy, and ours was deleted; unless moving changes the id.
        if remote is None and not (entry.is_written and self.wanted.ids_survive_moves):
            remote = self._by_claim.get(key)
        if remote is not None:
            return self._matched(key, remote, by_id=True)
        named = self._by_name.get(self.wanted.folded(self.wanted.names[key]))
        if named is not None and self._journalled.get(named.id, key) != key:
            named = None
        return self._matched(key, named, by_id=named is not None and self._proves(named, key))

    def _matched(self, key: str, remote: RemotePage | None, *, by_id: bool) -> Matched:
        entry = self.journal.pages.get(key, Entry())
        if remote is None:
            return Matched(key, entry, None, certified=False, by_id=by_id)
        claim = self.claims.get(remote.id, Claim())
        is_ours = remote.by_us or claim.by_us
        if not remote.digest:
            is_journalled = (remote.id, remote.version) == (entry.id, entry.version)
            digest = entry.digest if is_journalled else claim.digest
            remote = replace(remote, digest=digest)
        return Matched(key, entry, remote, self._proves(remote, key), by_id=by_id, by_us=is_ours)

    def _proves(self, page: RemotePage, key: str) -> bool:
        """Whether the page's marker, or its whole text, proves that it is ours and untouched."""
        is_wanted = bool(page.digest) and page.digest == self.wanted.digests.get(key)
        return is_wanted or self.claims.get(page.id, Claim()).proven == key

    def unexplained(self) -> Iterator[RemotePage]:
        """The pages whose text must be read to know whose they are."""
        for page in self.pages:
            key = self._journalled.get(page.id)
            if key is None:
                expected = self.wanted.expected.get(self.wanted.folded(page.name))
                is_explained = bool(page.digest) and page.digest == expected
            else:
                entry = self.journal.pages[key]
                digests = (entry.intent, entry.digest, self.wanted.digests.get(key, ""))
                is_explained = page.version == entry.version or (
                    bool(page.digest) and page.digest in digests
                )
            if not is_explained:
                yield page

    def orphans(self) -> Iterator[Orphan]:
        """Our pages whose source is gone, by the journal and by their markers."""
        keys = self.wanted.names
        matched = [self.match(key).remote for key in keys]
        taken = {page.id for page in matched if page is not None}
        for page in self.pages:
            key = self._journalled.get(page.id) or self.claims.get(page.id, Claim()).key
            if not key or key in keys or page.id in taken:
                continue
            match = self._matched(key, page, by_id=True)
            yield Orphan(key, page, is_ours(match) and not page.has_children)


def take_inventory(
    pages: Sequence[RemotePage], journal: Journal, wanted: Wanted, read_claims: ReadClaims
) -> Inventory:
    """What the wiki has, with the markers of the pages that nothing else explains."""
    first = Inventory(tuple(pages), journal, wanted)
    unexplained = list(first.unexplained())
    if not unexplained:
        return first
    return Inventory(first.pages, journal, wanted, read_claims(unexplained))
