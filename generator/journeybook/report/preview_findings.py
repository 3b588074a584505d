"""All findings as JSON for the list of the preview, each with the page and the step it is about.

    [{"severity", "code", "message", "hint", "place", "link", "page", "anchor"}]

`page` is an address from the site's root, percent-encoded, `anchor` an id on it; both may be empty.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from journeybook.catalog.catalog import Catalog
from journeybook.diagnostics import Diagnostic
from journeybook.pages.links import stage_anchor
from journeybook.pages.plan import SitePlan
from journeybook.report.editor_links import LinkOf, no_link
from journeybook.schema.documents import Journey
from journeybook.text import Span


@dataclass(frozen=True, slots=True)
class PagePlaces:
    """Where on the pages of a site a place in a file is shown."""

    pages: Mapping[str, str]
    """Path of a file -> address of its page."""
    journeys: Mapping[str, Journey]
    """Path of a file -> its journey."""

    def page(self, place: Span) -> str:
        """The address of the page about the file; the values of a metric are part of its page."""
        file = place.file
        described = f"{file.removesuffix('.csv')}.md" if file.endswith(".csv") else file
        return self.pages.get(described, "")

    def anchor(self, place: Span) -> str:
        """The id of the step or the stage that has this line, or an empty string."""
        journey = self.journeys.get(place.file)
        if journey is None:
            return ""
        starts: list[tuple[int, str]] = []
        for stage in journey.stages:
            starts.append((stage.span.line, stage_anchor(stage)))
            starts += [(step.span.line, step.id) for step in stage.steps]
        at = bisect_right(starts, place.line, key=lambda start: start[0])
        return starts[at - 1][1] if at else ""


NOWHERE = PagePlaces({}, {})
"""Before a site has any pages."""


def places_of(catalog: Catalog, plan: SitePlan) -> PagePlaces:
    """The places of a site that can be built."""
    pages = {page.source: quote(page.url) for page in plan.pages if page.kind != "redirect"}
    pages.pop("", None)
    return PagePlaces(pages, _journeys(catalog))


def places_while_broken(catalog: Catalog, last: PagePlaces) -> PagePlaces:
    """The places of a site with errors: on the last good pages, in the files as they are now."""
    return PagePlaces(last.pages, _journeys(catalog))


def _journeys(catalog: Catalog) -> Mapping[str, Journey]:
    return {journey.path: journey for journey in catalog.journeys}


def preview_findings(
    findings: Iterable[Diagnostic], places: PagePlaces, link_of: LinkOf = no_link
) -> str:
    """The findings, in the order given, as JSON text."""
    return json.dumps([_finding(finding, places, link_of) for finding in findings])


def _finding(finding: Diagnostic, places: PagePlaces, link_of: LinkOf) -> dict[str, str]:
    span = finding.span
    return {
        "severity": finding.severity.value,
        "code": finding.code,
        "message": finding.message,
        "hint": finding.hint,
        "place": f"{span.file}:{span.line}:{span.column}",
        "link": link_of(span),
        "page": places.page(span),
        "anchor": places.anchor(span),
    }
