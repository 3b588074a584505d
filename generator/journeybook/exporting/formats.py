"""Every format that a journey can be taken away in: one row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from journeybook.exporting.context import ExportContext
from journeybook.exporting.csv_file import csv_bytes
from journeybook.exporting.json_file import journey_json, model_json
from journeybook.exporting.pages import journey_page, poster_page
from journeybook.exporting.tables import matrix, steps
from journeybook.exporting.xlsx_file import xlsx_bytes
from journeybook.pages.maps.journey_view import journey_view
from journeybook.pictures.poster import curve_picture, poster
from journeybook.schema.documents import Journey

Files = Mapping[str, bytes]
"""Name without a folder -> contents; empty where a journey has nothing of the kind."""


@dataclass(frozen=True)
class Export:
    """One format. `makes` has a function for each thing that can be made in it, the usual one
    first."""

    title: str
    makes: Mapping[str, Callable[[ExportContext, Journey], Files]]
    whole: Mapping[str, Callable[[ExportContext, Sequence[Journey]], Files]]
    """What makes one file of all journeys at once."""
    needs: str = ""
    """A package that is an extra of the same name as the format."""
    drawn: str = ""
    """`png` or `pdf`: what a program outside makes of the files here (SVG, HTML)."""


def file_name(journey: Journey) -> str:
    """The id of a journey as the start of a file's name."""
    return journey.id.replace("/", "-")


def _one(
    suffix: str, make: Callable[[ExportContext, Journey], bytes | None]
) -> Callable[[ExportContext, Journey], Files]:
    def files(atlas: ExportContext, journey: Journey) -> Files:
        made = make(atlas, journey)
        return {} if made is None else {f"{file_name(journey)}{suffix}": made}

    return files


def _matrix_csv(atlas: ExportContext, journey: Journey) -> bytes:
    return csv_bytes(matrix(atlas.at(journey), journey))


def _steps_csv(atlas: ExportContext, journey: Journey) -> bytes:
    return csv_bytes(steps(atlas, [journey]))


def _all_steps_csv(atlas: ExportContext, journeys: Sequence[Journey]) -> Files:
    return {"steps.csv": csv_bytes(steps(atlas, journeys))}


def _workbook(atlas: ExportContext, journey: Journey) -> bytes:
    ctx = atlas.at(journey)
    return xlsx_bytes(
        matrix(ctx, journey),
        steps(atlas, [journey]),
        (ctx.t("The map"), ctx.t("Steps")),
        rtl=ctx.rtl,
    )


def _model(atlas: ExportContext, journeys: Sequence[Journey]) -> Files:
    return {"journeys.json": model_json(atlas)}


def _mermaid(atlas: ExportContext, journey: Journey) -> Files:
    diagrams = journey_view(atlas.at(journey), journey).diagrams
    return {
        f"{file_name(journey)}-{diagram.id}.mmd": diagram.source.encode() for diagram in diagrams
    }


def _map_svg(atlas: ExportContext, journey: Journey) -> bytes:
    return poster(atlas.at(journey), journey, atlas.signs).encode()


def _curve_svg(atlas: ExportContext, journey: Journey) -> bytes | None:
    made = curve_picture(atlas.at(journey), journey, atlas.signs)
    return None if made is None else made.encode()


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
    "mermaid": Export("the Mermaid source of its diagrams", {"diagrams": _mermaid}, {}),
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
