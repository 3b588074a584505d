"""Buying committees over all journeys: people by stages, criteria by roles, content by roles and
stages."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.insight.committee import committee
from journeybook.insight.committees import content_for, criteria_by_role
from journeybook.pages import views
from journeybook.pages.answers import views as shown
from journeybook.pages.answers.cells import answer, figure, head, stage_head
from journeybook.pages.context import PageContext
from journeybook.pages.labels import word
from journeybook.pages.links import link, stage_link, step_link
from journeybook.pages.prose_html import markup
from journeybook.pages.scales import emotion, score
from journeybook.schema.documents import Journey, Step
from journeybook.schema.values import Ref
from journeybook.vocabulary import ROLES


def committees_view(ctx: PageContext) -> shown.AnswerView:
    """Who decides, when, and what we have for them."""
    journeys = [journey for journey in ctx.catalog.journeys if journey.committee]
    people = {str(name) for journey in journeys for name, _ in journey.committee}
    holes = sum(
        not assets for by_role in content_for(ctx.catalog).values() for assets in by_role.values()
    )
    sections = [
        _criteria(ctx),
        _content(ctx),
        *(_matrix(ctx, journey, at) for at, journey in enumerate(journeys, 1)),
    ]
    return answer(
        ctx,
        figures=(
            figure(ctx, ctx.t("Journeys with a buying committee"), len(journeys)),
            figure(ctx, ctx.t("People"), len(people)),
            figure(ctx, ctx.t("Stages without content for a role"), holes, "warn", "#content_"),
        ),
        sections=tuple(section for section in sections if section),
    )


def _criteria(ctx: PageContext) -> shown.Section | None:
    found = criteria_by_role(ctx.catalog)
    rows = []
    for role, members in found.items():
        needs = tuple(
            markup(ctx, str(need), journey.path)
            for _, member, journey in members
            for need in dict.fromkeys(member.needs)
        )
        persons = dict.fromkeys(name for name, _, _ in members)
        criteria = tuple(
            markup(ctx, str(text), persona.path)
            for name in persons
            if (persona := ctx.catalog.persona(name))
            for text in persona.criteria
        )
        says = [member.say for _, member, _ in members if member.say]
        rows.append(
            shown.GridRow(
                head=head(word(ctx.t, role) if role else ctx.t("No role given")),
                score=score(ctx, max(says)) if says else None,
                cells=(
                    shown.GridCell(
                        links=tuple(link(ctx, Ref("persona", name)) for name in persons)
                    ),
                    shown.GridCell(texts=tuple(dict.fromkeys(criteria))),
                    shown.GridCell(texts=tuple(dict.fromkeys(needs))),
                ),
            )
        )
    grid = shown.Grid(
        corner=ctx.t("Role"),
        columns=(head(ctx.t("People")), head(ctx.t("Decision criteria")), head(ctx.t("Needs"))),
        rows=tuple(rows),
    )
    return shown.Section(id="roles_", title=ctx.t("Roles and their decision criteria"), grid=grid)


def _content(ctx: PageContext) -> shown.Section | None:
    found = content_for(ctx.catalog)
    if not found:
        return None
    roles = [role for role in ROLES if any(role in by_role for by_role in found.values())]
    entries = {entry.id: entry for entry in ctx.site.plan.stages}
    rows = []
    for stage, by_role in found.items():
        cells = []
        for role in roles:
            if role not in by_role:
                cells.append(shown.GridCell())
            elif assets := by_role[role]:
                cells.append(shown.GridCell(links=tuple(link(ctx, asset.ref) for asset in assets)))
            else:
                cells.append(shown.GridCell(gap=ctx.t("nothing yet")))
        rows.append(
            shown.GridRow(head=stage_head(ctx, stage, entries[stage].title), cells=tuple(cells))
        )
    return shown.Section(
        id="content_",
        title=ctx.t("Content for each role"),
        note=ctx.t(
            "Content for each role and stage the role takes part in. A gap is content you "
            "still need."
        ),
        grid=shown.Grid(
            corner=ctx.t("Stage"),
            columns=tuple(head(word(ctx.t, role)) for role in roles),
            rows=tuple(rows),
        ),
    )


def _matrix(ctx: PageContext, journey: Journey, number: int) -> shown.Section:
    rows = []
    for row in committee(journey):
        persona = ctx.catalog.persona(row.persona)
        role = word(ctx.t, str(row.member.role)) if row.member.role else ""
        cells = []
        for seat in row.seats:
            cells.append(
                shown.GridCell(
                    emotion=None if seat.feeling is None else emotion(ctx, seat.feeling),
                    links=_steps(ctx, journey, seat.steps),
                    pains=seat.pains,
                )
            )
        rows.append(
            shown.GridRow(
                head=link(ctx, Ref("persona", row.persona)),
                under=tuple(
                    text for text in (role, str(persona.unit or "") if persona else "") if text
                ),
                score=score(ctx, row.member.say) if row.member.say else None,
                cells=tuple(cells),
            )
        )
    columns = tuple(stage_link(ctx, journey, stage) for stage in journey.stages)
    return shown.Section(
        id=f"committee_{number}",
        title=str(journey.title),
        note=ctx.t("Who takes part in which step, and their emotion in the stage."),
        grid=shown.Grid(corner=ctx.t("Who"), columns=columns, rows=tuple(rows)),
    )


def _steps(ctx: PageContext, journey: Journey, steps: Sequence[Step]) -> tuple[views.Link, ...]:
    return tuple(step_link(ctx, journey, step) for step in steps)
