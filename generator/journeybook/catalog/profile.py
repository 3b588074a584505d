"""Apply a build profile: the documents of a site without what the profile leaves out.

What is left out vanishes as if it had never been written: references to it, links, its image and
its place in the history. The names that stand in an author's own sentences remain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from journeybook.catalog.cut_document import CONTENT, Cut
from journeybook.catalog.earlier_ids import redirects
from journeybook.catalog.pain_references import PainIndex, pain_index
from journeybook.catalog.path_patterns import matches
from journeybook.catalog.prose_links import inside_content
from journeybook.catalog.references import links_of, texts
from journeybook.diagnostics import Diagnostic, Severity, did_you_mean
from journeybook.faults import fault
from journeybook.schema.documents import AnyDocument, Journey, Metric, Opportunity, Persona
from journeybook.schema.leave_out import HISTORY, LeaveOut, Profile
from journeybook.schema.read import Documents, place_of
from journeybook.schema.site_config import SiteConfig
from journeybook.schema.values import Ref
from journeybook.text import Span

# Notes are for authors, so every profile leaves them out.
PUBLIC = "public"
ALWAYS_OUT = ("note",)


@dataclass(frozen=True)
class LeftOut:
    """What a profile left out of a site."""

    profile: str
    keys: Mapping[str, int] = field(default_factory=dict)
    """How many facts and fields of each key."""
    paths: tuple[str, ...] = ()
    """The files, sorted."""
    kept: frozenset[str] = frozenset()
    """The other files of the site."""
    has_history: bool = True


def chosen_profile(config: SiteConfig, name: str) -> tuple[LeaveOut | None, tuple[Diagnostic, ...]]:
    """What the profile leaves out; None and a finding if there is no such profile."""
    profiles = {str(key): profile for key, profile in config.profiles}
    profiles.setdefault(PUBLIC, Profile())
    if name not in profiles:
        place = config.places.get("profiles", Span.start_of("site.yaml"))
        hint = did_you_mean(name, profiles)
        return None, (fault("JB119", place, f"unknown profile `{name}`", hint),)
    return profiles[name].with_keys(ALWAYS_OUT), ()


def check_profiles(read: Documents) -> Iterator[Diagnostic]:
    """What profiles are to leave out and the site does not have. A name close to an existing one is
    an error, because the file that was meant would be published."""
    for _, profile in read.config.profiles:
        chosen = profile.leave_out
        personas = [document.id for document in read.documents if isinstance(document, Persona)]
        for ref in chosen.personas:
            if ref.id not in personas:
                yield _nothing_left_out(f"unknown persona `{ref.id}`", ref.id, ref.span, personas)
        tags = {tag.casefold() for document in read.documents for tag in document.tags}
        for tag in chosen.tags:
            if tag.casefold() not in tags:
                yield _nothing_left_out(f"no file has the tag `{tag}`", tag, tag.span, tags)
        paths = [path.removeprefix(CONTENT) for path in _paths(read)]
        for pattern in chosen.files:
            if not any(_is_match(path, pattern) for path in paths):
                message = f"no file in content/ matches `{pattern}`"
                yield _nothing_left_out(message, pattern, pattern.span, _folders_and(paths))


def _nothing_left_out(
    message: str, written: str, span: Span, candidates: Iterable[str]
) -> Diagnostic:
    hint = did_you_mean(written, candidates)
    severity = Severity.ERROR if hint else Severity.WARNING
    return fault("JB127", span, message, hint or "delete it if it is not needed", severity=severity)


def _folders_and(paths: Iterable[str]) -> set[str]:
    """The paths, and the pattern of every folder above them."""
    names = set(paths)
    for path in tuple(names):
        parts = path.split("/")[:-1]
        names |= {"/".join(parts[:end]) + "/**" for end in range(1, len(parts) + 1)}
    return names


def _paths(read: Documents) -> Iterator[str]:
    yield from (path for path in read.sources if path.startswith(CONTENT))
    for path in (*read.images, *read.attachments):
        yield CONTENT + path


def _is_match(path: str, pattern: str) -> bool:
    """Whether a pattern matches a path below `content/`."""
    return matches(path, pattern.strip().removeprefix("./").removeprefix(CONTENT))


def documents_left_out(read: Documents, chosen: LeaveOut) -> frozenset[Ref]:
    """The documents that a profile leaves out, the journeys of its personas included."""
    chosen_refs = {document.ref for document in read.documents if _is_chosen(document, chosen)}
    people = {ref.id for ref in (*chosen_refs, *chosen.personas) if ref.kind == "persona"}
    journeys = {
        document.ref
        for document in read.documents
        if isinstance(document, Journey) and document.persona in people
    }
    return frozenset(chosen_refs | journeys | set(chosen.personas))


def _is_chosen(document: AnyDocument, chosen: LeaveOut) -> bool:
    words = {
        "status": chosen.status,
        "state": chosen.state,
        "kind": chosen.kind,
    }
    if any(getattr(document, key, None) in wanted for key, wanted in words.items()):
        return True
    tags = {tag.casefold() for tag in document.tags}
    return (
        document.kind_name in chosen.kind
        or any(tag.casefold() in tags for tag in chosen.tags)
        or is_path_chosen(document.path, chosen)
    )


def is_path_chosen(path: str, chosen: LeaveOut) -> bool:
    """Whether a path from the site's root is left out whatever its file says."""
    inside = path.removeprefix(CONTENT)
    if any(_is_match(inside, pattern) for pattern in chosen.files):
        return True
    place = place_of(path)[0] if path.startswith(CONTENT) else None
    if place is None:
        return False
    people = {ref.id for ref in chosen.personas}
    is_of_person = place.kind in ("persona", "journey") and place.id.partition("/")[0] in people
    return is_of_person or place.kind in chosen.kind


