"""The page of one journey."""

from __future__ import annotations

from journeybook.insight.committee import committee, head_count
from journeybook.insight.path import linearity
from journeybook.insight.time import longest_wait, total
from journeybook.insight.touchpoint_use import before_decision, offline_share, touchpoints_of
from journeybook.insight.translation import lags, versions
from journeybook.pages import views
from journeybook.pages.changes.markers import Cells, Marks, marks
from journeybook.pages.context import PageContext
from journeybook.pages.duration_text import amount_text, spell_text, time_text
from journeybook.pages.fact_rows import filled, link_row, plain_row, row
from journeybook.pages.frame import frame, side
from journeybook.pages.labels import word
from journeybook.pages.links import link, stage_link, step_link
from journeybook.pages.lists.cards import badges, summary
from journeybook.pages.maps.canvas import (
    canvas,
    canvas_stage,
    canvas_step,
    cell,
    lane_head,
    move_text,
    tagged,
)
from journeybook.pages.maps.diagrams import journey_diagrams
from journeybook.pages.maps.time_view import times
from journeybook.pages.prose_html import markup, prose_html
from journeybook.pages.scales import emotion, score
from journeybook.schema.documents import Journey, Stage, Step
from journeybook.schema.values import Ref


def journey_view(ctx: PageContext, journey: Journey) -> views.JourneyView:
    """Everything the template of a journey needs."""
    found = marks(ctx, journey)
    return views.JourneyView(
        **frame(ctx),
        title=str(journey.title),
        eyebrow=word(ctx.t, str(journey.kind)),
        summary=summary(journey),
        kind="journey",
        badges=badges(ctx, journey),
        facts=_facts(ctx, journey),
        side=side(ctx),
        argument=prose_html(ctx, journey.body, journey.path, prefix="about_", level=2),
        canvas=canvas(ctx, journey, found),
        times=times(ctx, journey),
        figures=_figures(ctx, journey),
        diagrams=journey_diagrams(ctx, journey),
        committee=_committee(ctx, journey),
        stages=tuple(
            _stage_story(ctx, journey, stage, number, found)
            for number, stage in enumerate(journey.stages, 1)
        ),
        notes=tuple(
            (notes.title, prose_html(ctx, notes.body, journey.path, prefix=f"note_{at}_", level=4))
            for at, notes in enumerate(journey.notes, 1)
        ),
        chain=_chain(ctx, journey),
        used_by=_used_by(ctx, journey),
    )


def _facts(ctx: PageContext, journey: Journey) -> tuple[views.FactRow, ...]:
    path = journey.path
    moves = tuple(
        views.Link(**{**vars(link(ctx, move.ref)), "note": move_text(move)})
        for move in journey.metrics
    )
    segment = tuple(f"{name}: {value}" if name else str(value) for name, value in journey.segment)
    return filled(
        (
            link_row(ctx.t("Persona"), [link(ctx, Ref("persona", journey.persona))], "persona"),
            row(ctx, ctx.t("Why this map"), [journey.question or ""], "question", path),
            row(ctx, ctx.t("Goal"), [journey.goal or ""], "target", path),
            row(ctx, ctx.t("Trigger"), [journey.trigger or ""], "trigger", path),
            plain_row(
                ctx.t("Duration"),
                time_text(ctx, journey.length) if journey.length else "",
                icon="clock",
            ),
            plain_row(ctx.t("Deal"), str(journey.deal or ""), icon="worth"),
            plain_row(ctx.t("Segment"), *segment, icon="persona"),
            link_row(ctx.t("Metrics"), moves, "metric"),
            plain_row(ctx.t("Owner"), str(journey.owner or ""), icon="owner"),
            plain_row(
                ctx.t("Reviewed"),
                ctx.messages.date(journey.reviewed) if journey.reviewed else "",
                icon="check",
            ),
            link_row(ctx.t("Evidence"), [link(ctx, ref) for ref in journey.evidence], "evidence"),
            plain_row(ctx.t("Tags"), *(str(tag) for tag in journey.tags)),
        )
    )


def _figures(ctx: PageContext, journey: Journey) -> tuple[views.Figure, ...]:
    number = ctx.messages.number
    made = [
        views.Figure(label=ctx.t("People"), value=number(head_count(journey))),
        views.Figure(label=ctx.t("Steps"), value=number(len(journey.steps))),
    ]
    used = touchpoints_of(journey, ctx.catalog)
    if used:
        share = offline_share(journey, ctx.catalog)
        note = (
            ctx.t("{share} offline", share=ctx.messages.percent(share)) if share is not None else ""
        )
        made.append(views.Figure(label=ctx.t("Touchpoints"), value=number(len(used)), note=note))
    early = before_decision(journey, ctx.catalog)
    if early:
        made.append(
            views.Figure(label=ctx.t("Touchpoints before the decision"), value=number(len(early)))
        )
    time = total(journey)
    if time:
        made.append(
            views.Figure(
                label=ctx.t("Total time"),
                value=spell_text(ctx, time),
                note=ctx.t("steps plus waits"),
            )
        )
    wait = longest_wait(journey)
    if wait:
        made.append(
            views.Figure(
                label=ctx.t("Longest wait"),
                value=amount_text(ctx, wait[1]),
                note=wait[0].title,
                href=f"#{wait[0].id}",
            )
        )
    if len(journey.steps) > 1:
        note = ctx.t("no branch, no loop")
        made.append(
            views.Figure(
                label=ctx.t("Straight-through steps"),
                value=ctx.messages.percent(linearity(journey)),
                note=note,
            )
        )
    pains = journey.pains
    if pains:
        severe = sum(pain.marks.severity == "high" for pain in pains)
        note = ctx.tn("{count} severe", "{count} severe", severe) if severe else ""
        made.append(
            views.Figure(
                label=ctx.t("Pain points"),
                value=number(len(pains)),
                note=note,
                tone="bad" if severe else "",
            )
        )
    return tuple(made)


