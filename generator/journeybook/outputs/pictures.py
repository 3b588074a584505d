"""The map of a journey and its curve beside its page, as SVG and where a renderer was handed over
as PNG."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from journeybook.pages.context import PageContext
from journeybook.pages.frame import picture_parts
from journeybook.pages.views import JourneyView, PageView
from journeybook.pictures.poster import curve_picture, poster
from journeybook.schema.documents import Journey

Draw = Callable[[str], bytes]
"""The text of an SVG file in, the bytes of a PNG file out."""

_DRAWN = {"map": poster, "curve": curve_picture}


def picture_forms(wanted: str, draw: Draw | None) -> tuple[str, ...]:
    """What `pictures` in `site.yaml` asks for and this computer can make."""
    return {"none": (), "svg": ("svg",)}.get(
        wanted, ("svg", "png") if draw is not None else ("svg",)
    )


def picture_files(
    ctx: PageContext, view: PageView, signs: Mapping[str, str], draw: Draw | None
) -> dict[str, bytes]:
    """Address -> file, for every picture that the page links; `signs` are the theme's icons."""
    made: dict[str, bytes] = {}
    journey = ctx.document
    if not isinstance(journey, Journey) or not isinstance(view, JourneyView):
        return made
    for part in picture_parts(ctx):
        svg = _DRAWN[part](ctx, journey, signs, view.canvas)
        if svg is None:
            continue
        for form in ctx.site.pictures:
            if form == "svg":
                made[ctx.page.picture_url(part, form)] = svg.encode()
            elif draw is not None:
                made[ctx.page.picture_url(part, form)] = draw(svg)
    return made
