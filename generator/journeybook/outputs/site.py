"""Build a whole site in memory: files of a site and a theme in, files of the output out.

Nothing here reads or writes a disk. A site with errors has no output, so that an earlier one stays
as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from journeybook.cache import key_of
from journeybook.catalog.catalog import Catalog
from journeybook.catalog.profile import LeftOut
from journeybook.diagnostics import Diagnostic, errors, in_order, without_unproved
from journeybook.diagnostics import strict as as_errors
from journeybook.diagrams.draw import engine
from journeybook.diff.compared import CHANGES_FILE, Compared
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.history import info_without
from journeybook.outputs.assets import Assets, assets
from journeybook.outputs.catalog_json import catalog_json, schema_json
from journeybook.outputs.check_site import CheckedSite, Outside, check, check_documents
from journeybook.outputs.feeds import changes_feed
from journeybook.outputs.make_page import PageFiles, Problems
from journeybook.outputs.make_pages import DEFAULTS, BuildResources, Output, PageMaker, make_pages
from journeybook.outputs.markdown import llms_txt
from journeybook.outputs.pictures import picture_forms
from journeybook.outputs.search import search_files
from journeybook.outputs.sitemap import sitemap
from journeybook.pages.addresses import FEED
from journeybook.pages.changes.comparison import RevisionComparison
from journeybook.pages.context import PlainSite
from journeybook.pages.page_kinds import PAGE_KINDS
from journeybook.pages.plan import SitePlan, with_comparison
from journeybook.pages.theme import Theme, static_files
from journeybook.prose.render import Renderer
from journeybook.report.changes_json import as_json
from journeybook.schema.site_config import SiteConfig
from journeybook.text import Source

__all__ = ["BuildResources", "Built", "CheckedSite", "build", "check", "check_documents"]


@dataclass(frozen=True)
class Built:
    """The output as path -> bytes, or None if errors forbid it, and all findings."""

    files: Mapping[str, bytes] | None
    diagnostics: tuple[Diagnostic, ...]
    catalog: Catalog
    sources: Mapping[str, Source]
    pages: int = 0
    same: Mapping[str, str] = field(default_factory=dict)
    """Further files of the output, which it has already: path -> digest (see `BuildResources`)."""
    left_out: LeftOut | None = None
    """What the profile left out."""


@dataclass(frozen=True)
class Ready:
    """A site without errors, whose pages can be built."""

    checked: CheckedSite
    maker: PageMaker
    loaded: Assets
    diagnostics: tuple[Diagnostic, ...]
    info: BuildInfo
    compared: Compared | None
    resources: BuildResources


def build(
    files: Mapping[str, bytes],
    layers: Sequence[Mapping[str, bytes]],
    info: BuildInfo,
    *,
    folders: Sequence[str] = (),
    extra: Sequence[Diagnostic] = (),
    profile: str = "",
    strict: bool = False,
    resources: BuildResources = DEFAULTS,
    outside: Outside | None = None,
    compared: Compared | None = None,
) -> Built:
    """Build a site; the arguments are those of `prepare`."""
    ready = prepare(
        files,
        layers,
        info,
        folders=folders,
        extra=extra,
        profile=profile,
        strict=strict,
        resources=resources,
        outside=outside,
        compared=compared,
    )
    if isinstance(ready, Built):
        return ready
    output = resources.output()
    return finish(ready, make_pages(ready.maker, output), output)


def prepare(
    files: Mapping[str, bytes],
    layers: Sequence[Mapping[str, bytes]],
    info: BuildInfo,
    *,
    folders: Sequence[str] = (),
    extra: Sequence[Diagnostic] = (),
    profile: str = "",
    strict: bool = False,
    resources: BuildResources = DEFAULTS,
    outside: Outside | None = None,
    compared: Compared | None = None,
) -> Ready | Built:
    """Read and check a site, so that its pages can be built; a site with errors has no output.

    `layers` are the files of the theme's folders, the site's own first, and `folders` their names
    for messages. `extra` are findings of the reader of files. With `strict`, warnings count as
    errors. `outside` starts the process that renders risky texts; without it, all are rendered
    here. `compared` is the comparison with a revision, whose tags and pages the site then has."""
    checked = check(files, info, profile, resources.cache, outside)
    findings = without_unproved(in_order((*extra, *checked.diagnostics)))
    if compared:
        checked, findings = _with_comparison(checked, findings, compared)
    if any(errors(as_errors(findings) if strict else findings)):
        return Built(None, findings, checked.catalog, checked.sources)
    catalog, config = checked.catalog, checked.catalog.config
    info = info_without(info, checked.left_out)
    theme = Theme(tuple(layers), tuple(folders))
    loaded = assets(
        config,
        static_files(theme),
        catalog.images,
        attachments=catalog.attachments,
        comparing=compared is not None,
    )
    site = PlainSite(
        catalog,
        checked.plan,
        info,
        Renderer(config.limits, outside(config.limits) if outside else None),
        loaded.image_urls,
        pictures=picture_forms(str(config.pictures), resources.png),
        comparison=RevisionComparison(compared) if compared else None,
    )
    common = key_of(
        _layers_digest(layers),
        files.get("site.yaml", b""),
        info.version,
        info.revision,
        info.history_note,
        profile,
        *map(repr, (folders, loaded.sheets, loaded.scripts, loaded.logo)),
        *map(repr, (checked.plan.stages, checked.plan.indexes)),
        repr(engine() if resources.drawings else None),
        repr(site.pictures),
        repr(site.comparison.base if site.comparison else None),
    )
    maker = PageMaker(site, theme, loaded, common, files, resources)
    return Ready(checked, maker, loaded, findings, info, compared, resources)


def _with_comparison(
    checked: CheckedSite,
    findings: tuple[Diagnostic, ...],
    compared: Compared,
) -> tuple[CheckedSite, tuple[Diagnostic, ...]]:
    """Add the pages of a comparison to the plan, and the findings about their addresses."""
    journeys = [pair.id for pair in compared.changes.journeys]
    plan, collisions = with_comparison(checked.plan, journeys)
    return replace(checked, plan=plan), in_order(dict.fromkeys((*findings, *collisions)))


def _layers_digest(layers: Sequence[Mapping[str, bytes]]) -> bytes:
    """The digest of all theme files."""
    parts: list[str | bytes] = []
    for layer in layers:
        for path in sorted(layer):
            parts += (path, layer[path])
    return key_of(*parts)


def finish(ready: Ready, pages: Sequence[PageFiles | Problems], output: Output) -> Built:
    """The whole output from its pages, whose files it has already; None if a page failed."""
    checked, catalog = ready.checked, ready.checked.catalog
    built = [page for page in pages if isinstance(page, PageFiles)]
    failed = (page for page in pages if not isinstance(page, PageFiles))
    problems = dict.fromkeys(problem for page in failed for problem in page)
    findings = in_order((*ready.diagnostics, *problems))
    if problems:
        return Built(None, findings, catalog, checked.sources)
    output.update(ready.loaded.files)
    output.update(site_wide_files(ready, built))
    same: dict[str, str] = {}
    for page in built:
        same.update(page.same)
    return Built(
        output, findings, catalog, checked.sources, len(checked.plan.pages), same, checked.left_out
    )


def site_wide_files(ready: Ready, pages: Sequence[PageFiles]) -> dict[str, bytes]:
    """The files made from all pages: search index, catalog as data, feed, sitemap, `llms.txt`."""
    checked, info, config = ready.checked, ready.info, ready.checked.catalog.config
    entries = [entry for page in pages for entry in page.entries]
    panel = ready.loaded.on_demand("search")
    files = {
        **search_files(entries, panel, cache=ready.resources.cache),
        "journeys.json": catalog_json(checked.catalog, checked.plan),
        "journeys.schema.json": schema_json(),
        "llms.txt": _llms_txt(config, pages),
    }
    if config.url:
        files["sitemap.xml"] = sitemap(str(config.url), _dated(checked.plan, info))
    feed = changes_feed(config, checked.plan, info)
    if feed and checked.plan.index("changes"):
        files[FEED] = feed
    if ready.compared:
        files[CHANGES_FILE] = as_json(ready.compared.changes).encode("utf-8", "surrogatepass")
    return files


def _llms_txt(config: SiteConfig, pages: Sequence[PageFiles]) -> bytes:
    """All pages, grouped by kind; the kinds come in the order of the plan."""
    listed = [page.listed for page in pages if page.listed]
    order = {kind: at for at, (kind, *_) in enumerate(listed)}
    listed.sort(key=lambda row: order[row[0]])
    return llms_txt(str(config.title), str(config.description or ""), listed)


def _dated(plan: SitePlan, info: BuildInfo) -> Iterator[tuple[str, str]]:
    """The address and the day of the last change of every page of the sitemap."""
    for page in plan.pages:
        if PAGE_KINDS[page.kind].is_content:
            change = info.last_change.get(page.source)
            yield page.url, change.date.isoformat() if change else ""
