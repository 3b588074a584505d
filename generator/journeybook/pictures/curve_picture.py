"""Draw the emotion curve: in a row of the map, or alone below its stages and steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeybook.diagrams.measure import cut
from journeybook.diagrams.measure import width as text_width
from journeybook.diagrams.svg_tree import Element
from journeybook.pages import views
from journeybook.pictures.cell_layout import name
from journeybook.pictures.drawing_surface import DrawingSurface, Drawn, Ink, directed, number
from journeybook.pictures.palette import (
    DELIGHT_SOFT,
    INK,
    LINE,
    LINE_STRONG,
    MUTED,
    PAIN_SOFT,
    PAPER,
    PEOPLE,
    TRUTH,
)

LABEL = Ink(12.5, INK, 600)
AXIS = Ink(11.5, MUTED)
LEGEND = Ink(12.5, INK)
_DASHES = ("", "9 5", "2 5", "12 4 2 4", "5 5", "16 4")
_MARKS = (
    "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z",
    "M-5.5-5.5h11v11h-11z",
    "M0-7.5L7.5 0 0 7.5-7.5 0z",
    "M0-7L7 5.5H-7z",
    "M0 7L7-5.5H-7z",
    "M-2.5-6.5h5v4h4v5h-4v4h-5v-4h-4v-5h4z",
)
STAR = "M0-11l3 7.3 7.8.5-6 5 2 7.7L0 5.3l-6.8 4.2 2-7.7-6-5 7.8-.5z"
ABOVE, BELOW = 12.0, 20.0  # room for the words at the high point and the low point
_LEGEND_HEIGHT, _KEY = 24.0, 44.0
_SHADES = 8


def tone_of(line: views.CurveLine) -> int:
    """Which of the six styles a line has; after the sixth, the second to the sixth repeat."""
    if line.tone < len(PEOPLE):
        return line.tone
    return (line.tone - 1) % (len(PEOPLE) - 1) + 1


def draw_curve(
    surface: DrawingSurface, curve: views.Curve, x: float, y: float, scale: float
) -> list[Element]:
    """The curve on its background, at a scale, with its corner at x and y."""
    width, height = curve.width * scale, curve_height(curve, scale)
    lines: list[Element] = [*_grid(curve, scale)]
    for line in reversed(curve.lines):
        lines += _line(line, curve.width, scale)
    start = f"translate({number(surface.left(x, width))} {number(y + ABOVE)})"
    inside = Element("g", {"transform": f"{start} scale({scale:.4g})"}, tuple(lines))
    return [
        surface.box(x, y, width, height, PAPER),
        *_shades(surface, x, y, width, height),
        inside,
    ]


def curve_height(curve: views.Curve, scale: float) -> float:
    """The height of the curve with room for the words above and below it."""
    return curve.height * scale + ABOVE + BELOW


def _shades(
    surface: DrawingSurface, x: float, y: float, width: float, height: float
) -> Iterator[Element]:
    """Green from the top and red from the bottom, both fading into paper towards the middle.

    Each is drawn as boxes: a gradient that every renderer draws alike.
    """
    band = height * 0.42 / _SHADES
    for shade in range(_SHADES):
        yield surface.box(x, y + shade * band, width, band, _faded(DELIGHT_SOFT, shade))
    for shade in range(_SHADES):
        top = y + height - (shade + 1) * band
        yield surface.box(x, top, width, band, _faded(PAIN_SOFT, shade))


def _faded(colour: str, shade: int) -> str:
    """A colour mixed with paper; more of the paper in each shade."""
    share = 1 - (shade + 0.5) / _SHADES
    mixed = "#"
    for start in (1, 3, 5):
        ink, paper = int(colour[start : start + 2], 16), int(PAPER[start : start + 2], 16)
        mixed += f"{round(paper + (ink - paper) * share):02x}"
    return mixed


def _grid(curve: views.Curve, scale: float) -> Iterator[Element]:
    """A line for each value of the scale, and one for each edge of a stage."""
    values = [f"M0 {number(y)}H{number(curve.width)}" for y, _ in curve.grid]
    yield Element("path", {"d": "".join(values), "stroke": LINE, "fill": "none"})
    top, bottom = number(-ABOVE / scale), number(curve.height + BELOW / scale)
    edges = [f"M{number(x)} {top}V{bottom}" for x in curve.stage_edges]
    if edges:
        yield Element("path", {"d": "".join(edges), "stroke": LINE_STRONG, "fill": "none"})


def _line(line: views.CurveLine, width: float, scale: float) -> Iterator[Element]:
    tone = tone_of(line)
    path = {
        "d": line.path,
        "fill": "none",
        "stroke": PEOPLE[tone],
        "stroke-width": "2" if tone else "3",
        "stroke-linecap": "round",
    }
    if _DASHES[tone]:
        path["stroke-dasharray"] = _DASHES[tone]
    yield Element("path", {**path, "stroke-linejoin": "round"})
    for point in line.points:
        yield _mark(point.x, point.y, tone, star=point.truth)
    if not line.tone:
        yield from _extremes(line.points, width, scale)


def _extremes(points: Sequence[views.CurvePoint], width: float, scale: float) -> Iterator[Element]:
    """The words at the high point and the low point of a line that is not flat."""
    values = [point.emotion.value for point in points]
    if len(set(values)) > 1:
        yield from _label(points[values.index(max(values))], -17, width, scale)
        yield from _label(points[values.index(min(values))], 24, width, scale)


def _mark(x: float, y: float, tone: int, *, star: bool) -> Element:
    """The sign at a point of a line; a star for a moment of truth."""
    if star:
        shape, fill, stroke = STAR, TRUTH, PAPER
    elif tone:
        shape, fill, stroke = _MARKS[tone], PAPER, PEOPLE[tone]
    else:
        shape, fill, stroke = _MARKS[0], PEOPLE[0], PAPER
    attributes = {
        "d": shape,
        "transform": f"translate({number(x)} {number(y)})",
        "fill": fill,
        "stroke": stroke,
        "stroke-width": "1.8",
    }
    return Element("path", attributes)


def _label(
    point: views.CurvePoint, distance: float, width: float, scale: float
) -> tuple[Element, Element]:
    """The word at the high or the low point, kept inside the drawing, with a halo behind it."""
    word = point.emotion.word or point.emotion.label
    backwards = any("\u0590" <= sign <= "\u08ff" for sign in word)
    if len(word) > 30:
        word = cut(word[:29])
    shown = f"\u2066{point.emotion.shown}\u2069 {word}"
    size = LABEL.size / scale  # the drawing is scaled, its words are not
    half = text_width(shown, size) / 2
    x = min(max(point.x, half + 6), width - half - 6)
    common = {
        "x": number(x),
        "y": number(point.y + distance + 4),
        "font-size": number(size),
        "font-weight": "600",
        "text-anchor": "middle",
    }
    halo = {"stroke": PAPER, "stroke-width": "4", "stroke-linejoin": "round", "fill": PAPER}
    text = (directed(shown, backwards=backwards),)
    return Element("text", {**common, **halo}, text), Element("text", {**common, "fill": INK}, text)


def draw_axis(
    surface: DrawingSurface, curve: views.Curve, x: float, y: float, scale: float, room: float
) -> list[Element]:
    """The words of the five values, in the column before the curve."""
    parts: list[Element] = []
    for at, label in curve.grid:
        line = AXIS.lines(label, room, 1)
        top = y + ABOVE + at * scale - AXIS.leading / 2
        parts += surface.words(x, top, line, AXIS)
    return parts


def draw_legend(
    surface: DrawingSurface, curve: views.Curve, truth: str, x: float, y: float, room: float
) -> Drawn:
    """The name of each line and the meaning of the star, in rows; and the height of the rows.

    Nothing for a single line without stars. `truth` is the name of a moment of truth.
    """
    entries = _legend_entries(curve, truth)
    if not entries:
        return [], 0.0
    parts: list[Element] = []
    left, row = x, 0
    for tone, label in entries:
        width = _KEY + 10 + text_width(label, LEGEND.size) + 18
        if left > x and left + width > x + room:
            left, row = x, row + 1
        top = y + row * _LEGEND_HEIGHT
        parts += _key(surface, tone, left, top + _LEGEND_HEIGHT / 2)
        start = left + (28 if tone == _STAR_TONE else _KEY + 8)
        parts += surface.words(start, top + (_LEGEND_HEIGHT - LEGEND.leading) / 2, [label], LEGEND)
        left += width
    return parts, (row + 1) * _LEGEND_HEIGHT


_STAR_TONE = -1


def _legend_entries(curve: views.Curve, truth: str) -> list[tuple[int, str]]:
    has_stars = any(point.truth for line in curve.lines for point in line.points)
    if len(curve.lines) == 1 and not has_stars:
        return []
    entries = [(tone_of(line), name(line.person.label)) for line in curve.lines]
    if has_stars:
        entries.append((_STAR_TONE, truth))
    return entries


def _key(surface: DrawingSurface, tone: int, x: float, y: float) -> list[Element]:
    if tone == _STAR_TONE:
        return [_mark(surface.left(x + 12), y, 0, star=True)]
    line = surface.rule(x, y, x + _KEY, y, PEOPLE[tone], 2 if tone else 3, _DASHES[tone])
    return [line, _mark(surface.left(x + _KEY / 2), y, tone, star=False)]
