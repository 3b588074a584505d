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
    """What changed from one catalog to the other, worst first, at the impacts that the `site.yaml`
    of `before` gives.

    `renamed` maps paths of the head to what git says they were. A file that was unreadable on
    either side is left out on both. `accepted` are fingerprints that somebody has agreed to.
    `touched` are the paths whose bytes differ, where the caller knows; else texts are compared, to
    which line ends are all the same.
    """
    found = _readable(
        pair_documents(before, after, renamed or {}),
        {fault.path for fault in unreadable if not fault.in_part},
    )
    pairs = journey_pairs(found)
    raw: list[Change] = [
        *settings_changes(before.config, after.config),
        *document_changes(found, before, after),
        *changes_across(found, pairs),
    ]
    for pair in pairs:
        raw += changes_within(pair, before, after)
    raw = [change for change in with_moved_steps(raw, found, pairs) if _is_sure(change, unreadable)]
    weights, _ = levels(before.config)
    weighed = [
        replace(change, impact=weights[change.code]) if change.code in weights else change
        for change in raw
    ]
    agreed = frozenset(accepted)
    accepted_alone = [change for change in weighed if change.fingerprint in agreed]
    together = group_changes(change for change in weighed if change.fingerprint not in agreed)
    accepted_together = [change for change in together if change.fingerprint in agreed]
    lines = sort_changes(change for change in together if change.fingerprint not in agreed)
    differing = _differing(found, before, after) if touched is None else frozenset(touched)
    told = {span.file for change in weighed for span in (change.before, change.after) if span}
    told |= {
        f"{path.removesuffix('.md')}.csv" for path in told if path.startswith("content/metrics/")
    }
    silent = differing - told
    return Changes(
        changes=lines,
        base=base,
        head=head,
        journeys=_journeys(found, lines),
        formatting=tuple(sorted(silent - {fault.path for fault in unreadable})),
        unreadable=tuple(sorted(unreadable, key=lambda fault: (fault.path, fault.side))),
        accepted=sort_changes((*accepted_alone, *accepted_together)),
        files=len(differing),
        revisions=revisions,
        names=found.names,
    )


_NEEDS_EVERY_JOURNEY: Mapping[str, Literal["base", "head"]] = {"JD421": "head", "JD422": "base"}
"""Kinds of change which say that no journey does something, and the side on which none may."""


def _is_sure(change: Change, unreadable: Sequence[Unreadable]) -> bool:
    """Whether no journey that could not be read, or not in full, may prove a change wrong."""
    side = _NEEDS_EVERY_JOURNEY.get(change.code)
    return not any(
        fault.side == side and fault.path.startswith("content/journeys/") for fault in unreadable
    )


def _readable(found: Documents, broken: Collection[str]) -> Documents:
    """The documents of files that could be read on both sides. One that was renamed too is left out
    whole."""
    if not broken:
        return found
    return replace(
        found,
        pairs=tuple(
            pair
            for pair in found.pairs
            if pair[0].path not in broken and pair[1].path not in broken
        ),
        removed=tuple(document for document in found.removed if document.path not in broken),
        added=tuple(document for document in found.added if document.path not in broken),
    )


def _differing(found: Documents, before: Catalog, after: Catalog) -> frozenset[str]:
    """Paths, in the head revision, whose text differs."""

    def text(catalog: Catalog, document: AnyDocument) -> str | None:
        source = catalog.sources.get(document.path)
        return source.text if source else None

    differing = {
        new.path
        for old, new, _ in found.pairs
        if text(before, old) != text(after, new) or old.path != new.path
    }
    differing |= {document.path for document in (*found.added, *found.removed)}
    sites = [catalog.sources.get("site.yaml") for catalog in (before, after)]
    texts = [source.text if source else "" for source in sites]
    return frozenset(differing | ({"site.yaml"} if texts[0] != texts[1] else set()))


def _journeys(found: Documents, lines: Iterable[Change]) -> tuple[Pair, ...]:
    """The journeys that lines speak of, in their order."""
    by_new = {
        new.id: (old, new, match) for old, new, match in found.pairs if isinstance(new, Journey)
    }
    removed = {document.id: document for document in found.removed if isinstance(document, Journey)}
    added = {document.id: document for document in found.added if isinstance(document, Journey)}
    made: list[Pair] = []
    for id in dict.fromkeys(
        ref.id for line in lines for ref in line.documents if ref.kind == "journey"
    ):
        if id in by_new:
            old, new, match = by_new[id]
            made.append(Pair(old.id, new.id, match, str(new.title)))
        elif id in removed:
            made.append(Pair(id, "", Match(), str(removed[id].title)))
        elif id in added:
            made.append(Pair("", id, Match(), str(added[id].title)))
    return tuple(made)


def reached(changes: Changes, level: Impact) -> bool:
    """Whether any change weighs as much as `level`, or more."""
    return changes.worst is not None and changes.worst.reaches(level)
