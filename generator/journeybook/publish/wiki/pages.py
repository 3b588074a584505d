"""All pages of a site for a wiki, from the same views as the pages of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from journeybook.pages import views
from journeybook.pages.context import PageContext, SiteContext, page_context
from journeybook.pages.page_kind import PlannedPage
from journeybook.pages.page_views import view_of
from journeybook.publish.wiki.entity_page import entity_blocks
from journeybook.publish.wiki.journey_page import JourneyBlocks
from journeybook.publish.wiki.model import (
    Block,
    Bullets,
    Grid,
    Heading,
    Inline,
    Line,
    Note,
    PageLink,
    Paragraph,
    Quote,
    WikiPage,
    Words,
    all_blocks,
)
from journeybook.publish.wiki.page_choice import PageChoice
from journeybook.publish.wiki.page_links import PageLinks
from journeybook.publish.wiki.page_parts import badges, notice
from journeybook.vocabulary import KINDS

INDEX = "site.yaml"
"""Key of the first page: the file that every site has."""


def wiki_pages(
    site: SiteContext, signs: Mapping[str, str], choice: PageChoice
) -> tuple[WikiPage, ...]:
    """The pages, the index first; `signs` are the icons of the theme, for pictures."""
    planned: list[PlannedPage] = []
    for kind in choice.kinds:
        planned += [page for page in site.plan.pages if page.kind == kind]
    keys = {page.url: page_key(page) for page in planned}
    home = site.plan.index("home")
    assert home is not None, "every site has a first page"
    keys[home.url] = INDEX
    maker = _Maker(site, signs, choice, keys)
    pages = [maker.index(home, planned), *[maker.page(page) for page in planned]]
    anchors = {page.key: _anchors(page) for page in pages}
    return tuple([_with_live_anchors(page, anchors) for page in pages])


def page_key(page: PlannedPage) -> str:
    """The key of a page: its file, or where the file of the thing would be."""
    if page.source:
        return page.source
    assert page.about is not None, "only the index is about nothing"
    if page.about.kind == "stage":
        return f"stages/{page.about.id}"
    return f"content/{KINDS[page.about.kind].folder}/{page.about.id}.md"


@dataclass(frozen=True)
class _Maker:
    site: SiteContext
    signs: Mapping[str, str]
    choice: PageChoice
    keys: Mapping[str, str]

    def page(self, planned: PlannedPage) -> WikiPage:
        """The page of a document or a stage."""
        ctx = page_context(self.site, planned)
        view = view_of(ctx)
        links = self._links(planned)
        blocks: list[Block] = [notice(ctx, view, planned.source, self._address(planned))]
        line = badges(view)
        if line:
            blocks.append(Paragraph(line))
        if isinstance(view, views.JourneyView):
            journey = JourneyBlocks(ctx, view, links, self.signs)
            blocks += journey.blocks(mermaid=self.choice.mermaid)
        elif isinstance(view, views.EntityView):
            blocks += entity_blocks(ctx, view, links)
        return self._made_of(ctx, view, planned, blocks)

    def index(self, home: PlannedPage, planned: Iterable[PlannedPage]) -> WikiPage:
        """The first page: every map with its persona, its state and its last change."""
        ctx = page_context(self.site, home)
        view = view_of(ctx)
        links = self._links(home)
        blocks: list[Block] = [notice(ctx, view, "", self._address(home))]
        config = self.site.catalog.config
        if config.description:
            blocks.append(Paragraph((Words(str(config.description)),)))
        if isinstance(view, views.HomeView):
            blocks += _maps(ctx, view, links)
        for kind, title in _lists(ctx, self.choice):
            blocks += self._list(ctx, title, [page for page in planned if page.kind == kind])
        return self._made_of(ctx, view, home, blocks)

    def _made_of(
        self,
        ctx: PageContext,
        view: views.PageView,
        planned: PlannedPage,
        blocks: Iterable[Block],
    ) -> WikiPage:
        direction: Literal["ltr", "rtl"] = "rtl" if view.direction == "rtl" else "ltr"
        return WikiPage(
            self.keys[planned.url],
            planned.kind if planned.kind != "home" else "index",
            f"{self.choice.prefix}{view.title}{self.choice.suffix}",
            _place(planned),
            self._parent(planned),
            ctx.lang,
            direction,
            tuple(blocks),
        )

    def _parent(self, planned: PlannedPage) -> str:
        if planned.kind == "home":
            return ""
        if planned.kind == "journey" and planned.about is not None:
            persona = planned.about.id.partition("/")[0]
            key = f"content/{KINDS['persona'].folder}/{persona}.md"
            return key if key in self.keys.values() else INDEX
        return INDEX

    def _links(self, planned: PlannedPage) -> PageLinks:
        return PageLinks(planned.url, self.keys, self._site_url)

    @property
    def _site_url(self) -> str:
        url = str(self.site.catalog.config.url or "")
        return url if not url or url.endswith("/") else f"{url}/"

    def _address(self, planned: PlannedPage) -> str:
        return f"{self._site_url}{planned.url}" if self._site_url else ""

    def _list(self, ctx: PageContext, title: str, pages: Iterable[PlannedPage]) -> Iterator[Block]:
        """Links to all pages of a kind, by title."""
        entries: list[tuple[str, str]] = []
        for page in pages:
            view_title = _title(ctx, page)
            entries.append((view_title, self.keys[page.url]))
        entries.sort(key=lambda entry: ctx.sort_key(entry[0]))
        if entries:
            yield Heading(2, (Words(title),))
            items = [(Paragraph((PageLink(label, key),)),) for label, key in entries]
            yield Bullets(tuple(items))


def _title(ctx: PageContext, page: PlannedPage) -> str:
    assert page.about is not None, "pages of a kind are about something"
    if page.about.kind == "stage":
        entry = next(entry for entry in ctx.site.plan.stages if entry.id == page.about.id)
        return entry.definition.named(ctx.lang) if entry.definition else entry.title
    return ctx.catalog.title(page.about)


def _lists(ctx: PageContext, choice: PageChoice) -> Iterator[tuple[str, str]]:
    yield "persona", ctx.t("Personas")
    yield "touchpoint", ctx.t("Touchpoints")
    if choice.stages:
        yield "stage", ctx.t("Stages")
    if choice.channels:
        yield "channel", ctx.t("Channels")


def _maps(ctx: PageContext, view: views.HomeView, links: PageLinks) -> Iterator[Block]:
    """All journeys as a table, by persona."""
    t = ctx.t
    heads = (t("Journey"), t("Persona"), t("About"), t("Status"), t("Last change"))
    rows: list[tuple[Line, ...]] = []
    for group in view.groups:
        for card in group.cards:
            words = ", ".join([badge.label for badge in card.badges])
            changed = card.changed.when if card.changed else ""
            cells = [(Words(text),) if text else () for text in (card.summary, words, changed)]
            rows.append(((links.link(card.link),), (links.link(group.persona),), *cells))
    if rows:
        yield Heading(2, (Words(t("Journeys")),), "journeys")
        # Without a history in git, no map has a last change.
        columns = [((Words(head),), *cells) for head, *cells in zip(heads, *rows, strict=True)]
        used = [column for column in columns if any(column[1:])]
        head, *body = zip(*used, strict=True)
        yield Grid(head, tuple(body))


def _place(planned: PlannedPage) -> tuple[str, ...]:
    """The stable place of a page: the parts of its address."""
    if planned.kind == "home":
        return ("index",)
    return tuple(planned.url.removesuffix(".html").split("/"))


def _anchors(page: WikiPage) -> frozenset[str]:
    headings = [block for block in all_blocks(page.blocks) if isinstance(block, Heading)]
    return frozenset([heading.anchor for heading in headings if heading.anchor])


def _with_live_anchors(page: WikiPage, anchors: Mapping[str, frozenset[str]]) -> WikiPage:
    """The page without anchors that the linked page does not have."""

    def live(part: Inline) -> Inline:
        if isinstance(part, PageLink) and part.anchor and part.anchor not in anchors[part.key]:
            return replace(part, anchor="")
        return part

    def line(parts: Line) -> Line:
        return tuple([live(part) for part in parts])

    def block(one: Block) -> Block:
        if isinstance(one, Heading | Paragraph | Note):
            return replace(one, text=line(one.text))
        if isinstance(one, Grid):
            rows = tuple([tuple(map(line, row)) for row in one.rows])
            return Grid(tuple(map(line, one.columns)), rows)
        if isinstance(one, Bullets):
            items = tuple([tuple(map(block, item)) for item in one.items])
            return replace(one, items=items)
        if isinstance(one, Quote):
            return replace(one, blocks=tuple(map(block, one.blocks)))
        return one

    return replace(page, blocks=tuple(map(block, page.blocks)))
