"""Resolve every reference of a site both ways, and report those that lead nowhere.

What a document refers to depends only on its own text and on the names in the site. With a cache,
a document is resolved again only if one of them has changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from journeybook.cache import NULL_CACHE, Cache, CompactPickle, key_of
from journeybook.catalog.catalog import Catalog, LinkedCatalog, PainPlace, Use
from journeybook.catalog.chains import circles
from journeybook.catalog.earlier_ids import redirects as redirects_of
from journeybook.catalog.mentions import Mentions, mentions, names_of
from journeybook.catalog.name_checks import check_names, check_presets
from journeybook.catalog.pain_references import pain_index
from journeybook.catalog.profile import check_profiles
from journeybook.catalog.prose_links import attachment_of, resolve_link
from journeybook.catalog.references import Reference, RiskyText, reference_severity
from journeybook.diagnostics import Diagnostic, Severity, did_you_mean
from journeybook.faults import fault
from journeybook.schema.documents import DOCUMENT_TYPES, AnyDocument
from journeybook.schema.read import Documents
from journeybook.schema.values import NOWHERE, Ref, Text
from journeybook.text import Span
from journeybook.vocabulary import KINDS

_WITHOUT_PLACEHOLDERS = ("journey", "page")


@dataclass(frozen=True, slots=True)
class Resolved(CompactPickle):
    """What one document refers to, given the names in the site."""

    links: tuple[tuple[Ref, Use], ...]
    uses: tuple[tuple[Ref, tuple[Use, ...]], ...]
    """The same by what is referred to."""
    stubs: tuple[Ref, ...]
    """What it mentions that has no file and gets a placeholder page."""
    diagnostics: tuple[Diagnostic, ...]
    doubtful: tuple[RiskyText, ...]
    """Those of its texts that may fail to render."""
    attachments: tuple[str, ...] = ()
    """The files that it offers for download."""


def link(read: Documents, cache: Cache = NULL_CACHE) -> tuple[Catalog, tuple[Diagnostic, ...]]:
    """Link the documents of a site into its catalog, and report what is wrong with references."""
    documents: dict[Ref, AnyDocument] = {document.ref: document for document in read.documents}
    redirects, diagnostics = redirects_of(read.documents, documents)
    resolver = Resolver(read, documents, redirects, cache)
    uses: dict[Ref, list[Use]] = defaultdict(list)
    links: dict[Ref, tuple[tuple[Ref, Use], ...]] = {}
    stubs: dict[Ref, None] = {}
    doubtful: list[RiskyText] = []
    offered: set[str] = set()
    for document in read.documents:
        resolved = resolver.resolve(document)
        for target, own in resolved.uses:
            uses[target] += own
        if resolved.links:
            links[document.ref] = resolved.links
        if resolved.stubs:
            stubs |= dict.fromkeys(resolved.stubs)
        diagnostics += resolved.diagnostics
        doubtful += resolved.doubtful
        offered.update(resolved.attachments)
    diagnostics += circles(documents)
    diagnostics += check_presets(read.config, documents, redirects)
    diagnostics += check_profiles(read)
    diagnostics += _unused_attachments(read, offered)
    documents |= {ref: _stub(ref) for ref in stubs}
    catalog = LinkedCatalog(
        config=read.config,
        documents=dict(sorted(documents.items(), key=lambda item: (item[0].kind, item[0].id))),
        stubs=frozenset(stubs),
        uses={ref: tuple(of_ref) for ref, of_ref in uses.items()},
        links=links,
        redirects=redirects,
        pains=resolver.pains,
        images=read.images,
        attachments={path: data for path, data in read.attachments.items() if path in offered},
        sources=read.sources,
        doubtful=tuple(doubtful),
    )
    return catalog, tuple(diagnostics)


def _unused_attachments(read: Documents, offered: Collection[str]) -> Iterator[Diagnostic]:
    """Files that no text links to: they are not published."""
    for path in sorted(read.attachments.keys() - offered):
        name = path.rpartition("/")[2]
        message = f"no text links to `{name}`, so it is not published"
        hint = f"link to it, `[{name}](...)`, or delete it"
        yield fault("JB124", Span.start_of(f"content/{path}"), message, hint)


class Resolver:
    """Resolves the references of documents in one site."""

    def __init__(
        self,
        read: Documents,
        documents: Mapping[Ref, AnyDocument],
        redirects: Mapping[Ref, Ref],
        cache: Cache,
    ) -> None:
        self._read = read
        self._documents = documents
        self._redirects = redirects
        self._cache = cache
        self._pains = pain_index(read.documents)
        self._names = b"" if cache is NULL_CACHE else self._all_names()

    @property
    def pains(self) -> dict[str, PainPlace]:
        """The pain points of the site by full ID."""
        return self._pains.by_full_id

    def resolve(self, document: AnyDocument) -> Resolved:
        """What a document refers to; from the cache if its text and the names are unchanged."""
        digest = self._read.digests.get(document.path)
        if digest is None or not self._names:
            return self._resolve(document, mentions(document, self._read.config.limits))
        key = digest + self._names
        resolved: Resolved | None = self._cache.get("resolved", key)
        if resolved is None:
            resolved = self._resolve(document, self._mentions(document, digest))
            self._cache.put("resolved", key, resolved)
        return resolved

    def _mentions(self, document: AnyDocument, digest: bytes) -> Mentions:
        mentioned: Mentions | None = self._cache.get("mentions", digest)
        if mentioned is None:
            mentioned = mentions(document, self._read.config.limits)
            self._cache.put("mentions", digest, mentioned)
        return mentioned

    def _all_names(self) -> bytes:
        """The digest of every name that a reference can be resolved by."""
        return key_of(
            *map(self._names_of, self._read.documents),
            *sorted(self._read.images),
            *sorted(self._read.attachments),
            *sorted(self._read.broken),
        )

    def _names_of(self, document: AnyDocument) -> bytes:
        digest = self._read.digests.get(document.path)
        names: bytes | None = self._cache.get("names", digest) if digest else None
        if names is None:
            names = names_of(document)
            if digest:
                self._cache.put("names", digest, names)
        return names

    def _resolve(self, document: AnyDocument, mentioned: Mentions) -> Resolved:
        links: dict[tuple[Ref, Use], None] = {}
        uses: dict[Ref, dict[Use, None]] = defaultdict(dict)
        stubs: dict[Ref, None] = {}
        diagnostics = [*mentioned.problems]
        user = document.ref
        for reference in self._references(document, mentioned, diagnostics):
            target = self._target(reference.ref)
            if target not in self._documents and _gets_placeholder(target):
                stubs[target] = None
            use = Use(user, reference.how, reference.stage, reference.step, span=reference.ref.span)
            links.setdefault((target, use))
            uses[target].setdefault(use)
        diagnostics += check_names(document, self._read)
        return Resolved(
            links=tuple(links),
            uses=tuple((ref, tuple(of_ref)) for ref, of_ref in uses.items()),
            stubs=tuple(stubs),
            diagnostics=tuple(diagnostics),
            doubtful=mentioned.doubtful,
            attachments=tuple(self._offered(document, mentioned)),
        )

    def _target(self, ref: Ref) -> Ref:
        """What a reference leads to, following earlier IDs; without the place of the reference."""
        target = ref if ref in self._documents else self._redirects.get(ref, ref)
        return Ref(target.kind, target.id)

    def _references(
        self, document: AnyDocument, mentioned: Mentions, findings: list[Diagnostic]
    ) -> Iterator[Reference]:
        """References to documents; what is wrong with any reference is added to `findings`."""
        for reference in mentioned.references:
            ref = reference.ref
            if ref.kind == "stage":
                findings += self._unknown_stage(ref)
            elif ref.kind == "pain":
                place, finding = self._pains.resolve(ref, document)
                if finding:
                    findings.append(finding)
                if place:
                    journey = Ref("journey", place.journey.id, ref.span)
                    yield replace(reference, ref=journey, how="solves")
            else:
                findings += self._unknown(reference, document)
                yield reference
        for linked in mentioned.links:
            target, problems = resolve_link(
                linked.link,
                document,
                self._documents,
                self._redirects,
                self._read.images,
                self._read.attachments,
            )
            findings += problems
            if target is not None:
                yield Reference(target, "prose", linked.stage, linked.step)

    def _offered(self, document: AnyDocument, mentioned: Mentions) -> Iterator[str]:
        """The attachments that the texts and the `link` of a document lead to."""
        targets = [linked.link.target for linked in mentioned.links]
        targets.append(str(getattr(document, "link", None) or ""))
        if self._read.attachments:
            found = (attachment_of(document.path, t, self._read.attachments) for t in targets)
            yield from filter(None, found)

    def _unknown_stage(self, ref: Ref) -> Iterator[Diagnostic]:
        registry = self._read.config.stages
        if registry.find(ref.id) is None:
            hint = did_you_mean(ref.id, registry.names())
            yield fault("JB139", ref.span, f"unknown stage `{ref.id}`", hint)

    def _unknown(self, reference: Reference, document: AnyDocument) -> Iterator[Diagnostic]:
        """The finding about a reference to a document that does not exist or was renamed."""
        ref = reference.ref
        if ref in self._documents:
            return
        if ref in self._redirects:
            now = self._redirects[ref].id
            message = f"the {ref.kind} `{ref.id}` was renamed `{now}`"
            hint, severity = f"use `{now}`", Severity.WARNING
        else:
            message = f"unknown {ref.kind} `{ref.id}`"
            hint, severity = self._hint(reference), reference_severity(document)
        meant = ("", "") if ref in self._redirects else (ref.kind, ref.id)
        yield fault("JB102", ref.span, message, hint, severity=severity, meant=meant)

    def _hint(self, reference: Reference) -> str:
        kind, name = reference.ref.kind, reference.ref.id
        file = f"content/{KINDS[kind].folder}/{name}.md"
        if reference.how == "folder":
            return f"add {file}, or move this journey"
        same_kind = [ref.id for ref in self._documents if ref.kind == kind]
        return did_you_mean(name, same_kind) or f"add {file}"


def _gets_placeholder(ref: Ref) -> bool:
    return ref.kind in KINDS and ref.kind not in _WITHOUT_PLACEHOLDERS


def pain_of(ref: Ref, catalog: Catalog) -> PainPlace | None:
    """The place of the pain point that an opportunity names by its full or short ID, or None."""
    if ref.id in catalog.pains:
        return catalog.pains[ref.id]
    for name, place in catalog.pains.items():
        if name.partition("#")[2] == ref.id:
            return place
    return None


def _stub(ref: Ref) -> AnyDocument:
    words = ref.id.replace("-", " ")
    title = Text(words[:1].upper() + words[1:], NOWHERE)
    document_type = DOCUMENT_TYPES[ref.kind]
    return document_type(id=ref.id, path="", title=title)  # type: ignore[return-value]
