"""Read one document by itself: a draft, or one file at one commit of a history."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.diagnostics import Diagnostic
from journeybook.diff.read_revisions import unlinked_catalog
from journeybook.schema.decode import decode
from journeybook.schema.documents import AnyDocument
from journeybook.schema.notation import StepCache
from journeybook.schema.read import Documents, Place, read_document
from journeybook.schema.site_config import SiteConfig
from journeybook.text import Source


@dataclass(frozen=True)
class SingleDocument:
    """One document read by itself, a catalog of only this document, and its findings."""

    document: AnyDocument
    catalog: Catalog
    findings: tuple[Diagnostic, ...]
    is_text: bool
    """Whether its bytes could be decoded as text."""


def read_single_document(
    path: str,
    data: bytes,
    place: Place,
    config: SiteConfig,
    step_cache: StepCache | None = None,
) -> SingleDocument:
    """Read one document as the kind that its place gives, without the rest of the site.

    `step_cache` holds the steps of another version of it.
    """
    source, problems = decode(path, data)
    document, more = read_document(
        source or Source(path, ""),
        place,
        config,
        readable=source is not None,
        step_cache=step_cache,
    )
    sources = {path: source} if source else {}
    catalog = unlinked_catalog(Documents(config, (document,), {}, sources, frozenset()))
    return SingleDocument(document, catalog, (*problems, *more), source is not None)
