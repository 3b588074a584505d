"""What pages may ask of the revision that their site is compared with: which things changed, and
how."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from journeybook.diff.change import Change, Changes, Pair
from journeybook.diff.compared import Compared
from journeybook.diff.current_ids import with_current_ids
from journeybook.schema.documents import Journey
from journeybook.schema.values import Ref

COMPARED = "comparison"
"""The kind of reference to the page that compares one journey: `Ref(COMPARED, id of the
journey)`."""
_NEW = ("JD101", "JD105", "JD701")
_COMMIT = re.compile(r"[0-9a-f]{40,64}")


@dataclass(frozen=True)
class Comparison:
    """A site compared with one of its revisions. Builders of pages get one that notes what they ask
    (`watched`)."""

    compared: Compared

    @cached_property
    def base(self) -> str:
        """What the site is compared with, as it is called; of a bare commit only the first
        digits."""
        name = self.compared.changes.base
        return name[:10] if _COMMIT.fullmatch(name) else name

    @property
    def changes(self) -> Changes:
        """Everything that changed."""
        return self.compared.changes

    @property
    def journeys(self) -> tuple[str, ...]:
        """Ids of the journeys that changed, also of those that are gone: each has a page."""
        return tuple(pair.id for pair in self.compared.changes.journeys)

    @property
    def counts(self) -> Mapping[str, int]:
        """Kind -> how many of it changed or are new."""
        return Counter(ref.kind for ref in self._marks)

    def mark(self, ref: Ref) -> str:
        """`new`, `changed`, or empty."""
        return self._marks.get(ref, "")

    def of(self, ref: Ref) -> tuple[Change, ...]:
        """The changes of one document, worst first."""
        return self._by_document.get(ref, ())

    def is_unread(self, path: str) -> bool:
        """Whether a file could not be compared, or not in full."""
        return path in self._unread

    def sides(self, journey: str) -> tuple[Pair, Journey | None, Journey | None] | None:
        """A journey that changed, as it was (other things called as they are now) and as it is;
        None for one without changes."""
        pair = self._pairs.get(journey)
        if pair is None:
            return None
        before, after, names = (
            self.compared.before,
            self.compared.after,
            self.compared.changes.names,
        )
        old = before.journey(pair.before) if pair.before else None
        return (
            pair,
            with_current_ids(old, names) if old else None,
            after.journey(pair.after) if pair.after else None,
        )

    def old_title(self, ref: Ref) -> str:
        """What a thing was called that may be gone, or its id."""
        return self.compared.before.title(ref)

    @cached_property
    def _pairs(self) -> dict[str, Pair]:
        return {pair.id: pair for pair in self.compared.changes.journeys}

    @cached_property
    def _by_document(self) -> dict[Ref, tuple[Change, ...]]:
        by_document: dict[Ref, list[Change]] = {}
        for change in self.compared.changes.changes:
            for document in change.documents:
                by_document.setdefault(document, []).append(change)
        return {ref: tuple(changes) for ref, changes in by_document.items()}

    @cached_property
    def _marks(self) -> dict[Ref, str]:
        """The marks of all things that the site still has."""
        documents = self.compared.after.documents
        return {
            ref: "new" if _is_new(ref, changes) else "changed"
            for ref, changes in self._by_document.items()
            if ref in documents
        }

    @cached_property
    def _unread(self) -> frozenset[str]:
        return frozenset(fault.path for fault in self.compared.changes.unreadable)


def _is_new(document: Ref, changes: Iterable[Change]) -> bool:
    return any(change.code in _NEW and change.element.document == document for change in changes)
