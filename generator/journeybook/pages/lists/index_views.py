"""The lists of journeys, touchpoints, channels, personas, stages, metrics and evidence."""

from __future__ import annotations

from functools import partial

from journeybook.insight.map_groups import MapGroup
from journeybook.insight.metric_series import series_facts
from journeybook.insight.touchpoint_use import presence
from journeybook.insight.use_figures import (
    NO_FIGURES,
    FiguresByGroup,
    figures_by_group,
    figures_of_every_stage,
)
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.labels import role, word
from journeybook.pages.links import link
from journeybook.pages.lists.cards import card
from journeybook.pages.lists.entity_views import touchpoints_measured_by
from journeybook.pages.lists.tables import (
    average_feeling,
    count,
    count_by_group,
    facet,
    links,
    reach_cells,
    reach_columns,
    text,
    token,
    tokens,
    useful,
)
from journeybook.pages.stages import StageEntry
from journeybook.pages.views import Facet, IndexView, JourneyCard, Link, Table, TableCell, TableRow
from journeybook.schema.documents import Channel, Evidence, Metric, Persona, Touchpoint
from journeybook.schema.values import Ref
from journeybook.vocabulary import MARKETS, PHASES, STATUSES

_PRESENCES = ("online", "offline")


def journey_index(ctx: PageContext) -> IndexView:
    """All journeys as cards."""
    t = ctx.t
    cards = tuple(card(ctx, journey) for journey in ctx.by_title(ctx.catalog.journeys))
    return IndexView(
        **frame(ctx),
        title=t("Journeys"),
        kind="journey",
        eyebrow=t("Index"),
        intro=t("Every journey map, with its emotion curve and status."),
        cards=cards,
        facets=card_facets(ctx, cards),
    )


def card_facets(ctx: PageContext, cards: tuple[JourneyCard, ...]) -> tuple[Facet, ...]:
    """Market and status of a list of journeys."""
    t = ctx.t
    words = {key: word(t, key) for key in (*MARKETS, *STATUSES)}
    return useful(
        facet("market", t("Market"), ([card.market] for card in cards), words),
        facet("status", t("Status"), ([card.status] for card in cards), words),
    )


def touchpoint_index(ctx: PageContext) -> IndexView:
    """Touchpoints before, during and after the purchase; one that belongs to several phases is in
    each of their tables."""
    t = ctx.t
    groups: dict[str, list[TableRow]] = {phase: [] for phase in (*PHASES, "")}
    presences, measures = [], []
    for touchpoint in ctx.by_title(ctx.catalog.touchpoints):
        where = presence(touchpoint, ctx.catalog)
        own_measures = [str(measure) for measure in touchpoint.measure] or ["none"]
        make = partial(_touchpoint_row, ctx, touchpoint, where, own_measures)
        row = ctx.cached_fragment("row", touchpoint.ref, make)
        for phase in _phases(ctx, touchpoint):
            groups[phase].append(row)
            presences.append([where])
            measures.append(own_measures)
    titles = {phase: word(t, phase) for phase in PHASES} | {"": t("Phase not set")}
    columns = (
        t("Touchpoint"),
        t("Channels"),
        t("Presence"),
        t("How we measure it"),
        *reach_columns(ctx),
    )
    tables = []
    for phase, rows in groups.items():
        if rows:
            table = Table(
                id=f"{phase or 'other'}_",
                title=titles[phase],
                columns=columns,
                rows=tuple(rows),
            )
            tables.append(table)
    return IndexView(
        **frame(ctx),
        title=t("Touchpoints"),
        kind="touchpoint",
        eyebrow=t("Index"),
        intro=t("Every point of contact between customers and us, online and offline, by phase."),
        facets=_touchpoint_facets(ctx, presences, measures),
        tables=tuple(tables),
    )


def _touchpoint_facets(
    ctx: PageContext,
    presences: list[list[str]],
    measures: list[list[str]],
) -> tuple[Facet, ...]:
    t = ctx.t
    keys = {measure for row in measures for measure in row}
    words = {key: word(t, key) for key in (*_PRESENCES, *keys)}
    return useful(
        facet("presence", t("Presence"), presences, words),
        facet("measure", t("How we measure it"), measures, words),
    )


def _touchpoint_row(
    ctx: PageContext,
    touchpoint: Touchpoint,
    where: str,
    measures: list[str],
) -> TableRow:
    figures = figures_by_group(ctx.catalog, touchpoint)
    channels = [link(ctx, ref) for ref in touchpoint.channel]
    measure_labels = ", ".join(word(ctx.t, measure) for measure in measures)
    return TableRow(
        cells=(
            links(link(ctx, touchpoint.ref)),
            links(*channels),
            text(word(ctx.t, where)),
            text(measure_labels),
            *reach_cells(ctx, figures),
        ),
        facets={"presence": token(where), "measure": tokens(measures)},
    )


