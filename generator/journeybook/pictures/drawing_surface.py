"""A surface to draw on, measured from the side where reading starts: one layout serves both
directions.

It makes plain SVG, without a style sheet, a script or a reference to anything else. Texts contain
Unicode direction marks and are anchored by side, because renderers disagree about the `direction`
of SVG text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from journeybook.diagrams.measure import cut, is_right_to_left, rows, width
from journeybook.diagrams.svg_guard import ATTRIBUTES
from journeybook.diagrams.svg_tree import Element, NotSafeXmlError, read, write
from journeybook.pages.render import DIRECTED

SANS = (
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', "
    "'Liberation Sans', Arial, sans-serif"
)
SERIF = (
    "'Iowan Old Style', 'Palatino Linotype', 'URW Palladio L', P052, 'Noto Serif', Georgia, serif"
)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BACKWARDS = re.compile("[\u0590-\u08ff]")
_SHAPES = frozenset(["path", "circle", "rect", "line", "ellipse", "polyline", "polygon"])
_ICON_ATTRIBUTES = ATTRIBUTES - {"href", "class", "id"} | {"stroke-linecap", "stroke-linejoin"}


@dataclass(frozen=True, slots=True)
class Ink:
    """The size, colour and style of words."""

    size: float
    colour: str
    weight: int = 400
    italic: bool = False
    serif: bool = False

    @property
    def leading(self) -> float:
        """Distance from one line to the next."""
        return round(self.size * (1.22 if self.serif else 1.4), 2)

    def lines(self, text: str, room: float, most: int = 0) -> tuple[str, ...]:
        """The text in lines that fit; at most `most` lines, then the last ends in `…`."""
        size = self._measured_size(text)
        lines = rows(" ".join(text.split()), size, room)
        if most and len(lines) > most:
            last = lines[most - 1]
            while last and width(f"{last}…", size) > room:
                last = last[:-1]
            lines = [*lines[: most - 1], cut(last)]
        return tuple(_isolated(lines))

    def _measured_size(self, text: str) -> float:
        """The size to measure a text at: capitals and bold letters are wider than the estimate."""
        letters = [sign for sign in text if sign.isalpha()]
        capitals = sum(map(str.isupper, letters))
        wider = 1.12 if 2 * capitals > len(letters) else 1.0
        bolder = 1.07 if self.weight >= 600 else 1.0
        return self.size * 0.95 * wider * bolder


Drawn = tuple[list[Element], float]
"""Parts of a picture, and where they end."""


def number(value: float) -> str:
    """A length with at most one decimal."""
    return f"{round(value, 1):g}" if abs(value) < 100_000 else str(round(value))


@dataclass(frozen=True)
class DrawingSurface:
    """A surface with a fixed width; x counts from the side where reading starts."""

    width: float
    rtl: bool
    icons: Mapping[str, str] = field(default_factory=dict)
    """Name -> text of the icon's SVG file."""

    def left(self, x: float, wide: float = 0) -> float:
        """The left edge of something at x with the given width, counted from the left."""
        return self.width - x - wide if self.rtl else x

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        stroke: str = "",
        rx: float = 0,
    ) -> Element:
        """A rectangle."""
        attributes = {
            "x": number(self.left(x, width)),
            "y": number(y),
            "width": number(width),
            "height": number(height),
        }
        if rx:
            attributes["rx"] = number(rx)
        attributes["fill"] = fill or "none"
        if stroke:
            attributes["stroke"] = stroke
        return Element("rect", attributes)

    def rule(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        stroke: str,
        width: float = 1,
        dash: str = "",
    ) -> Element:
        """A straight line."""
        start = f"M{number(self.left(x1))} {number(y1)}"
        end = f"L{number(self.left(x2))} {number(y2)}"
        attributes = {
            "d": start + end,
            "stroke": stroke,
            "stroke-width": number(width),
            "fill": "none",
        }
        if dash:
            attributes["stroke-dasharray"] = dash
        return Element("path", attributes)

    def shape(self, points: Sequence[tuple[float, float]], fill: str) -> Element:
        """A polygon."""
        corners = [f"{number(self.left(x))},{number(y)}" for x, y in points]
        return Element("polygon", {"points": " ".join(corners), "fill": fill})

    def words(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        ink: Ink,
        *,
        middle: bool = False,
        by_page: bool = False,
    ) -> list[Element]:
        """Lines of text below y, each in its own element; centred on x if `middle`.

        They run as their first letter does; words of the interface `by_page`, as the page does.
        """
        anchor = "end" if self.rtl else "start"
        if middle:
            anchor = "middle"
        backwards = self.rtl
        if not by_page and any(map(_has_letters, lines)):
            backwards = is_right_to_left(" ".join(lines))
        style = _text_style(ink)
        elements = []
        for row, line in enumerate(lines):
            baseline = y + row * ink.leading + ink.leading / 2 + ink.size * 0.35
            place = {"x": number(self.left(x)), "y": number(baseline), "text-anchor": anchor}
            text = directed(line, backwards=backwards)
            elements.append(Element("text", {**place, **style}, (text,)))
        return elements

    def icon(self, name: str, x: float, y: float, size: float, colour: str) -> list[Element]:
        """An icon of the theme; nothing if the theme has no such icon or it cannot be read."""
        parts = _icon(self.icons.get(name, ""), colour)
        if not parts:
            return []
        scale = size / 24
        left, across = self.left(x, size), scale
        if self.rtl and name in DIRECTED:
            left, across = left + size, -scale
        attributes = {
            "transform": f"translate({number(left)} {number(y)}) scale({across:.4g} {scale:.4g})",
            "fill": "none",
            "stroke": colour,
            "stroke-width": "1.75",
            "stroke-linecap": "round",
            "stroke-linejoin": "round",
        }
        return [Element("g", attributes, parts)]


