"""Journeys on lists: badges, thumbnail of the curve, and the sentence that tells it."""

from __future__ import annotations

from journeybook.insight.committee import head_count
from journeybook.insight.emotion import course, journey_line
from journeybook.insight.time import total
from journeybook.insight.translation import lags
from journeybook.insight.trust import trust
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.duration_text import spell_text, time_text
from journeybook.pages.frame import changed
from journeybook.pages.labels import isolated, word
from journeybook.pages.links import link
from journeybook.pages.maps.curve import spark
from journeybook.prose.summary import first_sentence
from journeybook.schema.documents import Journey
from journeybook.schema.values import Ref

_STATUS_TONES = {"draft": "quiet", "review": "warn", "approved": "good", "retired": "quiet"}


def badges(ctx: PageContext, journey: Journey) -> tuple[views.Badge, ...]:
    """Kind, market, state, status, and what speaks against trusting the map."""
    made = [views.Badge(label=word(ctx.t, str(journey.kind)), icon="journey")]
    if journey.market:
        made.append(views.Badge(label=word(ctx.t, str(journey.market))))
    if journey.state != "current":
        made.append(views.Badge(label=word(ctx.t, str(journey.state)), tone="warn"))
    made.append(
        views.Badge(label=word(ctx.t, str(journey.status)), tone=_STATUS_TONES[str(journey.status)])
    )
    return (*made, *trust_badges(ctx, journey))


def trust_badges(ctx: PageContext, journey: Journey) -> tuple[views.Badge, ...]:
    """Stale, assumed, unowned."""
    known = trust(journey, ctx.catalog, ctx.site.info)
    made = []
    if known.stale and journey.status in ("approved", "review"):
        made.append(
            views.Badge(
                label=ctx.t("Needs review"),
                tone="warn",
                icon="stale",
                title=ctx.t("Review overdue"),
            )
        )
    if lags(journey, ctx.catalog, ctx.site.info):
        made.append(
            views.Badge(
                label=ctx.t("Translation outdated"),
                tone="warn",
                icon="stale",
                title=ctx.t("The original map has changed since it was translated"),
            )
        )
    if known.assumed:
        made.append(
            views.Badge(
                label=ctx.t("Assumption"),
                tone="warn",
                icon="question",
                title=ctx.t("No evidence yet"),
            )
        )
    elif known.claims and known.backed < known.claims:
        share = ctx.t(
            "{backed} of {claims} claims have evidence", backed=known.backed, claims=known.claims
        )
        made.append(views.Badge(label=share, tone="quiet", icon="evidence"))
    if not known.owner:
        made.append(views.Badge(label=ctx.t("No owner"), tone="warn", icon="unowned"))
    return tuple(made)


def summary(journey: Journey) -> str:
    """The first sentence of the argument, else the question, else the goal."""
    if journey.body:
        return first_sentence(journey.body.text)
    return str(journey.question or journey.goal or "")


def sentence(ctx: PageContext, journey: Journey) -> str:
    """Where the curve peaks, falls and ends, in words; empty where it says too little."""
    line = journey_line(journey)
    read = course(line)
    steps = journey.steps
    if read is None:
        return ""

    def at(position: int) -> str:
        value = line[position] or 0
        return isolated(
            ctx.messages.number(value, 0 if value == int(value) else 1, sign=True), ctx.rtl
        )

    def title(position: int) -> str:
        return isolated(str(steps[position].title), ctx.rtl)

    if line[read.peak] == line[read.low]:
        return ctx.t("The emotion stays at {value} throughout.", value=at(read.peak))
    said = [
        ctx.t("High point: “{step}” ({value}).", step=title(read.peak), value=at(read.peak)),
        ctx.t("Low point: “{step}” ({value}).", step=title(read.low), value=at(read.low)),
    ]
    if read.fall is not None:
        before, after = read.fall
        fallen = ctx.t(
            "Steepest drop: “{before}” ({from_value}) → “{after}” ({to_value}).",
            before=title(before),
            from_value=at(before),
            after=title(after),
            to_value=at(after),
        )
        said.append(fallen)
    said.append(ctx.t("Ends at {value}.", value=at(read.end)))
    return " ".join(said)


def length(ctx: PageContext, journey: Journey) -> str:
    """How long the journey takes: as written, else by its steps, else empty."""
    if journey.length:
        return time_text(ctx, journey.length)
    summed = total(journey)
    return spell_text(ctx, summed) if summed else ""


def card(ctx: PageContext, journey: Journey) -> views.JourneyCard:
    """A journey on a list."""
    return ctx.cached_fragment("card", journey.ref, lambda: _card(ctx, journey))


def _card(ctx: PageContext, journey: Journey) -> views.JourneyCard:
    change = ctx.site.info.last_change.get(journey.path)
    line = journey_line(journey)
    known = sum(value is not None for value in line)
    return views.JourneyCard(
        link=link(ctx, journey.ref),
        persona=link(ctx, Ref("persona", journey.persona)),
        summary=summary(journey),
        badges=badges(ctx, journey),
        spark=spark(line, ctx.rtl) if known > 1 else "",
        spark_text=sentence(ctx, journey),
        steps=len(journey.steps),
        people=head_count(journey),
        length=length(ctx, journey),
        market=str(journey.market or ""),
        status=str(journey.status),
        changed=changed(ctx, change) if change else None,
    )
