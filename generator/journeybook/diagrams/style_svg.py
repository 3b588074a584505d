"""Give a drawn diagram our own classes and names, and remove the styles of the drawing engine.

merman's SVG is rebuilt, not filtered: each shape is looked up in `RULES` by its tag, its own class
names and those around it, and gets the classes and looks of its role. A shape without a rule is
left out. Only positions and paths are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from journeybook.diagrams.roles import LOOKS
from journeybook.diagrams.rules import KINDS, role_names
from journeybook.diagrams.svg_guard import is_safe_link
from journeybook.diagrams.svg_text import Lettering, boxed, lettered
from journeybook.diagrams.svg_tree import Element

HEADING_GAP = 5.0


@dataclass(frozen=True, slots=True)
class Around:
    """The class names of the elements around, and old -> new IDs of the markers in use."""

    tokens: frozenset[str]
    markers: dict[str, str]

    def inside(self, *tokens: str) -> Around:
        """The same, one level further inside."""
        return replace(self, tokens=self.tokens | frozenset(tokens))


def style_svg(raw: Element, figure_id: str) -> Element | None:
    """The drawing with our classes, or None for a kind of diagram without rules."""
    kind = raw.attributes.get("aria-roledescription", "")
    if kind not in KINDS:
        return None
    markers = _markers_used(raw, figure_id)
    around = Around(frozenset((f"kind:{kind}",)), markers)
    body: list[Element] = []
    for child in raw.elements:
        body += _styled(_stretched(child, raw), around)
    names = tuple(_names(raw, figure_id))
    definitions = tuple(_definitions(raw, markers))
    attributes = _root_attributes(raw, names, has_links=any(map(_has_link, body)))
    return Element("svg", attributes, (*names, *definitions, *body))


def _names(raw: Element, figure_id: str) -> Iterator[Element]:
    """The title and the description of the drawing, if it has them."""
    texts = {}
    for child in raw.elements:
        if child.tag in ("title", "desc"):
            texts[child.tag] = child.text.strip()
    for tag, text in texts.items():
        if text:
            yield Element(tag, {"id": f"{figure_id}-{tag}"}, (text,))


def _definitions(raw: Element, markers: Mapping[str, str]) -> Iterator[Element]:
    used = [element for element in raw.walk() if element.attributes.get("id") in markers]
    if used:
        yield Element("defs", {}, tuple(_marker(element, markers) for element in used))


def _has_link(part: Element) -> bool:
    return any(element.tag == "a" for element in part.walk())


def _root_attributes(
    raw: Element, names: tuple[Element, ...], *, has_links: bool
) -> dict[str, str]:
    # Assistive technology does not see inside an image, so a drawing with links is a group.
    attributes = {"class": "mm-drawing", "role": "group" if has_links else "img"}
    ids = {element.tag: element.attributes["id"] for element in names}
    if "title" in ids:
        attributes["aria-labelledby"] = ids["title"]
    if "desc" in ids:
        attributes["aria-describedby"] = ids["desc"]
    return {
        **attributes,
        "viewBox": _rounded(raw.attributes.get("viewBox", "0 0 100 100")),
        # Positions count from the left, whatever the direction of the page.
        "direction": "ltr",
        "font-family": "system-ui, sans-serif",
    }


def _styled(element: Element, around: Around) -> tuple[Element, ...]:
    """The element with our classes, or nothing."""
    tokens = _tokens(element)
    match element.tag:
        case "g":
            return _group(element, around.inside(*tokens))
        case "a":
            return _link(element, around)
        case "text":
            names = role_names("text", tokens, around.tokens)
            return lettered(element, _lettering(names), tokens | around.tokens) if names else ()
        case "path" | "rect" | "circle" | "line" | "polygon":
            return _shape(element, tokens, around)
    return ()


def _tokens(element: Element) -> frozenset[str]:
    return frozenset(element.attributes.get("class", "").split())


def _group(element: Element, around: Around) -> tuple[Element, ...]:
    box = _first_box(element)
    children: list[Element] = []
    for number, child in enumerate(element.elements):
        inner = around.inside(f"place-{number}") if "quadrants" in around.tokens else around
        if box and child.tag in ("switch", "text") and "kind:journey" in around.tokens:
            children += _text_in_box(child, box, around)
        elif box and child.attributes.get("class") == "cluster-label":
            children += _styled(_centred(child, box), inner)
        else:
            children += _styled(child, inner)
    if not children:
        return ()
    transform = _transform(element)
    return (Element("g", transform, tuple(children)),) if transform else tuple(children)


def _first_box(group: Element) -> Element | None:
    for child in group.elements:
        if child.tag == "rect" and "width" in child.attributes:
            return child
    return None


def _text_in_box(child: Element, box: Element, around: Around) -> list[Element]:
    names = role_names("text", _tokens(box), around.tokens)
    text = next((part.text for part in child.walk() if part.tag == "text"), "")
    return boxed(text, box, _lettering(names))


def _transform(element: Element) -> dict[str, str]:
    if "transform" not in element.attributes:
        return {}
    return {"transform": _rounded(element.attributes["transform"])}


def _stretched(child: Element, raw: Element) -> Element:
    """The arrow below a journey's steps, drawn to the end of its section.

    merman ends it before the last step.
    """
    if child.tag != "line":
        return child
    ends = []
    for part in raw.walk():
        if part.tag == "rect" and "journey-section" in part.attributes.get("class", ""):
            ends.append(float(part.attributes["x"]) + float(part.attributes["width"]))
    if not ends:
        return child
    return replace(child, attributes={**child.attributes, "x2": f"{max(ends):g}"})


def _centred(heading: Element, frame: Element) -> Element:
    """A frame's heading, moved to its middle and off the frame's line.

    merman starts the heading at a place that depends on its own estimate of the width.
    """
    middle = float(frame.attributes.get("x", "0")) + float(frame.attributes["width"]) / 2
    top = float(frame.attributes.get("y", "0")) + HEADING_GAP
    moved = {**heading.attributes, "transform": f"translate({middle},{top})"}
    return replace(heading, attributes=moved)


def _link(element: Element, around: Around) -> tuple[Element, ...]:
    inside: list[Element] = []
    for child in element.elements:
        inside += _styled(child, around.inside("linked"))
    transform = _transform(element)
    href = element.attributes.get("href", "")
    if not href or not is_safe_link(href):
        return (Element("g", transform, tuple(inside)),)
    tips = [child.attributes.get("title", "") for child in element.elements]
    tip = next(filter(None, tips), "")
    if tip:
        inside.insert(0, Element("title", {}, (tip,)))
    return (Element("a", {"class": "mm-link", "href": href, **transform}, tuple(inside)),)


def _shape(element: Element, tokens: frozenset[str], around: Around) -> tuple[Element, ...]:
    names = role_names(element.tag, tokens, around.tokens, element.attributes)
    if not names:
        return ()
    places = _places(element)
    if element.tag == "rect" and not {"width", "height"} <= places.keys():
        return ()
    if "milestone" in tokens:
        places |= _milestone_transform(element)
    for end in _MARKER_ENDS:
        marker = _marker_id(element.attributes.get(end, ""))
        if marker in around.markers:
            places[end] = f"url(#{around.markers[marker]})"
    titles = [child.text for child in element.elements if child.tag == "title"]
    attributes = {"class": " ".join(names), **places, **_look(names)}
    children = tuple(Element("title", {}, (title,)) for title in titles)
    return (Element(element.tag, attributes, children),)


def _places(element: Element) -> dict[str, str]:
    """The attributes of a shape that set its position, size and path."""
    places = {}
    for name, value in element.attributes.items():
        if name in _PLACES:
            places[name] = _rounded(value)
    return places


def _milestone_transform(element: Element) -> dict[str, str]:
    """A milestone is a bar, made smaller and turned around its origin by 45 degrees."""
    origin = re.findall(r"[\d.]+", element.attributes.get("transform-origin", ""))
    if not origin:
        return {}
    x, y = (float(number) for number in origin[:2])
    shift = f"translate({x * 0.2:.2f} {y * 0.2:.2f})"
    return {"transform": f"{shift} scale(0.8) rotate(45 {x:g} {y:g})"}


def _lettering(names: tuple[str, ...]) -> Lettering:
    return Lettering(" ".join(names), _look(names))


def _look(names: tuple[str, ...]) -> dict[str, str]:
    """The presentation attributes of some classes; later ones override earlier ones."""
    look: dict[str, str] = {}
    for name in names:
        look |= LOOKS[name]
    return look


def _markers_used(raw: Element, figure_id: str) -> dict[str, str]:
    """Old ID -> new ID of the arrowheads that a line uses."""
    ids: set[str | None] = set()
    used: dict[str, None] = {}
    for element in raw.walk():
        if element.tag == "marker":
            ids.add(element.attributes.get("id"))
        for end in _MARKER_ENDS:
            used[_marker_id(element.attributes.get(end, ""))] = None
    existing = [name for name in used if name in ids]
    return {name: f"{figure_id}-arrow-{number}" for number, name in enumerate(existing)}


def _marker(element: Element, markers: Mapping[str, str]) -> Element:
    attributes = {"id": markers[element.attributes["id"]]}
    for name, value in element.attributes.items():
        if name in _MARKER:
            attributes[name] = value
    return Element("marker", attributes, tuple(map(_arrowhead, element.elements)))


def _arrowhead(shape: Element) -> Element:
    attributes = {"class": "mm-arrow"}
    for name, value in shape.attributes.items():
        if name in _PLACES:
            attributes[name] = value
    return Element(shape.tag, {**attributes, **LOOKS["mm-arrow"]})


def _marker_id(value: str) -> str:
    match = re.fullmatch(r"url\(#([^)]+)\)", value)
    return match[1] if match else ""


def _rounded(value: str) -> str:
    """Coordinates with two digits: more are not visible, and the page is a third smaller."""
    return _LONG.sub(_with_two_digits, value) if "." in value else value


def _with_two_digits(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")


_LONG = re.compile(r"-?\d*\.\d{3,}(?:e-?\d+)?")
_MARKER_ENDS = ("marker-start", "marker-end")
_PLACE_NAMES = "x y x1 y1 x2 y2 cx cy r rx ry width height d points transform"
_PLACES = frozenset(_PLACE_NAMES.split())
_MARKER = frozenset(
    ("viewBox", "refX", "refY", "markerUnits", "markerWidth", "markerHeight", "orient")
)
