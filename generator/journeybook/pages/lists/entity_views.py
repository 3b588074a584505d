"""The pages of single things: touchpoints, channels, metrics, opportunities, content assets,
evidence.

Personas and stages, whose pages hold more, have modules of their own.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from journeybook.catalog.catalog import PainPlace
from journeybook.insight.map_groups import MapGroup, today_first
from journeybook.insight.touchpoint_use import Occurrence, presence
from journeybook.insight.use_figures import (
    addressed_pains,
    claims_citing,
    figures_by_group,
    measured_journeys,
    uses_of,
)
from journeybook.pages.context import PageContext
from journeybook.pages.fact_rows import filled, link_row, plain_row, row
from journeybook.pages.frame import frame, side
from journeybook.pages.labels import word
from journeybook.pages.links import link
from journeybook.pages.lists.chart import series_view
from journeybook.pages.lists.occurrences import (
    evidence_figures,
    metric_figures,
    occurrence_rows,
    opportunity_figures,
    other_figures,
    other_group,
    today_figures,
)
from journeybook.pages.maps.canvas import move_text
from journeybook.pages.marked_text import marked
from journeybook.pages.prose_html import attachment_href, prose_html
from journeybook.pages.scales import score
from journeybook.pages.views import Badge, EntityView, FactRow, Link, MarkedText, Related
from journeybook.prose.link_faults import is_external
from journeybook.prose.summary import first_sentence
from journeybook.schema.documents import (
    Channel,
    Collateral,
    Entity,
    Evidence,
    Journey,
    Metric,
    Opportunity,
    Touchpoint,
)
from journeybook.schema.fields import id_fault
from journeybook.schema.values import Ref
from journeybook.vocabulary import KINDS, ROLES

_OPPORTUNITY_TONES = {
    "idea": "quiet",
    "planned": "",
    "doing": "warn",
    "done": "good",
    "dropped": "quiet",
}


def entity_frame(ctx: PageContext, document: Entity) -> dict[str, Any]:
    """The arguments that the view of every document shares."""
    kind = KINDS[document.kind_name]
    stub = not document.path
    return {
        **frame(ctx),
        "title": str(document.title),
        "eyebrow": ctx.t(kind.title),
        "summary": first_sentence(document.body.text) if document.body else "",
        "kind": kind.name,
        "side": side(ctx),
        "body": prose_html(
            ctx,
            document.body,
            document.path,
            prefix="about_",
            level=2,
        ),
        "stub": stub,
        "stub_path": f"content/{kind.folder}/{document.id}.md" if stub else "",
    }


def common_rows(ctx: PageContext, document: Entity) -> tuple[FactRow, ...]:
    """Owner and tags."""
    tags = [str(tag) for tag in document.tags]
    return (
        plain_row(ctx.t("Owner"), str(document.owner or ""), icon="owner"),
        plain_row(ctx.t("Tags"), *tags),
    )


def outside_link(ctx: PageContext, label: str, target: str | None) -> FactRow:
    """A row with a link that an author gave, shown without its scheme."""
    if not target:
        return FactRow(label=label)
    address = target.removeprefix("https://").removeprefix("http://").rstrip("/")
    href = str(target)
    if not is_external(href):
        path = ctx.document.path if ctx.document else ""
        href = attachment_href(ctx, path, href)
    external = Link(
        label=address,
        href=href,
        external="://" in target,
    )
    return link_row(label, [external], "external")


def opportunity_links(ctx: PageContext, steps: tuple[Occurrence, ...]) -> Related:
    """The opportunities that a set of steps names, or that address pain points there."""
    refs: dict[Ref, None] = {}
    for use in steps:
        refs.update(dict.fromkeys(use.step.refs("opportunity")))
        for pain in use.step.all("pain"):
            for opportunity in ctx.site.answers.get(f"{use.journey.id}#{pain.marks.id}", ()):
                refs[opportunity.ref] = None
    links = tuple(link(ctx, ref) for ref in refs)
    return Related(
        title=ctx.t("Opportunities"),
        kind="opportunity",
        links=links,
    )


def with_links(*related: Related) -> tuple[Related, ...]:
    """Only the lists that have links."""
    return tuple(link_list for link_list in related if link_list.links)


def touchpoint_view(ctx: PageContext, touchpoint: Touchpoint) -> EntityView:
    """Its channels, how it is measured, and every step that uses it."""
    t = ctx.t
    steps = uses_of(ctx.catalog, touchpoint)
    groups = figures_by_group(ctx.catalog, touchpoint)
    channels = [link(ctx, ref) for ref in touchpoint.channel]
    metrics = [link(ctx, ref) for ref in touchpoint.metrics]
    measures = [word(t, str(measure)) for measure in touchpoint.measure]
    intent = [touchpoint.intent or ""]
    code = [str(path) for path in touchpoint.code]
    facts = (
        link_row(t("Channels"), channels, "channel"),
        row(ctx, t("Why the customer is here"), intent, "target", touchpoint.path),
        plain_row(t("How we measure it"), *measures, icon="metric"),
        link_row(t("Metrics"), metrics, "metric"),
        plain_row(t("Run by"), _run_by(ctx, touchpoint)),
        outside_link(ctx, t("Open"), touchpoint.link),
        plain_row(t("Code"), *code),
        *common_rows(ctx, touchpoint),
    )
    return EntityView(
        **entity_frame(ctx, touchpoint),
        badges=_touchpoint_badges(ctx, touchpoint, is_used=MapGroup.TODAY in groups),
        facts=filled(facts),
        figures=today_figures(ctx, groups),
        other_figures=other_figures(ctx, groups),
        occurrences=occurrence_rows(ctx, steps),
        related=with_links(opportunity_links(ctx, steps)),
    )


def _run_by(ctx: PageContext, touchpoint: Touchpoint) -> str:
    if touchpoint.automatic is None:
        return ""
    return ctx.t("Automated") if touchpoint.automatic else ctx.t("People")


def _touchpoint_badges(
    ctx: PageContext,
    touchpoint: Touchpoint,
    *,
    is_used: bool,
) -> tuple[Badge, ...]:
    """Online or offline, phases, and whether a touchpoint that maps use is not measured."""
    t = ctx.t
    where = presence(touchpoint, ctx.catalog)
    badges = [Badge(label=word(t, where), icon=where)] if where else []
    badges += [Badge(label=word(t, str(phase))) for phase in touchpoint.phase]
    if is_used and (not touchpoint.measure or "none" in touchpoint.measure):
        badges.append(
            Badge(
                label=t("Not measured"),
                tone="warn",
                icon="warning",
            )
        )
    return tuple(badges)


def channel_view(ctx: PageContext, channel: Channel) -> EntityView:
    """Its touchpoints and the steps that use it."""
    t = ctx.t
    steps = uses_of(ctx.catalog, channel)
    groups = figures_by_group(ctx.catalog, channel)
    where = str(channel.presence or "")
    markets = [word(t, str(market)) for market in channel.markets]
    facts = (plain_row(t("Markets"), *markets), *common_rows(ctx, channel))
    touchpoints = tuple(
        link(ctx, touchpoint.ref)
        for touchpoint in ctx.by_title(ctx.catalog.touchpoints)
        if channel.ref in touchpoint.channel
    )
    return EntityView(
        **entity_frame(ctx, channel),
        badges=(Badge(label=word(t, where), icon=where),) if where else (),
        facts=filled(facts),
        figures=today_figures(ctx, groups),
        other_figures=other_figures(ctx, groups),
        occurrences=occurrence_rows(ctx, steps),
        related=with_links(
            Related(
                title=t("Touchpoints"),
                kind="touchpoint",
                links=touchpoints,
            ),
            opportunity_links(ctx, steps),
        ),
    )


def metric_view(ctx: PageContext, metric: Metric) -> EntityView:
    """Its measurements and target, and where it is used."""
    t = ctx.t
    steps = uses_of(ctx.catalog, metric)
    groups = figures_by_group(ctx.catalog, metric)
    direction = word(t, str(metric.direction)) if metric.direction else ""
    bounds = f"{metric.bounds[0]} … {metric.bounds[1]}" if metric.bounds else ""
    facts = (
        plain_row(t("Unit"), str(metric.unit or "")),
        plain_row(t("Direction"), direction),
        plain_row(t("Target"), str(metric.target or ""), icon="target"),
        plain_row(t("Valid range"), bounds),
        plain_row(t("Measured every"), str(metric.period or ""), icon="clock"),
        plain_row(t("Source"), str(metric.source or "")),
        *common_rows(ctx, metric),
    )
    journeys = _journeys_with_targets(ctx, metric)
    measured = tuple(link(ctx, each.ref) for each in touchpoints_measured_by(ctx, metric))
    return EntityView(
        **entity_frame(ctx, metric),
        facts=filled(facts),
        figures=today_figures(ctx, groups, metric_figures),
        other_figures=other_figures(ctx, groups, metric_figures),
        series=series_view(ctx, metric),
        occurrences=occurrence_rows(ctx, steps),
        related=with_links(
            Related(
                title=t("Journeys"),
                kind="journey",
                links=journeys,
            ),
            Related(
                title=t("Touchpoints"),
                kind="touchpoint",
                links=measured,
            ),
        ),
    )


def touchpoints_measured_by(ctx: PageContext, metric: Metric) -> tuple[Touchpoint, ...]:
    """The touchpoints that name a metric."""
    touchpoints = ctx.catalog.touchpoints
    return tuple(touchpoint for touchpoint in touchpoints if metric.ref in touchpoint.metrics)


def _journeys_with_targets(ctx: PageContext, metric: Metric) -> tuple[Link, ...]:
    """The journeys measured by a metric, each with its own value and target as a note."""
    links = []
    for journey in measured_journeys(ctx.catalog, metric):
        for move in journey.metrics:
            if move.ref == metric.ref:
                links.append(link(ctx, journey.ref, note=move_text(move)))
    return tuple(links)


def opportunity_view(ctx: PageContext, opportunity: Opportunity) -> EntityView:
    """Value, effort, the pain points it addresses, and the steps it would change."""
    t = ctx.t
    steps = uses_of(ctx.catalog, opportunity)
    groups = figures_by_group(ctx.catalog, opportunity)
    status = str(opportunity.status)
    value = score(ctx, opportunity.value).label if opportunity.value else ""
    effort = score(ctx, opportunity.effort).label if opportunity.effort else ""
    due = ctx.messages.date(opportunity.due) if opportunity.due else ""
    facts = (
        plain_row(t("Value"), value, icon="worth"),
        plain_row(t("Effort"), effort, icon="effort"),
        plain_row(t("Due"), due, icon="clock"),
        outside_link(ctx, t("Ticket"), opportunity.ticket),
        *common_rows(ctx, opportunity),
    )
    pains = today_first(addressed_pains(ctx.catalog, opportunity), lambda place: place.journey)
    claims = tuple(_addressed(ctx, place) for place in pains)
    return EntityView(
        **entity_frame(ctx, opportunity),
        badges=(Badge(label=word(t, status), tone=_OPPORTUNITY_TONES[status]),),
        facts=filled(facts),
        figures=today_figures(ctx, groups, opportunity_figures),
        other_figures=other_figures(ctx, groups, opportunity_figures),
        claims=claims,
        occurrences=occurrence_rows(ctx, steps),
    )


def _addressed(ctx: PageContext, place: PainPlace) -> MarkedText:
    statement = marked(
        ctx,
        place.journey,
        place.pain,
        step=place.step,
        stage=place.stage,
        away=True,
    )
    return replace(statement, group=other_group(ctx, place.journey))


def collateral_view(ctx: PageContext, collateral: Collateral) -> EntityView:
    """Its purpose and audience, and the steps in which customers use it."""
    t = ctx.t
    steps = uses_of(ctx.catalog, collateral)
    groups = figures_by_group(ctx.catalog, collateral)
    roles = [name.lower() for name in collateral.audience if name.lower() in ROLES]
    role_labels = [word(t, role) for role in roles]
    personas = [
        link(ctx, Ref("persona", str(name)))
        for name in collateral.audience
        if name.lower() not in ROLES and not id_fault("persona", name)
    ]
    stages = [stage_page(ctx, ref.id) for ref in collateral.stages]
    facts = (
        row(ctx, t("Purpose"), [collateral.aim or ""], "target", collateral.path),
        link_row(t("Stages"), stages, "stage"),
        plain_row(t("For roles"), *role_labels, icon="persona"),
        link_row(t("For personas"), personas, "persona"),
        outside_link(ctx, t("Open"), collateral.link),
        *common_rows(ctx, collateral),
    )
    return EntityView(
        **entity_frame(ctx, collateral),
        badges=tuple(Badge(label=word(t, str(kind))) for kind in collateral.type),
        facts=filled(facts),
        figures=today_figures(ctx, groups),
        other_figures=other_figures(ctx, groups),
        occurrences=occurrence_rows(ctx, steps),
    )


def stage_page(ctx: PageContext, name: str) -> Link:
    """A link to the page of a stage, given by id, name or alias."""
    definition = ctx.catalog.config.stages.find(name)
    if definition is None:
        return Link(label=name, kind="stage")
    page = ctx.site.plan.page_of(Ref("stage", str(definition.id)))
    href = ctx.href(page.url) if page else ""
    return Link(
        label=definition.named(ctx.lang),
        href=href,
        kind="stage",
    )


def evidence_view(ctx: PageContext, evidence: Evidence) -> EntityView:
    """How it was gathered, and every claim that cites it."""
    t = ctx.t
    date = ctx.messages.date(evidence.date) if evidence.date else ""
    people = ctx.tn("{count} person", "{count} people", evidence.people) if evidence.people else ""
    facts = (
        plain_row(t("Date"), date, icon="clock"),
        plain_row(t("Sample"), people, icon="person"),
        plain_row(t("Consent"), str(evidence.consent or "")),
        outside_link(ctx, t("Source material"), evidence.link),
        *common_rows(ctx, evidence),
    )
    badges = []
    if evidence.type:
        badges.append(Badge(label=word(t, str(evidence.type)), icon="evidence"))
    journeys = _journeys_citing(ctx, evidence)
    groups = figures_by_group(ctx.catalog, evidence)
    return EntityView(
        **entity_frame(ctx, evidence),
        badges=tuple(badges),
        facts=filled(facts),
        figures=today_figures(ctx, groups, evidence_figures),
        other_figures=other_figures(ctx, groups, evidence_figures),
        claims=_claims(ctx, evidence),
        related=with_links(
            Related(
                title=t("Journeys it supports"),
                kind="journey",
                links=journeys,
            )
        ),
    )


def _journeys_citing(ctx: PageContext, evidence: Evidence) -> tuple[Link, ...]:
    """The documents that cite it as a whole, not in one of their stages or steps."""
    users = dict.fromkeys(
        use.user
        for use in ctx.catalog.users(evidence.ref, "evidence")
        if not use.step and not use.stage
    )
    return tuple(link(ctx, ref) for ref in users)


def _claims(ctx: PageContext, evidence: Evidence) -> tuple[MarkedText, ...]:
    """The claims of all journeys that cite it, today's maps first, cached by journey."""
    claims: list[MarkedText] = []
    journeys = today_first(ctx.catalog.journeys_with(evidence.ref), lambda journey: journey)
    for journey in journeys:
        make = partial(_claims_of, ctx, evidence, journey)
        claims += ctx.cached_fragment("claims", journey.ref, make)
    return tuple(claims)


def _claims_of(ctx: PageContext, evidence: Evidence, journey: Journey) -> list[MarkedText]:
    claims = []
    for claim in claims_citing(journey, evidence):
        statement = marked(
            ctx,
            journey,
            claim.fact,
            step=claim.step,
            stage=claim.stage,
            away=True,
        )
        claims.append(replace(statement, group=other_group(ctx, journey)))
    return claims
