"""The emotion curve as a picture: over the columns of the map, or alone with the names of its
steps."""

from __future__ import annotations

from journeybook.diagrams.measure import width as text_width
from journeybook.diagrams.svg_tree import Element
from journeybook.pages import views
from journeybook.pictures.cell_layout import name
from journeybook.pictures.drawing_surface import DrawingSurface, Ink, directed, number
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
ABOVE, BELOW = 12.0, 20.0  # room for the words at the highest and the lowest point
_LEGEND_HEIGHT, _KEY = 24.0, 44.0


def tone_of(line: views.CurveLine) -> int:
    """Which of the six looks a line has."""
    return line.tone if line.tone < len(PEOPLE) else (line.tone - 1) % (len(PEOPLE) - 1) + 1


def curve(
    sheet: DrawingSurface, made: views.Curve, x: float, y: float, scale: float
) -> list[Element]:
    """The curve with its ground, drawn at its scale from x and y."""
    width, height = made.width * scale, tall(made, scale)
    third = height * 0.42
    parts = [
        sheet.box(x, y, width, height, PAPER),
        *(
            sheet.box(x, y + at * third / 8, width, third / 8, _towards(DELIGHT_SOFT, at))
            for at in range(8)
        ),
        *(
            sheet.box(
                x, y + height - (at + 1) * third / 8, width, third / 8, _towards(PAIN_SOFT, at)
            )
            for at in range(8)
        ),
    ]
    grid = "".join(f"M0 {number(at)}H{number(made.width)}" for at, _ in made.grid)
    edges = "".join(
        f"M{number(at)} {number(-ABOVE / scale)}V{number(made.height + BELOW / scale)}"
        for at in made.stage_edges
    )
    inside = [Element("path", {"d": grid, "stroke": LINE, "fill": "none"})]
    if edges:
        inside.append(Element("path", {"d": edges, "stroke": LINE_STRONG, "fill": "none"}))
    for line in reversed(made.lines):
        inside += _line(line, made.width, scale)
    turn = f"translate({number(sheet.left(x, width))} {number(y + ABOVE)}) scale({scale:.4g})"
    return [*parts, Element("g", {"transform": turn}, tuple(inside))]


def tall(made: views.Curve, scale: float) -> float:
    """How high the curve is with the room for its words."""
    return made.height * scale + ABOVE + BELOW


def _towards(colour: str, at: int) -> str:
    """A colour, fading into paper in eight steps: a gradient that every renderer draws alike."""
    share = 1 - (at + 0.5) / 8
    pairs = [(int(colour[i : i + 2], 16), int(PAPER[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(ground + (ink - ground) * share):02x}" for ink, ground in pairs)


def _line(line: views.CurveLine, width: float, scale: float) -> list[Element]:
    tone = tone_of(line)
    colour = PEOPLE[tone]
    path = {
        "d": line.path,
        "fill": "none",
        "stroke": colour,
        "stroke-width": "2" if tone else "3",
        "stroke-linecap": "round",
    }
    if _DASHES[tone]:
        path["stroke-dasharray"] = _DASHES[tone]
    made = [Element("path", {**path, "stroke-linejoin": "round"})]
    for point in line.points:
        made.append(_mark(point.x, point.y, tone, star=point.truth))
    if not line.tone:
        values = [point.emotion.value for point in line.points]
        if len(set(values)) > 1:
            made += _label(line.points[values.index(max(values))], -17, width, scale)
            made += _label(line.points[values.index(min(values))], 24, width, scale)
    return made


def _mark(x: float, y: float, tone: int, *, star: bool) -> Element:
    fill, stroke = (
        (TRUTH, PAPER) if star else (PEOPLE[0], PAPER) if not tone else (PAPER, PEOPLE[tone])
    )
    place = f"translate({number(x)} {number(y)})"
    return Element(
        "path",
        {
            "d": STAR if star else _MARKS[tone],
            "transform": place,
            "fill": fill,
            "stroke": stroke,
            "stroke-width": "1.8",
        },
    )


def _label(point: views.CurvePoint, away: float, width: float, scale: float) -> list[Element]:
    """The word at the highest or lowest point, kept inside the drawing."""
    word = point.emotion.word or point.emotion.label
    backwards = any("\u0590" <= sign <= "\u08ff" for sign in word)
    shown = f"\u2066{point.emotion.shown}\u2069 {word if len(word) <= 30 else word[:29] + '…'}"
    size = LABEL.size / scale  # the drawing is scaled, its words are not
    half = text_width(shown, size) / 2
    x = min(max(point.x, half + 6), width - half - 6)
    look = {"font-size": number(size), "font-weight": "600", "text-anchor": "middle"}
    place = {"x": number(x), "y": number(point.y + away + 4)}
    halo = {"stroke": PAPER, "stroke-width": "4", "stroke-linejoin": "round", "fill": PAPER}
    text = (directed(shown, backwards=backwards),)
    return [
        Element("text", {**place, **look, **halo}, text),
        Element("text", {**place, **look, "fill": INK}, text),
    ]


def axis(
    sheet: DrawingSurface, made: views.Curve, x: float, y: float, scale: float, room: float
) -> list[Element]:
    """The words of the five values, in the column before the curve."""
    parts: list[Element] = []
    for at, label in made.grid:
        line = AXIS.lines(label, room, 1)
        parts += sheet.words(x, y + ABOVE + at * scale - AXIS.leading / 2, line, AXIS)
    return parts


def legend(
    sheet: DrawingSurface, made: views.Curve, truth: str, x: float, y: float, room: float
) -> tuple[list[Element], float]:
    """Who is who, and what the star means, in rows; and how high they are. Nothing for one line
    without stars."""
    stars = any(point.truth for line in made.lines for point in line.points)
    entries = (
        [(tone_of(line), name(line.person.label)) for line in made.lines]
        if len(made.lines) > 1 or stars
        else []
    )
    if stars:
        entries.append((-1, truth))
    parts: list[Element] = []
    at, row = x, 0
    for tone, label in entries:
        wide = _KEY + 10 + text_width(label, LEGEND.size) + 18
        if at > x and at + wide > x + room:
            at, row = x, row + 1
        top = y + row * _LEGEND_HEIGHT
        parts += _key(sheet, tone, at, top + _LEGEND_HEIGHT / 2)
        start = at + (28 if tone < 0 else _KEY + 8)
        parts += sheet.words(start, top + (_LEGEND_HEIGHT - LEGEND.leading) / 2, [label], LEGEND)
        at += wide
    return parts, (row + 1) * _LEGEND_HEIGHT if entries else 0.0


def _key(sheet: DrawingSurface, tone: int, x: float, y: float) -> list[Element]:
    if tone < 0:
        return [_mark(sheet.left(x + 12), y, 0, star=True)]
    line = sheet.rule(x, y, x + _KEY, y, PEOPLE[tone], 2 if tone else 3, _DASHES[tone])
    return [line, _mark(sheet.left(x + _KEY / 2), y, tone, star=False)]