def _phases(ctx: PageContext, touchpoint: Touchpoint) -> list[str]:
    """Its own phases, else those of the stages that use it, else the empty phase."""
    own = [str(phase) for phase in touchpoint.phase]
    return own or _phases_by_use(ctx, touchpoint) or [""]


def _phases_by_use(ctx: PageContext, touchpoint: Touchpoint) -> list[str]:
    """The phases of the stages that use it, in order."""
    phases = set()
    for use in ctx.catalog.users(touchpoint.ref, "touchpoint"):
        definition = ctx.catalog.config.stages.find(use.stage)
        if definition and definition.phase:
            phases.add(str(definition.phase))
    return [phase for phase in PHASES if phase in phases]


def channel_index(ctx: PageContext) -> IndexView:
    """Channels with their touchpoints and steps."""
    t = ctx.t
    columns = (
        t("Channel"),
        t("Presence"),
        t("Markets"),
        t("Touchpoints"),
        *reach_columns(ctx),
    )
    channels = ctx.by_title(ctx.catalog.channels)
    words = {key: word(t, key) for key in _PRESENCES}
    presences = [[str(channel.presence or "")] for channel in channels]
    rows = tuple(_channel_row(ctx, channel) for channel in channels)
    return IndexView(
        **frame(ctx),
        title=t("Channels"),
        kind="channel",
        eyebrow=t("Index"),
        intro=t("How touchpoints reach the customer."),
        facets=useful(facet("presence", t("Presence"), presences, words)),
        tables=(
            Table(
                id="channels_",
                title="",
                columns=columns,
                rows=rows,
            ),
        ),
    )


def _channel_row(ctx: PageContext, channel: Channel) -> TableRow:
    where = str(channel.presence or "")
    markets = ", ".join(word(ctx.t, str(market)) for market in channel.markets)
    touchpoints = sum(channel.ref in touchpoint.channel for touchpoint in ctx.catalog.touchpoints)
    figures = figures_by_group(ctx.catalog, channel)
    return TableRow(
        cells=(
            links(link(ctx, channel.ref)),
            text(word(ctx.t, where)),
            text(markets),
            count(ctx, touchpoints),
            *reach_cells(ctx, figures),
        ),
        facets={"presence": token(where)},
    )


def persona_index(ctx: PageContext) -> IndexView:
    """Personas and stakeholders."""
    t = ctx.t
    columns = (
        t("Persona"),
        t("Role"),
        t("Department"),
        t("Markets"),
        t("Own journeys"),
        t("In buying committees"),
        t("Basis"),
    )
    personas = ctx.by_title(ctx.catalog.personas)
    words = {key: word(t, key) for key in MARKETS}
    markets = [list(map(str, persona.market)) for persona in personas]
    departments = [[str(persona.unit or "")] for persona in personas]
    rows = tuple(_persona_row(ctx, persona) for persona in personas)
    return IndexView(
        **frame(ctx),
        title=t("Personas"),
        kind="persona",
        eyebrow=t("Index"),
        intro=t("The people whose journeys are mapped, and the people who decide with them."),
        facets=useful(
            facet("market", t("Market"), markets, words),
            facet("unit", t("Department"), departments),
        ),
        tables=(
            Table(
                id="personas_",
                title="",
                columns=columns,
                rows=rows,
            ),
        ),
    )


def _persona_row(ctx: PageContext, persona: Persona) -> TableRow:
    t = ctx.t
    own, committees = [], []
    for journey in ctx.catalog.journeys_with(persona.ref):
        if journey.persona == persona.id:
            own.append(link(ctx, journey.ref))
        if persona.id in dict(journey.committee):
            committees.append(link(ctx, journey.ref))
    markets = [str(market) for market in persona.market]
    market_labels = ", ".join(word(t, market) for market in markets)
    basis = word(t, str(persona.basis)) if persona.basis else ""
    return TableRow(
        cells=(
            links(link(ctx, persona.ref)),
            text(role(t, str(persona.role or ""))),
            text(persona.unit),
            text(market_labels),
            links(*own),
            links(*committees),
            text(basis),
        ),
        facets={
            "market": tokens(markets),
            "unit": token(str(persona.unit)) if persona.unit else "",
        },
    )


def stage_index(ctx: PageContext) -> IndexView:
    """Stages over all journeys."""
    t = ctx.t
    columns = (
        t("Stage"),
        t("Phase"),
        t("Journeys"),
        t("Steps"),
        t("Average emotion"),
        t("Pain points"),
    )
    figures = figures_of_every_stage(ctx.catalog)
    rows = tuple(_stage_row(ctx, entry, figures[entry.id]) for entry in ctx.site.plan.stages)
    return IndexView(
        **frame(ctx),
        title=t("Stages"),
        kind="stage",
        eyebrow=t("Index"),
        intro=t("The stages that journeys share, so that you can compare them."),
        tables=(
            Table(
                id="stages_",
                title="",
                columns=columns,
                rows=rows,
            ),
        ),
    )


