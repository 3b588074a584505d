"""Images of a map and its emotion curve, as SVG, and as PNG if a renderer is installed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from journeybook.pages.context import PageContext
from journeybook.pages.frame import picture_parts
from journeybook.pages.views import JourneyView, PageView
from journeybook.pictures.poster import curve_picture, poster
from journeybook.schema.documents import Journey

Draw = Callable[[str], bytes]
"""Turns the text of an SVG file into the bytes of a PNG file."""

_DRAWN = {"map": poster, "curve": curve_picture}


def picture_forms(wanted: str, draw: Draw | None) -> tuple[str, ...]:
    """The formats that `pictures` in `site.yaml` asks for and this computer can make."""
    if wanted == "none":
        return ()
    return ("svg",) if wanted == "svg" or draw is None else ("svg", "png")


def picture_files(
    ctx: PageContext,
    view: PageView,
    signs: Mapping[str, str],
    draw: Draw | None,
) -> dict[str, bytes]:
    """Address -> file, for every image that the page links; `signs` are the theme's icons."""
    files: dict[str, bytes] = {}
    journey = ctx.document
    if not isinstance(journey, Journey) or not isinstance(view, JourneyView):
        return files
    for part in picture_parts(ctx):
        svg = _DRAWN[part](ctx, journey, signs, view.canvas)
        if svg is None:
            continue
        for form in ctx.site.pictures:
            if form == "svg":
                files[ctx.page.picture_url(part, form)] = svg.encode()
            elif draw is not None:
                files[ctx.page.picture_url(part, form)] = draw(svg)
    return files
