"""The lists of touchpoints, channels, personas, stages, metrics, evidence and journeys."""

from __future__ import annotations

from functools import partial

from journeybook.insight.emotion import stage_average
from journeybook.insight.metric_series import series_facts
from journeybook.insight.touchpoint_use import in_channel, occurrences, presence, use_figures
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.labels import role, word
from journeybook.pages.links import link
from journeybook.pages.lists.cards import card
from journeybook.pages.lists.tables import (
    count,
    facet,
    feeling,
    links,
    reach_cells,
    reach_columns,
    text,
    token,
    useful,
)
from journeybook.schema.documents import Touchpoint
from journeybook.schema.values import Ref
from journeybook.vocabulary import MARKETS, PHASES, STATUSES


def journey_index(ctx: PageContext) -> views.IndexView:
    """All journeys as cards."""
    cards = tuple(card(ctx, journey) for journey in ctx.catalog.journeys)
    return views.IndexView(
        **frame(ctx),
        title=ctx.t("Journeys"),
        kind="journey",
        eyebrow=ctx.t("Index"),
        intro=ctx.t("Every journey map, with its emotion curve and status."),
        cards=cards,
        facets=card_facets(ctx, cards),
    )


def card_facets(ctx: PageContext, cards: tuple[views.JourneyCard, ...]) -> tuple[views.Facet, ...]:
    """Market and status of a list of journeys."""
    words = {key: word(ctx.t, key) for key in (*MARKETS, *STATUSES)}
    return useful(
        facet("market", ctx.t("Market"), ([made.market] for made in cards), words),
        facet("status", ctx.t("Status"), ([made.status] for made in cards), words),
    )


def touchpoint_index(ctx: PageContext) -> views.IndexView:
    """Touchpoints before, during and after the purchase."""
    groups: dict[str, list[views.TableRow]] = {phase: [] for phase in (*PHASES, "")}
    presences, measures = [], []
    for touchpoint in ctx.catalog.touchpoints:
        phases = [str(phase) for phase in touchpoint.phase] or _phases_by_use(ctx, touchpoint)
        where = presence(touchpoint, ctx.catalog)
        measured = [str(measure) for measure in touchpoint.measure] or ["none"]
        row = ctx.cached_fragment(
            "row", touchpoint.ref, partial(_touchpoint_row, ctx, touchpoint, where, measured)
        )
        for phase in phases or [""]:
            groups[phase].append(row)
            presences.append([where])
            measures.append(measured)
    titles = {phase: word(ctx.t, phase) for phase in PHASES} | {"": ctx.t("Phase not set")}
    columns = (
        ctx.t("Touchpoint"),
        ctx.t("Channels"),
        ctx.t("Presence"),
        ctx.t("How we measure it"),
        *reach_columns(ctx),
    )
    words = {
        key: word(ctx.t, key)
        for key in ("online", "offline", *(m for row in measures for m in row))
    }
    return views.IndexView(
        **frame(ctx),
        title=ctx.t("Touchpoints"),
        kind="touchpoint",
        eyebrow=ctx.t("Index"),
        intro=ctx.t(
            "Every point of contact between customers and us, online and offline, by phase."
        ),
        facets=useful(
            facet("presence", ctx.t("Presence"), presences, words),
            facet("measure", ctx.t("How we measure it"), measures, words),
        ),
        tables=tuple(
            views.Table(
                id=f"{phase or 'other'}_", title=titles[phase], columns=columns, rows=tuple(rows)
            )
            for phase, rows in groups.items()
            if rows
        ),
    )


def _touchpoint_row(
    ctx: PageContext, touchpoint: Touchpoint, where: str, measured: list[str]
) -> views.TableRow:
    sums = use_figures(occurrences(ctx.catalog, touchpoint.ref, "touchpoint"))
    return views.TableRow(
        cells=(
            links(link(ctx, touchpoint.ref)),
            links(*(link(ctx, ref) for ref in touchpoint.channel)),
            text(word(ctx.t, where)),
            text(", ".join(word(ctx.t, measure) for measure in measured)),
            *reach_cells(ctx, sums),
        ),
        facets={
            "presence": token(where),
            "measure": " ".join(token(measure) for measure in measured),
        },
    )


