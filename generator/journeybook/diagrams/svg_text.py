"""The texts of a drawn diagram: one `text` element for each line, with its direction set.

merman makes a `tspan` of every word and places lines by `em`. Some browsers show a bidirectional
text that is split like that in the wrong order, so here a line is one run of text.
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
    anchor = _anchor(element, tokens)
    kept = {}
    for name, value in element.attributes.items():
        if name in ("transform", "dominant-baseline"):
            kept[name] = value
    lines = _lines(element, size)
    return tuple(_line_element(line, lettering, size, anchor, kept) for line in lines)


def boxed(text: str, rect: Element, lettering: Lettering) -> list[Element]:
    """A text in the middle of a box, in as many lines as fit; the last ends in `…` if cut."""
    x, y = _attribute(rect, "x"), _attribute(rect, "y")
    width, height = _attribute(rect, "width"), _attribute(rect, "height")
    texts = measure.rows(" ".join(text.split()), BOX_SIZE, width - 2 * BOX_PADDING)
    leading = BOX_SIZE * 1.2
    most = max(1, int((height - BOX_PADDING) / leading))
    if len(texts) > most:
        texts = [*texts[: most - 1], texts[most - 1].rstrip()[:-1] + "…"]
    top = y + height / 2 - leading * (len(texts) - 1) / 2
    kept = {"dominant-baseline": "central"}
    elements = []
    for number, line_text in enumerate(texts):
        line = _Line(line_text, x + width / 2, top + leading * number)
        elements.append(_line_element(line, lettering, BOX_SIZE, "middle", kept))
    return elements


def _attribute(element: Element, name: str) -> float:
    return float(element.attributes.get(name, "0"))


def _line_element(
    line: _Line, lettering: Lettering, size: float, anchor: str, kept: dict[str, str]
) -> Element:
    """One line. In merman's SVG, `start` is the left end, even of text that runs to the left."""
    backwards = measure.is_right_to_left(line.text)
    if backwards:
        anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
    attributes = {
        "class": lettering.classes,
        "x": _rounded(line.x),
        "y": _rounded(line.y),
        **kept,
        "font-size": f"{size:g}",
        "text-anchor": anchor,
    }
    if backwards:
        attributes["direction"] = "rtl"
    for name, value in lettering.look.items():
        if name != "text-anchor":
            attributes[name] = value
    return Element("text", attributes, (line.text,))


def _rounded(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _lines(element: Element, size: float) -> Iterator[_Line]:
    x = _number(element.attributes.get("x", ""), 0.0, size)
    y = _number(element.attributes.get("y", ""), 0.0, size)
    y += _number(element.attributes.get("dy", ""), 0.0, size)
    spans = [child for child in element.elements if child.tag == "tspan"]
    if not spans and element.text.strip():
        yield _Line(element.text.strip(), x, y)
    for span in spans:
        text = span.text.strip()
        if text:
            top = span.attributes.get("y", "")
            # Lines placed by `em` are a little low for the middle of their letters.
            raised = size * RAISE if top.endswith("em") else 0.0
            shift = _number(span.attributes.get("dy", ""), 0.0, size)
            baseline = _number(top, y, size) + shift - raised
            yield _Line(text, _number(span.attributes.get("x", ""), x), baseline)


def _anchor(element: Element, tokens: frozenset[str]) -> str:
    """merman sets anchors by attribute, or by class names of its own style sheet."""
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
