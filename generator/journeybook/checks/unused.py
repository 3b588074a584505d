"""A rule about loose ends (JB313): things that nothing mentions."""

from __future__ import annotations

from journeybook.catalog.catalog import Catalog
from journeybook.checks.rule import Findings, rule
from journeybook.diagnostics import Severity
from journeybook.insight.build_info import BuildInfo
from journeybook.schema.documents import Journey, Opportunity, Page


@rule("JB313", "unused", Severity.INFO)
def unused(catalog: Catalog, info: BuildInfo) -> Findings:
    """Unused persona, touchpoint or other file.

    Why: it has a page that no reader comes to. Mention it in a map, or delete it. An opportunity
    that solves a pain counts as mentioned.

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
    for document in catalog.documents.values():
        if isinstance(document, Journey | Page) or document.ref in catalog.stubs:
            continue
        mentioned = any(use.user != document.ref for use in catalog.users(document.ref))
        if not mentioned and not (isinstance(document, Opportunity) and document.solves):
            hint = "mention it in a journey, or delete the file"
            yield (
                document.place("title"),
                f"the {document.kind_name} `{document.id}` is not used anywhere",
                hint,
            )
