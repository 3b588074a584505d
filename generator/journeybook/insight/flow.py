"""How channels connect: from step to step, online and offline, and where nobody measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise, product

from journeybook.catalog.catalog import Catalog
from journeybook.insight.touchpoint_use import occurrences, presence
from journeybook.insight.trust import is_measured
from journeybook.schema.documents import Journey, Step, Touchpoint
from journeybook.schema.values import Ref


@dataclass(frozen=True)
class Transition:
    """How often a journey goes on from one channel over another, and in which journeys."""

    source: str
    target: str
    times: int
    journeys: tuple[str, ...]


def step_channels(step: Step, catalog: Catalog) -> tuple[str, ...]:
    """Channels that a step names, else those of its touchpoints that run over one channel alone."""
    named = tuple(ref.id for ref in step.refs("channel"))
    if named:
        return named
    found: dict[str, None] = {}
    for ref in step.refs("touchpoint"):
        touchpoint = catalog.touchpoint(ref.id)
        if touchpoint and len(touchpoint.channel) == 1:
            found[touchpoint.channel[0].id] = None
    return tuple(found)


def transitions(catalog: Catalog) -> tuple[Transition, ...]:
    """From each step to the next that runs over a channel, in current journeys, most frequent
    first.

    Steps without a channel are passed over; staying in the same channel is no transition.
    """
    counted: Counter[tuple[str, str]] = Counter()
    where: dict[tuple[str, str], dict[str, None]] = {}
    for journey in current(catalog):
        for pair in _pairs(journey, catalog):
            counted[pair] += 1
            where.setdefault(pair, {})[journey.id] = None
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Transition(*pair, times, tuple(where[pair])) for pair, times in ordered)


def _pairs(journey: Journey, catalog: Catalog) -> Iterator[tuple[str, str]]:
    used = [found for step in journey.steps if (found := step_channels(step, catalog))]
    for before, after in pairwise(used):
        for source, target in product(before, after):
            if source not in after and target not in before:
                yield source, target


def current(catalog: Catalog) -> tuple[Journey, ...]:
    """The journeys as they are: neither future nor a competitor's, nor retired."""
    return tuple(j for j in catalog.journeys if j.state == "current" and j.status != "retired")


def uses(catalog: Catalog) -> Counter[str]:
    """Channel -> number of steps of current journeys that run over it."""
    return Counter(
        name
        for journey in current(catalog)
        for step in journey.steps
        for name in step_channels(step, catalog)
    )


def is_used(catalog: Catalog) -> bool:
    """Whether any step of a current journey runs over a channel (see `step_channels`)."""
    ids = {journey.id for journey in current(catalog)}
    named = [(ref, "channel") for ref in catalog.uses if ref.kind == "channel"]
    alone = (
        (touchpoint.ref, "touchpoint")
        for touchpoint in catalog.touchpoints
        if len(touchpoint.channel) == 1
    )
    return any(
        use.step and use.user.kind == "journey" and use.user.id in ids
        for ref, how in chain(named, alone)
        for use in catalog.users(ref, how)
    )


def presence_counts(catalog: Catalog) -> Counter[str]:
    """How many touchpoints that a map uses are online, offline, or say neither (empty)."""
    return Counter(presence(touchpoint, catalog) for touchpoint in _used(catalog))


def unmeasured(catalog: Catalog) -> tuple[Touchpoint, ...]:
    """Touchpoints that a map uses and nobody measures, the most used first."""
    found = [touchpoint for touchpoint in _used(catalog) if not is_measured(touchpoint)]
    return tuple(
        sorted(found, key=lambda t: (-len(occurrences(catalog, t.ref, "touchpoint")), t.id))
    )


def _used(catalog: Catalog) -> Iterator[Touchpoint]:
    return (t for t in catalog.touchpoints if catalog.users(t.ref, "touchpoint"))


def channel_presence(catalog: Catalog, channel: str) -> str:
    """Online, offline or empty."""
    document = catalog.get(Ref("channel", channel))
    return str(getattr(document, "presence", None) or "")
