"""Decide every page of the site, and its address, before anything is rendered.

The pages follow from the table of page kinds (`page_kinds.py`). `collisions` is the last guard of
their addresses.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from journeybook.catalog.catalog import Catalog
from journeybook.diagnostics import Diagnostic
from journeybook.faults import fault
from journeybook.pages.addresses import comparison_address
from journeybook.pages.changes.comparison import COMPARED
from journeybook.pages.page_kind import PlannedPage
from journeybook.pages.page_kinds import PAGE_KINDS
from journeybook.pages.stages import StageEntry, stage_entries
from journeybook.schema.values import Ref
from journeybook.text import Span


class SitePlan(Protocol):
    """Every page and every address; the type to ask for.

    `FixedPlan` is the plain one. The one that builders of pages get also records what they ask
    (`dependency_tracking.py`).
    """

    @property
    def pages(self) -> tuple[PlannedPage, ...]: ...

    @property
    def stages(self) -> tuple[StageEntry, ...]: ...

    @property
    def indexes(self) -> tuple[tuple[str, str], ...]:
        """The pages that `index` returns: kind and address."""

    def page_of(self, ref: Ref) -> PlannedPage | None:
        """The page about an entity, or None."""

    def index(self, kind: str) -> PlannedPage | None:
        """The page of a kind that there is one of, such as `home` or `touchpoint-index`."""


@dataclass(frozen=True)
class FixedPlan:
    """The plan as `plan` makes it."""

    pages: tuple[PlannedPage, ...]
    stages: tuple[StageEntry, ...]

    @cached_property
    def _by_ref(self) -> Mapping[Ref, PlannedPage]:
        return {
            page.about: page
            for page in self.pages
            if page.about is not None and page.kind != "redirect"
        }

    @cached_property
    def _by_kind(self) -> Mapping[str, PlannedPage]:
        return {page.kind: page for page in self.pages if page.about is None}

    def page_of(self, ref: Ref) -> PlannedPage | None:
        return self._by_ref.get(ref)

    @property
    def indexes(self) -> tuple[tuple[str, str], ...]:
        return tuple((kind, page.url) for kind, page in self._by_kind.items())

    def index(self, kind: str) -> PlannedPage | None:
        return self._by_kind.get(kind)


def plan(catalog: Catalog) -> tuple[SitePlan, tuple[Diagnostic, ...]]:
    """All pages of a site, home first, then by kind and id; and the addresses that collide."""
    pages: list[PlannedPage] = []
    for kind in PAGE_KINDS.values():
        pages += kind.planned(catalog)
    return FixedPlan(tuple(pages), tuple(stage_entries(catalog))), tuple(collisions(pages))


def with_comparison(
    plan: SitePlan, journeys: Iterable[str]
) -> tuple[SitePlan, tuple[Diagnostic, ...]]:
    """The plan with the page of a comparison, and one for each of these journeys, which may be
    missing from the site."""
    pages = [*plan.pages, PlannedPage("comparison", PAGE_KINDS["comparison"].url)]
    for journey in journeys:
        pages.append(PlannedPage("compared", comparison_address(journey), Ref(COMPARED, journey)))
    return FixedPlan(tuple(pages), plan.stages), tuple(collisions(pages))


def collisions(pages: Iterable[PlannedPage]) -> Iterator[Diagnostic]:
    """A finding for each page whose address another page has too, on some file system."""
    seen: dict[str, PlannedPage] = {}
    for page in pages:
        for url in (page.url, page.markdown_url):
            key = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", url).casefold())
            first = seen.setdefault(key, page)
            if first is not page:
                names = f"{first.source or first.kind} and {page.source or page.kind}"
                place = Span.start_of(page.source or first.source or "site.yaml")
                yield fault(
                    "JB150",
                    place,
                    f"two pages would have the same address `{url}`: {names}",
                    "rename one of them",
                )
                break
