"""Journeys on lists: badges, a thumbnail of the emotion curve, and the curve in words."""

from __future__ import annotations

from journeybook.insight.committee import head_count
from journeybook.insight.emotion import CurvePoint, journey_line, lines, turning_points
from journeybook.insight.path import breaks
from journeybook.insight.time import total
from journeybook.insight.translation import is_outdated
from journeybook.insight.trust import Trust, trust
from journeybook.pages.context import PageContext
from journeybook.pages.duration_text import spell_text, time_text
from journeybook.pages.frame import changed
from journeybook.pages.labels import isolated, short_name, word
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
        badges.append(Badge(label=_claims(ctx, reliability), tone="quiet", icon="evidence"))
    if not reliability.owner:
        badges.append(warning(t("No owner"), "unowned"))
    return tuple(badges)


def _claims(ctx: PageContext, reliability: Trust) -> str:
    """How many claims have evidence; where none has, how many have not."""
    claims = reliability.claims
    if not reliability.backed:
        return ctx.tn(
            "{count} claim without evidence",
            "{count} claims without evidence",
            claims,
        )
    return ctx.tn(
        "{backed} of {count} claim has evidence",
        "{backed} of {count} claims have evidence",
        claims,
        backed=reliability.backed,
    )


def warning(label: str, icon: str, title: str = "") -> Badge:
    """A badge that stands out."""
    return Badge(label=label, tone="warn", icon=icon, title=title)


def summary(journey: Journey) -> str:
    """The first sentence of the text, else the question, else the goal."""
    if journey.body:
        return first_sentence(journey.body.text)
    return str(journey.question or journey.goal or "")


def sentence(ctx: PageContext, journey: Journey) -> str:
    """High point, low point, steepest drop and end of the emotion curve, with whose they are if
    there are several people; empty for a curve that is too short."""
    t = ctx.t
    emotion_lines = lines(journey)
    turns = turning_points(emotion_lines, breaks(journey))
    if turns is None:
        return ""
    is_of_one = len(emotion_lines) == 1

    def shown(point: CurvePoint) -> str:
        decimals = 0 if point.value == int(point.value) else 1
        return isolated(ctx.messages.number(point.value, decimals, sign=True), ctx.rtl)

    def at(point: CurvePoint) -> str:
        value = shown(point)
        if is_of_one:
            return value
        person = isolated(person_name(ctx, point.persona), ctx.rtl)
        return t("{value}, {person}", value=value, person=person)

    def title(point: CurvePoint) -> str:
        return isolated(str(journey.steps[point.at].title), ctx.rtl)

    if turns.peak.value == turns.low.value:
        return t("The emotion stays at {value} throughout.", value=shown(turns.peak))
    sentences = [
        t("High point: “{step}” ({value}).", step=title(turns.peak), value=at(turns.peak)),
        t("Low point: “{step}” ({value}).", step=title(turns.low), value=at(turns.low)),
    ]
    if turns.fall is not None:
        before, after = turns.fall
        drop = t(
            "Steepest drop: “{before}” ({from_value}) → “{after}” ({to_value}).",
            before=title(before),
            from_value=at(before),
            after=title(after),
            to_value=at(after),
        )
        sentences.append(drop)
    if is_of_one:
        sentences.append(t("Ends at {value}.", value=shown(turns.end)))
    else:
        person = isolated(person_name(ctx, turns.end.persona), ctx.rtl)
        end = t("{person} ends at {value}.", person=person, value=shown(turns.end))
        sentences.append(end)
    return " ".join(sentences)


def person_name(ctx: PageContext, persona: str) -> str:
    """The name of a persona without the job."""
    return short_name(ctx.catalog.title(Ref("persona", persona)))


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
