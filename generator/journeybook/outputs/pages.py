"""Make every page of a site, or take it over from the build before where nothing that it shows has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from journeybook.budget import Budget
from journeybook.diagnostics import Diagnostic
from journeybook.diagrams.draw import Drawing, draw, engine
from journeybook.faults import fault
from journeybook.memory import FORGETFUL, Memory, key_of
from journeybook.outputs.assets import ON_DEMAND, Assets, loaded_by
from journeybook.outputs.markdown import diagrams_of, markdown_twin
from journeybook.outputs.pictures import Draw as DrawPicture
from journeybook.outputs.pictures import picture_files
from journeybook.outputs.search import Entry, entries_of
from journeybook.pages import views
from journeybook.pages.answer_views import PickView
from journeybook.pages.context import PageContext, SiteContext, page_context
from journeybook.pages.diagrams import diagram_base
from journeybook.pages.frame import index_title
from journeybook.pages.kinds import view_of
from journeybook.pages.plan import PlannedPage
from journeybook.pages.render import PageRenderer
from journeybook.pages.theme import Theme
from journeybook.pages.watched import Answers, Question, Watch, watched_site
from journeybook.pictures.poster import icons
from journeybook.prose.render import Unfinished
from journeybook.schema.documents import Entity, Metric
from journeybook.text import Span

Listed = tuple[str, str, str, str]
"""A page in `llms.txt`: kind, title, address, summary."""


@dataclass(frozen=True, slots=True)
class Made:
    """One page with what belongs to it. `same` are files that stand in the output already: path -> digest."""

    files: Mapping[str, bytes]
    entries: tuple[Entry, ...]
    listed: Listed | None
    same: Mapping[str, str] = field(default_factory=dict)


Problems = tuple[Diagnostic, ...]
"""Why a page could not be made."""
Drawn = tuple[bytes, Drawing]
Outcome = tuple[Made | Problems, tuple[Question, ...], list[Drawn]]
"""A page, what it asked, and the drawings that were new: everything that comes back from a worker."""
Spread = Callable[[Callable[[int], Outcome], Sequence[int]], list[Outcome]]


def one_by_one(work: Callable[[int], Outcome], tasks: Sequence[int]) -> list[Outcome]:
    """Do every task here; `effects/workers.py` spreads them over processes."""
    return [work(task) for task in tasks]


@dataclass(frozen=True)
class Means:
    """What a build may use to save time. `standing` are the files of the output as they are now, path -> SHA-256:
    pages that would come out the same are not made again."""

    memory: Memory = FORGETFUL
    standing: Mapping[str, str] = field(default_factory=dict)
    spread: Spread = one_by_one
    drawings: bool = True
    png: DrawPicture | None = None
    """Makes PNG of SVG, where a renderer is there."""


PLAIN = Means()
"""Everything is made anew, here."""


@dataclass(frozen=True, slots=True)
class _Record:
    """What is remembered of a page: what it asked, the digest of the answers, and what came out."""

    asked: tuple[Question, ...]
    answers: bytes
    digests: Mapping[str, str]
    entries: tuple[Entry, ...]
    listed: Listed | None


def make_pages(
    site: SiteContext, theme: Theme, loaded: Assets, common: bytes, files: Mapping[str, bytes], means: Means
) -> list[Made | Problems]:
    """All pages in the order of the plan. `common` is the digest of what every page may depend on, `files` are the
    sources; a template that fails gives a finding instead of its page."""
    pages = site.plan.pages
    now = Answers(site, _content_of(files))
    keys = [key_of(common, page.url, page.kind) for page in pages]
    made: dict[int, Made | Problems] = {}
    for at, key in enumerate(keys):
        kept = _taken_over(means.memory.get("page", key), now, means.standing)
        if kept:
            made[at] = kept
    renderer = PageRenderer(theme)
    signs = icons(theme) if site.pictures else {}
    watch = Watch()
    drawer = Drawer(means.memory)
    watched = watched_site(replace(site, draw=drawer if means.drawings else no_drawing), watch)

    def work(at: int) -> Outcome:
        outcome = _make(watched, pages[at], renderer, loaded, signs, means.png)
        fresh, drawer.fresh = drawer.fresh, []
        return outcome, watch.taken(), fresh

    wanted = [at for at in range(len(pages)) if at not in made]
    for at, (outcome, asked, fresh) in zip(wanted, means.spread(work, wanted), strict=True):
        made[at] = outcome
        for key, drawing in fresh:
            means.memory.put("drawing", key, drawing)
        if isinstance(outcome, Made) and means.memory is not FORGETFUL:
            digests = {path: hashlib.sha256(data).hexdigest() for path, data in outcome.files.items()}
            record = _Record(asked, now.digest(asked), digests, outcome.entries, outcome.listed)
            means.memory.put("page", keys[at], record)
    return [made[at] for at in range(len(pages))]


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


class Drawer:
    """Draws each Mermaid text once, for good. `fresh` are drawings that the memory does not have yet."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self.fresh: list[Drawn] = []

    def __call__(self, source: str, *, figure_id: str) -> Drawing:
        key = key_of(source, figure_id, repr(engine()))
        found: Drawing | None = self._memory.get("drawing", key)
        if found is None:
            found = draw(source, figure_id=figure_id)
            self.fresh.append((key, found))
        return found


