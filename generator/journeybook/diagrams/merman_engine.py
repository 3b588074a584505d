"""Drawing with merman, in this process: the only module that knows its options and its habits.

merman decodes Mermaid's `#NN;` in some places once, in some not at all and in some twice. So it
never sees one: every sign written that way travels as a private-use character and is put back by
`decoded` after drawing.
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
"""The first private-use character of plane 15; a sign travels as this plus its number."""


_TRAVELLED = re.compile("[\U000f0000-\U000fffff]")


class MeasureRequest(Protocol):
    """What merman asks about a text (the fields used here)."""

    text: str
    font_size: float
    max_width: float | None
    line_height: float
    operation: object


def render(source: str, figure_id: str) -> str:
    """merman's own SVG of a Mermaid text, still with private-use characters for the signs.

    Making an engine takes longer than drawing, so each is used again: by its own thread and
    process, since one with a measuring callback refuses a second caller while it is busy; and never
    after it failed.
    """
    engine = _idle.pop(_user(), None) or _engine()
    try:
        drawn = str(
            engine.render_svg(encoded(source), json.dumps({"svg": {"diagram_id": figure_id}}))
        )
    except BaseException:
        engine.close()
        raise
    _idle[_user()] = engine
    return drawn


def _user() -> tuple[int, int]:
    return os.getpid(), threading.get_ident()


def _engine() -> Any:
    library = importlib.import_module("merman")
    return library.MermanEngine(
        _OPTIONS, library.MermanEngineServices().with_text_measurer(_measurer(library))
    )


_idle: dict[tuple[int, int], Any] = {}


@atexit.register
def _close() -> None:
    """Engines end before Python takes their library apart."""
    while _idle:
        _, engine = _idle.popitem()
        engine.close()


def encoded(source: str) -> str:
    """The source with a private-use character for each `#NN;`. Characters of that range that an
    author wrote become U+FFFD, as they would otherwise be read as a sign."""
    clean = re.sub("[\U000f0000-\U000fffff]", "\ufffd", source)
    return re.sub(r"#([0-9]{1,5});", lambda match: _travelling(int(match[1])) or match[0], clean)


def decoded(text: str) -> str:
    """The text with its signs back."""
    return (
        text
        if text.isascii()
        else _TRAVELLED.sub(lambda match: chr(ord(match[0]) - _PRIVATE), text)
    )


def with_references(svg: str) -> str:
    """An SVG with its signs back, as the numbered references of XML."""
    return (
        svg
        if svg.isascii()
        else _TRAVELLED.sub(lambda match: f"&#{ord(match[0]) - _PRIVATE};", svg)
    )


def _travelling(number: int) -> str:
    return chr(_PRIVATE + number) if 0x20 < number < 0xD800 or 0xE000 <= number < 0xFFFE else ""


def _measurer(library: ModuleType) -> object:
    """merman's callback over our own guess of widths; what it has no answer for is left to
    merman."""
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

    def measured(_self: object, request: MeasureRequest) -> object:
        size, text = request.font_size, decoded(request.text)
        operation = str(getattr(request.operation, "name", ""))
        lines = (
            measure.rows(text, size, request.max_width) if request.max_width else text.split("\n")
        )
        width = max((measure.width(line, size) for line in lines), default=0.0)
        if operation in ("MEASURE", "WRAPPED", "MERMAID_CALCULATE_TEXT_DIMENSIONS"):
            count = max(1, len(lines))
            return answer(kinds.METRICS, width, count * max(request.line_height, size), count)
        if operation in _WIDTHS:
            return answer(kinds.LENGTH, measure.width(text, size), 0.0, 1)
        return None

    measurer = type("Measurer", (library.MermanTextMeasurer,), {"measure": measured})
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
    # The arrow hangs at four heights, the best face at 300; the section is as wide as its tasks
    # only where both margins are the same.
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
