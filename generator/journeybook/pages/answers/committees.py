"""Buying committees over all journeys: people by stages, criteria by roles, content by roles and
stages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeybook.insight.committee import Row, Seat, committee
from journeybook.insight.committees import content_for, criteria_by_role
from journeybook.insight.map_groups import group_of, is_today, today_first
from journeybook.pages.answers.cells import answer, figure, heading, stage_heading
from journeybook.pages.answers.views import AnswerView, Grid, GridCell, GridRow, Section
from journeybook.pages.context import PageContext
from journeybook.pages.labels import group_label, word
from journeybook.pages.links import link, stage_link, step_link
from journeybook.pages.prose_html import markup
from journeybook.pages.scales import emotion, score
from journeybook.schema.documents import Collateral, Journey, Member
from journeybook.schema.values import Ref
from journeybook.vocabulary import ROLES


def committees_view(ctx: PageContext) -> AnswerView:
    """Who decides, when they are involved, and what content we have for them."""
    t = ctx.t
    every = [journey for journey in ctx.catalog.journeys if journey.committee]
    journeys = list(filter(is_today, every))
    people = {str(name) for journey in journeys for name, _ in journey.committee}
    content = content_for(ctx.catalog)
    gaps = 0
    for by_role in content.values():
        gaps += sum(not assets for assets in by_role.values())
    in_order = today_first(every, lambda journey: journey)
    sections = [_criteria(ctx)]
    if content:
        sections.append(_content(ctx, content))
    sections += (_matrix(ctx, journey, number) for number, journey in enumerate(in_order, 1))
    return answer(
        ctx,
        figures=(
            figure(ctx, t("Journeys with a buying committee"), len(journeys)),
            figure(ctx, t("People"), len(people)),
            figure(ctx, t("Stages without content for a role"), gaps, "warn", "#content_"),
        ),
        sections=tuple(sections),
    )


def _criteria(ctx: PageContext) -> Section:
    t = ctx.t
    columns = (heading(t("People")), heading(t("Decision criteria")), heading(t("Needs")))
    rows = tuple(
        _role_row(ctx, role, members) for role, members in criteria_by_role(ctx.catalog).items()
    )
    return Section(
        id="roles_",
        title=t("Roles and their decision criteria"),
        grid=Grid(
            corner=t("Role"),
            columns=columns,
            rows=rows,
        ),
    )


def _role_row(
    ctx: PageContext,
    role: str,
    members: Sequence[tuple[str, Member, Journey]],
) -> GridRow:
    """A role with its people, what they decide by, and what they need; each text once."""
    names = dict.fromkeys(name for name, _, _ in members)
    needs = dict.fromkeys(
        markup(ctx, str(need), journey.path)
        for _, member, journey in members
        for need in member.needs
    )
    personas = filter(None, map(ctx.catalog.persona, names))
    criteria = dict.fromkeys(
        markup(ctx, str(criterion), persona.path)
        for persona in personas
        for criterion in persona.criteria
    )
    influence = max((member.say or 0 for _, member, _ in members), default=0)
    people = tuple(link(ctx, Ref("persona", name)) for name in names)
    return GridRow(
        head=heading(word(ctx.t, role) if role else ctx.t("No role given")),
        score=score(ctx, influence) if influence else None,
        cells=(
            GridCell(links=people),
            GridCell(texts=tuple(criteria)),
            GridCell(texts=tuple(needs)),
        ),
    )


def _content(
    ctx: PageContext,
    content: Mapping[str, Mapping[str, Sequence[Collateral]]],
) -> Section:
    """Stages by roles; a cell is empty if the role takes no part in the stage."""
    roles_with_stages = set().union(*content.values())
    roles = [role for role in ROLES if role in roles_with_stages]
    titles = {entry.id: entry.title for entry in ctx.site.plan.stages}
    rows = []
    for stage, by_role in content.items():
        cells = tuple(_content_cell(ctx, by_role.get(role)) for role in roles)
        rows.append(GridRow(head=stage_heading(ctx, stage, titles[stage]), cells=cells))
    return Section(
        id="content_",
        title=ctx.t("Content for each role"),
        note=ctx.t(
            "Content for each role and stage the role takes part in. A gap is content you "
            "still need."
        ),
        grid=Grid(
            corner=ctx.t("Stage"),
            columns=tuple(heading(word(ctx.t, role)) for role in roles),
            rows=tuple(rows),
        ),
    )


def _content_cell(ctx: PageContext, assets: Sequence[Collateral] | None) -> GridCell:
    if assets is None:
        return GridCell()
    if not assets:
        return GridCell(gap=ctx.t("nothing yet"))
    return GridCell(links=tuple(link(ctx, asset.ref) for asset in assets))


def _matrix(ctx: PageContext, journey: Journey, number: int) -> Section:
    """The people of one committee by the stages of its journey; not today's ones say so."""
    rows = tuple(_person_row(ctx, journey, row) for row in committee(journey))
    columns = tuple(stage_link(ctx, journey, stage) for stage in journey.stages)
    note = ctx.t("Who takes part in which step, and their emotion in the stage.")
    if not is_today(journey):
        note = f"{group_label(ctx.t, group_of(journey))}. {note}"
    return Section(
        id=f"committee_{number}",
        title=str(journey.title),
        note=note,
        grid=Grid(
            corner=ctx.t("Person"),
            columns=columns,
            rows=rows,
        ),
    )


def _person_row(ctx: PageContext, journey: Journey, row: Row) -> GridRow:
    persona = ctx.catalog.persona(row.persona)
    role = word(ctx.t, str(row.member.role)) if row.member.role else ""
    department = str(persona.unit or "") if persona else ""
    return GridRow(
        head=link(ctx, Ref("persona", row.persona)),
        under=tuple(filter(None, (role, department))),
        score=score(ctx, row.member.say) if row.member.say else None,
        cells=tuple(_seat_cell(ctx, journey, seat) for seat in row.seats),
    )


def _seat_cell(ctx: PageContext, journey: Journey, seat: Seat) -> GridCell:
    return GridCell(
        emotion=None if seat.feeling is None else emotion(ctx, seat.feeling),
        links=tuple(step_link(ctx, journey, step) for step in seat.steps),
        pains=seat.pains,
    )
