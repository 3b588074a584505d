"""How channels connect: a drawing of the ways between them, the same as a table, and where we
cannot see."""

from __future__ import annotations

from journeybook.diagrams.flowchart import stages as chart
from journeybook.diagrams.shapes import Edge, Node
from journeybook.insight.flow import (
    Transition,
    channel_presence,
    presence_counts,
    transitions,
    unmeasured,
    uses,
)
from journeybook.insight.touchpoint_use import occurrences
from journeybook.pages import views
from journeybook.pages.answers import views as shown
from journeybook.pages.answers.cells import answer, figure
from journeybook.pages.context import PageContext
from journeybook.pages.labels import word
from journeybook.pages.links import link
from journeybook.pages.lists.tables import count, links, text
from journeybook.pages.maps.diagrams import diagram
from journeybook.schema.values import Ref

DRAWN = 14
"""Ways in the drawing; more than that nobody can follow. The table has all."""


def channel_flow_view(ctx: PageContext) -> shown.AnswerView:
    """From channel to channel over all current journeys."""
    found = transitions(ctx.catalog)
    by_presence = presence_counts(ctx.catalog)
    known = by_presence["online"] + by_presence["offline"]
    blind = unmeasured(ctx.catalog)
    figures = []
    for name in ("online", "offline"):
        if known:
            share = ctx.messages.percent(by_presence[name] / known)
            note = ctx.tn("{count} touchpoint", "{count} touchpoints", by_presence[name])
            figures.append(views.Figure(label=word(ctx.t, name), value=share, note=note))
    figures.append(figure(ctx, ctx.t("Unmeasured touchpoints"), len(blind), "warn", "#blind_"))
    sections = [_ways(ctx, found)] if found else []
    sections.append(_uses(ctx, found))
    if blind:
        sections.append(_blind(ctx))
    return answer(
        ctx,
        figures=tuple(figures),
        diagrams=(_drawing(ctx, found[:DRAWN]),) if found else (),
        sections=tuple(sections),
    )


def _drawing(ctx: PageContext, found: tuple[Transition, ...]) -> views.Diagram:
    names = dict.fromkeys(name for one in found for name in (one.source, one.target))
    titles = {name: ctx.catalog.title(Ref("channel", name)) for name in names}
    nodes = []
    for name in names:
        where = channel_presence(ctx.catalog, name)
        label = f"{titles[name]} ({word(ctx.t, where)})" if where == "offline" else titles[name]
        nodes.append(Node(name, label, link(ctx, Ref("channel", name)).href, titles[name]))
    edges = tuple(Edge(one.source, one.target, ctx.messages.number(one.times)) for one in found)
    title = ctx.t("Most common routes")
    said = "; ".join(
        ctx.t(
            "from {source} to {target}: {times}",
            source=titles[one.source],
            target=titles[one.target],
            times=one.times,
        )
        for one in found
    )
    source = chart(title, f"{said}.", tuple(nodes), edges, across="RL" if ctx.rtl else "LR")
    return diagram(ctx, "flow", title, f"{said}.", source, linked=True)


def _ways(ctx: PageContext, found: tuple[Transition, ...]) -> shown.Section:
    rows = tuple(
        views.TableRow(
            cells=(
                links(link(ctx, Ref("channel", one.source))),
                links(link(ctx, Ref("channel", one.target))),
                count(ctx, one.times),
                links(*(link(ctx, Ref("journey", name)) for name in one.journeys)),
            )
        )
        for one in found
    )
    columns = (ctx.t("From"), ctx.t("To"), ctx.t("Times"), ctx.t("Journeys"))
    return shown.Section(
        id="ways_",
        title=ctx.t("Moves between channels"),
        note=ctx.t(
            "Each move goes from a step to the next step in a different channel. Steps without "
            "a channel are skipped."
        ),
        table=views.Table(id="", title="", columns=columns, rows=rows),
    )


def _uses(ctx: PageContext, found: tuple[Transition, ...]) -> shown.Section:
    rows = []
    for name, times in sorted(uses(ctx.catalog).items(), key=lambda item: (-item[1], item[0])):
        ref = Ref("channel", name)
        rows.append(
            views.TableRow(
                cells=(
                    links(link(ctx, ref)),
                    text(word(ctx.t, channel_presence(ctx.catalog, name))),
                    count(ctx, times),
                    count(ctx, sum(one.times for one in found if one.target == name)),
                    count(ctx, sum(one.times for one in found if one.source == name)),
                )
            )
        )
    columns = (
        ctx.t("Channel"),
        ctx.t("Presence"),
        ctx.t("Steps"),
        ctx.t("Incoming"),
        ctx.t("Outgoing"),
    )
    return shown.Section(
        id="channels_",
        title=ctx.t("Channels by usage"),
        table=views.Table(id="", title="", columns=columns, rows=tuple(rows)),
    )


def _blind(ctx: PageContext) -> shown.Section:
    rows = []
    for touchpoint in unmeasured(ctx.catalog):
        used = occurrences(ctx.catalog, touchpoint.ref, "touchpoint")
        journeys = dict.fromkeys(one.journey.ref for one in used)
        rows.append(
            views.TableRow(
                cells=(
                    links(link(ctx, touchpoint.ref)),
                    links(*(link(ctx, ref) for ref in touchpoint.channel)),
                    count(ctx, len(used)),
                    links(*(link(ctx, ref) for ref in journeys)),
                    text(touchpoint.owner),
                )
            )
        )
    columns = (
        ctx.t("Touchpoint"),
        ctx.t("Channels"),
        ctx.t("Steps"),
        ctx.t("Journeys"),
        ctx.t("Owner"),
    )
    return shown.Section(
        id="blind_",
        title=ctx.t("Unmeasured touchpoints"),
        note=ctx.t("Used in maps, but not measured."),
        table=views.Table(id="", title="", columns=columns, rows=tuple(rows)),
    )
