"""Match the documents of two revisions, and compare those that are not journeys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change, Element, Match
from journeybook.diff.fields import field_changes
from journeybook.diff.make_change import make_change
from journeybook.diff.match import match_elements
from journeybook.diff.match_features import Names, document_features
from journeybook.diff.wording import same_words
from journeybook.schema.documents import AnyDocument, Journey
from journeybook.schema.values import Ref
from journeybook.text import Span
from journeybook.vocabulary import KINDS


@dataclass(frozen=True)
class Documents:
    """Documents that both revisions have, with how they were matched, and those that only one
    has."""

    pairs: tuple[tuple[AnyDocument, AnyDocument, Match], ...]
    removed: tuple[AnyDocument, ...]
    added: tuple[AnyDocument, ...]
    names: Names


def pair_documents(before: Catalog, after: Catalog, renamed: Mapping[str, str]) -> Documents:
    """Match the documents of every kind; journeys last, since they are matched by what they refer
    to."""
    names: dict[Ref, Ref] = {}
    pairs: list[tuple[AnyDocument, AnyDocument, Match]] = []
    removed: list[AnyDocument] = []
    added: list[AnyDocument] = []
    for kind in (*(kind for kind in KINDS if kind != "journey"), "journey"):
        old, new = _of_kind(before, kind), _of_kind(after, kind)
        if _ids_and_titles(old) == _ids_and_titles(new):
            pairs += [(one, other, Match("id")) for one, other in zip(old, new, strict=True)]
            continue
        pairing = match_elements(
            document_features(old, names, {}), document_features(new, {}, renamed)
        )
        for one, other, match in pairing.pairs:
            pairs.append((old[one], new[other], match))
            if old[one].id != new[other].id:
                names[old[one].ref] = new[other].ref
        removed += [old[at] for at in pairing.removed]
        added += [new[at] for at in pairing.added]
    return Documents(tuple(pairs), tuple(removed), tuple(added), names)


def _ids_and_titles(documents: tuple[AnyDocument, ...]) -> list[tuple[str, str | None]]:
    return [(document.id, document.title) for document in documents]


def document_changes(documents: Documents, before: Catalog, after: Catalog) -> Iterator[Change]:
    """Everything that changed in documents other than journeys, and which touchpoints are newly
    used or unused."""
    for document in documents.removed:
        if not isinstance(document, Journey):
            start = Span.start_of(document.path)
            yield make_change("JD702", _element(document), before=start, owner=_owner(document))
    for document in documents.added:
        if not isinstance(document, Journey):
            start = Span.start_of(document.path)
            yield make_change("JD701", _element(document), after=start, owner=_owner(document))
    for old, new, match in documents.pairs:
        if not isinstance(old, Journey):
            yield from _renamed(old, new, match)
            yield from field_changes(old, new, documents.names)
    yield from _touchpoints(documents, before, after)


def _renamed(old: AnyDocument, new: AnyDocument, match: Match) -> Iterator[Change]:
    """A document with another title, or another ID under the same title."""
    old_name, new_name = str(old.title), str(new.title)
    if same_words(old_name, new_name):
        old_name, new_name = old.id, new.id
    if old_name != new_name:
        yield make_change(
            "JD703",
            _element(new),
            base=old.ref,
            old=old_name,
            new=new_name,
            before=old.place("title"),
            after=new.place("title"),
            match=match,
            owner=_owner(new),
        )


def _of_kind(catalog: Catalog, kind: str) -> tuple[AnyDocument, ...]:
    return tuple(
        document
        for ref, document in catalog.documents.items()
        if ref.kind == kind and ref not in catalog.stubs
    )


def _element(document: AnyDocument) -> Element:
    return Element(KINDS[document.kind_name].title.lower(), document.ref, title=str(document.title))


def _owner(document: AnyDocument) -> str:
    return str(document.owner or "")


def _touchpoints(documents: Documents, before: Catalog, after: Catalog) -> Iterator[Change]:
    """Touchpoints that a step uses for the first time, or that no step uses any more."""
    for old, new, match in documents.pairs:
        if new.kind_name != "touchpoint":
            continue
        is_used = _in_steps(after, new.ref)
        if is_used != _in_steps(before, old.ref):
            yield make_change(
                "JD422" if is_used else "JD421",
                Element("touchpoint", new.ref, title=str(new.title)),
                base=old.ref,
                before=old.place("title"),
                after=new.place("title"),
                match=match,
                owner=_owner(new),
            )


def _in_steps(catalog: Catalog, ref: Ref) -> bool:
    return any(use.user.kind == "journey" for use in catalog.users(ref, "touchpoint"))
