"""Read every file of a site: paths and bytes in, documents and findings out.

Each document is read by looking at that document only. A file that cannot be read still gives a
document with its id as title, so that links to it are not reported a second time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from journeybook.cache import NULL_CACHE, Cache, CompactPickle, key_of
from journeybook.diagnostics import Diagnostic, did_you_mean
from journeybook.faults import fault
from journeybook.schema.decode import decode
from journeybook.schema.documents import DOCUMENT_TYPES, AnyDocument, Entity, Metric, Reading
from journeybook.schema.fields import bind, report_no_table
from journeybook.schema.findings import Findings
from journeybook.schema.front_matter import split
from journeybook.schema.notation import StepCache, prose_of, read_body
from journeybook.schema.series import read_series
from journeybook.schema.site_config import SiteConfig, read_site_config
from journeybook.schema.values import Text, file_id_fault
from journeybook.schema.yaml_reader import Table, read_yaml
from journeybook.text import Source, Span
from journeybook.vocabulary import KIND_OF_FOLDER

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})


@dataclass(frozen=True)
class Documents:
    """Everything read from one site."""

    config: SiteConfig
    documents: tuple[AnyDocument, ...]
    images: Mapping[str, bytes]
    """Image files below `content/`, by their path from there."""
    sources: Mapping[str, Source]
    """Every text file read, by its path from the site's root."""
    broken: frozenset[str]
    """Paths of files that could not be read at all; nothing is said about what they would hold."""
    digests: Mapping[str, bytes] = field(default_factory=dict)
    """By the path of a document, the digest of everything it was read from; empty where nobody will
    ask."""


def read_site(
    files: Mapping[str, bytes], cache: Cache = NULL_CACHE, known: StepCache | None = None
) -> tuple[Documents, tuple[Diagnostic, ...]]:
    """Read `site.yaml` and everything below `content/` (paths from the site's root, with `/`).

    `known` are steps read from another state of the same site, with the same `site.yaml`.
    """
    diagnostics: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    config = SiteConfig()
    if "site.yaml" in files:
        site_source, problems = decode("site.yaml", files["site.yaml"])
        diagnostics += problems
        if site_source:
            sources["site.yaml"] = site_source
            config, problems = read_site_config(site_source)
            diagnostics += problems
    documents: list[AnyDocument] = []
    series: dict[str, tuple[Reading, ...]] = {}
    images: dict[str, bytes] = {}
    broken: set[str] = set()
    digests: dict[str, bytes] = {}
    site_file = files.get("site.yaml", b"")
    for path in sorted(files):
        if not path.startswith("content/") or path.endswith("/README.md"):
            continue
        key = key_of(path, files[path], site_file)
        made: ReadFile | None = cache.get("file", key) if path.endswith(".md") else None
        if made is None:
            made = _read_file(path, files[path], config, known)
            if made.document:
                cache.put("file", key, made)
        diagnostics += made.problems
        if made.is_image:
            images[path.removeprefix("content/")] = files[path]
        if made.source:
            sources[path] = made.source
        if made.is_broken:
            broken.add(path)
        if made.series is not None:
            series[PurePosixPath(path).stem] = made.series
        if made.document:
            documents.append(made.document)
            digests[path] = key
    documents = [_with_series(document, series) for document in documents]
    metrics = {document.id for document in documents if isinstance(document, Metric)}
    for name in sorted(set(series) - metrics):
        path = f"content/metrics/{name}.csv"
        diagnostics.append(
            fault(
                "JB125",
                Span.start_of(path),
                f"there is no metric `{name}` for this file",
                f"add content/metrics/{name}.md",
            )
        )
    return Documents(config, tuple(documents), images, sources, frozenset(broken), digests), tuple(
        diagnostics
    )


@dataclass(frozen=True, slots=True)
class ReadFile(CompactPickle):
    """What one file below `content/` holds, and what is wrong with it."""

    problems: tuple[Diagnostic, ...] = ()
    source: Source | None = None
    """Its text, if it is one that can be read."""
    document: AnyDocument | None = None
    series: tuple[Reading, ...] | None = None
    """The readings of a metric, of a CSV file that could be read."""
    is_image: bool = False
    is_broken: bool = False


def _read_file(path: str, data: bytes, config: SiteConfig, known: StepCache | None) -> ReadFile:
    """Read one file as what its place says that it is."""
    place, misplaced = place_of(path)
    found: tuple[Diagnostic, ...] = (misplaced,) if misplaced else ()
    if PurePosixPath(path).suffix.lower() in IMAGE_SUFFIXES:
        return ReadFile(found, is_image=True)
    if place is None:
        return ReadFile(found)
    source, problems = decode(path, data)
    found += problems
    text = source or Source(path, "")
    if path.endswith(".csv"):
        findings = Findings(text)
        series = read_series(findings) if source else None
        return ReadFile((*found, *findings.all), source, series=series, is_broken=source is None)
    document, problems = read_document(
        text, place, config, readable=source is not None, known=known
    )
    return ReadFile((*found, *problems), source, document, is_broken=source is None)