def no_drawing(source: str, *, figure_id: str) -> Drawing:
    """Leave diagrams as the text that they are made of."""
    return Drawing(source, None)


def _taken_over(record: _Record | None, now: Answers, standing: Mapping[str, str]) -> Made | None:
    if record is None or any(standing.get(path) != digest for path, digest in record.digests.items()):
        return None
    return Made({}, record.entries, record.listed, record.digests) if now.digest(record.asked) == record.answers else None


def _make(
    site: SiteContext,
    page: PlannedPage,
    renderer: PageRenderer,
    loaded: Assets,
    signs: Mapping[str, str],
    png: DrawPicture | None,
) -> Made | Problems:
    ctx = page_context(site, page)
    view = view_of(ctx)
    rendered = renderer.render(view, site_view(ctx, loaded, view.template), ctx.messages)
    if isinstance(rendered, Diagnostic):
        return (rendered,)
    html = rendered.encode()
    problems = (*too_large(page, html, ctx.catalog.config.limits), *map(unfinished, site.prose.take_unfinished()))
    if problems:
        return problems
    files = {page.url: html, **_beside(page, view), **picture_files(ctx, signs, png)}
    listed: Listed | None = None
    if page.kind not in ("missing", "redirect"):
        listed = (index_title(ctx, page.kind.removesuffix("-index")), view.title, page.markdown_url, view.summary)
    return Made(files, tuple(entries_of(ctx, view)), listed)


def too_large(page: PlannedPage, html: bytes, budget: Budget) -> Iterator[Diagnostic]:
    """The finding about a page of more bytes than a page may have."""
    if len(html) > budget.page:
        message = f"the page {page.url} has {len(html):,} bytes; a page may have {budget.said('page')}"
        yield fault("JB165", Span.start_of(page.source or "site.yaml"), message, "split the file that it shows")


def unfinished(text: Unfinished) -> Diagnostic:
    """The finding about a text that could not be laid out within its limits."""
    return fault("JB164", text.place, f"this text cannot be laid out: {text.reason}", "shorten it, or split the file")


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


def _content_of(files: Mapping[str, bytes]) -> Callable[[Entity], bytes]:
    """The digest of the files that a document was read from; a stub has none."""
    known: dict[str, bytes] = {}

    def content(document: Entity) -> bytes:
        path = document.path
        found = known.get(path)
        if found is None:
            series = files.get(f"{path.removesuffix('.md')}.csv", b"") if isinstance(document, Metric) else b""
            found = known[path] = key_of(files.get(path, b""), series)
        return found

    return content
