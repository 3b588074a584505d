"""Make one page with everything that belongs to it: its leaves, its Markdown twin, its drawings and
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
from journeybook.pages import views
from journeybook.pages.addresses import part_url
from journeybook.pages.answers.views import PickView
from journeybook.pages.context import PageContext, SiteContext, page_context
from journeybook.pages.frame import index_title
from journeybook.pages.maps.diagrams import diagram_base
from journeybook.pages.page_kind import PlannedPage
from journeybook.pages.page_views import view_of
from journeybook.pages.pagination import paginate
from journeybook.pages.render import PageRenderer
from journeybook.text import Span

Listed = tuple[str, str, str, str]
"""A page in `llms.txt`: kind, title, address, summary."""
Problems = tuple[Diagnostic, ...]
"""Why a page could not be made."""


@dataclass(frozen=True, slots=True)
class PageFiles:
    """One page with what belongs to it."""

    files: Mapping[str, bytes]
    entries: tuple[Entry, ...]
    listed: Listed | None
    same: Mapping[str, str] = field(default_factory=dict)
    """Files that stand in the output already: path -> digest."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """The digests of all its files, of those in `same` too; empty where nobody will ask."""
    view_digests: Mapping[str, bytes] = field(default_factory=dict)
    """The digest of what the template saw of each leaf, by its address; empty where nobody will
    ask."""


@dataclass(frozen=True, slots=True)
class PreviousOutput:
    """What stands in the output of the same page: the digest of each file, and of what its template
    saw."""

    digests: Mapping[str, str] = field(default_factory=dict)
    view_digests: Mapping[str, bytes] = field(default_factory=dict)
    is_whole: bool = False
    """Whether every file of the page stands there."""


@dataclass(frozen=True)
class PageTools:
    """What every page is made with."""

    renderer: PageRenderer
    loaded: Assets
    signs: Mapping[str, str]
    """The drawings of icons, for pictures."""
    png: DrawPicture | None
    keeps: bool
    """Whether digests and view_digests of pages are kept for the next build."""


def make_page(
    site: SiteContext, page: PlannedPage, bench: PageTools, before: PreviousOutput
) -> PageFiles | Problems:
    """The page, or what is wrong with it. A leaf that would digest as it stands in the output is
    not rendered again."""
    ctx = page_context(site, page)
    view = view_of(ctx)
    shown = site_view(ctx, bench.loaded, view.template)
    parts = paginate(ctx, view)
    files: dict[str, bytes] = {}
    same: dict[str, str] = {}
    view_digests: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for number, leaf in enumerate(parts):
        url = part_url(page.url, number)
        if bench.keeps:
            view_digests[url] = digest_of((leaf, shown))
            if before.view_digests.get(url) == view_digests[url]:
                same[url] = before.digests[url]
                continue
        rendered = bench.renderer.render(leaf, shown, ctx.messages)
        if isinstance(rendered, Diagnostic):
            return (rendered,)
        files[url] = rendered.encode()
        problems += too_large(page, files[url], ctx.catalog.config.limits)
    problems += map(rendering_fault, site.prose.take_failures())
    if problems:
        return tuple(problems)
    if (
        before.is_whole
        and view_digests == before.view_digests
        and not isinstance(view, views.JourneyView)
    ):
        same |= (
            before.digests
        )  # what lies beside a page shows what the page shows; pictures of maps are drawn from more
    else:
        files |= {**_beside(page, view), **picture_files(ctx, view, bench.signs, bench.png)}
    listed: Listed | None = None
    if page.kind not in ("missing", "redirect"):
        listed = (
            index_title(ctx, page.kind.removesuffix("-index")),
            view.title,
            page.markdown_url,
            view.summary,
        )
    digests = (
        {path: hashlib.sha256(data).hexdigest() for path, data in files.items()} | same
        if bench.keeps
        else {}
    )
    return PageFiles(files, tuple(entries_of(ctx, parts[0])), listed, same, digests, view_digests)


def site_view(ctx: PageContext, loaded: Assets, template: str) -> views.SiteView:
    """What templates see of the site."""
    config, info = ctx.catalog.config, ctx.site.info
    return views.SiteView(
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
    """The finding about a page of more bytes than a page may have."""
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


def _beside(page: PlannedPage, view: views.PageView) -> dict[str, bytes]:
    """The Markdown twin of a page, and its diagrams as drawings and sources."""
    if page.kind in ("missing", "redirect"):
        return {}
    made = {page.markdown_url: markdown_twin(view)}
    for diagram in diagrams_of(view):
        base = diagram_base(page.url, diagram.id)
        made[f"{base}.mmd"] = diagram.source.encode()
        if diagram.image:
            made[f"{base}.svg"] = diagram.image.encode()
    if isinstance(view, PickView):
        made[view.data_url] = view.data.encode()
    return made
