"""The page of a journey outside its site: as one HTML file, and its poster as a page to print."""

from __future__ import annotations

from html import escape

from journeybook.diagnostics import Diagnostic
from journeybook.exporting.context import ExportContext
from journeybook.exporting.mail import POLICY, data_url, mail_page
from journeybook.outputs.make_page import site_view
from journeybook.outputs.markdown import diagrams_of
from journeybook.pages.maps.diagrams import diagram_base
from journeybook.pages.maps.journey_view import journey_view
from journeybook.pages.render import PageRenderer
from journeybook.pictures.poster import poster
from journeybook.schema.documents import Journey


class TemplateFault(Exception):  # noqa: N818 - the house calls it a fault, not an error
    """A template of the theme failed to render the page."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


def journey_page(context: ExportContext, journey: Journey) -> bytes:
    """The page of a journey as one HTML file that needs nothing else."""
    ctx = context.at(journey)
    view = journey_view(ctx, journey)
    site = site_view(ctx, context.loaded, view.template)
    rendered = PageRenderer(context.theme).render(view, site, ctx.messages)
    if isinstance(rendered, Diagnostic):
        raise TemplateFault(rendered)
    drawn = {
        f"{diagram_base(view.url, diagram.id)}.svg": diagram.image.encode()
        for diagram in diagrams_of(view)
    }
    styles = [context.loaded.files[url] for url in site.stylesheets if url in context.loaded.files]
    return mail_page(rendered, view.url, styles, {**context.loaded.files, **drawn})


def poster_page(context: ExportContext, journey: Journey) -> bytes:
    """The poster on a page of the same size, for printing."""
    svg = poster(context.at(journey), journey, context.signs)
    ctx = context.at(journey)
    box = svg.partition('viewBox="0 0 ')[2].partition('"')[0].split()
    width, height = (float(side) for side in box)
    style = (
        f"@page{{size:{width:g}px "
        f"{height + 1:g}px;margin:0}}html,body{{margin:0}}img{{display:block;width:{width:g}px}}"
    )
    title = escape(str(journey.title))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(ctx.lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
        f"<title>{title}</title>\n"
        f'<style>{style}</style>\n</head>\n<body><img alt="{title}" '
        f'src="{data_url("map.svg", svg.encode())}"></body>\n</html>\n'
    ).encode()
