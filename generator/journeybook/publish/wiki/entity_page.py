"""The pages of personas, touchpoints, stages and channels in a wiki."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.publish.wiki.html_blocks import blocks_of, line_of
from journeybook.publish.wiki.model import (
    Block,
    Bullets,
    Grid,
    Heading,
    Line,
    Paragraph,
    Quote,
    Words,
)
from journeybook.publish.wiki.page_links import PageLinks, stacked
from journeybook.publish.wiki.page_parts import figures, grid, row_items, statement


def entity_blocks(ctx: PageContext, view: views.EntityView, links: PageLinks) -> Iterator[Block]:
    """Everything below the notice, in reading order."""
    if view.quote:
        yield Quote((Paragraph((Words(view.quote),)),))
    if view.lead:
        yield Paragraph((Words(view.lead, "strong"),))
    yield from _list(row_items(view.facts, links))
    yield from blocks_of(str(view.body), links.to)
    yield from figures(view.figures)
    for group in view.other_figures:
        yield Heading(3, (Words(group.title),))
        yield from figures(group.figures)
    for named in view.lists:
        yield Heading(2, (Words(named.title),))
        yield from _list(line_of(str(item), links.to) for item in named.items)
    yield from _list(statement(claim, links) for claim in view.claims)
    yield from _journeys(view.cards, links, ctx.t("Journeys"))
    yield from _uses(ctx, view.occurrences, links)
    for table in view.tables:
        if table.rows:
            if table.title:
                yield Heading(2, (Words(table.title),))
            yield grid(table, links)
    for related in view.related:
        yield Heading(2, (Words(related.title),))
        yield from _list((links.link(link),) for link in related.links)


def _list(lines: Iterable[Line]) -> Iterator[Block]:
    items = [(Paragraph(line),) for line in lines if line]
    if items:
        yield Bullets(tuple(items))


def _journeys(cards: Iterable[views.JourneyCard], links: PageLinks, title: str) -> Iterator[Block]:
    items: list[tuple[Block, ...]] = []
    for card in cards:
        summary = f": {card.summary}" if card.summary else ""
        badges = ", ".join([badge.label for badge in card.badges])
        note = f" ({badges})" if badges else ""
        items.append((Paragraph((links.link(card.link), Words(f"{note}{summary}"))),))
    if items:
        yield Heading(2, (Words(title),))
        yield Bullets(tuple(items))


def _uses(ctx: PageContext, uses: Iterable[views.Occurrence], links: PageLinks) -> Iterator[Block]:
    """Every step that uses the thing, by group of maps."""
    t = ctx.t
    groups: dict[str, list[views.Occurrence]] = {}
    for use in uses:
        groups.setdefault(use.group, []).append(use)
    heads = (t("Journey"), t("Step"), t("Emotion"), t("Pain points"))
    columns = tuple([(Words(head),) for head in heads])
    for group, entries in groups.items():
        yield Heading(2, (Words(group or t("Where it is used")),))
        rows: list[tuple[Line, ...]] = []
        for use in entries:
            emotion = (Words(use.emotion.shown),) if use.emotion else ()
            pains = stacked([statement(pain, links) for pain in use.pains])
            journey = stacked([(links.link(use.journey),), (links.link(use.persona),)])
            rows.append((journey, (links.link(use.step),), emotion, pains))
        yield Grid(columns, tuple(rows))
