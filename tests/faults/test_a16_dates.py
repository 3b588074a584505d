"""A16: a date that cannot be true is an error, each by its meaning."""

from __future__ import annotations

import datetime

import pytest

from journeybook.checks.dates import DATES
from journeybook.outputs.site import check
from journeybook.schema.documents import DOCUMENT_TYPES
from journeybook.schema.fields import DATE, declared
from journeybook.vocabulary import KINDS
from sample import INFO, TODAY

DAY = datetime.timedelta(days=1)
PAST = ["journey reviewed", "evidence date", "metric series"]


def problems(field: str, date: object) -> list[str]:
    """Line and message of each finding about a date in a field, or in a series."""
    kind, key = field.split()
    place = "journeys/ana/one" if kind == "journey" else f"{KINDS[kind].folder}/one"
    line = "" if key == "series" else f"{key}: {date}\n"
    files = {
        "site.yaml": b"title: Maps\n",
        f"content/{place}.md": f"---\ntitle: I buy\n{line}---\n".encode(),
    }
    if key == "series":
        files[f"content/{place}.csv"] = f"date,value\n2025-01-31,1\n{date},2\n".encode()
    found = [finding for finding in check(files, INFO).diagnostics if finding.code == "JB128"]
    return [f"{finding.span.line} {finding.message}" for finding in found]


@pytest.mark.parametrize("field", PAST)
@pytest.mark.parametrize("date", ["2030-01-01", "2206-10-02", TODAY + 2 * DAY, "1026-01-01"])
def test_a16_what_has_happened_is_not_in_the_future_nor_in_the_middle_ages(
    field: str, date: object
) -> None:
    (problem,) = problems(field, date)
    assert problem.startswith("3 ")
    assert str(date) in problem


@pytest.mark.parametrize("field", PAST)
@pytest.mark.parametrize("date", [TODAY, TODAY + DAY, "2001-02-03"])
def test_a16_today_tomorrow_and_an_old_date_can_be_true(field: str, date: object) -> None:
    assert problems(field, date) == []


def test_a16_a_plan_may_be_in_the_future_or_late() -> None:
    assert problems("opportunity due", "2030-01-01") == []
    assert problems("opportunity due", "2020-01-01") == []
    assert problems("opportunity due", "1026-01-01") == [
        "3 the due date `1026-01-01` is too far from today"
    ]


def test_a16_every_date_field_has_a_meaning() -> None:
    fields = {
        (kind, key)
        for kind, document_type in DOCUMENT_TYPES.items()
        for key, (_, declaration) in declared(document_type).items()
        if declaration.type is DATE
    }
    assert fields == DATES.keys()
