"""Dress a drawn diagram for our pages: engine styles go, our classes, roles and names come.

merman's picture is rebuilt, not filtered: each shape is looked up in `RULES` by its tag, its own
classes and those around it, and gets the classes and looks of its role; what no rule knows is left
out. Only positions and paths are taken over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from journeybook.diagrams.roles import LOOKS
from journeybook.diagrams.rules import KINDS, role_names
from journeybook.diagrams.svg_guard import is_safe_link
from journeybook.diagrams.svg_text import Lettering, boxed, lettered
from journeybook.diagrams.svg_tree import Element

HEADING_GAP = 5.0


@dataclass(frozen=True, slots=True)
class Around:
    """What the elements around say: their class names, and the ids of markers with their new
    names."""

    tokens: frozenset[str]
    markers: dict[str, str]

    def inside(self, *tokens: str) -> Around:
        """The same one level further in."""
        return replace(self, tokens=self.tokens | frozenset(tokens))


def style_svg(raw: Element, figure_id: str) -> Element | None:
    """The picture in our clothes, or None for a kind of diagram without rules."""
    kind = raw.attributes.get("aria-roledescription", "")
    if kind not in KINDS:
        return None
    markers = _markers_used(raw, figure_id)
    around = Around(frozenset((f"kind:{kind}",)), markers)
    names = {
        child.tag: child.text.strip() for child in raw.elements if child.tag in ("title", "desc")
    }
    heads = tuple(
        _marker(element, markers)
        for element in raw.walk()
        if element.attributes.get("id") in markers
    )
    body = tuple(
        made for child in raw.elements for made in _dressed(_stretched(child, raw), around)
    )
    linked = any(element.tag == "a" for part in body for element in part.walk())
    named = tuple(
        Element(tag, {"id": f"{figure_id}-{tag}"}, (names[tag],)) for tag in names if names[tag]
    )
    attributes = {
        "class": "mm-drawing",
        # An image hides what is inside from assistive technology, which is wrong where it holds
        # links.
        "role": "group" if linked else "img",
        **({"aria-labelledby": f"{figure_id}-title"} if names.get("title") else {}),
        **({"aria-describedby": f"{figure_id}-desc"} if names.get("desc") else {}),
        "viewBox": _rounded(raw.attributes.get("viewBox", "0 0 100 100")),
        # Positions are from the left, whatever the direction of the page around.
        "direction": "ltr",
        "font-family": "system-ui, sans-serif",
    }
    return Element(
        "svg", attributes, (*named, *((Element("defs", {}, heads),) if heads else ()), *body)
    )


def _dressed(element: Element, around: Around) -> tuple[Element, ...]:
    """The element in our clothes, or nothing."""
    tokens = frozenset(element.attributes.get("class", "").split())
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


def _group(element: Element, around: Around) -> tuple[Element, ...]:
    children: list[Element] = []
    rect = next(
        (
            child
            for child in element.elements
            if child.tag == "rect" and "width" in child.attributes
        ),
        None,
    )
    for place, child in enumerate(element.elements):
        inner = around.inside(f"place-{place}") if "quadrants" in around.tokens else around
        if rect and child.tag in ("switch", "text") and "kind:journey" in around.tokens:
            names = role_names(
                "text", frozenset(rect.attributes.get("class", "").split()), around.tokens
            )
            text = next((part.text for part in child.walk() if part.tag == "text"), "")
            children += boxed(text, rect, _lettering(names))
        elif rect and child.attributes.get("class") == "cluster-label":
            children += _dressed(_centred(child, rect), inner)
        else:
            children += _dressed(child, inner)
    if not children:
        return ()
    kept = {
        name: _rounded(element.attributes[name])
        for name in ("transform",)
        if name in element.attributes
    }
    return (Element("g", kept, tuple(children)),) if kept else tuple(children)


def _stretched(child: Element, raw: Element) -> Element:
    """The arrow under a journey's steps, drawn to the end of its section: merman ends it before the
    last step."""
    if child.tag != "line":
        return child
    bands = [
        part
        for part in raw.walk()
        if part.tag == "rect" and "journey-section" in part.attributes.get("class", "")
    ]
    if not bands:
        return child
    end = max(float(band.attributes["x"]) + float(band.attributes["width"]) for band in bands)
    return replace(child, attributes={**child.attributes, "x2": f"{end:g}"})


def _centred(heading: Element, frame: Element) -> Element:
    """A frame's heading moved to its middle, as merman starts it where it guesses, and off the
    frame's line."""
    middle = float(frame.attributes.get("x", "0")) + float(frame.attributes["width"]) / 2
    place = f"translate({middle},{float(frame.attributes.get('y', '0')) + HEADING_GAP})"
    return replace(heading, attributes={**heading.attributes, "transform": place})


