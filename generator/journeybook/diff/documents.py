"""Which document of one revision is which of the other, and what changed in those that are not
journeys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change, Element, Match
from journeybook.diff.fields import field_changes
from journeybook.diff.make_change import make_change
from journeybook.diff.match import match_elements
from journeybook.diff.match_features import Names, document_features
from journeybook.schema.documents import AnyDocument, Journey
from journeybook.schema.site_config import SiteConfig
from journeybook.schema.values import Ref
from journeybook.text import Span
from journeybook.vocabulary import KINDS


@dataclass(frozen=True)
class Documents:
    """Documents in both revisions with how they were matched, and those on one side only."""

    pairs: tuple[tuple[AnyDocument, AnyDocument, Match], ...]
    removed: tuple[AnyDocument, ...]
    added: tuple[AnyDocument, ...]
    names: Names


def pair_documents(before: Catalog, after: Catalog, renamed: Mapping[str, str]) -> Documents:
    """Match the documents of every kind; journeys last, since they are recognised by what they
    refer to."""
    names: dict[Ref, Ref] = {}
    pairs: list[tuple[AnyDocument, AnyDocument, Match]] = []
    removed: list[AnyDocument] = []
    added: list[AnyDocument] = []
    for kind in (*(kind for kind in KINDS if kind != "journey"), "journey"):
        old, new = _of_kind(before, kind), _of_kind(after, kind)
        if [(one.id, one.title) for one in old] == [
            (other.id, other.title) for other in new
        ]:  # nothing to find out
            pairs += [(one, other, Match("id")) for one, other in zip(old, new, strict=True)]
            continue
        found = match_elements(
            document_features(old, names, {}), document_features(new, {}, renamed)
        )
        for one, other, match in found.pairs:
            pairs.append((old[one], new[other], match))
            if old[one].id != new[other].id:
                names[old[one].ref] = new[other].ref
        removed += [old[at] for at in found.removed]
        added += [new[at] for at in found.added]
    return Documents(tuple(pairs), tuple(removed), tuple(added), names)


def document_changes(found: Documents, before: Catalog, after: Catalog) -> Iterator[Change]:
    """Everything that changed in documents other than journeys, and which touchpoints are newly
    used or unused."""
    for document in found.removed:
        if not isinstance(document, Journey):
            yield make_change(
                "JD702",
                _element(document),
                before=Span.start_of(document.path),
                owner=str(document.owner or ""),
            )
    for document in found.added:
        if not isinstance(document, Journey):
            yield make_change(
                "JD701",
                _element(document),
                after=Span.start_of(document.path),
                owner=str(document.owner or ""),
            )
    for old, new, match in found.pairs:
        if isinstance(old, Journey):
            continue
        if old.id != new.id or old.title != new.title:
            words = (old.id, new.id) if old.title == new.title else (str(old.title), str(new.title))
            yield make_change(
                "JD703",
                _element(new),
                base=old.ref,
                old=words[0],
                new=words[1],
                before=old.place("title"),
                after=new.place("title"),
                match=match,
                owner=str(new.owner or ""),
            )
        yield from field_changes(old, new, found.names)
    yield from _touchpoints(found, before, after)


def settings_changes(before: SiteConfig, after: SiteConfig) -> Iterator[Change]:
    """Keys of `site.yaml` that say something else."""
    site = Ref("site", "site.yaml")
    for key in dict.fromkeys((*before.places, *after.places)):
        if getattr(before, key, None) != getattr(after, key, None):
            yield make_change(
                "JD705",
                Element(key, site, title="site.yaml"),
                key=(key,),
                before=before.places.get(key),
                after=after.places.get(key) or Span.start_of("site.yaml"),
            )


def _of_kind(catalog: Catalog, kind: str) -> tuple[AnyDocument, ...]:
    return tuple(
        d for ref, d in catalog.documents.items() if ref.kind == kind and ref not in catalog.stubs
    )


def _element(document: AnyDocument) -> Element:
    return Element(KINDS[document.kind_name].title.lower(), document.ref, title=str(document.title))


def _touchpoints(found: Documents, before: Catalog, after: Catalog) -> Iterator[Change]:
    for old, new, match in found.pairs:
        if new.kind_name != "touchpoint":
            continue
        was, now = _in_steps(before, old.ref), _in_steps(after, new.ref)
        if was != now:
            yield make_change(
                "JD422" if now else "JD421",
                Element("touchpoint", new.ref, title=str(new.title)),
                base=old.ref,
                before=old.place("title"),
                after=new.place("title"),
                match=match,
                owner=str(new.owner or ""),
            )


def _in_steps(catalog: Catalog, ref: Ref) -> bool:
    return any(use.user.kind == "journey" for use in catalog.users(ref, "touchpoint"))
