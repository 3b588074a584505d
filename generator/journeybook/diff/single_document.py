"""Read one document by itself: a draft, or a file at some commit of a story."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.catalog.link import link
from journeybook.diagnostics import Diagnostic
from journeybook.schema.decode import decode
from journeybook.schema.documents import AnyDocument
from journeybook.schema.read import Documents, Place, read_document
from journeybook.schema.site_config import SiteConfig
from journeybook.text import Source


@dataclass(frozen=True)
class SingleDocument:
    """One document read by itself, a catalog that holds nothing else, and what is wrong with it."""

    document: AnyDocument
    catalog: Catalog
    findings: tuple[Diagnostic, ...]
    is_text: bool
    """Whether its bytes could be read as text at all."""


def read_single_document(
    path: str, data: bytes, place: Place, config: SiteConfig
) -> SingleDocument:
    """Read one document as its place says, whatever else there is."""
    source, problems = decode(path, data)
    document, more = read_document(
        source or Source(path, ""), place, config, readable=source is not None
    )
    catalog, _ = link(
        Documents(config, (document,), {}, {path: source} if source else {}, frozenset())
    )
    return SingleDocument(document, catalog, (*problems, *more), source is not None)
