"""The page of a stage: every journey's steps in it, their touchpoints, pains and content."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from journeybook.catalog.catalog import Use
from journeybook.insight.touchpoint_use import Occurrence
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.fact_rows import filled, plain_row
from journeybook.pages.frame import frame
from journeybook.pages.labels import word
from journeybook.pages.links import link
from journeybook.pages.lists.entity_views import opportunity_links, with_links
from journeybook.pages.lists.occurrences import occurrence, reach_figures
from journeybook.pages.stages import StageEntry


def stage_view(ctx: PageContext, stage: StageEntry) -> views.EntityView:
    """Everything about one stage, over all journeys."""
    found = tuple(
        Occurrence(journey, own, step, Use(journey.ref, "stage", own.id, step.id))
        for journey in ctx.catalog.journeys
        for own in journey.stages
        if own.id == stage.id
        for step in own.steps
    )
    definition = stage.definition
    phase = str(definition.phase) if definition and definition.phase else ""
    others = [name for _, name in definition.name if name != stage.title] if definition else []
    owners = {
        own.owner
        for journey in ctx.catalog.journeys
        for own in journey.stages
        if own.id == stage.id and own.owner
    }
    made = [
        c for c in ctx.catalog.collateral if any(_is(ctx, ref.id, stage.id) for ref in c.stages)
    ]
    touchpoints = {ref: None for o in found for ref in o.step.refs("touchpoint")}
    journeys = ctx.tn("{count} journey", "{count} journeys", len({o.journey.id for o in found}))
    steps = ctx.tn("{count} step", "{count} steps", len(found))
    return views.EntityView(
        **frame(ctx),
        title=definition.named(ctx.lang) if definition else stage.title,
        eyebrow=ctx.t("Stage"),
        kind="stage",
        summary=ctx.t("{steps} in {journeys}", steps=steps, journeys=journeys),
        badges=(views.Badge(label=word(ctx.t, phase)),) if phase else (),
        facts=filled(
            (
                plain_row(
                    ctx.t("Also called"),
                    *dict.fromkeys([*map(str, others), *map(str, _aliases(stage))]),
                ),
                plain_row(ctx.t("Owner"), *sorted(owners), icon="owner"),
            )
        ),
        figures=reach_figures(ctx, found),
        occurrences=tuple(
            made
            for journey, own in groupby(found, key=lambda o: o.journey)
            for made in ctx.cached_fragment(
                "steps", journey.ref, partial(_occurrences, ctx, tuple(own))
            )
        ),
        related=with_links(
            views.Related(
                title=ctx.t("Touchpoints"),
                kind="touchpoint",
                links=tuple(link(ctx, ref) for ref in touchpoints),
            ),
            views.Related(
                title=ctx.t("Content for this stage"),
                kind="collateral",
                links=tuple(link(ctx, c.ref) for c in made),
            ),
            opportunity_links(ctx, found),
        ),
    )


def _occurrences(ctx: PageContext, found: tuple[Occurrence, ...]) -> tuple[views.Occurrence, ...]:
    return tuple(occurrence(ctx, one) for one in found)


def _aliases(stage: StageEntry) -> tuple[str, ...]:
    return tuple(str(alias) for alias in stage.definition.aliases) if stage.definition else ()


def _is(ctx: PageContext, name: str, stage: str) -> bool:
    definition = ctx.catalog.config.stages.find(name)
    return definition is not None and str(definition.id) == stage
