"""Set the size of a styled drawing: around everything in it, so that no text is cut off."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from journeybook.diagrams import measure
from journeybook.diagrams.svg_tree import Element

MARGIN = 8.0


@dataclass(frozen=True, slots=True)
class _Place:
    """The origin of a group, and whether its contents are rotated by 90 degrees to the left."""

    x: float = 0.0
    y: float = 0.0
    turned: bool = False


@dataclass(frozen=True, slots=True)
class _Extent:
    left: float
    top: float
    right: float
    bottom: float


def framed(drawing: Element) -> Element:
    """The drawing with view box, width and height around its contents."""
    extents = list(_extents(drawing, _Place()))
    if not extents:
        return drawing
    left = min(extent.left for extent in extents) - MARGIN
    top = min(extent.top for extent in extents) - MARGIN
    wide = max(extent.right for extent in extents) + MARGIN - left
    high = max(extent.bottom for extent in extents) + MARGIN - top
    size = {
        "viewBox": f"{left:.0f} {top:.0f} {wide:.0f} {high:.0f}",
        "width": f"{wide:.0f}",
        "height": f"{high:.0f}",
    }
    return replace(drawing, attributes={**drawing.attributes, **size})


def _extents(element: Element, place: _Place) -> Iterator[_Extent]:
    if element.tag in ("defs", "title", "desc"):
        return
    place = _moved(place, element.attributes.get("transform", ""))
    if box := _own(element):
        yield _placed(box, place)
    for child in element.elements:
        yield from _extents(child, place)


def _own(element: Element) -> _Extent | None:
    """The extent of an element itself, without its children."""
    numbers: dict[str, float] = defaultdict(float)
    for name, value in element.attributes.items():
        if _NUMBER.fullmatch(value):
            numbers[name] = float(value)
    match element.tag:
        case "rect":
            x, y = numbers["x"], numbers["y"]
            return _Extent(x, y, x + numbers["width"], y + numbers["height"])
        case "circle":
            x, y, r = numbers["cx"], numbers["cy"], numbers["r"]
            return _Extent(x - r, y - r, x + r, y + r)
        case "line":
            xs, ys = (numbers["x1"], numbers["x2"]), (numbers["y1"], numbers["y2"])
            return _Extent(min(xs), min(ys), max(xs), max(ys))
        case "path":
            return _of_path(element.attributes.get("d", ""))
        case "text":
            return _of_text(element, numbers)
    return None


def _of_path(path: str) -> _Extent | None:
    """The extent of the end and control points of a path with absolute `M`, `L`, `Q` and `C`.

    Other paths are small, and have no extent here.
    """
    if re.search(r"[^MLQCZ\d.,eE\s+-]", path):
        return None
    numbers = [float(number) for number in _NUMBER.findall(path)]
    xs, ys = numbers[::2], numbers[1::2]
    return _Extent(min(xs), min(ys), max(xs), max(ys)) if ys else None


def _of_text(element: Element, numbers: Mapping[str, float]) -> _Extent:
    size = numbers.get("font-size", 16.0)
    width = measure.width(element.text, size)
    anchor = element.attributes.get("text-anchor", "start")
    if element.attributes.get("direction") == "rtl":
        anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
    before = {"start": 0.0, "middle": width / 2, "end": width}
    left = numbers.get("x", 0.0) - before[anchor]
    baseline = element.attributes.get("dominant-baseline", "")
    top = numbers.get("y", 0.0) - size * _ABOVE_BASELINE.get(baseline, 1.0)
    return _Extent(left, top, left + width, top + size * 1.3)


_ABOVE_BASELINE = {"hanging": 0.0, "text-before-edge": 0.0, "central": 0.6, "middle": 0.6}
"""Share of the font size above the baseline, for each kind of baseline."""


def _moved(place: _Place, transform: str) -> _Place:
    """The place inside a group with a transform."""
    shift = re.match(r"translate\(\s*([^,\s)]+)[,\s]+([^,\s)]+)\s*\)", transform)
    if shift:
        x, y = float(shift[1]), float(shift[2])
        if place.turned:
            x, y = y, -x
        place = replace(place, x=place.x + x, y=place.y + y)
    if re.search(r"rotate\(\s*(?:-90|270)\s*\)", transform):
        place = replace(place, turned=True)
    return place


def _placed(box: _Extent, place: _Place) -> _Extent:
    if place.turned:
        box = _Extent(box.top, -box.right, box.bottom, -box.left)
    return _Extent(
        left=box.left + place.x,
        top=box.top + place.y,
        right=box.right + place.x,
        bottom=box.bottom + place.y,
    )


_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
