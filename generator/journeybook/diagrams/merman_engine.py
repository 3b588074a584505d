"""Draw with merman, in this process: its options, and workarounds for how it behaves.

merman decodes Mermaid's `#NN;` once in some places, twice in others, and not at all in the rest.
So it never sees one: each is replaced by a private-use character, and `decoded` restores it after
drawing.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os  # noqa: TID251 - a forked worker needs engines of its own
import re
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Any, Protocol, cast

from journeybook.diagrams import measure

_PRIVATE = 0xF0000
"""The first private-use character of plane 15; it stands for the character 0."""
_PRIVATE_USE = re.compile("[\U000f0000-\U000fffff]")
_REFERENCE = re.compile(r"#([0-9]{1,5});")


class MeasureRequest(Protocol):
    """merman's question about a text (only the fields used here)."""

    text: str
    font_size: float
    max_width: float | None
    line_height: float
    operation: object


def render(source: str, figure_id: str) -> str:
    """merman's own SVG of a Mermaid text, still with private-use characters.

    Creating an engine takes longer than drawing, so engines are reused: only in the same thread and
    process, since one with a measuring callback refuses a second caller while it is busy, and never
    after a failure.
    """
    options = json.dumps({"svg": {"diagram_id": figure_id}})
    engine = _idle.pop(_caller(), None) or _new_engine()
    try:
        svg = str(engine.render_svg(encoded(source), options))
    except BaseException:
        engine.close()
        raise
    _idle[_caller()] = engine
    return svg


def _caller() -> tuple[int, int]:
    return os.getpid(), threading.get_ident()


def _new_engine() -> Any:
    library = importlib.import_module("merman")
    services = library.MermanEngineServices().with_text_measurer(_measurer(library))
    return library.MermanEngine(_OPTIONS, services)


_idle: dict[tuple[int, int], Any] = {}


@atexit.register
def _close() -> None:
    """Close engines before Python unloads their library."""
    while _idle:
        _, engine = _idle.popitem()
        engine.close()


def encoded(source: str) -> str:
    """The source with a private-use character for each `#NN;`.

    Private-use characters that an author wrote become U+FFFD, as they would otherwise be decoded.
    """
    clean = _PRIVATE_USE.sub("\ufffd", source)
    return _REFERENCE.sub(_private_use, clean)


def _private_use(reference: re.Match[str]) -> str:
    number = int(reference[1])
    if 0x20 < number < 0xD800 or 0xE000 <= number < 0xFFFE:
        return chr(_PRIVATE + number)
    return reference[0]


def decoded(text: str) -> str:
    """The text with its characters restored."""
    if text.isascii():
        return text
    return _PRIVATE_USE.sub(lambda match: chr(ord(match[0]) - _PRIVATE), text)


def with_references(svg: str) -> str:
    """An SVG with its characters restored as XML's numeric character references."""
    if svg.isascii():
        return svg
    return _PRIVATE_USE.sub(lambda match: f"&#{ord(match[0]) - _PRIVATE};", svg)


def _measurer(library: ModuleType) -> object:
    """A measuring callback with our own estimate of widths; other questions are left to merman."""
    kinds = library.MermanTextMeasurementResultKind

    def answer(kind: object, width: float, height: float, count: int) -> object:
        return library.MermanTextMeasureResult(
            result_kind=kind,
            width=width,
            height=height,
            length=width,
            line_count=count,
            bbox_left=None,
            bbox_right=None,
            raw_width=None,
        )

    def measure_text(_self: object, request: MeasureRequest) -> object:
        size, text = request.font_size, decoded(request.text)
        operation = str(getattr(request.operation, "name", ""))
        lines = text.split("\n")
        if request.max_width:
            lines = measure.rows(text, size, request.max_width)
        width = max((measure.width(line, size) for line in lines), default=0.0)
        if operation in ("MEASURE", "WRAPPED", "MERMAID_CALCULATE_TEXT_DIMENSIONS"):
            count = max(1, len(lines))
            return answer(kinds.METRICS, width, count * max(request.line_height, size), count)
        if operation in _WIDTHS:
            return answer(kinds.LENGTH, measure.width(text, size), 0.0, 1)
        return None

    measurer = type("Measurer", (library.MermanTextMeasurer,), {"measure": measure_text})
    return cast("Callable[[], object]", measurer)()


_WIDTHS = frozenset(
    (
        "COMPUTED_LENGTH",
        "SIMPLE_B_BOX_WIDTH",
        "RAW_B_BOX_WIDTH",
        "TSPAN_B_BOX_WIDTH",
        "WRAP_PROBE_B_BOX_WIDTH",
        "BOUNDING_CLIENT_RECT_WIDTH",
        "CANVAS_MEASURE_TEXT_WIDTH",
    )
)

SITE_CONFIG = {
    # `classic` and no HTML labels: shadows need filters, HTML labels need foreign content.
    "look": "classic",
    "theme": "default",
    "htmlLabels": False,
    "fontFamily": "system-ui, sans-serif",
    "flowchart": {"htmlLabels": False, "wrappingWidth": 160, "nodeSpacing": 30, "rankSpacing": 45},
    # The arrow is at one of four heights, the best face at 300; the section is as wide as its tasks
    # only if both margins are the same.
    "journey": {"width": 180, "height": 68, "taskMargin": 26, "diagramMarginX": 26},
    "gantt": {
        "fontSize": 14,
        "sectionFontSize": 14,
        "barHeight": 26,
        "barGap": 8,
        "topPadding": 30,
    },
}

_OPTIONS = json.dumps(
    {
        "svg": {"pipeline": "parity"},
        "resources": {"profile": "interactive"},
        "layout": {"container_width": 960},
        "site_config": SITE_CONFIG,
    }
)