def _committee(ctx: PageContext, journey: Journey) -> views.Committee | None:
    rows = []
    for found in committee(journey):
        persona = ctx.catalog.persona(found.persona)
        rows.append(
            views.CommitteeRow(
                person=link(ctx, Ref("persona", found.persona)),
                role=word(ctx.t, str(found.member.role or "")),
                unit=str(persona.unit or "") if persona else "",
                say=score(ctx, found.member.say) if found.member.say else None,
                needs=tuple(markup(ctx, need, journey.path) for need in found.member.needs),
                criteria=tuple(markup(ctx, text, persona.path) for text in persona.criteria)
                if persona
                else (),
                seats=tuple(
                    views.Seat(
                        present=bool(seat.steps),
                        emotion=None if seat.feeling is None else emotion(ctx, seat.feeling),
                        steps=tuple(step_link(ctx, journey, step) for step in seat.steps),
                        pains=seat.pains,
                    )
                    for seat in found.seats
                ),
            )
        )
    if not rows:
        return None
    rows.sort(key=lambda made: (made.unit.casefold(), -(made.say.value if made.say else 0)))
    return views.Committee(
        stages=tuple(stage_link(ctx, journey, stage) for stage in journey.stages), rows=tuple(rows)
    )


def _stage_story(
    ctx: PageContext, journey: Journey, stage: Stage, number: int, found: Marks
) -> views.StageStory:
    return views.StageStory(
        stage=canvas_stage(ctx, stage, number, found),
        facts=_lanes_of(ctx, journey, stage, stage, found.stage_cells),
        story=prose_html(ctx, stage.story, journey.path, prefix=f"stage_{number}_", level=4),
        steps=tuple(
            _step_story(ctx, journey, stage, step, number, at, found)
            for at, step in enumerate(stage.steps, 1)
        ),
    )


def _step_story(
    ctx: PageContext, journey: Journey, stage: Stage, step: Step, number: int, at: int, found: Marks
) -> views.StepStory:
    feelings = cell(ctx, journey, step, ctx.catalog.config.facts["emotion"], stage)
    return views.StepStory(
        id=f"story_{step.id}",
        step=canvas_step(ctx, journey, stage, step, number, at, found),
        emotions=tuple(item.emotion for item in feelings.items if item.emotion),
        facts=_lanes_of(ctx, journey, step, stage, found.cells),
        story=prose_html(ctx, step.story, journey.path, prefix=f"step_{number}_{at}_", level=5),
        felt=found.cells.get((step.id, "emotion")),
    )


def _lanes_of(
    ctx: PageContext, journey: Journey, part: Stage | Step, stage: Stage, changed: Cells
) -> tuple[tuple[views.Lane, views.Cell], ...]:
    found = []
    for key in ctx.catalog.config.lane_order:
        mark = changed.get((part.id, key))
        if key == "emotion" or not (mark or part.all(ctx.catalog.config.facts[key].key)):
            continue
        made = cell(ctx, journey, part, ctx.catalog.config.facts[key], stage)
        if made.items or mark:
            found.append((lane_head(ctx, key), tagged(made, mark)))
    return tuple(found)


def _chain(ctx: PageContext, journey: Journey) -> tuple[views.FactRow, ...]:
    def users(how: str) -> list[views.Link]:
        return [
            link(ctx, use.user)
            for use in ctx.catalog.users(journey.ref, how)
            if use.user.kind == "journey"
        ]

    states = [*([link(ctx, journey.of)] if journey.of else []), *users("of")]
    translated = [
        views.Link(**{**vars(link(ctx, other.ref)), "note": ctx.t("translation outdated")})
        if lags(other, ctx.catalog, ctx.site.info)
        else link(ctx, other.ref)
        for other in versions(journey, ctx.catalog)
    ]
    return filled(
        (
            link_row(
                ctx.t("Part of"), [link(ctx, journey.part_of)] if journey.part_of else [], "journey"
            ),
            link_row(ctx.t("Sub-journeys"), users("part-of"), "journey"),
            link_row(ctx.t("Continues from"), users("continues"), "journey"),
            link_row(
                ctx.t("Continues in"),
                [link(ctx, journey.continues)] if journey.continues else [],
                "journey",
            ),
            link_row(ctx.t("Other versions"), states, "journey"),
            link_row(ctx.t("In other languages"), translated, "page"),
        )
    )


def _used_by(ctx: PageContext, journey: Journey) -> tuple[views.FactRow, ...]:
    groups: dict[str, dict[str, views.Link]] = {}
    labels = {
        "zoom": ctx.t("Details a step in"),
        "prose": ctx.t("Mentioned in"),
        "solves": ctx.t("Opportunities that address its pain points"),
    }
    for use in ctx.catalog.users(journey.ref, *labels):
        made = link(ctx, use.user)
        groups.setdefault(labels[use.how], {})[made.href] = made
    return tuple(link_row(label, links.values()) for label, links in groups.items())
