"""Cut a page with a very long list into leaves: the first is the page, the others go on with its
lists.

A site grows, and lists of all its pains or of every step of a stage grow with it: one page of five
megabytes opens slowly everywhere. Further leaves have addresses such as `pains_2.html`; no author's
id has a `_`. The Markdown twin of a page stays whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from journeybook.pages import views
from journeybook.pages.addresses import part_url
from journeybook.pages.answers.views import AnswerView, PickView, Section
from journeybook.pages.context import PageContext

ROWS = 200
"""Entries of lists on one leaf; up to a quarter more stay together, so that no leaf is nearly
empty."""
_NEIGHBOURS = 2
_KEPT = frozenset(
    (
        "template",
        "title",
        "eyebrow",
        "lang",
        "direction",
        "kind",
        "root",
        "url",
        "menu",
        "breadcrumbs",
        "facets",
        "summary",
    )
)
"""What further leaves have of the page besides the rest of its lists."""
V = TypeVar("V", bound=views.PageView)
E = TypeVar("E")


def paginate(ctx: PageContext, view: V, rows: int = ROWS) -> tuple[V, ...]:
    """The page as one leaf or more, none with many more than `rows` entries of lists."""
    whole = _Window(0, None)
    _lists(view, whole)
    count = max(1, -(-(whole.at - rows // 4) // rows))
    if count == 1 or isinstance(view, PickView):
        return (view,)
    starts = {anchor: min(at // rows, count - 1) for anchor, at in whole.anchors.items()}
    return tuple(_leaf(ctx, view, number, count, rows, starts) for number in range(count))


class _Window:
    """Takes lists one after the other and gives back of each what stands between two entries of the
    whole."""

    def __init__(self, first: int, last: int | None) -> None:
        self.first, self.last = first, last
        self.at = 0
        self.anchors: dict[str, int] = {}

    def __call__(self, entries: tuple[E, ...], anchor: str = "") -> tuple[E, ...]:
        start = self.at
        self.anchors.setdefault(anchor, start)
        self.at += len(entries)
        last = None if self.last is None else max(0, self.last - start)
        return entries[max(0, self.first - start) : last]

    @property
    def here(self) -> bool:
        """Whether what stands between the lists, at this place, is in the window."""
        return self.first <= self.at and (self.last is None or self.at < self.last)


def _leaf(
    ctx: PageContext,
    view: V,
    number: int,
    count: int,
    rows: int,
    starts: Mapping[str, int],
) -> V:
    window = _Window(number * rows, None if number == count - 1 else (number + 1) * rows)
    put: dict[str, Any] = (
        {} if not number else {f.name: f.default for f in fields(view) if f.name not in _KEPT}
    )
    put |= _lists(view, window)
    if isinstance(view, (views.IndexView, AnswerView, views.EntityView)) and not number:
        put["figures"] = tuple(_led(ctx, view.url, figure, starts) for figure in view.figures)
    leaf = replace(view, **put)
    more: dict[str, Any] = (
        {"facets": _counted(leaf)} if isinstance(leaf, (views.IndexView, views.HomeView)) else {}
    )
    return replace(leaf, pager=_pager(ctx, view.url, number, count, bool(more)), **more)


def _lists(view: views.PageView, window: _Window) -> dict[str, Any]:
    """The lists of a page as far as the window shows them, in the order in which its template has
    them."""
    if isinstance(view, views.HomeView):
        return {
            "groups": tuple(
                replace(g, cards=cards) for g in view.groups if (cards := window(g.cards))
            )
        }
    if isinstance(view, AnswerView):
        return {"sections": tuple(_sections(view.sections, window))}
    if isinstance(view, views.IndexView):
        return {"cards": window(view.cards), "tables": tuple(_tables(view.tables, window))}
    if isinstance(view, views.EntityView):
        return {
            "claims": window(view.claims, "claims_"),
            "cards": window(view.cards, "journeys_"),
            "occurrences": window(view.occurrences, "steps_"),
            "tables": tuple(_tables(view.tables, window)),
            "related": tuple(
                replace(r, links=links) for r in view.related if (links := window(r.links))
            ),
        }
    return {}


def _tables(tables: tuple[views.Table, ...], window: _Window) -> Iterator[views.Table]:
    for table in tables:
        empty = not table.rows and window.here
        rows = window(table.rows, table.id)
        if rows or empty:
            yield (
                table
                if len(rows) == len(table.rows)
                else replace(table, rows=rows, total=len(table.rows))
            )


def _sections(sections: tuple[Section, ...], window: _Window) -> Iterator[Section]:
    for section in sections:
        begins = window.here
        window.anchors.setdefault(section.id, window.at)
        rows = window(section.grid.rows) if section.grid else ()
        grid = replace(section.grid, rows=rows) if section.grid and rows else None
        table = next(_tables((section.table,), window), None) if section.table else None
        changes = window(section.changes)
        if begins:
            yield replace(
                section,
                grid=grid,
                table=table,
                changes=changes,
            )
        elif grid or table or changes:
            yield Section(
                id=section.id,
                title=section.title,
                grid=grid,
                table=table,
                changes=changes,
            )


def _pager(
    ctx: PageContext,
    url: str,
    number: int,
    count: int,
    filtered: bool,
) -> views.Pager:
    """The ways to the first and last leaves and to those nearby."""
    near = {0, count - 1, *range(number - _NEIGHBOURS, number + _NEIGHBOURS + 1)}
    links: list[views.Link] = []
    last = -1
    for at in sorted(at for at in near if 0 <= at < count):
        if at > last + 1:
            links.append(views.Link(label="…", kind="gap"))
        href = "" if at == number else ctx.href(part_url(url, at))
        links.append(views.Link(label=ctx.messages.number(at + 1), href=href))
        last = at
    return views.Pager(
        number=number + 1,
        count=count,
        links=tuple(links),
        before=ctx.href(part_url(url, number - 1)) if number else "",
        after=ctx.href(part_url(url, number + 1)) if number + 1 < count else "",
        note=ctx.t("Filters apply to this page of the list only. Search covers everything.")
        if filtered
        else "",
    )


def _led(
    ctx: PageContext,
    url: str,
    figure: views.Figure,
    starts: Mapping[str, int],
) -> views.Figure:
    """A figure whose link leads to the leaf that its target stands on."""
    number = starts.get(figure.href[1:], 0) if figure.href.startswith("#") else 0
    return (
        replace(figure, href=f"{ctx.href(part_url(url, number))}{figure.href}")
        if number
        else figure
    )


def _counted(leaf: views.IndexView | views.HomeView) -> tuple[views.Facet, ...]:
    """The filters of a leaf narrow that leaf: they offer what stands on it."""
    if isinstance(leaf, views.HomeView):
        rows = [
            {"market": card.market, "status": card.status}
            for group in leaf.groups
            for card in group.cards
        ]
    else:
        rows = [{"market": card.market, "status": card.status} for card in leaf.cards]
        rows += [dict(row.facets) for table in leaf.tables for row in table.rows]
    made = []
    for facet in leaf.facets:
        values = [row.get(facet.key, "").split() for row in rows]
        options = tuple(
            replace(option, count=count)
            for option in facet.options
            if (count := sum(option.value in held for held in values))
        )
        if len(options) > 1:
            made.append(replace(facet, options=options))
    return tuple(made)
