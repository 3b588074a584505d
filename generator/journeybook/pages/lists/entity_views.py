"""The pages of single things: touchpoints, channels, metrics, opportunities, content assets,
evidence.

Personas and stages, which say more, have files of their own.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from journeybook.catalog.link import pain_of
from journeybook.insight.touchpoint_use import Occurrence, in_channel, occurrences, presence
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.fact_rows import filled, link_row, plain_row, row
from journeybook.pages.frame import frame, side
from journeybook.pages.labels import word
from journeybook.pages.links import link
from journeybook.pages.lists.chart import series_view
from journeybook.pages.lists.occurrences import occurrence, reach_figures
from journeybook.pages.maps.canvas import move_text
from journeybook.pages.marked_text import marked
from journeybook.pages.prose_html import prose_html
from journeybook.pages.scales import score
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
    """What every page about one document starts with."""
    kind = KINDS[document.kind_name]
    stub = not document.path
    return {
        **frame(ctx),
        "title": str(document.title),
        "eyebrow": ctx.t(kind.title),
        "summary": first_sentence(document.body.text) if document.body else "",
        "kind": kind.name,
        "side": side(ctx),
        "body": prose_html(ctx, document.body, document.path, prefix="about_", level=2),
        "stub": stub,
        "stub_path": f"content/{kind.folder}/{document.id}.md" if stub else "",
    }


def common_rows(ctx: PageContext, document: Entity) -> tuple[views.FactRow, ...]:
    """Owner and tags."""
    return (
        plain_row(ctx.t("Owner"), str(document.owner or ""), icon="owner"),
        plain_row(ctx.t("Tags"), *(str(tag) for tag in document.tags)),
    )


def outside_link(ctx: PageContext, label: str, target: str | None) -> views.FactRow:
    """A row with a link that an author gave."""
    if not target:
        return views.FactRow(label=label)
    shown = target.removeprefix("https://").removeprefix("http://").rstrip("/")
    return link_row(
        label, [views.Link(label=shown, href=str(target), external="://" in target)], "external"
    )


def opportunity_links(ctx: PageContext, found: tuple[Occurrence, ...]) -> views.Related:
    """The opportunities noted in a set of steps, or that answer pains there."""
    refs: dict[Ref, None] = {}
    for o in found:
        refs.update(dict.fromkeys(o.step.refs("opportunity")))
        for pain in o.step.all("pain"):
            for opportunity in ctx.site.answers.get(f"{o.journey.id}#{pain.marks.id}", ()):
                refs[opportunity.ref] = None
    links = tuple(link(ctx, ref) for ref in refs)
    return views.Related(title=ctx.t("Opportunities"), kind="opportunity", links=links)


def with_links(*related: views.Related) -> tuple[views.Related, ...]:
    """Only the lists that have links."""
    return tuple(made for made in related if made.links)


def touchpoint_view(ctx: PageContext, touchpoint: Touchpoint) -> views.EntityView:
    """What it is, how it is measured, and every step that uses it."""
    found = occurrences(ctx.catalog, touchpoint.ref, "touchpoint")
    where = presence(touchpoint, ctx.catalog)
    measured = [word(ctx.t, str(measure)) for measure in touchpoint.measure]
    automatic = (
        ""
        if touchpoint.automatic is None
        else ctx.t("Automated")
        if touchpoint.automatic
        else ctx.t("People")
    )
    badges = [views.Badge(label=word(ctx.t, where), icon=where)] if where else []
    badges += [views.Badge(label=word(ctx.t, str(phase))) for phase in touchpoint.phase]
    if found and (not touchpoint.measure or "none" in touchpoint.measure):
        badges.append(views.Badge(label=ctx.t("Not measured"), tone="warn", icon="warning"))
    return views.EntityView(
        **entity_frame(ctx, touchpoint),
        badges=tuple(badges),
        facts=filled(
            (
                link_row(
                    ctx.t("Channels"), [link(ctx, ref) for ref in touchpoint.channel], "channel"
                ),
                row(
                    ctx,
                    ctx.t("Why the customer is here"),
                    [touchpoint.intent or ""],
                    "target",
                    touchpoint.path,
                ),
                plain_row(ctx.t("How we measure it"), *measured, icon="metric"),
                link_row(
                    ctx.t("Metrics"), [link(ctx, ref) for ref in touchpoint.metrics], "metric"
                ),
                plain_row(ctx.t("Run by"), automatic),
                outside_link(ctx, ctx.t("Open"), touchpoint.link),
                plain_row(ctx.t("Code"), *(str(path) for path in touchpoint.code)),
                *common_rows(ctx, touchpoint),
            )
        ),
        figures=reach_figures(ctx, found),
        occurrences=tuple(occurrence(ctx, o) for o in found),
        related=with_links(opportunity_links(ctx, found)),
    )


def channel_view(ctx: PageContext, channel: Channel) -> views.EntityView:
    """Its touchpoints and the steps that run over it."""
    found = in_channel(ctx.catalog, channel.id)
    touchpoints = [t for t in ctx.catalog.touchpoints if channel.ref in t.channel]
    where = str(channel.presence or "")
    return views.EntityView(
        **entity_frame(ctx, channel),
        badges=(views.Badge(label=word(ctx.t, where), icon=where),) if where else (),
        facts=filled(
            (
                plain_row(
                    ctx.t("Markets"), *(word(ctx.t, str(market)) for market in channel.markets)
                ),
                *common_rows(ctx, channel),
            )
        ),
        figures=reach_figures(ctx, found),
        occurrences=tuple(occurrence(ctx, o) for o in found),
        related=with_links(
            views.Related(
                title=ctx.t("Touchpoints"),
                kind="touchpoint",
                links=tuple(link(ctx, t.ref) for t in touchpoints),
            ),
            opportunity_links(ctx, found),
        ),
    )


def metric_view(ctx: PageContext, metric: Metric) -> views.EntityView:
    """Its series, target and bounds, and where it is used."""
    found = occurrences(ctx.catalog, metric.ref, "metric")
    journeys = [
        views.Link(**{**vars(link(ctx, journey.ref)), "note": move_text(move)})
        for journey in ctx.catalog.journeys_with(metric.ref)
        for move in journey.metrics
        if move.ref == metric.ref
    ]
    bounds = f"{metric.bounds[0]} … {metric.bounds[1]}" if metric.bounds else ""
    return views.EntityView(
        **entity_frame(ctx, metric),
        facts=filled(
            (
                plain_row(ctx.t("Unit"), str(metric.unit or "")),
                plain_row(
                    ctx.t("Direction"),
                    word(ctx.t, str(metric.direction)) if metric.direction else "",
                ),
                plain_row(ctx.t("Target"), str(metric.target or ""), icon="target"),
                plain_row(ctx.t("Valid range"), bounds),
                plain_row(ctx.t("Measured every"), str(metric.period or ""), icon="clock"),
                plain_row(ctx.t("Source"), str(metric.source or "")),
                *common_rows(ctx, metric),
            )
        ),
        series=series_view(ctx, metric),
        occurrences=tuple(occurrence(ctx, o) for o in found),
        related=with_links(
            views.Related(title=ctx.t("Journeys"), kind="journey", links=tuple(journeys))
        ),
    )


def opportunity_view(ctx: PageContext, opportunity: Opportunity) -> views.EntityView:
    """Value, effort, the pains it answers and the steps it would change."""
    found = occurrences(ctx.catalog, opportunity.ref, "opportunity")
    pains = [place for ref in opportunity.solves if (place := pain_of(ref, ctx.catalog))]
    status = str(opportunity.status)
    return views.EntityView(
        **entity_frame(ctx, opportunity),
        badges=(views.Badge(label=word(ctx.t, status), tone=_OPPORTUNITY_TONES[status]),),
        facts=filled(
            (
                plain_row(
                    ctx.t("Value"),
                    score(ctx, opportunity.value).label if opportunity.value else "",
                    icon="worth",
                ),
                plain_row(
                    ctx.t("Effort"),
                    score(ctx, opportunity.effort).label if opportunity.effort else "",
                    icon="effort",
                ),
                plain_row(
                    ctx.t("Due"),
                    ctx.messages.date(opportunity.due) if opportunity.due else "",
                    icon="clock",
                ),
                outside_link(ctx, ctx.t("Ticket"), opportunity.ticket),
                *common_rows(ctx, opportunity),
            )
        ),
        claims=tuple(
            marked(ctx, place.journey, place.pain, step=place.step, stage=place.stage, away=True)
            for place in pains
        ),
        occurrences=tuple(occurrence(ctx, o) for o in found),
    )


def collateral_view(ctx: PageContext, collateral: Collateral) -> views.EntityView:
    """What it is for, whom it is made for, and where the customer meets it."""
    found = occurrences(ctx.catalog, collateral.ref, "content")
    roles = [
        word(ctx.t, audience.lower())
        for audience in collateral.audience
        if audience.lower() in ROLES
    ]
    people = [
        link(ctx, Ref("persona", str(audience)))
        for audience in collateral.audience
        if audience.lower() not in ROLES and not id_fault("persona", audience)
    ]
    return views.EntityView(
        **entity_frame(ctx, collateral),
        badges=tuple(views.Badge(label=word(ctx.t, str(kind))) for kind in collateral.type),
        facts=filled(
            (
                row(ctx, ctx.t("Purpose"), [collateral.aim or ""], "target", collateral.path),
                link_row(
                    ctx.t("Stages"), [stage_page(ctx, ref.id) for ref in collateral.stages], "stage"
                ),
                plain_row(ctx.t("For roles"), *roles, icon="persona"),
                link_row(ctx.t("For personas"), people, "persona"),
                outside_link(ctx, ctx.t("Open"), collateral.link),
                *common_rows(ctx, collateral),
            )
        ),
        figures=reach_figures(ctx, found),
        occurrences=tuple(occurrence(ctx, o) for o in found),
    )


def stage_page(ctx: PageContext, name: str) -> views.Link:
    """A link to the page of a stage that is named by id, name or alias."""
    definition = ctx.catalog.config.stages.find(name)
    if definition is None:
        return views.Link(label=name, kind="stage")
    page = ctx.site.plan.page_of(Ref("stage", str(definition.id)))
    return views.Link(
        label=definition.named(ctx.lang), href=ctx.href(page.url) if page else "", kind="stage"
    )


def evidence_view(ctx: PageContext, evidence: Evidence) -> views.EntityView:
    """How it was gathered and every statement that rests on it."""
    people = ctx.tn("{count} person", "{count} people", evidence.people) if evidence.people else ""
    whole = [
        use for use in ctx.catalog.users(evidence.ref, "evidence") if not use.step and not use.stage
    ]
    return views.EntityView(
        **entity_frame(ctx, evidence),
        badges=(views.Badge(label=word(ctx.t, str(evidence.type)), icon="evidence"),)
        if evidence.type
        else (),
        facts=filled(
            (
                plain_row(
                    ctx.t("Date"),
                    ctx.messages.date(evidence.date) if evidence.date else "",
                    icon="clock",
                ),
                plain_row(ctx.t("Sample"), people, icon="person"),
                plain_row(ctx.t("Consent"), str(evidence.consent or "")),
                outside_link(ctx, ctx.t("Source material"), evidence.link),
                *common_rows(ctx, evidence),
            )
        ),
        claims=tuple(
            claim
            for journey in ctx.catalog.journeys_with(evidence.ref)
            for claim in ctx.cached_fragment(
                "claims", journey.ref, partial(_claims, ctx, evidence.ref, journey)
            )
        ),
        related=with_links(
            views.Related(
                title=ctx.t("Journeys it supports"),
                kind="journey",
                links=tuple(link(ctx, ref) for ref in dict.fromkeys(use.user for use in whole)),
            )
        ),
    )


def _claims(ctx: PageContext, ref: Ref, journey: Journey) -> list[views.MarkedText]:
    """The statements of a journey that rest on a piece of evidence."""
    return [
        marked(ctx, journey, fact, step=step, stage=stage, away=True)
        for stage in journey.stages
        for step in (None, *stage.steps)
        for fact in (step or stage).facts
        if ref in fact.marks.evidence and fact.text
    ]
