"""B2B against B2C in fourteen dimensions, filled from the maps; the sources' shorter lists as
choices."""

from __future__ import annotations

from markupsafe import Markup

from journeybook.insight.markets import Market, Range, market
from journeybook.pages import views
from journeybook.pages.answers import views as shown
from journeybook.pages.answers.cells import answer, head, number, plain, signed
from journeybook.pages.context import PageContext
from journeybook.pages.duration_text import spell_text
from journeybook.pages.labels import word
from journeybook.pages.links import link
from journeybook.pages.scales import emotion
from journeybook.schema.values import Ref

MOST_TEXTS = 6
MOST_LINKS = 100
"""Maps, and touchpoints, of a market that are named; the lists of journeys and touchpoints have
all."""

# Dimension -> the sets that show it. Three guides to the field compare the two markets in four,
# four and five dimensions; where theirs take in several of ours, the set shows the one that says
# most.
_SETS: dict[str, tuple[str, ...]] = {
    "customer": ("people", "sales"),
    "deciders": (),
    "style": ("group",),
    "deal": ("people",),
    "length": ("group", "people", "sales"),
    "linear": (),
    "before": ("sales",),
    "offline": ("sales",),
    "channels": ("group",),
    "content": (),
    "emotion": ("people",),
    "after": ("sales",),
    "referral": (),
    "measures": ("group",),
}
ALL = "all"


def markets_view(ctx: PageContext) -> shown.AnswerView:
    """Both markets, a row a dimension."""
    sides = [market(name, ctx.catalog) for name in ("b2b", "b2c")]
    columns = tuple(
        views.Link(
            label=word(ctx.t, name),
            note=ctx.tn("{count} journey", "{count} journeys", len(side.journeys)),
        )
        for name, side in zip(("b2b", "b2c"), sides, strict=True)
    )
    titles = {
        "customer": ctx.t("Customer type"),
        "deciders": ctx.t("Number of decision makers"),
        "style": ctx.t("Decision criteria"),
        "deal": ctx.t("Deal size and acquisition cost"),
        "length": ctx.t("Cycle length"),
        "linear": ctx.t("Linear or winding"),
        "before": ctx.t("Touchpoints before the purchase"),
        "offline": ctx.t("Offline share"),
        "channels": ctx.t("Main channels"),
        "content": ctx.t("Content types"),
        "emotion": ctx.t("Range of emotions"),
        "after": ctx.t("After the purchase"),
        "referral": ctx.t("How they recommend us"),
        "measures": ctx.t("How we measure it"),
    }
    cells = [_cells(ctx, side) for side in sides]
    unsaid = shown.GridCell(gap=ctx.t("not stated in the maps"))
    rows = tuple(
        shown.GridRow(
            head=head(title),
            cells=tuple(side[key] if side[key] != shown.GridCell() else unsaid for side in cells),
            sets=(ALL, *_SETS[key]),
        )
        for key, title in titles.items()
    )
    return answer(
        ctx,
        sections=(
            shown.Section(
                id="dimensions_",
                title=ctx.t("The dimensions"),
                note=ctx.t("Calculated from all current maps in each market."),
                choices=(
                    shown.Choice(key=ALL, label=ctx.t("All fourteen dimensions")),
                    shown.Choice(
                        key="group", label=ctx.t("Four: cycle, decision, channels, measures")
                    ),
                    shown.Choice(key="people", label=ctx.t("Four: team, deal, cycle, emotions")),
                    shown.Choice(
                        key="sales",
                        label=ctx.t(
                            "Five: customer, cycle, touchpoints, offline share, after-sales"
                        ),
                    ),
                ),
                grid=shown.Grid(corner=ctx.t("Dimension"), columns=columns, rows=rows),
            ),
            _journeys(ctx, sides),
        ),
    )


