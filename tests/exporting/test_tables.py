"""Tables of a journey: their content, and that no spreadsheet finds a formula in it."""

from __future__ import annotations

import csv
import io
import json

import pytest
from maps import PERSIAN, hostile, shoes

from journeybook.exporting.csv_file import csv_bytes
from journeybook.exporting.formats import EXPORTS
from journeybook.exporting.tables import Table, harmless, matrix, steps

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\ufeff=1",
    "＝1",
    "=cmd|' /C calc'!A0",
)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_m11_a_text_that_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert str(harmless(text)).startswith("'")
    ((cell,),) = read(csv_bytes(Table(((text,),), (0, 0))))
    assert cell.startswith("'")


@pytest.mark.parametrize("value", ["1+1", "a=b", "", "ana@example.org", "۱", -2, -0.5])
def test_everything_else_stays_as_it_is(value: str | float) -> None:
    assert harmless(value) == value


def test_the_matrix_has_stages_and_steps_across_and_lanes_down() -> None:
    atlas, journey = shoes()
    rows = matrix(atlas.at(journey), journey).rows
    assert rows[0] == ("", "1. Awareness", "", "2. Decision")
    assert rows[1] == ("", "1.1 I look around", "1.2 I ask a friend", "2.1 I pay")
    lanes = {row[0]: row[1:] for row in rows[2:]}
    assert lanes["Does"] == ("searches late at night", "", "")
    assert lanes["Emotion"][1] == "relieved (+2)\nBen Okri, friend: calm (0)"
    assert lanes["Pain points"][0] == "Too many results [Severe]"
    assert lanes["Loops back"][1] == "↩ I look around (still not sure)"


def test_the_steps_are_a_row_each_with_numbers_as_numbers() -> None:
    atlas, journey = shoes()
    table = steps(atlas, [journey])
    rows = [dict(zip(map(str, table.rows[0]), row, strict=True)) for row in table.rows[1:]]
    assert [row["step"] for row in rows] == ["look", "ask", "pay"]
    assert rows[0]["feeling"] == -1
    assert rows[0]["time (days)"] == 2
    assert rows[0]["worth"] == 4
    assert rows[0]["touchpoint"] == "Shoe shop"
    assert rows[1]["feeling"] == 1
    assert "goal" not in rows[0]


def test_a_csv_file_is_utf_8_that_excel_recognises_and_the_same_every_time() -> None:
    atlas, journey = shoes(PERSIAN)
    data = csv_bytes(matrix(atlas.at(journey), journey))
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    assert "دنبال کفش می‌گردم" in read(data)[1][1]
    assert data == csv_bytes(matrix(atlas.at(journey), journey))


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "@SUM(1)", "+1 is too much"])
def test_m11_no_cell_of_a_hostile_journey_is_a_formula(words: str) -> None:
    atlas, journey = hostile(words)
    for table in (matrix(atlas.at(journey), journey), steps(atlas, [journey])):
        for row in read(csv_bytes(table)):
            assert not [cell for cell in row if cell.startswith(("=", "+", "@", "\t"))]


def test_a_workbook_looks_like_the_map_and_is_the_same_every_time() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    atlas, journey = shoes()
    (data,) = EXPORTS["xlsx"].makes["workbook"](atlas, journey).values()
    assert data == next(iter(EXPORTS["xlsx"].makes["workbook"](atlas, journey).values()))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["The map", "Steps"]
    sheet = book["The map"]
    assert (sheet["B1"].value, sheet["D2"].value) == ("1. Awareness", "2.1 I pay")
    assert "B1:C1" in map(str, sheet.merged_cells.ranges)
    assert sheet.freeze_panes == "B3"
    assert book["Steps"]["J2"].data_type == "n"


def test_a_workbook_of_a_right_to_left_map_is_right_to_left() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    atlas, journey = shoes(PERSIAN)
    (data,) = EXPORTS["xlsx"].makes["workbook"](atlas, journey).values()
    assert openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].sheet_view.rightToLeft


def test_m11_no_cell_of_a_workbook_is_a_formula() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    atlas, journey = hostile("=1+cmd()")
    (data,) = EXPORTS["xlsx"].makes["workbook"](atlas, journey).values()
    cells = [
        cell for sheet in openpyxl.load_workbook(io.BytesIO(data)) for row in sheet for cell in row
    ]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert [cell for cell in cells if str(cell.value).startswith("'=")]


def test_the_json_of_a_journey_is_its_entity_and_of_all_journeys_the_model() -> None:
    atlas, journey = shoes()
    (one,) = EXPORTS["json"].makes["model"](atlas, journey).values()
    (everything,) = EXPORTS["json"].whole["model"](atlas, [journey]).values()
    entity = json.loads(one)
    assert entity["id"] == "ana/buy"
    assert entity in json.loads(everything)["entities"]


def test_the_sources_of_diagrams_are_files() -> None:
    atlas, journey = shoes()
    files = EXPORTS["mermaid"].makes["diagrams"](atlas, journey)
    assert "ana-buy-stages.mmd" in files
    assert files["ana-buy-stages.mmd"].startswith(b"flowchart")
