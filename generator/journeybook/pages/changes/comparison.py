"""What pages may ask of the revision that their site is compared with: which things changed, and
how."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from journeybook.diff.change import Change, Changes, Pair
from journeybook.diff.compared import Compared
from journeybook.diff.current_ids import with_current_ids
from journeybook.schema.documents import Journey
from journeybook.schema.values import Ref

COMPARED = "comparison"
"""The kind of reference to the page that compares one journey: `Ref(COMPARED, id of the
journey)`."""
_NEW = ("JD101", "JD105", "JD108", "JD109", "JD701")
_COMMIT = re.compile(r"[0-9a-f]{40,64}")


class Comparison(Protocol):
    """What pages ask about the comparison with a revision.

    `RevisionComparison` answers; builders of pages get one that also records what they ask
    (`pages/dependency_tracking.py`).
    """

    @property
    def base(self) -> str:
        """The name of the revision; only the first digits of a bare commit."""

    @property
    def changes(self) -> Changes:
        """Everything that changed."""

    @property
    def journeys(self) -> tuple[str, ...]:
        """Ids of the journeys that changed or were removed: each has a page."""

    @property
    def counts(self) -> Mapping[str, int]:
        """Kind -> how many of it are changed or new."""

    def mark(self, ref: Ref) -> str:
        """`new`, `changed`, or empty."""

    def of(self, ref: Ref) -> tuple[Change, ...]:
        """The changes of one document, worst first."""

    def is_unread(self, path: str) -> bool:
        """Whether a file could not be compared, or only in part."""

    def sides(self, journey: str) -> tuple[Pair, Journey | None, Journey | None] | None:
        """A journey that changed, before (with the current ids of other things) and after; None for
        one without changes."""

    def old_title(self, ref: Ref) -> str:
        """The title of a thing in the revision, or its id; the thing may be missing from the
        site."""


@dataclass(frozen=True)
class RevisionComparison:
    """A site compared with one of its revisions; the questions are those of `Comparison`."""

    compared: Compared

    @cached_property
    def base(self) -> str:
        name = self.compared.changes.base
        return name[:10] if _COMMIT.fullmatch(name) else name

    @property
    def changes(self) -> Changes:
        return self.compared.changes

    @property
    def journeys(self) -> tuple[str, ...]:
        return tuple(pair.id for pair in self.compared.changes.journeys)

    @property
    def counts(self) -> Mapping[str, int]:
        return Counter(ref.kind for ref in self._marks)

    def mark(self, ref: Ref) -> str:
        return self._marks.get(ref, "")

    def of(self, ref: Ref) -> tuple[Change, ...]:
        return self._by_document.get(ref, ())

    def is_unread(self, path: str) -> bool:
        return path in self._unread

    def sides(self, journey: str) -> tuple[Pair, Journey | None, Journey | None] | None:
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
