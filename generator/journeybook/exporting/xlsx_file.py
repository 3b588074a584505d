"""A journey as a workbook: the map as a formatted matrix, and the steps as rows to sort and filter.

Needs `openpyxl`. The same journey gives the same bytes: dates inside the file are fixed.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from journeybook.diagrams.measure import rows as text_rows
from journeybook.exporting.tables import Table, harmless
from journeybook.pictures.palette import BANDS, INK, LINE, SURFACE

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST = 32_000  # characters; Excel refuses a file with more than 32,767 in a cell
_LANE_WIDTH, _STEP_WIDTH = 22, 34  # in characters
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_FIXED = rb"\g<1>2000-01-01T00:00:00Z\g<2>"
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def xlsx_bytes(matrix: Table, steps: Table, names: tuple[str, str], *, rtl: bool) -> bytes:
    """The two tables as sheets with these names."""
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    _fill(first, matrix, names[0], rtl=rtl)
    _as_map(first, matrix)
    second = book.create_sheet()
    _fill(second, steps, names[1], rtl=rtl)
    _as_list(second, steps)
    data = io.BytesIO()
    book.save(data)
    return _with_fixed_dates(data.getvalue())


def _fill(sheet: Worksheet, table: Table, name: str, *, rtl: bool) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side

    sheet.title = re.sub(r"[\[\]:*?/\\']", " ", name).strip()[:31] or "Sheet"
    sheet.sheet_view.rightToLeft = rtl
    line = Side(style="thin", color=LINE[1:])
    for at, row in enumerate(table.rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(row=at, column=column)
            if value not in (None, ""):
                cell.value = str(harmless(value))[:_LONGEST] if isinstance(value, str) else value
                cell.data_type = "s" if isinstance(value, str) else "n"  # never a formula
            cell.alignment = Alignment(wrap_text=True, vertical="top", readingOrder=2 if rtl else 0)
            cell.border = Border(top=line, bottom=line, left=line, right=line)
            heading = at <= table.heads[0] or column <= table.heads[1]
            cell.font = Font(name="Calibri", size=11, bold=heading, color=INK[1:])
            if heading:
                cell.fill = _solid(SURFACE)
    rows, columns = table.heads
    sheet.freeze_panes = sheet.cell(row=rows + 1, column=columns + 1).coordinate


def _as_map(sheet: Worksheet, table: Table) -> None:
    """Stages as bands over their steps, columns of one width, rows as high as their text."""
    from openpyxl.utils import get_column_letter

    sheet.column_dimensions["A"].width = _LANE_WIDTH
    for column in range(2, len(table.rows[0]) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _STEP_WIDTH
    left = 2
    for number, span in enumerate(table.spans, 1):
        band = BANDS[number % len(BANDS)]
        for inside in range(left, left + span):
            sheet.cell(row=1, column=inside).fill = _solid(band.fill)
        if span > 1:
            sheet.merge_cells(start_row=1, end_row=1, start_column=left, end_column=left + span - 1)
        left += span
    for at, row in enumerate(table.rows, 1):
        lines = max((_lines(value) for value in row if isinstance(value, str)), default=1)
        sheet.row_dimensions[at].height = min(409, 15 * lines + 3)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows, sheet.print_title_cols = "1:2", "A:A"


def _lines(text: str) -> int:
    """How many lines a text takes in a column of the map."""
    return sum(max(1, len(text_rows(part, 1, 22))) for part in text.split("\n"))


def _as_list(sheet: Worksheet, table: Table) -> None:
    from openpyxl.utils import get_column_letter

    for column, name in enumerate(table.rows[0], 1):
        longest = max((len(str(row[column - 1] or "")) for row in table.rows), default=0)
        sheet.column_dimensions[get_column_letter(column)].width = max(
            8, len(str(name)) + 2, min(40, longest + 2)
        )
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.rows[0]))}{len(table.rows)}"


def _solid(colour: str):  # type: ignore[no-untyped-def]
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor=colour[1:])


def _with_fixed_dates(data: bytes) -> bytes:
    """The workbook with the same dates whenever it was written."""
    fixed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _DATES.sub(_FIXED, part)
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            new.writestr(entry, part)
    return fixed.getvalue()
