"""A fact of a map with its severity, tags and evidence."""

from __future__ import annotations

from journeybook.insight.pains import key as pain_key
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.labels import severity_word, short_name
from journeybook.pages.links import link, stage_link, step_link
from journeybook.pages.prose_html import markup
from journeybook.schema.documents import Fact, Journey, Stage, Step
from journeybook.schema.values import Ref, Statement, Truth


def marked(
    ctx: PageContext,
    journey: Journey,
    fact: Fact,
    *,
    step: Step | None = None,
    stage: Stage | None = None,
    away: bool = False,
) -> views.MarkedText:
    """A fact with its marks; `away` from its map also with its place and persona."""
    payload = fact.payload
    words = payload.text if isinstance(payload, Truth) else fact.text
    solved = ctx.site.answers.get(pain_key(journey, fact), ()) if fact.key == "pain" else ()
    return views.MarkedText(
        html=markup(ctx, words, journey.path),
        text=words,
        severity=fact.marks.severity,
        severity_label=severity_label(ctx, fact.marks.severity, fact.key),
        tags=fact.marks.tags,
        evidence=tuple(link(ctx, ref) for ref in fact.marks.evidence),
        id="" if away else fact.marks.id,
        opportunities=tuple(link(ctx, opportunity.ref) for opportunity in solved),
        place=_place(ctx, journey, stage, step) if away else (),
        persona=link(ctx, Ref("persona", journey.persona)) if away else None,
        kind=fact.key,
        speaker=_speaker(ctx, fact),
    )


def _speaker(ctx: PageContext, fact: Fact) -> str:
    """The name of the person a statement names, without the job."""
    persona = fact.payload.persona if isinstance(fact.payload, Statement) else ""
    return short_name(ctx.catalog.title(Ref("persona", persona))) if persona else ""


def _place(
    ctx: PageContext,
    journey: Journey,
    stage: Stage | None,
    step: Step | None,
) -> tuple[views.Link, ...]:
    """The journey, and its step or stage."""
    map_link = link(ctx, journey.ref)
    if step is not None:
        return map_link, step_link(ctx, journey, step)
    if stage is not None:
        return map_link, stage_link(ctx, journey, stage)
    return (map_link,)


def severity_label(ctx: PageContext, severity: str, key: str = "pain") -> str:
    """The severity of a pain point, or of another fact, in words."""
    return severity_word(ctx.t, severity, key)
