"""Read two states of a site for a comparison: only files that differ, and those that say what the
differences do.

What a difference does elsewhere is found without reading every file: a touchpoint that some step
lost or gained is looked for in the bytes of the files that stayed the same, and only those that
name it are read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from journeybook.cache import NULL_CACHE, Cache
from journeybook.catalog.catalog import Catalog, LinkedCatalog, Use
from journeybook.diagnostics import Diagnostic, Severity
from journeybook.diff.change import Unreadable
from journeybook.schema.documents import AnyDocument, Journey
from journeybook.schema.notation import Scope
from journeybook.schema.profile import left_out, without
from journeybook.schema.read import Documents, read_site
from journeybook.schema.values import Ref
from journeybook.vocabulary import KINDS

Files = Mapping[str, bytes]
Rest = Callable[[Callable[[str], bool]], Files]
"""Brings the files that are the same on both sides, of those paths that a comparison asks for."""

# Findings after which nothing of a file, or nothing of its front matter, is known.
WHOLE = frozenset(
    {
        "JB100",
        "JB101",
        "JB103",
        "JB105",
        "JB106",
        "JB110",
        "JB111",
        "JB112",
        "JB113",
        "JB120",
        "JB121",
        "JB122",
        "JB123",
        "JB125",
        "JB126",
        "JB143",
    }
)


@dataclass(frozen=True)
class RevisionPair:
    """Two states of a site, as far as a comparison needs them."""

    before: Catalog
    after: Catalog
    touched: frozenset[str]
    """Paths whose text differs; line ends do not count."""
    unreadable: tuple[Unreadable, ...]


def read_revisions(
    before: Files,
    after: Files,
    faults: Iterable[Unreadable] = (),
    rest: Rest | None = None,
    profile: str = "",
    cache: Cache = NULL_CACHE,
) -> RevisionPair:
    """Read what differs between two states. `faults` are files that could not even be opened. What
    a `profile` of the head leaves out is left out on both sides. `memory` is asked for documents
    that were read before.

    With `rest`, both hold only files that differ, `site.yaml`, and what stands beside a metric;
    `rest` brings the files that are the same on both sides, and is asked for them only where they
    matter.
    """
    touched = frozenset(_touched(before, after))
    # With another site.yaml, stages and lanes may mean something else in every file.
    is_other_site = "site.yaml" in touched
    wanted = (
        frozenset((*before, *after)) if is_other_site else _with_companions(touched, before, after)
    )
    known: Scope | None = None if is_other_site else {}
    (old, old_findings), (new, new_findings) = (
        _found(files, wanted, cache, known) for files in (before, after)
    )
    if profile:
        keys, _ = left_out(new.config, profile)
        old, new = without(old, keys), without(new, keys)
    unreadable = [
        *faults,
        *_unreadable(old_findings, "base", touched),
        *_unreadable(new_findings, "head", touched),
    ]
    shared: tuple[AnyDocument, ...] = ()
    if not is_other_site and (
        _used(old.documents) ^ _used(new.documents) or _pains(old) - _pains(new)
    ):
        names = _used(old.documents) ^ _used(new.documents)
        matters = partial(_matters, frozenset(names))
        files = (
            rest(matters)
            if rest
            else {path: data for path, data in after.items() if path in before and matters(path)}
        )
        same = tuple(path for path in files if path not in wanted and path != "site.yaml")
        shared = tuple(
            _reached(old, new, same, {**files, "site.yaml": after.get("site.yaml", b"")}, cache)
        )
    return RevisionPair(
        _catalog(old, shared), _catalog(new, shared), touched, tuple(dict.fromkeys(unreadable))
    )


def titles(
    both: RevisionPair, head: Files, rest: Rest | None = None, cache: Cache = NULL_CACHE
) -> dict[Ref, str]:
    """What the things are called that changed journeys name, of those that stayed the same
    themselves. Nothing else about them matters for a comparison, so that only who shows them to
    people asks."""
    from journeybook.catalog.references import (
        in_fact,  # it loads how links are read, for which no other comparison waits
    )

    known = both.before.documents.keys() | both.after.documents.keys()
    journeys = (journey for catalog in (both.before, both.after) for journey in catalog.journeys)
    facts = (fact for journey in journeys for part in journey.parts() for fact in part.facts)
    named = {made.ref for fact in facts for made in in_fact(fact, "", "")} - known
    paths = frozenset(
        f"content/{KINDS[ref.kind].folder}/{ref.id}.md" for ref in named if ref.kind in KINDS
    )
    files = rest(paths.__contains__) if rest else head
    return {
        document.ref: str(document.title) for document in _found(files, paths, cache)[0].documents
    }


def _touched(before: Files, after: Files) -> Iterator[str]:
    for path in sorted({*before, *after}):
        if path == "site.yaml" or path.startswith("content/"):
            old, new = before.get(path), after.get(path)
            if old != new and (old is None or new is None or _plain(old) != _plain(new)):
                yield path


def _plain(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


def _with_companions(touched: frozenset[str], before: Files, after: Files) -> frozenset[str]:
    """A metric and its series are one document."""
    metrics = {path.rpartition(".")[0] for path in touched if path.startswith("content/metrics/")}
    companions = {f"{stem}.{suffix}" for stem in metrics for suffix in ("md", "csv")}
    return touched | {path for path in companions if path in before or path in after}


def _found(
    files: Files, wanted: frozenset[str], cache: Cache, known: Scope | None = None
) -> tuple[Documents, tuple[Diagnostic, ...]]:
    return read_site(
        {path: files[path] for path in (*wanted, "site.yaml") if path in files}, cache, known
    )


def _reached(
    old: Documents, new: Documents, same: Sequence[str], files: Files, cache: Cache
) -> Iterator[AnyDocument]:
    """Documents that stayed the same and decide whether a touchpoint is orphaned, or a pain was
    answered."""
    names = _used(old.documents) ^ _used(new.documents)
    wanted = {f"content/touchpoints/{name}.md" for name in names} & set(same)
    wanted |= {
        path
        for path in same
        if path.startswith("content/opportunities/") and b"solves" in files[path]
    }
    yield from _found(files, frozenset(wanted), cache)[0].documents
    yield from _users(names, same, files, cache)


_TOUCHPOINTS = re.compile(
    rb"^[-*+][ \t]+touchpoint[ \t]*:(.*(?:\n[ \t]+\S.*)*)", re.MULTILINE | re.IGNORECASE
)
_ID = re.compile(rb"[a-z0-9-]+")


def _matters(touchpoints: frozenset[str], path: str) -> bool:
    """Whether a file that stayed the same can say that one of these touchpoints is used, or a pain
    answered."""
    if path.startswith("content/touchpoints/"):
        return path.removeprefix("content/touchpoints/").removesuffix(".md") in touchpoints
    return path.startswith(("content/journeys/", "content/opportunities/"))


def _users(
    names: set[str], same: Sequence[str], files: Files, cache: Cache
) -> Iterator[AnyDocument]:
    """For each touchpoint one journey that uses it, where there is one: that is enough to know it
    is not orphaned."""
    wanted = {name.encode() for name in names}
    for path in same:
        if not wanted:
            return
        if path.startswith("content/journeys/"):
            found = {
                id for line in _TOUCHPOINTS.finditer(files[path]) for id in _ID.findall(line[1])
            } & wanted
            if found:  # the line may stand in a story or in a block of code: only reading tells
                (journey,) = _found(files, frozenset({path}), cache)[0].documents or (None,)
                used = _used([journey] if journey else [])
                if journey and used & {name.decode() for name in found}:
                    wanted -= {name.encode() for name in used}
                    yield journey


def _used(documents: Iterable[AnyDocument]) -> set[str]:
    """Ids of the touchpoints of all steps."""
    journeys = (document for document in documents if isinstance(document, Journey))
    return {
        ref.id
        for journey in journeys
        for step in journey.parts()
        for ref in step.refs("touchpoint")
    }


def _pains(read: Documents) -> Counter[tuple[str, str]]:
    """The words of all pains, with the journey they stand in."""
    journeys = (document for document in read.documents if isinstance(document, Journey))
    return Counter((journey.id, pain.text) for journey in journeys for pain in journey.pains)


def _catalog(read: Documents, shared: tuple[AnyDocument, ...]) -> Catalog:
    """A catalog of what was read, without links in texts and without stubs: a comparison asks for
    neither."""
    everything = (*read.documents, *shared)
    documents: dict[Ref, AnyDocument] = {document.ref: document for document in everything}
    former = {
        Ref(document.kind_name, str(old)): document.ref
        for document in everything
        for old in document.was
        if Ref(document.kind_name, str(old)) not in documents
    }
    uses: dict[Ref, list[Use]] = {}
    for journey in (document for document in everything if isinstance(document, Journey)):
        for part in journey.parts():
            for ref in part.refs("touchpoint"):
                uses.setdefault(former.get(ref, ref), []).append(
                    Use(journey.ref, "touchpoint", step=part.id, span=ref.span)
                )
    return LinkedCatalog(
        config=read.config,
        documents=dict(sorted(documents.items(), key=lambda item: (item[0].kind, item[0].id))),
        stubs=frozenset(),
        uses={ref: tuple(found) for ref, found in uses.items()},
        links={},
        redirects=former,
        pains={},
        sources=read.sources,
    )


def _unreadable(
    findings: Iterable[Diagnostic], side: Literal["base", "head"], touched: frozenset[str]
) -> Iterator[Unreadable]:
    """One entry for each file with errors: its first one, those that spoil the whole file before
    others."""
    first: dict[str, Diagnostic] = {}
    for finding in findings:
        path = finding.span.file
        if finding.severity is Severity.ERROR and path in touched:
            known = first.get(path)
            if known is None or (finding.code in WHOLE and known.code not in WHOLE):
                first[path] = finding
    for path, finding in first.items():
        yield Unreadable(
            path, side, finding.message, finding.span, in_part=finding.code not in WHOLE
        )