def _isolated(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a wrapped text; an isolate that a break or a cut divides is in each line."""
    opened: list[str] = []
    for line in lines:
        start = "".join(opened)
        for sign in line:
            if sign in "\u2066\u2067\u2068":
                opened.append(sign)
            elif sign == "\u2069" and opened:
                opened.pop()
        yield f"{start}{line}{len(opened) * chr(0x2069)}"


def _text_style(ink: Ink) -> dict[str, str]:
    style = {"font-size": number(ink.size), "fill": ink.colour}
    if ink.weight != 400:
        style["font-weight"] = str(ink.weight)
    if ink.italic:
        style["font-style"] = "italic"
    if ink.serif:
        style["font-family"] = SERIF
    return style


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def directed(line: str, *, backwards: bool) -> str:
    """A line that keeps its direction in any context, without characters invalid in XML."""
    line = _NOT_XML.sub("", line)
    if backwards:
        return f"\u2067{line}\u2069"
    return f"\u2066{line}\u2069" if _BACKWARDS.search(line) else line


def document(
    width: float, height: float, title: str, description: str, parts: Sequence[Element], paper: str
) -> str:
    """The text of an SVG file with a background, a title and a description in words."""
    size = {"width": number(width), "height": number(height)}
    children = (
        Element("title", {}, (_NOT_XML.sub("", title),)),
        Element("desc", {}, (_NOT_XML.sub("", description),)),
        Element("rect", {**size, "fill": paper}),
        *parts,
    )
    attributes = {
        "viewBox": f"0 0 {size['width']} {size['height']}",
        **size,
        "font-family": SANS,
        "role": "img",
    }
    return write(Element("svg", attributes, children)) + "\n"


@lru_cache(1024)
def _icon(text: str, colour: str) -> tuple[Element, ...]:
    try:
        root = read(text.strip()) if text else Element("svg")
    except NotSafeXmlError:
        return ()
    shapes = [part for part in root.walk() if part.tag in _SHAPES]
    return tuple(Element(shape.tag, _safe_attributes(shape, colour)) for shape in shapes)


def _safe_attributes(shape: Element, colour: str) -> dict[str, str]:
    """The attributes that can do no harm, with the colour in place of `currentColor`."""
    attributes = {}
    for name, value in shape.attributes.items():
        if name in _ICON_ATTRIBUTES and "url" not in value.lower():
            attributes[name] = value.replace("currentColor", colour)
    return attributes
