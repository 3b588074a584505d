"""The lines of the service blueprint, and between which lanes of a map they are drawn.

A line is drawn where all lanes above it belong above, and all lanes below it below. If the site's
order of lanes mixes the sides, there is no such place, and the line is left out.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from journeybook.pages.views import BlueprintLine, Lane
from journeybook.vocabulary import FactKey, Line

# Side -> how far it is from the customer
DEPTH = {
    str(Line.CUSTOMER): 0,
    str(Line.FRONTSTAGE): 1,
    str(Line.BACKSTAGE): 2,
    str(Line.SUPPORT): 3,
}
# Line -> the depth that begins below it
LINES = {"interaction": 1, "visibility": 2, "internal": 3}
BRANCH_CELLS = frozenset({"path", "zoom"})


def side_of(fact: FactKey) -> str:
    """The side of a lane; empty for branches between steps, which may be in any place."""
    return "" if fact.cell in BRANCH_CELLS else str(fact.line)


def blueprint_lines(lanes: Sequence[Lane]) -> tuple[BlueprintLine, ...]:
    """The lines that have lanes on both sides, each with its place; last, the heading of the
    business lanes."""
    depths = {DEPTH[lane.side] for lane in lanes if lane.side in DEPTH}
    needed = [
        depth for depth in LINES.values() if depths and min(depths) < depth and max(depths) >= depth
    ]
    lines = []
    for key, depth in LINES.items():
        if depth in needed and not _coincides(depth, needed, depths):
            lines.append(BlueprintLine(key=key, before=_lane_below(lanes, depth)))
    business = next((at for at, lane in enumerate(lanes) if lane.side == Line.BUSINESS), None)
    if business is not None:
        is_last = not any(lane.side in DEPTH for lane in lanes[business:])
        before = lanes[business].key if is_last else ""
        lines.append(BlueprintLine(key="business", before=before))
    return tuple(lines)


def _coincides(depth: int, needed: Sequence[int], depths: Set[int]) -> bool:
    """Whether nothing is between a line and a deeper one: they are one border, and the deeper one
    names it."""
    for deeper in needed:
        if deeper > depth and not any(depth <= between < deeper for between in depths):
            return True
    return False


def _lane_below(lanes: Sequence[Lane], depth: int) -> str:
    """The key of the first lane below a line; empty if lanes of its two sides are mixed."""
    above: list[int] = []
    below: list[int] = []
    for at, lane in enumerate(lanes):
        if lane.side in DEPTH:
            (below if DEPTH[lane.side] >= depth else above).append(at)
    return lanes[below[0]].key if above[-1] < below[0] else ""
