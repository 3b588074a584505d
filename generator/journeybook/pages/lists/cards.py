"""Journeys on lists: badges, a thumbnail of the emotion curve, and the curve in words."""

from __future__ import annotations

from journeybook.insight.committee import head_count
from journeybook.insight.emotion import curve_shape, journey_line
from journeybook.insight.time import total
from journeybook.insight.translation import is_outdated
from journeybook.insight.trust import trust
from journeybook.pages.context import PageContext
from journeybook.pages.duration_text import spell_text, time_text
from journeybook.pages.frame import changed
from journeybook.pages.labels import isolated, word
from journeybook.pages.links import link
from journeybook.pages.maps.curve import spark
from journeybook.pages.views import Badge, JourneyCard
from journeybook.prose.summary import first_sentence
from journeybook.schema.documents import Journey
from journeybook.schema.values import Ref

_STATUS_TONES = {"draft": "quiet", "review": "warn", "approved": "good", "retired": "quiet"}


def badges(ctx: PageContext, journey: Journey) -> tuple[Badge, ...]:
    """Kind, market, state and status, then what limits the map's reliability."""
    t = ctx.t
    status = str(journey.status)
    labels = [Badge(label=word(t, str(journey.kind)), icon="journey")]
    if journey.market:
        labels.append(Badge(label=word(t, str(journey.market))))
    if journey.state != "current":
        labels.append(Badge(label=word(t, str(journey.state)), tone="warn"))
    labels.append(Badge(label=word(t, status), tone=_STATUS_TONES[status]))
    return (*labels, *trust_badges(ctx, journey))


def trust_badges(ctx: PageContext, journey: Journey) -> tuple[Badge, ...]:
    """Review overdue, translation outdated, assumption or claims with evidence, no owner."""
    t = ctx.t
    reliability = trust(journey, ctx.catalog, ctx.site.info)
    badges = []
    if reliability.stale and journey.status in ("approved", "review"):
        badges.append(warning(t("Needs review"), "stale", t("Review overdue")))
    if is_outdated(journey, ctx.catalog, ctx.site.info):
        reason = t("The original map has changed since it was translated")
        badges.append(warning(t("Translation outdated"), "stale", reason))
    if reliability.assumed:
        badges.append(warning(t("Assumption"), "question", t("No evidence yet")))
    elif reliability.backed < reliability.claims:
        share = t(
            "{backed} of {claims} claims have evidence",
            backed=reliability.backed,
            claims=reliability.claims,
        )
        badges.append(Badge(label=share, tone="quiet", icon="evidence"))
    if not reliability.owner:
        badges.append(warning(t("No owner"), "unowned"))
    return tuple(badges)


def warning(label: str, icon: str, title: str = "") -> Badge:
    """A badge that stands out."""
    return Badge(label=label, tone="warn", icon=icon, title=title)


def summary(journey: Journey) -> str:
    """The first sentence of the text, else the question, else the goal."""
    if journey.body:
        return first_sentence(journey.body.text)
    return str(journey.question or journey.goal or "")


def sentence(ctx: PageContext, journey: Journey) -> str:
    """High point, low point, steepest drop and end of the emotion curve; empty for a curve that is
    too short."""
    t = ctx.t
    line = journey_line(journey)
    curve = curve_shape(line)
    steps = journey.steps
    if curve is None:
        return ""

    def at(position: int) -> str:
        value = line[position] or 0
        decimals = 0 if value == int(value) else 1
        return isolated(ctx.messages.number(value, decimals, sign=True), ctx.rtl)

    def title(position: int) -> str:
        return isolated(str(steps[position].title), ctx.rtl)

    if line[curve.peak] == line[curve.low]:
        return t("The emotion stays at {value} throughout.", value=at(curve.peak))
    sentences = [
        t(
            "High point: “{step}” ({value}).",
            step=title(curve.peak),
            value=at(curve.peak),
        ),
        t(
            "Low point: “{step}” ({value}).",
            step=title(curve.low),
            value=at(curve.low),
        ),
    ]
    if curve.fall is not None:
        before, after = curve.fall
        drop = t(
            "Steepest drop: “{before}” ({from_value}) → “{after}” ({to_value}).",
            before=title(before),
            from_value=at(before),
            after=title(after),
            to_value=at(after),
        )
        sentences.append(drop)
    sentences.append(t("Ends at {value}.", value=at(curve.end)))
    return " ".join(sentences)


def length(ctx: PageContext, journey: Journey) -> str:
    """How long the journey takes: as written, else the sum of its steps, else empty."""
    if journey.length:
        return time_text(ctx, journey.length)
    steps_total = total(journey)
    return spell_text(ctx, steps_total) if steps_total else ""


def card(ctx: PageContext, journey: Journey) -> JourneyCard:
    """A journey on a list, cached."""
    return ctx.cached_fragment("card", journey.ref, lambda: _card(ctx, journey))


def _card(ctx: PageContext, journey: Journey) -> JourneyCard:
    change = ctx.site.info.last_change.get(journey.path)
    line = journey_line(journey)
    points = sum(value is not None for value in line)
    return JourneyCard(
        link=link(ctx, journey.ref),
        persona=link(ctx, Ref("persona", journey.persona)),
        summary=summary(journey),
        badges=badges(ctx, journey),
        spark=spark(line, ctx.rtl) if points > 1 else "",
        spark_text=sentence(ctx, journey),
        steps=len(journey.steps),
        people=head_count(journey),
        length=length(ctx, journey),
        market=str(journey.market or ""),
        status=str(journey.status),
        changed=changed(ctx, change) if change else None,
    )
