"""One page of the sample site for each kind of page: the pages that the browser tests visit.

They follow from the table of page kinds. `EXAMPLES` only prefers a page where a kind has several.
"""

from __future__ import annotations

from journeybook.catalog.link import link
from journeybook.effects.disk import read_site
from journeybook.pages.page_kinds import PAGE_KINDS
from journeybook.schema.read import read_site as read_documents
from sample import ROOT

EXAMPLES = {
    "compare": "compare/marta-maintenance_replace-the-pumps--noor-runner_shoes-before-the-race.html",
    "journey": "journeys/marta-maintenance/replace-the-pumps.html",
    "persona": "personas/marta-maintenance.html",
    "touchpoint": "touchpoints/application-engineer-visit.html",
    "channel": "channels/portal.html",
    "metric": "metrics/csat-shop.html",
    "opportunity": "opportunities/business-case-kit.html",
    "collateral": "collateral/comparison-sheet.html",
    "evidence": "evidence/i01.html",
    "page": "pages/how-we-map.html",
    "stage": "stages/consideration.html",
    "redirect": "touchpoints/newsletter.html",
}


def first_page(kind: str) -> str:
    """The address of the first page of a kind in the sample site."""
    tree, _ = read_site(ROOT)
    documents, _ = read_documents(tree.files)
    catalog, _ = link(documents)
    return next(iter(PAGE_KINDS[kind].planned(catalog))).url


# The sample site is built without a comparison; test_compared_site.py visits those pages.
KINDS = {
    kind.name: kind.url or EXAMPLES.get(kind.name) or first_page(kind.name)
    for kind in PAGE_KINDS.values()
    if kind.section != "comparison"
}

# Kinds with pages of their own language, in Persian: they run from right to left.
RIGHT_TO_LEFT: dict[str, str] = {
    "journey": "journeys/babak-maintenance/buy-transfer-pumps.html",
    "persona": "personas/babak-maintenance.html",
    "touchpoint": "touchpoints/engineers-group.html",
    "collateral": "collateral/data-sheet-fa.html",
}
