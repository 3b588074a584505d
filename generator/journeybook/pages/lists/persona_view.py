"""The page of a persona: profile, journeys, buying committees, emotions and quotes."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.catalog.prose_links import image_path
from journeybook.insight.committee import Row, rows_of
from journeybook.insight.emotion import (
    emotions_by_persona,
    mean,
    meant_without_name,
    people,
)
from journeybook.insight.map_groups import MapGroup, group_of
from journeybook.insight.pains import steps_with
from journeybook.pages.context import PageContext
from journeybook.pages.fact_rows import filled, link_row, plain_row
from journeybook.pages.labels import role, segment_text, word
from journeybook.pages.links import link, step_link
from journeybook.pages.lists.cards import card
from journeybook.pages.lists.entity_views import common_rows, entity_frame, with_links
from journeybook.pages.lists.tables import rating, text
from journeybook.pages.marked_text import marked
from journeybook.pages.prose_html import markup
from journeybook.pages.scales import emotion
from journeybook.pages.views import (
    Badge,
    EntityView,
    FactRow,
    MarkedText,
    NamedList,
    Table,
    TableCell,
    TableRow,
)
from journeybook.schema.documents import Fact, Journey, Persona, Step
from journeybook.schema.values import Emotion, Statement, Text

QUOTES = 8
"""How many quotes a page shows at most."""
_NOT_QUOTED = (MapGroup.PLANNED, MapGroup.TRANSLATION)


def persona_view(ctx: PageContext, persona: Persona) -> EntityView:
    """Everything about one persona."""
    page_frame = entity_frame(ctx, persona)
    page_frame["summary"] = page_frame["summary"] or _role_and_organisation(ctx, persona)
    journeys = ctx.catalog.journeys_with(persona.ref)
    own = [journey for journey in journeys if journey.persona == persona.id]
    others = [journey for journey in journeys if journey.persona != persona.id]
    tables = (_committees(ctx, persona, journeys), _takes_part(ctx, persona, others))
    return EntityView(
        **page_frame,
        badges=_badges(ctx, persona),
        quote=str(persona.quote or ""),
        picture=_picture(ctx, persona),
        facts=_facts(ctx, persona),
        lists=_lists(ctx, persona),
        cards=tuple(card(ctx, journey) for journey in own),
        tables=tuple(table for table in tables if table.rows),
        claims=_quotes(ctx, persona, journeys),
        related=with_links(),
    )


def _role_and_organisation(ctx: PageContext, persona: Persona) -> str:
    parts = [role(ctx.t, str(part)) for part in (persona.role, persona.organisation) if part]
    return ", ".join(parts)


def _badges(ctx: PageContext, persona: Persona) -> tuple[Badge, ...]:
    """Markets, and whether the profile is based on research."""
    badges = [Badge(label=word(ctx.t, str(market))) for market in persona.market]
    if persona.basis:
        label = word(ctx.t, str(persona.basis))
        tone = "warn" if persona.basis == "assumed" else "good"
        badges.append(
            Badge(
                label=label,
                tone=tone,
                icon="evidence",
            )
        )
    return tuple(badges)


def _picture(ctx: PageContext, persona: Persona) -> str:
    if not persona.picture or not persona.path:
        return ""
    image = image_path(persona.path, persona.picture, ctx.site.image_urls)
    return ctx.href(ctx.site.image_urls[image]) if image else ""


def _facts(ctx: PageContext, persona: Persona) -> tuple[FactRow, ...]:
    t = ctx.t
    segment = [segment_text(name, value) for name, value in persona.segment]
    managers = [link(ctx, persona.reports_to)] if persona.reports_to else []
    reports = [
        link(ctx, other.ref) for other in ctx.catalog.personas if other.reports_to == persona.ref
    ]
    uses = [word(t, str(use)) for use in persona.uses_as]
    rows = (
        plain_row(t("Role"), role(t, str(persona.role or "")), icon="persona"),
        plain_row(t("Department"), str(persona.unit or "")),
        plain_row(t("Organisation"), str(persona.organisation or "")),
        plain_row(t("Segment"), *segment),
        link_row(t("Reports to"), managers, "persona"),
        link_row(t("Direct reports"), reports, "persona"),
        plain_row(t("Uses the product as"), *uses),
        *common_rows(ctx, persona),
    )
    return filled(rows)


def _lists(ctx: PageContext, persona: Persona) -> tuple[NamedList, ...]:
    t = ctx.t

    def named(title: str, icon: str, texts: tuple[Text, ...]) -> NamedList:
        items = tuple(markup(ctx, text, persona.path) for text in texts)
        return NamedList(title=title, icon=icon, items=items)

    lists = (
        named(t("Goals"), "target", persona.goals),
        named(t("Needs"), "need", persona.needs),
        named(t("Frustrations"), "pain", persona.frustrations),
        named(t("Decision criteria"), "check", persona.criteria),
        named(t("Expectations"), "info", persona.expects),
        named(t("What prompts them to act"), "trigger", persona.activation),
    )
    return tuple(named_list for named_list in lists if named_list.items)


def _committees(ctx: PageContext, persona: Persona, journeys: Sequence[Journey]) -> Table:
    """The buying committees the persona belongs to."""
    t = ctx.t
    rows = []
    for journey in journeys:
        for row in rows_of(journey, persona.id):
            rows.append(_committee_row(ctx, journey, row))
    columns = (
        t("Journey"),
        t("Role"),
        t("Influence"),
        t("Needs"),
        t("Average emotion"),
    )
    title = t("In buying committees")
    return Table(
        id="committees_",
        title=title,
        columns=columns,
        rows=tuple(rows),
    )


def _committee_row(ctx: PageContext, journey: Journey, row: Row) -> TableRow:
    average = mean(seat.feeling for seat in row.seats if seat.feeling is not None)
    needs = "; ".join(str(need) for need in row.member.needs)
    return TableRow(
        cells=(
            TableCell(links=(link(ctx, journey.ref),)),
            text(word(ctx.t, str(row.member.role or ""))),
            rating(ctx, row.member.say),
            text(needs),
            _emotion_cell(ctx, average),
        )
    )


def _emotion_cell(ctx: PageContext, value: float | None, label: str = "") -> TableCell:
    if value is None:
        return TableCell()
    return TableCell(emotion=emotion(ctx, value, label))


def _takes_part(ctx: PageContext, persona: Persona, journeys: Sequence[Journey]) -> Table:
    """Steps of other people's journeys in which this persona takes part."""
    t = ctx.t
    rows = []
    for journey in journeys:
        for step in journey.steps:
            own_emotion = emotions_by_persona(step, journey).get(persona.id)
            if own_emotion or persona.id in people(step, journey):
                rows.append(_step_row(ctx, journey, step, own_emotion))
    return Table(
        id="takes-part_",
        title=t("Takes part in"),
        columns=(t("Step"), t("Journey"), t("Emotion")),
        rows=tuple(rows),
    )


