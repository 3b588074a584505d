"""Give a dressed drawing its size: around everything that is drawn, with no text cut off and no
empty border."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from journeybook.diagrams import measure
from journeybook.diagrams.svg_tree import Element

MARGIN = 8.0


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a group stands, and whether its inside is turned by a quarter to the left."""

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
    at = {
        name: float(value) for name, value in element.attributes.items() if _NUMBER.fullmatch(value)
    }
    match element.tag:
        case "rect":
            x, y = at.get("x", 0.0), at.get("y", 0.0)
            return _Extent(x, y, x + at.get("width", 0.0), y + at.get("height", 0.0))
        case "circle":
            return _Extent(
                at["cx"] - at["r"], at["cy"] - at["r"], at["cx"] + at["r"], at["cy"] + at["r"]
            )
        case "line":
            xs, ys = (at.get("x1", 0.0), at.get("x2", 0.0)), (at.get("y1", 0.0), at.get("y2", 0.0))
            return _Extent(min(xs), min(ys), max(xs), max(ys))
        case "path":
            return _of_path(element.attributes.get("d", ""))
        case "text":
            return _of_text(element, at)
    return None


def _of_path(path: str) -> _Extent | None:
    """Around the end and control points of a path of absolute `M`, `L`, `Q` and `C` moves; others
    are small."""
    if re.search(r"[^MLQCZ\d.,eE\s+-]", path):
        return None
    numbers = [float(number) for number in _NUMBER.findall(path)]
    xs, ys = numbers[::2], numbers[1::2]
    return _Extent(min(xs), min(ys), max(xs), max(ys)) if ys else None


def _of_text(element: Element, at: dict[str, float]) -> _Extent:
    size = at.get("font-size", 16.0)
    wide = measure.width(element.text, size)
    anchor = element.attributes.get("text-anchor", "start")
    if element.attributes.get("direction") == "rtl":
        anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
    left = at.get("x", 0.0) - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    above = {"hanging": 0.0, "text-before-edge": 0.0, "central": 0.6, "middle": 0.6}
    top = at.get("y", 0.0) - size * above.get(element.attributes.get("dominant-baseline", ""), 1.0)
    return _Extent(left, top, left + wide, top + size * 1.3)


def _moved(place: _Place, transform: str) -> _Place:
    if shift := re.match(r"translate\(\s*([^,\s)]+)[,\s]+([^,\s)]+)\s*\)", transform):
        x, y = float(shift[1]), float(shift[2])
        place = _Place(
            place.x + (y if place.turned else x),
            place.y + (-x if place.turned else y),
            place.turned,
        )
    if re.search(r"rotate\(\s*(?:-90|270)\s*\)", transform):
        place = replace(place, turned=True)
    return place


def _placed(box: _Extent, place: _Place) -> _Extent:
    if place.turned:
        box = _Extent(box.top, -box.right, box.bottom, -box.left)
    return _Extent(box.left + place.x, box.top + place.y, box.right + place.x, box.bottom + place.y)


_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
