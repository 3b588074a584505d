"""The texts of a drawn diagram: one `text` element a line, its direction set, its box respected.

merman puts every word into a `tspan` of its own and places lines by `em`; a bidirectional text cut
up like that is shown in the wrong order by some browsers. Here a line is one run of text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.diagrams import measure
from journeybook.diagrams.svg_tree import Element

BOX_SIZE = 13.0
BOX_PADDING = 5.0
SMALLEST = 12.0
RAISE = 0.09


@dataclass(frozen=True, slots=True)
class Lettering:
    """The classes of a text and its look without a style sheet."""

    classes: str
    look: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    x: float
    y: float


def lettered(element: Element, lettering: Lettering, tokens: frozenset[str]) -> tuple[Element, ...]:
    """One `text` element for each line of merman's `text`."""
    size = max(SMALLEST, _number(element.attributes.get("font-size", ""), 16.0))
    kept = {
        name: value
        for name, value in element.attributes.items()
        if name in ("transform", "dominant-baseline")
    }
    anchor = _anchor(element, tokens)
    return tuple(
        _line_element(line, lettering, size, anchor, kept) for line in _lines(element, size)
    )


def boxed(text: str, rect: Element, lettering: Lettering) -> list[Element]:
    """A text set in the middle of a box, in as many lines as fit; what does not fit ends in an
    ellipsis."""
    x, y, wide, high = (
        float(rect.attributes.get(name, "0")) for name in ("x", "y", "width", "height")
    )
    lines = measure.rows(" ".join(text.split()), BOX_SIZE, wide - 2 * BOX_PADDING)
    step = BOX_SIZE * 1.2
    most = max(1, int((high - BOX_PADDING) / step))
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rstrip()[:-1] + "…"]
    top = y + high / 2 - step * (len(lines) - 1) / 2
    kept = {"dominant-baseline": "central"}
    return [
        _line_element(
            _Line(line, x + wide / 2, top + step * place), lettering, BOX_SIZE, "middle", kept
        )
        for place, line in enumerate(lines)
    ]


def _line_element(
    line: _Line, lettering: Lettering, size: float, anchor: str, kept: dict[str, str]
) -> Element:
    """Anchors are physical in merman's numbers: `start` is the left end, also of a text that runs
    to the left."""
    backwards = measure.is_right_to_left(line.text)
    if backwards:
        anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
    attributes = {
        "class": lettering.classes,
        "x": f"{line.x:.2f}".rstrip("0").rstrip("."),
        "y": f"{line.y:.2f}".rstrip("0").rstrip("."),
        **kept,
        "font-size": f"{size:g}",
        "text-anchor": anchor,
        **({"direction": "rtl"} if backwards else {}),
        **{name: value for name, value in lettering.look.items() if name != "text-anchor"},
    }
    return Element("text", attributes, (line.text,))


def _lines(element: Element, size: float) -> Iterator[_Line]:
    x, y = (_number(element.attributes.get(name, ""), 0.0, size) for name in ("x", "y"))
    y += _number(element.attributes.get("dy", ""), 0.0, size)
    spans = [child for child in element.elements if child.tag == "tspan"]
    if not spans and element.text.strip():
        yield _Line(element.text.strip(), x, y)
    for span in spans:
        if text := span.text.strip():
            at = {name: span.attributes.get(name, "") for name in ("x", "y", "dy")}
            # Lines placed by `em` sit a little low for the middle of their letters.
            raised = size * RAISE if at["y"].endswith("em") else 0.0
            baseline = _number(at["y"], y, size) + _number(at["dy"], 0.0, size) - raised
            yield _Line(text, _number(at["x"], x), baseline)


def _anchor(element: Element, tokens: frozenset[str]) -> str:
    """merman gives anchors as attributes, or by class names that its style sheet knew."""
    if "text-anchor" in element.attributes:
        return element.attributes["text-anchor"]
    if any(token.startswith("taskTextOutsideLeft") for token in tokens):
        return "end"
    if tokens & _STARTING or any(token.startswith("taskTextOutsideRight") for token in tokens):
        return "start"
    return "middle"


_STARTING = frozenset(("sectionTitle", "legend"))


def _number(value: str, otherwise: float, size: float = 16.0) -> float:
    try:
        return float(value[:-2]) * size if value.endswith("em") else float(value.removesuffix("px"))
    except ValueError:
        return otherwise
