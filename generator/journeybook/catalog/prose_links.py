"""Resolve the links and images in texts, and report those that lead nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Container, Mapping
from urllib.parse import unquote

from journeybook.catalog.anchors import heading_ids, journey_anchors, page_anchor
from journeybook.catalog.references import reference_severity, wiki_ref
from journeybook.diagnostics import Diagnostic, did_you_mean
from journeybook.faults import fault
from journeybook.prose.link_faults import link_fault
from journeybook.prose.links import Link
from journeybook.schema.documents import AnyDocument, Journey, Page
from journeybook.schema.read import place_of
from journeybook.schema.values import Ref
from journeybook.vocabulary import KINDS

Target = tuple[Ref | None, tuple[Diagnostic, ...]]
"""The document that a link refers to (None if it is not a document), and what is wrong."""


def resolve_link(
    link: Link,
    document: AnyDocument,
    documents: Mapping[Ref, AnyDocument],
    redirects: Mapping[Ref, Ref],
    images: Mapping[str, bytes],
    attachments: Collection[str] = (),
) -> Target:
    """Resolve a link or an image in a text of `document`."""
    if link.form == "wiki":
        return _wiki(link, document, documents, redirects)
    if link.form == "image":
        return None, _image_problems(link, document, images)
    reason = link_fault(link.target)
    if reason:
        message = f"the link `{_short(link.target)}` is not allowed: {reason}"
        return None, (fault("JB161", link.span, message),)
    if _leads_elsewhere(link):
        return None, ()
    if link.target.startswith("#"):
        return None, _anchor_problems(link, unquote(link.target[1:]), document, document)
    if attachment_of(document.path, link.target, attachments):
        return None, ()
    return _relative(link, document, documents, redirects)


def attachment_of(path: str, target: str, attachments: Collection[str]) -> str:
    """The path below `content/` of the attachment that a link in the file `path` leads to; empty if
    it leads elsewhere."""
    inside = (inside_content(path, target) or "").removeprefix("content/")
    return inside if inside in attachments else ""


def _image_problems(
    link: Link, document: AnyDocument, images: Mapping[str, bytes]
) -> tuple[Diagnostic, ...]:
    if image_path(document.path, link.target, images):
        return ()
    message = f"the image `{_short(link.target)}` is not in this site"
    return (fault("JB163", link.span, message, "put it in content/ and use a relative path"),)


def _leads_elsewhere(link: Link) -> bool:
    """Whether a link is to another site."""
    has_scheme = ":" in link.target.partition("/")[0] and not link.target.startswith("#")
    return link.form == "autolink" or has_scheme


def _wiki(
    link: Link,
    document: AnyDocument,
    documents: Mapping[Ref, AnyDocument],
    redirects: Mapping[Ref, Ref],
) -> Target:
    if not link.kind:
        kinds = [ref.kind for ref in documents if ref.id == link.id]
        hint = "use `[[kind:id]]`, for example `[[touchpoint:demo-call]]`"
        if kinds:
            hint = f"use `[[{kinds[0]}:{link.id}]]`"
        message = f"`[[{_short(link.target)}]]` does not name a kind"
        return None, (fault("JB160", link.span, message, hint),)
    ref = wiki_ref(link)
    if ref is None:
        hint = "use its file name without `.md`"
        if link.kind not in KINDS:
            hint = did_you_mean(link.kind, KINDS)
        message = f"`[[{_short(link.target)}]]` does not name an existing file"
        return None, (fault("JB160", link.span, message, hint),)
    target = documents.get(ref) or documents.get(redirects.get(ref, ref))
    if target is None:
        same_kind = [other.id for other in documents if other.kind == ref.kind]
        hint = did_you_mean(ref.id, same_kind)
        message = f"unknown {ref.kind} `{ref.id}`"
        problem = fault("JB102", link.span, message, hint, severity=reference_severity(document))
        return (None if ref.kind in ("journey", "page") else ref), (problem,)
    return ref, _anchor_problems(link, link.anchor, target, document)


def _relative(
    link: Link,
    document: AnyDocument,
    documents: Mapping[Ref, AnyDocument],
    redirects: Mapping[Ref, Ref],
) -> Target:
    path = inside_content(document.path, link.target)
    place = place_of(path)[0] if path and path.endswith(".md") else None
    ref = Ref(place.kind, place.id, link.span) if place else None
    target = documents.get(ref) or documents.get(redirects.get(ref, ref)) if ref else None
    if ref is None or target is None:
        paths = [other.path for other in documents.values() if other.path]
        hint = did_you_mean(path, paths) if path else ""
        message = f"the link `{_short(link.target)}` does not lead to a file in this site"
        return None, (
            fault("JB160", link.span, message, hint, severity=reference_severity(document)),
        )
    anchor = unquote(link.target.partition("#")[2])
    return ref, _anchor_problems(link, anchor, target, document)


def _anchor_problems(
    link: Link, anchor: str, target: AnyDocument, document: AnyDocument
) -> tuple[Diagnostic, ...]:
    if not anchor or not target.path or page_anchor(target, anchor) is not None:
        return ()
    what = "step or stage" if isinstance(target, Journey) else "heading"
    message = f"`{target.id}` has no {what} `{anchor}`"
    hint = did_you_mean(anchor, _anchors(target))
    return (fault("JB160", link.span, message, hint, severity=reference_severity(document)),)


def _anchors(document: AnyDocument) -> tuple[str, ...]:
    """What an author may have meant: stages, steps and facts, and headings."""
    if isinstance(document, Journey):
        return tuple(id for id in journey_anchors(document) if "_" not in id)
    prefix = "" if isinstance(document, Page) else "about_"
    return tuple(id.removeprefix(prefix) for id in heading_ids(document.body.text, prefix))


def inside_content(path: str, target: str) -> str | None:
    """The path, from the site's root, of a relative link in the file `path`.

    None if it leads outside content/.
    """
    return _inside(path, unquote(target.partition("#")[0].partition("?")[0]))


def image_path(path: str, target: str, images: Container[str]) -> str | None:
    """The path, from content/, of the image that a text or a field of the file `path` names.

    A file of exactly that name, such as `c#1.png`, else the one at that address (`c%231.png`).
    """
    for inside in (_inside(path, target), inside_content(path, target)):
        name = inside.removeprefix("content/") if inside else ""
        if name and name in images:
            return name
    return None


def _inside(path: str, bare: str) -> str | None:
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), bare))
    return joined if joined.startswith("content/") and "\x00" not in joined else None


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"
