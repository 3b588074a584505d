"""Build a whole site in memory: files of a site and a theme in, files of the output out.

Nothing here reads or writes a disk. Where there are errors there is no output: an earlier site stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.catalog.link import link
from journeybook.checks.run import run
from journeybook.diagnostics import Diagnostic, errors, in_order
from journeybook.diagnostics import strict as as_errors
from journeybook.diff.kinds import levels
from journeybook.insight.build_info import BuildInfo
from journeybook.outputs.assets import Assets, assets, loaded_by
from journeybook.outputs.catalog_json import catalog_json, schema_json
from journeybook.outputs.feeds import changes_feed
from journeybook.outputs.markdown import diagrams_of, llms_txt, markdown_twin
from journeybook.outputs.search import Entry, entries_of, search_files
from journeybook.outputs.sitemap import sitemap
from journeybook.pages import views
from journeybook.pages.answer_views import PickView
from journeybook.pages.context import PageContext, SiteContext, page_context
from journeybook.pages.diagrams import diagram_base
from journeybook.pages.frame import index_title
from journeybook.pages.kinds import view_of
from journeybook.pages.plan import FEED, PlannedPage, SitePlan, plan
from journeybook.pages.render import PageRenderer
from journeybook.pages.theme import Theme, static_files
from journeybook.prose.render import Renderer
from journeybook.schema.profile import left_out, without
from journeybook.schema.read import Documents, read_site
from journeybook.text import Source


@dataclass(frozen=True)
class Checked:
    """A site read, linked and checked."""

    catalog: Catalog
    plan: SitePlan
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]


@dataclass(frozen=True)
class Built:
    """The output as path -> bytes, or None where errors forbid one; and everything found on the way."""

    files: Mapping[str, bytes] | None
    diagnostics: tuple[Diagnostic, ...]
    catalog: Catalog
    sources: Mapping[str, Source]
    pages: int = 0


def check(files: Mapping[str, bytes], info: BuildInfo, profile: str = "") -> Checked:
    """Read, link and check a site; the finding of every file in one go. A `profile` leaves out what it says."""
    documents, found = read_site(files)
    checked = check_documents(documents, found, info)
    if not profile:
        return checked
    keys, problems = left_out(documents.config, profile)
    catalog, _ = link(without(documents, keys))
    made, _ = plan(catalog)
    return Checked(catalog, made, in_order((*checked.diagnostics, *problems)), checked.sources)


def check_documents(documents: Documents, found: Sequence[Diagnostic], info: BuildInfo) -> Checked:
    """Link and check documents that are already read."""
    catalog, linking = link(documents)
    made, colliding = plan(catalog)
    rules = run(catalog, info)
    _, misnamed = levels(documents.config)
    everything = in_order((*found, *linking, *colliding, *rules, *misnamed))
    shown = tuple(d for d in everything if d.span.file not in documents.broken or d in found)
    return Checked(catalog, made, shown, documents.sources)


def build(
    files: Mapping[str, bytes],
    layers: Sequence[Mapping[str, bytes]],
    info: BuildInfo,
    *,
    folders: Sequence[str] = (),
    extra: Sequence[Diagnostic] = (),
    profile: str = "",
    strict: bool = False,
) -> Built:
    """Build the site. `layers` are the files of the theme's folders, the site's own first, and `folders` their names
    for messages; `extra` are findings of the reader of files. Any error (with `strict` any warning) means no output."""
    checked = check(files, info, profile)
    found = in_order((*extra, *checked.diagnostics))
    if any(errors(as_errors(found) if strict else found)):
        return Built(None, found, checked.catalog, checked.sources)
    theme = Theme(tuple(layers), tuple(folders))
    catalog = checked.catalog
    loaded = assets(catalog.config, static_files(theme), catalog.images)
    site = SiteContext(catalog, checked.plan, info, Renderer(), loaded.image_urls)
    renderer = PageRenderer(theme)
    output: dict[str, bytes] = dict(loaded.files)
    problems: list[Diagnostic] = []
    listed: list[tuple[str, str, str, str]] = []
    entries: list[Entry] = []
    for page in checked.plan.pages:
        ctx = page_context(site, page)
        view = view_of(ctx)
        rendered = renderer.render(view, site_view(ctx, loaded, view.template), ctx.messages)
        if isinstance(rendered, Diagnostic):
            problems.append(rendered)
            continue
        output[page.url] = rendered.encode()
        output.update(_beside(page, view))
        entries += entries_of(ctx, view)
        if page.kind not in ("missing", "redirect"):
            listed.append((index_title(ctx, page.kind.removesuffix("-index")), view.title, page.markdown_url, view.summary))
    found = in_order((*found, *problems))
    if problems:
        return Built(None, found, catalog, checked.sources)
    output |= search_files(entries, loaded.on_demand("search"))
    output |= _of_the_site(checked, listed, info)
    return Built(dict(sorted(output.items())), found, catalog, checked.sources, len(checked.plan.pages))


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
        revision=info.revision[:10],
        history=info.history_note,
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


def _of_the_site(checked: Checked, listed: list[tuple[str, str, str, str]], info: BuildInfo) -> dict[str, bytes]:
    config = checked.catalog.config
    order = {kind: at for at, (kind, *_) in enumerate(listed)}
    made = {
        "journeys.json": catalog_json(checked.catalog, checked.plan),
        "journeys.schema.json": schema_json(),
        "llms.txt": llms_txt(
            str(config.title), str(config.description or ""), sorted(listed, key=lambda row: order[row[0]])
        ),
    }
    if config.url:
        days = {path: change.date.isoformat() for path, change in info.last_change.items()}
        pages = [
            (page.url, days.get(page.source, "")) for page in checked.plan.pages if page.kind not in ("missing", "redirect")
        ]
        made["sitemap.xml"] = sitemap(str(config.url), pages)
    feed = changes_feed(config, checked.plan, info)
    if feed and checked.plan.index("changes"):
        made[FEED] = feed
    return made
