"""How customers move between channels: a diagram, the same as a table, and the touchpoints that are
not measured."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.diagrams.flowchart import stages as flowchart
from journeybook.diagrams.shapes import Edge, Node
from journeybook.insight.flow import (
    Transition,
    channel_presence,
    presence_counts,
    transitions,
    unmeasured,
    uses,
)
from journeybook.insight.touchpoint_use import used_today
from journeybook.pages.answers.cells import answer, figure
from journeybook.pages.answers.views import AnswerView, Section
from journeybook.pages.context import PageContext
from journeybook.pages.labels import word
from journeybook.pages.links import link
from journeybook.pages.lists.tables import count, links, text
from journeybook.pages.maps.diagrams import diagram
from journeybook.pages.views import Diagram, Figure, Table, TableRow
from journeybook.schema.documents import Touchpoint
from journeybook.schema.values import Ref

DRAWN = 14
"""Moves in the diagram, most frequent first; with more it cannot be read. The table has all."""


def channel_flow_view(ctx: PageContext) -> AnswerView:
    """Moves between channels over all current journeys."""
    moves = transitions(ctx.catalog)
    touchpoints = unmeasured(ctx.catalog)
    sections = [_moves(ctx, moves)] if moves else []
    sections.append(_channels(ctx, moves))
    if touchpoints:
        sections.append(_unmeasured(ctx, touchpoints))
    return answer(
        ctx,
        figures=(
            *_shares(ctx),
            figure(ctx, ctx.t("Unmeasured touchpoints"), len(touchpoints), "warn", "#blind_"),
        ),
        diagrams=(_diagram(ctx, moves[:DRAWN]),) if moves else (),
        sections=tuple(sections),
    )


def _shares(ctx: PageContext) -> list[Figure]:
    """Online and offline shares of the touchpoints that are one of both."""
    counts = presence_counts(ctx.catalog)
    total = counts["online"] + counts["offline"]
    if not total:
        return []
    figures = []
    for presence in ("online", "offline"):
        share = ctx.messages.percent(counts[presence] / total)
        note = ctx.tn("{count} touchpoint", "{count} touchpoints", counts[presence])
        figures.append(
            Figure(
                label=word(ctx.t, presence),
                value=share,
                note=note,
            )
        )
    return figures


def _diagram(ctx: PageContext, moves: Sequence[Transition]) -> Diagram:
    names = dict.fromkeys(name for move in moves for name in (move.source, move.target))
    titles = {name: ctx.catalog.title(Ref("channel", name)) for name in names}
    nodes = tuple(_node(ctx, name, channel) for name, channel in titles.items())
    edges = tuple(Edge(move.source, move.target, ctx.messages.number(move.times)) for move in moves)
    sentences = (
        ctx.t(
            "from {source} to {target}: {times}",
            source=titles[move.source],
            target=titles[move.target],
            times=move.times,
        )
        for move in moves
    )
    title = ctx.t("Most common routes")
    alternative = "; ".join(sentences) + "."
    source = flowchart(title, alternative, nodes, edges, across="RL" if ctx.rtl else "LR")
    return diagram(ctx, "flow", title, alternative, source, linked=True)


def _node(ctx: PageContext, name: str, title: str) -> Node:
    """A channel; one that is offline says so."""
    presence = channel_presence(ctx.catalog, name)
    label = f"{title} ({word(ctx.t, presence)})" if presence == "offline" else title
    return Node(name, label, link(ctx, Ref("channel", name)).href, title)


def _moves(ctx: PageContext, moves: Sequence[Transition]) -> Section:
    t = ctx.t
    columns = (t("From"), t("To"), t("Times"), t("Journeys"))
    rows = tuple(_move_row(ctx, move) for move in moves)
    return Section(
        id="ways_",
        title=t("Moves between channels"),
        note=t(
            "Each move goes from a step to the next step in a different channel. Steps without "
            "a channel are skipped."
        ),
        table=_table(columns, rows),
    )


def _move_row(ctx: PageContext, move: Transition) -> TableRow:
    journeys = [link(ctx, Ref("journey", name)) for name in move.journeys]
    return TableRow(
        cells=(
            links(link(ctx, Ref("channel", move.source))),
            links(link(ctx, Ref("channel", move.target))),
            count(ctx, move.times),
            links(*journeys),
        )
    )


def _channels(ctx: PageContext, moves: Sequence[Transition]) -> Section:
    t = ctx.t
    columns = (t("Channel"), t("Presence"), t("Steps"), t("Incoming"), t("Outgoing"))
    most_used_first = sorted(uses(ctx.catalog).items(), key=lambda item: (-item[1], item[0]))
    rows = tuple(_channel_row(ctx, name, steps, moves) for name, steps in most_used_first)
    return Section(
        id="channels_",
        title=t("Channels by usage"),
        table=_table(columns, rows),
    )


def _channel_row(
    ctx: PageContext,
    name: str,
    steps: int,
    moves: Sequence[Transition],
) -> TableRow:
    incoming = sum(move.times for move in moves if move.target == name)
    outgoing = sum(move.times for move in moves if move.source == name)
    return TableRow(
        cells=(
            links(link(ctx, Ref("channel", name))),
            text(word(ctx.t, channel_presence(ctx.catalog, name))),
            count(ctx, steps),
            count(ctx, incoming),
            count(ctx, outgoing),
        )
    )


def _unmeasured(ctx: PageContext, touchpoints: Sequence[Touchpoint]) -> Section:
    t = ctx.t
    columns = (t("Touchpoint"), t("Channels"), t("Steps"), t("Journeys"), t("Owner"))
    rows = tuple(_touchpoint_row(ctx, touchpoint) for touchpoint in touchpoints)
    return Section(
        id="blind_",
        title=t("Unmeasured touchpoints"),
        note=t("Used in maps, but not measured."),
        table=_table(columns, rows),
    )


def _touchpoint_row(ctx: PageContext, touchpoint: Touchpoint) -> TableRow:
    steps = used_today(ctx.catalog, touchpoint)
    channels = [link(ctx, ref) for ref in touchpoint.channel]
    journeys = dict.fromkeys(use.journey.ref for use in steps)
    journey_links = [link(ctx, ref) for ref in journeys]
    return TableRow(
        cells=(
            links(link(ctx, touchpoint.ref)),
            links(*channels),
            count(ctx, len(steps)),
            links(*journey_links),
            text(touchpoint.owner),
        )
    )


def _table(columns: tuple[str, ...], rows: tuple[TableRow, ...]) -> Table:
    """A table whose section has the title and the id."""
    return Table(
        id="",
        title="",
        columns=columns,
        rows=rows,
    )
