"""A sheet to draw on, measured from the side where reading starts, so that one layout serves both
directions.

It makes plain SVG: no style sheet, no script, no reference to anything outside. Text gets marks of
direction of its own and is anchored by side, because renderers disagree about the `direction` of
SVG text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from journeybook.diagrams.measure import is_right_to_left, rows, width
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
_MORE = frozenset({"stroke-linecap", "stroke-linejoin"})


@dataclass(frozen=True, slots=True)
class Ink:
    """How words are written."""

    size: float
    colour: str
    weight: int = 400
    italic: bool = False
    serif: bool = False

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return round(self.size * (1.22 if self.serif else 1.4), 2)

    def lines(self, text: str, room: float, most: int = 0) -> tuple[str, ...]:
        """The text in lines that fit; at most so many, the last then ending in `…`."""
        letters = [sign for sign in text if sign.isalpha()]
        wide = (
            1.12 if 2 * sum(map(str.isupper, letters)) > len(letters) else 1.0
        )  # capitals are wider than is guessed
        size = self.size * 0.95 * wide * (1.07 if self.weight >= 600 else 1.0)
        made = rows(" ".join(text.split()), size, room)
        if most and len(made) > most:
            last = made[most - 1]
            while last and width(f"{last}…", size) > room:
                last = last[:-1]
            made = [*made[: most - 1], last.rstrip(" ,.;:") + "…"]
        return tuple(made)


def number(value: float) -> str:
    """A length with at most one decimal."""
    return f"{round(value, 1):g}" if abs(value) < 100_000 else str(round(value))


@dataclass(frozen=True)
class DrawingSurface:
    """A sheet of some width; x counts from the side where reading starts."""

    width: float
    rtl: bool
    icons: Mapping[str, str] = field(default_factory=dict)
    """Name -> text of the icon's SVG file."""

    def left(self, x: float, wide: float = 0) -> float:
        """Where something of a width stands, counted from the left."""
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
        made = {
            "x": number(self.left(x, width)),
            "y": number(y),
            "width": number(width),
            "height": number(height),
        }
        if rx:
            made["rx"] = number(rx)
        made["fill"] = fill or "none"
        if stroke:
            made["stroke"] = stroke
        return Element("rect", made)

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
        path = f"M{number(self.left(x1))} {number(y1)}L{number(self.left(x2))} {number(y2)}"
        made = {"d": path, "stroke": stroke, "stroke-width": number(width), "fill": "none"}
        return Element("path", {**made, **({"stroke-dasharray": dash} if dash else {})})

    def shape(self, points: Sequence[tuple[float, float]], fill: str) -> Element:
        """A polygon."""
        placed = " ".join(f"{number(self.left(x))},{number(y)}" for x, y in points)
        return Element("polygon", {"points": placed, "fill": fill})

    def words(
        self, x: float, y: float, lines: Sequence[str], ink: Ink, *, middle: bool = False
    ) -> list[Element]:
        """Lines of text below y, each an element of its own; around x where they stand in the
        `middle` of it."""
        look = {"font-size": number(ink.size), "fill": ink.colour}
        if ink.weight != 400:
            look["font-weight"] = str(ink.weight)
        if ink.italic:
            look["font-style"] = "italic"
        if ink.serif:
            look["font-family"] = SERIF
        anchor = "middle" if middle else "end" if self.rtl else "start"
        backwards = is_right_to_left(" ".join(lines)) if any(map(_has_letters, lines)) else self.rtl
        made = []
        for at, line in enumerate(lines):
            base = y + at * ink.leading + ink.leading / 2 + ink.size * 0.35
            place = {"x": number(self.left(x)), "y": number(base), "text-anchor": anchor, **look}
            made.append(Element("text", place, (directed(line, backwards=backwards),)))
        return made

    def icon(self, name: str, x: float, y: float, size: float, colour: str) -> list[Element]:
        """An icon of the theme; nothing where it has none of that name, or one that we cannot
        read."""
        parts = _icon(self.icons.get(name, ""), colour)
        if not parts:
            return []
        scale = size / 24
        left = self.left(x, size)
        flip = self.rtl and name in DIRECTED
        start = left + size if flip else left
        turn = (
            f"translate({number(start)} {number(y)}) scale({-scale if flip else scale:.4g} "
            f"{scale:.4g})"
        )
        look = {"fill": "none", "stroke": colour, "stroke-width": "1.75", "stroke-linecap": "round"}
        return [Element("g", {"transform": turn, **look, "stroke-linejoin": "round"}, parts)]


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def directed(line: str, *, backwards: bool) -> str:
    """A line that keeps its direction whatever stands around it, without characters that XML has
    not."""
    line = _NOT_XML.sub("", line)
    if backwards:
        return f"\u2067{line}\u2069"
    return f"\u2066{line}\u2069" if _BACKWARDS.search(line) else line


def document(
    width: float, height: float, title: str, description: str, parts: Sequence[Element], paper: str
) -> str:
    """The text of an SVG file with its ground, its title and what it shows in words."""
    ground = Element("rect", {"width": number(width), "height": number(height), "fill": paper})
    head = (
        Element("title", {}, (_NOT_XML.sub("", title),)),
        Element("desc", {}, (_NOT_XML.sub("", description),)),
    )
    look = {
        "viewBox": f"0 0 {number(width)} {number(height)}",
        "width": number(width),
        "height": number(height),
    }
    return (
        write(Element("svg", {**look, "font-family": SANS, "role": "img"}, (*head, ground, *parts)))
        + "\n"
    )


@lru_cache(1024)
def _icon(text: str, colour: str) -> tuple[Element, ...]:
    try:
        root = read(text.strip()) if text else Element("svg")
    except NotSafeXmlError:
        return ()
    made = []
    for part in root.walk():
        if part.tag in _SHAPES:
            kept = {
                name: value
                for name, value in part.attributes.items()
                if name in ATTRIBUTES - {"href", "class", "id"} | _MORE
            }
            safe = {
                name: value.replace("currentColor", colour)
                for name, value in kept.items()
                if "url" not in value.lower()
            }
            made.append(Element(part.tag, safe))
    return tuple(made)
