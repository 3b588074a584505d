"""What every page has around its content: menu, breadcrumbs, side bar, edit link, last change."""

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
    """Constructor arguments that all views share."""

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
    page, config = ctx.page, ctx.catalog.config
    edit = (
        config.repository.edit_link(page.source) if page.source and page.kind != "redirect" else ""
    )
    change = ctx.site.info.last_change.get(page.source) if page.source else None
    made: Frame = {
        "template": ctx.page_kind.template,
        "lang": ctx.lang,
        "direction": "rtl" if ctx.rtl else "ltr",
        "root": "../" * page.url.count("/"),
        "url": page.url,
        "menu": menu(ctx),
        "breadcrumbs": breadcrumbs(ctx),
        "edit_href": edit,
        "source_path": page.source,
        "markdown_href": ""
        if page.kind in ("missing", "redirect")
        else ctx.href(page.markdown_url),
        "downloads": downloads(ctx),
        "changed": changed(ctx, change) if change else None,
        "canonical": f"{str(config.url).rstrip('/')}/{page.url}" if config.url else "",
        "since": comparison_banner(ctx) if ctx.site.comparison else None,
    }
    return made


def downloads(ctx: PageContext) -> tuple[views.Link, ...]:
    """The pictures of a map: whole, and its curve."""
    named = {"map": ctx.t("Map as an image"), "curve": ctx.t("Emotion curve as an image")}
    return tuple(
        views.Link(
            label=f"{named[part]} ({form.upper()})", href=ctx.href(ctx.page.picture_url(part, form))
        )
        for part in picture_parts(ctx)
        for form in ctx.site.pictures
    )


def picture_parts(ctx: PageContext) -> tuple[str, ...]:
    """What of a page is drawn as a picture."""
    journey = ctx.document
    if not isinstance(journey, Journey) or ctx.page.kind != "journey" or not journey.steps:
        return ()
    noted = sum(feeling is not None for line in lines(journey) for feeling in line.feelings)
    return ("map", "curve") if noted > 1 else ("map",)


def changed(ctx: PageContext, change: Change, link: views.Link | None = None) -> views.Changed:
    """A change from git in the words of the page's language."""
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
    """What changed since the revision that the site is compared with."""
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
    """What the comparison with a revision is called at its head; in the menu its entry says so to
    who points at it."""
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
    made = [views.Link(label=str(ctx.catalog.config.title), href=ctx.href(home.url))]
    answers = ctx.site.plan.index("answers")
    if answers and ctx.page != answers and ctx.page_kind.section == "answers":
        made.append(views.Link(label=ctx.t("Answers"), href=ctx.href(answers.url)))
    index = ctx.site.plan.index(f"{ctx.page.kind}-index")
    if index:
        made.append(
            views.Link(
                label=index_title(ctx, ctx.page.kind),
                href=ctx.href(index.url),
                kind=ctx.page.kind,
            )
        )
    if isinstance(ctx.document, Journey):
        made.append(link(ctx, Ref("persona", ctx.document.persona)))
    return tuple(made)


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
    """What the page's thing uses and what uses it, by kind."""
    about = ctx.page.about
    if about is None:
        return ()
    groups = []
    uses = [target for target, use in ctx.catalog.links.get(about, ()) if use.how != "folder"]
    for kind, refs in _by_kind(uses).items():
        title = ctx.t(
            "Linked {kind}",
            kind=index_title(ctx, kind).lower() if ctx.lang == "en" else index_title(ctx, kind),
        )
        groups.append(_group(ctx, title, kind, refs))
    for kind, refs in _by_kind(use.user for use in ctx.catalog.users(about)).items():
        title = ctx.t(
            "Appears in {kind}",
            kind=index_title(ctx, kind).lower() if ctx.lang == "en" else index_title(ctx, kind),
        )
        groups.append(_group(ctx, title, kind, refs))
    return tuple(groups)


def _by_kind(refs: Iterable[Ref]) -> dict[str, list[Ref]]:
    found: dict[str, dict[Ref, None]] = {}
    for ref in refs:
        if ref.kind in KINDS:
            found.setdefault(ref.kind, {})[Ref(ref.kind, ref.id)] = None
    return {kind: list(found[kind]) for kind in KINDS if kind in found}


def _group(
    ctx: PageContext,
    title: str,
    kind: str,
    refs: list[Ref],
) -> views.SideGroup:
    links = sorted((link(ctx, ref) for ref in refs), key=lambda made: made.label.casefold())
    index = ctx.site.plan.index(f"{kind}-index")
    more = max(0, len(links) - SIDE_LINKS)
    return views.SideGroup(
        title=title,
        kind=kind,
        links=tuple(links[:SIDE_LINKS]),
        more=more,
        more_href=ctx.href(index.url) if index and more else "",
    )
