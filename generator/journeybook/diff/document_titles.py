"""The titles of the documents that changes name: readers know people and touchpoints by name, not
by ID."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from journeybook.diff.change import Change
from journeybook.diff.message import documents_in, with_titles
from journeybook.schema.values import Ref


def documents_named(changes: Iterable[Change]) -> frozenset[Ref]:
    """The documents that the texts of changes name, also of those that a change covers."""
    named: set[Ref] = set()
    for change in changes:
        for text in (change.old, change.new, change.why, change.element.subject):
            named.update(documents_in(text))
        named |= documents_named(change.folded)
    return frozenset(named)


def with_document_titles(
    changes: Iterable[Change], title: Callable[[Ref], str]
) -> tuple[Change, ...]:
    """The changes with a title for each document that they name."""
    return tuple(_with_titles(change, title) for change in changes)


def _with_titles(change: Change, title: Callable[[Ref], str]) -> Change:
    return replace(
        change,
        old=with_titles(change.old, title),
        new=with_titles(change.new, title),
        why=with_titles(change.why, title),
        element=replace(change.element, subject=with_titles(change.element.subject, title)),
        folded=with_document_titles(change.folded, title),
    )
