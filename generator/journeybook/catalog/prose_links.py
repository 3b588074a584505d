"""Where the links and images in texts lead, and what is wrong with those that lead nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote

from journeybook.catalog.references import graded, wiki_ref
from journeybook.diagnostics import Diagnostic, did_you_mean
from journeybook.faults import fault
from journeybook.prose.link_faults import link_fault
from journeybook.prose.links import Link
from journeybook.schema.documents import AnyDocument, Journey
from journeybook.schema.read import place_of
from journeybook.schema.values import Ref
from journeybook.vocabulary import KINDS


def resolved(
    link: Link,
    document: AnyDocument,
    documents: Mapping[Ref, AnyDocument],
    redirects: Mapping[Ref, Ref],
    images: Mapping[str, bytes],
) -> tuple[Ref | None, tuple[Diagnostic, ...]]:
    """What a link in a text of `document` refers to, None where that is no document; and what is
    wrong with it."""
    if link.form == "wiki":
        return _wiki(link, document, documents, redirects)
    if link.form == "image":
        path = inside_content(document.path, link.target)
        if path is None or path.removeprefix("content/") not in images:
            message = f"the image `{_short(link.target)}` is not in this site"
            return None, (
                fault(
                    "JB163",
                    link.span,
                    message,
                    "put it in content/ and use a relative path",
                ),
            )
        return None, ()
    reason = link_fault(link.target)
    if reason:
        return None, (
            fault("JB161", link.span, f"the link `{_short(link.target)}` is not allowed: {reason}"),
        )
    if (
        link.form == "autolink"
        or ":" in link.target.partition("/")[0]
        or link.target.startswith("#")
    ):
        return None, ()
    return _relative(link, document, documents)


def _wiki(
    link: Link,
    document: AnyDocument,
    documents: Mapping[Ref, AnyDocument],
    redirects: Mapping[Ref, Ref],
) -> tuple[Ref | None, tuple[Diagnostic, ...]]:
    severity = graded(document)
    if not link.kind:
        found = [ref.kind for ref in documents if ref.id == link.id]
        hint = (
            f"use `[[{found[0]}:{link.id}]]`"
            if found
            else "use `[[kind:id]]`, for example `[[touchpoint:demo-call]]`"
        )
        return None, (
            fault(
                "JB160",
                link.span,
                f"`[[{_short(link.target)}]]` does not name a kind",
                hint,
            ),
        )
    ref = wiki_ref(link)
    if ref is None:
        kind = link.kind
        hint = did_you_mean(kind, KINDS) if kind not in KINDS else "use its file name without `.md`"
        return None, (
            fault(
                "JB160",
                link.span,
                f"`[[{_short(link.target)}]]` does not name an existing file",
                hint,
            ),
        )
    target = documents.get(ref) or documents.get(redirects.get(ref, ref))
    if target is None:
        hint = did_you_mean(ref.id, [other.id for other in documents if other.kind == ref.kind])
        message = f"unknown {ref.kind} `{ref.id}`"
        return (None if ref.kind in ("journey", "page") else ref), (
            fault("JB102", link.span, message, hint, severity=severity),
        )
    if link.anchor and isinstance(target, Journey) and link.anchor not in anchors(target):
        message = f"`{target.id}` has no step or stage `{link.anchor}`"
        hint = did_you_mean(link.anchor, anchors(target))
        return ref, (fault("JB160", link.span, message, hint, severity=severity),)
    return ref, ()


def _relative(
    link: Link, document: AnyDocument, documents: Mapping[Ref, AnyDocument]
) -> tuple[Ref | None, tuple[Diagnostic, ...]]:
    path = inside_content(document.path, link.target)
    place = place_of(path)[0] if path and path.endswith(".md") else None
    ref = Ref(place.kind, place.id, link.span) if place else None
    if ref is None or ref not in documents:
        known = [other.path for other in documents.values() if other.path]
        near = did_you_mean(path, known) if path else ""
        message = f"the link `{_short(link.target)}` does not lead to a file in this site"
        return None, (fault("JB160", link.span, message, near, severity=graded(document)),)
    anchor = unquote(link.target.partition("#")[2])
    target = documents[ref]
    if anchor and isinstance(target, Journey) and anchor not in anchors(target):
        message = f"`{target.id}` has no step or stage `{anchor}`"
        return ref, (
            fault(
                "JB160",
                link.span,
                message,
                did_you_mean(anchor, anchors(target)),
                severity=graded(document),
            ),
        )
    return ref, ()


def inside_content(path: str, target: str) -> str | None:
    """The path from the site's root that a relative link in the file `path` leads to, or None
    outside content/."""
    bare = unquote(target.partition("#")[0].partition("?")[0])
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), bare))
    return joined if joined.startswith("content/") and "\x00" not in joined else None


def anchors(journey: Journey) -> tuple[str, ...]:
    """What a link into a journey may point at: its stages and steps."""
    return tuple(part.id for part in journey.parts())


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"
