"""Durations, series of metrics, places of files, suggestions."""

from __future__ import annotations

import datetime

import pytest

from journeybook.schema.read import place_of
from journeybook.vocabulary import duration
from sites import Site, at, say, site
from small_site import PIXEL

DAY = 86_400


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("30s", 30, 30),
        ("15m", 900, 900),
        ("3h", 10_800, 10_800),
        ("1.5 hours", 5_400, 5_400),
        ("2d", 2 * DAY, 2 * DAY),
        ("3 weeks", 21 * DAY, 21 * DAY),
        ("6mo", 180 * DAY, 180 * DAY),
        ("2y", 730 * DAY, 730 * DAY),
        ("6-12 months", 180 * DAY, 360 * DAY),
        ("6–12 Months", 180 * DAY, 360 * DAY),
        ("30s .. 2y", 30, 730 * DAY),
        ("2d to 1w", 2 * DAY, 7 * DAY),
        ("  2d  ", 2 * DAY, 2 * DAY),
        ("0m", 0, 0),
    ],
)
def test_a_time_is_a_value_or_a_range(text: str, low: float, high: float) -> None:
    read = duration(text)
    assert read is not None
    assert (read.low, read.high, read.text) == (low, high, text.strip())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2",
        "d",
        "2x",
        "a while",
        "1w-2d",
        "1-2-3d",
        "-2d",
        "2d-",
        "1,5h",
        "٢d",
        "1h 30m",
        "9999999d",
    ],
)
def test_what_is_not_a_duration(text: str) -> None:
    assert duration(text) is None


def test_blanks_in_a_time_do_not_count() -> None:
    for text in ("6  -  12   months", "6-" + " " * 100_000 + "12mo"):
        read = duration(text)
        assert read is not None
        assert (read.low, read.high) == (180 * DAY, 360 * DAY)


def nps(csv: str) -> Site:
    return site(
        {"content/metrics/nps.md": "---\ntitle: NPS\n---\n", "content/metrics/nps.csv": csv}
    )


def test_a_series_is_read_in_order_of_date_with_gaps() -> None:
    result = nps("date,value\r\n2026-03-01,31.5\r\n\r\n2026-01-01,-2\n2026-02-01,\n")
    readings = result.catalog.metrics[0].series
    assert [(reading.date.month, reading.value) for reading in readings] == [
        (1, -2),
        (2, None),
        (3, 31.5),
    ]
    assert not result.found("JB170")
    assert readings[0].date == datetime.date(2026, 1, 1)


@pytest.mark.parametrize(
    ("csv", "expected"),
    [
        ("", "JB100 1:1-1:2 this file is empty"),
        ("day,nps\n2026-01-01,1\n", "JB170 1:1-1:8 the first line is not `date,value`"),
        ("date,value\n1.10.2026,31\n", "JB170 2:1-2:13 `1.10.2026` is not a date"),
        ("date,value\n2026-02-30,31\n", "JB170 2:1-2:14 `2026-02-30` is not a date"),
        ("date,value\n2026-01-01,31 %\n", "JB170 2:1-2:16 `31 %` is not a number"),
        ("date,value\n2026-01-01,nan\n", "JB170 2:1-2:15 `nan` is not a number"),
        ("date,value\n2026-01-01,1e999\n", "JB170 2:1-2:17 `1e999` is not a number"),
        (
            "date,value\n2026-01-01,31,5\n",
            "JB170 2:1-2:16 `31,5` has a decimal comma, which begins another column",
        ),
        (
            "date,value\n2026-01-01,1\n2026-01-01,2\n",
            "JB170 3:1-3:13 the date 2026-01-01 appears twice",
        ),
    ],
)
def test_a_line_of_a_series_that_cannot_be_read(csv: str, expected: str) -> None:
    assert expected in [say(finding) for finding in nps(csv).findings]


def test_a_series_without_a_metric_is_reported() -> None:
    finding = site({"content/metrics/nps.csv": "date,value\n"}).one("JB125")
    assert (finding.message, finding.hint) == (
        "there is no metric `nps` for this file",
        "add content/metrics/nps.md",
    )


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/touchpoints/Demo.md", "JB126"),
        ("content/touchpoints/con.md", "JB126"),
        ("content/touchpoints/-a.md", "JB126"),
        ("content/touchpoints/.md", "JB126"),
        ("content/touchpoints/" + "a" * 65 + ".md", "JB126"),
        ("content/touchpoints/..md", "JB126"),
        ("content/touchpoints/a.b.md", "JB126"),
        ("content/touchpoints/com1.md", "JB126"),
        ("content/touchpoints/x/a.md", "JB125"),
        ("content/touchpoint/a.md", "JB125"),
        ("content/journeys/a.md", "JB125"),
        ("content/journeys/ana/x/a.md", "JB125"),
        ("content/a.md", "JB125"),
        ("content/a.txt", "JB124"),
        ("content/touchpoints/a.csv", "JB124"),
        ("content/touchpoints/a.svg", "JB124"),
        ("content/touchpoints/a", "JB124"),
        ("content/touchpoints/a.MD", "JB124"),
    ],
)
def test_files_that_are_not_read_have_a_finding(path: str, code: str) -> None:
    place, problem = place_of(path)
    assert place is None
    assert problem is not None
    assert problem.code == code
    assert site({path: "---\ntitle: x\n---\n"}).found(code)


def test_pages_may_be_in_folders_and_images_anywhere() -> None:
    result = site(
        {
            "content/pages/rules/how.md": "---\ntitle: How\n---\n",
            "content/x/Photo 1.PNG": PIXEL,
            "content/README.md": "hello",
        }
    )
    assert [page.id for page in result.catalog.pages] == ["rules/how"]
    assert list(result.catalog.images) == ["x/Photo 1.PNG"]
    assert not [finding for finding in result.findings if finding.code < "JB200"]


def test_a_misspelt_folder_key_or_fact_offers_the_nearest_name() -> None:
    assert site({"content/touchpoint/a.md": ""}).one("JB125").hint == "did you mean `touchpoints`?"
    assert at(site({"content/touchpoint/a.md": ""}).one("JB125")) == (1, 1, 1, 2)
