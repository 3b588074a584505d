"""The steps that use a thing, as rows for a page, and the numbers they add up to."""

from __future__ import annotations

from collections.abc import Iterable

from journeybook.insight.touchpoint_use import Occurrence, use_figures
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.links import link, stage_link, step_link
from journeybook.pages.maps.canvas import move_text
from journeybook.pages.marked_text import marked
from journeybook.pages.scales import emotion, score
from journeybook.schema.values import MetricMove, Ref


def occurrence(ctx: PageContext, found: Occurrence) -> views.Occurrence:
    """One step that uses the thing the page is about."""
    journey, step = found.journey, found.step
    worth = step.score("worth")
    moves = [
        fact.payload
        for fact in step.all("metric")
        if isinstance(fact.payload, MetricMove) and fact.payload.ref == ctx.page.about
    ]
    return views.Occurrence(
        journey=link(ctx, journey.ref),
        persona=link(ctx, Ref("persona", journey.persona)),
        stage=stage_link(ctx, journey, found.stage),
        step=step_link(ctx, journey, step),
        people=tuple(link(ctx, Ref("persona", person)) for person in found.people),
        emotion=None if found.feeling is None else emotion(ctx, found.feeling),
        pains=tuple(marked(ctx, journey, pain, step=step) for pain in step.all("pain")),
        delights=tuple(marked(ctx, journey, delight, step=step) for delight in step.all("delight")),
        worth=score(ctx, worth) if worth else None,
        truth=bool(step.all("moment of truth")),
        note=move_text(moves[0]) if moves else "",
    )


def reach_figures(ctx: PageContext, found: Iterable[Occurrence]) -> tuple[views.Figure, ...]:
    """Reach, feelings, worth and pains of a set of steps."""
    all_found = tuple(found)
    if not all_found:
        return ()
    sums, number = use_figures(all_found), ctx.messages.number
    steps = ctx.tn("{count} step", "{count} steps", sums.steps)
    made = [
        views.Figure(
            label=ctx.t("Reach"),
            value=ctx.tn("{count} journey", "{count} journeys", sums.journeys),
            note=ctx.t(
                "{steps}, {people}",
                steps=steps,
                people=ctx.tn("{count} person", "{count} people", sums.personas),
            ),
        )
    ]
    if sums.average is not None and sums.lowest is not None:
        low, where = sums.lowest
        tone = "bad" if sums.average <= -0.5 else "good" if sums.average >= 0.5 else ""
        made.append(
            views.Figure(
                label=ctx.t("Average emotion"), value=number(sums.average, 1, sign=True), tone=tone
            )
        )
        target = step_link(ctx, where.journey, where.step)
        made.append(
            views.Figure(
                label=ctx.t("Lowest emotion"),
                value=number(low, 1, sign=True),
                note=where.step.title,
                href=target.href,
                tone="bad" if low < 0 else "",
            )
        )
    if sums.worth is not None:
        value = ctx.t("{value} of 5", value=number(sums.worth, 1))
        made.append(views.Figure(label=ctx.t("Value to the customer"), value=value))
    if sums.pains:
        made.append(views.Figure(label=ctx.t("Pain points"), value=number(sums.pains), tone="bad"))
    if sums.truths:
        made.append(views.Figure(label=ctx.t("Moments of truth"), value=number(sums.truths)))
    return tuple(made)
