"""Every export format, one row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from journeybook.exporting.context import ExportContext
from journeybook.exporting.csv_file import csv_bytes
from journeybook.exporting.json_file import journey_json, model_json
from journeybook.exporting.pages import journey_page, poster_page
from journeybook.exporting.tables import matrix, steps
from journeybook.exporting.xlsx_file import xlsx_bytes
from journeybook.pages.maps.diagrams import journey_source
from journeybook.pages.maps.journey_view import journey_view
from journeybook.pictures.poster import curve_picture, poster
from journeybook.schema.documents import Journey

Files = Mapping[str, bytes]
"""File name without a folder -> contents; empty if a journey has nothing to export."""


@dataclass(frozen=True)
class Export:
    """One format. `makes` has a function for each part of a journey that it can export, the default
    first."""

    title: str
    makes: Mapping[str, Callable[[ExportContext, Journey], Files]]
    whole: Mapping[str, Callable[[ExportContext, Sequence[Journey]], Files]]
    """The functions that export all journeys to one file."""
    needs: str = ""
    """The package that it needs, installed by the extra of the same name as the format."""
    drawn: str = ""
    """`png` or `pdf`: what another program creates from the files here (SVG, HTML)."""


def file_name(journey: Journey) -> str:
    """The ID of a journey as the start of a file name."""
    return journey.id.replace("/", "-")


def _one(
    suffix: str, make: Callable[[ExportContext, Journey], bytes | None]
) -> Callable[[ExportContext, Journey], Files]:
    def files(context: ExportContext, journey: Journey) -> Files:
        data = make(context, journey)
        return {} if data is None else {f"{file_name(journey)}{suffix}": data}

    return files


def _matrix_csv(context: ExportContext, journey: Journey) -> bytes:
    return csv_bytes(matrix(context.at(journey), journey))


def _steps_csv(context: ExportContext, journey: Journey) -> bytes:
    return csv_bytes(steps(context, [journey]))


def _all_steps_csv(context: ExportContext, journeys: Sequence[Journey]) -> Files:
    return {"steps.csv": csv_bytes(steps(context, journeys))}


def _workbook(context: ExportContext, journey: Journey) -> bytes:
    ctx = context.at(journey)
    return xlsx_bytes(
        matrix(ctx, journey),
        steps(context, [journey]),
        (ctx.t("The map"), ctx.t("Steps")),
        rtl=ctx.rtl,
    )


def _model(context: ExportContext, journeys: Sequence[Journey]) -> Files:
    return {"journeys.json": model_json(context)}


def _mermaid(context: ExportContext, journey: Journey) -> Files:
    diagrams = journey_view(context.at(journey), journey).diagrams
    return {
        f"{file_name(journey)}-{diagram.id}.mmd": diagram.source.encode() for diagram in diagrams
    }


def _journey_mermaid(context: ExportContext, journey: Journey) -> bytes | None:
    source = journey_source(context.at(journey), journey)
    return None if source is None else source.encode()


def _map_svg(context: ExportContext, journey: Journey) -> bytes:
    return poster(context.at(journey), journey, context.signs).encode()


def _curve_svg(context: ExportContext, journey: Journey) -> bytes | None:
    svg = curve_picture(context.at(journey), journey, context.signs)
    return None if svg is None else svg.encode()


_MERMAID = {"diagrams": _mermaid, "journey": _one("-journey.mmd", _journey_mermaid)}
_PICTURES = {"map": _one(".svg", _map_svg), "curve": _one("-curve.svg", _curve_svg)}

EXPORTS: dict[str, Export] = {
    "csv": Export(
        "a table: lanes and steps, or one row per step",
        {"matrix": _one(".csv", _matrix_csv), "steps": _one("-steps.csv", _steps_csv)},
        {"steps": _all_steps_csv},
    ),
    "xlsx": Export(
        "a workbook with both tables", {"workbook": _one(".xlsx", _workbook)}, {}, needs="openpyxl"
    ),
    "json": Export(
        "data for other programs", {"model": _one(".json", journey_json)}, {"model": _model}
    ),
    "mermaid": Export("the Mermaid source of its diagrams, or of the journey", _MERMAID, {}),
    "svg": Export("an image: the whole map, or the emotion curve", _PICTURES, {}),
    "png": Export("the same as a PNG image", _PICTURES, {}, needs="resvg_py", drawn="png"),
    "html": Export(
        "its page as one self-contained file", {"page": _one(".html", journey_page)}, {}
    ),
    "pdf": Export(
        "the page as PDF, or the whole map on one sheet",
        {"page": _one(".html", journey_page), "map": _one("-map.html", poster_page)},
        {},
        drawn="pdf",
    ),
}
