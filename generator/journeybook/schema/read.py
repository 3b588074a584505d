"""Read every file of a site: paths and bytes in, documents and findings out.

A document depends only on its own file and `site.yaml`. A file that cannot be read still becomes a
document with its id as title, so that references to it are not reported as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any, Literal

from journeybook.cache import NULL_CACHE, Cache, CompactPickle, key_of
from journeybook.diagnostics import Diagnostic, Severity, did_you_mean
from journeybook.faults import fault
from journeybook.schema.attachments import attachment_problem, is_attachment
from journeybook.schema.comments import without_comments
from journeybook.schema.decode import decode
from journeybook.schema.documents import DOCUMENT_TYPES, AnyDocument, Entity, Metric, Reading
from journeybook.schema.fields import bind, report_no_table
from journeybook.schema.findings import Findings
from journeybook.schema.front_matter import split
from journeybook.schema.images import IMAGE_SUFFIXES, image_problem
from journeybook.schema.notation import StepCache, prose_of, read_body
from journeybook.schema.series import read_series
from journeybook.schema.site_config import SiteConfig, read_site_config
from journeybook.schema.values import Text, file_id_fault, slug
from journeybook.schema.yaml_reader import Table, read_yaml
from journeybook.text import Source, Span, unusable_name, visible
from journeybook.vocabulary import KIND_OF_FOLDER


@dataclass(frozen=True)
class Documents:
    """Everything read from one site."""

    config: SiteConfig
    documents: tuple[AnyDocument, ...]
    images: Mapping[str, bytes]
    """Image files below `content/`, by their path from there."""
    attachments: Mapping[str, bytes] = field(default_factory=dict, kw_only=True)
    """Documents and recordings below `content/`, by their path from there."""
    sources: Mapping[str, Source]
    """Every text file read, by its path from the site's root."""
    broken: frozenset[str]
    """Paths of files that could not be read at all; their content has no findings."""
    digests: Mapping[str, bytes] = field(default_factory=dict)
    """The digest of everything a document was read from, by its path; empty if it is not needed."""


