"""Compare any two journeys: the preset comparisons, and the data of the script that shows the
others."""

from __future__ import annotations

import hashlib
from functools import partial

from journeybook.insight.committee import head_count
from journeybook.insight.compare import comparable, stage_mean
from journeybook.insight.emotion import journey_line
from journeybook.insight.touchpoint_use import offline_share, touchpoints_of
from journeybook.pages.answers.cells import signed
from journeybook.pages.answers.compare import compare_link, count_facts
from journeybook.pages.answers.views import AnswerCard, PickView
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.labels import word
from journeybook.pages.links import link, stage_title
from journeybook.pages.lists.cards import length
from journeybook.pages.page_kind import PlannedPage
from journeybook.pages.script_data import script_data
from journeybook.schema.documents import Journey, Step
from journeybook.schema.values import Ref


def compare_index_view(ctx: PageContext) -> PickView:
    """The preset comparisons, and with scripts any two journeys."""
    data = compare_data(ctx)
    digest = hashlib.sha256(data.encode()).hexdigest()[:8]
    url = f"assets/compare.{digest}.js"
    presets = [page for page in ctx.site.plan.pages if page.kind == "compare"]
    kind = ctx.page_kind
    return PickView(
        **frame(ctx),
        title=kind.title(ctx),
        kind=kind.icon,
        eyebrow=ctx.t("Answers"),
        intro=kind.intro(ctx),
        cards=tuple(_card(ctx, page) for page in presets),
        data_href=ctx.href(url),
        data_url=url,
        data=data,
    )


def _card(ctx: PageContext, page: PlannedPage) -> AnswerCard:
    """A preset comparison with the personas of its journeys."""
    personas = dict.fromkeys(journey.partition("/")[0] for journey in page.beside)
    links = tuple(link(ctx, Ref("persona", name)) for name in personas)
    return AnswerCard(
        link=compare_link(ctx, page),
        text="",
        links=links,
    )


def _start(ctx: PageContext) -> list[int]:
    """Positions of the two journeys shown first: the first preset comparison, else the first two
    journeys."""
    positions = {journey.id: at for at, journey in enumerate(comparable(ctx.catalog))}
    for page in ctx.site.plan.pages:
        pair = [positions[name] for name in page.beside if name in positions][:2]
        if len(pair) == 2:
            return pair
    return [0, 1]


def compare_data(ctx: PageContext) -> str:
    """A classic script, which also works from disk; its data are lists only, so that no author's
    word becomes a key."""
    stages = ctx.site.plan.stages
    stage_ids = [entry.id for entry in stages]
    journeys = []
    for journey in comparable(ctx.catalog):
        make = partial(_journey, ctx, journey, stage_ids)
        journeys.append(ctx.cached_fragment("compared", journey.ref, make))
    model = {
        "stages": [stage_title(ctx, identifier) for identifier in stage_ids],
        "facts": _labels(ctx),
        "scale": [signed(ctx, value) for value in (2, 1, 0, -1, -2)],
        "rtl": ctx.rtl,
        "start": _start(ctx),
        "journeys": journeys,
    }
    return f"window.journeybookCompare={script_data(model)};\n"


def _labels(ctx: PageContext) -> tuple[str, ...]:
    """The names of the values of `_facts`."""
    t = ctx.t
    return (
        t("Persona"),
        t("Kind"),
        t("Duration"),
        t("Deal"),
        t("People"),
        t("Steps"),
        t("Touchpoints"),
        t("Offline share"),
        t("Pain points"),
        t("Delights"),
        t("Moments of truth"),
        t("Owner"),
    )


def _facts(ctx: PageContext, journey: Journey) -> list[str]:
    count = ctx.messages.number
    kinds = filter(None, (journey.kind, journey.market, journey.state))
    share = offline_share(journey, ctx.catalog)
    return [
        ctx.catalog.title(Ref("persona", journey.persona)),
        ctx.messages.join([word(ctx.t, str(kind)) for kind in kinds]),
        length(ctx, journey),
        str(journey.deal or ""),
        count(head_count(journey)),
        count(len(journey.steps)),
        count(len(touchpoints_of(journey, ctx.catalog))),
        "" if share is None else ctx.messages.percent(share),
        count(count_facts(journey, "pain")),
        count(count_facts(journey, "delight")),
        count(count_facts(journey, "moment of truth")),
        str(journey.owner or ""),
    ]


def _journey(ctx: PageContext, journey: Journey, stage_ids: list[str]) -> list[object]:
    """Title, address, language, facts, and for each stage its position, its mean emotion and its
    steps."""
    emotions = dict(zip(map(id, journey.steps), journey_line(journey), strict=True))
    stages: list[object] = []
    for name in dict.fromkeys(stage.id for stage in journey.stages):
        parts = [stage for stage in journey.stages if stage.id == name]
        steps = [_step(ctx, step, emotions[id(step)]) for stage in parts for step in stage.steps]
        mean = _signed_or_empty(ctx, stage_mean(parts, journey))
        stages.append([stage_ids.index(name), mean, steps])
    own = link(ctx, journey.ref)
    return [own.label, own.href, ctx.catalog.lang(journey), _facts(ctx, journey), stages]


def _step(ctx: PageContext, step: Step, value: float | None) -> list[object]:
    return [step.title, value, _signed_or_empty(ctx, value), step.id]


def _signed_or_empty(ctx: PageContext, value: float | None) -> str:
    return "" if value is None else signed(ctx, value)
