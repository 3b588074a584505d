"""The steps that use a touchpoint, channel or anything else, and the touchpoints of a journey."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog, Use
from journeybook.insight.emotion import average, people
from journeybook.insight.map_groups import MapGroup, group_of, is_today
from journeybook.schema.documents import Channel, Journey, Stage, Step, Touchpoint
from journeybook.schema.values import Ref

_GROUPS = tuple(MapGroup)


@dataclass(frozen=True)
class Occurrence:
    """One step that uses a thing."""

    journey: Journey
    stage: Stage
    step: Step
    use: Use

    @property
    def people(self) -> tuple[str, ...]:
        return people(self.step, self.journey)

    @property
    def feeling(self) -> float | None:
        return average(self.step, self.journey)


def occurrences(catalog: Catalog, ref: Ref, *hows: str) -> tuple[Occurrence, ...]:
    """Every step that refers to something, each once, by journey and in file order.

    `hows` limits them to these fact keys. Today's maps come first, then the other groups.
    """
    by_step: dict[tuple[str, str], Occurrence] = {}
    for use in catalog.users(ref, *hows):
        journey = catalog.journey(use.user.id) if use.user.kind == "journey" and use.step else None
        if journey is None:
            continue
        for stage in journey.stages:
            for step in stage.steps:
                if step.id == use.step:
                    occurrence = Occurrence(journey, stage, step, use)
                    by_step.setdefault((journey.id, step.id), occurrence)
    return _in_order(by_step.values())


def _in_order(every: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    return tuple(sorted(every, key=_sort_key))


def _sort_key(occurrence: Occurrence) -> tuple[int, str, int]:
    journey, step = occurrence.journey, occurrence.step
    position = next(number for number, each in enumerate(journey.steps) if each is step)
    return (_GROUPS.index(group_of(journey)), journey.id, position)


def used_today(catalog: Catalog, touchpoint: Touchpoint) -> tuple[Occurrence, ...]:
    """The steps of today's maps that use a touchpoint."""
    uses = occurrences(catalog, touchpoint.ref, "touchpoint")
    return tuple(use for use in uses if is_today(use.journey))


def channel_occurrences(catalog: Catalog, channel: str) -> tuple[Occurrence, ...]:
    """Steps in a channel: those that name it, or else have a touchpoint with it."""
    every = [*occurrences(catalog, Ref("channel", channel), "channel")]
    for touchpoint in catalog.touchpoints:
        if any(ref.id == channel for ref in touchpoint.channel):
            for occurrence in occurrences(catalog, touchpoint.ref, "touchpoint"):
                if not occurrence.step.refs("channel"):
                    every.append(occurrence)
    by_step: dict[tuple[str, str], Occurrence] = {}
    for occurrence in every:
        by_step.setdefault((occurrence.journey.id, occurrence.step.id), occurrence)
    return _in_order(by_step.values())


def touchpoints_of(
    journey: Journey, catalog: Catalog, stages: Iterable[Stage] | None = None
) -> tuple[Touchpoint, ...]:
    """The touchpoints that a journey (or some of its stages) uses, each once, in order."""
    touchpoints: dict[str, Touchpoint] = {}
    for stage in journey.stages if stages is None else stages:
        for step in stage.steps:
            for ref in step.refs("touchpoint"):
                touchpoint = catalog.touchpoint(ref.id)
                if touchpoint:
                    touchpoints.setdefault(touchpoint.id, touchpoint)
    return tuple(touchpoints.values())


def presence(touchpoint: Touchpoint, catalog: Catalog) -> str:
    """`online` or `offline`: as written, or else what all its channels have in common; or empty."""
    if touchpoint.presence:
        return str(touchpoint.presence)
    presences: set[str] = set()
    for ref in touchpoint.channel:
        channel = catalog.get(ref)
        if isinstance(channel, Channel) and channel.presence:
            presences.add(str(channel.presence))
    return presences.pop() if len(presences) == 1 else ""


def offline_share(journey: Journey, catalog: Catalog) -> float | None:
    """Share of offline touchpoints (0 to 1) among those of a journey that are online or offline."""
    return share_offline(touchpoints_of(journey, catalog), catalog)


def share_offline(touchpoints: Iterable[Touchpoint], catalog: Catalog) -> float | None:
    """Share of offline touchpoints (0 to 1) among those that are online or offline, or None."""
    presences = [presence(touchpoint, catalog) for touchpoint in touchpoints]
    offline, online = presences.count("offline"), presences.count("online")
    return offline / (offline + online) if offline or online else None


def before_decision(journey: Journey, catalog: Catalog) -> tuple[Touchpoint, ...]:
    """Touchpoints of the stages before the purchase, by the `phase` of the stage registry."""
    before = [stage for stage in journey.stages if phase_of(stage, catalog) == "before"]
    return touchpoints_of(journey, catalog, before)


def phase_of(stage: Stage, catalog: Catalog) -> str:
    """The phase of a stage in the registry: `before`, `during` or `after`; or empty."""
    definition = catalog.config.stages.find(stage.id)
    return str(definition.phase) if definition and definition.phase else ""
