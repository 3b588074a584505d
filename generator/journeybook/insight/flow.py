"""How channels connect: from step to step, online and offline, and touchpoints not measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product

from journeybook.catalog.catalog import Catalog
from journeybook.insight.map_groups import maps_of_today
from journeybook.insight.touchpoint_use import presence, used_today
from journeybook.insight.trust import is_measured
from journeybook.insight.use_figures import figures_of_today
from journeybook.schema.documents import Journey, Step, Touchpoint
from journeybook.schema.values import Ref


@dataclass(frozen=True)
class Transition:
    """How often the next step is in another channel, and in which journeys."""

    source: str
    target: str
    times: int
    journeys: tuple[str, ...]


def step_channels(step: Step, catalog: Catalog) -> tuple[str, ...]:
    """Channels that a step names; otherwise those of its touchpoints that have a single channel."""
    named = tuple(ref.id for ref in step.refs("channel"))
    if named:
        return named
    channels: dict[str, None] = {}
    for ref in step.refs("touchpoint"):
        touchpoint = catalog.touchpoint(ref.id)
        if touchpoint and len(touchpoint.channel) == 1:
            channels[touchpoint.channel[0].id] = None
    return tuple(channels)


def transitions(catalog: Catalog) -> tuple[Transition, ...]:
    """The changes of channel from step to step in current journeys, the most frequent first.

    Steps without a channel are skipped. Staying in the same channel is not a transition.
    """
    counts: Counter[tuple[str, str]] = Counter()
    journey_ids: dict[tuple[str, str], dict[str, None]] = {}
    for journey in maps_of_today(catalog):
        for pair in _channel_changes(journey, catalog):
            counts[pair] += 1
            journey_ids.setdefault(pair, {})[journey.id] = None
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Transition(*pair, times, tuple(journey_ids[pair])) for pair, times in ordered)


def _channel_changes(journey: Journey, catalog: Catalog) -> Iterator[tuple[str, str]]:
    by_step = [step_channels(step, catalog) for step in journey.steps]
    for before, after in pairwise(filter(None, by_step)):
        for source, target in product(before, after):
            if source not in after and target not in before:
                yield source, target


def uses(catalog: Catalog) -> Mapping[str, int]:
    """Channel -> number of steps of current journeys in it, as on its own page."""
    steps = {channel.id: figures_of_today(catalog, channel).steps for channel in catalog.channels}
    return {channel: count for channel, count in steps.items() if count}


def is_used(catalog: Catalog) -> bool:
    """Whether any step of a current journey has a channel (see `step_channels`)."""
    journey_ids = {journey.id for journey in maps_of_today(catalog)}
    for ref, how in _channel_references(catalog):
        for use in catalog.users(ref, how):
            if use.step and use.user.kind == "journey" and use.user.id in journey_ids:
                return True
    return False


def _channel_references(catalog: Catalog) -> Iterator[tuple[Ref, str]]:
    """What a step can name to be in a channel, and under which key."""
    for ref in catalog.uses:
        if ref.kind == "channel":
            yield ref, "channel"
    for touchpoint in catalog.touchpoints:
        if len(touchpoint.channel) == 1:
            yield touchpoint.ref, "touchpoint"


def presence_counts(catalog: Catalog) -> Counter[str]:
    """How many touchpoints used in current maps are online, offline, or neither (empty)."""
    return Counter(presence(touchpoint, catalog) for touchpoint in _used(catalog))


def unmeasured(catalog: Catalog) -> tuple[Touchpoint, ...]:
    """Touchpoints that are used in current maps but not measured, the most used first."""
    touchpoints = [touchpoint for touchpoint in _used(catalog) if not is_measured(touchpoint)]

    def most_used_first(touchpoint: Touchpoint) -> tuple[int, str]:
        return -len(used_today(catalog, touchpoint)), touchpoint.id

    return tuple(sorted(touchpoints, key=most_used_first))


def _used(catalog: Catalog) -> Iterator[Touchpoint]:
    for touchpoint in catalog.touchpoints:
        if used_today(catalog, touchpoint):
            yield touchpoint


def channel_presence(catalog: Catalog, channel: str) -> str:
    """`online`, `offline` or empty."""
    document = catalog.get(Ref("channel", channel))
    return str(getattr(document, "presence", None) or "")