def _phases_by_use(ctx: PageContext, touchpoint: Touchpoint) -> list[str]:
    """Where no phase is written: those of the stages that use it."""
    registry = ctx.catalog.config.stages
    found = {
        str(definition.phase)
        for use in ctx.catalog.users(touchpoint.ref, "touchpoint")
        if (definition := registry.find(use.stage)) and definition.phase
    }
    return [phase for phase in PHASES if phase in found]


def channel_index(ctx: PageContext) -> views.IndexView:
    """Channels with what runs over them."""
    rows, presences = [], []
    for channel in ctx.catalog.channels:
        where = str(channel.presence or "")
        presences.append([where])
        touchpoints = sum(channel.ref in t.channel for t in ctx.catalog.touchpoints)
        rows.append(
            views.TableRow(
                cells=(
                    links(link(ctx, channel.ref)),
                    text(word(ctx.t, where)),
                    text(", ".join(word(ctx.t, str(market)) for market in channel.markets)),
                    count(ctx, touchpoints),
                    *reach_cells(ctx, use_figures(in_channel(ctx.catalog, channel.id))),
                ),
                facets={"presence": token(where)},
            )
        )
    columns = (
        ctx.t("Channel"),
        ctx.t("Presence"),
        ctx.t("Markets"),
        ctx.t("Touchpoints"),
        *reach_columns(ctx),
    )
    words = {key: word(ctx.t, key) for key in ("online", "offline")}
    return views.IndexView(
        **frame(ctx),
        title=ctx.t("Channels"),
        kind="channel",
        eyebrow=ctx.t("Index"),
        intro=ctx.t("How touchpoints reach the customer."),
        facets=useful(facet("presence", ctx.t("Presence"), presences, words)),
        tables=(views.Table(id="channels_", title="", columns=columns, rows=tuple(rows)),),
    )


def persona_index(ctx: PageContext) -> views.IndexView:
    """Personas and stakeholders."""
    rows, markets, units = [], [], []
    for persona in ctx.catalog.personas:
        own = [
            link(ctx, journey.ref)
            for journey in ctx.catalog.journeys_with(persona.ref)
            if journey.persona == persona.id
        ]
        seats = [
            link(ctx, j.ref)
            for j in ctx.catalog.journeys_with(persona.ref)
            if persona.id in dict(j.committee)
        ]
        market = [str(value) for value in persona.market]
        markets.append(market)
        units.append([str(persona.unit or "")])
        basis = word(ctx.t, str(persona.basis)) if persona.basis else ""
        rows.append(
            views.TableRow(
                cells=(
                    links(link(ctx, persona.ref)),
                    text(role(ctx.t, str(persona.role or ""))),
                    text(persona.unit),
                    text(", ".join(word(ctx.t, value) for value in market)),
                    links(*own),
                    links(*seats),
                    text(basis),
                ),
                facets={
                    "market": " ".join(map(token, market)),
                    "unit": token(str(persona.unit)) if persona.unit else "",
                },
            )
        )
    columns = (
        ctx.t("Persona"),
        ctx.t("Role"),
        ctx.t("Department"),
        ctx.t("Markets"),
        ctx.t("Own journeys"),
        ctx.t("In buying committees"),
        ctx.t("Basis"),
    )
    words = {key: word(ctx.t, key) for key in MARKETS}
    return views.IndexView(
        **frame(ctx),
        title=ctx.t("Personas"),
        kind="persona",
        eyebrow=ctx.t("Index"),
        intro=ctx.t("The people whose journeys are mapped, and the people who decide with them."),
        facets=useful(
            facet("market", ctx.t("Market"), markets, words),
            facet("unit", ctx.t("Department"), units),
        ),
        tables=(views.Table(id="personas_", title="", columns=columns, rows=tuple(rows)),),
    )


