"""The steps that use a thing, as rows of a page, and the figures that sum them up."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from journeybook.insight.map_groups import MapGroup, group_of, is_today
from journeybook.insight.touchpoint_use import Occurrence
from journeybook.insight.use_figures import FiguresByGroup, UseFigures
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.labels import group_label, short_name
from journeybook.pages.links import link, stage_link, step_link
from journeybook.pages.maps.canvas import move_text
from journeybook.pages.marked_text import marked
from journeybook.pages.scales import emotion, score
from journeybook.pages.views import Figure, FigureGroup
from journeybook.schema.documents import Journey
from journeybook.schema.values import MetricMove, Ref

FiguresOf = Callable[[PageContext, UseFigures], tuple[Figure, ...]]
"""What turns the figures of one group of maps into those of a page."""


def occurrence(ctx: PageContext, use: Occurrence) -> views.Occurrence:
    """One step that uses the thing the page is about."""
    journey, step = use.journey, use.step
    worth = step.score("worth")
    moves = [
        fact.payload
        for fact in step.all("metric")
        if isinstance(fact.payload, MetricMove) and fact.payload.ref == ctx.page.about
    ]
    return views.Occurrence(
        journey=link(ctx, journey.ref),
        persona=link(ctx, Ref("persona", journey.persona)),
        stage=stage_link(ctx, journey, use.stage),
        step=step_link(ctx, journey, step),
        people=tuple(link(ctx, Ref("persona", person)) for person in use.people),
        emotion=None if use.feeling is None else emotion(ctx, use.feeling),
        pains=tuple(marked(ctx, journey, pain, step=step) for pain in step.all("pain")),
        delights=tuple(marked(ctx, journey, delight, step=step) for delight in step.all("delight")),
        worth=score(ctx, worth) if worth else None,
        truth=bool(step.all("moment of truth")),
        note=move_text(moves[0]) if moves else "",
        group=other_group(ctx, journey),
    )


def reach_figures(ctx: PageContext, sums: UseFigures) -> tuple[Figure, ...]:
    """Reach, emotion, customer value, pain points and moments of truth of a set of steps."""
    t, number = ctx.t, ctx.messages.number
    figures = [_reach(ctx, sums), *_emotions(ctx, sums)]
    if sums.worth is not None:
        value = t("{value} of 5", value=number(sums.worth, 1))
        figures.append(Figure(label=t("Customer value"), value=value))
    if sums.pains:
        pains = number(sums.pains)
        figures.append(
            Figure(
                label=t("Pain points"),
                value=pains,
                tone="bad",
            )
        )
    if sums.truths:
        truths = number(sums.truths)
        figures.append(Figure(label=t("Moments of truth"), value=truths))
    return tuple(figures)


def metric_figures(ctx: PageContext, sums: UseFigures) -> tuple[Figure, ...]:
    """The journeys and steps that name a metric."""
    return (_reach(ctx, sums),)


def opportunity_figures(ctx: PageContext, sums: UseFigures) -> tuple[Figure, ...]:
    """The pain points that an opportunity addresses, and the steps that name it."""
    number = ctx.messages.number
    return (
        Figure(label=ctx.t("Pain points it addresses"), value=number(sums.pains)),
        Figure(label=ctx.t("Steps"), value=number(sums.steps)),
    )


def evidence_figures(ctx: PageContext, sums: UseFigures) -> tuple[Figure, ...]:
    """The claims that cite a piece of evidence, and the journeys they are in."""
    number = ctx.messages.number
    return (
        Figure(label=ctx.t("Claims it supports"), value=number(sums.claims)),
        Figure(label=ctx.t("Journeys"), value=number(sums.journeys)),
    )


def occurrence_rows(ctx: PageContext, uses: Iterable[Occurrence]) -> tuple[views.Occurrence, ...]:
    """The steps that use a thing, as rows."""
    return tuple(occurrence(ctx, use) for use in uses)


def today_figures(
    ctx: PageContext, groups: FiguresByGroup, figures: FiguresOf = reach_figures
) -> tuple[Figure, ...]:
    """The figures of current maps; empty if there are none."""
    today = groups.get(MapGroup.TODAY)
    return figures(ctx, today) if today else ()


def other_figures(
    ctx: PageContext, groups: FiguresByGroup, figures: FiguresOf = reach_figures
) -> tuple[FigureGroup, ...]:
    """The figures of all other groups of maps."""
    others = []
    for group, sums in groups.items():
        if group is not MapGroup.TODAY:
            title = group_label(ctx.t, group)
            others.append(FigureGroup(title=title, figures=figures(ctx, sums)))
    return tuple(others)


def other_group(ctx: PageContext, journey: Journey) -> str:
    """The name of the group a map belongs to; empty for a current map."""
    return "" if is_today(journey) else group_label(ctx.t, group_of(journey))


def _reach(ctx: PageContext, sums: UseFigures) -> Figure:
    note = ctx.t(
        "{steps}, {people}",
        steps=ctx.tn("{count} step", "{count} steps", sums.steps),
        people=ctx.tn("{count} person", "{count} people", sums.people),
    )
    journeys = ctx.tn("{count} journey", "{count} journeys", sums.journeys)
    return Figure(
        label=ctx.t("Reach"),
        value=journeys,
        note=note if sums.steps else "",
    )


def _emotions(ctx: PageContext, sums: UseFigures) -> tuple[Figure, ...]:
    """The average emotion, and the lowest with its step."""
    if sums.average is None or sums.lowest is None:
        return ()
    number = ctx.messages.number
    lowest, use = sums.lowest.value, sums.lowest.use
    average = Figure(
        label=ctx.t("Average emotion"),
        value=number(sums.average, 1, sign=True),
        tone=_tone(sums.average),
    )
    person = short_name(ctx.catalog.title(Ref("persona", sums.lowest.person)))
    low_point = Figure(
        label=ctx.t("Lowest emotion"),
        value=number(lowest, 1, sign=True),
        note=f"{use.step.title}, {person}",
        href=step_link(ctx, use.journey, use.step).href,
        tone="bad" if lowest < 0 else "",
    )
    return average, low_point


def _tone(average: float) -> str:
    if average <= -0.5:
        return "bad"
    return "good" if average >= 0.5 else ""
