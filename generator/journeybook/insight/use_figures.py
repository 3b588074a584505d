"""The figures of what maps use: how far a thing reaches, and how customers feel there.

The only place that says which steps, claims and pain points count for a thing. Index, page,
Markdown twin and `journeys.json` ask here, so they agree. Each group of maps has its own figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from journeybook.catalog.catalog import Catalog, PainPlace, Use
from journeybook.catalog.link import pain_of
from journeybook.insight.committee import head_count
from journeybook.insight.emotion import emotions_by_persona, mean
from journeybook.insight.map_groups import MapGroup, by_group, group_of, today_first
from journeybook.insight.touchpoint_use import Occurrence, channel_occurrences, occurrences
from journeybook.schema.documents import (
    AnyDocument,
    Channel,
    Evidence,
    Fact,
    Journey,
    Metric,
    Opportunity,
    Stage,
    Step,
)

_FACT_OF = {
    "touchpoint": "touchpoint",
    "metric": "metric",
    "opportunity": "opportunity",
    "collateral": "content",
}
"""Kind of document -> key of the fact by which a step uses it."""


@dataclass(frozen=True)
class LowPoint:
    """The lowest emotion of a person in a set of steps."""

    value: float
    use: Occurrence
    person: str


@dataclass(frozen=True)
class UseFigures:
    """The totals and averages of what the maps of one group say about a thing."""

    journeys: int = 0
    steps: int = 0
    people: int = 0
    average: float | None = None
    """Mean over the steps of everyone's mean in a step."""
    lowest: LowPoint | None = None
    worth: float | None = None
    pains: int = 0
    """Pain points in the steps and stages; of an opportunity, those it addresses."""
    truths: int = 0
    claims: int = 0
    """Claims that cite a piece of evidence."""


FiguresByGroup = Mapping[MapGroup, UseFigures]
NO_FIGURES = UseFigures()


@dataclass(frozen=True)
class CitedClaim:
    """A claim that cites a piece of evidence, and its place."""

    journey: Journey
    stage: Stage
    step: Step | None
    fact: Fact


def use_figures(uses: Iterable[Occurrence]) -> UseFigures:
    """Count and average a set of occurrences, whatever group their maps belong to."""
    every = tuple(uses)
    steps = [use.step for use in every]
    everyone: set[str] = set()
    for use in every:
        everyone.update(use.people)
    averages = [use.feeling for use in every]
    scores = [step.score("worth") for step in steps]
    return UseFigures(
        journeys=len({use.journey.id for use in every}),
        steps=len(steps),
        people=len(everyone),
        average=mean(value for value in averages if value is not None),
        lowest=_lowest(every),
        worth=mean(float(score) for score in scores if score is not None),
        pains=sum(len(step.all("pain")) for step in steps),
        truths=sum(len(step.all("moment of truth")) for step in steps),
    )


def _lowest(uses: Iterable[Occurrence]) -> LowPoint | None:
    """The lowest emotion of all people, of equals the first."""
    points = []
    for use in uses:
        for person, emotion in emotions_by_persona(use.step, use.journey).items():
            points.append(LowPoint(float(emotion.value), use, person))
    return min(points, key=lambda point: point.value, default=None)


def uses_of(catalog: Catalog, document: AnyDocument) -> tuple[Occurrence, ...]:
    """Every step that uses a thing, in all groups of maps, each once."""
    if isinstance(document, Channel):
        return channel_occurrences(catalog, document.id)
    key = _FACT_OF.get(document.kind_name)
    return occurrences(catalog, document.ref, key) if key else ()


def figures_by_group(catalog: Catalog, document: AnyDocument) -> FiguresByGroup:
    """The figures of a thing; only groups that have any."""
    if isinstance(document, Evidence):
        return _evidence_figures(catalog, document)
    if isinstance(document, Journey):
        return {group_of(document): _journey_figures(document)}
    groups = by_group(uses_of(catalog, document), _journey_of)
    figures = {group: use_figures(uses) for group, uses in groups.items()}
    if isinstance(document, Metric):
        return _with_measured_journeys(figures, catalog, document)
    if isinstance(document, Opportunity):
        return _with_addressed_pains(figures, catalog, document)
    return figures


def figures_of_today(catalog: Catalog, document: AnyDocument) -> UseFigures:
    """The figures of a thing in current maps; all 0 if none uses it."""
    return figures_by_group(catalog, document).get(MapGroup.TODAY, NO_FIGURES)


def stages_with_id(catalog: Catalog, stage_id: str) -> tuple[tuple[Journey, Stage], ...]:
    """Every journey that has a stage, with its own part of it, today's maps first."""
    stages = []
    for journey in catalog.journeys:
        stages += [(journey, stage) for stage in journey.stages if stage.id == stage_id]
    return today_first(stages, lambda item: item[0])


