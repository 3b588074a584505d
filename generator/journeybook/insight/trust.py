"""How far a map can be trusted: when it was last checked, what it rests on, who answers for it."""

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
"""Facts that say something about customers which somebody must have seen or heard."""


@dataclass(frozen=True)
class Trust:
    """What speaks for and against believing a map."""

    stale: bool
    """Agreed once, and not checked since: past the review period, or older than what it points
    to."""
    stale_because: str
    """Why, in a few words; empty where it is not stale."""
    owner: str
    """The team that answers for it, or empty."""
    claims: int
    """Number of quotations, pains, delights and moments of truth."""
    backed: int
    """How many of them name evidence (`^id`) that has a file."""
    assumed: bool
    """It has steps, and neither a claim nor the map as a whole rests on evidence that has a
    file."""
    unmeasured: int
    """Number of its touchpoints that nobody measures."""


def trust(journey: Journey, catalog: Catalog, info: BuildInfo) -> Trust:
    """Look at one map on the day of the build."""
    because = stale_because(journey, catalog, info)
    made = claims(journey)
    backed = sum(has_file(fact.marks.evidence, catalog) for fact in made)
    return Trust(
        stale=bool(because),
        stale_because=because,
        owner=str(journey.owner or ""),
        claims=len(made),
        backed=backed,
        assumed=bool(journey.steps) and not backed and not has_file(journey.evidence, catalog),
        unmeasured=sum(
            not is_measured(touchpoint) for touchpoint in described_touchpoints(journey, catalog)
        ),
    )


def claims(journey: Journey) -> tuple[Fact, ...]:
    """The claims of a journey in file order."""
    return tuple(fact for part in journey.parts() for fact in part.facts if fact.key in CLAIMS)


def has_file(evidence: Iterable[Ref], catalog: Catalog) -> bool:
    """Whether some of the evidence named is more than a name."""
    return any(
        (found := catalog.get(ref)) is not None and found.ref not in catalog.stubs
        for ref in evidence
    )


def is_measured(touchpoint: Touchpoint) -> bool:
    """Whether anybody looks at how a touchpoint goes."""
    return any(way != "none" for way in touchpoint.measure)


def described_touchpoints(journey: Journey, catalog: Catalog) -> tuple[Touchpoint, ...]:
    """The touchpoints of a journey that have a file."""
    return tuple(t for t in touchpoints_of(journey, catalog) if t.ref not in catalog.stubs)


def stale_because(journey: Journey, catalog: Catalog, info: BuildInfo) -> str:
    """Why an approved or reviewed map needs another look, or an empty string.

    A map without a review date cannot grow old (see the rule JB206). A touchpoint or a piece of
    evidence counts as newer only when it changed after the review *and* after the last change of
    the map itself.
    """
    if journey.reviewed is None or journey.status not in ("approved", "review"):
        return ""
    period = catalog.config.review
    try:
        due = journey.reviewed + datetime.timedelta(seconds=period.high)
    except OverflowError:
        due = datetime.date.max
    if info.today > due:
        days = (info.today - journey.reviewed).days
        return f"the last review was {days} days ago, on {journey.reviewed}"
    changed = info.last_change.get(journey.path)
    touched = max(journey.reviewed, changed.date) if changed else journey.reviewed
    newer = [(date, ref) for date, ref in _changes_below(journey, catalog, info) if date > touched]
    if not newer:
        return ""
    date, ref = max(newer, key=lambda item: (item[0], item[1].id))
    return f"the {ref.kind} `{ref.id}` changed on {date}, after the map was last reviewed"


def _changes_below(
    journey: Journey, catalog: Catalog, info: BuildInfo
) -> Iterator[tuple[datetime.date, Ref]]:
    for ref, _ in catalog.links.get(journey.ref, ()) if info.last_change else ():
        document = catalog.get(ref) if ref.kind in ("touchpoint", "evidence") else None
        change = info.last_change.get(document.path) if document else None
        if document and change:
            yield change.date, document.ref
