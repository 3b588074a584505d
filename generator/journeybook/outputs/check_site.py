"""Check a whole site in memory: read, linked, planned, and looked at by every rule; no page is
made.

It stands apart from `site`, which loads everything that pages are made with: who checks one file
waits for none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from journeybook.budget import Budget
from journeybook.cache import NULL_CACHE, Cache
from journeybook.catalog.catalog import Catalog
from journeybook.catalog.link import link
from journeybook.checks.run import run
from journeybook.diagnostics import Diagnostic, in_order, limit_per_file
from journeybook.diff.kinds import levels
from journeybook.insight.build_info import BuildInfo
from journeybook.pages.plan import SitePlan, plan
from journeybook.prose.sandbox_protocol import Sandbox
from journeybook.schema.profile import left_out, without
from journeybook.schema.read import Documents, read_site
from journeybook.text import Source

Outside = Callable[[Budget], Sandbox]
"""Gives the way to lay out risky texts in another process, within a budget."""


@dataclass(frozen=True)
class CheckedSite:
    """A site read, linked and checked."""

    catalog: Catalog
    plan: SitePlan
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]


def check(
    files: Mapping[str, bytes],
    info: BuildInfo,
    profile: str = "",
    cache: Cache = NULL_CACHE,
    outside: Outside | None = None,
) -> CheckedSite:
    """Read, link and check a site; the finding of every file in one go. A `profile` leaves out what
    it says.

    `outside` gives the way to lay out risky texts in another process; without it these are not
    tried."""
    documents, found = read_site(files, cache)
    checked = check_documents(
        documents, found, info, cache, outside(documents.config.limits) if outside else None
    )
    if not profile:
        return checked
    keys, problems = left_out(documents.config, profile)
    catalog, _ = link(without(documents, keys))
    made, _ = plan(catalog)
    return CheckedSite(catalog, made, in_order((*checked.diagnostics, *problems)), checked.sources)


def check_documents(
    documents: Documents,
    found: Sequence[Diagnostic],
    info: BuildInfo,
    cache: Cache = NULL_CACHE,
    elsewhere: Sandbox | None = None,
) -> CheckedSite:
    """Link and check documents that are already read."""
    catalog, linking = link(documents, cache)
    made, colliding = plan(catalog)
    layout = _layout(catalog, cache, elsewhere)
    rules = run(catalog, info)
    _, misnamed = levels(documents.config)
    everything = in_order((*found, *linking, *colliding, *layout, *rules, *misnamed))
    shown = limit_per_file(
        (d for d in everything if d.span.file not in documents.broken or d in found),
        catalog.config.limits.findings,
    )
    return CheckedSite(catalog, made, shown, documents.sources)


def _layout(catalog: Catalog, cache: Cache, elsewhere: Sandbox | None) -> tuple[Diagnostic, ...]:
    """What keeps doubtful texts from being laid out; where there are none, as in most sites, no
    renderer is loaded."""
    if not catalog.doubtful:
        return ()
    from journeybook.catalog.markdown_precheck import precheck_texts

    return tuple(precheck_texts(catalog.doubtful, catalog.config.limits, cache, elsewhere))
