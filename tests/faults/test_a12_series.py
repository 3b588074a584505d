"""A12: a series as a spreadsheet saves it, in any country, is read, or its fault told once."""

from __future__ import annotations

import pytest

from sites import say, site

METRIC = {"content/metrics/nps.md": "---\ntitle: NPS\n---\n"}
DATES = ("2026-01-31", "2026-02-28", "2026-03-31")


def series(text: str) -> tuple[list[float | None], list[str]]:
    """The values of a series, and what is wrong with it."""
    read = site({**METRIC, "content/metrics/nps.csv": text})
    (metric,) = read.catalog.metrics
    told = [
        f"{say(finding).partition(' ')[2]}; {finding.hint}"
        for finding in read.findings
        if finding.span.file.endswith(".csv")
    ]
    return [reading.value for reading in metric.series], told


@pytest.mark.parametrize(
    "text",
    [
        "date,value\n2026-01-31,12.5\n2026-02-28,-3\n",
        "date;value\n2026-01-31;12,5\n2026-02-28;-3\n",
        "Date;Value\n2026-01-31;12.5\n2026-02-28;-3\n",
        "date\tvalue\n2026-01-31\t12,5\n2026-02-28\t-3\n",
    ],
)
def test_a12_any_separator_and_its_decimal_comma_are_read(text: str) -> None:
    assert series(text) == ([12.5, -3.0], [])


def test_a12_other_names_of_the_columns_are_told_once() -> None:
    rows = "".join(f"{date};1,5\n" for date in DATES)
    assert series(f"Datum;Wert\n{rows}") == (
        [],
        ["1:1-1:11 the first line is not `date;value`; write `date;value`"],
    )


def test_a12_a_decimal_comma_between_commas_is_told_once_with_the_corrected_number() -> None:
    rows = "".join(f"{date},12,5\n" for date in DATES)
    assert series(f"date,value\n{rows}") == (
        [],
        [
            "2:1-2:16 `12,5` has a decimal comma, which begins another column "
            "(and in 2 more lines); write `12.5`"
        ],
    )


def test_a12_a_column_of_other_dates_is_told_once() -> None:
    rows = "".join(f"{day}.10.2026;1\n" for day in range(1, 9))
    _, told = series(f"date;value\n{rows}2026-10-01;2\n2026-10-01;3\n")
    assert told == [
        "2:1-2:12 `1.10.2026` is not a date (and in 7 more lines); "
        "use YYYY-MM-DD, for example 2026-10-02",
        "11:1-11:13 the date 2026-10-01 appears twice; keep one of the two lines",
    ]