@dataclass(frozen=True, slots=True)
class Place:
    """What the place of a file says about it: its kind and id."""

    kind: str
    id: str


def place_of(path: str) -> tuple[Place | None, Diagnostic | None]:
    """The kind and id that a path below `content/` stands for, or the finding that says why it has
    none."""
    parts = path.split("/")[1:]
    stem, dot, suffix = parts[-1].rpartition(".")
    start = Span.start_of(path)
    if f".{suffix.lower()}" in IMAGE_SUFFIXES:
        return None, None
    kind = KIND_OF_FOLDER.get(parts[0]) if len(parts) > 1 else None
    is_text = dot and (suffix == "md" or (suffix == "csv" and kind == "metric"))
    if not is_text:
        hint = "only Markdown files, images and the CSV files of metrics belong here"
        return None, fault(
            "JB124", start, f"`{parts[-1]}` is a file type journeybook does not read", hint
        )
    if kind is None:
        hint = did_you_mean(parts[0], KIND_OF_FOLDER) if len(parts) > 1 else ""
        where = f"the folder `{parts[0]}`" if len(parts) > 1 else "content/ itself"
        return None, fault(
            "JB125",
            start,
            f"journeybook does not read files in {where}",
            hint or f"use one of the folders {', '.join(KIND_OF_FOLDER)}",
        )
    names = (*parts[1:-1], stem)
    depth_is_right = kind == "page" or len(names) == (2 if kind == "journey" else 1)
    if not depth_is_right:
        form = (
            "content/journeys/<persona>/<journey>.md"
            if kind == "journey"
            else f"content/{parts[0]}/<id>.md"
        )
        return None, fault(
            "JB125",
            start,
            f"this {kind} file is at the wrong folder level",
            f"move it to {form}",
        )
    for name in names:
        wrong = file_id_fault(name)
        if wrong:
            return None, fault("JB126", start, f"`{name}` is not a valid ID", wrong)
    return Place(kind, "/".join(names)), None


def read_document(
    source: Source,
    place: Place,
    config: SiteConfig,
    *,
    readable: bool = True,
    known: StepCache | None = None,
) -> tuple[AnyDocument, tuple[Diagnostic, ...]]:
    """Read one Markdown file as the document its place says it is."""
    findings, budget = Findings(source), config.limits
    cls = DOCUMENT_TYPES[place.kind]
    values: dict[str, Any] = {}
    places: dict[str, Span] = {}
    if len(source.text.encode()) > budget.text:
        findings.add(
            "JB113",
            Span.start_of(source.path),
            f"this file is larger than {budget.limit_text('text')}",
        )
        readable = False
    parts = split(source, findings) if readable else None
    if parts and parts.yaml_last >= parts.yaml_first:
        root, problems = read_yaml(source, parts.yaml_first, parts.yaml_last, budget)
        findings.extend(problems)
        if isinstance(root, Table):
            values = bind(cls, root, findings)
            places = {entry.key.text: entry.value.span for entry in root.entries}
        elif not problems:
            report_no_table(root, findings.span(parts.yaml_first - 1, 1, 3), findings)
    elif parts and parts.body_first > 1:
        findings.add(
            "JB118",
            findings.span(parts.yaml_first - 1, 1, 3),
            "`title` is missing",
            "add a line `title: …`",
        )
    values.setdefault("title", Text(place.id.rpartition("/")[2], Span.start_of(source.path)))
    if parts:
        values |= _body(cls, source, parts.body_first, config, findings, known)
    document = cls(id=place.id, path=source.path, places=places, **values)
    return document, tuple(findings.all)  # type: ignore[return-value]


def _body(
    cls: type[Entity],
    source: Source,
    first: int,
    config: SiteConfig,
    findings: Findings,
    known: StepCache | None,
) -> dict[str, Any]:
    text = "\n".join(source.lines[first - 1 :])
    budget = config.limits
    if len(text.encode()) > budget.body:
        findings.add(
            "JB113",
            Span(source.path, first, 1, first, 2),
            f"the text below the front matter is larger than {budget.limit_text('body')}",
            "split it into several files",
        )
        return {}
    if cls.kind_name == "journey":
        body = read_body(findings, first, config.stages, config.facts, budget, known)
        return {"body": body.argument, "stages": body.stages, "notes": body.notes}
    return {"body": prose_of(source.lines[first - 1 :], first)}


def _with_series(document: AnyDocument, series: Mapping[str, tuple[Reading, ...]]) -> AnyDocument:
    if isinstance(document, Metric) and document.id in series:
        return replace(document, series=series[document.id])
    return document
