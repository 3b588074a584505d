"""Read two states of a site for a comparison: only files that differ, and those that the
differences affect.

The effects on other files are found without reading every file: a touchpoint that some step lost or
gained is searched for in the bytes of the unchanged files, and only those that contain it are read.
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
from journeybook.schema.notation import StepCache
from journeybook.schema.read import Documents, read_site
from journeybook.schema.values import Ref
from journeybook.vocabulary import KINDS

Files = Mapping[str, bytes]
Rest = Callable[[Callable[[str], bool]], Files]
"""Returns the files that are the same on both sides, for the paths that a comparison asks for."""

# Findings that make a whole file, or its whole front matter, unusable.
WHOLE = frozenset(
    {
        "JB100",
        "JB101",
        "JB103",
        "JB105",
        "JB106",
        "JB107",
        "JB108",
        "JB109",
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
        "JB138",
        "JB143",
    }
)


@dataclass(frozen=True)
class RevisionPair:
    """Two states of a site, as much as a comparison needs."""

    before: Catalog
    after: Catalog
    touched: frozenset[str]
    """Paths whose text differs, apart from line ends."""
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
    a `profile` of the head leaves out is left out on both sides. `cache` has documents that were
    read before.

    With `rest`, `before` and `after` have only files that differ, `site.yaml`, and the measurements
    of a metric; `rest` returns the files that are the same on both sides, and is called only if
    they matter.
    """
    touched = frozenset(_touched(before, after))
    # With another site.yaml, stages and lanes may have another meaning in every file.
    is_other_site = "site.yaml" in touched
    wanted = (
        frozenset((*before, *after)) if is_other_site else _with_companions(touched, before, after)
    )
    step_cache: StepCache | None = None if is_other_site else {}
    old, old_findings = _read(before, wanted, cache, step_cache)
    new, new_findings = _read(after, wanted, cache, step_cache)
    unreadable = [
        *faults,
        *_unreadable(old_findings, "base", touched),
        *_unreadable(new_findings, "head", touched),
    ]

    def unchanged(matters: Callable[[str], bool]) -> Files:
        return {p: data for p, data in after.items() if p in before and matters(p)}

    rest = rest or unchanged
    site = after.get("site.yaml", b"")
    if profile:
        same = _read({**rest(_is_document), "site.yaml": site}, None, cache)[0]
        old, new, is_public = _without_profile(old, new, same, profile)
        touched = frozenset(filter(is_public, touched))
        unreadable = [fault for fault in unreadable if is_public(fault.path)]
    shared: tuple[AnyDocument, ...] = ()
    if not is_other_site:
        others = _shared(old, new, wanted, rest, site, cache)
        shared = tuple({document.ref: document for document in others}.values())
    return RevisionPair(
        unlinked_catalog(old, shared),
        unlinked_catalog(new, shared),
        touched,
        tuple(dict.fromkeys(unreadable)),
    )


def _is_document(path: str) -> bool:
    return path.startswith("content/")


def _without_profile(
    old: Documents, new: Documents, same: Documents, name: str
) -> tuple[Documents, Documents, Callable[[str], bool]]:
    """Both sides without what a profile of the head leaves out, and whether a path stays.

    `same` are the documents that both sides have. What the head leaves out is not shown as it was
    in the base either.
    """
    # Imported late: it loads how links are read, which no other part of a comparison needs.
    from journeybook.catalog.profile import (
        chosen_profile,
        documents_left_out,
        is_path_chosen,
        without,
    )

    chosen, _ = chosen_profile(new.config, name)
    if chosen is None:
        return old, new, lambda _: True
    in_head = documents_left_out(new, chosen) | documents_left_out(same, chosen)
    before, gone_before = without(old, chosen, in_head | documents_left_out(old, chosen))
    after, gone_after = without(new, chosen, in_head)
    gone = {*gone_before.paths, *gone_after.paths}

    def is_public(path: str) -> bool:
        return path not in gone and not is_path_chosen(path, chosen)

    return before, after, is_public


def _shared(
    old: Documents, new: Documents, wanted: frozenset[str], rest: Rest, site: bytes, cache: Cache
) -> Iterator[AnyDocument]:
    """The unchanged documents that the differences affect."""
    yield from _models(new.documents, wanted, rest, site, cache)
    touchpoints = _touchpoints_used(old.documents) ^ _touchpoints_used(new.documents)
    gone = _gone(old, new)
    if not touchpoints and not gone and not _pains(old) - _pains(new):
        return
    files = rest(partial(_matters, frozenset(touchpoints), bool(gone)))
    same = tuple(path for path in files if path not in wanted and path != "site.yaml")
    with_site = {**files, "site.yaml": site}
    affected = [
        *_affected(touchpoints, same, with_site, cache),
        *_read(with_site, frozenset(_mentioning(gone, same, files)), cache)[0].documents,
    ]
    yield from {document.ref: document for document in affected}.values()


