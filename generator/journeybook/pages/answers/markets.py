"""B2B vs B2C in fourteen dimensions, calculated from the maps; the shorter lists of three guides to
the field as choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from journeybook.insight.markets import Market, Range, largest_difference, market
from journeybook.pages.answers.cells import answer, heading, number, signed, text_cell
from journeybook.pages.answers.views import AnswerView, Choice, Grid, GridCell, GridRow, Section
from journeybook.pages.context import PageContext
from journeybook.pages.duration_text import spell_text
from journeybook.pages.labels import word
from journeybook.pages.links import link
from journeybook.pages.scales import emotion
from journeybook.pages.views import Link
from journeybook.schema.values import Ref

MOST_TEXTS = 6
MOST_LINKS = 100
"""Journeys, and touchpoints, of a market that are linked; their own lists have all."""
MARKETS = ("b2b", "b2c")
ALL = "all"

# Dimension -> the choices that show it. Three guides to the field compare the two markets in four,
# four and five dimensions; where one of theirs covers several of these, the choice shows the most
# telling one.
_CHOICES: dict[str, tuple[str, ...]] = {
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


def markets_view(ctx: PageContext) -> AnswerView:
    """Both markets side by side, one row for each dimension."""
    markets = [market(name, ctx.catalog) for name in MARKETS]
    dimensions = Section(
        id="dimensions_",
        title=ctx.t("Dimensions"),
        note=_note(ctx, markets),
        choices=_choices(ctx),
        grid=Grid(
            corner=ctx.t("Dimension"),
            columns=_columns(ctx, markets),
            rows=_rows(ctx, markets),
        ),
    )
    return answer(ctx, sections=(dimensions, _journeys(ctx, markets)))


def _note(ctx: PageContext, markets: list[Market]) -> str:
    """What differs most, and what is counted."""
    basis = ctx.t("Calculated from the current buyer and customer journeys in each market.")
    dimension = largest_difference(*markets)
    if not dimension:
        return basis
    first, second = (_in_words(_cells(ctx, side)[dimension]) for side in markets)
    conclusion = ctx.t(
        "Largest difference: {dimension}. {b2b}: {first}. {b2c}: {second}.",
        dimension=_titles(ctx)[dimension],
        b2b=word(ctx.t, "b2b"),
        first=first,
        b2c=word(ctx.t, "b2c"),
        second=second,
    )
    return f"{conclusion} {basis}"


def _in_words(cell: GridCell) -> str:
    """The figure of a cell as plain text."""
    if cell.emotion:
        return cell.emotion.shown
    return cell.texts[0].unescape() if cell.texts else ""


def _choices(ctx: PageContext) -> tuple[Choice, ...]:
    t = ctx.t
    return (
        Choice(key=ALL, label=t("All fourteen dimensions")),
        Choice(key="group", label=t("Four: cycle, decision, channels, measures")),
        Choice(key="people", label=t("Four: team, deal, cycle, emotions")),
        Choice(
            key="sales",
            label=t("Five: customer, cycle, touchpoints, offline share, after-sales"),
        ),
    )


def _columns(ctx: PageContext, markets: list[Market]) -> tuple[Link, ...]:
    columns = []
    for name, side in zip(MARKETS, markets, strict=True):
        journeys = ctx.tn("{count} journey", "{count} journeys", len(side.journeys))
        columns.append(Link(label=word(ctx.t, name), note=journeys))
    return tuple(columns)


def _rows(ctx: PageContext, markets: list[Market]) -> tuple[GridRow, ...]:
    sides = [_cells(ctx, side) for side in markets]
    gap = GridCell(gap=ctx.t("not stated in the maps"))
    rows = []
    for dimension, title in _titles(ctx).items():
        cells = [side[dimension] for side in sides]
        row = GridRow(
            head=heading(title),
            cells=tuple(gap if cell == GridCell() else cell for cell in cells),
            sets=(ALL, *_CHOICES[dimension]),
        )
        rows.append(row)
    return tuple(rows)


def _titles(ctx: PageContext) -> Mapping[str, str]:
    t = ctx.t
    return {
        "customer": t("Customer type"),
        "deciders": t("Number of decision makers"),
        "style": t("Decision criteria"),
        "deal": t("Deal size and acquisition cost"),
        "length": t("Cycle length"),
        "linear": t("Linear or winding"),
        "before": t("Touchpoints before the purchase"),
        "offline": t("Offline share"),
        "channels": t("Main channels"),
        "content": t("Content types"),
        "emotion": t("Range of emotions"),
        "after": t("After the purchase"),
        "referral": t("How they recommend us"),
        "measures": t("How we measure it"),
    }


def _cells(ctx: PageContext, side: Market) -> Mapping[str, GridCell]:
    """The cell of each dimension for one market."""
    deals = tuple(map(Markup.escape, side.deals))
    costs = tuple(link(ctx, ref, note=now) for ref, now in side.costs)
    length = spell_text(ctx, side.length) if side.length else ""
    offline = "" if side.offline is None else ctx.messages.percent(side.offline)
    referral = [touchpoint.ref for touchpoint in side.referral]
    return {
        "customer": _customer(ctx, side),
        "deciders": _deciders(ctx, side),
        "style": _criteria(ctx, side),
        "deal": GridCell(texts=deals, links=costs),
        "length": text_cell(length),
        "linear": _linearity(ctx, side),
        "before": text_cell(_range(ctx, side.before)),
        "offline": text_cell(offline),
        "channels": _channels(ctx, side),
        "content": _word_counts(ctx, side.content),
        "emotion": _emotions(ctx, side.feeling),
        "after": _after(ctx, side),
        "referral": _links(ctx, referral),
        "measures": _word_counts(ctx, side.measures),
    }


def _customer(ctx: PageContext, side: Market) -> GridCell:
    if not side.teams:
        return text_cell(ctx.t("A person"))
    team = ctx.tn(
        "A team decides in {teams} of {count} journey",
        "A team decides in {teams} of {count} journeys",
        len(side.buying),
        teams=side.teams,
    )
    return text_cell(team)


def _deciders(ctx: PageContext, side: Market) -> GridCell:
    if side.deciders is None:
        return GridCell()
    mean = number(ctx, round(side.deciders.mean, 1))
    texts = text_cell(_range(ctx, side.deciders)).texts
    return GridCell(texts=texts, note=ctx.t("{value} on average", value=mean))


def _range(ctx: PageContext, values: Range | None) -> str:
    if values is None:
        return ""
    low, high = number(ctx, values.low), number(ctx, values.high)
    return (
        low
        if low == high
        else ctx.t(
            "{low} to {high}",
            low=low,
            high=high,
        )
    )


def _criteria(ctx: PageContext, side: Market) -> GridCell:
    """The first criteria, and how many more there are."""
    texts = tuple(map(Markup.escape, side.criteria[:MOST_TEXTS]))
    more = len(side.criteria) - len(texts) + side.more_criteria
    return GridCell(texts=texts, note=ctx.t("{count} more", count=more) if more else "")


def _linearity(ctx: PageContext, side: Market) -> GridCell:
    if side.straight is None or side.loops is None:
        return GridCell()
    share = ctx.messages.percent(side.straight)
    loops = ctx.messages.number(side.loops, 2)
    return text_cell(
        ctx.t("{share} of steps have a single next step", share=share),
        ctx.t("Loops back per step: {count}", count=loops),
    )


def _channels(ctx: PageContext, side: Market) -> GridCell:
    links = []
    for name, times in side.channels:
        steps = ctx.tn("{count} step", "{count} steps", times)
        links.append(link(ctx, Ref("channel", name), note=steps))
    return GridCell(links=tuple(links))


def _emotions(ctx: PageContext, feeling: Range | None) -> GridCell:
    """The mean emotion, and the lowest and the highest."""
    if feeling is None:
        return GridCell()
    low, high = signed(ctx, feeling.low), signed(ctx, feeling.high)
    return GridCell(
        emotion=emotion(ctx, feeling.mean),
        note=ctx.t(
            "from {low} to {high}",
            low=low,
            high=high,
        ),
    )


def _after(ctx: PageContext, side: Market) -> GridCell:
    """How many steps there are after the purchase, and their mean emotion."""
    mean = None if side.after_feeling is None else emotion(ctx, side.after_feeling)
    steps = ctx.tn("{count} step", "{count} steps", side.after) if side.after else ""
    return GridCell(emotion=mean, note=steps)


def _word_counts(ctx: PageContext, counts: Iterable[tuple[str, int]]) -> GridCell:
    """Words of the format, each with how often it is used."""
    texts = [f"{word(ctx.t, key)} ({ctx.messages.number(times)})" for key, times in counts]
    return text_cell(*texts)


def _journeys(ctx: PageContext, markets: list[Market]) -> Section:
    rows = []
    for name, side in zip(MARKETS, markets, strict=True):
        journeys = _links(ctx, [journey.ref for journey in side.journeys])
        rows.append(GridRow(head=heading(word(ctx.t, name)), cells=(journeys,)))
    grid = Grid(
        corner=ctx.t("Market"),
        columns=(heading(ctx.t("Journeys")),),
        rows=tuple(rows),
    )
    return Section(
        id="maps_",
        title=ctx.t("Maps used here"),
        grid=grid,
    )


def _links(ctx: PageContext, refs: list[Ref]) -> GridCell:
    """The first links, and how many more there are."""
    links = tuple(link(ctx, ref) for ref in refs[:MOST_LINKS])
    more = len(refs) - len(links)
    note = ctx.t("{count} more", count=ctx.messages.number(more)) if more else ""
    return GridCell(links=links, note=note)
