"""Build a whole site in memory: files of a site and a theme in, files of the output out.

Nothing here reads or writes a disk. Where there are errors there is no output: an earlier site
stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ParamSpec

from journeybook.cache import key_of
from journeybook.catalog.catalog import Catalog
from journeybook.diagnostics import Diagnostic, errors, in_order
from journeybook.diagnostics import strict as as_errors
from journeybook.diagrams.draw import engine
from journeybook.diff.compared import CHANGES_FILE, Compared
from journeybook.insight.build_info import BuildInfo
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
from journeybook.pages.plan import with_comparison
from journeybook.pages.theme import Theme, static_files
from journeybook.prose.render import Renderer
from journeybook.report.changes_json import as_json
from journeybook.text import Source

__all__ = ["BuildResources", "Built", "CheckedSite", "build", "check", "check_documents"]

P = ParamSpec("P")


@dataclass(frozen=True)
class Built:
    """The output as path -> bytes, or None where errors forbid one; and everything found on the
    way."""

    files: Mapping[str, bytes] | None
    diagnostics: tuple[Diagnostic, ...]
    catalog: Catalog
    sources: Mapping[str, Source]
    pages: int = 0
    same: Mapping[str, str] = field(default_factory=dict)
    """More files of the output that were not made again: path -> the digest of what stands there
    (see `BuildResources`)."""


@dataclass(frozen=True)
class Ready:
    """A site without errors, whose pages can be made."""

    checked: CheckedSite
    maker: PageMaker
    loaded: Assets
    found: tuple[Diagnostic, ...]
    info: BuildInfo
    compared: Compared | None
    means: BuildResources


def prepare(
    files: Mapping[str, bytes],
    layers: Sequence[Mapping[str, bytes]],
    info: BuildInfo,
    *,
    folders: Sequence[str] = (),
    extra: Sequence[Diagnostic] = (),
    profile: str = "",
    strict: bool = False,
    means: BuildResources = DEFAULTS,
    outside: Outside | None = None,
    compared: Compared | None = None,
) -> Ready | Built:
    """Read and check a site, up to where pages can be made; where errors forbid it, what was found.

    `layers` are the files of the theme's folders, the site's own first, and `folders` their names
    for messages; `extra` are findings of the reader of files. Any error (with `strict` any warning)
    means no output. `means` save time and change no byte, but for the drawings that they may leave
    out. `outside` gives the way to lay out risky texts in another process; without it all are laid
    out in this one. `compared` is the site compared with one of its revisions, whose marks and
    pages it then carries."""
    checked = check(files, info, profile, means.cache, outside)
    found = in_order((*extra, *checked.diagnostics))
    if compared:
        larger, colliding = with_comparison(
            checked.plan, [pair.id for pair in compared.changes.journeys]
        )
        checked = replace(checked, plan=larger)
        found = in_order(dict.fromkeys((*found, *colliding)))
    if any(errors(as_errors(found) if strict else found)):
        return Built(None, found, checked.catalog, checked.sources)
    theme = Theme(tuple(layers), tuple(folders))
    catalog = checked.catalog
    prose = Renderer(catalog.config.limits, outside(catalog.config.limits) if outside else None)
    loaded = assets(
        catalog.config, static_files(theme), catalog.images, comparing=compared is not None
    )
    forms = picture_forms(str(catalog.config.pictures), means.png)
    comparison = RevisionComparison(compared) if compared else None
    site = PlainSite(
        catalog, checked.plan, info, prose, loaded.image_urls, pictures=forms, comparison=comparison
    )
    common = key_of(
        *(part for layer in layers for path in sorted(layer) for part in (path, layer[path])),
        *(
            repr(loaded.sheets),
            repr(loaded.scripts),
            loaded.logo,
            repr(checked.plan.stages),
            repr(checked.plan.indexes),
        ),
        *(
            files.get("site.yaml", b""),
            info.version,
            info.revision,
            info.history_note,
            profile,
            repr(folders),
        ),
        *(
            repr(engine() if means.drawings else None),
            repr(forms),
            repr(comparison.base if comparison else None),
        ),
    )
    maker = PageMaker(site, theme, loaded, common, files, means)
    return Ready(checked, maker, loaded, found, info, compared, means)


def finish(ready: Ready, pages: Sequence[PageFiles | Problems], output: Output) -> Built:
    """The whole output from its pages, whose files it has, or what kept some of them from being
    made."""
    checked, loaded, catalog = ready.checked, ready.loaded, ready.checked.catalog
    problems = dict.fromkeys(
        problem for page in pages if not isinstance(page, PageFiles) for problem in page
    )
    found = in_order((*ready.found, *problems))
    if problems:
        return Built(None, found, catalog, checked.sources)
    made = [page for page in pages if isinstance(page, PageFiles)]
    output.update(loaded.files)
    output.update(site_wide_files(ready, made))
    same = {path: digest for page in made for path, digest in page.same.items()}
    return Built(output, found, catalog, checked.sources, len(checked.plan.pages), same)


def _to_the_end(prepared: Callable[P, Ready | Built]) -> Callable[P, Built]:
    """The same, with all pages made."""

    def build(*given: P.args, **options: P.kwargs) -> Built:
        ready = prepared(*given, **options)
        if not isinstance(ready, Ready):
            return ready
        output = ready.means.output()
        return finish(ready, make_pages(ready.maker, output), output)

    return build


build = _to_the_end(prepare)
"""Build a site; the arguments are those of `prepare`."""


def site_wide_files(ready: Ready, pages: Sequence[PageFiles]) -> dict[str, bytes]:
    """What is made from all pages: the search index, the catalog as data, the feed, the lists for
    machines."""
    checked, info, config = ready.checked, ready.info, ready.checked.catalog.config
    listed = [page.listed for page in pages if page.listed]
    order = {kind: at for at, (kind, *_) in enumerate(listed)}
    made = {
        **search_files(
            [entry for page in pages for entry in page.entries],
            ready.loaded.on_demand("search"),
            cache=ready.means.cache,
        ),
        "journeys.json": catalog_json(checked.catalog, checked.plan),
        "journeys.schema.json": schema_json(),
        "llms.txt": llms_txt(
            str(config.title),
            str(config.description or ""),
            sorted(listed, key=lambda row: order[row[0]]),
        ),
    }
    if config.url:
        days = {path: change.date.isoformat() for path, change in info.last_change.items()}
        dated = [
            (page.url, days.get(page.source, ""))
            for page in checked.plan.pages
            if page.kind not in ("missing", "redirect")
        ]
        made["sitemap.xml"] = sitemap(str(config.url), dated)
    feed = changes_feed(config, checked.plan, info)
    if feed and checked.plan.index("changes"):
        made[FEED] = feed
    if ready.compared:
        made[CHANGES_FILE] = as_json(ready.compared.changes).encode("utf-8", "surrogatepass")
    return made