def stage_occurrences(
    stages: Iterable[tuple[Journey, Stage]],
) -> tuple[Occurrence, ...]:
    """The steps of stages, in their order."""
    steps = []
    for journey, stage in stages:
        for step in stage.steps:
            use = Use(journey.ref, "stage", stage.id, step.id)
            steps.append(Occurrence(journey, stage, step, use))
    return tuple(steps)


def stage_figures(catalog: Catalog, stage_id: str) -> FiguresByGroup:
    """The figures of a stage over all journeys, with the pain points of the stage itself."""
    return _figures_of_stages(stages_with_id(catalog, stage_id))


def figures_of_every_stage(catalog: Catalog) -> dict[str, FiguresByGroup]:
    """Stage ID -> its figures, in one pass over all journeys."""
    by_id: dict[str, list[tuple[Journey, Stage]]] = {}
    for journey in catalog.journeys:
        for stage in journey.stages:
            by_id.setdefault(stage.id, []).append((journey, stage))
    return {name: _figures_of_stages(stages) for name, stages in by_id.items()}


def _figures_of_stages(every: Iterable[tuple[Journey, Stage]]) -> FiguresByGroup:
    groups = by_group(every, lambda item: item[0])
    figures = {}
    for group, stages in groups.items():
        of_steps = use_figures(stage_occurrences(stages))
        figures[group] = replace(
            of_steps,
            journeys=len({journey.id for journey, _ in stages}),
            pains=of_steps.pains + sum(len(stage.all("pain")) for _, stage in stages),
        )
    return figures


def measured_journeys(catalog: Catalog, metric: Metric) -> tuple[Journey, ...]:
    """The journeys that name a metric in their front matter."""
    users = catalog.users(metric.ref, "metrics")
    ids = sorted({use.user.id for use in users if use.user.kind == "journey"})
    journeys = map(catalog.journey, ids)
    return tuple(journey for journey in journeys if journey is not None)


def addressed_pains(catalog: Catalog, opportunity: Opportunity) -> tuple[PainPlace, ...]:
    """The pain points that an opportunity names under `solves:`, each once, if there are such."""
    places: dict[tuple[str, int], PainPlace] = {}
    for ref in opportunity.solves:
        place = pain_of(ref, catalog)
        if place:
            places.setdefault((place.journey.id, id(place.pain)), place)
    return tuple(places.values())


def cited_claims(catalog: Catalog, evidence: Evidence) -> tuple[CitedClaim, ...]:
    """The claims of all maps that cite a piece of evidence, today's maps first."""
    claims: list[CitedClaim] = []
    for journey in catalog.journeys_with(evidence.ref):
        claims += claims_citing(journey, evidence)
    return today_first(claims, lambda claim: claim.journey)


def claims_citing(journey: Journey, evidence: Evidence) -> Iterator[CitedClaim]:
    """The claims of one map that cite a piece of evidence, in file order."""
    for stage in journey.stages:
        for step in (None, *stage.steps):
            for fact in (step or stage).facts:
                if evidence.ref in fact.marks.evidence and fact.text:
                    yield CitedClaim(journey, stage, step, fact)


def _journey_figures(journey: Journey) -> UseFigures:
    """The figures of a map itself, with everyone who takes part or decides."""
    of_steps = use_figures(stage_occurrences((journey, stage) for stage in journey.stages))
    return replace(
        of_steps,
        journeys=0,
        people=head_count(journey),
        pains=len(journey.pains),
    )


def _evidence_figures(catalog: Catalog, evidence: Evidence) -> FiguresByGroup:
    claims = by_group(cited_claims(catalog, evidence), lambda claim: claim.journey)
    journeys = by_group(catalog.journeys_with(evidence.ref), lambda journey: journey)
    return {
        group: UseFigures(journeys=len(citing), claims=len(claims.get(group, ())))
        for group, citing in journeys.items()
    }


def _with_measured_journeys(
    figures: FiguresByGroup, catalog: Catalog, metric: Metric
) -> FiguresByGroup:
    """The journeys of a metric are also those that name it in their front matter."""
    ids: dict[MapGroup, set[str]] = {}
    for use in uses_of(catalog, metric):
        ids.setdefault(group_of(use.journey), set()).add(use.journey.id)
    for journey in measured_journeys(catalog, metric):
        ids.setdefault(group_of(journey), set()).add(journey.id)
    return {
        group: replace(figures.get(group, NO_FIGURES), journeys=len(ids[group]))
        for group in MapGroup
        if group in ids
    }


def _with_addressed_pains(
    figures: FiguresByGroup, catalog: Catalog, opportunity: Opportunity
) -> FiguresByGroup:
    pains = by_group(addressed_pains(catalog, opportunity), lambda place: place.journey)
    return {
        group: replace(figures.get(group, NO_FIGURES), pains=len(pains.get(group, ())))
        for group in MapGroup
        if group in figures or group in pains
    }


def _journey_of(use: Occurrence) -> Journey:
    return use.journey
