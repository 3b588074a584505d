"""The page of one journey."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from journeybook.insight.committee import Row, Seat, committee, head_count
from journeybook.insight.path import Alternative, alternatives, linearity
from journeybook.insight.time import longest_wait, total
from journeybook.insight.touchpoint_use import before_decision, offline_share, touchpoints_of
from journeybook.insight.translation import is_outdated, language_versions
from journeybook.pages import views
from journeybook.pages.changes.markers import Cells, Marks, marks
from journeybook.pages.context import PageContext
from journeybook.pages.duration_text import amount_text, spell_text, time_text
from journeybook.pages.fact_rows import filled, link_row, plain_row, row
from journeybook.pages.frame import frame, side
from journeybook.pages.labels import segment_text, word
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
    changed = marks(ctx, journey)
    branches = alternatives(journey)
    stages = [
        _stage_story(ctx, journey, stage, number, branches, changed)
        for number, stage in enumerate(journey.stages, 1)
    ]
    notes = []
    for at, note in enumerate(journey.notes, 1):
        body = prose_html(ctx, note.body, journey.path, prefix=f"note_{at}_", level=4)
        notes.append((note.title, body))
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
        canvas=canvas(ctx, journey, changed),
        times=times(ctx, journey),
        figures=_figures(ctx, journey),
        diagrams=journey_diagrams(ctx, journey),
        committee=_committee(ctx, journey),
        stages=tuple(stages),
        notes=tuple(notes),
        chain=_chain(ctx, journey),
        used_by=_used_by(ctx, journey),
    )


def _facts(ctx: PageContext, journey: Journey) -> tuple[views.FactRow, ...]:
    t, path = ctx.t, journey.path
    moves = [replace(link(ctx, move.ref), note=move_text(move)) for move in journey.metrics]
    segment = [segment_text(name, value) for name, value in journey.segment]
    length = time_text(ctx, journey.length) if journey.length else ""
    reviewed = ctx.messages.date(journey.reviewed) if journey.reviewed else ""
    evidence = [link(ctx, ref) for ref in journey.evidence]
    return filled(
        (
            link_row(t("Persona"), [link(ctx, Ref("persona", journey.persona))], "persona"),
            row(ctx, t("Why this map"), [journey.question or ""], "question", path),
            row(ctx, t("Goal"), [journey.goal or ""], "target", path),
            row(ctx, t("Trigger"), [journey.trigger or ""], "trigger", path),
            plain_row(t("Duration"), length, icon="clock"),
            plain_row(t("Deal"), str(journey.deal or ""), icon="worth"),
            plain_row(t("Segment"), *segment, icon="persona"),
            link_row(t("Metrics"), moves, "metric"),
            plain_row(t("Owner"), str(journey.owner or ""), icon="owner"),
            plain_row(t("Reviewed"), reviewed, icon="check"),
            link_row(t("Evidence"), evidence, "evidence"),
            plain_row(t("Tags"), *map(str, journey.tags)),
        )
    )


def _figures(ctx: PageContext, journey: Journey) -> tuple[views.Figure, ...]:
    t, number = ctx.t, ctx.messages.number
    people = views.Figure(label=t("People"), value=number(head_count(journey)))
    steps = views.Figure(label=t("Steps"), value=number(len(journey.steps)))
    return (
        people,
        steps,
        *_touchpoint_figures(ctx, journey),
        *_time_figures(ctx, journey),
        *_path_figures(ctx, journey),
        *_pain_figures(ctx, journey),
    )


def _touchpoint_figures(ctx: PageContext, journey: Journey) -> Iterator[views.Figure]:
    t, number = ctx.t, ctx.messages.number
    used = touchpoints_of(journey, ctx.catalog)
    if used:
        share = offline_share(journey, ctx.catalog)
        note = "" if share is None else t("{share} offline", share=ctx.messages.percent(share))
        yield views.Figure(
            label=t("Touchpoints"),
            value=number(len(used)),
            note=note,
        )
    early = before_decision(journey, ctx.catalog)
    if early:
        yield views.Figure(label=t("Touchpoints before the decision"), value=number(len(early)))


def _time_figures(ctx: PageContext, journey: Journey) -> Iterator[views.Figure]:
    time = total(journey)
    if time:
        yield views.Figure(
            label=ctx.t("Total time"),
            value=spell_text(ctx, time),
            note=ctx.t("steps plus waits"),
        )
    wait = longest_wait(journey)
    if wait:
        step, longest = wait
        yield views.Figure(
            label=ctx.t("Longest wait"),
            value=amount_text(ctx, longest),
            note=step.title,
            href=f"#{step.id}",
        )


def _path_figures(ctx: PageContext, journey: Journey) -> Iterator[views.Figure]:
    if len(journey.steps) > 1:
        yield views.Figure(
            label=ctx.t("Straight-through steps"),
            value=ctx.messages.percent(linearity(journey)),
            note=ctx.t("no branch, no loop"),
        )


def _pain_figures(ctx: PageContext, journey: Journey) -> Iterator[views.Figure]:
    pains = journey.pains
    if pains:
        severe = sum(pain.marks.severity == "high" for pain in pains)
        yield views.Figure(
            label=ctx.t("Pain points"),
            value=ctx.messages.number(len(pains)),
            note=ctx.tn("{count} severe", "{count} severe", severe) if severe else "",
            tone="bad" if severe else "",
        )


def _committee(ctx: PageContext, journey: Journey) -> views.Committee | None:
    rows = [_committee_row(ctx, journey, seated) for seated in committee(journey)]
    if not rows:
        return None
    stages = [stage_link(ctx, journey, stage) for stage in journey.stages]
    return views.Committee(stages=tuple(stages), rows=tuple(rows))


def _committee_row(ctx: PageContext, journey: Journey, seated: Row) -> views.CommitteeRow:
    """One member of the buying committee, with a seat in each stage."""
    member, persona = seated.member, ctx.catalog.persona(seated.persona)
    criteria = persona.criteria if persona else ()
    path = persona.path if persona else ""
    return views.CommitteeRow(
        person=link(ctx, Ref("persona", seated.persona)),
        role=word(ctx.t, str(member.role or "")),
        unit=str(persona.unit or "") if persona else "",
        say=score(ctx, member.say) if member.say else None,
        needs=tuple(markup(ctx, need, journey.path) for need in member.needs),
        criteria=tuple(markup(ctx, text, path) for text in criteria),
        seats=tuple(_seat(ctx, journey, seat) for seat in seated.seats),
    )


def _seat(ctx: PageContext, journey: Journey, seat: Seat) -> views.Seat:
    return views.Seat(
        present=bool(seat.steps),
        emotion=None if seat.feeling is None else emotion(ctx, seat.feeling),
        steps=tuple(step_link(ctx, journey, step) for step in seat.steps),
        pains=seat.pains,
    )


def _stage_story(
    ctx: PageContext,
    journey: Journey,
    stage: Stage,
    number: int,
    branches: Mapping[str, Alternative],
    changed: Marks,
) -> views.StageStory:
    steps = [
        _step_story(ctx, journey, stage, step, number, at, branches, changed)
        for at, step in enumerate(stage.steps, 1)
    ]
    return views.StageStory(
        stage=canvas_stage(ctx, journey, stage, number, changed),
        facts=_story_lanes(ctx, journey, stage, stage, changed.stage_cells),
        story=prose_html(ctx, stage.story, journey.path, prefix=f"stage_{number}_", level=4),
        steps=tuple(steps),
    )


def _step_story(
    ctx: PageContext,
    journey: Journey,
    stage: Stage,
    step: Step,
    number: int,
    at: int,
    branches: Mapping[str, Alternative],
    changed: Marks,
) -> views.StepStory:
    emotions = cell(ctx, journey, step, ctx.catalog.config.facts["emotion"], stage)
    return views.StepStory(
        id=f"story_{step.id}",
        step=canvas_step(ctx, journey, stage, step, number, at, branches, changed),
        emotions=tuple(item.emotion for item in emotions.items if item.emotion),
        facts=_story_lanes(ctx, journey, step, stage, changed.cells),
        story=prose_html(ctx, step.story, journey.path, prefix=f"step_{number}_{at}_", level=5),
        felt=changed.cells.get((step.id, "emotion")),
    )


def _story_lanes(
    ctx: PageContext,
    journey: Journey,
    part: Stage | Step,
    stage: Stage,
    changed: Cells,
) -> tuple[tuple[views.Lane, views.Cell], ...]:
    """The lanes of a step or stage with facts or changes, but for its emotions."""
    lanes = []
    for key in ctx.catalog.config.lane_order:
        fact = ctx.catalog.config.facts[key]
        mark = changed.get((part.id, key))
        if key == "emotion" or not (mark or part.all(fact.key)):
            continue
        content = cell(ctx, journey, part, fact, stage)
        if content.items or mark:
            lanes.append((lane_head(ctx, key), tagged(content, mark)))
    return tuple(lanes)


def _chain(ctx: PageContext, journey: Journey) -> tuple[views.FactRow, ...]:
    """Related journeys."""
    t = ctx.t

    def linked(ref: Ref | None) -> list[views.Link]:
        return [link(ctx, ref)] if ref else []

    def users(how: str) -> list[views.Link]:
        uses = ctx.catalog.users(journey.ref, how)
        return [link(ctx, use.user) for use in uses if use.user.kind == "journey"]

    translations = []
    for other in language_versions(journey, ctx.catalog):
        translation = link(ctx, other.ref)
        if is_outdated(other, ctx.catalog, ctx.site.info):
            translation = replace(translation, note=t("translation outdated"))
        translations.append(translation)
    return filled(
        (
            link_row(t("Part of"), linked(journey.part_of), "journey"),
            link_row(t("Sub-journeys"), users("part-of"), "journey"),
            link_row(t("Continues from"), users("continues"), "journey"),
            link_row(t("Continues in"), linked(journey.continues), "journey"),
            link_row(t("Other versions"), [*linked(journey.of), *users("of")], "journey"),
            link_row(t("In other languages"), translations, "page"),
        )
    )


def _used_by(ctx: PageContext, journey: Journey) -> tuple[views.FactRow, ...]:
    labels = {
        "zoom": ctx.t("Details a step in"),
        "prose": ctx.t("Mentioned in"),
        "solves": ctx.t("Opportunities that address its pain points"),
    }
    groups: dict[str, dict[str, views.Link]] = {}
    for use in ctx.catalog.users(journey.ref, *labels):
        user = link(ctx, use.user)
        groups.setdefault(labels[use.how], {})[user.href] = user
    return tuple(link_row(label, links.values()) for label, links in groups.items())
