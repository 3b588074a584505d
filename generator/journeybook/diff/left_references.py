"""References in the head revision to documents that only the base revision has."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change, Element
from journeybook.diff.documents import Documents
from journeybook.diff.make_change import make_change
from journeybook.diff.message import Text, join, message, plural
from journeybook.schema.documents import AnyDocument, Journey
from journeybook.schema.values import Ref
from journeybook.vocabulary import KINDS


def left_references(documents: Documents, after: Catalog) -> Iterator[Change]:
    """One change for each document that still refers to a document that was removed, or renamed
    without `was`."""
    gone = _gone(documents, after)
    if not gone:
        return
    # Imported late: it loads how links are read, which no other part of a comparison needs.
    from journeybook.catalog.references import Reference, references

    for ref, document in after.documents.items():
        if ref in after.stubs:
            continue
        found: dict[Ref, list[Reference]] = {}
        for reference in references(document):
            if reference.ref in gone:
                found.setdefault(reference.ref, []).append(reference)
        for target, uses in found.items():
            steps = dict.fromkeys((use.stage, use.step) for use in uses)
            former, current = gone[target]
            yield _change(document, former, current, uses[0].ref, uses[0].how, [*steps])


def _gone(
    documents: Documents, after: Catalog
) -> dict[Ref, tuple[AnyDocument, AnyDocument | None]]:
    """The documents of the base that the head does not have under this ID, each with the document
    that it is now."""
    gone: dict[Ref, tuple[AnyDocument, AnyDocument | None]] = {}
    for document in documents.removed:
        gone[document.ref] = (document, None)
    for old, new, _ in documents.pairs:
        if old.ref != new.ref:
            gone[old.ref] = (old, new)
    exists = (after.documents.keys() - after.stubs) | after.redirects.keys()
    return {ref: pair for ref, pair in gone.items() if ref not in exists}


def _change(
    document: AnyDocument,
    former: AnyDocument,
    current: AnyDocument | None,
    ref: Ref,
    how: str,
    places: list[tuple[str, str]],
) -> Change:
    kind = KINDS[former.kind_name].title.lower()
    now = message("it was renamed {new}", new=current.id) if current else message("it was removed")
    more: Text = ""
    if len(places) > 1:
        more = plural("also in {count} more step", "also in {count} more steps", len(places) - 1)
    return make_change(
        "JD360",
        _element(document, how, *places[0]),
        key=(kind, former.id),
        old=former.id,
        after=ref.span if ref.span.file else document.place(how),
        why=join((now, more)),
        owner=str(document.owner or ""),
    )


def _element(document: AnyDocument, how: str, stage_id: str, step_id: str) -> Element:
    """The step or stage that has the first of the references, otherwise the document."""
    if isinstance(document, Journey):
        for stage in document.stages:
            for step in stage.steps:
                if step_id and step.id == step_id:
                    return Element(how, document.ref, "", step.title, stage.title, step.id)
            if stage_id and not step_id and stage.id == stage_id:
                anchor = f"stage_{stage.id}"
                return Element(how, document.ref, "", stage.title, stage.title, anchor)
    return Element(how, document.ref, title=str(document.title))
