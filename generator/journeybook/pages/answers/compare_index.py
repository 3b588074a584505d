"""Where a reader picks any two journeys: ready-made comparisons, and the data for a small
script."""

from __future__ import annotations

import hashlib
from functools import partial

from journeybook.insight.committee import head_count
from journeybook.insight.compare import comparable, stage_mean
from journeybook.insight.emotion import journey_line
from journeybook.insight.touchpoint_use import offline_share, touchpoints_of
from journeybook.pages import views
from journeybook.pages.answers import views as shown
from journeybook.pages.answers.cells import signed
from journeybook.pages.answers.compare import compare_link
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.labels import word
from journeybook.pages.links import link
from journeybook.pages.lists.cards import length
from journeybook.pages.script_data import script_data
from journeybook.schema.documents import Journey
from journeybook.schema.values import Ref


def compare_index_view(ctx: PageContext) -> shown.PickView:
    """The ready-made pairs for everybody, any pair with scripts."""
    data = compare_data(ctx)
    url = f"assets/compare.{hashlib.sha256(data.encode()).hexdigest()[:8]}.js"
    cards = tuple(
        shown.AnswerCard(link=compare_link(ctx, page), text="", links=_whose(ctx, page.beside))
        for page in ctx.site.plan.pages
        if page.kind == "compare"
    )
    kind = ctx.page_kind
    return shown.PickView(
        **frame(ctx),
        title=kind.title(ctx),
        kind=kind.icon,
        eyebrow=ctx.t("Answers"),
        intro=kind.intro(ctx),
        cards=cards,
        data_href=ctx.href(url),
        data_url=url,
        data=data,
    )


def _start(ctx: PageContext) -> list[int]:
    """Places of the two journeys to begin with: the first ready-made pair, else the first two."""
    places = {journey.id: at for at, journey in enumerate(comparable(ctx.catalog))}
    for page in ctx.site.plan.pages:
        found = [places[name] for name in page.beside if name in places][:2]
        if len(found) == 2:
            return found
    return [0, 1]


def _whose(ctx: PageContext, names: tuple[str, ...]) -> tuple[views.Link, ...]:
    return tuple(
        link(ctx, Ref("persona", name))
        for name in dict.fromkeys(name.partition("/")[0] for name in names)
    )


def compare_data(ctx: PageContext) -> str:
    """A classic script that works from a disk too: lists only, so that no author's word becomes a
    key."""
    entries = [entry.id for entry in ctx.site.plan.stages]
    titles = [
        entry.definition.named(ctx.lang) if entry.definition else entry.title
        for entry in ctx.site.plan.stages
    ]
    labels = (
        ctx.t("Persona"),
        ctx.t("Kind"),
        ctx.t("Duration"),
        ctx.t("Deal"),
        ctx.t("People"),
        ctx.t("Steps"),
        ctx.t("Touchpoints"),
        ctx.t("Offline share"),
        ctx.t("Pain points"),
        ctx.t("Delights"),
        ctx.t("Moments of truth"),
        ctx.t("Owner"),
    )
    model = {
        "stages": titles,
        "facts": labels,
        "scale": [signed(ctx, value) for value in (2, 1, 0, -1, -2)],
        "rtl": ctx.rtl,
        "start": _start(ctx),
        "journeys": [
            ctx.cached_fragment("compared", journey.ref, partial(_journey, ctx, journey, entries))
            for journey in comparable(ctx.catalog)
        ],
    }
    return f"window.journeybookCompare={script_data(model)};\n"


def _journey(ctx: PageContext, journey: Journey, entries: list[str]) -> list[object]:
    """Title, address, group, facts, and for each stage: its place, its mean, its steps with their
    feelings."""
    line = dict(zip((id(step) for step in journey.steps), journey_line(journey), strict=True))
    share = offline_share(journey, ctx.catalog)
    count = ctx.messages.number
    names = (str(journey.kind), str(journey.market or ""), str(journey.state))
    facts = [
        ctx.catalog.title(Ref("persona", journey.persona)),
        ctx.messages.join([word(ctx.t, name) for name in names if name]),
        length(ctx, journey),
        str(journey.deal or ""),
        count(head_count(journey)),
        count(len(journey.steps)),
        count(len(touchpoints_of(journey, ctx.catalog))),
        "" if share is None else ctx.messages.percent(share),
        *(
            count(sum(len(p.all(key)) for p in journey.parts()))
            for key in ("pain", "delight", "moment of truth")
        ),
        str(journey.owner or ""),
    ]
    stages = []
    for name in dict.fromkeys(stage.id for stage in journey.stages):
        parts = [stage for stage in journey.stages if stage.id == name]
        value = stage_mean(parts, journey)
        steps = [
            [
                step.title,
                line[id(step)],
                "" if line[id(step)] is None else signed(ctx, line[id(step)] or 0),
                step.id,
            ]
            for stage in parts
            for step in stage.steps
        ]
        stages.append([entries.index(name), "" if value is None else signed(ctx, value), steps])
    made = link(ctx, journey.ref)
    return [made.label, made.href, ctx.catalog.lang(journey), facts, stages]