def _step_row(
    ctx: PageContext,
    journey: Journey,
    step: Step,
    own_emotion: Emotion | None,
) -> TableRow:
    cell = TableCell()
    if own_emotion:
        cell = _emotion_cell(ctx, own_emotion.value, own_emotion.word)
    return TableRow(
        cells=(
            TableCell(links=(step_link(ctx, journey, step),)),
            TableCell(links=(link(ctx, journey.ref),)),
            cell,
        )
    )


def _quotes(
    ctx: PageContext,
    persona: Persona,
    journeys: Sequence[Journey],
) -> tuple[MarkedText, ...]:
    """What they say, their own journeys first.

    A quote without a name is the journey's persona's; where that persona is absent, it is theirs
    only if they are alone in the step. Planned maps and translations quote no one.
    """
    quotes = []
    real = [journey for journey in journeys if group_of(journey) not in _NOT_QUOTED]
    real.sort(key=lambda journey: journey.persona != persona.id)
    for journey in real:
        for stage, step, fact in steps_with(journey, "says"):
            if _speakers(fact, step, journey) == (persona.id,):
                quote = marked(ctx, journey, fact, step=step, stage=stage, away=True)
                quotes.append(quote)
    return tuple(quotes[:QUOTES])


def _speakers(fact: Fact, step: Step, journey: Journey) -> tuple[str, ...]:
    """The persona that a quote names, or else those it means."""
    named = fact.payload.persona if isinstance(fact.payload, Statement) else ""
    return (named,) if named else meant_without_name(step, journey)