def _link(element: Element, around: Around) -> tuple[Element, ...]:
    inside = tuple(
        made for child in element.elements for made in _dressed(child, around.inside("linked"))
    )
    kept = (
        {"transform": _rounded(element.attributes["transform"])}
        if "transform" in element.attributes
        else {}
    )
    href = element.attributes.get("href", "")
    if not href or not is_safe_link(href):
        return (Element("g", kept, inside),)
    tip = next(
        (child.attributes["title"] for child in element.elements if child.attributes.get("title")),
        "",
    )
    title = (Element("title", {}, (tip,)),) if tip else ()
    return (Element("a", {"class": "mm-link", "href": href, **kept}, title + inside),)


def _shape(element: Element, tokens: frozenset[str], around: Around) -> tuple[Element, ...]:
    names = role_names(element.tag, tokens, around.tokens, element.attributes)
    places = {
        name: _rounded(value) for name, value in element.attributes.items() if name in _PLACES
    }
    if not names or (element.tag == "rect" and not {"width", "height"} <= places.keys()):
        return ()
    if "milestone" in tokens and (
        origin := re.findall(r"[\d.]+", element.attributes.get("transform-origin", ""))
    ):
        x, y = (float(number) for number in origin[:2])
        places["transform"] = (
            f"translate({x * 0.2:.2f} {y * 0.2:.2f}) scale(0.8) rotate(45 {x:g} {y:g})"
        )
    for end in ("marker-start", "marker-end"):
        if (marker := _referred(element.attributes.get(end, ""))) in around.markers:
            places[end] = f"url(#{around.markers[marker]})"
    title = tuple(
        Element("title", {}, (child.text,)) for child in element.elements if child.tag == "title"
    )
    look = {key: value for name in names for key, value in LOOKS[name].items()}
    return (Element(element.tag, {"class": " ".join(names), **places, **look}, title),)


def _lettering(names: tuple[str, ...]) -> Lettering:
    return Lettering(
        " ".join(names), {key: value for name in names for key, value in LOOKS[name].items()}
    )


def _markers_used(raw: Element, figure_id: str) -> dict[str, str]:
    """Old id to new id, of the arrow heads that some line uses."""
    used = dict.fromkeys(
        _referred(element.attributes.get(end, ""))
        for element in raw.walk()
        for end in ("marker-start", "marker-end")
    )
    ids = {element.attributes.get("id") for element in raw.walk() if element.tag == "marker"}
    return {
        old: f"{figure_id}-arrow-{place}" for place, old in enumerate(o for o in used if o in ids)
    }


def _marker(element: Element, markers: dict[str, str]) -> Element:
    kept = {name: value for name, value in element.attributes.items() if name in _MARKER}
    shapes = tuple(
        Element(
            child.tag,
            {
                "class": "mm-arrow",
                **{n: v for n, v in child.attributes.items() if n in _PLACES},
                **LOOKS["mm-arrow"],
            },
        )
        for child in element.elements
    )
    return Element("marker", {"id": markers[element.attributes["id"]], **kept}, shapes)


def _referred(value: str) -> str:
    match = re.fullmatch(r"url\(#([^)]+)\)", value)
    return match[1] if match else ""


def _rounded(value: str) -> str:
    """Coordinates to two digits: no eye sees more, and the page is a third lighter."""
    return (
        _LONG(lambda match: f"{float(match[0]):.2f}".rstrip("0").rstrip("."), value)
        if "." in value
        else value
    )


_LONG = re.compile(r"-?\d*\.\d{3,}(?:e-?\d+)?").sub
_PLACES = frozenset(
    (
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "width",
        "height",
        "d",
        "points",
        "transform",
    )
)
_MARKER = frozenset(
    ("viewBox", "refX", "refY", "markerUnits", "markerWidth", "markerHeight", "orient")
)