def _gone(old: Documents, new: Documents) -> frozenset[str]:
    """The IDs of documents that the head has neither under this ID nor under `was`."""
    current = {document.ref for document in new.documents}
    for document in new.documents:
        current |= {Ref(document.kind_name, name) for name in former_ids(document)}
    return frozenset(document.id for document in old.documents if document.ref not in current)


def former_ids(document: AnyDocument) -> Iterator[str]:
    """The IDs in `was`; a journey may leave out its persona."""
    for name in map(str, document.was):
        if isinstance(document, Journey) and "/" not in name:
            yield f"{document.persona}/{name}"
        else:
            yield name


def _mentioning(ids: frozenset[str], same: Sequence[str], files: Files) -> Iterator[str]:
    """The unchanged documents in which one of these IDs appears."""
    if not ids:
        return
    names = {id.rpartition("/")[2] for id in ids}  # a journey may be named without its persona
    either = "|".join(map(re.escape, sorted(names))).encode()
    word = re.compile(rb"(?<![\w-])(?:%b)(?![\w-])" % either)
    for path in same:
        if path.endswith(".md") and (word.search(path.encode()) or word.search(files[path])):
            yield path


def _models(
    documents: Iterable[AnyDocument],
    wanted: frozenset[str],
    rest: Rest,
    site: bytes,
    cache: Cache,
) -> tuple[AnyDocument, ...]:
    """The unchanged journeys that changed ones translate, or whose future state they are."""
    paths: set[str] = set()
    for document in documents:
        if isinstance(document, Journey):
            refs = (document.of, document.translation_of)
            paths |= {f"content/journeys/{ref.id}.md" for ref in refs if ref}
    unread = frozenset(paths - wanted)
    if not unread:
        return ()
    files = {**rest(unread.__contains__), "site.yaml": site}
    return _read(files, unread, cache)[0].documents


def titles(
    both: RevisionPair, head: Files, rest: Rest | None = None, cache: Cache = NULL_CACHE
) -> dict[Ref, str]:
    """The titles of unchanged documents that changed journeys refer to. A comparison needs nothing
    else of them, and only those who show it to people need the titles."""
    referenced: set[Ref] = set()
    for catalog in (both.before, both.after):
        for journey in catalog.journeys:
            referenced |= _referenced(journey)
    unread = referenced - both.before.documents.keys() - both.after.documents.keys()
    return titles_of(unread, head, rest, cache)


def titles_of(
    refs: Iterable[Ref], head: Files, rest: Rest | None = None, cache: Cache = NULL_CACHE
) -> dict[Ref, str]:
    """The titles of unchanged documents, as far as they have a file."""
    paths = frozenset(
        f"content/{KINDS[ref.kind].folder}/{ref.id}.md" for ref in refs if ref.kind in KINDS
    )
    if not paths:
        return {}
    files = rest(paths.__contains__) if rest else head
    documents = _read(files, paths, cache)[0].documents
    return {document.ref: str(document.title) for document in documents}


def _referenced(journey: Journey) -> set[Ref]:
    """Everything that the facts of a journey refer to."""
    # Imported late: it loads how links are read, which no other part of a comparison needs.
    from journeybook.catalog.references import in_fact

    referenced: set[Ref] = set()
    for part in journey.parts():
        for fact in part.facts:
            referenced |= {mention.ref for mention in in_fact(fact, "", "")}
    return referenced


def _touched(before: Files, after: Files) -> Iterator[str]:
    for path in sorted({*before, *after}):
        if path == "site.yaml" or path.startswith("content/"):
            old, new = before.get(path), after.get(path)
            if old != new and (old is None or new is None or _plain(old) != _plain(new)):
                yield path


