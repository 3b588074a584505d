"""Resolve every reference of a site both ways, and report those that lead nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from journeybook.cache import NULL_CACHE, Cache, CompactPickle, key_of
from journeybook.catalog.catalog import Catalog, LinkedCatalog, PainPlace, Use, pains_of
from journeybook.catalog.chains import circles
from journeybook.catalog.mentions import Mentions, mentions, names_of
from journeybook.catalog.name_checks import check_names, compared
from journeybook.catalog.prose_links import resolved
from journeybook.catalog.references import Reference, RiskyText, graded
from journeybook.diagnostics import Diagnostic, Related, Severity, did_you_mean
from journeybook.faults import fault
from journeybook.schema.documents import DOCUMENT_TYPES, AnyDocument, Journey
from journeybook.schema.fields import id_fault
from journeybook.schema.read import Documents
from journeybook.schema.values import NOWHERE, Ref, Text
from journeybook.vocabulary import KINDS

_WITHOUT_STUBS = ("journey", "page")


@dataclass(frozen=True, slots=True)
class Resolved(CompactPickle):
    """What one document refers to in a site of certain names."""

    links: tuple[tuple[Ref, Use], ...]
    uses: tuple[tuple[Ref, tuple[Use, ...]], ...]
    """The same by what is referred to."""
    stubs: tuple[Ref, ...]
    """What it names that has no file and gets a page all the same."""
    diagnostics: tuple[Diagnostic, ...]
    doubtful: tuple[RiskyText, ...]
    """Those of its texts that may not come out well."""


def link(read: Documents, cache: Cache = NULL_CACHE) -> tuple[Catalog, tuple[Diagnostic, ...]]:
    """Make the catalog of everything read from a site.

    What a document refers to depends on its own text and on the names of the site. With a `memory`,
    nothing is resolved again for documents that are as before in a site whose names are as before.
    """
    documents: dict[Ref, AnyDocument] = {document.ref: document for document in read.documents}
    redirects, diagnostics = _redirects(read.documents, documents)
    resolver = Resolver(read, documents, redirects, cache)
    uses: dict[Ref, list[Use]] = defaultdict(list)
    links: dict[Ref, tuple[tuple[Ref, Use], ...]] = {}
    stubs: dict[Ref, None] = {}
    doubtful: list[RiskyText] = []
    for document in read.documents:
        made = resolver.resolved(document)
        for target, own in made.uses:
            uses[target] += own
        if made.links:
            links[document.ref] = made.links
        if made.stubs:
            stubs |= dict.fromkeys(made.stubs)
        diagnostics += made.diagnostics
        doubtful += made.doubtful
    diagnostics += circles(documents)
    diagnostics += compared(read.config, documents, redirects)
    documents |= {ref: _stub(ref) for ref in stubs}
    catalog = LinkedCatalog(
        config=read.config,
        documents=dict(sorted(documents.items(), key=lambda item: (item[0].kind, item[0].id))),
        stubs=frozenset(stubs),
        uses={ref: tuple(found) for ref, found in uses.items()},
        links=links,
        redirects=redirects,
        pains=resolver.pains,
        images=read.images,
        sources=read.sources,
        doubtful=tuple(doubtful),
    )
    return catalog, tuple(diagnostics)


class Resolver:
    """Finds what the documents of a site refer to."""

    def __init__(
        self,
        read: Documents,
        documents: Mapping[Ref, AnyDocument],
        redirects: Mapping[Ref, Ref],
        cache: Cache,
    ) -> None:
        self._read, self._documents, self._redirects, self._cache = (
            read,
            documents,
            redirects,
            cache,
        )
        self.pains, self._short_pains = _pains(read.documents)
        self._names = b"" if cache is NULL_CACHE else self._all_names()

    def resolved(self, document: AnyDocument) -> Resolved:
        """What a document refers to; from memory where its text and the names of the site are
        known."""
        digest = self._read.digests.get(document.path)
        if digest is None or not self._names:
            return self._resolved(document, mentions(document, self._read.config.limits))
        key = digest + self._names
        made: Resolved | None = self._cache.get("resolved", key)
        if made is None:
            said: Mentions | None = self._cache.get("mentions", digest)
            if said is None:
                said = mentions(document, self._read.config.limits)
                self._cache.put("mentions", digest, said)
            made = self._resolved(document, said)
            self._cache.put("resolved", key, made)
        return made

    def _all_names(self) -> bytes:
        """The digest of every name that a reference can be resolved by."""
        return key_of(
            *map(self._names_of, self._read.documents),
            *sorted(self._read.images),
            *sorted(self._read.broken),
        )

    def _names_of(self, document: AnyDocument) -> bytes:
        digest = self._read.digests.get(document.path)
        known: bytes | None = self._cache.get("names", digest) if digest else None
        if known is None:
            known = names_of(document)
            if digest:
                self._cache.put("names", digest, known)
        return known

    def _resolved(self, document: AnyDocument, said: Mentions) -> Resolved:
        here = document.ref
        links: dict[tuple[Ref, Use], None] = {}
        uses: dict[Ref, dict[Use, None]] = defaultdict(dict)
        stubs: dict[Ref, None] = {}
        diagnostics = [*said.problems]
        for made in self._made(document, said, diagnostics):
            target = (
                made.ref if made.ref in self._documents else self._redirects.get(made.ref, made.ref)
            )
            target = Ref(target.kind, target.id)
            if (
                target not in self._documents
                and target.kind not in _WITHOUT_STUBS
                and target.kind in KINDS
            ):
                stubs[target] = None
            use = Use(here, made.how, made.stage, made.step, made.ref.span)
            links.setdefault((target, use))
            uses[target].setdefault(use)
        diagnostics += check_names(document, self._read)
        own_uses = tuple((ref, tuple(own)) for ref, own in uses.items())
        return Resolved(tuple(links), own_uses, tuple(stubs), tuple(diagnostics), said.doubtful)

    def _made(
        self, document: AnyDocument, said: Mentions, problems: list[Diagnostic]
    ) -> Iterator[Reference]:
        """The references that count; what is wrong with any of them is added to `problems`."""
        for made in said.references:
            if made.ref.kind == "stage":
                problems += _unknown_stage(made, self._read)
            elif made.ref.kind == "pain":
                place, problem = _pain(made, document, self.pains, self._short_pains)
                problems += problem
                if place:
                    yield replace(
                        made, ref=Ref("journey", place.journey.id, made.ref.span), how="solves"
                    )
            else:
                problems += _unknown(made, document, self._documents, self._redirects)
                yield made
        for found in said.links:
            ref, problem = resolved(
                found.link, document, self._documents, self._redirects, self._read.images
            )
            problems += problem
            if ref is not None:
                yield Reference(ref, "prose", found.stage, found.step)


def _unknown(
    made: Reference,
    document: AnyDocument,
    documents: Mapping[Ref, AnyDocument],
    redirects: Mapping[Ref, Ref],
) -> Iterator[Diagnostic]:
    if made.ref in documents:
        return
    kind, wanted = made.ref.kind, made.ref.id
    if made.ref in redirects:
        now = redirects[made.ref].id
        yield fault(
            "JB102",
            made.ref.span,
            f"the {kind} `{wanted}` was renamed `{now}`",
            f"use `{now}`",
            severity=Severity.WARNING,
        )
        return
    known = [ref.id for ref in documents if ref.kind == kind]
    file = f"content/{KINDS[kind].folder}/{wanted}.md"
    message = f"unknown {kind} `{wanted}`"
    if made.how == "folder":
        yield fault(
            "JB102",
            made.ref.span,
            message,
            f"add {file}, or move this journey",
            severity=graded(document),
        )
        return
    hint = did_you_mean(wanted, known) or f"add {file}"
    yield fault("JB102", made.ref.span, message, hint, severity=graded(document))


def _unknown_stage(made: Reference, read: Documents) -> Iterator[Diagnostic]:
    registry = read.config.stages
    if registry.find(made.ref.id) is None:
        hint = did_you_mean(made.ref.id, registry.names())
        yield fault("JB139", made.ref.span, f"unknown stage `{made.ref.id}`", hint)


def _pains(
    documents: Iterable[AnyDocument],
) -> tuple[dict[str, PainPlace], dict[str, tuple[PainPlace, ...]]]:
    """Pains by full id, and by their short id in whatever journeys have it."""
    full: dict[str, PainPlace] = {}
    short: dict[str, list[PainPlace]] = defaultdict(list)
    for journey in documents:
        if not isinstance(journey, Journey) or not any(pain.marks.id for pain in journey.pains):
            continue
        for place in pains_of(journey):
            if place.pain.marks.id:
                full[place.id] = place
                short[place.pain.marks.id].append(place)
    return full, {name: tuple(places) for name, places in short.items()}


def _pain(
    made: Reference,
    document: AnyDocument,
    full: Mapping[str, PainPlace],
    short: Mapping[str, tuple[PainPlace, ...]],
) -> tuple[PainPlace | None, tuple[Diagnostic, ...]]:
    wanted = made.ref.id
    place = full.get(wanted)
    candidates = short.get(wanted, ())
    if place is None and candidates:
        place = candidates[0]
        if len(candidates) > 1:
            named = ", ".join(f"`{candidate.id}`" for candidate in candidates[:3])
            message = f"more than one pain point has the ID `{wanted}`: {named}"
            return place, (
                fault(
                    "JB102",
                    made.ref.span,
                    message,
                    "use the full ID",
                    severity=Severity.WARNING,
                ),
            )
    if place is None:
        hint = (
            did_you_mean(wanted, [*full, *short])
            or "give the pain point an ID in its journey: `- pain: … {#id}`"
        )
        problem = fault(
            "JB102",
            made.ref.span,
            f"unknown pain point `{wanted}`",
            hint,
            severity=graded(document),
        )
        return None, (problem,)
    return place, ()


def pain_of(ref: Ref, catalog: Catalog) -> PainPlace | None:
    """The place of a pain that an opportunity names by its full or short id."""
    if ref.id in catalog.pains:
        return catalog.pains[ref.id]
    return next(
        (place for name, place in catalog.pains.items() if name.partition("#")[2] == ref.id), None
    )


def _redirects(
    read: Iterable[AnyDocument], documents: Mapping[Ref, AnyDocument]
) -> tuple[dict[Ref, Ref], list[Diagnostic]]:
    redirects: dict[Ref, Ref] = {}
    origin: dict[Ref, Text] = {}
    problems: list[Diagnostic] = []
    for document in read:
        for old in document.was:
            name = str(old)
            if isinstance(document, Journey) and "/" not in name:
                name = f"{document.persona}/{name}"
            wrong = id_fault(document.kind_name, name)
            if wrong:
                problems.append(
                    fault("JB126", old.span, f"`{old}` is not a valid earlier ID", wrong)
                )
                continue
            former = Ref(document.kind_name, name)
            if former in documents:
                message = (
                    f"`{name}` is also the ID of {documents[former].path}, so two pages "
                    "would have the same address"
                )
                problems.append(fault("JB150", old.span, message, "remove it from `was`"))
            elif former in redirects:
                first = Related(origin[former].span, "first used here")
                message = f"two files list `{name}` as an earlier ID"
                problems.append(
                    fault(
                        "JB150", old.span, message, "keep it in only one of them", related=(first,)
                    )
                )
            else:
                redirects[former] = document.ref
                origin[former] = old
    return redirects, problems


def _stub(ref: Ref) -> AnyDocument:
    title = ref.id.replace("-", " ")
    cls = DOCUMENT_TYPES[ref.kind]
    return cls(id=ref.id, path="", title=Text(title[:1].upper() + title[1:], NOWHERE))  # type: ignore[return-value]