def read_site(
    files: Mapping[str, bytes], cache: Cache = NULL_CACHE, step_cache: StepCache | None = None
) -> tuple[Documents, tuple[Diagnostic, ...]]:
    """Read `site.yaml` and everything below `content/` (paths from the site's root, with `/`).

    `step_cache` holds the steps of another revision of the same site with the same `site.yaml`.
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
    carried: dict[str, dict[str, bytes]] = {"image": {}, "attachment": {}}
    broken: set[str] = set()
    digests: dict[str, bytes] = {}
    site_file = files.get("site.yaml", b"")
    for path in sorted(files):
        if not path.startswith("content/") or path.endswith("/README.md"):
            continue
        key = key_of(path, files[path], site_file)
        file: ReadFile | None = cache.get("file", key) if path.endswith(".md") else None
        if file is None:
            file = _read_file(path, files[path], config, step_cache)
            if file.document:
                cache.put("file", key, file)
        diagnostics += file.problems
        if file.carried_as:
            carried[file.carried_as][path.removeprefix("content/")] = files[path]
        if file.source:
            sources[path] = file.source
        if file.is_broken:
            broken.add(path)
        if file.series is not None:
            series[PurePosixPath(path).stem] = file.series
        if file.document:
            documents.append(file.document)
            digests[path] = key
    documents = [_with_series(document, series) for document in documents]
    diagnostics += _series_without_metric(documents, series)
    site = Documents(
        config,
        tuple(documents),
        carried["image"],
        sources,
        frozenset(broken),
        digests,
        attachments=carried["attachment"],
    )
    return site, tuple(diagnostics)


def _series_without_metric(
    documents: Sequence[AnyDocument], series: Mapping[str, tuple[Reading, ...]]
) -> Iterator[Diagnostic]:
    metrics = {document.id for document in documents if isinstance(document, Metric)}
    for name in sorted(series.keys() - metrics):
        span = Span.start_of(f"content/metrics/{name}.csv")
        message = f"there is no metric `{name}` for this file"
        yield fault("JB125", span, message, f"add content/metrics/{name}.md")


@dataclass(frozen=True, slots=True)
class ReadFile(CompactPickle):
    """The content of one file below `content/`, and its findings."""

    problems: tuple[Diagnostic, ...] = ()
    source: Source | None = None
    """The text of the file, if it is readable text."""
    document: AnyDocument | None = None
    series: tuple[Reading, ...] | None = None
    """The readings in the CSV file of a metric."""
    carried_as: Literal["", "image", "attachment"] = ""
    """How its bytes become a part of the site."""
    is_broken: bool = False


def _read_file(
    path: str, data: bytes, config: SiteConfig, step_cache: StepCache | None
) -> ReadFile:
    """Read one file according to its place in `content/`."""
    place, misplaced = place_of(path)
    early: tuple[Diagnostic, ...] = (misplaced,) if misplaced else ()
    if PurePosixPath(path).suffix.lower() in IMAGE_SUFFIXES:
        possible = (_name_problem(path), image_problem(path, data))
        of_image = tuple([problem for problem in possible if problem])
        return ReadFile((*early, *of_image), carried_as="image")
    if is_attachment(path):
        problem = attachment_problem(path, data)
        return ReadFile((*early, problem) if problem else early, carried_as="attachment")
    if place is None:
        return ReadFile(early)
    source, problems = decode(path, data)
    early += problems
    is_broken = source is None
    text = source or Source(path, "")
    if path.endswith(".csv"):
        findings = Findings(text)
        series = None if is_broken else read_series(findings)
        return ReadFile((*early, *findings.all), source, series=series, is_broken=is_broken)
    document, problems = read_document(
        text, place, config, readable=not is_broken, step_cache=step_cache
    )
    return ReadFile((*early, *problems), source, document, is_broken=is_broken)


def _name_problem(path: str) -> Diagnostic | None:
    """The finding about a name that some file system or server refuses."""
    for part in path.split("/"):
        reason = unusable_name(part)
        if reason:
            message = f"`{visible(part)}` cannot be published: {reason}"
            hint = "rename it with letters, digits, `-` and `.`"
            return fault("JB149", Span.start_of(path), message, hint)
    return None


@dataclass(frozen=True, slots=True)
class Place:
    """The kind and the id of a document, which follow from the path of its file."""

    kind: str
    id: str


def place_of(path: str) -> tuple[Place | None, Diagnostic | None]:
    """The place of a file below `content/`, or a finding if the path is not valid.

    An image and an attachment have neither.
    """
    parts = path.split("/")[1:]
    folder = parts[0] if len(parts) > 1 else ""
    stem, dot, suffix = parts[-1].rpartition(".")
    start = Span.start_of(path)
    if f".{suffix.lower()}" in IMAGE_SUFFIXES or is_attachment(path):
        return None, None
    kind = KIND_OF_FOLDER.get(folder)
    is_text = dot and (suffix == "md" or (suffix == "csv" and kind == "metric"))
    if not is_text:
        return None, _not_read_here(path)
    if kind is None:
        return None, _unknown_folder(path, folder)
    names = (*parts[1:-1], stem)
    form = "<persona>/<journey>" if kind == "journey" else "<id>"
    if kind != "page" and len(names) != len(form.split("/")):
        message = f"this {kind} file is at the wrong folder level"
        return None, fault("JB125", start, message, f"move it to content/{folder}/{form}.md")
    problem = _unusable_id(names, path, suffix)
    if problem:
        return None, problem
    return Place(kind, "/".join(names)), None


def _unusable_id(names: Sequence[str], path: str, suffix: str) -> Diagnostic | None:
    """The finding about the first of the names of a file and its folders that is not an ID."""
    for name in names:
        hint = file_id_fault(name)
        if hint:
            better = slug(unidecoded(name))
            if better and not file_id_fault(better):
                is_file = name == names[-1]
                hint = f"rename it `{better}.{suffix}`" if is_file else f"rename it `{better}`"
            return fault("JB126", Span.start_of(path), f"`{name}` is not a valid ID", hint)
    return None


def _unknown_folder(path: str, folder: str) -> Diagnostic:
    where = f"the folder `{folder}`" if folder else "content/ itself"
    message = f"journeybook does not read files in {where}"
    near = did_you_mean(folder, KIND_OF_FOLDER) if folder else ""
    hint = near or f"use one of the folders {', '.join(KIND_OF_FOLDER)}"
    return fault("JB125", Span.start_of(path), message, hint)


def _not_read_here(path: str) -> Diagnostic:
    """The finding about a file of another type."""
    name, start = path.rpartition("/")[2], Span.start_of(path)
    message = f"`{name}` is a file type journeybook does not read"
    meant = _markdown_name(name)
    if meant:  # a whole file of text would be missing from the site
        return fault("JB124", start, message, f"rename it `{meant}`", severity=Severity.ERROR)
    hint = "only Markdown files, images and the CSV files of metrics belong here"
    return fault("JB124", start, message, hint)


_MARKDOWN_ENDINGS = (".md.txt", ".markdown", ".mdown", ".mkd", ".mdx", ".md.md", ".mdwn", ".md")


def _markdown_name(name: str) -> str:
    """The name that a file of Markdown should have, for `book.MD` or `book.md.txt`; empty if it is
    no such file."""
    lowered = name.lower()
    ending = next((ending for ending in _MARKDOWN_ENDINGS if lowered.endswith(ending)), "")
    stem = name[: len(name) - len(ending)] if ending else ""
    return f"{slug(unidecoded(stem)) or stem}.md" if stem else ""


def unidecoded(name: str) -> str:
    """A name without the accents of its letters: `Über uns` as `Uber uns`."""
    letters = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("ł", "l"))
    return "".join([letter for letter in letters if not unicodedata.combining(letter)])


def read_document(
    source: Source,
    place: Place,
    config: SiteConfig,
    *,
    readable: bool = True,
    step_cache: StepCache | None = None,
) -> tuple[AnyDocument, tuple[Diagnostic, ...]]:
    """Read one Markdown file as a document of the kind and with the id of its place."""
    findings, budget = Findings(source), config.limits
    cls = DOCUMENT_TYPES[place.kind]
    values: dict[str, Any] = {}
    places: dict[str, Span] = {}
    if len(source.text.encode()) > budget.text:
        message = f"this file is larger than {budget.limit_text('text')}"
        findings.add("JB113", Span.start_of(source.path), message)
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
        report_no_table(None, findings.span(parts.yaml_first - 1, 1, 3), findings)
    name = place.id.rpartition("/")[2]
    values.setdefault("title", Text(name, Span.start_of(source.path)))
    if parts:
        values |= _body(cls, parts.body_first, config, findings, step_cache)
    document = cls(id=place.id, path=source.path, places=places, **values)
    return document, tuple(findings.all)  # type: ignore[return-value]


def _body(
    cls: type[Entity],
    first: int,
    config: SiteConfig,
    findings: Findings,
    step_cache: StepCache | None,
) -> dict[str, Any]:
    """The text from line `first` as constructor arguments of the document."""
    lines = findings.source.lines[first - 1 :]
    budget = config.limits
    if len("\n".join(lines).encode()) > budget.body:
        limit = budget.limit_text("body")
        message = f"the text below the front matter is larger than {limit}"
        findings.add("JB113", findings.span(first, 1, 1), message, "split it into several files")
        return {}
    written = without_comments(lines, first)
    if cls.kind_name == "journey":
        body = read_body(findings, written, config.stages, config.facts, budget, step_cache)
        return {"body": body.argument, "stages": body.stages, "notes": body.notes}
    return {"body": prose_of(written.lines, first)}


def _with_series(document: AnyDocument, series: Mapping[str, tuple[Reading, ...]]) -> AnyDocument:
    if isinstance(document, Metric) and document.id in series:
        return replace(document, series=series[document.id])
    return document
