"""Resolve every reference of a site both ways, and report those that lead nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from journeybook.catalog.catalog import Catalog, PainPlace, Use
from journeybook.catalog.chains import circles
from journeybook.catalog.lookalikes import look_alikes
from journeybook.catalog.other_names import compared, other_names
from journeybook.catalog.prose_links import prose_links
from journeybook.catalog.references import Doubtful, Made, graded, references
from journeybook.diagnostics import Diagnostic, Related, Severity, did_you_mean
from journeybook.faults import fault
from journeybook.schema.documents import DOCUMENT_TYPES, AnyDocument, Journey
from journeybook.schema.fields import id_fault
from journeybook.schema.read import Documents
from journeybook.schema.values import NOWHERE, Ref, Text
from journeybook.vocabulary import KINDS

_WITHOUT_STUBS = ("journey", "page")


def link(read: Documents) -> tuple[Catalog, tuple[Diagnostic, ...]]:
    """Make the catalog of everything read from a site."""
    documents: dict[Ref, AnyDocument] = {document.ref: document for document in read.documents}
    redirects, diagnostics = _redirects(read.documents, documents)
    uses: dict[Ref, list[Use]] = defaultdict(list)
    links: dict[Ref, list[tuple[Ref, Use]]] = defaultdict(list)
    stubs: set[Ref] = set()
    pains, places = _pains(read.documents)
    doubtful: list[Doubtful] = []

    def note(document: AnyDocument, made: Made) -> None:
        target = made.ref if made.ref in documents else redirects.get(made.ref, made.ref)
        if target not in documents and target.kind not in _WITHOUT_STUBS and target.kind in KINDS:
            stubs.add(Ref(target.kind, target.id))
        use = Use(document.ref, made.how, made.stage, made.step, made.ref.span)
        uses[target].append(use)
        links[document.ref].append((target, use))

    for document in read.documents:
        for made in references(document):
            if made.ref.kind == "stage":
                diagnostics += _unknown_stage(made, read)
            elif made.ref.kind == "pain":
                place, problem = _pain(made, document, pains, places)
                diagnostics += problem
                if place:
                    note(document, replace(made, ref=Ref("journey", place.journey.id, made.ref.span), how="solves"))
            else:
                diagnostics += _unknown(made, document, documents, redirects)
                note(document, made)
        found, tried, problems = prose_links(document, documents, redirects, read.images, read.config.limits)
        doubtful += tried
        diagnostics += problems
        for made in found:
            note(document, made)
        diagnostics += other_names(document, read)
        if isinstance(document, Journey):
            diagnostics += look_alikes(document)
    diagnostics += circles(documents)
    diagnostics += compared(read.config, documents, redirects)
    for ref in sorted(stubs, key=lambda ref: (ref.kind, ref.id)):
        documents[ref] = _stub(ref)
    ordered = dict(sorted(documents.items(), key=lambda item: (item[0].kind, item[0].id)))
    catalog = Catalog(
        config=read.config,
        documents=ordered,
        stubs=frozenset(stubs),
        uses={ref: tuple(dict.fromkeys(found)) for ref, found in uses.items()},
        links={ref: tuple(dict.fromkeys(found)) for ref, found in links.items()},
        redirects=redirects,
        pains=pains,
        images=read.images,
        sources=read.sources,
        doubtful=tuple(doubtful),
    )
    return catalog, tuple(diagnostics)


def _unknown(
    made: Made, document: AnyDocument, documents: Mapping[Ref, AnyDocument], redirects: Mapping[Ref, Ref]
) -> Iterator[Diagnostic]:
    if made.ref in documents:
        return
    kind, wanted = made.ref.kind, made.ref.id
    if made.ref in redirects:
        now = redirects[made.ref].id
        yield fault(
            "JB102",
            made.ref.span,
            f"the {kind} `{wanted}` is now called `{now}`",
            f"write `{now}`",
            severity=Severity.WARNING,
        )
        return
    known = [ref.id for ref in documents if ref.kind == kind]
    file = f"content/{KINDS[kind].folder}/{wanted}.md"
    message = f"no {kind} is called `{wanted}`"
    if made.how == "folder":
        yield fault("JB102", made.ref.span, message, f"add {file}, or move this journey", severity=graded(document))
        return
    hint = did_you_mean(wanted, known) or f"add {file}"
    yield fault("JB102", made.ref.span, message, hint, severity=graded(document))


def _unknown_stage(made: Made, read: Documents) -> Iterator[Diagnostic]:
    registry = read.config.stages
    if registry.find(made.ref.id) is None:
        hint = did_you_mean(made.ref.id, registry.names())
        yield fault("JB139", made.ref.span, f"no stage is called `{made.ref.id}`", hint)


def _pains(
    documents: Iterable[AnyDocument],
) -> tuple[dict[str, PainPlace], dict[str, tuple[PainPlace, ...]]]:
    """Pains by full id, and by their short id in whatever journeys have it."""
    full: dict[str, PainPlace] = {}
    short: dict[str, list[PainPlace]] = defaultdict(list)
    for journey in documents:
        if not isinstance(journey, Journey):
            continue
        for stage in journey.stages:
            for part in (stage, *stage.steps):
                for pain in part.all("pain"):
                    if pain.marks.id:
                        step = next((step for step in stage.steps if step is part), None)
                        place = PainPlace(journey, stage, step, pain)
                        full[place.id] = place
                        short[pain.marks.id].append(place)
    return full, {name: tuple(places) for name, places in short.items()}


def _pain(
    made: Made, document: AnyDocument, full: Mapping[str, PainPlace], short: Mapping[str, tuple[PainPlace, ...]]
) -> tuple[PainPlace | None, tuple[Diagnostic, ...]]:
    wanted = made.ref.id
    place = full.get(wanted)
    candidates = short.get(wanted, ())
    if place is None and candidates:
        place = candidates[0]
        if len(candidates) > 1:
            named = ", ".join(f"`{candidate.id}`" for candidate in candidates[:3])
            message = f"several pains are called `{wanted}`: {named}"
            return place, (fault("JB102", made.ref.span, message, "write the whole name", severity=Severity.WARNING),)
    if place is None:
        hint = did_you_mean(wanted, [*full, *short]) or "give the pain an id in its journey: `- pain: … {#id}`"
        problem = fault("JB102", made.ref.span, f"no pain is called `{wanted}`", hint, severity=graded(document))
        return None, (problem,)
    return place, ()


def pain_of(ref: Ref, catalog: Catalog) -> PainPlace | None:
    """The place of a pain that an opportunity names by its full or short id."""
    if ref.id in catalog.pains:
        return catalog.pains[ref.id]
    return next((place for name, place in catalog.pains.items() if name.partition("#")[2] == ref.id), None)


def _redirects(read: Iterable[AnyDocument], documents: Mapping[Ref, AnyDocument]) -> tuple[dict[Ref, Ref], list[Diagnostic]]:
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
                problems.append(fault("JB126", old.span, f"`{old}` cannot have been an id", wrong))
                continue
            former = Ref(document.kind_name, name)
            if former in documents:
                message = f"`{name}` is also the name of {documents[former].path}, so its page would have two owners"
                problems.append(fault("JB150", old.span, message, "take the name out of `was`"))
            elif former in redirects:
                first = Related(origin[former].span, "first written here")
                message = f"two files say they were once called `{name}`"
                problems.append(fault("JB150", old.span, message, "keep it in one of them", related=(first,)))
            else:
                redirects[former] = document.ref
                origin[former] = old
    return redirects, problems


def _stub(ref: Ref) -> AnyDocument:
    title = ref.id.replace("-", " ")
    cls = DOCUMENT_TYPES[ref.kind]
    return cls(id=ref.id, path="", title=Text(title[:1].upper() + title[1:], NOWHERE))  # type: ignore[return-value]
