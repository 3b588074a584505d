"""The page of a persona: who they are, their journeys, their seats in buying committees, what they
feel and say."""

from __future__ import annotations

from journeybook.catalog.prose_links import inside_content
from journeybook.insight.committee import committee
from journeybook.insight.emotion import feelings, mean, people
from journeybook.insight.pains import steps_with
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.fact_rows import filled, link_row, plain_row
from journeybook.pages.labels import role, word
from journeybook.pages.links import link, step_link
from journeybook.pages.lists.cards import card
from journeybook.pages.lists.entity_views import common_rows, entity_frame, with_links
from journeybook.pages.marked_text import marked
from journeybook.pages.prose_html import markup
from journeybook.pages.scales import emotion, score
from journeybook.schema.documents import Journey, Persona
from journeybook.schema.values import Text

QUOTES = 8


def persona_view(ctx: PageContext, persona: Persona) -> views.EntityView:
    """Everything about one persona."""
    own = [
        journey
        for journey in ctx.catalog.journeys_with(persona.ref)
        if journey.persona == persona.id
    ]
    reports = [
        link(ctx, other.ref) for other in ctx.catalog.personas if other.reports_to == persona.ref
    ]
    segment = [f"{name}: {value}" if name else str(value) for name, value in persona.segment]
    badges = [views.Badge(label=word(ctx.t, str(market))) for market in persona.market]
    if persona.basis:
        tone = "warn" if persona.basis == "assumed" else "good"
        badges.append(
            views.Badge(label=word(ctx.t, str(persona.basis)), tone=tone, icon="evidence")
        )
    base = entity_frame(ctx, persona)
    if not base["summary"]:
        base["summary"] = ", ".join(
            role(ctx.t, str(text)) for text in (persona.role, persona.organisation) if text
        )
    return views.EntityView(
        **base,
        badges=tuple(badges),
        quote=str(persona.quote or ""),
        picture=_picture(ctx, persona),
        facts=filled(
            (
                plain_row(ctx.t("Role"), role(ctx.t, str(persona.role or "")), icon="persona"),
                plain_row(ctx.t("Department"), str(persona.unit or "")),
                plain_row(ctx.t("Organisation"), str(persona.organisation or "")),
                plain_row(ctx.t("Segment"), *segment),
                link_row(
                    ctx.t("Reports to"),
                    [link(ctx, persona.reports_to)] if persona.reports_to else [],
                    "persona",
                ),
                link_row(ctx.t("Direct reports"), reports, "persona"),
                plain_row(
                    ctx.t("Uses the product as"),
                    *(word(ctx.t, str(use)) for use in persona.uses_as),
                ),
                *common_rows(ctx, persona),
            )
        ),
        lists=_lists(ctx, persona),
        cards=tuple(card(ctx, journey) for journey in own),
        tables=tuple(
            table for table in (_seats(ctx, persona), _feelings(ctx, persona, own)) if table.rows
        ),
        claims=_said(ctx, persona),
        related=with_links(),
    )


def _picture(ctx: PageContext, persona: Persona) -> str:
    inside = (
        inside_content(persona.path, persona.picture) if persona.picture and persona.path else None
    )
    url = ctx.site.image_urls.get(inside.removeprefix("content/")) if inside else None
    return ctx.href(url) if url else ""


def _lists(ctx: PageContext, persona: Persona) -> tuple[views.NamedList, ...]:
    def named(title: str, icon: str, texts: tuple[Text, ...]) -> views.NamedList:
        return views.NamedList(
            title=title, icon=icon, items=tuple(markup(ctx, text, persona.path) for text in texts)
        )

    made = (
        named(ctx.t("Goals"), "target", persona.goals),
        named(ctx.t("Needs"), "need", persona.needs),
        named(ctx.t("Frustrations"), "pain", persona.frustrations),
        named(ctx.t("Decision criteria"), "check", persona.criteria),
        named(ctx.t("Expects"), "info", persona.expects),
        named(ctx.t("What prompts them to act"), "trigger", persona.activation),
    )
    return tuple(found for found in made if found.items)


def _seats(ctx: PageContext, persona: Persona) -> views.Table:
    rows = []
    for journey in ctx.catalog.journeys_with(persona.ref):
        for found in committee(journey):
            if found.persona != persona.id:
                continue
            felt = mean(seat.feeling for seat in found.seats if seat.feeling is not None)
            rows.append(
                views.TableRow(
                    cells=(
                        views.TableCell(links=(link(ctx, journey.ref),)),
                        views.TableCell(text=word(ctx.t, str(found.member.role or ""))),
                        views.TableCell(score=score(ctx, found.member.say))
                        if found.member.say
                        else views.TableCell(),
                        views.TableCell(text="; ".join(str(need) for need in found.member.needs)),
                        views.TableCell(emotion=emotion(ctx, felt))
                        if felt is not None
                        else views.TableCell(),
                    )
                )
            )
    return views.Table(
        id="committees_",
        title=ctx.t("In buying committees"),
        columns=(
            ctx.t("Journey"),
            ctx.t("Role"),
            ctx.t("Influence"),
            ctx.t("Needs"),
            ctx.t("Average emotion"),
        ),
        rows=tuple(rows),
    )


def _feelings(ctx: PageContext, persona: Persona, own: list[Journey]) -> views.Table:
    """Steps of other people's journeys in which this persona takes part."""
    rows = []
    for journey in ctx.catalog.journeys_with(persona.ref):
        if journey in own:
            continue
        for stage in journey.stages:
            for step in stage.steps:
                felt = feelings(step, journey).get(persona.id)
                if felt is None and persona.id not in people(step, journey):
                    continue
                rows.append(
                    views.TableRow(
                        cells=(
                            views.TableCell(links=(step_link(ctx, journey, step),)),
                            views.TableCell(links=(link(ctx, journey.ref),)),
                            views.TableCell(emotion=emotion(ctx, felt.value, felt.word))
                            if felt
                            else views.TableCell(),
                        )
                    )
                )
    return views.Table(
        id="takes-part_",
        title=ctx.t("Takes part in"),
        columns=(ctx.t("Step"), ctx.t("Journey"), ctx.t("Emotion")),
        rows=tuple(rows),
    )


def _said(ctx: PageContext, persona: Persona) -> tuple[views.MarkedText, ...]:
    """What they say in their own journeys, where they are in the step."""
    return tuple(
        marked(ctx, journey, fact, step=step, stage=stage, away=True)
        for journey in ctx.catalog.journeys_with(persona.ref)
        if journey.persona == persona.id
        for stage, step, fact in steps_with(journey, "says")
        if persona.id in people(step, journey)
    )[:QUOTES]
