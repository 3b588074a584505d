"""Business against consumer buying in figures: what the maps of one market say, dimension by
dimension."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.insight.emotion import feelings, mean
from journeybook.insight.flow import current, step_channels
from journeybook.insight.path import edges, linearity
from journeybook.insight.time import Spell, total
from journeybook.insight.touchpoint_use import before_decision, presence, touchpoints_of
from journeybook.schema.documents import Collateral, Journey, Stage, Touchpoint
from journeybook.schema.values import Ref

MOST = 5
REFERRAL = frozenset({"advocacy", "referral"})
ACQUISITION = frozenset({"cac", "acquisition-cost", "cost-per-acquisition"})


@dataclass(frozen=True)
class Range:
    """The least and the most of a figure, and its mean."""

    low: float
    high: float
    mean: float


@dataclass(frozen=True)
class Market:
    """What the current journeys of one market add up to; None or empty where they say nothing of
    it."""

    journeys: tuple[Journey, ...]
    buying: tuple[Journey, ...]
    """Those that lead to a purchase; all where none is said to."""
    teams: int
    """How many of them are decided by a group."""
    deciders: Range | None
    criteria: tuple[str, ...]
    """What the people of the maps decide by."""
    deals: tuple[str, ...]
    costs: tuple[tuple[Ref, str], ...]
    """Metrics of the cost to win a customer, with their value now."""
    length: Spell | None
    straight: float | None
    """Mean share of steps that only lead to the next one."""
    loops: float | None
    """Ways back for each step."""
    before: Range | None
    """Number of touchpoints before the purchase."""
    offline: float | None
    channels: tuple[tuple[str, int], ...]
    content: tuple[tuple[str, int], ...]
    feeling: Range | None
    after: int
    """Number of steps after the purchase."""
    after_feeling: float | None
    referral: tuple[Touchpoint, ...]
    measures: tuple[tuple[str, int], ...]


def of_market(name: str, catalog: Catalog) -> tuple[Journey, ...]:
    """The current journeys of a market that have steps."""
    return tuple(
        journey for journey in current(catalog) if journey.market == name and journey.steps
    )


def market(name: str, catalog: Catalog) -> Market:
    """Work out every dimension of one market."""
    journeys = of_market(name, catalog)
    buying = tuple(journey for journey in journeys if journey.kind == "buyer") or journeys
    steps = [step for journey in journeys for step in journey.steps]
    felt = [
        float(e.value)
        for journey in journeys
        for step in journey.steps
        for e in feelings(step, journey).values()
    ]
    after = [
        (journey, stage)
        for journey in journeys
        for stage in journey.stages
        if _phase(stage, catalog) == "after"
    ]
    touchpoints = {t.id: t for journey in journeys for t in touchpoints_of(journey, catalog)}
    known = [where for t in touchpoints.values() if (where := presence(t, catalog))]
    assets = [
        asset
        for step in steps
        for ref in step.refs("content")
        if isinstance(asset := catalog.get(ref), Collateral)
    ]
    people = dict.fromkeys(person for journey in buying for person in deciders(journey))
    loops = sum(edge.kind == "loop" for journey in journeys for edge in edges(journey))
    return Market(
        journeys=journeys,
        buying=buying,
        teams=sum(len(deciders(journey)) > 1 for journey in buying),
        deciders=_range(len(deciders(journey)) for journey in buying),
        criteria=_in_turn(
            [tuple(map(str, p.criteria)) for id in people if (p := catalog.persona(id))]
        ),
        deals=tuple(dict.fromkeys(str(journey.deal) for journey in buying if journey.deal)),
        costs=tuple(
            dict.fromkeys(
                (m.ref, m.now) for j in journeys for m in j.metrics if m.ref.id in ACQUISITION
            )
        ),
        length=_length(buying),
        straight=mean(linearity(journey) for journey in buying),
        loops=loops / len(steps) if steps else None,
        before=_range(
            found for journey in buying if (found := len(before_decision(journey, catalog)))
        ),
        offline=sum(where == "offline" for where in known) / len(known) if known else None,
        channels=_most(name for step in steps for name in step_channels(step, catalog)),
        content=_most(str(kind) for asset in assets for kind in asset.type),
        feeling=_range(felt),
        after=sum(len(stage.steps) for _, stage in after),
        after_feeling=mean(
            float(e.value)
            for journey, stage in after
            for step in stage.steps
            for e in feelings(step, journey).values()
        ),
        referral=_referral(journeys, catalog),
        measures=_most(
            str(way) for t in touchpoints.values() for way in t.measure if way != "none"
        ),
    )


def deciders(journey: Journey) -> tuple[str, ...]:
    """Who decides: the committee, else the journey's own persona."""
    return tuple(str(name) for name, _ in journey.committee) or (journey.persona,)


def _in_turn(lists: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The first of each list, then the second of each, so that a few of them speak for all."""
    most = max(map(len, lists), default=0)
    return tuple(
        dict.fromkeys(texts[at] for at in range(most) for texts in lists if at < len(texts))
    )


def _phase(stage: Stage, catalog: Catalog) -> str:
    definition = catalog.config.stages.find(stage.id)
    return str(definition.phase) if definition and definition.phase else ""


def _range(values: Iterable[float]) -> Range | None:
    known = tuple(values)
    return Range(min(known), max(known), sum(known) / len(known)) if known else None


def _most(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    ordered = sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
    return tuple(ordered[:MOST])


def _length(journeys: Sequence[Journey]) -> Spell | None:
    """From the shortest to the longest journey: as written, else by its steps."""
    spells = [Spell(j.length.low, j.length.high) if j.length else total(j) for j in journeys]
    known = [spell for spell in spells if spell]
    return (
        Spell(min(spell.low for spell in known), max(spell.high for spell in known))
        if known
        else None
    )


def _referral(journeys: Sequence[Journey], catalog: Catalog) -> tuple[Touchpoint, ...]:
    found: dict[str, Touchpoint] = {}
    for journey in journeys:
        stages = [stage for stage in journey.stages if stage.id in REFERRAL]
        found.update(
            (touchpoint.id, touchpoint) for touchpoint in touchpoints_of(journey, catalog, stages)
        )
    return tuple(found.values())
