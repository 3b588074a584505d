"""Draw a Mermaid text as an SVG that may stand inline in a page under the strictest content policy.

An engine draws, `dress` gives it our classes, `frame` its size, and `svg_guard` has the last word.
Where no engine is installed or a picture is refused, the page shows the source and the reason: a
build never fails on a drawing.
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
"""Beyond these a picture is illegible, and drawing takes seconds."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A Mermaid text, its SVG, or the sentence that says why there is none."""

    source: str
    svg: str | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Engine:
    """The program that draws, for `doctor`."""

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
    """The drawing of a source. `figure_id` must be unique on the page; all ids in the SVG begin
    with it."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", figure_id):
        raise ValueError(f"a figure id has ASCII letters, digits, `-` and `_` only: {figure_id!r}")
    if len(source) > MAX_SOURCE or _count_nodes(source) > MAX_NODES:
        return Drawing(
            source, None, f"The diagram has more than {MAX_NODES} nodes and would be unreadable."
        )
    chosen = engine()
    if not chosen:
        return Drawing(
            source, None, "No drawing engine is installed for this platform (merman or mmdr)."
        )
    renderer = merman_engine.render if chosen.name == "merman" else mmdr_engine.render
    try:
        picture = _picture(renderer(source, figure_id), figure_id)
    except NotSafeXmlError as error:
        return Drawing(source, None, f"{chosen.name} drew an image that {error}.")
    # Native code of an alpha library, and its output: whatever comes, the build goes on
    except Exception as error:
        return Drawing(
            source, None, f"{chosen.name} could not draw the diagram ({_first_line(error)})."
        )
    if not picture:
        return Drawing(source, None, "This kind of diagram has no drawing rules.")
    guarded = guard(picture)
    if guarded.svg is None:
        return Drawing(source, None, f"The image was rejected because it {guarded.reason}.")
    return Drawing(source, guarded.svg)


def _picture(drawn: str, figure_id: str) -> str:
    """An engine's SVG in our clothes and frame, or an empty text for a kind of diagram without
    rules."""
    dressed = style_svg(read(merman_engine.with_references(drawn)), figure_id)
    return write(framed(dressed)) if dressed else ""


def _count_nodes(source: str) -> int:
    """The lines that make a box, a task, a bar or a point."""
    return len(
        re.findall(
            r'(?m)^\s*(?:\w+\s*[\[({]+"|[^\n:]+:\s*(?:[1-5]\s*(?::|$)|\[|[\w, ]*t\d+,))', source
        )
    )


def _first_line(error: Exception) -> str:
    """What an engine says went wrong; merman's errors keep the sentence in a field of their own."""
    lines = merman_engine.decoded(str(getattr(error, "message", "") or error)).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
