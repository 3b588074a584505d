"""Compare two states of a site: two catalogs in, changes out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change, Changes, Impact, Match, Pair, Unreadable
from journeybook.diff.documents import Documents, document_changes, pair_documents, settings_changes
from journeybook.diff.grouping import group_changes, sort_changes
from journeybook.diff.journeys import changes_across, changes_within, journey_pairs
from journeybook.diff.kinds import levels
from journeybook.diff.moved_steps import with_moved_steps
from journeybook.schema.documents import AnyDocument, Journey


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
) -> Changes:
    """What changed from one catalog to the other, highest impact first, at the impacts that the
    `site.yaml` of `before` sets.

    `renamed` maps paths of the head to their paths in the base, as git reports them. A file that
    was unreadable on either side is left out on both. `accepted` are the fingerprints of accepted
    changes. `touched` are the paths whose bytes differ, if the caller knows them; otherwise texts
    are compared, without regard to line ends.
    """
    documents = _readable(
        pair_documents(before, after, renamed or {}),
        {fault.path for fault in unreadable if not fault.in_part},
    )
    changes = [
        change
        for change in _all_changes(documents, before, after)
        if _is_certain(change, unreadable)
    ]
    weighed = _at_site_levels(changes, before)
    lines, agreed = _without_accepted(weighed, frozenset(accepted))
    differing = _differing(documents, before, after) if touched is None else frozenset(touched)
    unchanged_in_meaning = differing - _files_of(weighed)
    return Changes(
        changes=lines,
        base=base,
        head=head,
        journeys=_journeys(documents, lines),
        formatting=tuple(sorted(unchanged_in_meaning - {fault.path for fault in unreadable})),
        unreadable=tuple(sorted(unreadable, key=lambda fault: (fault.path, fault.side))),
        accepted=agreed,
        files=len(differing),
        revisions=revisions,
        names=documents.names,
    )


def _all_changes(documents: Documents, before: Catalog, after: Catalog) -> list[Change]:
    """Every single change, at the impact of its kind."""
    pairs = journey_pairs(documents)
    changes = [
        *settings_changes(before.config, after.config),
        *document_changes(documents, before, after),
        *changes_across(documents, pairs),
    ]
    for pair in pairs:
        changes += changes_within(pair, before, after)
    return with_moved_steps(changes, documents, pairs)


def _at_site_levels(changes: Iterable[Change], before: Catalog) -> list[Change]:
    """The changes at the impacts that the `site.yaml` of the base revision gives."""
    impacts, _ = levels(before.config)
    return [
        replace(change, impact=impacts[change.code]) if change.code in impacts else change
        for change in changes
    ]


def _without_accepted(
    changes: Sequence[Change], accepted: frozenset[str]
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """The lines to show, and the changes that were accepted: one by one, or as a line that covers
    several."""
    one_by_one = [change for change in changes if change.fingerprint in accepted]
    lines = group_changes(change for change in changes if change.fingerprint not in accepted)
    as_lines = [line for line in lines if line.fingerprint in accepted]
    shown = sort_changes(line for line in lines if line.fingerprint not in accepted)
    return shown, sort_changes((*one_by_one, *as_lines))


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
    """The documents of files that could be read on both sides; a renamed one is left out whole."""
    if not broken:
        return documents
    return replace(
        documents,
        pairs=tuple(
            pair
            for pair in documents.pairs
            if pair[0].path not in broken and pair[1].path not in broken
        ),
        removed=tuple(document for document in documents.removed if document.path not in broken),
        added=tuple(document for document in documents.added if document.path not in broken),
    )


def _differing(documents: Documents, before: Catalog, after: Catalog) -> frozenset[str]:
    """Paths, in the head revision, whose text differs."""

    def text(catalog: Catalog, document: AnyDocument) -> str | None:
        source = catalog.sources.get(document.path)
        return source.text if source else None

    differing = {
        new.path
        for old, new, _ in documents.pairs
        if text(before, old) != text(after, new) or old.path != new.path
    }
    differing |= {document.path for document in (*documents.added, *documents.removed)}
    sites = [catalog.sources.get("site.yaml") for catalog in (before, after)]
    texts = [source.text if source else "" for source in sites]
    return frozenset(differing | ({"site.yaml"} if texts[0] != texts[1] else set()))


def _journeys(documents: Documents, lines: Iterable[Change]) -> tuple[Pair, ...]:
    """The journeys that the lines are about, in the order of the lines."""
    by_new = {
        new.id: (old, new, match) for old, new, match in documents.pairs if isinstance(new, Journey)
    }
    removed = {
        document.id: document for document in documents.removed if isinstance(document, Journey)
    }
    added = {document.id: document for document in documents.added if isinstance(document, Journey)}
    pairs: list[Pair] = []
    journeys: dict[str, None] = {}
    for line in lines:
        journeys |= dict.fromkeys(ref.id for ref in line.documents if ref.kind == "journey")
    for id in journeys:
        if id in by_new:
            old, new, match = by_new[id]
            pairs.append(Pair(old.id, new.id, match, str(new.title)))
        elif id in removed:
            pairs.append(Pair(id, "", Match(), str(removed[id].title)))
        elif id in added:
            pairs.append(Pair("", id, Match(), str(added[id].title)))
    return tuple(pairs)


def reached(changes: Changes, level: Impact) -> bool:
    """Whether any change has an impact of `level` or higher."""
    return changes.worst is not None and changes.worst.reaches(level)