def without(
    read: Documents, chosen: LeaveOut, removed: frozenset[Ref], profile: str = PUBLIC
) -> tuple[Documents, LeftOut]:
    """The documents without what a profile leaves out, and what that was.

    `removed` are the documents to leave out. The others have no digests, because they no longer
    match their files.
    """
    counts: Counter[str] = Counter()
    shown_images = _not_chosen(read.images, chosen)
    earlier, _ = redirects(read.documents, {document.ref: document for document in read.documents})
    cut = Cut(
        keys=frozenset(map(str, chosen.keys)),
        removed=removed | {old for old, now in earlier.items() if now in removed},
        images=frozenset(read.images.keys() - shown_images.keys()),
        counts=counts,
    )
    documents = _cut_documents(read, cut, chosen)
    used = _images_used(documents, read)
    images = {image: data for image, data in shown_images.items() if image in used}
    paths = _paths_left_out(read, removed, chosen)
    paths |= {CONTENT + image for image in read.images.keys() - images.keys()}
    site = replace(
        read,
        config=_config_without(read.config, cut.removed),
        documents=documents,
        images=images,
        sources={path: text for path, text in read.sources.items() if path not in paths},
        digests={},
        attachments=_not_chosen(read.attachments, chosen),
    )
    left_out = LeftOut(
        profile,
        dict(sorted((+counts).items())),
        tuple(sorted(paths)),
        frozenset((*site.sources, *(CONTENT + path for path in (*images, *site.attachments)))),
        has_history=HISTORY not in cut.keys,
    )
    return site, left_out


def _not_chosen(files: Mapping[str, bytes], chosen: LeaveOut) -> dict[str, bytes]:
    """The images or attachments that no pattern leaves out."""
    return {
        path: data for path, data in files.items() if not is_path_chosen(CONTENT + path, chosen)
    }


def _cut_documents(read: Documents, cut: Cut, chosen: LeaveOut) -> tuple[AnyDocument, ...]:
    """The documents that stay, each without what is left out of it."""
    kept = [document for document in read.documents if document.ref not in cut.removed]
    documents = [_without_series(cut.document(document), chosen) for document in kept]
    pains = pain_index(read.documents), pain_index(documents)
    return tuple([_with_known_pains(document, *pains) for document in documents])


def _paths_left_out(read: Documents, removed: frozenset[Ref], chosen: LeaveOut) -> set[str]:
    gone = [document.path for document in read.documents if document.ref in removed]
    series = {path.removesuffix(".md") + ".csv" for path in gone}
    chosen_paths = {path for path in _paths(read) if is_path_chosen(path, chosen)}
    return {*gone, *(series & read.sources.keys()), *chosen_paths}


def _config_without(config: SiteConfig, removed: frozenset[Ref]) -> SiteConfig:
    """The settings without comparisons of what is left out, and without the profiles."""
    compare = tuple([refs for refs in config.compare if not removed.intersection(refs)])
    return replace(config, compare=compare, profiles=())


def _without_series(document: AnyDocument, chosen: LeaveOut) -> AnyDocument:
    """A metric whose measurements alone are left out, by the path of their file."""
    path = document.path.removesuffix(".md") + ".csv"
    if isinstance(document, Metric) and document.series and is_path_chosen(path, chosen):
        return replace(document, series=())
    return document


def _with_known_pains(document: AnyDocument, before: PainIndex, after: PainIndex) -> AnyDocument:
    """An opportunity without the pain points that are gone."""
    if not isinstance(document, Opportunity):
        return document
    solves = [ref for ref in document.solves if _has_pain(after, ref) or not _has_pain(before, ref)]
    return replace(document, solves=tuple(solves))


def _has_pain(pains: PainIndex, ref: Ref) -> bool:
    return ref.id in pains.by_full_id or ref.id in pains.by_short_id


def _images_used(documents: Iterable[AnyDocument], read: Documents) -> set[str]:
    """The images that pages of these documents show, and the logo."""
    paths = [str(read.config.theme.logo or "")]
    for document in documents:
        if isinstance(document, Persona) and document.picture:
            paths.append(inside_content(document.path, document.picture) or "")
        for written in texts(document):
            for link in links_of(written, document.path):
                if link.form == "image":
                    paths.append(inside_content(document.path, link.target) or "")
    return {path.removeprefix(CONTENT) for path in paths}
