"""A rule about files that nothing refers to (JB313)."""

from __future__ import annotations

from journeybook.catalog.catalog import Catalog
from journeybook.checks.rule import Findings, rule
from journeybook.diagnostics import Severity
from journeybook.insight.build_info import BuildInfo
from journeybook.schema.documents import Journey, Opportunity, Page


@rule("JB313", "unused", Severity.INFO)
def unused(catalog: Catalog, info: BuildInfo) -> Findings:
    """Unused persona, touchpoint or other file.

    Why: readers will not find its page. Mention it in a map, or delete it. An opportunity that
    solves a pain point counts as mentioned.

    Bad:
        === content/touchpoints/shop-floor.md
        ---
        title: Shop floor
        ---
    Good:
        === content/touchpoints/shop-floor.md
        ---
        title: Shop floor
        ---
        === content/journeys/ana/buy.md
        ---
        title: I buy running shoes
        ---
        ## Decision
        ### I try them on {#try}
        - touchpoint: shop-floor
    """
    hint = "mention it in a journey, or delete the file"
    for document in catalog.documents.values():
        if isinstance(document, Journey | Page) or document.ref in catalog.stubs:
            continue
        if isinstance(document, Opportunity) and document.solves:
            continue
        if not any(use.user != document.ref for use in catalog.users(document.ref)):
            message = f"the {document.kind_name} `{document.id}` is not used anywhere"
            yield document.place("title"), message, hint