def _plain(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


def _with_companions(touched: frozenset[str], before: Files, after: Files) -> frozenset[str]:
    """The paths, and the other file of each metric: a metric and its measurements are one
    document."""
    metrics = {path.rpartition(".")[0] for path in touched if path.startswith("content/metrics/")}
    companions = {f"{stem}.{suffix}" for stem in metrics for suffix in ("md", "csv")}
    return touched | {path for path in companions if path in before or path in after}


def _read(
    files: Files,
    wanted: frozenset[str] | None,
    cache: Cache,
    step_cache: StepCache | None = None,
) -> tuple[Documents, tuple[Diagnostic, ...]]:
    """Read the `wanted` files, or all of them."""
    if wanted is None:
        return read_site(files, cache, step_cache)
    selected = {path: files[path] for path in (*wanted, "site.yaml") if path in files}
    return read_site(selected, cache, step_cache)


def _affected(
    touchpoints: set[str], same: Sequence[str], files: Files, cache: Cache
) -> Iterator[AnyDocument]:
    """Unchanged documents that decide whether a touchpoint is still used, or whether an opportunity
    addresses a pain point."""
    wanted = {f"content/touchpoints/{name}.md" for name in touchpoints} & set(same)
    for path in same:
        if path.startswith("content/opportunities/") and b"solves" in files[path]:
            wanted.add(path)
    yield from _read(files, frozenset(wanted), cache)[0].documents
    yield from _users(touchpoints, same, files, cache)


_TOUCHPOINTS = re.compile(
    rb"^[-*+][ \t]+touchpoint[ \t]*:(.*(?:\n[ \t]+\S.*)*)", re.MULTILINE | re.IGNORECASE
)
_ID = re.compile(rb"[a-z0-9-]+")


def _matters(touchpoints: frozenset[str], has_gone: bool, path: str) -> bool:
    """Whether an unchanged file can show that one of these touchpoints is used, that a pain point
    is addressed, or that something refers to a document that is gone."""
    if has_gone and path.endswith(".md"):
        return True
    if path.startswith("content/touchpoints/"):
        return path.removeprefix("content/touchpoints/").removesuffix(".md") in touchpoints
    return path.startswith(("content/journeys/", "content/opportunities/"))


def _users(
    names: set[str], same: Sequence[str], files: Files, cache: Cache
) -> Iterator[AnyDocument]:
    """One journey for each touchpoint that any uses: enough to show that it is still used."""
    left = {name.encode() for name in names}
    for path in same:
        if not left:
            return
        if not path.startswith("content/journeys/"):
            continue
        if not _touchpoint_words(files[path]) & left:
            continue
        # The words may be in a story or in a block of code: only reading the file is certain.
        documents = _read(files, frozenset({path}), cache)[0].documents
        used = {name.encode() for name in _touchpoints_used(documents)}
        if used & left:
            left -= used
            yield from documents


def _touchpoint_words(data: bytes) -> set[bytes]:
    """Everything in a file that may be the ID of a touchpoint of a step."""
    words: set[bytes] = set()
    for line in _TOUCHPOINTS.finditer(data):
        words.update(_ID.findall(line[1]))
    return words


def _touchpoints_used(documents: Iterable[AnyDocument]) -> set[str]:
    """IDs of the touchpoints of all steps."""
    used: set[str] = set()
    for document in documents:
        if isinstance(document, Journey):
            for part in document.parts():
                used |= {ref.id for ref in part.refs("touchpoint")}
    return used


def _pains(read: Documents) -> Counter[tuple[str, str]]:
    """The texts of all pain points, each with its journey."""
    journeys = (document for document in read.documents if isinstance(document, Journey))
    return Counter((journey.id, pain.text) for journey in journeys for pain in journey.pains)


def unlinked_catalog(read: Documents, shared: tuple[AnyDocument, ...] = ()) -> Catalog:
    """A catalog of what was read, without links in texts and without stubs, which a comparison does
    not need."""
    everything = (*read.documents, *shared)
    documents: dict[Ref, AnyDocument] = {document.ref: document for document in everything}
    redirects: dict[Ref, Ref] = {}
    for document in everything:
        former = [Ref(document.kind_name, name) for name in former_ids(document)]
        redirects |= {ref: document.ref for ref in former if ref not in documents}
    uses: dict[Ref, list[Use]] = {}
    for journey in (document for document in everything if isinstance(document, Journey)):
        for part in journey.parts():
            for ref in part.refs("touchpoint"):
                use = Use(journey.ref, "touchpoint", step=part.id, span=ref.span)
                uses.setdefault(redirects.get(ref, ref), []).append(use)
    return LinkedCatalog(
        config=read.config,
        documents=dict(sorted(documents.items(), key=lambda item: (item[0].kind, item[0].id))),
        stubs=frozenset(),
        uses={ref: tuple(its_uses) for ref, its_uses in uses.items()},
        links={},
        redirects=redirects,
        pains={},
        sources=read.sources,
    )


def _unreadable(
    findings: Iterable[Diagnostic], side: Literal["base", "head"], touched: frozenset[str]
) -> Iterator[Unreadable]:
    """One entry for each file with errors: its first error, preferably one that makes the whole
    file unusable."""
    first: dict[str, Diagnostic] = {}
    for finding in findings:
        path = finding.span.file
        if finding.severity is Severity.ERROR and path in touched:
            earlier = first.get(path)
            if earlier is None or (finding.code in WHOLE and earlier.code not in WHOLE):
                first[path] = finding
    for path, finding in first.items():
        yield Unreadable(
            path, side, finding.message, finding.span, in_part=finding.code not in WHOLE
        )
