"""Read two states of a site for a comparison: only files that differ, and those that say what the differences do.

What a difference does elsewhere is found without reading every file: a touchpoint that some step lost or gained is
looked for in the bytes of the files that stayed the same, and only those that name it are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from journeybook.catalog.catalog import Catalog
from journeybook.catalog.link import link
from journeybook.diagnostics import Diagnostic, Severity
from journeybook.diff.change import Unreadable
from journeybook.schema.documents import Journey
from journeybook.schema.read import Documents, read_site

Files = Mapping[str, bytes]

# Findings after which nothing of a file, or nothing of its front matter, is known.
WHOLE = frozenset({"JB100", "JB101", "JB103", "JB105", "JB106", "JB110", "JB111", "JB112", "JB113", "JB120", "JB121",
                   "JB122", "JB123", "JB125", "JB126", "JB143"})  # fmt: skip


@dataclass(frozen=True)
class Both:
    """Two states of a site, as far as a comparison needs them."""

    before: Catalog
    after: Catalog
    touched: frozenset[str]
    """Paths whose text differs; line ends do not count."""
    unreadable: tuple[Unreadable, ...]


def read_both(before: Files, after: Files, faults: Iterable[Unreadable] = ()) -> Both:
    """Read what differs between two states. `faults` are files that could not even be opened."""
    touched = frozenset(_touched(before, after))
    if "site.yaml" in touched:
        wanted = frozenset((*before, *after))
    else:
        wanted = _with_companions(touched, before, after)
        wanted |= _reached(_read(before, wanted), _read(after, wanted), before, after, wanted)
    (old, old_findings), (new, new_findings) = (_found(files, wanted) for files in (before, after))
    unreadable = [*faults, *_unreadable(old_findings, "base", touched), *_unreadable(new_findings, "head", touched)]
    return Both(link(old)[0], link(new)[0], touched, tuple(dict.fromkeys(unreadable)))


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


def _found(files: Files, wanted: frozenset[str]) -> tuple[Documents, tuple[Diagnostic, ...]]:
    return read_site({path: data for path, data in files.items() if path in wanted or path == "site.yaml"})


def _read(files: Files, wanted: frozenset[str]) -> Documents:
    return _found(files, wanted)[0]


def _reached(old: Documents, new: Documents, before: Files, after: Files, read: frozenset[str]) -> frozenset[str]:
    """Files that stayed the same and decide whether a touchpoint is orphaned, or a pain was answered."""
    names = {name.encode() for name in _used(old) ^ _used(new)}
    same = [path for path in after if path not in read and path in before]
    journeys = {path for path in same if path.startswith("content/journeys/") and any(name in after[path] for name in names)}
    touchpoints = {f"content/touchpoints/{name.decode()}.md" for name in names}
    answers = {path for path in same if path.startswith("content/opportunities/") and b"solves" in after[path]}
    return frozenset(journeys | (touchpoints & set(same)) | answers)


def _used(read: Documents) -> set[str]:
    """Ids of the touchpoints of all steps."""
    journeys = (document for document in read.documents if isinstance(document, Journey))
    return {ref.id for journey in journeys for step in journey.parts() for ref in step.refs("touchpoint")}


def _unreadable(
    findings: Iterable[Diagnostic], side: Literal["base", "head"], touched: frozenset[str]
) -> Iterator[Unreadable]:
    """One entry for each file with errors: its first one, those that spoil the whole file before others."""
    first: dict[str, Diagnostic] = {}
    for finding in findings:
        path = finding.span.file
        if finding.severity is Severity.ERROR and path in touched:
            known = first.get(path)
            if known is None or (finding.code in WHOLE and known.code not in WHOLE):
                first[path] = finding
    for path, finding in first.items():
        yield Unreadable(path, side, finding.message, finding.span, in_part=finding.code not in WHOLE)
