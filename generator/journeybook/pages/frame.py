"""The parts around the content of every page: menu, breadcrumbs, edit link, last change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypedDict

from journeybook.insight.build_info import Change
from journeybook.insight.emotion import lines
from journeybook.pages import views
from journeybook.pages.changes.comparison_banner import comparison_banner
from journeybook.pages.context import PageContext
from journeybook.pages.links import link
from journeybook.pages.page_kinds import PAGE_KINDS, menu_kinds
from journeybook.schema.documents import Journey
from journeybook.schema.values import Ref
from journeybook.vocabulary import KINDS

SIDE_LINKS = 12


class Frame(TypedDict, total=False):
    """Fields that all views have."""

    template: str
    lang: str
    direction: str
    root: str
    url: str
    menu: tuple[views.MenuItem, ...]
    breadcrumbs: tuple[views.Link, ...]
    edit_href: str
    source_path: str
    markdown_href: str
    downloads: tuple[views.Link, ...]
    changed: views.Changed | None
    canonical: str
    since: views.Since | None


def frame(ctx: PageContext) -> Any:
    """The fields that every view has, passed on as `**frame(ctx)`."""
    page, kind, config = ctx.page, ctx.page_kind, ctx.catalog.config
    change = ctx.site.info.last_change.get(page.source) if page.source else None
    can_edit = page.source and page.kind != "redirect"
    fields: Frame = {
        "template": kind.template,
        "lang": ctx.lang,
        "direction": "rtl" if ctx.rtl else "ltr",
        "root": ctx.root,
        "url": page.url,
        "menu": menu(ctx),
        "breadcrumbs": breadcrumbs(ctx),
        "edit_href": config.repository.edit_link(page.source) if can_edit else "",
        "source_path": page.source,
        "markdown_href": ctx.href(page.markdown_url) if kind.is_content else "",
        "downloads": downloads(ctx),
        "changed": changed(ctx, change) if change else None,
        "canonical": f"{str(config.url).rstrip('/')}/{page.url}" if config.url else "",
        "since": comparison_banner(ctx) if ctx.site.comparison else None,
    }
    return fields


def downloads(ctx: PageContext) -> tuple[views.Link, ...]:
    """Links to the images of a map and of its curve."""
    labels = {"map": ctx.t("Map as an image"), "curve": ctx.t("Emotion curve as an image")}
    links = []
    for part in picture_parts(ctx):
        for form in ctx.site.pictures:
            href = ctx.href(ctx.page.picture_url(part, form))
            links.append(views.Link(label=f"{labels[part]} ({form.upper()})", href=href))
    return tuple(links)


def picture_parts(ctx: PageContext) -> tuple[str, ...]:
    """Which parts of a page are drawn as images."""
    journey = ctx.document
    if not isinstance(journey, Journey) or ctx.page.kind != "journey" or not journey.steps:
        return ()
    points = 0
    for line in lines(journey):
        points += sum(emotion is not None for emotion in line.feelings)
    return ("map", "curve") if points > 1 else ("map",)


def changed(ctx: PageContext, change: Change, link: views.Link | None = None) -> views.Changed:
    """A change from git, in the page's language."""
    return views.Changed(
        when=ctx.messages.date(change.date),
        iso=change.date.isoformat(),
        author=change.author,
        subject=change.subject,
        link=link,
    )


def menu(ctx: PageContext) -> tuple[views.MenuItem, ...]:
    """The main menu: indexes, answers, the comparison, then the plain pages that ask for an
    entry."""
    items = [*_entries(ctx, "main"), *_answers(ctx), *_compared(ctx)]
    pages = [page for page in ctx.catalog.pages if page.menu]
    pages.sort(key=lambda page: (page.order or 0, page.id))
    for document in pages:
        planned = ctx.site.plan.page_of(document.ref)
        if planned:
            items.append(
                views.MenuItem(
                    label=str(document.title),
                    href=ctx.href(planned.url),
                    icon="page",
                    current=ctx.page == planned,
                )
            )
    return tuple(items)


def _answers(ctx: PageContext) -> Iterator[views.MenuItem]:
    """The pages calculated from all maps, behind one entry that opens."""
    items = tuple(_entries(ctx, "answers"))
    if items:
        current = any(item.current for item in items)
        yield views.MenuItem(
            label=ctx.t("Answers"),
            href="",
            icon="answer",
            current=current,
            items=items,
        )


