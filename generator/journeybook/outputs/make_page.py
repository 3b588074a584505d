"""Build one page with everything that belongs to it: its parts, its Markdown twin, its diagrams and
pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from journeybook.budget import Budget
from journeybook.cache import digest_of
from journeybook.catalog.markdown_precheck import rendering_fault
from journeybook.diagnostics import Diagnostic
from journeybook.faults import fault
from journeybook.outputs.assets import ON_DEMAND, Assets, loaded_by
from journeybook.outputs.markdown import diagrams_of, markdown_twin
from journeybook.outputs.pictures import Draw as DrawPicture
from journeybook.outputs.pictures import picture_files
from journeybook.outputs.search import Entry, entries_of
from journeybook.pages.addresses import part_url
from journeybook.pages.answers.views import PickView
from journeybook.pages.context import PageContext, SiteContext, page_context
from journeybook.pages.frame import index_title
from journeybook.pages.maps.diagrams import diagram_base
from journeybook.pages.page_kind import PlannedPage
from journeybook.pages.page_kinds import PAGE_KINDS
from journeybook.pages.page_views import view_of
from journeybook.pages.pagination import paginate
from journeybook.pages.render import PageRenderer
from journeybook.pages.views import JourneyView, PageView, SiteView
from journeybook.text import Span

Listed = tuple[str, str, str, str]
"""A page in `llms.txt`: kind, title, address, summary."""
Problems = tuple[Diagnostic, ...]
"""Why a page could not be built."""


@dataclass(frozen=True, slots=True)
class PageFiles:
    """One page with what belongs to it."""

    files: Mapping[str, bytes]
    entries: tuple[Entry, ...]
    listed: Listed | None
    same: Mapping[str, str] = field(default_factory=dict)
    """Files that the output already has: path -> digest."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """The digests of all its files, those in `same` included; empty without a cache."""
    view_digests: Mapping[str, bytes] = field(default_factory=dict)
    """Address of each part -> digest of everything its template sees; empty without a cache."""


@dataclass(frozen=True, slots=True)
class PreviousOutput:
    """What the output has of a page from an earlier build."""

    digests: Mapping[str, str] = field(default_factory=dict)
    """Path -> digest of a file."""
    view_digests: Mapping[str, bytes] = field(default_factory=dict)
    """Address of each part -> digest of what its template saw."""
    is_whole: bool = False
    """Whether the output still has every file of the page."""


@dataclass(frozen=True)
class PageTools:
    """What every page is built with."""

    renderer: PageRenderer
    loaded: Assets
    signs: Mapping[str, str]
    """The drawings of icons, for pictures."""
    png: DrawPicture | None
    has_cache: bool
    """Whether digests of pages are computed for the next build."""


@dataclass
class _Parts:
    """The HTML files of a page: those that were rendered, and those that are the same as before."""

    files: dict[str, bytes] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    view_digests: dict[str, bytes] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)


def make_page(
    site: SiteContext,
    page: PlannedPage,
    tools: PageTools,
    before: PreviousOutput,
) -> PageFiles | Problems:
    """The page, or why it could not be built. A part that is the same as in the output is not
    rendered again."""
    ctx = page_context(site, page)
    view = view_of(ctx)
    views = paginate(ctx, view)
    parts = _render(ctx, views, tools, before)
    if isinstance(parts, Diagnostic):
        return (parts,)
    parts.problems += map(rendering_fault, site.prose.take_failures())
    if parts.problems:
        return tuple(parts.problems)
    files, same = parts.files, parts.same
    is_unchanged = before.is_whole and parts.view_digests == before.view_digests
    if is_unchanged and not isinstance(view, JourneyView):
        # Everything beside a page shows what the page shows; only pictures of maps show more.
        same |= before.digests
    else:
        files |= _beside(page, view)
        files |= picture_files(ctx, view, tools.signs, tools.png)
    return PageFiles(
        files,
        tuple(entries_of(ctx, views[0])),
        _listed(ctx, view),
        same,
        _digests(files) | same if tools.has_cache else {},
        parts.view_digests,
    )


def _render(
    ctx: PageContext,
    views: tuple[PageView, ...],
    tools: PageTools,
    before: PreviousOutput,
) -> _Parts | Diagnostic:
    """Render each part of a page, or say why its template fails."""
    site = site_view(ctx, tools.loaded, views[0].template)
    parts = _Parts()
    for number, view in enumerate(views):
        url = part_url(ctx.page.url, number)
        if tools.has_cache:
            parts.view_digests[url] = digest_of((view, site))
            if before.view_digests.get(url) == parts.view_digests[url]:
                parts.same[url] = before.digests[url]
                continue
        rendered = tools.renderer.render(view, site, ctx.messages)
        if isinstance(rendered, Diagnostic):
            return rendered
        html = rendered.encode()
        parts.files[url] = html
        parts.problems += too_large(ctx.page, html, ctx.catalog.config.limits)
    return parts


def _listed(ctx: PageContext, view: PageView) -> Listed | None:
    if not ctx.page_kind.is_content:
        return None
    group = index_title(ctx, ctx.page.kind.removesuffix("-index"))
    return (group, view.title, ctx.page.markdown_url, view.summary)


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}


def site_view(ctx: PageContext, loaded: Assets, template: str) -> SiteView:
    """What the templates of one kind of page see of the site."""
    config, info = ctx.catalog.config, ctx.site.info
    return SiteView(
        title=str(config.title),
        description=str(config.description or ""),
        version=info.version,
        accent=config.theme.accent is not None,
        logo=loaded.logo,
        stylesheets=loaded_by(loaded.sheets, template),
        scripts=loaded_by(loaded.scripts, template),
        on_demand={name: " ".join(loaded.on_demand(name)) for name in ON_DEMAND},
        revision=info.revision[:10],
        history=info.history_note,
    )


def too_large(page: PlannedPage, html: bytes, budget: Budget) -> Iterator[Diagnostic]:
    """The finding about a page that is larger than the limit."""
    if len(html) > budget.page:
        message = (
            f"the page {page.url} has {len(html):,} bytes; the limit is {budget.limit_text('page')}"
        )
        yield fault(
            "JB165",
            Span.start_of(page.source or "site.yaml"),
            message,
            "split its source file",
        )


def too_slow(page: PlannedPage, reason: str) -> Diagnostic:
    """The finding about a page that was stopped, with the reason in words."""
    return fault(
        "JB191",
        Span.start_of(page.source or "site.yaml"),
        f"cannot build the page {page.url}: {reason}",
        "split its source file",
    )


def _beside(page: PlannedPage, view: PageView) -> dict[str, bytes]:
    """The Markdown twin of a page, the files of its diagrams, and its data."""
    if not PAGE_KINDS[page.kind].is_content:
        return {}
    files = {page.markdown_url: markdown_twin(view)}
    for diagram in diagrams_of(view):
        base = diagram_base(page.url, diagram.id)
        files[f"{base}.mmd"] = diagram.source.encode()
        if diagram.image:
            files[f"{base}.svg"] = diagram.image.encode()
    if isinstance(view, PickView):
        files[view.data_url] = view.data.encode()
    return files
