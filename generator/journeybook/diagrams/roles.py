"""The classes of drawn diagrams: what each is for, and its look without a style sheet.

`drawn.css` colours these classes with the theme's custom properties, for light and dark mode. The
presentation attributes here are the fallback, so that a downloaded picture looks right on its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

INK, PAPER, LINE, ACCENT = "#222222", "#ffffff", "#8a8f98", "#2f5d8a"
PAIN, DELIGHT, TRUTH, MUTED = "#b3261e", "#1b7f4b", "#8a5a00", "#5f6670"


@dataclass(frozen=True, slots=True)
class Role:
    """One class: its name, what it is for, and its look without a style sheet."""

    name: str
    meaning: str
    look: dict[str, str] = field(default_factory=dict)


def _shape(stroke: str, fill: str = PAPER, width: str = "1.5", **more: str) -> dict[str, str]:
    return {
        "fill": fill,
        "stroke": stroke,
        "stroke-width": width,
        **_hyphenated(more),
    }


def _hyphenated(attributes: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in attributes.items()}


def _tint(colour: str, opacity: str = "0.16", width: str = "1.5") -> dict[str, str]:
    return {"fill": colour, "fill-opacity": opacity, "stroke": colour, "stroke-width": width}


def _line(stroke: str, width: str = "1.5", **more: str) -> dict[str, str]:
    return _shape(stroke, "none", width, **more)


def _text(fill: str = INK, **more: str) -> dict[str, str]:
    return {"fill": fill, **_hyphenated(more)}


ROLES = (
    Role("mm-drawing", "the svg element itself"),
    Role("mm-link", "a link around a node"),
    Role("mm-node", "the shape of a stage or a step", _shape(LINE)),
    Role("mm-face", "the face that shows a score", _shape(MUTED, width="2")),
    Role(
        "mm-pain", "with mm-node or mm-face: a pain point, or a low score", _shape(PAIN, width="3")
    ),
    Role(
        "mm-delight",
        "with mm-node or mm-face: a delight, or a high score",
        _shape(DELIGHT, width="3"),
    ),
    Role("mm-truth", "with mm-node: a moment of truth", _shape(TRUTH, width="3")),
    Role(
        "mm-exit", "with mm-node: an exit from the journey", _shape(MUTED, stroke_dasharray="4 3")
    ),
    Role("mm-label", "text in a node, a task or a quadrant", _text()),
    Role("mm-group", "the frame around the steps of a stage", _shape(LINE, "none", "1")),
    Role("mm-group-label", "the heading of such a frame", _text(font_weight="bold")),
    Role("mm-edge", "an arrow forward", _line(MUTED)),
    Role("mm-edge-loop", "an arrow back", _line(MUTED, stroke_dasharray="5 4")),
    Role("mm-edge-exit", "an arrow to an exit", _line(MUTED, "3")),
    Role("mm-arrow", "the head of an arrow", {"fill": MUTED, "stroke": "none"}),
    Role("mm-edge-back", "the background of an arrow's text", {"fill": PAPER, "stroke": "none"}),
    Role("mm-edge-label", "the text of an arrow", _text(MUTED)),
    Role(
        "mm-title",
        "a title drawn inside the picture",
        _text(font_weight="bold", text_anchor="middle"),
    ),
    Role("mm-section", "the band of a section in a journey or a cycle", _tint(LINE, "0.14", "0")),
    Role("mm-section-label", "the name of such a section", _text(font_weight="bold")),
    Role("mm-task", "the box of a step in a journey", _shape(LINE)),
    Role(
        "mm-guide",
        "the dashed line from a step to its score",
        _line(LINE, "1", stroke_dasharray="4 3"),
    ),
    Role("mm-feature", "eyes and mouth of a face", _shape(INK, INK, "1")),
    Role("mm-actor-0", "the dot of the first person, as in the legend", _shape(INK, ACCENT, "1")),
    Role("mm-actor-1", "the second person", _shape(INK, TRUTH, "1")),
    Role("mm-actor-2", "the third person", _shape(INK, DELIGHT, "1")),
    Role("mm-actor-3", "the fourth person", _shape(INK, MUTED, "1")),
    Role("mm-actor-4", "the fifth person", _shape(INK, PAPER, "1")),
    Role("mm-actor-5", "the sixth person", _shape(INK, PAIN, "1")),
    Role("mm-legend", "text of a legend", _text()),
    Role("mm-axis", "an axis, a border of a chart", _line(LINE, "1")),
    Role("mm-grid", "a grid line", _line(LINE, "1", opacity="0.5")),
    Role("mm-tick", "the text of a tick or an axis", _text(MUTED)),
    Role("mm-bar", "a part of the cycle", _tint(ACCENT)),
    Role(
        "mm-bar-wait", "a wait in the cycle", _shape(MUTED, "none", "1.5", stroke_dasharray="5 3")
    ),
    Role("mm-bar-label", "the text of such a part", _text()),
    Role("mm-quadrant", "the background of a quadrant", _tint(LINE, "0.08", "0")),
    Role(
        "mm-quadrant-best",
        "with mm-quadrant: high value for little effort",
        _tint(DELIGHT, "0.1", "0"),
    ),
    Role("mm-point", "a point in a chart", _shape(PAPER, ACCENT, "1")),
    Role("mm-point-label", "the code of a point", _text(font_weight="bold")),
    Role("mm-plot", "the line of a chart", _line(ACCENT, "2.5")),
)
"""All classes; the theme styles these and no others."""

FLOWCHART = frozenset(
    {
        "mm-drawing",
        "mm-link",
        "mm-node",
        "mm-pain",
        "mm-delight",
        "mm-truth",
        "mm-exit",
        "mm-label",
        "mm-group",
        "mm-group-label",
        "mm-edge",
        "mm-edge-loop",
        "mm-edge-exit",
        "mm-arrow",
        "mm-edge-back",
        "mm-edge-label",
    }
)
"""Classes of flowcharts. Only flowcharts are inline in pages, since their nodes are links; other
drawings are separate files."""

LOOKS = {role.name: role.look for role in ROLES}
