"""The page of a stage: the steps of every journey in it, their touchpoints, and content."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from journeybook.insight.map_groups import MapGroup
from journeybook.insight.touchpoint_use import Occurrence
from journeybook.insight.use_figures import (
    NO_FIGURES,
    UseFigures,
    stage_figures,
    stage_occurrences,
    stages_with_id,
)
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.fact_rows import filled, plain_row
from journeybook.pages.frame import frame
from journeybook.pages.labels import word
from journeybook.pages.links import link
from journeybook.pages.lists.content_index import is_for_stage
from journeybook.pages.lists.entity_views import opportunity_links, with_links
from journeybook.pages.lists.occurrences import occurrence_rows, other_figures, today_figures
from journeybook.pages.stages import StageEntry
from journeybook.pages.views import Badge, EntityView, Related


def stage_view(ctx: PageContext, entry: StageEntry) -> EntityView:
    """Everything about one stage, over all journeys."""
    t = ctx.t
    stages = stages_with_id(ctx.catalog, entry.id)
    steps = stage_occurrences(stages)
    groups = stage_figures(ctx.catalog, entry.id)
    owners = sorted({stage.owner for _, stage in stages if stage.owner}, key=ctx.sort_key)
    definition = entry.definition
    phase = str(definition.phase) if definition and definition.phase else ""
    other_names = dict.fromkeys(_other_names(entry))
    return EntityView(
        **frame(ctx),
        title=definition.named(ctx.lang) if definition else entry.title,
        eyebrow=t("Stage"),
        kind="stage",
        summary=_summary(ctx, groups.get(MapGroup.TODAY, NO_FIGURES)),
        badges=(Badge(label=word(t, phase)),) if phase else (),
        facts=filled(
            (
                plain_row(t("Also called"), *other_names),
                plain_row(t("Owner"), *owners, icon="owner"),
            )
        ),
        figures=today_figures(ctx, groups),
        other_figures=other_figures(ctx, groups),
        occurrences=_occurrences(ctx, steps),
        related=with_links(
            _touchpoints(ctx, steps),
            _content(ctx, entry),
            opportunity_links(ctx, steps),
        ),
    )


def _summary(ctx: PageContext, today: UseFigures) -> str:
    return ctx.t(
        "{steps} in {journeys}",
        steps=ctx.tn("{count} step", "{count} steps", today.steps),
        journeys=ctx.tn("{count} journey", "{count} journeys", today.journeys),
    )


def _other_names(entry: StageEntry) -> Iterator[str]:
    """Its names in other languages, then its aliases."""
    if entry.definition:
        for _, name in entry.definition.name:
            if name != entry.title:
                yield str(name)
        yield from map(str, entry.definition.aliases)


def _occurrences(ctx: PageContext, steps: tuple[Occurrence, ...]) -> tuple[views.Occurrence, ...]:
    """The steps as rows, cached by journey."""
    rows: list[views.Occurrence] = []
    for journey, own_steps in groupby(steps, key=lambda step: step.journey):
        make = partial(_rows, ctx, tuple(own_steps))
        rows += ctx.cached_fragment("steps", journey.ref, make)
    return tuple(rows)


def _rows(ctx: PageContext, steps: tuple[Occurrence, ...]) -> tuple[views.Occurrence, ...]:
    return occurrence_rows(ctx, steps)


def _touchpoints(ctx: PageContext, steps: tuple[Occurrence, ...]) -> Related:
    refs = dict.fromkeys(ref for use in steps for ref in use.step.refs("touchpoint"))
    links = tuple(link(ctx, ref) for ref in refs)
    return Related(
        title=ctx.t("Touchpoints"),
        kind="touchpoint",
        links=links,
    )


def _content(ctx: PageContext, entry: StageEntry) -> Related:
    assets = [asset for asset in ctx.catalog.collateral if is_for_stage(ctx, asset, entry)]
    links = tuple(link(ctx, asset.ref) for asset in assets)
    return Related(
        title=ctx.t("Content for this stage"),
        kind="collateral",
        links=links,
    )