def _cells(ctx: PageContext, side: Market) -> dict[str, shown.GridCell]:
    buying = len(side.buying)
    straight = ctx.t(
        "{share} of steps have a single next step", share=ctx.messages.percent(side.straight or 0)
    )
    loops = ctx.t("{count} loops back per step", count=ctx.messages.number(side.loops or 0, 2))
    after = ctx.tn("{count} step", "{count} steps", side.after) if side.after else ""
    after_feeling = None if side.after_feeling is None else emotion(ctx, side.after_feeling)
    team = ctx.t(
        "A team decides in {teams} of {journeys} journeys", teams=side.teams, journeys=buying
    )
    middle = (
        ctx.t("{value} on average", value=number(ctx, round(side.deciders.mean, 1)))
        if side.deciders
        else ""
    )
    costs = tuple(link(ctx, ref, note=now) for ref, now in side.costs)
    criteria = tuple(Markup.escape(text) for text in side.criteria[:MOST_TEXTS])
    more = len(side.criteria) - len(criteria)
    felt = shown.GridCell()
    if side.feeling:
        low, high = signed(ctx, side.feeling.low), signed(ctx, side.feeling.high)
        between = ctx.t("from {low} to {high}", low=low, high=high)
        felt = shown.GridCell(emotion=emotion(ctx, side.feeling.mean), note=between)
    return {
        "customer": plain(team if side.teams else ctx.t("A person")),
        "deciders": shown.GridCell(texts=_span(ctx, side.deciders), note=middle),
        "style": shown.GridCell(
            texts=criteria, note=ctx.t("{count} more", count=more) if more > 0 else ""
        ),
        "deal": shown.GridCell(texts=tuple(map(Markup.escape, side.deals)), links=costs),
        "length": plain(spell_text(ctx, side.length) if side.length else ""),
        "linear": plain(straight, loops)
        if side.straight is not None and side.loops is not None
        else shown.GridCell(),
        "before": shown.GridCell(texts=_span(ctx, side.before)),
        "offline": plain("" if side.offline is None else ctx.messages.percent(side.offline)),
        "channels": shown.GridCell(
            links=tuple(_counted(ctx, Ref("channel", name), times) for name, times in side.channels)
        ),
        "content": plain(
            *(f"{word(ctx.t, kind)} ({ctx.messages.number(times)})" for kind, times in side.content)
        ),
        "emotion": felt,
        "after": shown.GridCell(emotion=after_feeling, note=after),
        "referral": _some(ctx, [touchpoint.ref for touchpoint in side.referral]),
        "measures": plain(
            *(f"{word(ctx.t, way)} ({ctx.messages.number(times)})" for way, times in side.measures)
        ),
    }


def _span(ctx: PageContext, found: Range | None) -> tuple[Markup, ...]:
    if found is None:
        return ()
    low, high = number(ctx, found.low), number(ctx, found.high)
    return (Markup.escape(low if low == high else ctx.t("{low} to {high}", low=low, high=high)),)


def _counted(ctx: PageContext, ref: Ref, times: int) -> views.Link:
    return link(ctx, ref, note=ctx.tn("{count} step", "{count} steps", times))


def _journeys(ctx: PageContext, sides: list[Market]) -> shown.Section:
    names = (word(ctx.t, "b2b"), word(ctx.t, "b2c"))
    rows = tuple(
        shown.GridRow(
            head=head(name), cells=(_some(ctx, [journey.ref for journey in side.journeys]),)
        )
        for name, side in zip(names, sides, strict=True)
    )
    return shown.Section(
        id="maps_",
        title=ctx.t("Maps used here"),
        grid=shown.Grid(corner=ctx.t("Market"), columns=(head(ctx.t("Journeys")),), rows=rows),
    )


def _some(ctx: PageContext, refs: list[Ref]) -> shown.GridCell:
    """Links to things, not to all where there are very many."""
    links = tuple(link(ctx, ref) for ref in refs[:MOST_LINKS])
    more = len(refs) - len(links)
    return shown.GridCell(
        links=links, note=ctx.t("{count} more", count=ctx.messages.number(more)) if more else ""
    )
