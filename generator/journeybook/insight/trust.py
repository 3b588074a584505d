"""How reliable a map is: its last review, its evidence, its owner and its measured touchpoints."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.touchpoint_use import touchpoints_of
from journeybook.schema.documents import Fact, Journey, Touchpoint
from journeybook.schema.values import Ref

CLAIMS = ("says", "pain", "delight", "moment of truth")
"""Facts about customers that need evidence."""


@dataclass(frozen=True)
class Trust:
    """What makes a map more or less reliable."""

    stale: bool
    """Past its review period, or something it uses changed later."""
    stale_because: str
    """Why, in a few words; empty if it is not stale."""
    owner: str
    """The team responsible, or empty."""
    claims: int
    """Number of quotes, pain points, delights and moments of truth; 0 for a future map."""
    backed: int
    """How many of them cite evidence (`^id`) that has a file."""
    assumed: bool
    """It has steps, but neither a claim nor the whole map cites evidence that has a file."""
    unmeasured: int
    """Number of its touchpoints that are described but not measured."""


def trust(journey: Journey, catalog: Catalog, info: BuildInfo) -> Trust:
    """The reliability of one map on the day of the build."""
    reason = stale_because(journey, catalog, info)
    facts = claims(journey) if needs_evidence(journey) else ()
    backed = sum(has_file(fact.marks.evidence, catalog) for fact in facts)
    touchpoints = described_touchpoints(journey, catalog)
    return Trust(
        stale=bool(reason),
        stale_because=reason,
        owner=str(journey.owner or ""),
        claims=len(facts),
        backed=backed,
        assumed=_is_assumed(journey, backed, catalog),
        unmeasured=sum(not is_measured(touchpoint) for touchpoint in touchpoints),
    )


def needs_evidence(journey: Journey) -> bool:
    """Whether a map makes claims about what is; a future map describes what does not exist yet."""
    return journey.state != "future"


def _is_assumed(journey: Journey, backed: int, catalog: Catalog) -> bool:
    if not journey.steps or not needs_evidence(journey):
        return False
    return not backed and not has_file(journey.evidence, catalog)


def claims(journey: Journey) -> tuple[Fact, ...]:
    """The claims of a journey in file order."""
    facts: list[Fact] = []
    for part in journey.parts():
        facts += [fact for fact in part.facts if fact.key in CLAIMS]
    return tuple(facts)


def has_file(evidence: Iterable[Ref], catalog: Catalog) -> bool:
    """Whether any of the evidence has a file, so that it is more than a placeholder."""
    for ref in evidence:
        document = catalog.get(ref)
        if document is not None and document.ref not in catalog.stubs:
            return True
    return False


def is_measured(touchpoint: Touchpoint) -> bool:
    """Whether a touchpoint is measured in any way."""
    return any(measure != "none" for measure in touchpoint.measure)


def described_touchpoints(journey: Journey, catalog: Catalog) -> tuple[Touchpoint, ...]:
    """The touchpoints of a journey that have a file."""
    touchpoints = touchpoints_of(journey, catalog)
    return tuple(each for each in touchpoints if each.ref not in catalog.stubs)


def stale_because(journey: Journey, catalog: Catalog, info: BuildInfo) -> str:
    """Why a map that is approved or in review is stale, or an empty string.

    A map without a review date is never stale (see the rule JB206). A touchpoint or evidence makes
    it stale only if it changed after the review *and* after the last change of the map itself.
    """
    if journey.reviewed is None or journey.status not in ("approved", "review"):
        return ""
    if info.today > _due_date(journey.reviewed, catalog.config.review.high):
        days = (info.today - journey.reviewed).days
        return f"the last review was {days} days ago, on {journey.reviewed}"
    change = info.last_change.get(journey.path)
    last_edit = max(journey.reviewed, change.date) if change else journey.reviewed
    newer = [item for item in _changes_of_used(journey, catalog, info) if item[0] > last_edit]
    if not newer:
        return ""
    date, ref = max(newer, key=lambda item: (item[0], item[1].id))
    return f"the {ref.kind} `{ref.id}` changed on {date}, after the map was last reviewed"


def _due_date(reviewed: datetime.date, seconds: float) -> datetime.date:
    try:
        return reviewed + datetime.timedelta(seconds=seconds)
    except OverflowError:
        return datetime.date.max


def _changes_of_used(
    journey: Journey, catalog: Catalog, info: BuildInfo
) -> Iterator[tuple[datetime.date, Ref]]:
    """The last changes of the touchpoints and the evidence that a map refers to."""
    if not info.last_change:
        return
    for ref, _ in catalog.links.get(journey.ref, ()):
        document = catalog.get(ref) if ref.kind in ("touchpoint", "evidence") else None
        change = info.last_change.get(document.path) if document else None
        if document and change:
            yield change.date, document.ref