def _compared(ctx: PageContext) -> Iterator[views.MenuItem]:
    """The entry of the comparison with a revision."""
    target, comparison = ctx.site.plan.index("comparison"), ctx.site.comparison
    if target and comparison:
        yield views.MenuItem(
            label=ctx.t("What changed"),  # a revision may be called anything, at any length
            href=ctx.href(target.url),
            icon="edit",
            current=ctx.page_kind.section == "comparison",
            title=comparison_title(ctx, comparison.base),
            apart=True,
        )


def comparison_title(ctx: PageContext, base: str) -> str:
    """Heading of the comparison page, and tooltip of its menu entry."""
    return ctx.t("What changed since {base}", base=base)


def _entries(ctx: PageContext, part: str) -> Iterator[views.MenuItem]:
    """The entries of a part of the menu whose page the site has."""
    changed = ctx.site.comparison.counts if ctx.site.comparison else {}
    for kind in menu_kinds(part):
        page = ctx.site.plan.index(kind.name)
        if page:
            listed = kind.name.removesuffix("-index")
            yield views.MenuItem(
                label=kind.title(ctx),
                href=ctx.href(page.url),
                icon=kind.icon,
                current=ctx.page == page or ctx.page.kind == listed,
                count=ctx.site.counts.get(kind.name, 0),
                changed=changed.get(listed, 0),
            )


def breadcrumbs(ctx: PageContext) -> tuple[views.Link, ...]:
    """Home, the index of the page's kind, and for a journey its persona."""
    home = ctx.site.plan.index("home")
    if home is None or ctx.page == home:
        return ()
    crumbs = [views.Link(label=str(ctx.catalog.config.title), href=ctx.href(home.url))]
    answers = ctx.site.plan.index("answers")
    if answers and ctx.page != answers and ctx.page_kind.section == "answers":
        crumbs.append(views.Link(label=ctx.t("Answers"), href=ctx.href(answers.url)))
    kind = ctx.page.kind
    index = ctx.site.plan.index(f"{kind}-index")
    if index:
        label = index_title(ctx, kind)
        crumbs.append(views.Link(label=label, href=ctx.href(index.url), kind=kind))
    if isinstance(ctx.document, Journey):
        crumbs.append(link(ctx, Ref("persona", ctx.document.persona)))
    return tuple(crumbs)


def index_title(ctx: PageContext, kind: str) -> str:
    """The plural title of a kind of document or page."""
    page_kind = PAGE_KINDS.get(kind) or PAGE_KINDS.get(f"{kind}-index")
    section = page_kind.section if page_kind else ""
    if section == "comparison" and ctx.site.comparison:
        return comparison_title(ctx, ctx.site.comparison.base)
    if section == "answers":
        return ctx.t("Compare journeys") if kind == "compare" else ctx.t("Answers")
    if kind == "stage":
        return ctx.t("Stages")
    return ctx.t(KINDS[kind].plural) if kind in KINDS else kind


def side(ctx: PageContext) -> tuple[views.SideGroup, ...]:
    """What the document of the page refers to, and what refers to it, by kind."""
    about = ctx.page.about
    if about is None:
        return ()
    groups = []
    used = [target for target, use in ctx.catalog.links.get(about, ()) if use.how != "folder"]
    for kind, refs in _by_kind(used).items():
        title = ctx.t("Linked {kind}", kind=_inner_title(ctx, kind))
        groups.append(_group(ctx, title, kind, refs))
    users = [use.user for use in ctx.catalog.users(about)]
    for kind, refs in _by_kind(users).items():
        title = ctx.t("Appears in {kind}", kind=_inner_title(ctx, kind))
        groups.append(_group(ctx, title, kind, refs))
    return tuple(groups)


def _inner_title(ctx: PageContext, kind: str) -> str:
    """The plural title of a kind inside a sentence; only English changes its case."""
    title = index_title(ctx, kind)
    return title.lower() if ctx.lang == "en" else title


def _by_kind(refs: Iterable[Ref]) -> dict[str, list[Ref]]:
    """Each reference once, by kind of document."""
    groups: dict[str, dict[Ref, None]] = {}
    for ref in refs:
        if ref.kind in KINDS:
            groups.setdefault(ref.kind, {})[Ref(ref.kind, ref.id)] = None
    return {kind: list(groups[kind]) for kind in KINDS if kind in groups}


def _group(ctx: PageContext, title: str, kind: str, refs: list[Ref]) -> views.SideGroup:
    links = [link(ctx, ref) for ref in refs]
    links.sort(key=lambda entry: ctx.sort_key(entry.label))
    index = ctx.site.plan.index(f"{kind}-index")
    more = max(0, len(links) - SIDE_LINKS)
    return views.SideGroup(
        title=title,
        kind=kind,
        links=tuple(links[:SIDE_LINKS]),
        more=more,
        more_href=ctx.href(index.url) if index and more else "",
    )
