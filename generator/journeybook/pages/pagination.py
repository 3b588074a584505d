"""Split a page with very long lists into parts.

The first part is the page, the others continue its lists.

Lists of all pain points, or of every step in a stage, grow with the site, and a page of five
megabytes opens slowly on any device. Further parts have addresses such as `pains_2.html`; no
author's id contains `_`. The Markdown twin of a page stays whole.
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
"""Entries of lists on one part; up to a quarter more stay on it, so that no part is nearly
empty."""
_NEIGHBOURS = 2
_SHARED = frozenset(
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
"""The fields that further parts have in common with the page."""
V = TypeVar("V", bound=views.PageView)
E = TypeVar("E")


def paginate(ctx: PageContext, view: V, rows: int = ROWS) -> tuple[V, ...]:
    """The page in one part or more, none with many more than `rows` entries of lists."""
    whole = _Window(0, None)
    _lists(view, whole)
    count = max(1, -(-(whole.at - rows // 4) // rows))
    if count == 1 or isinstance(view, PickView):
        return (view,)
    part_of = {anchor: min(at // rows, count - 1) for anchor, at in whole.anchors.items()}
    return tuple(_part(ctx, view, number, count, rows, part_of) for number in range(count))


class _Window:
    """Gets the lists of a page one after the other, and returns the entries of each that are
    between two places, counted over all lists."""

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
        """Whether content between the lists, at this place, is in the window."""
        return self.first <= self.at and (self.last is None or self.at < self.last)


def _part(
    ctx: PageContext,
    view: V,
    number: int,
    count: int,
    rows: int,
    part_of: Mapping[str, int],
) -> V:
    window = _Window(number * rows, None if number == count - 1 else (number + 1) * rows)
    values: dict[str, Any] = {}
    if number:
        values = {field.name: field.default for field in fields(view) if field.name not in _SHARED}
    values |= _lists(view, window)
    if isinstance(view, (views.IndexView, AnswerView, views.EntityView)) and not number:
        figures = [_lead_to_part(ctx, view.url, figure, part_of) for figure in view.figures]
        values["figures"] = tuple(figures)
    part = replace(view, **values)
    facets: dict[str, Any] = {}
    if isinstance(part, (views.IndexView, views.HomeView)):
        facets["facets"] = _counted(part)
    return replace(part, pager=_pager(ctx, view.url, number, count, bool(facets)), **facets)


def _lists(view: views.PageView, window: _Window) -> dict[str, Any]:
    """The lists of a page as far as the window shows them, in the order of its template."""
    if isinstance(view, views.HomeView):
        return {"groups": tuple(_groups(view.groups, window))}
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
            "related": tuple(_related(view.related, window)),
        }
    return {}


def _groups(groups: tuple[views.HomeGroup, ...], window: _Window) -> Iterator[views.HomeGroup]:
    for group in groups:
        cards = window(group.cards)
        if cards:
            yield replace(group, cards=cards)


def _related(groups: tuple[views.Related, ...], window: _Window) -> Iterator[views.Related]:
    for group in groups:
        links = window(group.links)
        if links:
            yield replace(group, links=links)


def _tables(tables: tuple[views.Table, ...], window: _Window) -> Iterator[views.Table]:
    for table in tables:
        is_empty = not table.rows and window.here
        rows = window(table.rows, table.id)
        if len(rows) < len(table.rows):
            table = replace(table, rows=rows, total=len(table.rows))
        if rows or is_empty:
            yield table


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
    """Links to the first and last parts and to those nearby."""
    near = {0, count - 1, *range(number - _NEIGHBOURS, number + _NEIGHBOURS + 1)}
    links: list[views.Link] = []
    last = -1
    for at in sorted(near & set(range(count))):
        if at > last + 1:
            links.append(views.Link(label="…", kind="gap"))
        href = "" if at == number else ctx.href(part_url(url, at))
        links.append(views.Link(label=ctx.messages.number(at + 1), href=href))
        last = at
    note = ctx.t("Filters apply to this page of the list only. Search covers everything.")
    return views.Pager(
        number=number + 1,
        count=count,
        links=tuple(links),
        before=ctx.href(part_url(url, number - 1)) if number else "",
        after=ctx.href(part_url(url, number + 1)) if number + 1 < count else "",
        note=note if filtered else "",
    )


def _lead_to_part(
    ctx: PageContext,
    url: str,
    figure: views.Figure,
    part_of: Mapping[str, int],
) -> views.Figure:
    """A figure whose link leads to the part that has its target."""
    number = part_of.get(figure.href[1:], 0) if figure.href.startswith("#") else 0
    if not number:
        return figure
    return replace(figure, href=f"{ctx.href(part_url(url, number))}{figure.href}")


def _counted(part: views.IndexView | views.HomeView) -> tuple[views.Facet, ...]:
    """The filters of a part, with the values and counts of that part only."""
    rows = list(_facet_values(part))
    facets = []
    for facet in part.facets:
        values = [row.get(facet.key, "").split() for row in rows]
        options = []
        for option in facet.options:
            count = sum(option.value in row for row in values)
            if count:
                options.append(replace(option, count=count))
        if len(options) > 1:
            facets.append(replace(facet, options=tuple(options)))
    return tuple(facets)


def _facet_values(part: views.IndexView | views.HomeView) -> Iterator[Mapping[str, str]]:
    """What each entry of a part can be filtered by."""
    if isinstance(part, views.HomeView):
        for group in part.groups:
            yield from map(_card_values, group.cards)
        return
    yield from map(_card_values, part.cards)
    for table in part.tables:
        for row in table.rows:
            yield dict(row.facets)


def _card_values(card: views.JourneyCard) -> Mapping[str, str]:
    return {"market": card.market, "status": card.status}
