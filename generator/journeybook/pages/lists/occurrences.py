"""The steps that use a thing, as rows of a page, and the figures that sum them up."""

from __future__ import annotations

from collections.abc import Iterable

from journeybook.insight.touchpoint_use import Occurrence, UseFigures, use_figures
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.links import link, stage_link, step_link
from journeybook.pages.maps.canvas import move_text
from journeybook.pages.marked_text import marked
from journeybook.pages.scales import emotion, score
from journeybook.pages.views import Figure
from journeybook.schema.values import MetricMove, Ref


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
    )


def reach_figures(ctx: PageContext, uses: Iterable[Occurrence]) -> tuple[Figure, ...]:
    """Reach, emotion, customer value, pain points and moments of truth of a set of steps."""
    t = ctx.t
    steps = tuple(uses)
    if not steps:
        return ()
    sums, number = use_figures(steps), ctx.messages.number
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


def _reach(ctx: PageContext, sums: UseFigures) -> Figure:
    note = ctx.t(
        "{steps}, {people}",
        steps=ctx.tn("{count} step", "{count} steps", sums.steps),
        people=ctx.tn("{count} person", "{count} people", sums.personas),
    )
    journeys = ctx.tn("{count} journey", "{count} journeys", sums.journeys)
    return Figure(
        label=ctx.t("Reach"),
        value=journeys,
        note=note,
    )


def _emotions(ctx: PageContext, sums: UseFigures) -> tuple[Figure, ...]:
    """The average emotion, and the lowest with its step."""
    if sums.average is None or sums.lowest is None:
        return ()
    number = ctx.messages.number
    lowest, use = sums.lowest
    average = Figure(
        label=ctx.t("Average emotion"),
        value=number(sums.average, 1, sign=True),
        tone=_tone(sums.average),
    )
    low_point = Figure(
        label=ctx.t("Lowest emotion"),
        value=number(lowest, 1, sign=True),
        note=use.step.title,
        href=step_link(ctx, use.journey, use.step).href,
        tone="bad" if lowest < 0 else "",
    )
    return average, low_point


def _tone(average: float) -> str:
    if average <= -0.5:
        return "bad"
    return "good" if average >= 0.5 else ""
