"""Draw a Mermaid text as an SVG that is safe inline in a page under the strictest content policy.

An engine draws it, `style_svg` sets our classes, `frame` the size, and `svg_guard` checks the
result. Without an engine, or if a drawing is rejected, the page shows the source and the reason: a
build never fails because of a drawing.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
from dataclasses import dataclass
from functools import cache

from journeybook.diagrams import merman_engine, mmdr_engine
from journeybook.diagrams.frame import framed
from journeybook.diagrams.style_svg import style_svg
from journeybook.diagrams.svg_guard import guard
from journeybook.diagrams.svg_tree import NotSafeXmlError, read, write

MAX_NODES = 200
MAX_SOURCE = 200_000
"""Beyond these limits a drawing is illegible, and takes seconds."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A Mermaid text with its SVG, or with the reason why there is none."""

    source: str
    svg: str | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Engine:
    """The library that draws."""

    name: str
    version: str


@cache
def engine() -> Engine | None:
    """The first drawing engine that is installed, or None."""
    for name in ("merman", "mmdr"):
        if importlib.util.find_spec(name):
            return Engine(name, importlib.metadata.version(name))
    return None


def draw(source: str, *, figure_id: str) -> Drawing:
    """The drawing of a source.

    `figure_id` must be unique on the page; all IDs in the SVG begin with it. Raises ValueError if
    it has characters other than ASCII letters, digits, `-` and `_`.
    """
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", figure_id):
        raise ValueError(f"a figure id has ASCII letters, digits, `-` and `_` only: {figure_id!r}")
    if len(source) > MAX_SOURCE or _count_nodes(source) > MAX_NODES:
        reason = f"The diagram has more than {MAX_NODES} nodes and would be unreadable."
        return Drawing(source, None, reason)
    installed = engine()
    if not installed:
        reason = "No drawing engine is installed for this platform (merman or mmdr)."
        return Drawing(source, None, reason)
    render = merman_engine.render if installed.name == "merman" else mmdr_engine.render
    try:
        svg = _styled(render(source, figure_id), figure_id)
    except NotSafeXmlError as error:
        return Drawing(source, None, f"{installed.name} drew an image that {error}.")
    # Native code of an alpha library may raise anything, and must not stop the build.
    except Exception as error:
        reason = f"{installed.name} could not draw the diagram ({_first_line(error)})."
        return Drawing(source, None, reason)
    if not svg:
        return Drawing(source, None, "This kind of diagram has no drawing rules.")
    guarded = guard(svg)
    if guarded.svg is None:
        return Drawing(source, None, f"The image was rejected because it {guarded.reason}.")
    return Drawing(source, guarded.svg)


def _styled(svg: str, figure_id: str) -> str:
    """An engine's SVG with our classes and size; empty for a kind of diagram without rules."""
    styled = style_svg(read(merman_engine.with_references(svg)), figure_id)
    return write(framed(styled)) if styled else ""


def _count_nodes(source: str) -> int:
    """Count the lines that make a box, a task, a bar or a point."""
    return len(_NODE.findall(source))


_NODE = re.compile(r'(?m)^\s*(?:\w+\s*[\[({]+"|[^\n:]+:\s*(?:[1-5]\s*(?::|$)|\[|[\w, ]*t\d+,))')


def _first_line(error: Exception) -> str:
    """The first line of an engine's error; merman's errors have the message in an attribute."""
    message = str(getattr(error, "message", "") or error)
    lines = merman_engine.decoded(message).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
