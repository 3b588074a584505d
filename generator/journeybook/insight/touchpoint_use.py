"""Where a thing is used: every step, with who, how it feels, what hurts and how much it is
worth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog, Use
from journeybook.insight.emotion import average, mean, people
from journeybook.schema.documents import Channel, Journey, Stage, Step, Touchpoint
from journeybook.schema.values import Ref


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
    """Every step that names a thing (by these fact keys, or any), by journey and in file order,
    each once."""
    found: dict[tuple[str, str], Occurrence] = {}
    for use in catalog.users(ref, *hows):
        journey = catalog.journey(use.user.id) if use.user.kind == "journey" and use.step else None
        if journey is None:
            continue
        for stage in journey.stages:
            for step in stage.steps:
                if step.id == use.step:
                    found.setdefault((journey.id, step.id), Occurrence(journey, stage, step, use))
    return tuple(sorted(found.values(), key=_order))


def _order(occurrence: Occurrence) -> tuple[str, str, int]:
    position = next(
        at for at, step in enumerate(occurrence.journey.steps) if step is occurrence.step
    )
    return (str(occurrence.journey.state != "current"), occurrence.journey.id, position)


def in_channel(catalog: Catalog, channel: str) -> tuple[Occurrence, ...]:
    """Steps that run over a channel: those that name it, and those whose touchpoints have it
    alone."""
    found = {
        (o.journey.id, o.step.id): o
        for o in occurrences(catalog, Ref("channel", channel), "channel")
    }
    for touchpoint in catalog.touchpoints:
        if any(ref.id == channel for ref in touchpoint.channel):
            for o in occurrences(catalog, touchpoint.ref, "touchpoint"):
                if not o.step.refs("channel"):
                    found.setdefault((o.journey.id, o.step.id), o)
    return tuple(sorted(found.values(), key=_order))


@dataclass(frozen=True)
class UseFigures:
    """What a set of occurrences adds up to."""

    steps: int
    journeys: int
    personas: int
    average: float | None
    lowest: tuple[float, Occurrence] | None
    worth: float | None
    pains: int
    truths: int


def use_figures(found: Iterable[Occurrence]) -> UseFigures:
    """Count and average a set of occurrences. Future and competitor journeys count like any
    other."""
    all_found = tuple(found)
    felt = [(value, o) for o in all_found if (value := o.feeling) is not None]
    worths = [float(score) for o in all_found if (score := o.step.score("worth")) is not None]
    return UseFigures(
        steps=len(all_found),
        journeys=len({o.journey.id for o in all_found}),
        personas=len({person for o in all_found for person in o.people}),
        average=mean(value for value, _ in felt),
        lowest=min(felt, key=lambda item: item[0], default=None),
        worth=mean(worths),
        pains=sum(len(o.step.all("pain")) for o in all_found),
        truths=sum(bool(o.step.all("moment of truth")) for o in all_found),
    )


def touchpoints_of(
    journey: Journey, catalog: Catalog, stages: Iterable[Stage] | None = None
) -> tuple[Touchpoint, ...]:
    """The touchpoints that a journey (or some of its stages) uses, each once, in order."""
    found: dict[str, Touchpoint] = {}
    for stage in journey.stages if stages is None else stages:
        for step in stage.steps:
            for ref in step.refs("touchpoint"):
                touchpoint = catalog.touchpoint(ref.id)
                if touchpoint:
                    found.setdefault(touchpoint.id, touchpoint)
    return tuple(found.values())


def presence(touchpoint: Touchpoint, catalog: Catalog) -> str:
    """Online or offline as written, else what all its channels are, else empty."""
    if touchpoint.presence:
        return str(touchpoint.presence)
    channels = (catalog.get(ref) for ref in touchpoint.channel)
    said = {
        str(channel.presence)
        for channel in channels
        if isinstance(channel, Channel) and channel.presence
    }
    return said.pop() if len(said) == 1 else ""


def offline_share(journey: Journey, catalog: Catalog) -> float | None:
    """Share of a journey's touchpoints that are offline, of those whose presence is known; 0 to
    1."""
    known = [
        where
        for touchpoint in touchpoints_of(journey, catalog)
        if (where := presence(touchpoint, catalog))
    ]
    return sum(where == "offline" for where in known) / len(known) if known else None


def before_decision(journey: Journey, catalog: Catalog) -> tuple[Touchpoint, ...]:
    """Touchpoints of the stages that come before the purchase, by the registry's `phase`."""
    registry = catalog.config.stages
    before = [
        stage
        for stage in journey.stages
        if (definition := registry.find(stage.id)) and definition.phase == "before"
    ]
    return touchpoints_of(journey, catalog, before)
