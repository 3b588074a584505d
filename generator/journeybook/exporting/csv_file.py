"""Tables as CSV for spreadsheets: UTF-8 with a byte order mark, which Excel needs, and the line
ends of RFC 4180."""

from __future__ import annotations

import csv
import io

from journeybook.exporting.tables import Table, harmless


def csv_bytes(table: Table) -> bytes:
    """A table as the bytes of a CSV file in which no spreadsheet finds a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in table.rows:
        writer.writerow(["" if value is None else harmless(value) for value in row])
    return text.getvalue().encode("utf-8-sig")