def stage_index(ctx: PageContext) -> views.IndexView:
    """Stages over all journeys."""
    rows = []
    for entry in ctx.site.plan.stages:
        page = ctx.site.plan.page_of(Ref("stage", entry.id))
        label = entry.definition.named(ctx.lang) if entry.definition else entry.title
        using = [
            stage
            for journey in ctx.catalog.journeys
            for stage in journey.stages
            if stage.id == entry.id
        ]
        steps = [step for stage in using for step in stage.steps]
        phase = str(entry.definition.phase) if entry.definition and entry.definition.phase else ""
        rows.append(
            views.TableRow(
                cells=(
                    links(
                        views.Link(
                            label=label, href=ctx.href(page.url) if page else "", kind="stage"
                        )
                    ),
                    text(word(ctx.t, phase)),
                    count(ctx, len(using)),
                    count(ctx, len(steps)),
                    feeling(ctx, stage_average(ctx.catalog, entry.id)),
                    count(ctx, sum(len(step.all("pain")) for step in steps)),
                )
            )
        )
    columns = (
        ctx.t("Stage"),
        ctx.t("Phase"),
        ctx.t("Journeys"),
        ctx.t("Steps"),
        ctx.t("Average emotion"),
        ctx.t("Pain points"),
    )
    return views.IndexView(
        **frame(ctx),
        title=ctx.t("Stages"),
        kind="stage",
        eyebrow=ctx.t("Index"),
        intro=ctx.t("The stages that journeys share, so that you can compare them."),
        tables=(views.Table(id="stages_", title="", columns=columns, rows=tuple(rows)),),
    )


def metric_index(ctx: PageContext) -> views.IndexView:
    """Metrics with their last value and target."""
    rows, owners = [], []
    for metric in ctx.catalog.metrics:
        facts = series_facts(metric)
        last = ctx.messages.number(facts.last.value or 0, 2) if facts else ""
        unit = f" {metric.unit}" if metric.unit else ""
        reached = ""
        if facts and facts.reached is not None:
            reached = ctx.t("Target met") if facts.reached else ctx.t("Target not met")
        owners.append([str(metric.owner or "")])
        rows.append(
            views.TableRow(
                cells=(
                    links(link(ctx, metric.ref)),
                    views.TableCell(number=f"{last}{unit}") if last else views.TableCell(),
                    views.TableCell(number=f"{metric.target}{unit}")
                    if metric.target
                    else views.TableCell(),
                    text(reached),
                    text(metric.period),
                    text(metric.owner),
                    count(ctx, len({use.user for use in ctx.catalog.users(metric.ref)})),
                ),
                facets={"owner": token(str(metric.owner)) if metric.owner else ""},
            )
        )
    columns = (
        ctx.t("Metric"),
        ctx.t("Last value"),
        ctx.t("Target"),
        ctx.t("Target met"),
        ctx.t("Measured every"),
        ctx.t("Owner"),
        ctx.t("Used in"),
    )
    return views.IndexView(
        **frame(ctx),
        title=ctx.t("Metrics"),
        kind="metric",
        eyebrow=ctx.t("Index"),
        intro=ctx.t("The figures that show whether journeys are improving."),
        facets=useful(facet("owner", ctx.t("Owner"), owners)),
        tables=(views.Table(id="metrics_", title="", columns=columns, rows=tuple(rows)),),
    )


def evidence_index(ctx: PageContext) -> views.IndexView:
    """Evidence with what rests on it."""
    rows, kinds = [], []
    for evidence in sorted(
        ctx.catalog.evidence, key=lambda e: (e.date is None, e.date and -e.date.toordinal(), e.id)
    ):
        kind = str(evidence.type or "")
        kinds.append([kind])
        rows.append(
            views.TableRow(
                cells=(
                    links(link(ctx, evidence.ref)),
                    text(word(ctx.t, kind)),
                    views.TableCell(
                        text=ctx.messages.date(evidence.date) if evidence.date else "",
                        sort=str(evidence.date or ""),
                    ),
                    count(ctx, evidence.people or 0),
                    count(
                        ctx,
                        sum(bool(use.step) for use in ctx.catalog.users(evidence.ref, "evidence")),
                    ),
                ),
                facets={"type": token(kind)},
            )
        )
    columns = (
        ctx.t("Evidence"),
        ctx.t("Type"),
        ctx.t("Date"),
        ctx.t("People"),
        ctx.t("Claims it supports"),
    )
    words = {kind: word(ctx.t, kind) for row in kinds for kind in row}
    return views.IndexView(
        **frame(ctx),
        title=ctx.t("Evidence"),
        kind="evidence",
        eyebrow=ctx.t("Index"),
        intro=ctx.t("The research behind the maps."),
        facets=useful(facet("type", ctx.t("Type"), kinds, words)),
        tables=(views.Table(id="evidence_", title="", columns=columns, rows=tuple(rows)),),
    )
