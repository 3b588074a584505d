"""The lines of the service blueprint: between which lanes of a map they are drawn.

A line is drawn where everything above it belongs above it and everything below it belongs below.
Where the site's order of lanes mixes the sides, there is no such place, and the map has no line
rather than a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.pages.views import BlueprintLine, Lane
from journeybook.vocabulary import FactKey, Line

# How deep each side lies below the customer, and the lines, each with the depth that begins below
# it.
DEPTH = {
    str(Line.CUSTOMER): 0,
    str(Line.FRONTSTAGE): 1,
    str(Line.BACKSTAGE): 2,
    str(Line.SUPPORT): 3,
}
LINES = {"interaction": 1, "visibility": 2, "internal": 3}
WAYS = frozenset({"path", "zoom"})


def side_of(fact: FactKey) -> str:
    """The side a lane takes; none for the ways between steps, which run on the customer's side
    wherever they stand."""
    return "" if fact.cell in WAYS else str(fact.line)


def blueprint_lines(lanes: Sequence[Lane]) -> tuple[BlueprintLine, ...]:
    """The lines that have lanes on both sides, and the heading of the business lanes, each with its
    place."""
    depths = {DEPTH[lane.side] for lane in lanes if lane.side in DEPTH}
    needed = [
        key
        for key, depth in LINES.items()
        if any(d < depth for d in depths) and any(d >= depth for d in depths)
    ]
    # Two lines with nothing between them are one border; the inner one names it.
    apart = [
        key
        for key in needed
        if not any(_same(depths, LINES[key], LINES[other]) for other in needed)
    ]
    made = [BlueprintLine(key=key, before=_place(lanes, LINES[key])) for key in apart]
    business = next((at for at, lane in enumerate(lanes) if lane.side == Line.BUSINESS), None)
    if business is not None:
        last = not any(lane.side in DEPTH for lane in lanes[business:])
        made.append(BlueprintLine(key="business", before=lanes[business].key if last else ""))
    return tuple(made)


def _same(depths: set[int], depth: int, deeper: int) -> bool:
    return deeper > depth and not any(depth <= d < deeper for d in depths)


def _place(lanes: Sequence[Lane], depth: int) -> str:
    below = [at for at, lane in enumerate(lanes) if DEPTH.get(lane.side, -1) >= depth]
    above = [at for at, lane in enumerate(lanes) if lane.side in DEPTH and DEPTH[lane.side] < depth]
    return lanes[below[0]].key if max(above) < below[0] else ""
