"""Compare two states of a site: two catalogs in, changes out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Literal

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change, Changes, Impact, Match, Pair, Unreadable
from journeybook.diff.document_titles import with_document_titles
from journeybook.diff.documents import Documents, document_changes, pair_documents
from journeybook.diff.grouping import group_changes, sort_changes
from journeybook.diff.journeys import changes_within, journey_pairs
from journeybook.diff.journeys_across import changes_across
from journeybook.diff.kinds import levels
from journeybook.diff.left_references import left_references
from journeybook.diff.make_change import with_own_fingerprints
from journeybook.diff.moved_steps import with_moved_steps
from journeybook.diff.settings import settings_changes
from journeybook.diff.weight import Weights
from journeybook.schema.documents import AnyDocument, Journey
from journeybook.schema.values import Ref


def compare(
    before: Catalog,
    after: Catalog,
    *,
    base: str = "",
    head: str = "",
    renamed: Mapping[str, str] | None = None,
    unreadable: Sequence[Unreadable] = (),
    accepted: Collection[str] = (),
    touched: Collection[str] | None = None,
    revisions: tuple[str, str] = ("", ""),
    of_sites: bool = True,
) -> Changes:
    """What changed from one catalog to the other, highest impact first, at the impacts that the
    `site.yaml` of `before` sets.

    `renamed` maps paths of the head to their paths in the base, as git reports them. A file that
    was unreadable on either side is left out on both. `accepted` are the fingerprints of accepted
    changes. `touched` are the paths whose bytes differ, if the caller knows them; otherwise texts
    are compared, without regard to line ends. Without `of_sites`, the catalogs have single files,
    so that a document in neither of them may exist elsewhere.
    """
    documents = _readable(
        pair_documents(before, after, renamed or {}),
        {fault.path for fault in unreadable if not fault.in_part},
    )
    changes = [
        change
        for change in _all_changes(documents, before, after, of_sites=of_sites)
        if _is_certain(change, unreadable)
    ]
    rated = _at_site_levels(changes, before)
    weights = Weights(rated, before, after)
    lines, accepted_changes = _without_accepted(rated, frozenset(accepted), weights)
    title = partial(title_of, before, after)
    lines = with_document_titles(lines, title)
    accepted_changes = with_document_titles(accepted_changes, title)
    differing = _differing(documents, before, after) if touched is None else frozenset(touched)
    unchanged_in_meaning = differing - _files_of(rated)
    return Changes(
        changes=lines,
        base=base,
        head=head,
        journeys=_journeys(documents, lines),
        formatting=tuple(sorted(unchanged_in_meaning - {fault.path for fault in unreadable})),
        unreadable=tuple(sorted(unreadable, key=lambda fault: (fault.path, fault.side))),
        accepted=accepted_changes,
        files=len(differing),
        revisions=revisions,
        names=documents.names,
    )


def title_of(before: Catalog, after: Catalog, ref: Ref) -> str:
    """The title of a document that either side has; empty for others and for stubs."""
    for catalog in (after, before):
        if ref in catalog.documents and ref not in catalog.stubs:
            return str(catalog.documents[ref].title)
    return ""


def _all_changes(
    documents: Documents, before: Catalog, after: Catalog, *, of_sites: bool
) -> list[Change]:
    """Every single change, at the impact of its kind."""
    pairs = journey_pairs(documents)
    changes = [
        *settings_changes(before.config, after.config, before.journeys),
        *document_changes(documents, before, after),
        *changes_across(documents, pairs, (before, after)),
    ]
    for pair in pairs:
        changes += changes_within(pair, before, after)
    if of_sites:
        changes += left_references(documents, after)
    return with_own_fingerprints(with_moved_steps(changes, documents, pairs))


def _at_site_levels(changes: Iterable[Change], before: Catalog) -> list[Change]:
    """The changes at the impacts that the `site.yaml` of the base revision gives."""
    impacts, _ = levels(before.config)
    return [
        replace(change, impact=impacts[change.code]) if change.code in impacts else change
        for change in changes
    ]


def _without_accepted(
    changes: Sequence[Change], accepted: frozenset[str], weights: Weights
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """The lines to show, and the changes that were accepted: one by one, or as a line that covers
    several."""
    one_by_one = [change for change in changes if change.fingerprint in accepted]
    open_changes = [change for change in changes if change.fingerprint not in accepted]
    lines = group_changes(open_changes, weights)
    as_lines = [line for line in lines if line.fingerprint in accepted]
    left = [line for line in lines if line.fingerprint not in accepted]
    return sort_changes(left, weights), sort_changes((*one_by_one, *as_lines), weights)


def _files_of(changes: Iterable[Change]) -> set[str]:
    """The paths that changes have a place in; the file of a metric includes its measurements."""
    paths: set[str] = set()
    for change in changes:
        paths |= {span.file for span in (change.before, change.after) if span}
    metrics = {path for path in paths if path.startswith("content/metrics/")}
    return paths | {f"{path.removesuffix('.md')}.csv" for path in metrics}


_NEEDS_EVERY_JOURNEY: Mapping[str, Literal["base", "head"]] = {"JD421": "head", "JD422": "base"}
"""Kinds of change that hold only if every journey of a side could be read, and that side."""


def _is_certain(change: Change, unreadable: Sequence[Unreadable]) -> bool:
    """Whether no journey that could not be fully read might prove a change wrong."""
    side = _NEEDS_EVERY_JOURNEY.get(change.code)
    return not any(
        fault.side == side and fault.path.startswith("content/journeys/") for fault in unreadable
    )


def _readable(documents: Documents, broken: Collection[str]) -> Documents:
    """The documents of files that could be read on both sides, under their old and new paths."""
    if not broken:
        return documents

    def is_readable(document: AnyDocument) -> bool:
        return document.path not in broken

    return replace(
        documents,
        pairs=tuple(
            (old, new, match)
            for old, new, match in documents.pairs
            if is_readable(old) and is_readable(new)
        ),
        removed=tuple(filter(is_readable, documents.removed)),
        added=tuple(filter(is_readable, documents.added)),
    )


def _differing(documents: Documents, before: Catalog, after: Catalog) -> frozenset[str]:
    """The paths in the head revision of files whose text differs."""
    differing = {document.path for document in (*documents.added, *documents.removed)}
    for old, new, _ in documents.pairs:
        if old.path != new.path or _text(before, old.path) != _text(after, new.path):
            differing.add(new.path)
    if _text(before, "site.yaml") != _text(after, "site.yaml"):
        differing.add("site.yaml")
    return frozenset(differing)


def _text(catalog: Catalog, path: str) -> str:
    source = catalog.sources.get(path)
    return source.text if source else ""


def _journeys(documents: Documents, lines: Iterable[Change]) -> tuple[Pair, ...]:
    """The journeys that the lines are about, in the order of the lines."""
    pairs: dict[str, Pair] = {}
    for journey in filter(_is_journey, documents.added):
        pairs[journey.id] = Pair("", journey.id, Match(), str(journey.title))
    for journey in filter(_is_journey, documents.removed):
        pairs[journey.id] = Pair(journey.id, "", Match(), str(journey.title))
    for old, new, match in documents.pairs:
        if _is_journey(new):
            pairs[new.id] = Pair(old.id, new.id, match, str(new.title))
    changed: dict[str, None] = {}
    for line in lines:
        changed |= dict.fromkeys(ref.id for ref in line.documents if ref.kind == "journey")
    return tuple(pairs[id] for id in changed if id in pairs)


def _is_journey(document: AnyDocument) -> bool:
    return isinstance(document, Journey)


def reached(changes: Changes, level: Impact) -> bool:
    """Whether any change has an impact of `level` or higher."""
    return changes.worst is not None and changes.worst.reaches(level)
