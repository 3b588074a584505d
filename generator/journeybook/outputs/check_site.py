"""Check a whole site in memory: read it, link it, plan its pages and run every rule; no page is
built.

Unlike `site`, this module loads none of the libraries that pages are built with, so that a check
starts fast.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from journeybook.budget import Budget
from journeybook.cache import NULL_CACHE, Cache
from journeybook.catalog.catalog import Catalog
from journeybook.catalog.link import link
from journeybook.catalog.names_meant import with_ids_meant
from journeybook.catalog.profile import LeftOut, chosen_profile, documents_left_out, without
from journeybook.checks.run import run
from journeybook.diagnostics import Diagnostic, in_order, limit_per_file, without_unproved
from journeybook.diff.kinds import levels
from journeybook.insight.build_info import BuildInfo
from journeybook.pages.interface_languages import without_interface
from journeybook.pages.plan import SitePlan, plan
from journeybook.prose.sandbox_protocol import Sandbox
from journeybook.schema.image_size import oversized_images
from journeybook.schema.read import Documents, read_site
from journeybook.text import Source

Outside = Callable[[Budget], Sandbox]
"""Starts the process that renders risky texts, within a budget."""


@dataclass(frozen=True)
class CheckedSite:
    """A site read, linked and checked."""

    catalog: Catalog
    plan: SitePlan
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    left_out: LeftOut | None = None
    """What the profile of the build left out."""


def check(
    files: Mapping[str, bytes],
    info: BuildInfo,
    profile: str = "",
    cache: Cache = NULL_CACHE,
    outside: Outside | None = None,
) -> CheckedSite:
    """Read, link and check a site; returns the findings of all files. A `profile` leaves out the
    fields that `site.yaml` lists for it.

    `outside` starts the process that renders risky texts; without it, these are not tried."""
    documents, findings = read_site(files, cache)
    elsewhere = outside(documents.config.limits) if outside else None
    checked = check_documents(documents, findings, info, cache, elsewhere)
    if not profile:
        return checked
    chosen, problems = chosen_profile(documents.config, profile)
    if chosen is None:
        return replace(checked, diagnostics=in_order((*checked.diagnostics, *problems)))
    removed = documents_left_out(documents, chosen)
    public, left_out = without(documents, chosen, removed, profile)
    catalog, _ = link(public)
    pages, _ = plan(catalog)
    return CheckedSite(catalog, pages, checked.diagnostics, checked.sources, left_out)


def check_documents(
    documents: Documents,
    findings: Sequence[Diagnostic],
    info: BuildInfo,
    cache: Cache = NULL_CACHE,
    elsewhere: Sandbox | None = None,
) -> CheckedSite:
    """Link and check documents; `findings` are those of their reader."""
    catalog, linking = link(documents, cache)
    pages, collisions = plan(catalog)
    rendering = _precheck(catalog, cache, elsewhere)
    large_images = oversized_images(documents.images, catalog.config.limits)
    rules = (*run(catalog, info), *large_images)
    _, misnamed = levels(documents.config)
    misnamed = (*misnamed, *without_interface(documents.config))
    findings = tuple(with_ids_meant(findings, documents.documents))
    linking = tuple(with_ids_meant(linking, documents.documents))
    everything = in_order((*findings, *linking, *collisions, *rendering, *rules, *misnamed))
    # A file that cannot be read has only the findings that say so.
    relevant = (
        finding
        for finding in everything
        if finding.span.file not in documents.broken or finding in findings
    )
    diagnostics = limit_per_file(without_unproved(relevant), catalog.config.limits.findings)
    return CheckedSite(catalog, pages, diagnostics, documents.sources)


def _precheck(
    catalog: Catalog,
    cache: Cache,
    elsewhere: Sandbox | None,
) -> tuple[Diagnostic, ...]:
    """Render the risky texts once, to find those that cannot be rendered. Most sites have none, so
    the renderer is imported only here."""
    if not catalog.doubtful:
        return ()
    from journeybook.catalog.markdown_precheck import precheck_texts

    return tuple(precheck_texts(catalog.doubtful, catalog.config.limits, cache, elsewhere))