def _stage_row(ctx: PageContext, entry: StageEntry, groups: FiguresByGroup) -> TableRow:
    today = groups.get(MapGroup.TODAY, NO_FIGURES)
    definition = entry.definition
    phase = str(definition.phase) if definition and definition.phase else ""
    label = definition.named(ctx.lang) if definition else entry.title
    page = ctx.site.plan.page_of(Ref("stage", entry.id))
    head = Link(
        label=label,
        href=ctx.href(page.url) if page else "",
        kind="stage",
    )
    return TableRow(
        cells=(
            links(head),
            text(word(ctx.t, phase)),
            count_by_group(ctx, groups, lambda figures: figures.journeys),
            count(ctx, today.steps),
            average_feeling(ctx, groups),
            count(ctx, today.pains),
        )
    )


def metric_index(ctx: PageContext) -> IndexView:
    """Metrics with their last value and target."""
    t = ctx.t
    columns = (
        t("Metric"),
        t("Last value"),
        t("Target"),
        t("Target met"),
        t("Measured every"),
        t("Owner"),
        t("Journeys"),
        t("Steps"),
        t("Touchpoints"),
    )
    metrics = ctx.by_title(ctx.catalog.metrics)
    owners = [[str(metric.owner or "")] for metric in metrics]
    rows = tuple(_metric_row(ctx, metric) for metric in metrics)
    return IndexView(
        **frame(ctx),
        title=t("Metrics"),
        kind="metric",
        eyebrow=t("Index"),
        intro=t("The figures that show whether journeys are improving."),
        facets=useful(facet("owner", t("Owner"), owners)),
        tables=(
            Table(
                id="metrics_",
                title="",
                columns=columns,
                rows=rows,
            ),
        ),
    )


def _metric_row(ctx: PageContext, metric: Metric) -> TableRow:
    facts = series_facts(metric)
    unit = f" {metric.unit}" if metric.unit else ""
    last = ctx.messages.number(facts.last.value or 0, 2) + unit if facts else ""
    target = f"{metric.target}{unit}" if metric.target else ""
    target_met = ""
    if facts and facts.reached is not None:
        target_met = ctx.t("Target met") if facts.reached else ctx.t("Target not met")
    groups = figures_by_group(ctx.catalog, metric)
    today = groups.get(MapGroup.TODAY, NO_FIGURES)
    return TableRow(
        cells=(
            links(link(ctx, metric.ref)),
            TableCell(number=last),
            TableCell(number=target),
            text(target_met),
            text(metric.period),
            text(metric.owner),
            count_by_group(ctx, groups, lambda figures: figures.journeys),
            count(ctx, today.steps),
            count(ctx, len(touchpoints_measured_by(ctx, metric))),
        ),
        facets={"owner": token(str(metric.owner)) if metric.owner else ""},
    )


def evidence_index(ctx: PageContext) -> IndexView:
    """Evidence, newest first, with the number of claims it supports."""
    t = ctx.t
    columns = (
        t("Evidence"),
        t("Type"),
        t("Date"),
        t("Sample"),
        t("Claims it supports"),
    )
    evidence = sorted(ctx.catalog.evidence, key=_newest_first)
    types = [[str(piece.type or "")] for piece in evidence]
    words = {kind: word(t, kind) for row in types for kind in row}
    rows = tuple(
        ctx.cached_fragment("row", piece.ref, partial(_evidence_row, ctx, piece))
        for piece in evidence
    )
    return IndexView(
        **frame(ctx),
        title=t("Evidence"),
        kind="evidence",
        eyebrow=t("Index"),
        intro=t("The research behind the maps, newest first."),
        facets=useful(facet("type", t("Type"), types, words)),
        tables=(
            Table(
                id="evidence_",
                title="",
                columns=columns,
                rows=rows,
            ),
        ),
    )


def _newest_first(evidence: Evidence) -> tuple[bool, int, str]:
    """By date, undated pieces last."""
    day = evidence.date.toordinal() if evidence.date else 0
    return (evidence.date is None, -day, evidence.id)


def _evidence_row(ctx: PageContext, evidence: Evidence) -> TableRow:
    kind = str(evidence.type or "")
    date = ctx.messages.date(evidence.date) if evidence.date else ""
    groups = figures_by_group(ctx.catalog, evidence)
    return TableRow(
        cells=(
            links(link(ctx, evidence.ref)),
            text(word(ctx.t, kind)),
            TableCell(text=date, sort=str(evidence.date or "")),
            count(ctx, evidence.people or 0),
            count_by_group(ctx, groups, lambda figures: figures.claims),
        ),
        facets={"type": token(kind)},
    )
